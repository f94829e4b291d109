import { type Assertion, assertions, negated } from '../../information/assertions.js';
import { type Constraint, type LinearForm, linearForm } from '../../information/linear-form.js';
import type { Group, Quantity, Statement } from '../../information/syntax.js';

/** What a premise asks of a system. */
export interface Premise {
  /** Conditional entropies and mutual informations that are zero: never negative, these hold or fail by structure. */
  readonly vanishing: readonly Quantity[];
  /** What else it says. */
  readonly constraints: readonly Constraint[];
}

/** A statement, with as much of it as its form shows to be quantities that vanish. */
export function readPremise(statement: Statement): Premise {
  const parts = assertions(statement).map(readAssertion);
  return {
    vanishing: parts.flatMap(({ vanishing }) => vanishing),
    constraints: parts.flatMap(({ constraints }) => constraints),
  };
}

function readAssertion({ expression, relation }: Assertion): Premise {
  const vanishing = vanishingIn(negated(expression)) ?? (relation === '=' ? vanishingIn(expression) : null);
  if (vanishing) return { vanishing, constraints: [] };
  return { vanishing: [], constraints: [{ form: linearForm(expression), relation }] };
}

/** Where an expression adds up quantities that are never negative, these: it is at most zero where they vanish. */
function vanishingIn(expression: Assertion['expression']): Quantity[] | null {
  const terms = expression.filter(({ coefficient }) => !coefficient.equals(0));
  if (terms.every(({ coefficient, quantity }) => coefficient.s > 0n && isNonNegative(quantity))) {
    return terms.map(({ quantity }) => quantity);
  }
  const single = singleQuantity(linearForm(expression));
  return single && [single];
}

function isNonNegative(quantity: Quantity): boolean {
  return quantity.kind === 'entropy' || quantity.between.length === 2;
}

/** The conditional entropy or mutual information that a form is a positive multiple of, if it is one. */
function singleQuantity(form: LinearForm): Quantity | null {
  const [added, taken] = [1n, -1n].map((sign) =>
    form.terms.filter(({ coefficient }) => coefficient.s === sign).map(({ subset }) => subset),
  );
  const [a, b] = added;
  const candidate = added.length === 1 ? entropy(a, taken[0] ?? []) : added.length === 2 ? information(a, b) : null;
  if (!candidate) return null;
  const multiple = linearForm([{ coefficient: form.terms[0].coefficient.abs(), quantity: candidate }]);
  return multiple.equals(form) ? candidate : null;
}

function entropy(of: Group, given: Group): Quantity {
  return { kind: 'entropy', of: without(of, given), given };
}

/** What H(a) + H(b) is added in. */
function information(a: Group, b: Group): Quantity {
  const given = a.filter((name) => b.includes(name));
  return { kind: 'mutual-information', between: [without(a, given), without(b, given)], given };
}

function without(group: Group, removed: Group): Group {
  return group.filter((name) => !removed.includes(name));
}

/** All variables of a quantity. */
export function namesOf(quantity: Quantity): string[] {
  return [...(quantity.kind === 'entropy' ? quantity.of : quantity.between.flat()), ...quantity.given];
}

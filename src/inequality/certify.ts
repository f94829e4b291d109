import Fraction from 'fraction.js';
import { LinearForm, linearForm } from '../information/linear-form.js';
import type { Expression } from '../information/syntax.js';
import type { CertificateTerm, CertifiedForm } from './certified-form.js';
import { combineTerms } from './combine-terms.js';
import { type InformationTerm, toQuantity } from './information-term.js';
import type { Problem } from './problem.js';
import type { KnownTerm } from './shannon-cone.js';
import { singletons, type VariableSet } from './variable-sets.js';

/**
 * Writes a form as the sum of multiples of known terms that it is in the coordinates of closed sets, and of the entropies
 * H(Y | X) = 0 by which sets differ from their closures. Nothing is checked here: that is for the certificate. Past the
 * deadline, in ms of `performance.now()`, the sum is not made shorter any more.
 */
export function certify(
  problem: Problem,
  expression: Expression,
  multiples: readonly (readonly [KnownTerm, Fraction])[],
  deadline: number,
): CertifiedForm {
  const form = linearForm(expression);
  const premises = multiples.flatMap(([term, multiple]) =>
    term.kind === 'premise' ? [premiseTerm(term, multiple)] : [],
  );
  const represent = representatives(problem, [form, ...premises.map((term) => linearForm(term.expression))]);
  const informations = multiples.flatMap(([term, coefficient]) =>
    term.kind === 'shannon' ? [{ information: term.information, coefficient }] : [],
  );
  const shannon = combineTerms(informations, problem.closure, deadline).map(({ information, coefficient }) =>
    shannonTerm(problem, represent(information), coefficient),
  );
  const known = [...shannon, ...premises];
  const sum = known.flatMap((term) => linearForm(term.expression).times(term.coefficient).terms);
  const rest = form.minus(LinearForm.of(sum));
  const terms = [...known, ...dependenceTerms(problem, rest)];
  return { expression, relation: terms.every(({ relation }) => relation === '=') ? '=' : '>=', terms };
}

function premiseTerm(term: KnownTerm & { kind: 'premise' }, multiple: Fraction): CertificateTerm {
  const { expression, relation, premise } = term;
  return { coefficient: multiple.mul(term.multiple), expression, relation, reason: { kind: 'premise', premise } };
}

function shannonTerm({ sets }: Problem, information: InformationTerm, coefficient: Fraction): CertificateTerm {
  const expression = [{ coefficient: new Fraction(1), quantity: toQuantity(information, sets) }];
  return { coefficient, expression, relation: '>=', reason: { kind: 'shannon' } };
}

/**
 * Of the sets with one closure, a proof should name those that the claim and premises name, else small ones; then few
 * entropies of dependent variables are left over.
 */
function representatives({ closure, sets }: Problem, forms: readonly LinearForm[]) {
  const named = new Map<VariableSet, VariableSet>();
  for (const { terms } of forms) {
    for (const { subset } of terms) {
      const set = sets.of(subset);
      const closed = closure.of(set);
      if (!named.has(closed)) named.set(closed, set);
    }
  }
  const represent = (set: VariableSet) => named.get(closure.of(set)) ?? closure.generator(set);
  /** The smallest part of `set` that adds as much to `given`. */
  const added = (set: VariableSet, given: VariableSet) => {
    const target = closure.of(set | given);
    const whole = represent(set | given);
    let kept = closure.of(whole | given) === target && (whole & given) === given ? whole & ~given : set & ~given;
    for (const variable of [...singletons(kept)].reverse()) {
      if (closure.of((kept & ~variable) | given) === target) kept &= ~variable;
    }
    return kept;
  };
  return ({ a, b, given }: InformationTerm): InformationTerm => {
    const condition = represent(given);
    return { a: added(a, condition), b: added(b, condition), given: condition };
  };
}

/** What is left over cancels between sets with the same closure: multiples of H(S) − H(S ∪ Y) = −H(Y | S). */
function dependenceTerms({ closure, sets }: Problem, rest: LinearForm): CertificateTerm[] {
  const classes = new Map<VariableSet, { set: VariableSet; coefficient: Fraction }[]>();
  for (const { coefficient, subset } of rest.terms) {
    const set = sets.of(subset);
    const closed = closure.of(set);
    classes.set(closed, [...(classes.get(closed) ?? []), { set, coefficient }]);
  }
  return [...classes].flatMap(([closed, members]) => {
    // Entropies of what nothing determines are zero themselves.
    const union = members.reduce((all, { set }) => all | set, 0);
    const reference = closed === closure.of(0) ? 0 : union;
    return members
      .filter(({ set }) => set !== reference)
      .map(({ set, coefficient }) => {
        const [of, given, sign] = reference === 0 ? [set, 0, 1] : [reference & ~set, set, -1];
        const quantity = { kind: 'entropy', of: sets.namesOf(of), given: sets.namesOf(given) } as const;
        const expression = [{ coefficient: new Fraction(1), quantity }];
        return {
          coefficient: coefficient.mul(sign),
          expression,
          relation: '=',
          reason: { kind: 'dependence', premises: closure.reasons(given, of)! },
        } satisfies CertificateTerm;
      });
  });
}

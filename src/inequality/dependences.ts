import { constraints, type LinearForm } from '../information/linear-form.js';
import type { Statement } from '../information/syntax.js';
import type { Dependence } from './closure.js';
import type { VariableSets } from './variable-sets.js';

/** The functional dependences among premises: statements Y = f(X), and equations that amount to H(Y | X) = 0. */
export function dependencesOf(premises: readonly Statement[], sets: VariableSets): Dependence<Statement>[] {
  return premises.flatMap((premise) =>
    constraints(premise).flatMap(({ form, relation }) => {
      const determined = relation === '=' ? determination(form) : null;
      return determined ? [{ from: sets.of(determined.from), to: sets.of(determined.to), because: premise }] : [];
    }),
  );
}

/** `from` and `to` where a form is a multiple of H(to) − H(from), with `from` inside `to`. */
function determination({ terms }: LinearForm): { from: readonly string[]; to: readonly string[] } | null {
  if (terms.length === 1) return { from: [], to: terms[0].subset };
  if (terms.length !== 2 || !terms[0].coefficient.add(terms[1].coefficient).equals(0)) return null;
  // Smaller subsets come first in a canonical form.
  const [{ subset: from }, { subset: to }] = terms;
  return from.every((name) => to.includes(name)) ? { from, to } : null;
}

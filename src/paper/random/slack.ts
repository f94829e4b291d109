import type { EntropySystem } from '../../information/entropy-system.js';
import { evaluateForm } from '../../information/evaluate.js';
import type { Constraint } from '../../information/linear-form.js';

/** By how much a claim holds on a system, in nats: larger side less smaller, for an equation less the absolute difference. */
export function slackOf(claim: readonly Constraint[], system: EntropySystem): number {
  const slacks = claim.map(({ form, relation }) => {
    const value = evaluateForm(form, system);
    return relation === '=' ? -Math.abs(value) : value;
  });
  return Math.min(...slacks);
}

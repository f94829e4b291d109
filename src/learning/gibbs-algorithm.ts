import { requireNonNegative, requireProbabilities } from '../numeric/arguments.js';
import { softmaxColumns } from '../numeric/softmax.js';
import type { LearningAlgorithm } from './learning-algorithm.js';
import { empiricalRisks } from './risk.js';

/**
 * The Gibbs algorithm: P(w | S) ∝ π(w) exp(−β R̂_S(w)), with a prior π that is uniform if none is given. Its expected
 * generalization error is the symmetrised I(S;W), with relative entropy both ways, over β (Aminian et al. 2021,
 * arXiv:2107.13656).
 *
 * @throws RangeError if the inverse temperature β is negative or not finite, or the prior is no distribution
 */
export function gibbsAlgorithm(inverseTemperature: number, prior?: readonly number[]): LearningAlgorithm {
  requireNonNegative('inverseTemperature', inverseTemperature);
  if (prior) requireProbabilities('prior', prior);
  return {
    symmetric: true,
    posterior(problem, { counts }) {
      const logs = Float64Array.from(
        empiricalRisks(problem, counts),
        (risk, w) => (prior ? Math.log(prior[w]) : 0) - inverseTemperature * risk,
      );
      softmaxColumns(logs, new Float64Array(1));
      return [...logs];
    },
  };
}

import { requireInstance, requireNonNegative, requireProbabilities } from '../numeric/arguments.js';
import { ln } from '../numeric/logarithm.js';
import { softmaxColumns } from '../numeric/softmax.js';
import { requireDataset } from './datasets.js';
import type { LearningAlgorithm } from './learning-algorithm.js';
import { LearningProblem } from './learning-problem.js';
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
  if (prior !== undefined) requireProbabilities('prior', prior);
  return {
    symmetric: true,
    posterior(problem, dataset) {
      requireInstance('problem', problem, LearningProblem);
      requireDataset(dataset, problem);
      if (prior && prior.length !== problem.hypotheses.length) {
        throw new RangeError(`prior must have ${problem.hypotheses.length} probabilities, got ${prior.length}`);
      }
      const risks = empiricalRisks(problem, dataset.counts);
      // Only differences matter; taken where the products would be too large.
      const least = Number.isFinite(2 * inverseTemperature * problem.lossBound) ? 0 : Math.min(...risks);
      const logs = Float64Array.from(
        risks,
        (risk, w) => (prior ? ln(prior[w]) : 0) - inverseTemperature * (risk - least),
      );
      softmaxColumns(logs, new Float64Array(1));
      return [...logs];
    },
  };
}

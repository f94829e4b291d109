import { requireInstance } from '../numeric/arguments.js';
import { least } from '../numeric/extremes.js';
import { requireDataset } from './datasets.js';
import type { LearningAlgorithm } from './learning-algorithm.js';
import { LearningProblem } from './learning-problem.js';
import { empiricalRisks } from './risk.js';

/** Risks closer than this share of the greatest loss are a tie: they are sums of losses, with their rounding. */
const ROUNDING = 1e-12;

/** A hypothesis of least empirical risk, drawn at random among all of them. */
export const empiricalRiskMinimiser: LearningAlgorithm = {
  symmetric: true,
  posterior(problem, dataset) {
    requireInstance('problem', problem, LearningProblem);
    requireDataset(dataset, problem);
    const risks = empiricalRisks(problem, dataset.counts);
    const most = least(risks) + ROUNDING * problem.lossBound;
    const minimisers = risks.filter((risk) => risk <= most).length;
    return risks.map((risk) => (risk <= most ? 1 / minimisers : 0));
  },
};

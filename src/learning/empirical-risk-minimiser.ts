import type { LearningAlgorithm } from './learning-algorithm.js';
import { empiricalRisks } from './risk.js';

/** Risks closer than this share of the greatest loss are a tie: they are sums of losses, with their rounding. */
const ROUNDING = 1e-12;

/** A hypothesis of least empirical risk, drawn at random among all of them. */
export const empiricalRiskMinimiser: LearningAlgorithm = {
  symmetric: true,
  posterior(problem, { counts }) {
    const risks = empiricalRisks(problem, counts);
    const least = Math.min(...risks) + ROUNDING * problem.lossBound;
    const minimisers = risks.filter((risk) => risk <= least).length;
    return risks.map((risk) => (risk <= least ? 1 / minimisers : 0));
  },
};

export type { Bound, Line } from './bound.js';
export {
  binarySymmetricChannel,
  type Channel,
  channelInformation,
  composeChannels,
  erasureChannel,
  outputLaw,
  zChannel,
} from './channel.js';
export { compareTraining, type TaskPerformance, type TrainingComparison } from './compare-training.js';
export { contractionCoefficient, dobrushinCoefficient } from './contraction-coefficient.js';
export type { Dataset } from './datasets.js';
export { empiricalRiskMinimiser } from './empirical-risk-minimiser.js';
export { decomposeError, type ErrorDecomposition, type SynthesisLaws } from './error-decomposition.js';
export { type EstimateOptions, estimateTraining, type TrainingEstimate } from './estimate-training.js';
export { boundedInputContraction, gaussianInputContraction } from './gaussian-contraction.js';
export {
  expectedAbsoluteError,
  expectedEmpiricalRisk,
  expectedGeneralizationError,
  expectedPopulationRisk,
} from './generalization-error.js';
export { gibbsAlgorithm } from './gibbs-algorithm.js';
export { absoluteErrorBound, individualSampleBound, xuRaginskyBound } from './information-bounds.js';
export { keepAllData } from './keep-all-data.js';
export { LAYER_READINGS, type LayeredLearning, type LayerReading, layeredBound } from './layered-bound.js';
export type { LearningAlgorithm } from './learning-algorithm.js';
export { LearningProblem } from './learning-problem.js';
export { withDataNoise, withParameterNoise } from './noisy-algorithms.js';
export { lemma44, lemma46, type PrintedTerms, type StatementCheck, theorem47 } from './printed-bounds.js';
export { empiricalRisks, populationRisks } from './risk.js';
export { type RiskDifference, riskDifference } from './risk-difference.js';
export { constantAlgorithm, memorisingAlgorithm } from './simple-algorithms.js';
export { lossSubGaussianConstant, subGaussianConstant } from './sub-gaussian.js';
export { enumerateTraining, type Training, type TrainingOptions } from './training.js';
export { datasetInformation, pointInformation } from './training-information.js';

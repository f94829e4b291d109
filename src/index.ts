// reverse-bottleneck: information quantities and inequalities, mixtures, estimators, learning, and the simulation.
// Nothing here knows of the paper's ledger ('reverse-bottleneck/paper') or of a notebook ('reverse-bottleneck/notebook').
// biome-ignore-all assist/source/organizeImports: room by room, from the ground up

// The ground: samples, summaries, random streams.
export { cantorFunction } from './numeric/cantor-function.js';
export { chiSquareTest } from './numeric/chi-square.js';
export { toMatrix, toSamples } from './numeric/samples.js';
export { mean, median, standardDeviation, standardError } from './numeric/summary.js';
export { createRng } from './random/rng.js';

// Information quantities: the language, the systems it is evaluated on, the information bottleneck.
export { evaluate } from './information/evaluate.js';
export { FiniteDistribution } from './information/finite-distribution.js';
export { gaussianBottleneckRelevance } from './information/gaussian-bottleneck.js';
export { holds } from './information/holds.js';
export { informationBottleneck, informationBottleneckCurve } from './information/information-bottleneck.js';
export { informationFlow } from './information/information-flow.js';
export { LinearCode } from './information/linear-code.js';
export { DegenerateError, LinearGaussian } from './information/linear-gaussian.js';
export { toLatex, toText } from './information/notation.js';
export { parseExpression, parseStatement } from './information/parse.js';
export { H, I } from './information/quantities.js';
export { entropy } from './information/shannon-entropy.js';
export { ParseError } from './information/tokens.js';

// Information inequalities: proofs with certificates, exact counterexamples, repairs.
export { Certificate } from './inequality/certificate.js';
export { Polymatroid } from './inequality/polymatroid.js';
export { prove } from './inequality/prove.js';
export { Counterexample } from './inequality/refute/counterexample.js';
export { repair } from './inequality/repair.js';
export { weakest } from './inequality/weakest.js';

// Distributions with a density: mixtures and EM, divergences, change of variables, convolution.
export { fitGaussianMixture } from './mixture/fit-gaussian-mixture.js';
export { GaussianMixture } from './mixture/gaussian-mixture.js';
export { bestShare, highestDensityRegion } from './density/best-share.js';
export { cantorMap } from './density/cantor-map.js';
export { cellCounts } from './density/cell-counts.js';
export { changeOfVariables, diffeomorphismErrors } from './density/change-of-variables.js';
export { convolution } from './density/convolution.js';
export { differentialEntropy } from './density/differential-entropy.js';
export { goodnessOfFit } from './density/goodness-of-fit.js';
export { jensenShannonDivergence } from './density/jensen-shannon-divergence.js';
export { klDivergence } from './density/kl-divergence.js';
export { planeGrid } from './density/plane-grid.js';
export { totalVariation } from './density/total-variation.js';
export { truncation } from './density/truncation.js';
export { uniformDensity } from './density/uniform-density.js';

// Quantities from samples, with their uncertainty.
export {
  additiveUniform,
  multivariateNormal,
  multivariateStudent,
  zeroInflatedPoisson,
} from './estimators/benchmark-families.js';
export { biasCheck } from './estimators/bias-check.js';
export {
  conditionalMutualInformationKnn,
  localConditionalMutualInformationKnn,
} from './estimators/conditional-mutual-information-knn.js';
export { dither } from './estimators/dither.js';
export { entropyKnn, localEntropyKnn } from './estimators/entropy-knn.js';
export { entropyOfCounts } from './estimators/entropy-of-counts.js';
export { fromSamples } from './estimators/from-samples.js';
export { klDivergenceKnn, localKlDivergenceKnn } from './estimators/kl-divergence-knn.js';
export {
  conditionalMutualInformationGaussian,
  mutualInformationGaussian,
} from './estimators/mutual-information-gaussian.js';
export { localMutualInformationKsg, mutualInformationKsg } from './estimators/mutual-information-ksg.js';
export { localMutualInformationMixed, mutualInformationMixed } from './estimators/mutual-information-mixed.js';
export {
  conditionalMutualInformationOfCounts,
  mutualInformationOfCounts,
} from './estimators/mutual-information-of-counts.js';
export { localMutualInformationRoss, mutualInformationRoss } from './estimators/mutual-information-ross.js';
export { percentileBootstrap } from './estimators/percentile-bootstrap.js';
export { permutationTest } from './estimators/permutation-test.js';
export { rankCorrelation } from './estimators/rank-correlation.js';
export { standardise } from './estimators/standardise.js';
export { totalVariationKnn } from './estimators/total-variation-knn.js';
export { totalVariationOfCounts } from './estimators/total-variation-of-counts.js';
export { bootstrap, bootstrapOfCounts, subsampling } from './estimators/uncertainty.js';

// Learning: finite problems on which training is enumerated, channels, bounds of the generalization error.
export {
  binarySymmetricChannel,
  channelInformation,
  composeChannels,
  erasureChannel,
  outputLaw,
  zChannel,
} from './learning/channel.js';
export { contractionCoefficient, dobrushinCoefficient } from './learning/contraction-coefficient.js';
export { empiricalRiskMinimiser } from './learning/empirical-risk-minimiser.js';
export { estimateTraining } from './learning/estimate-training.js';
export { boundedInputContraction, gaussianInputContraction } from './learning/gaussian-contraction.js';
export { expectedAbsoluteError } from './learning/generalization-error.js';
export { gibbsAlgorithm } from './learning/gibbs-algorithm.js';
export { individualSampleBound, xuRaginskyBound } from './learning/information-bounds.js';
export { keepAllData } from './learning/keep-all-data.js';
export { LAYER_READINGS, layeredBound } from './learning/layered-bound.js';
export { LearningProblem } from './learning/learning-problem.js';
export { populationRisks } from './learning/risk.js';
export { memorisingAlgorithm } from './learning/simple-algorithms.js';
export { lossSubGaussianConstant } from './learning/sub-gaussian.js';
export { enumerateTraining } from './learning/training.js';
export { datasetInformation, pointInformation } from './learning/training-information.js';

// Synthetic data: the generating process as exact systems, the simulation, and KL Gap over it.
export { calibrateMeasures } from './synthesis/calibration.js';
export { COMPONENT_KINDS, DEFAULT_COUNTS, kindOfComponent } from './synthesis/component-counts.js';
export { compression } from './synthesis/compression.js';
export { idealDivergences, lostCoverageBound } from './synthesis/coverage.js';
export { datumInformation } from './synthesis/datum-information.js';
export { klGap, measuredDivergence } from './synthesis/kl-gap.js';
export { klGapPanels } from './synthesis/kl-gap-panels.js';
export { klGapSweep } from './synthesis/kl-gap-sweep.js';
export { klGapTrend, klGapTrends, klGapTrendsByReading } from './synthesis/kl-gap-trends.js';
export { KL_GAP_MEASURES } from './synthesis/measures.js';
export { postTrain } from './synthesis/post-training.js';
export { copyOrExplore } from './synthesis/process/copy-or-explore.js';
export { informedGeneration } from './synthesis/process/informed-generation.js';
export { linearGaussianProcess } from './synthesis/process/linear-gaussian-process.js';
export { promptedGeneration } from './synthesis/process/prompted-generation.js';
export { answerPrompts, promptedModel } from './synthesis/prompted-model.js';
export { ABLATIONS } from './synthesis/protocols.js';
export { simulate } from './synthesis/simulation.js';

export type * from './types.js';

export { type BestShare, type BestShareOptions, bestShare, highestDensityRegion } from './density/best-share.js';
export { cantorMap } from './density/cantor-map.js';
export { type CellCounts, cellCounts } from './density/cell-counts.js';
export {
  changeOfVariables,
  type Diffeomorphism,
  type DiffeomorphismErrors,
  diffeomorphismErrors,
} from './density/change-of-variables.js';
export { convolution } from './density/convolution.js';
export type { Density } from './density/density.js';
export { differentialEntropy } from './density/differential-entropy.js';
export { type GoodnessOfFit, goodnessOfFit } from './density/goodness-of-fit.js';
export { jensenShannonDivergence } from './density/jensen-shannon-divergence.js';
export { KL_MIXTURE_METHODS, type KlMixtureMethod, klDivergence } from './density/kl-divergence.js';
export type { MonteCarloEstimate, MonteCarloOptions } from './density/monte-carlo.js';
export { type PlaneGrid, type PlaneGridOptions, planeGrid } from './density/plane-grid.js';
export { totalVariation } from './density/total-variation.js';
export { type Truncation, truncation } from './density/truncation.js';
export { uniformDensity } from './density/uniform-density.js';
export {
  additiveUniform,
  type BenchmarkFamily,
  type CorrelatedPairs,
  multivariateNormal,
  multivariateStudent,
  uniformMixture,
  zeroInflatedPoisson,
} from './estimators/benchmark-families.js';
export {
  type ConditionalMutualInformationKnnOptions,
  conditionalMutualInformationKnn,
  localConditionalMutualInformationKnn,
} from './estimators/conditional-mutual-information-knn.js';
export { type EntropyKnnOptions, entropyKnn, localEntropyKnn } from './estimators/entropy-knn.js';
export { type EntropyEstimator, entropyOfCounts } from './estimators/entropy-of-counts.js';
export { type KlDivergenceKnnOptions, klDivergenceKnn, localKlDivergenceKnn } from './estimators/kl-divergence-knn.js';
export {
  conditionalMutualInformationGaussian,
  mutualInformationGaussian,
} from './estimators/mutual-information-gaussian.js';
export {
  type KsgOptions,
  localMutualInformationKsg,
  mutualInformationKsg,
} from './estimators/mutual-information-ksg.js';
export {
  localMutualInformationMixed,
  type MutualInformationMixedOptions,
  mutualInformationMixed,
} from './estimators/mutual-information-mixed.js';
export { percentileBootstrap } from './estimators/percentile-bootstrap.js';
export {
  type PermutationTestOptions,
  type PermutationTestResult,
  permutationTest,
} from './estimators/permutation-test.js';
export { type TotalVariationKnnOptions, totalVariationKnn } from './estimators/total-variation-knn.js';
export { totalVariationOfCounts } from './estimators/total-variation-of-counts.js';
export {
  bootstrap,
  bootstrapOfCounts,
  type Estimate,
  type ResamplingOptions,
  type Statistic,
  subsampling,
  type UncertaintyOptions,
} from './estimators/uncertainty.js';
export { Certificate } from './inequality/certificate.js';
export type { CertificateTerm, CertifiedForm, Reason } from './inequality/certified-form.js';
export { Polymatroid } from './inequality/polymatroid.js';
export { prove } from './inequality/prove.js';
export type { ProveOptions } from './inequality/prove-options.js';
export { type CheckedStatement, Counterexample, verifyCounterexample } from './inequality/refute/counterexample.js';
export { type AddedPremise, type Correction, repair } from './inequality/repair.js';
export type { Proved, Refuted, Undecided, Verdict } from './inequality/verdict.js';
export { type WeakestPremises, weakest } from './inequality/weakest.js';
export type { EntropySystem } from './information/entropy-system.js';
export { evaluate } from './information/evaluate.js';
export {
  FiniteDistribution,
  type Label,
  type Outcome,
  type ProbabilityMass,
} from './information/finite-distribution.js';
export { gaussianBottleneckRelevance } from './information/gaussian-bottleneck.js';
export { holds } from './information/holds.js';
export {
  type BottleneckOptions,
  type InformationBottleneck,
  informationBottleneck,
  informationBottleneckCurve,
} from './information/information-bottleneck.js';
export { LinearCode } from './information/linear-code.js';
export { type Constraint, constraints, LinearForm, linearForm } from './information/linear-form.js';
export { type Coefficient, type Covariance, DegenerateError, LinearGaussian } from './information/linear-gaussian.js';
export { toLatex, toText } from './information/notation.js';
export { parseExpression, parseStatement } from './information/parse.js';
export { H, I } from './information/quantities.js';
export { entropy } from './information/shannon-entropy.js';
export type { Expression, Statement } from './information/syntax.js';
export { ParseError } from './information/tokens.js';
export * from './learning/index.js';
export type { CovarianceType } from './mixture/covariance-types.js';
export { type FitOptions, fitGaussianMixture, type GaussianMixtureFit } from './mixture/fit-gaussian-mixture.js';
export { GaussianMixture, type LabelledSample, type MixtureParameters } from './mixture/gaussian-mixture.js';
export { boundSlacksFigure } from './notebook/figures/bound-slacks-figure.js';
export { type CalibrationFigureOptions, calibrationFigure } from './notebook/figures/calibration-figure.js';
export { type CompressionFigureOptions, compressionFigure } from './notebook/figures/compression-figure.js';
export { type Curve, type CurvesAxes, type CurvesAxis, curvesFigure } from './notebook/figures/curves-figure.js';
export { type DensityCurve, type DensityFigureOptions, densityFigure } from './notebook/figures/density-figure.js';
export { type Derivation, derivationFigure } from './notebook/figures/derivation-figure.js';
export {
  type DistributionCurve,
  type DistributionFunctionFigureOptions,
  distributionFunctionFigure,
} from './notebook/figures/distribution-function-figure.js';
export { distributionsFigure } from './notebook/figures/distributions-figure.js';
export {
  type EstimatesCurve,
  type EstimatesFigureOptions,
  type EstimatesPanel,
  estimatesFigure,
} from './notebook/figures/estimates-figure.js';
export { generationFlow, generationFlowFigure } from './notebook/figures/generation-flow-figure.js';
export { ggmiTermsFigure } from './notebook/figures/ggmi-terms-figure.js';
export {
  type InformationPlaneOptions,
  informationPlaneFigure,
} from './notebook/figures/information-plane-figure.js';
export { klGapFigure } from './notebook/figures/kl-gap-figure.js';
export { klGapGridFigure } from './notebook/figures/kl-gap-grid-figure.js';
export { klGapRoundsFigure } from './notebook/figures/kl-gap-rounds-figure.js';
export { klGapTrendsFigure } from './notebook/figures/kl-gap-trends-figure.js';
export { type KnobMap, type KnobMapsFigureOptions, knobMapsFigure } from './notebook/figures/knob-maps-figure.js';
export { type LocalValuesFigureOptions, localValuesFigure } from './notebook/figures/local-values-figure.js';
export { type Panel, type PanelsFigureOptions, panelsFigure } from './notebook/figures/panels-figure.js';
export { type PermutationFigureOptions, permutationFigure } from './notebook/figures/permutation-figure.js';
export {
  type PlaneDensitiesFigureOptions,
  type PlanePanel,
  planeDensitiesFigure,
} from './notebook/figures/plane-densities-figure.js';
export { type ProcessFigureOptions, type ProcessStage, processFigure } from './notebook/figures/process-figure.js';
export { randomEvidenceFigure } from './notebook/figures/random-evidence-figure.js';
export { reverseBottleneckFigure } from './notebook/figures/reverse-bottleneck-figure.js';
export { setupFigure } from './notebook/figures/setup-figure.js';
export { type Knob, type SweepCurve, type SweepFigureOptions, sweepFigure } from './notebook/figures/sweep-figure.js';
export { termCurves } from './notebook/figures/term-curves.js';
export { type RepairTightness, tightnessFigure } from './notebook/figures/tightness-figure.js';
export {
  type TurnedKnob,
  type TwoSides,
  type TwoSidesFigureOptions,
  twoSidesFigure,
} from './notebook/figures/two-sides-figure.js';
export { withSlider } from './notebook/figures/with-slider.js';
export * from './notebook/index.js';
export { cantorFunction } from './numeric/cantor-function.js';
export { type ChiSquareTest, chiSquareTest } from './numeric/chi-square.js';
export type { SampleInput } from './numeric/samples.js';
export { mean, median, standardDeviation, standardError } from './numeric/summary.js';
export * from './paper/index.js';
export { createRng, type Rng, type Seed } from './random/rng.js';
export * from './synthesis/index.js';

export { type EntropyEstimator, entropyOfCounts } from './estimators/entropy-of-counts.js';
export type { EntropySystem } from './information/entropy-system.js';
export { evaluate } from './information/evaluate.js';
export {
  FiniteDistribution,
  type Label,
  type Outcome,
  type ProbabilityMass,
} from './information/finite-distribution.js';
export { holds } from './information/holds.js';
export { LinearCode } from './information/linear-code.js';
export { type Constraint, constraints, LinearForm, linearForm } from './information/linear-form.js';
export { type Coefficient, type Covariance, DegenerateError, LinearGaussian } from './information/linear-gaussian.js';
export { toLatex, toText } from './information/notation.js';
export { parseExpression, parseStatement } from './information/parse.js';
export type { Expression, Statement } from './information/syntax.js';
export { ParseError } from './information/tokens.js';
export type { CovarianceType } from './mixture/covariance-types.js';
export { type FitOptions, fitGaussianMixture, type GaussianMixtureFit } from './mixture/fit-gaussian-mixture.js';
export { GaussianMixture, type LabelledSample, type MixtureParameters } from './mixture/gaussian-mixture.js';
export { distributionsFigure } from './notebook/figures/distributions-figure.js';
export { klGapFigure } from './notebook/figures/kl-gap-figure.js';
export { setupFigure } from './notebook/figures/setup-figure.js';
export * from './notebook/index.js';
export type { SampleInput } from './numeric/samples.js';
export { mean, median, standardDeviation, standardError } from './numeric/summary.js';
export { createRng, type Rng, type Seed } from './random/rng.js';
export { type ComponentCounts, type ComponentKind, DEFAULT_COUNTS } from './synthesis/component-counts.js';
export {
  type KlGapEstimate,
  type KlGapMeasure,
  type KlGapOptions,
  type KlGapTriple,
  klGap,
} from './synthesis/kl-gap.js';
export {
  type KlGapCurve,
  type KlGapSummary,
  type KlGapSweepOptions,
  type KlGapSweepResult,
  klGapSweep,
} from './synthesis/kl-gap-sweep.js';
export { type PostTrained, postTrain } from './synthesis/post-training.js';
export type { ProtocolName } from './synthesis/protocol.js';
export { type Simulation, type SimulationOptions, simulate } from './synthesis/simulation.js';

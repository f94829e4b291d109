export { type CalibrationOptions, type CalibrationRow, calibrateMeasures } from './calibration.js';
export { type ComponentCounts, type ComponentKind, DEFAULT_COUNTS } from './component-counts.js';
export {
  type Compressed,
  type Compression,
  type CompressionOptions,
  compression,
  type Divergences,
  type Outlines,
} from './compression.js';
export { type IdealDivergences, idealDivergences, lostCoverageBound } from './coverage.js';
export {
  type KlGapEstimate,
  type KlGapOptions,
  type KlGapTriple,
  klGap,
  measuredDivergence,
  type ResampleCount,
  type ResampledEstimate,
} from './kl-gap.js';
export { type KlGapPanels, type KlGapPanelsOptions, klGapPanels } from './kl-gap-panels.js';
export {
  type KlGapCurve,
  type KlGapSummary,
  type KlGapSweepOptions,
  type KlGapSweepResult,
  klGapSweep,
} from './kl-gap-sweep.js';
export {
  type KlGapAtDefault,
  type KlGapTrend,
  type KlGapTrends,
  klGapTrends,
  klGapTrendsByReading,
  type TrendVerdict,
} from './kl-gap-trends.js';
export { KL_GAP_MEASURES, type KlGapMeasure } from './measures.js';
export { type PostTrained, postTrain } from './post-training.js';
export { type CopyOrExploreOptions, copyOrExplore } from './process/copy-or-explore.js';
export { type GgmiTerms, ggmiTerms } from './process/ggmi-terms.js';
export {
  type FlowArrow,
  type FlowSource,
  type FlowStage,
  type InformationFlow,
  informationFlow,
} from './process/information-flow.js';
export { type InformedGenerationOptions, informedGeneration } from './process/informed-generation.js';
export { type LinearGaussianProcessOptions, linearGaussianProcess } from './process/linear-gaussian-process.js';
export { type PromptedGenerationOptions, promptedGeneration } from './process/prompted-generation.js';
export { answerPrompts, type PromptingOptions, promptedModel } from './prompted-model.js';
export type { Protocol } from './protocol.js';
export { ABLATIONS, PROTOCOLS, type ProtocolInput, type ProtocolName } from './protocols.js';
export { type Simulation, type SimulationOptions, simulate } from './simulation.js';

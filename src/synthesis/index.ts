export type { IntervalEstimate } from './bootstrap.js';
export { type CalibrationOptions, type CalibrationRow, calibrateMeasures, lostCoverageBound } from './calibration.js';
export { type ComponentCounts, type ComponentKind, DEFAULT_COUNTS } from './component-counts.js';
export { type CopyOrExploreOptions, copyOrExplore } from './copy-or-explore.js';
export { type GgmiTerms, ggmiTerms } from './ggmi-terms.js';
export {
  type FlowArrow,
  type FlowSource,
  type FlowStage,
  type InformationFlow,
  informationFlow,
} from './information-flow.js';
export { type InformedGenerationOptions, informedGeneration } from './informed-generation.js';
export {
  type KlGapEstimate,
  type KlGapOptions,
  type KlGapTriple,
  klGap,
  measuredDivergence,
  type ResampleCount,
  type ResampledEstimate,
} from './kl-gap.js';
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
  type TrendVerdict,
} from './kl-gap-trends.js';
export { KL_GAP_MEASURES, type KlGapMeasure } from './measures.js';
export { type PostTrained, postTrain } from './post-training.js';
export { type PromptedGenerationOptions, promptedGeneration } from './prompted-generation.js';
export type { Protocol } from './protocol.js';
export { ABLATIONS, PROTOCOLS, type ProtocolInput, type ProtocolName } from './protocols.js';
export { type Simulation, type SimulationOptions, simulate } from './simulation.js';

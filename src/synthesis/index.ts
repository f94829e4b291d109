export { type ComponentCounts, type ComponentKind, DEFAULT_COUNTS } from './component-counts.js';
export { type KlGapEstimate, type KlGapMeasure, type KlGapOptions, type KlGapTriple, klGap } from './kl-gap.js';
export {
  type KlGapCurve,
  type KlGapSummary,
  type KlGapSweepOptions,
  type KlGapSweepResult,
  klGapSweep,
} from './kl-gap-sweep.js';
export { type PostTrained, postTrain } from './post-training.js';
export type { ProtocolName } from './protocol.js';
export { type Simulation, type SimulationOptions, simulate } from './simulation.js';

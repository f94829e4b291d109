import { createRng, type Seed } from '../random/rng.js';
import { type ComponentKind, DEFAULT_COUNTS } from './component-counts.js';
import { type KlGapEstimate, klGap, type ResampleCount } from './kl-gap.js';
import type { KlGapMeasure } from './measures.js';
import { postTrain } from './post-training.js';
import type { Protocol } from './protocol.js';
import { simulate } from './simulation.js';

/** What all rounds of a sweep have in common. Plain data, so that it can be sent to worker threads. */
export interface RoundSettings {
  readonly vary: ComponentKind;
  readonly protocol: Protocol;
  readonly measures: readonly KlGapMeasure[];
  readonly resamples: ResampleCount;
  readonly points: number;
  readonly seed: Seed;
}

/** One round of a sweep: the value of the count that varies, and the number of the round. */
export interface Round {
  readonly value: number;
  readonly round: number;
}

/** An estimate for each measure, in their order. Plain data, too. */
export type RoundResult = readonly KlGapEstimate[];

/** Draws the whole set-up, fits both mixtures and measures KL Gap. The random numbers depend on (seed, vary, value, round). */
export function runRound(settings: RoundSettings, { value, round }: Round): RoundResult {
  const { vary, protocol, measures, resamples, points, seed } = settings;
  const rng = createRng(seed).split(vary).split(value).split(round);
  const simulation = simulate({ ...DEFAULT_COUNTS, [vary]: value }, { protocol, rng: rng.split('simulation') });
  const { anchor, synthetic } = postTrain(simulation, rng.split('post-training'));
  const triple = { groundTruth: simulation.groundTruth, anchor: anchor.mixture, synthetic: synthetic.mixture };
  const estimates = klGap(triple, { measure: measures, resamples, points, rng: rng.split('resampling') });
  return measures.map((measure) => estimates[measure]);
}

import { setImmediate } from 'node:timers/promises';
import { requireKnownOptions, requireOneOf, requirePositiveInteger } from '../numeric/arguments.js';
import { mean, median, standardDeviation } from '../numeric/summary.js';
import { createRng, type Rng, type Seed } from '../random/rng.js';
import { COMPONENT_KINDS, type ComponentCounts, type ComponentKind, DEFAULT_COUNTS } from './component-counts.js';
import { KL_GAP_MEASURE_NAMES, type KlGapEstimate, type KlGapMeasure, klGap } from './kl-gap.js';
import { postTrain } from './post-training.js';
import { PROTOCOL_NAMES, type ProtocolName } from './protocol.js';
import { simulate } from './simulation.js';

export interface KlGapSweepOptions<M extends KlGapMeasure | readonly KlGapMeasure[]> {
  /** The count that varies; the other two stay at 2. */
  readonly vary: ComponentKind;
  /** Its values, positive integers. Figure 4 has 2, …, 15. */
  readonly values: readonly number[];
  readonly protocol: ProtocolName;
  /** One measure, or several on the same fitted mixtures. */
  readonly measure: M;
  /** Independent draws of the whole set-up. Figure 4 has 100. */
  readonly rounds: number;
  /** Resamples a round's KL Gap is averaged over. Figure 4 has 100. */
  readonly resamples: number;
  readonly seed: Seed;
  /** Called after each round with the rounds done and their total number. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Stops the sweep, which then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** KL Gap over the rounds of one setting, in nats. */
export interface KlGapSummary {
  readonly mean: number;
  /** Population standard deviation over rounds: the shading of Figure 4. */
  readonly standardDeviation: number;
  readonly median: number;
  /** Number of rounds. */
  readonly n: number;
  /** Each round's KL Gap, the mean over its resamples. */
  readonly values: readonly number[];
  /** Standard error of each of `values` as a mean over resamples; null with a single resample. */
  readonly standardErrors: readonly (number | null)[];
}

/** Summaries by the value of the varied count. */
export type KlGapCurve = Readonly<Record<number, KlGapSummary>>;

export type KlGapSweepResult<M extends KlGapMeasure | readonly KlGapMeasure[]> = M extends readonly (infer Each)[]
  ? Readonly<Record<Each & KlGapMeasure, KlGapCurve>>
  : KlGapCurve;

const OPTIONS = ['vary', 'values', 'protocol', 'measure', 'rounds', 'resamples', 'seed', 'onProgress', 'signal'];

/**
 * One panel of Figure 4: KL Gap as one of K, J, L varies and the others are 2 (§4.4).
 * A round's random numbers depend on (seed, vary, value, round) only, and a measure's on its name besides, so that no
 * number changes with the order of the work or with what else is measured.
 * Returns a curve for one measure, and curves by measure for a list. Throws on any option out of range.
 */
export async function klGapSweep<const M extends KlGapMeasure | readonly KlGapMeasure[]>(
  options: KlGapSweepOptions<M>,
): Promise<KlGapSweepResult<M>> {
  const measures = checkedMeasures(options);
  const { vary, values, rounds, onProgress, signal } = options;
  const sweep = createRng(options.seed).split(vary);
  const curves = Object.fromEntries(measures.map((name) => [name, {} as Record<number, KlGapSummary>]));
  let done = 0;
  for (const value of values) {
    const results: RoundResult[] = [];
    for (let round = 0; round < rounds; round++) {
      signal?.throwIfAborted();
      results.push(runRound({ ...DEFAULT_COUNTS, [vary]: value }, measures, options, sweep.split(value).split(round)));
      onProgress?.(++done, values.length * rounds);
      // Lets an interrupt or a progress bar through.
      await setImmediate();
    }
    for (const name of measures) curves[name][value] = summarise(results.map((result) => result[name]));
  }
  return (Array.isArray(options.measure) ? curves : curves[measures[0]]) as KlGapSweepResult<M>;
}

type RoundResult = Record<string, KlGapEstimate>;

function runRound(
  counts: ComponentCounts,
  measures: readonly KlGapMeasure[],
  { protocol, resamples }: Pick<KlGapSweepOptions<KlGapMeasure>, 'protocol' | 'resamples'>,
  rng: Rng,
): RoundResult {
  const simulation = simulate(counts, { protocol, rng: rng.split('simulation') });
  const fitted = postTrain(simulation, rng.split('post-training'));
  const triple = {
    groundTruth: simulation.groundTruth,
    anchor: fitted.anchor.mixture,
    synthetic: fitted.synthetic.mixture,
  };
  return Object.fromEntries(
    measures.map((measure) => [measure, klGap(triple, { measure, resamples, rng: rng.split(measure) })]),
  );
}

function summarise(estimates: readonly KlGapEstimate[]): KlGapSummary {
  const values = estimates.map(({ value }) => value);
  return {
    mean: mean(values),
    standardDeviation: standardDeviation(values),
    median: median(values),
    n: values.length,
    values,
    standardErrors: estimates.map(({ standardError }) => standardError),
  };
}

function checkedMeasures(options: KlGapSweepOptions<KlGapMeasure | readonly KlGapMeasure[]>): readonly KlGapMeasure[] {
  requireKnownOptions('klGapSweep', options, OPTIONS);
  requireOneOf('vary', options.vary, COMPONENT_KINDS);
  if (!Array.isArray(options.values) || options.values.length === 0) {
    throw new RangeError(`values must be a list of at least one count, got ${JSON.stringify(options.values)}`);
  }
  options.values.forEach((value, i) => {
    requirePositiveInteger(`values[${i}]`, value);
  });
  requireOneOf('protocol', options.protocol, PROTOCOL_NAMES);
  const measures = ([] as KlGapMeasure[]).concat(options.measure);
  if (measures.length === 0) throw new RangeError('measure must name at least one measure, got an empty list');
  for (const name of measures) requireOneOf('measure', name, KL_GAP_MEASURE_NAMES);
  requirePositiveInteger('rounds', options.rounds);
  requirePositiveInteger('resamples', options.resamples);
  return measures;
}

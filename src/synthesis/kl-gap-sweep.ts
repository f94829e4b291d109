import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import {
  brief,
  requireEach,
  requireFunction,
  requireInstance,
  requireKnownOptions,
  requireNonNegativeInteger,
  requireOneOf,
  requirePositiveInteger,
} from '../numeric/arguments.js';
import { mean, median, standardDeviation } from '../numeric/summary.js';
import { createRng, type Seed } from '../random/rng.js';
import { Checkpoint } from '../work/checkpoint.js';
import { runInWorkers } from '../work/worker-pool.js';
import { COMPONENT_KINDS, type ComponentKind } from './component-counts.js';
import { type KlGapEstimate, RESAMPLED_POINTS, type ResampleCount, readResampling } from './kl-gap.js';
import { type Round, type RoundResult, type RoundSettings, runRound } from './kl-gap-round.js';
import { type ByMeasure, byMeasure, type MeasureChoice, readMeasures } from './measure-choice.js';
import { type ProtocolInput, readProtocol } from './protocols.js';

export interface KlGapSweepOptions<M extends MeasureChoice> {
  /** The count that varies; the other two stay at 2. */
  readonly vary: ComponentKind;
  /** Its values, positive integers. Figure 4 has 2, …, 15. */
  readonly values: readonly number[];
  /** By name, or choices of one's own: `{ syntheticPoints: 500 }` is the published code but for that. */
  readonly protocol: ProtocolInput;
  /** One measure, or several on the same fitted mixtures and the same points. */
  readonly measure: M;
  /** Independent draws of the whole set-up. Figure 4 has 100. */
  readonly rounds: number;
  /** Resamples a round's KL Gap is averaged over; by measure, if it is not the same for all. Figure 4 has 100. */
  readonly resamples: ResampleCount;
  /** Points drawn from each mixture in a resample; 1000 by default, as in Figure 4. */
  readonly points?: number;
  readonly seed: Seed;
  /** Number of worker threads, by default as many as the machine runs at once; 0 does all the work in this thread. */
  readonly workers?: number;
  /** Called after each round with the rounds done, their total number, and an estimate of the seconds left. */
  readonly onProgress?: (done: number, total: number, secondsLeft: number) => void;
  /** Stops the sweep, which then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** A file that keeps the rounds done. A sweep that finds one goes on from there, to the same results. */
  readonly checkpoint?: string;
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
  /** Mean over rounds of the gap's first term, the divergence of π^{S_anchor} from G, and of its second, of π^{S_gen}. */
  readonly meanDivergences: { readonly anchor: number; readonly synthetic: number };
}

/** Summaries by the value of the varied count. */
export type KlGapCurve = Readonly<Record<number, KlGapSummary>>;

/** A curve for one measure, or curves by measure for a list. */
export type KlGapSweepResult<M extends MeasureChoice> = ByMeasure<M, KlGapCurve>;

export const KL_GAP_SWEEP_OPTIONS = [
  ...['values', 'protocol', 'measure', 'rounds', 'resamples', 'points', 'seed'],
  ...['workers', 'onProgress', 'signal', 'checkpoint'],
] as const;

/** What worker threads run. TypeScript sources, as tests import them, are nothing that a thread could run. */
const WORKER = import.meta.url.endsWith('.js') ? new URL('./kl-gap-worker.js', import.meta.url) : undefined;

/**
 * One panel of Figure 4: KL Gap as one of K, J, L varies and the others are 2 (§4.4).
 * The random numbers of a round depend on (seed, vary, value, round) only, in whatever protocol: no number changes with
 * the number of workers, the order of the work, an interruption that a checkpoint bridges, or what else is measured.
 *
 * @returns a curve for one measure, and curves by measure for a list
 * @throws RangeError if an option is out of range
 * @throws TypeError if an option is unknown or of the wrong type
 * @throws Error if the checkpoint is of another sweep, was made by another version or on another platform, or has been
 *   altered
 * @throws the signal's reason if it is aborted
 */
export async function klGapSweep<const M extends MeasureChoice>(
  options: KlGapSweepOptions<M>,
): Promise<KlGapSweepResult<M>> {
  const settings = readSettings(options);
  const { rounds, checkpoint: path, onProgress, signal } = options;
  const values = Array.from(options.values);
  const workers = readWorkers(options.workers);
  signal?.throwIfAborted();
  // Value after value in each round, so that the rounds done tell how long the others take.
  const jobs = Array.from({ length: rounds }, (_, round) => values.map((value): Round => ({ value, round }))).flat();
  const checkpoint = new Checkpoint<RoundResult>(path, { ...settings, values, rounds });
  const resultOf = (job: Round) => checkpoint.results.get(nameOf(job));
  const waiting = jobs.filter((job) => !resultOf(job));
  const kept = jobs.find(resultOf);
  if (kept && !isDeepStrictEqual(resultOf(kept), runRound(settings, kept))) {
    throw new Error(`checkpoint '${path}' has numbers that another version of this program made: delete it`);
  }

  const start = performance.now();
  let left = waiting.length;
  const onAnswer = (job: Round, result: RoundResult) => {
    checkpoint.record(nameOf(job), result);
    const secondsPerRound = (performance.now() - start) / 1000 / (waiting.length - --left);
    onProgress?.(jobs.length - left, jobs.length, left * secondsPerRound);
  };
  if (left === 0) onProgress?.(jobs.length, jobs.length, 0);
  try {
    if (workers > 0) await runInWorkers(waiting, { script: WORKER!, data: settings, workers, onAnswer, signal });
    else await runHere(waiting, settings, onAnswer, signal);
  } finally {
    checkpoint.save();
  }

  return byMeasure(options.measure, (measure) => {
    const position = settings.measures.indexOf(measure);
    const estimates = (value: number) =>
      Array.from({ length: rounds }, (_, round) => resultOf({ value, round })![position]);
    return Object.fromEntries(values.map((value) => [value, summarise(estimates(value))])) as KlGapCurve;
  });
}

async function runHere(
  jobs: readonly Round[],
  settings: RoundSettings,
  onAnswer: (job: Round, result: RoundResult) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (const job of jobs) {
    signal?.throwIfAborted();
    onAnswer(job, runRound(settings, job));
    // Lets an interrupt or a progress bar through.
    await setImmediate();
  }
}

/** What a result is kept under. */
function nameOf({ value, round }: Round): string {
  return `${value}/${round}`;
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
    meanDivergences: {
      anchor: mean(estimates.map(({ anchor }) => anchor)),
      synthetic: mean(estimates.map(({ synthetic }) => synthetic)),
    },
  };
}

function readSettings(options: KlGapSweepOptions<MeasureChoice>): RoundSettings {
  requireKnownOptions('klGapSweep', options, ['vary', ...KL_GAP_SWEEP_OPTIONS]);
  const { vary, values, rounds, resamples, points = RESAMPLED_POINTS, seed, onProgress, signal } = options;
  requireOneOf('vary', vary, COMPONENT_KINDS);
  requireEach('values', values, requirePositiveInteger, 1);
  if (new Set(values).size < values.length) throw new RangeError(`values must differ, got ${brief(values)}`);
  const protocol = readProtocol(options.protocol);
  const measures = readMeasures(options.measure, protocol.dimension);
  requirePositiveInteger('rounds', rounds);
  readResampling(resamples, points, measures);
  createRng(seed);
  if (onProgress !== undefined) requireFunction('onProgress', onProgress);
  if (signal !== undefined) requireInstance('signal', signal, AbortSignal);
  return { vary, protocol, measures, resamples, points, seed };
}

function readWorkers(workers = WORKER ? availableParallelism() : 0): number {
  requireNonNegativeInteger('workers', workers);
  if (workers > 0 && !WORKER) throw new Error(`workers must be 0 where the package is not built, got ${workers}`);
  return workers;
}

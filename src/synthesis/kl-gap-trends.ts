import { percentileBootstrap } from '../estimators/percentile-bootstrap.js';
import { correlationOfRanks, ranksOf } from '../estimators/rank-correlation.js';
import type { Estimate } from '../estimators/uncertainty.js';
import {
  requireEach,
  requireFinite,
  requireKnownOptions,
  requireOneOf,
  requirePositiveInteger,
  requireRecord,
} from '../numeric/arguments.js';
import { mean, median } from '../numeric/summary.js';
import { type Rng, requireRng } from '../random/rng.js';
import { byKind, COMPONENT_KINDS, type ComponentKind, DEFAULT_COUNTS } from './component-counts.js';
import type { KlGapSummary } from './kl-gap-sweep.js';

/** Whether what is published is there, its opposite is, or the rounds do not tell. */
export type TrendVerdict = 'holds' | 'reversed' | 'not settled';

/** A direction along a sweep. */
export type Direction = 'falls' | 'rises';

/** The trends of Figure 4 (§4.4). */
const PUBLISHED = { K: 'falls', J: 'rises', L: 'falls' } as const satisfies Record<ComponentKind, Direction>;

/** Each round's KL Gap, by the value of the count that varies. */
type RoundsByCount = Readonly<Record<number, Pick<KlGapSummary, 'values'>>>;
type SweptRounds = Readonly<Record<ComponentKind, RoundsByCount>>;

/** How KL Gap moves along one sweep. */
export interface KlGapTrend {
  readonly published: Direction;
  /** Rank correlation of a round's KL Gap with the count that varies. */
  readonly rankCorrelation: Estimate;
  /** Least-squares slope of KL Gap, in nats per component. */
  readonly slope: Estimate;
  readonly verdict: TrendVerdict;
}

/** KL Gap where the sweeps meet, at K = J = L = 2. */
export interface KlGapAtDefault {
  readonly published: 'positive';
  readonly median: Estimate;
  readonly mean: Estimate;
  /** Rounds there, of all sweeps together. */
  readonly n: number;
  readonly verdict: TrendVerdict;
}

/** What three sweeps say of the three trends, and of the sign of KL Gap at K = J = L = 2. */
export interface KlGapTrends {
  readonly trends: Readonly<Record<ComponentKind, KlGapTrend>>;
  readonly atDefault: KlGapAtDefault;
}

/** Share of the bootstrap distribution that an interval holds. */
const LEVEL = 0.99;
const REPLICATES = 1000;
/**
 * Rounds of each value, and at the default, that a verdict needs: a bootstrap of fewer is too narrow. Of trends where there
 * is nothing to find, two rounds settle one in three to one in eight, five one in twenty, ten and more one in fifty or so.
 */
const FEWEST_ROUNDS = 10;

/**
 * What three sweeps say of what is published: KL Gap falls with K, rises with J, falls with L, and is positive by default.
 *
 * Each is judged by a statistic of ranks, which single wild rounds cannot move (the rank correlation; the median), and by
 * the one of means that Figure 4 plots (the slope; the mean), both with 99 % bootstrap intervals over rounds. The verdict is
 * 'holds' if an interval lies on the published side of zero and none on the other, 'reversed' if one lies on the other side
 * and none on the published, else 'not settled': where both intervals hold zero, or they contradict each other, or there are
 * fewer than ten rounds of some value, which is too few for such intervals. Intervals of means hold the truth less often than
 * in 99 % where tails are heavy (`percentileBootstrap`).
 *
 * The trends are those of the whole sweep: KL Gap may have got where it goes half-way, see {@link klGapTrend} of a part.
 *
 * @throws RangeError if a sweep has fewer than two values, fewer than two rounds of one, or none at 2; or a KL Gap is not
 *   finite
 * @throws TypeError if something is not of the shape, or rng is missing
 */
export function klGapTrends(curves: SweptRounds, options: { readonly rng: Rng }): KlGapTrends {
  requireKnownOptions('curves', curves, COMPONENT_KINDS);
  requireKnownOptions('klGapTrends', options, ['rng']);
  const { rng } = options;
  requireRng(rng);
  const trends = byKind((kind) => klGapTrend(kind, curves[kind], { rng: rng.split(kind) }));
  const atDefault = COMPONENT_KINDS.flatMap((kind) => curves[kind][DEFAULT_COUNTS[kind]]?.values ?? []);
  return { trends, atDefault: signAtDefault(atDefault, rng.split('default')) };
}

/**
 * {@link klGapTrends} of results by protocol and measure, each with random numbers of its own.
 *
 * @throws like {@link klGapTrends}
 */
export function klGapTrendsByReading<Name extends string, Measure extends string>(
  results: Readonly<Record<Name, Readonly<Record<Measure, SweptRounds>>>>,
  options: { readonly rng: Rng },
): Readonly<Record<Name, Readonly<Record<Measure, KlGapTrends>>>> {
  requireRecord('results', results);
  for (const [name, byMeasure] of Object.entries<object>(results)) requireRecord(`results['${name}']`, byMeasure);
  requireKnownOptions('klGapTrendsByReading', options, ['rng']);
  const { rng } = options;
  requireRng(rng);
  const judged = Object.entries<Readonly<Record<Measure, SweptRounds>>>(results).map(([name, byMeasure]) => [
    name,
    Object.fromEntries(
      Object.entries<SweptRounds>(byMeasure).map(([measure, panels]) => [
        measure,
        klGapTrends(panels, { rng: rng.split(name).split(measure) }),
      ]),
    ),
  ]);
  return Object.fromEntries(judged);
}

/**
 * What one sweep, or a part of it, says of the trend with that count; the rule is that of {@link klGapTrends}.
 *
 * @throws like {@link klGapTrends}
 */
export function klGapTrend(kind: ComponentKind, curve: RoundsByCount, settings: { readonly rng: Rng }): KlGapTrend {
  requireOneOf('kind', kind, COMPONENT_KINDS);
  requireKnownOptions('klGapTrend', settings, ['rng']);
  const { rng } = settings;
  requireRng(rng);
  const { counts, groups } = readRounds(kind, curve);
  const options = { level: LEVEL, replicates: REPLICATES };
  const rankCorrelation = percentileBootstrap(correlationOfRanks, ranksOf(groups), {
    ...options,
    rng: rng.split('ranks'),
  });
  const slope = percentileBootstrap((values) => leastSquaresSlope(counts, values), groups, {
    ...options,
    rng: rng.split('values'),
  });
  const published = PUBLISHED[kind];
  return {
    published,
    rankCorrelation,
    slope,
    verdict: enoughRounds(groups) ? verdict(published === 'rises' ? 1 : -1, rankCorrelation, slope) : 'not settled',
  };
}

/** The counts of a sweep, ascending, and the rounds of each. */
function readRounds(kind: ComponentKind, curve: RoundsByCount): { counts: number[]; groups: (readonly number[])[] } {
  const name = `the sweep of ${kind}`;
  requireRecord(name, curve);
  // Keys that are integers come in ascending order.
  const counts = Object.keys(curve).map(Number);
  if (counts.length < 2) throw new RangeError(`${name} must have at least two values, got ${counts.length}`);
  const groups = Object.entries(curve).map(([count, rounds]) => {
    requirePositiveInteger(`a value of ${name}`, Number(count));
    requireEach(`${name} at ${count}`, rounds?.values, requireFinite, 2);
    return rounds.values;
  });
  return { counts, groups };
}

/** Whether a bootstrap of each of these is wide enough. */
function enoughRounds(groups: readonly (readonly number[])[]): boolean {
  return groups.every(({ length }) => length >= FEWEST_ROUNDS);
}

function signAtDefault(values: readonly number[], rng: Rng): KlGapAtDefault {
  if (values.length === 0) throw new RangeError('no sweep has the default value 2');
  const options = { level: LEVEL, replicates: REPLICATES, rng };
  const ofMedian = percentileBootstrap(([group]) => median(group), [values], options);
  const ofMean = percentileBootstrap(([group]) => mean(group), [values], options);
  return {
    published: 'positive',
    median: ofMedian,
    mean: ofMean,
    n: values.length,
    verdict: enoughRounds([values]) ? verdict(1, ofMedian, ofMean) : 'not settled',
  };
}

/** The slope of the line that fits the values of all groups best, each group at its position. */
function leastSquaresSlope(positions: readonly number[], groups: readonly Float64Array[]): number {
  let n = 0;
  let weightedPositions = 0;
  groups.forEach((group, g) => {
    n += group.length;
    weightedPositions += group.length * positions[g];
  });
  let products = 0;
  let squares = 0;
  groups.forEach((group, g) => {
    const distance = positions[g] - weightedPositions / n;
    products += group.length * distance * mean(group);
    squares += group.length * (distance * distance);
  });
  return products / squares;
}

/** `published` is the sign, 1 or −1, that is published. */
function verdict(published: 1 | -1, ...estimates: readonly Estimate[]): TrendVerdict {
  const signs = estimates.map(({ interval: [low, high] }) => (low > 0 ? 1 : 0) - (high < 0 ? 1 : 0));
  const [holds, reversed] = [signs.includes(published), signs.includes(-published)];
  if (holds === reversed) return 'not settled';
  return holds ? 'holds' : 'reversed';
}

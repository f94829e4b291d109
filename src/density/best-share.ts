import { brief, requireFlat, requireKnownOptions } from '../numeric/arguments.js';
import { joinBreakpoints, subdivide } from '../numeric/breakpoints.js';
import { contourLines, type Point } from '../numeric/contour.js';
import { tanh } from '../numeric/exponential.js';
import { greatest, least } from '../numeric/extremes.js';
import { withinRange } from '../numeric/range.js';
import { signChanges } from '../numeric/sign-changes.js';
import { breakpoints, type Density, logDensityInto, requireDensity } from './density.js';
import { probabilityBetween } from './interval-probability.js';
import { cellProbabilities, levelOfShare, type PlaneGrid, tabulateLog } from './plane-grid.js';

/** Accuracy of a share on the line: what is looked for, and what is put up with. */
const SHARE_ACCURACY = 1e-11;
const SHARE_TOLERANCE = 1e-6;
/** The same on a grid, where the last cells may hold as much. */
const GRID_TOLERANCE = 0.05;

export interface BestShareOptions {
  /** What points are judged by, in place of their density; where it is higher they are better. */
  readonly score?: Density;
  /** Where to look in the plane. */
  readonly grid?: PlaneGrid;
}

/** The points at which a score is at least some level. */
export interface BestShare {
  /** Probability of the region. */
  readonly share: number;
  /** Log of the score on its boundary; −∞ if the region is everything. */
  readonly logLevel: number;
  /** On the line, the intervals it consists of, ascending; none in the plane. */
  readonly intervals: readonly (readonly [from: number, to: number])[];
  /** In the plane, its boundary as closed lines with the region to their left; none on the line. */
  readonly outlines: readonly (readonly Point[])[];
  /** Whether each of the points, flat, is in the region. */
  contains(points: Float64Array): boolean[];
}

/**
 * The best points by a score that together have a given probability: {score >= level}, with the level such that it holds
 * X ~ density with probability `share`. With the density itself as score this is its highest-density region (Hyndman
 * 1996, doi:10.1080/00031305.1996.10473359), the smallest region of that probability.
 *
 * On the line by quadrature, to 1e-8; in the plane on a grid, whose midpoints are sorted by score: the share is right to
 * about 1e-3 at 200 cells along each axis.
 *
 * @throws RangeError if the share is not above 0 and at most 1, a grid is missing or does not hold the density, the
 *   dimension is above 2, or no level has that share, since the score is constant where there is probability
 * @throws TypeError if an option is unknown, or an argument is no density, or, on the line, does not know its breakpoints
 */
export function bestShare(density: Density, share: number, options: BestShareOptions = {}): BestShare {
  requireKnownOptions('bestShare', options, ['score', 'grid']);
  const { score = density, grid } = options;
  requireDensity('density', density);
  requireDensity('score', score);
  if (score.dimension !== density.dimension) {
    throw new RangeError(`score must have the dimension of density, ${density.dimension}, got ${score.dimension}`);
  }
  requireShare('share', share);
  if (density.dimension === 1) return onLine(density, score, share);
  if (density.dimension > 2) throw new RangeError(`regions are found in 1 or 2 dimensions, got ${density.dimension}`);
  if (grid === undefined) throw new RangeError('in the plane a grid is needed: planeGrid({ x, y, cells })');
  return inPlane(density, score, share, grid);
}

/**
 * The smallest region that has a given probability; see {@link bestShare}.
 *
 * @throws like {@link bestShare}
 */
export function highestDensityRegion(density: Density, probability: number, grid?: PlaneGrid): BestShare {
  return bestShare(density, probability, grid === undefined ? {} : { grid });
}

/** @throws RangeError unless the share is above 0 and at most 1 */
export function requireShare(name: string, share: number): void {
  if (!(typeof share === 'number' && share > 0 && share <= 1)) {
    throw new RangeError(`${name} must be above 0 and at most 1, got ${brief(share)}`);
  }
}

function noLevelOf(share: number): RangeError {
  return new RangeError(`no level of the score has a share of ${share}: it is constant where there is probability`);
}

function inPlane(density: Density, score: Density, share: number, grid: PlaneGrid): BestShare {
  const logScores = tabulateLog(score, grid);
  const probabilities = cellProbabilities(score === density ? logScores : tabulateLog(density, grid), grid);
  const logLevel = levelOfShare(probabilities, logScores, share);
  const mass = (from: number) => probabilities.reduce((sum, p, i) => (logScores[i] >= from ? sum + p : sum), 0);
  if (mass(logLevel) / mass(-Infinity) > share + GRID_TOLERANCE) throw noLevelOf(share);
  return {
    share,
    logLevel,
    intervals: [],
    outlines: contourLines({ x: grid.x, y: grid.y, values: logScores }, logLevel),
    contains(points) {
      requireFlat('points', points, { columns: 2 });
      return Array.from(logDensityInto(new Float64Array(points.length / 2), score, points), (log) => log >= logLevel);
    },
  };
}

function onLine(density: Density, score: Density, share: number): BestShare {
  const ends = breakpoints(density);
  const [first, last] = [ends[0], ends[ends.length - 1]];
  const splits = joinBreakpoints(
    ends,
    breakpoints(score).filter((x) => x > first && x < last),
  );
  const logScores = (x: Float64Array) => logDensityInto(new Float64Array(x.length), score, x);

  const intervalsAbove = (logLevel: number) => {
    const edges = signChanges((x) => logScores(x).map((log) => tanh((log - logLevel) / 2)), splits);
    const nodes = joinBreakpoints([first, last], edges);
    const middles = Float64Array.from(nodes.slice(1), (to, i) => (nodes[i] + to) / 2);
    const high = logScores(middles).map((log) => Number(log >= logLevel));
    return nodes.slice(1).flatMap((to, i) => (high[i] ? [[nodes[i], to] as const] : []));
  };
  const probability = (intervals: BestShare['intervals']) =>
    withinRange(
      'the probability of a region',
      intervals.reduce((sum, [from, to]) => sum + probabilityBetween(density, from, to, splits), 0),
      [0, 1],
      SHARE_TOLERANCE,
    );

  if (share === 1) return region([[-Infinity, Infinity]], -Infinity, 1);
  const seen = logScores(subdivide(splits)).filter(Number.isFinite);
  let [low, high] = [least(seen), greatest(seen) + 1];
  for (;;) {
    const logLevel = (low + high) / 2;
    const intervals = intervalsAbove(logLevel);
    const held = probability(intervals);
    if (Math.abs(held - share) < SHARE_ACCURACY) return region(intervals, logLevel, held);
    if (!(low < logLevel && logLevel < high)) {
      if (Math.abs(held - share) < SHARE_TOLERANCE) return region(intervals, logLevel, held);
      throw noLevelOf(share);
    }
    if (held > share) low = logLevel;
    else high = logLevel;
  }
}

function region(intervals: BestShare['intervals'], logLevel: number, share: number): BestShare {
  return {
    share,
    logLevel,
    intervals,
    outlines: [],
    contains(points) {
      requireFlat('points', points, { columns: 1 });
      return Array.from(points, (x) => intervals.some(([from, to]) => x >= from && x <= to));
    },
  };
}

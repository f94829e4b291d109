import { type AbstractMatrix, Matrix } from 'ml-matrix';
import { GaussianMixture } from '../../mixture/gaussian-mixture.js';
import { brief, requireInstance, requireNonNegativeInteger, requireRecord } from '../../numeric/arguments.js';
import { cosPi, sinPi } from '../../numeric/cosine.js';
import { ln } from '../../numeric/logarithm.js';
import { listOf, record, requireNumber } from '../../numeric/shape.js';
import { kindOfComponent, requireComponentCounts } from '../../synthesis/component-counts.js';
import type { Simulation } from '../../synthesis/simulation.js';

/** Probability of the region that an outline encloses. */
const OUTLINED = 0.9;
/** Its radius in standard deviations: the squared Mahalanobis distance in the plane is exponential with mean 2. */
const RADIUS = Math.sqrt(-2 * ln(1 - OUTLINED));
const VERTICES = 60;

export interface Polyline {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** @throws RangeError unless there is a component c of a mixture in the plane; TypeError if it is no mixture */
function requireComponentInPlane(mixture: GaussianMixture, c: number): void {
  requireInstance('mixture', mixture, GaussianMixture);
  if (mixture.dimension !== 2) throw new RangeError(`mixture must have 2 dimensions, got ${mixture.dimension}`);
  requireNonNegativeInteger('c', c);
  if (c >= mixture.components) throw new RangeError(`c must be less than ${mixture.components}, got ${c}`);
}

const requirePolyline = record<Polyline>({ x: listOf(requireNumber), y: listOf(requireNumber) });

/**
 * The ellipse that holds 90 % of component c of a mixture in the plane, as a closed line.
 *
 * @throws RangeError unless there is such a component
 */
export function componentOutline(mixture: GaussianMixture, c: number): Polyline {
  requireComponentInPlane(mixture, c);
  const [x, y] = mixture.means[c];
  const [[xx, xy], [, yy]] = mixture.covariances[c];
  const a = Math.sqrt(xx);
  const b = xy / a;
  const e = Math.sqrt(yy - b * b);
  const angles = Array.from({ length: VERTICES + 1 }, (_, i) => (2 * i) / VERTICES);
  return {
    x: angles.map((angle) => rounded(x + RADIUS * a * cosPi(angle))),
    y: angles.map((angle) => rounded(y + RADIUS * (b * cosPi(angle) + e * sinPi(angle)))),
  };
}

/**
 * The highest point of that ellipse.
 *
 * @throws like {@link componentOutline}
 */
export function topOfOutline(mixture: GaussianMixture, c: number): { readonly x: number; readonly y: number } {
  requireComponentInPlane(mixture, c);
  const [x, y] = mixture.means[c];
  const [, [xy, yy]] = mixture.covariances[c];
  const deviation = Math.sqrt(yy);
  return { x: rounded(x + (RADIUS * xy) / deviation), y: rounded(y + RADIUS * deviation) };
}

/** Several lines as one trace: plotly breaks a line at null. */
export function joined(lines: readonly Polyline[]): {
  readonly x: readonly (number | null)[];
  readonly y: readonly (number | null)[];
} {
  listOf(requirePolyline)('lines', lines);
  return {
    x: lines.flatMap(({ x }) => [...x, null]),
    y: lines.flatMap(({ y }) => [...y, null]),
  };
}

/** Points as the columns a trace takes. */
export function columns(points: AbstractMatrix): Polyline {
  if (!Matrix.isMatrix(points)) throw new TypeError(`points must be a Matrix, got ${brief(points)}`);
  const rows = points.to2DArray();
  return { x: rows.map(([x]) => rounded(x)), y: rows.map(([, y]) => rounded(y)) };
}

/** Names of M's components, in order: K1, K2, …, J1, …, L1, … */
export function componentNames(simulation: Pick<Simulation, 'counts'>): string[] {
  requireRecord('simulation', simulation);
  const { counts } = simulation;
  requireComponentCounts(counts);
  const seen = { K: 0, J: 0, L: 0 };
  return Array.from({ length: counts.K + counts.J + counts.L }, (_, c) => {
    const kind = kindOfComponent(counts, c);
    return `${kind}<sub>${++seen[kind]}</sub>`;
  });
}

/** Three decimals are a twentieth of a pixel in these figures. */
function rounded(x: number): number {
  return Math.round(1000 * x) / 1000;
}

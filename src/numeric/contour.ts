import { greatest } from './extremes.js';
import { hypot } from './power.js';

/** A point of the plane. */
export type Point = readonly [x: number, y: number];

/** Values at the nodes of a grid: that at (x[i], y[j]) is `values[i * y.length + j]`. */
export interface GridValues {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

/**
 * The lines on which values on a grid, interpolated linearly along its edges, have a level: closed lines (the first point
 * is repeated at the end) with the higher values to their left, so that holes turn the other way round. Beyond the grid
 * everything is lower: a region that reaches its rim is closed along it.
 *
 * Marching squares; where opposite corners of a cell are higher, their mean decides whether they are connected.
 *
 * @throws RangeError if there is not one value for each node
 */
export function contourLines({ x, y, values }: GridValues, level: number): Point[][] {
  const [columns, rows] = [x.length, y.length];
  if (values.length !== columns * rows) {
    throw new RangeError(`values must be ${columns}×${rows} numbers, got ${values.length}`);
  }
  const at = (i: number, j: number) =>
    i < 0 || j < 0 || i >= columns || j >= rows ? -Infinity : values[i * rows + j] - level;
  const clamped = (list: ArrayLike<number>, i: number) => list[Math.min(Math.max(i, 0), list.length - 1)];

  // A crossing is named by its edge: the node at its lower end, and whether it runs along x or y.
  const crossing = (i: number, j: number, alongX: boolean): Point => {
    const [k, l] = alongX ? [i + 1, j] : [i, j + 1];
    const share = fraction(at(i, j), at(k, l));
    const between = (list: ArrayLike<number>, from: number, to: number) =>
      clamped(list, from) + share * (clamped(list, to) - clamped(list, from));
    return [between(x, i, k), between(y, j, l)];
  };

  const next = new Map<string, string>();
  const points = new Map<string, Point>();
  const edge = (i: number, j: number, alongX: boolean) => {
    const name = `${i},${j},${alongX}`;
    if (!points.has(name)) points.set(name, crossing(i, j, alongX));
    return name;
  };
  for (let i = -1; i < columns; i++) {
    for (let j = -1; j < rows; j++) {
      const corners = [at(i, j), at(i + 1, j), at(i + 1, j + 1), at(i, j + 1)];
      const high = corners.map((value) => value >= 0);
      if (high.every((one) => one === high[0])) continue;
      const edges = [
        () => edge(i, j, true),
        () => edge(i + 1, j, false),
        () => edge(i, j + 1, true),
        () => edge(i, j, false),
      ];
      // Counter-clockwise round the cell: a line comes in where it gets high, and leaves where it gets low again.
      const rising = [0, 1, 2, 3].filter((side) => !high[side] && high[(side + 1) % 4]);
      const connected = rising.length === 2 && corners.reduce((a, b) => a + b) >= 0;
      for (const side of rising) {
        const turns = connected ? [3, 2, 1] : [1, 2, 3];
        const falling = turns
          .map((turn) => (side + turn) % 4)
          .find((other) => high[other] && !high[(other + 1) % 4]) as number;
        next.set(edges[falling](), edges[side]());
      }
    }
  }
  return chains(next).map((names) => names.map((name) => points.get(name) as Point));
}

/** Where a line through two values of different signs is zero; at the finite one if the other is infinite. */
function fraction(from: number, to: number): number {
  if (from === -Infinity) return 1;
  return to === -Infinity ? 0 : from / (from - to);
}

/** The cycles of a permutation, each from its first element back to it. */
function chains(next: Map<string, string>): string[][] {
  const cycles: string[][] = [];
  for (const start of [...next.keys()]) {
    if (!next.has(start)) continue;
    const cycle = [start];
    let name = start;
    do {
      const following = next.get(name) as string;
      next.delete(name);
      name = following;
      cycle.push(name);
    } while (name !== start);
    cycles.push(cycle);
  }
  return cycles;
}

/**
 * A closed line with fewer points, none of those left out further than `tolerance` from it (Douglas & Peucker 1973).
 */
export function simplify(line: readonly Point[], tolerance: number): Point[] {
  if (line.length < 4) return [...line];
  // The first point, where it closes, and the one furthest from it stay.
  const middle = furthest(line, (p) => hypot(p[0] - line[0][0], p[1] - line[0][1])).index;
  const halves = [line.slice(0, middle + 1), line.slice(middle)].map((half) => simplifyOpen(half, tolerance));
  return [...halves[0], ...halves[1].slice(1)];
}

function simplifyOpen(line: readonly Point[], tolerance: number): readonly Point[] {
  const [[x, y], [toX, toY]] = [line[0], line[line.length - 1]];
  const [dx, dy] = [toX - x, toY - y];
  const square = dx * dx + dy * dy;
  const { index, distance } = furthest(line, ([px, py]) => {
    const along = square === 0 ? 0 : Math.min(1, Math.max(0, ((px - x) * dx + (py - y) * dy) / square));
    return hypot(px - x - along * dx, py - y - along * dy);
  });
  if (distance <= tolerance) return [line[0], line[line.length - 1]];
  const [before, after] = [line.slice(0, index + 1), line.slice(index)].map((part) => simplifyOpen(part, tolerance));
  return [...before, ...after.slice(1)];
}

function furthest(line: readonly Point[], distanceOf: (point: Point) => number): { index: number; distance: number } {
  const distances = line.map(distanceOf);
  const distance = greatest(distances);
  return { index: distances.indexOf(distance), distance };
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contourLines, type Point, simplify } from '../../src/numeric/contour.js';

/** A square grid from −r to r, and values of a function on it. */
function tabulated(f: (x: number, y: number) => number, r: number, n: number) {
  const axis = Array.from({ length: n }, (_, i) => -r + (2 * r * i) / (n - 1));
  return { x: axis, y: axis, values: axis.flatMap((x) => axis.map((y) => f(x, y))) };
}

/** Area inside a closed line, positive if it turns to the left. */
function area(line: readonly Point[]): number {
  return line.slice(1).reduce((sum, [x, y], i) => sum + (line[i][0] * y - x * line[i][1]) / 2, 0);
}

describe('contour lines', () => {
  test('of a hill are one closed line that turns to the left, around the right area', () => {
    const lines = contourLines(
      tabulated((x, y) => -(x * x) - y * y, 2, 201),
      -1,
    );
    expect(lines).toHaveLength(1);
    expect(lines[0].at(-1)).toEqual(lines[0][0]);
    expect(area(lines[0])).toBeCloseTo(Math.PI, 3);
    for (const [x, y] of lines[0]) expect(Math.hypot(x, y)).toBeCloseTo(1, 3);
  });

  test('of a ring are two, of which the hole turns to the right', () => {
    const ring = tabulated((x, y) => -((Math.hypot(x, y) - 1) ** 2), 2, 161);
    const areas = contourLines(ring, -0.25).map(area);
    expect(areas.toSorted((a, b) => a - b).map((a) => a / Math.PI)).toEqual([
      expect.closeTo(-0.25, 2),
      expect.closeTo(2.25, 2),
    ]);
  });

  test('are closed along the rim of the grid', () => {
    const half = tabulated((x) => x, 1, 21);
    const lines = contourLines(half, 0);
    expect(lines.map(area)).toEqual([expect.closeTo(2, 9)]);
    expect(contourLines(half, -5).map(area)).toEqual([expect.closeTo(4, 9)]);
    expect(contourLines(half, 5)).toEqual([]);
  });

  test('at a saddle connect the higher corners if the middle is high, else keep them apart', () => {
    const saddle = (height: number) =>
      contourLines({ x: [0, 1], y: [0, 1], values: [1, -1, -1, 1].map((value) => value + height) }, 0).length;
    expect([saddle(0.5), saddle(-0.5)]).toEqual([1, 2]);
  });

  test('enclose exactly the nodes that are high, whatever the values', () => {
    const side = 5;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -4, max: 3 }), { minLength: 25, maxLength: 25 }), (levels) => {
        const values = levels.map((level) => level + 0.5);
        const axis = [0, 1, 2, 3, 4];
        const lines = contourLines({ x: axis, y: axis, values }, 0);
        for (let i = 1; i < side - 1; i++) {
          for (let j = 1; j < side - 1; j++) {
            const turns = lines.reduce((sum, line) => sum + winding(line, i, j), 0);
            expect(turns).toBe(values[i * side + j] > 0 ? 1 : 0);
          }
        }
      }),
    );
  });

  test('need a value for each node', () => {
    expect(() => contourLines({ x: [0, 1], y: [0, 1], values: [1] }, 0)).toThrow('values must be 2×2 numbers, got 1');
  });
});

/** How often a closed line goes round a point, to the left. */
function winding(line: readonly Point[], x: number, y: number): number {
  const angles = line.map(([a, b]) => Math.atan2(b - y, a - x));
  const turn = angles.slice(1).reduce((sum, angle, i) => {
    const step = angle - angles[i];
    return sum + step - 2 * Math.PI * Math.round(step / (2 * Math.PI));
  }, 0);
  return Math.round(turn / (2 * Math.PI));
}

describe('a simplified line', () => {
  const [circle] = contourLines(
    tabulated((x, y) => -(x * x) - y * y, 2, 201),
    -1,
  );

  test('has few of the points and stays close to all of them', () => {
    const few = simplify(circle, 0.01);
    expect(few.length).toBeLessThan(circle.length / 5);
    expect(few.at(-1)).toEqual(few[0]);
    expect(area(few)).toBeCloseTo(Math.PI, 1);
    for (const point of circle) {
      const distances = few.slice(1).map((to, i) => distanceToSegment(point, few[i], to));
      expect(Math.min(...distances)).toBeLessThanOrEqual(0.01 + 1e-12);
    }
  });

  test('is the line itself where nothing can be left out', () => {
    const square: Point[] = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
      [0, 0],
    ];
    expect(simplify(square, 0.1)).toEqual(square);
    expect(simplify([], 1)).toEqual([]);
  });
});

function distanceToSegment([x, y]: Point, [a, b]: Point, [c, d]: Point): number {
  const [dx, dy] = [c - a, d - b];
  const along = Math.max(0, Math.min(1, ((x - a) * dx + (y - b) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - a - along * dx, y - b - along * dy);
}

import fc from 'fast-check';
import type { Samples } from '../../src/numeric/samples.js';

const SCALES = [1e-9, 1, 1e9];

/** Up to `size` points, on a coarse grid (ties and repeats) or off it, at scales 18 orders of magnitude apart. */
export function randomPoints(d: number, size: number): fc.Arbitrary<Samples> {
  const grid = fc.integer({ min: -3, max: 3 }).map((x) => x * 0.1);
  const off = fc.double({ min: -0.4, max: 0.4, noNaN: true });
  const coordinate = fc.oneof({ weight: 4, arbitrary: grid }, { weight: 1, arbitrary: off });
  return fc
    .tuple(
      fc.array(fc.array(coordinate, { minLength: d, maxLength: d }), { minLength: 1, maxLength: size, size: 'max' }),
      fc.constantFrom(...SCALES),
    )
    .map(([rows, scale]) => ({ data: Float64Array.from(rows.flat(), (x) => x * scale), n: rows.length, d }));
}

import fc from 'fast-check';
import type { Rng } from '../../src/random/rng.js';
import type { Rows } from './slow-twins.js';

/** n×d points on a grid of 0.1, fine or coarse, so that distances tie and points repeat now and then, or often. */
export function gridRows(n: number, d: number): fc.Arbitrary<Rows> {
  return fc.constantFrom(3, 50).chain((half) =>
    fc.array(
      fc.array(
        fc.integer({ min: -half, max: half }).map((x) => x * 0.1),
        { minLength: d, maxLength: d },
      ),
      { minLength: n, maxLength: n },
    ),
  );
}

export function shuffled<T>(list: readonly T[], order: readonly number[]): T[] {
  return order.map((i) => list[i]);
}

/** n draws of a standard normal pair with correlation ρ. */
export function normalPair(rho: number, n: number, rng: Rng): [x: Float64Array, y: Float64Array] {
  const x = rng.fillNormal(new Float64Array(n));
  return [x, x.map((value) => rho * value + Math.sqrt(1 - rho * rho) * rng.normal())];
}

export function normals(mean: number, deviation: number, n: number, rng: Rng): Float64Array {
  return rng.fillNormal(new Float64Array(n)).map((z) => mean + deviation * z);
}

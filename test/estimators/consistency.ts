import { expect } from 'vitest';
import { mean, standardError } from '../../src/numeric/summary.js';
import { createRng, type Rng } from '../../src/random/rng.js';

/** How many standard errors the mean of independent estimates may be from the truth. */
const STANDARD_ERRORS = 4;

/** Expects estimates from independent data to average to the truth, with a standard error of at most `resolution`. */
export function expectConsistent(
  estimate: (rng: Rng) => number,
  { truth, resolution, repeats }: { truth: number; resolution: number; repeats: number },
): void {
  const values = Float64Array.from({ length: repeats }, (_, i) => estimate(createRng('consistency').split(i)));
  const error = standardError(values);
  expect(error).toBeLessThan(resolution);
  expect(Math.abs(mean(values) - truth)).toBeLessThan(STANDARD_ERRORS * error);
}

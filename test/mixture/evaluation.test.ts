import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GaussianComponents } from '../../src/mixture/components.js';
import { addByPosterior, addByShares, logDensitiesInto, meanLogRatioToMidpoint } from '../../src/mixture/evaluation.js';
import { Moments } from '../../src/mixture/moments.js';
import { invertLowerInto } from '../../src/numeric/cholesky.js';
import { FRACTIONAL_POWERS } from '../../src/numeric/exponential.js';
import { ln } from '../../src/numeric/logarithm.js';
import type { Samples } from '../../src/numeric/samples.js';
import { createRng } from '../../src/random/rng.js';
import { randomMixture } from './random-mixture.js';

// The same in plain TypeScript, point by point: what WebAssembly has to give bit for bit.

/** A number with this added is rounded to a whole one. */
const ROUND = 1.5 * 2 ** 52;
const STEP = Math.fround(Math.LN2 / 2048);
const STEP_REST = (Math.LN2 - 2048 * STEP + 2.3190468138462996e-17) / 2048;

/** e^x for −40 <= x <= 0. */
function expOfGap(x: number): number {
  const steps = x * (2048 / Math.LN2) + ROUND - ROUND;
  const r = x - steps * STEP - steps * STEP_REST;
  return (1 + r + r * r * (1 / 2 + r * (1 / 6))) * FRACTIONAL_POWERS[steps & 2047] * 2 ** (steps >> 11);
}

interface PointByPoint {
  /** The largest log w_c N(x; μ_c, Σ_c). */
  readonly largest: number;
  /** Terms over the largest, and their sum. */
  readonly shares: number[];
  readonly sum: number;
}

function evaluatePlainly(components: GaussianComponents, x: Float64Array): PointByPoint {
  const { size: k, dimension: d, means, factors, parameters } = components;
  const terms = Array.from({ length: k }, (_, c) => {
    const inverse = new Float64Array(d * d);
    invertLowerInto(inverse, factors, d, 0, c * d * d);
    let square = 0;
    for (let row = 0; row < d; row++) {
      let z = 0;
      for (let column = 0; column <= row; column++)
        z += inverse[row * d + column] * (x[column] - means[c * d + column]);
      square += z * z;
    }
    const logPeak = parameters[k * d * (1 + d) + c];
    return logPeak - 0.5 * square;
  });
  const highest = Math.max(...terms);
  const largest = highest === -Infinity ? 0 : highest;
  const shares = terms.map((term) => (term - largest < -40 ? 0 : expOfGap(term - largest)));
  return { largest, shares, sum: shares.reduce((a, b) => a + b, 0) };
}

/** Four points at a time: what they add to each moment is added up before it is added. */
function addPlainly(components: GaussianComponents, samples: Samples, moments: Moments, shares: number[][]): void {
  const { size: k, dimension: d, means } = components;
  const { data, n } = samples;
  const [offsetsEnd, massesEnd, sumsEnd] = [k * d, k * d + k, 2 * k * d + k];
  for (let first = 0; first < n; first += 4) {
    for (let c = 0; c < k; c++) {
      const w = [0, 1, 2, 3].map((lane) => (first + lane < n ? shares[first + lane][c] : 0));
      const centred = (lane: number, j: number) =>
        first + lane < n ? data[(first + lane) * d + j] - means[c * d + j] - moments.offsets[c * d + j] : 0;
      const total = (f: (lane: number) => number) => f(0) + f(1) + (f(2) + f(3));
      moments.values[offsetsEnd + c] += total((lane) => w[lane]);
      for (let row = 0; row < d; row++) {
        moments.values[massesEnd + c * d + row] += total((lane) => w[lane] * centred(lane, row));
        for (let column = 0; column <= row; column++) {
          moments.values[sumsEnd + (c * d + row) * d + column] += total(
            (lane) => w[lane] * centred(lane, row) * centred(lane, column),
          );
        }
      }
    }
  }
}

/** The logarithm of the product of 500 at a time. */
function meanLogRatioToMidpointPlainly(logP: Float64Array, logQ: Float64Array): number {
  let sum = 0;
  for (let start = 0; start < logP.length; start += 500) {
    let product = 1;
    for (let i = start; i < Math.min(start + 500, logP.length); i++) {
      const x = logQ[i] - logP[i];
      sum -= Math.max(x, 0);
      product *= 0.5 + 0.5 * expOfGap(-Math.abs(x));
    }
    sum -= ln(product);
  }
  return sum / logP.length;
}

function problem(n: number, k: number, d: number, seed: number, spread: number) {
  const rng = createRng(seed);
  const { weights, means, covariances } = randomMixture(k, d, rng);
  const components = new GaussianComponents(k, d);
  components.means.set(means.flat());
  components.covariances.set(covariances.flat(2));
  components.factorise(weights);
  const data = rng.fillNormal(new Float64Array(n * d)).map((z) => spread * z);
  const moments = [new Moments(k, d), new Moments(k, d)] as const;
  // As if centres had been moved: not only zeros are subtracted.
  const offsets = rng.fillNormal(new Float64Array(k * d));
  for (const { offsets: own } of moments) own.set(offsets);
  const plain = Array.from({ length: n }, (_, i) => evaluatePlainly(components, data.subarray(i * d, (i + 1) * d)));
  return { components, samples: { data, n, d }, moments, plain };
}

const shape = [
  fc.integer({ min: 1, max: 13 }),
  fc.integer({ min: 1, max: 9 }),
  fc.integer({ min: 1, max: 5 }),
  fc.integer(),
  fc.constantFrom(0.1, 3, 100),
] as const;

/** The logarithm of the sum is the only thing that need not have the same bits. */
const closeTo = (expected: number) => expect.closeTo(expected, 12);

describe('mixtures in WebAssembly and in plain TypeScript', () => {
  test('densities agree to rounding', () => {
    fc.assert(
      fc.property(...shape, (...parameters) => {
        const { components, samples, plain } = problem(...parameters);
        const out = new Float64Array(samples.n);
        logDensitiesInto(components, samples.data, out);
        plain.forEach(({ largest, sum }, i) => {
          const expected = largest + Math.log(sum);
          expect(Math.abs(out[i] - expected)).toBeLessThanOrEqual(4 * 2 ** -53 * (Math.abs(expected) + Math.log(sum)));
        });
      }),
    );
  });

  test('moments of an E-step have the same bits, wherever the centres are', () => {
    fc.assert(
      fc.property(...shape, (...parameters) => {
        const { components, samples, moments, plain } = problem(...parameters);
        const [fast, slow] = moments;
        const logLikelihood = addByPosterior(components, samples, fast);
        const shares = plain.map((point) => point.shares.map((share) => share * (1 / Math.max(1, point.sum))));
        addPlainly(components, samples, slow, shares);
        expect(fast.values).toEqual(slow.values);
        const expected = plain.reduce((sum, point) => sum + point.largest + Math.log(point.sum), 0);
        expect(logLikelihood / expected).toEqual(closeTo(1));
      }),
    );
  });

  test('so have moments from shares that are given', () => {
    fc.assert(
      fc.property(...shape, (n, k, ...rest) => {
        const { components, samples, moments } = problem(n, k, ...rest);
        const shares = Array.from({ length: n }, () => Array.from({ length: k }, (_, c) => 1 / (c + 2)));
        addByShares(components, samples, moments[0], Float64Array.from(shares.flat()));
        addPlainly(components, samples, moments[1], shares);
        expect(moments[0].values).toEqual(moments[1].values);
      }),
    );
  });

  test('more points than are brought over at a time, and more memory than there was, make no difference', () => {
    for (const [n, k, d] of [
      [2050, 3, 2],
      [1030, 40, 32],
    ]) {
      const { components, samples, moments, plain } = problem(n, k, d, 1, 1);
      const out = new Float64Array(n);
      logDensitiesInto(components, samples.data, out);
      for (const i of [0, 1023, 1024, n - 1]) {
        expect(out[i] / (plain[i].largest + Math.log(plain[i].sum))).toEqual(closeTo(1));
      }
      addByPosterior(components, samples, moments[0]);
      const shares = plain.map((point) => point.shares.map((share) => share * (1 / Math.max(1, point.sum))));
      addPlainly(components, samples, moments[1], shares);
      expect(moments[0].values).toEqual(moments[1].values);
    }
  });

  test('the logarithm of a sum is right to two units in the last place, for one component or many', () => {
    const out = new Float64Array(1);
    for (let k = 1; k <= 300; k++) {
      const equal = new GaussianComponents(k, 1);
      equal.covariances.fill(1);
      // Each weighted density is 1 at the mean.
      equal.factorise(new Float64Array(k).fill(Math.sqrt(2 * Math.PI)));
      logDensitiesInto(equal, equal.means, out);
      expect(Math.abs(out[0] - Math.log(k))).toBeLessThanOrEqual(2 * 2 ** -52 * Math.log(k) + 2 ** -52);
    }
  });

  test('a density that is zero has the logarithm −∞, and what is no point has none', () => {
    const { components } = problem(1, 3, 2, 1, 1);
    const out = new Float64Array(4);
    logDensitiesInto(components, Float64Array.of(1e200, 0, 0, 0, Number.NaN, 0, 0, Number.NaN), out);
    expect(Array.from(out)).toEqual([-Infinity, expect.closeTo(out[1]), Number.NaN, Number.NaN]);
    expect(out[1]).toBeGreaterThan(-Infinity);
  });

  test('log-ratios to the midpoint have the same mean, bit for bit, however large they are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1203 }),
        fc.integer(),
        fc.constantFrom(1e-9, 1, 30, 1e4),
        (n, seed, size) => {
          const rng = createRng(seed);
          const [logP, logQ] = [rng, rng].map((stream) => stream.fillNormal(new Float64Array(n)).map((z) => size * z));
          expect(meanLogRatioToMidpoint(logP, logQ)).toBe(meanLogRatioToMidpointPlainly(logP, logQ));
          const expected = logP.map((log, i) => -Math.log((1 + Math.exp(logQ[i] - log)) / 2));
          if (size < 100)
            expect(meanLogRatioToMidpoint(logP, logQ)).toBeCloseTo(expected.reduce((a, b) => a + b) / n, 10);
        },
      ),
    );
    expect(meanLogRatioToMidpoint(Float64Array.of(0, 1), Float64Array.of(-Infinity, 1))).toBe(Math.LN2 / 2);
    expect(meanLogRatioToMidpoint(Float64Array.of(0, 1), Float64Array.of(Number.NaN, 1))).toBeNaN();
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestShare } from '../../src/density/best-share.js';
import { convolution } from '../../src/density/convolution.js';
import { differentialEntropy } from '../../src/density/differential-entropy.js';
import { jensenShannonDivergence } from '../../src/density/jensen-shannon-divergence.js';
import { KL_MIXTURE_METHODS, klDivergence } from '../../src/density/kl-divergence.js';
import { totalVariation } from '../../src/density/total-variation.js';
import { truncation } from '../../src/density/truncation.js';
import { uniformDensity } from '../../src/density/uniform-density.js';
import { GaussianMixture } from '../../src/mixture/gaussian-mixture.js';
import { createRng } from '../../src/random/rng.js';
import { randomMixture } from '../mixture/random-mixture.js';
import { disguised, gaussian } from './oracles.js';
import { probabilityPair } from './probability-pair.js';

const quadrature = { method: 'quadrature' } as const;
const closedForm = { method: 'closed-form' } as const;

describe('what lies in a range lies there to the last bit', () => {
  const inRange = (value: number, greatest: number) => {
    expect(value).toBeGreaterThanOrEqual(0);
    expect(value).toBeLessThanOrEqual(greatest);
  };

  test('of finite distributions, near and far', () => {
    fc.assert(
      fc.property(probabilityPair, fc.double({ min: 0, max: 1e-6, noNaN: true }), ([p, q], t) => {
        const near = p.map((x, i) => (1 - t) * x + t * q[i]);
        for (const other of [q, near, p]) {
          inRange(jensenShannonDivergence(p, other), Math.LN2);
          inRange(totalVariation(p, other), 1);
          inRange(klDivergence(p, other), Infinity);
        }
        const nothing = p.map(() => 0);
        expect(jensenShannonDivergence([...p, ...nothing], [...nothing, ...q])).toBeCloseTo(Math.LN2, 14);
        inRange(jensenShannonDivergence([...p, ...nothing], [...nothing, ...q]), Math.LN2);
        inRange(totalVariation([...p, ...nothing], [...nothing, ...q]), 1);
      }),
      { numRuns: 300 },
    );
  });

  test('thirds, tenths and sevenths that do not overlap', () => {
    for (const n of [3, 7, 10, 49]) {
      const [share, none] = [new Array<number>(n).fill(1 / n), new Array<number>(n).fill(0)];
      inRange(totalVariation([...share, ...none], [...none, ...share]), 1);
      inRange(jensenShannonDivergence([...share, ...none], [...none, ...share]), Math.LN2);
    }
  });

  test('nearly equal distributions have their small divergence, ε²/8 for two outcomes', () => {
    for (const e of [1e-3, 1e-6, 1e-9, 1e-12]) {
      const value = jensenShannonDivergence([0.5 + e / 2, 0.5 - e / 2], [0.5, 0.5]);
      expect(value / ((e * e) / 8)).toBeCloseTo(1, 3);
    }
  });

  test('of mixtures by quadrature, by Monte Carlo where every term is in range, and by closed forms', () => {
    const cases = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer(), fc.constantFrom(1e-9, 1e-5, 1e-2, 1, 1e3));
    fc.assert(
      fc.property(cases, ([k, seed, distance]) => {
        const rng = createRng(seed);
        const p = randomMixture(k, 1, rng);
        const { weights, means, covariances } = p;
        const q = new GaussianMixture({ weights, means: means.map(([x]) => [x + distance]), covariances });
        const monteCarlo = { method: 'monte-carlo', samples: 99, rng } as const;
        inRange(totalVariation(p, q, quadrature), 1);
        inRange(jensenShannonDivergence(p, q, quadrature), Math.LN2);
        inRange(klDivergence(p, q, quadrature), Infinity);
        inRange(klDivergence(p, q, { method: 'variational-upper-bound' }), Infinity);
        inRange(totalVariation(p, q, monteCarlo).value, 1);
        inRange(jensenShannonDivergence(p, q, monteCarlo).value, Math.LN2);
        if (k > 1) return;
        inRange(totalVariation(p, q, closedForm), 1);
        inRange(klDivergence(p, q, closedForm), Infinity);
      }),
      { numRuns: 40 },
    );
  });

  test('a density that is none is not put into range', () => {
    const double = (p: GaussianMixture) => ({
      ...disguised(p),
      logDensity: (X: Parameters<typeof p.logDensity>[0]) => p.logDensity(X).map((log) => log + Math.LN2),
    });
    expect(() => klDivergence(gaussian(0, 1), double(gaussian(0, 1)), quadrature)).toThrow(
      'the Kullback–Leibler divergence lies between 0 and Infinity, got -0.693',
    );
    expect(() => totalVariation(double(gaussian(0, 1)), gaussian(0, 1), quadrature)).toThrow('must integrate to 1');
  });
});

describe('at every order of magnitude', () => {
  const EXTREMES = [1e-300, 1e-200, 1e-100, 1, 1e100, 1e200, 1e300];
  const pairs = EXTREMES.flatMap((v) => EXTREMES.map((w) => [v, w] as const));

  test('total variation of N(0, 1e-200) and N(0, 1e200), and what it tends to', () => {
    expect(totalVariation(gaussian(0, 1e-200), gaussian(0, 1e200), closedForm)).toBe(1);
    expect(totalVariation(gaussian(0, 1e200), gaussian(0, 1e-200), closedForm)).toBe(1);
    // Of deviations of ratio 1 : s, about 1 − √(2/π)·√(1 + 2 log s)/s for large s.
    const s = 1e8;
    const tail = Math.sqrt(2 / Math.PI) * (Math.sqrt(2 * Math.log(s)) / s);
    expect((1 - totalVariation(gaussian(0, 1), gaussian(0, s * s), closedForm)) / tail).toBeCloseTo(1, 1);
  });

  test.each(pairs)('of N(0, %d) and N(0, %d) depends on the ratio alone', (v, w) => {
    const [p, q] = [gaussian(0, v), gaussian(0, w)];
    // Infinite where it is larger than every number.
    const divergence = (v / w - 1 + Math.log(w) - Math.log(v)) / 2;
    const found = klDivergence(p, q, closedForm);
    if (divergence > 0 && divergence < Infinity) expect(found / divergence).toBeCloseTo(1, 12);
    else expect(found).toBe(divergence);
    const distance = totalVariation(p, q, closedForm);
    // 1e100 and more is as good as 1e50.
    const ratio = Math.min(1e50, Math.max(v / w, w / v));
    expect(distance).toBeCloseTo(totalVariation(gaussian(0, 1), gaussian(0, ratio), closedForm), 12);
    expect(distance >= 0 && distance <= 1).toBe(true);
    expect(totalVariation(p, q, quadrature)).toBeCloseTo(distance, 8);
    expect(jensenShannonDivergence(p, q, quadrature)).toBeLessThanOrEqual(Math.LN2);
    expect(jensenShannonDivergence(p, q, quadrature)).toBeGreaterThanOrEqual(distance ** 2 / 2 - 1e-9);
    expect(differentialEntropy(p, quadrature)).toBeCloseTo(differentialEntropy(p, closedForm), 8);
    const atZero = -(Math.log(2 * Math.PI) + Math.log(v + w)) / 2;
    expect(convolution(p, q).logDensity([0])[0]).toBeCloseTo(atZero, 8);
    expect(convolution(disguised(p), q).logDensity([0])[0]).toBeCloseTo(atZero, 8);
    for (const method of KL_MIXTURE_METHODS) expect(klDivergence(p, q, { method })).not.toBeNaN();
  });

  test.each(EXTREMES)('of mixtures scaled so that variances are about %d, on the line and in the plane', (v) => {
    const s = Math.sqrt(v);
    const scaled = ({ weights, means, covariances }: GaussianMixture) =>
      new GaussianMixture({
        weights,
        means: means.map((mean) => mean.map((x) => s * x)),
        covariances: covariances.map((matrix) => matrix.map((row) => row.map((x) => s * x * s))),
      });
    for (const d of v === 1e-300 || v === 1e300 ? [1, 2] : [1]) {
      const [p, q] = [randomMixture(2, d, createRng(1)), randomMixture(3, d, createRng(2))];
      const [P, Q] = [scaled(p), scaled(q)];
      const digits = d === 1 ? 9 : 6;
      expect(totalVariation(P, Q, quadrature)).toBeCloseTo(totalVariation(p, q, quadrature), digits);
      expect(klDivergence(P, Q, quadrature)).toBeCloseTo(klDivergence(p, q, quadrature), digits);
      expect(jensenShannonDivergence(P, Q, quadrature)).toBeCloseTo(jensenShannonDivergence(p, q, quadrature), digits);
      const entropy = differentialEntropy(P, quadrature) - (d / 2) * Math.log(v);
      expect(entropy).toBeCloseTo(differentialEntropy(p, quadrature), digits);
      for (const method of KL_MIXTURE_METHODS.filter((method) => method !== 'closed-form')) {
        expect(klDivergence(P, Q, { method })).toBeCloseTo(klDivergence(p, q, { method }), 8);
      }
    }
    const line = randomMixture(2, 1, createRng(1));
    const region = bestShare(scaled(line), 0.7);
    expect(region.intervals[0][0] / s).toBeCloseTo(bestShare(line, 0.7).intervals[0][0], 6);
  });

  test('a covariance is symmetric or not whatever its units', () => {
    const of = (unit: number, lower: number) =>
      new GaussianMixture({
        weights: [1],
        means: [[0, 0]],
        covariances: [
          [
            [2 * unit, unit],
            [lower * unit, 2 * unit],
          ],
        ],
      });
    for (const unit of EXTREMES) {
      expect(of(unit, 1 + 1e-12).dimension).toBe(2);
      expect(() => of(unit, 1.1)).toThrow('must be symmetric');
    }
  });

  test('the density of a sum with a very short interval', () => {
    const sum = convolution(uniformDensity(0, 1e-300), uniformDensity(0, 3e-300));
    expect(sum.logDensity([2e-300])[0]).toBeCloseTo(-Math.log(3e-300), 9);
    expect(sum.logDensity([5e-301])[0]).toBeCloseTo(-Math.log(6e-300), 9);
  });
});

test('a truncation draws as many as are wanted', () => {
  const draws = truncation(gaussian(0, 1), 0.5).sample(200_000, createRng(1));
  expect([draws.rows, draws.columns]).toEqual([200_000, 1]);
});

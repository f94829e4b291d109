import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mean } from '../../src/numeric/summary.js';
import { createRng, requireRng } from '../../src/random/rng.js';
import { Xoshiro128 } from '../../src/random/xoshiro.js';
import { chiSquareScore, kolmogorovSmirnov, normalDistribution } from '../statistics.js';

const draw = (n: number, next: () => number) => Float64Array.from({ length: n }, next);

describe('the generator', () => {
  test('is xoshiro128++: the reference output of state 1, 2, 3, 4', () => {
    const generator = new Xoshiro128(Int32Array.of(1, 2, 3, 4));
    // From the test of the Rust crate rand_xoshiro, which took it from the authors' C code.
    const reference = [641, 1573767, 3222811527, 3517856514, 836907274, 4247214768, 3867114732, 1355841295];
    expect(reference.map(() => generator.next() >>> 0)).toEqual(reference);
  });

  test('gives the same numbers for a seed on every machine', () => {
    const rng = createRng('figure-4');
    expect([rng.uniform(), rng.normal(), rng.integer(1000)]).toMatchInlineSnapshot(`
      [
        0.013026873734203082,
        0.7287007179016917,
        216,
      ]
    `);
  });
});

describe('streams', () => {
  test('repeat for equal seeds and differ for others, numbers and strings being different seeds', () => {
    const first = (seed: string | number) => createRng(seed).uniform();
    expect(first('a')).toBe(first('a'));
    expect(new Set([first('a'), first('b'), first(1), first('1'), first(2)]).size).toBe(5);
  });

  test('split by label alone, whatever has been drawn before', () => {
    const fresh = createRng(7);
    const used = createRng(7);
    for (let i = 0; i < 100; i++) used.normal();
    expect(used.split('x').uniform()).toBe(fresh.split('x').uniform());
    expect(fresh.split('x').uniform()).not.toBe(fresh.split('y').uniform());
    expect(fresh.split('a').split('b').uniform()).not.toBe(fresh.split('ab').uniform());
  });

  test('of neighbouring labels are uncorrelated', () => {
    const n = 2000;
    const streams = Array.from({ length: 20 }, (_, i) => createRng(1).split(i));
    const samples = streams.map((stream) => draw(n, () => stream.normal()));
    const correlations = samples.slice(1).map((sample, i) => mean(sample.map((z, j) => z * samples[i][j])));
    for (const correlation of correlations) expect(Math.abs(correlation) * Math.sqrt(n)).toBeLessThan(4);
  });

  test.each([undefined, null, '', Number.NaN, Infinity])('refuse the seed %s', (seed) => {
    expect(() => createRng(seed as string)).toThrow(/seed must be a non-empty string or a finite number, got/);
    expect(() => createRng(1).split(seed as string)).toThrow(/label must be/);
  });

  test('are told from other objects', () => {
    expect(() => requireRng(undefined)).toThrow('rng must come from createRng(seed), got undefined');
  });
});

describe('uniform and normal', () => {
  test('uniform fills [0, 1) evenly', () => {
    const rng = createRng('uniform');
    const sample = draw(200_000, () => rng.uniform());
    expect(Math.min(...sample.subarray(0, 100_000))).toBeGreaterThanOrEqual(0);
    expect(kolmogorovSmirnov(sample, (x) => x)).toBeLessThan(1.95);
  });

  test('normal follows Φ, in the body and in the tails', () => {
    const n = 1_000_000;
    const sample = createRng('normal').fillNormal(new Float64Array(n));
    expect(kolmogorovSmirnov(sample, normalDistribution)).toBeLessThan(1.95);
    // Beyond 3.654 draws come from the tail routine; each side has mass Φ(−x).
    for (const x of [2.5, 3.2, 3.7, 4.2]) {
      const expected = n * normalDistribution(-x);
      const above = sample.filter((z) => z > x).length;
      const below = sample.filter((z) => z < -x).length;
      expect(Math.abs(above - expected) / Math.sqrt(expected)).toBeLessThan(4);
      expect(Math.abs(below - expected) / Math.sqrt(expected)).toBeLessThan(4);
    }
  });

  test('normal passes a χ² test over 400 equally likely cells, and successive draws are independent', () => {
    const n = 800_000;
    const sample = createRng('cells').fillNormal(new Float64Array(n));
    const single = new Float64Array(400);
    const pairs = new Float64Array(400);
    const cell = (z: number, cells: number) => Math.floor(normalDistribution(z) * cells);
    for (let i = 0; i < n; i++) single[cell(sample[i], 400)]++;
    for (let i = 0; i < n; i += 2) pairs[20 * cell(sample[i], 20) + cell(sample[i + 1], 20)]++;
    expect(
      Math.abs(
        chiSquareScore(
          single,
          single.map(() => n / 400),
        ),
      ),
    ).toBeLessThan(3.3);
    expect(
      Math.abs(
        chiSquareScore(
          pairs,
          pairs.map(() => n / 800),
        ),
      ),
    ).toBeLessThan(3.3);
  });

  test.each([0, 1, 50, 2048, 200_000])('fillNormal draws what normal draws, bit for bit: %i numbers', (n) => {
    const [one, many] = [createRng(3), createRng(3)];
    expect(many.fillNormal(new Float64Array(n))).toEqual(draw(n, () => one.normal()));
    expect(many.uniform()).toBe(one.uniform());
  });
});

describe('discrete draws', () => {
  test('integer is even over 0, …, n − 1', () => {
    const rng = createRng('integer');
    const counts = new Float64Array(37);
    for (let i = 0; i < 37_000; i++) counts[rng.integer(37)]++;
    expect(
      Math.abs(
        chiSquareScore(
          counts,
          counts.map(() => 1000),
        ),
      ),
    ).toBeLessThan(3.3);
  });

  test('integer does not favour small results for n just above a power of two', () => {
    // Without rejection, 3·2^30 would give the first third twice as often.
    const rng = createRng('bias');
    const n = 3 * 2 ** 30;
    const low = draw(30_000, () => rng.integer(n)).filter((x) => x < n / 3).length;
    expect(Math.abs(low - 10_000) / Math.sqrt(30_000 * (2 / 9))).toBeLessThan(4);
  });

  test.each([0, -1, 1.5, Number.NaN, 2 ** 33])('integer refuses n = %s', (n) => {
    expect(() => createRng(1).integer(n)).toThrow(`n must be an integer from 1 to 2^32, got ${n}`);
  });

  test('categorical draws in proportion to the weights and never an index of weight zero', () => {
    const rng = createRng('categorical');
    const counts = new Float64Array(4);
    for (let i = 0; i < 60_000; i++) counts[rng.categorical([1, 0, 2, 3])]++;
    expect(counts[1]).toBe(0);
    const possible = [counts[0], counts[2], counts[3]];
    expect(Math.abs(chiSquareScore(possible, [10_000, 20_000, 30_000]))).toBeLessThan(3.3);
  });

  test.each([
    [5, 0.3],
    [40, 0.1],
    [60, 0.9],
    [200, 0.37],
    [1000, 0.5],
  ])('multinomial counts of two cells are binomial: n = %i, p = %f', (n, p) => {
    const rng = createRng('binomial');
    const draws = 50_000;
    const counts = new Map<number, number>();
    for (let i = 0; i < draws; i++) {
      const [k] = rng.multinomial(n, [p, 1 - p]);
      counts.set(k, (counts.get(k) ?? 0) + 1);
    }
    // Exact probabilities by the recurrence, outcomes of fewer than 20 expected draws pooled.
    const observed = [0];
    const expected = [0];
    let probability = (1 - p) ** n;
    for (let k = 0; k <= n; k++) {
      const rare = probability * draws < 20;
      if (rare) {
        observed[0] += counts.get(k) ?? 0;
        expected[0] += probability * draws;
      } else {
        observed.push(counts.get(k) ?? 0);
        expected.push(probability * draws);
      }
      probability *= ((n - k) / (k + 1)) * (p / (1 - p));
    }
    if (expected[0] < 5) {
      observed.shift();
      expected.shift();
    }
    expect(Math.abs(chiSquareScore(observed, expected))).toBeLessThan(3.5);
  });

  test('multinomial counts sum to n and skip cells of probability zero', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 12 }).filter((w) => w.some((x) => x > 0)),
        fc.nat({ max: 5000 }),
        fc.integer(),
        (weights, n, seed) => {
          const total = weights.reduce((a, b) => a + b);
          const counts = createRng(seed).multinomial(
            n,
            weights.map((w) => w / total),
          );
          expect(counts.reduce((a, b) => a + b)).toBe(n);
          counts.forEach((count, i) => {
            expect(count).toBeGreaterThanOrEqual(0);
            if (weights[i] === 0) expect(count).toBe(0);
          });
        },
      ),
    );
  });

  test('multinomial counts have the covariance −n p_i p_j', () => {
    const rng = createRng('covariance');
    const p = [0.2, 0.3, 0.5];
    const draws = Array.from({ length: 20_000 }, () => rng.multinomial(100, p));
    const covariance = mean(draws.map(([a, b]) => (a - 20) * (b - 30)));
    expect(covariance).toBeGreaterThan(-6.6);
    expect(covariance).toBeLessThan(-5.4);
  });

  test('bad weights are named', () => {
    const rng = createRng(1);
    expect(() => rng.categorical([1, -2])).toThrow('weights[1] must be a finite non-negative number, got -2');
    expect(() => rng.categorical([0, 0])).toThrow('weights must have a positive sum, got 0');
    expect(() => rng.multinomial(10, [0.5, 0.6])).toThrow('probabilities must sum to 1, got a sum of 1.1');
    expect(() => rng.multinomial(-1, [1])).toThrow('n must be a non-negative integer, got -1');
  });
});

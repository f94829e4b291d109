import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jensenShannonDivergence } from '../../src/density/jensen-shannon-divergence.js';
import { GaussianMixture } from '../../src/mixture/gaussian-mixture.js';
import { mean } from '../../src/numeric/summary.js';
import { createRng } from '../../src/random/rng.js';
import { DensityHistogram } from '../../src/synthesis/density-histogram.js';
import { klGap, measuredDivergence } from '../../src/synthesis/kl-gap.js';
import { KL_GAP_MEASURES } from '../../src/synthesis/measures.js';
import { randomMixture } from '../mixture/random-mixture.js';

const gaussian = (mean: [number, number], [xx, xy, yy]: [number, number, number]) =>
  new GaussianMixture({
    weights: [1],
    means: [mean],
    covariances: [
      [
        [xx, xy],
        [xy, yy],
      ],
    ],
  });
const standard = gaussian([0, 0], [1, 0, 1]);
const shifted = gaussian([1, -2], [1, 0, 1]);
const stretched = gaussian([0, 0], [4, 1, 1]);
const triple = { groundTruth: standard, anchor: shifted, synthetic: stretched };

const rng = (seed: number) => createRng(seed);

describe('measures from densities are unbiased', () => {
  const options = { resamples: 400, rng: rng(1) };
  const estimates = klGap(triple, { ...options, measure: ['monte-carlo', 'monte-carlo-reverse', 'jensen-shannon'] });

  // D(N(μ, I) ‖ N(0, I)) = |μ|²/2 both ways; D(N(0, Σ) ‖ N(0, I)) = (tr Σ − d − log det Σ)/2, and from Σ⁻¹ in reverse.
  const quadrature = { method: 'quadrature' } as const;
  const exact = {
    'monte-carlo': 5 / 2 - (5 - 2 - Math.log(3)) / 2,
    'monte-carlo-reverse': 5 / 2 - (5 / 3 - 2 + Math.log(3)) / 2,
    'jensen-shannon':
      jensenShannonDivergence(shifted, standard, quadrature) - jensenShannonDivergence(stretched, standard, quadrature),
  };
  test.each(Object.entries(exact))('%s', (measure, expected) => {
    const { value, standardError } = estimates[measure as keyof typeof exact];
    expect(standardError).toBeLessThan(0.01);
    expect(Math.abs(value - expected) / standardError!).toBeLessThan(4);
  });

  test('and exactly zero where both fitted mixtures are the truth', () => {
    const same = { groundTruth: shifted, anchor: shifted, synthetic: shifted };
    const estimates = klGap(same, { resamples: 3, rng: rng(1), measure: KL_GAP_MEASURES });
    for (const measure of ['monte-carlo', 'monte-carlo-reverse', 'jensen-shannon'] as const) {
      expect(estimates[measure]).toEqual({ value: 0, standardError: 0, anchor: 0, synthetic: 0 });
    }
  });

  test('in any dimension', () => {
    const [truth, anchor, synthetic] = [1, 2, 3].map((seed) => randomMixture(2, 5, rng(seed)));
    const { value, standardError } = klGap(
      { groundTruth: truth, anchor, synthetic },
      { ...options, resamples: 50, measure: 'monte-carlo' },
    );
    const direct = (p: GaussianMixture) => {
      const X = p.sample(100_000, rng(4));
      const logQ = truth.logDensity(X);
      return mean(p.logDensity(X).map((logP, i) => logP - logQ[i]));
    };
    expect(Math.abs(value - (direct(anchor) - direct(synthetic))) / standardError!).toBeLessThan(5);
  });
});

test('every measure is what its formula says of the points drawn', () => {
  const [p, q] = [randomMixture(3, 2, rng(5)), randomMixture(2, 2, rng(6))];
  const n = 500;
  const options = { resamples: 1, points: n, rng: rng(7) };
  const measured = measuredDivergence(p, q, { ...options, measure: KL_GAP_MEASURES });

  const drawn = (mixture: GaussianMixture, label: string) => {
    const points = new Float64Array(2 * n);
    mixture.sampleInto(points, rng(7).split(label));
    return points;
  };
  const [x, y] = [drawn(p, 'fitted'), drawn(q, 'groundTruth')];
  const density = (mixture: GaussianMixture, points: Float64Array) =>
    mixture.logDensityOf(points, new Float64Array(n)).map(Math.exp);
  const average = (
    a: GaussianMixture,
    b: GaussianMixture,
    points: Float64Array,
    f: (a: number, b: number) => number,
  ) => {
    const [pa, pb] = [density(a, points), density(b, points)];
    return mean(pa.map((value, i) => f(value, pb[i])));
  };
  const histogram = (points: Float64Array) => {
    const filled = new DensityHistogram();
    filled.fill(points);
    return filled;
  };
  expect(measured['monte-carlo'].value).toBeCloseTo(
    average(p, q, x, (a, b) => Math.log(a / b)),
    10,
  );
  expect(measured['monte-carlo-reverse'].value).toBeCloseTo(
    average(q, p, y, (a, b) => Math.log(a / b)),
    10,
  );
  const toMidpoint = (a: number, b: number) => Math.log((2 * a) / (a + b));
  const jensenShannon = (average(p, q, x, toMidpoint) + average(q, p, y, toMidpoint)) / 2;
  expect(measured['jensen-shannon'].value).toBeCloseTo(jensenShannon, 10);
  expect(measured['separate-histograms'].value).toBe(histogram(x).divergenceFrom(histogram(y)));
  expect(measured['shared-histograms'].value).not.toBeCloseTo(measured['separate-histograms'].value, 1);
});

test('an estimate of the Jensen–Shannon divergence never exceeds log 2', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 6 }), (seed, k) => {
      const [p, q] = [randomMixture(k, 2, rng(seed)), randomMixture(3, 2, rng(seed).split(1))];
      const options = { measure: 'jensen-shannon', resamples: 3, points: 200, rng: rng(seed) } as const;
      expect(measuredDivergence(p, q, options).value).toBeLessThanOrEqual(Math.LN2);
    }),
    { numRuns: 30 },
  );
});

describe('measures in one call', () => {
  const options = { resamples: 4, points: 300, rng: rng(3) };
  const together = klGap(triple, { ...options, measure: KL_GAP_MEASURES });

  test.each(KL_GAP_MEASURES)('%s gives the number it gives alone', (measure) => {
    expect(klGap(triple, { ...options, measure })).toEqual(together[measure]);
  });

  test('may have different numbers of resamples, and give what they give with that many for all', () => {
    const resamples = { 'separate-histograms': 4, 'shared-histograms': 4, 'monte-carlo': 2, 'jensen-shannon': 1 };
    const measure = ['separate-histograms', 'monte-carlo', 'jensen-shannon'] as const;
    const mixed = klGap(triple, { ...options, measure, resamples });
    for (const name of measure) {
      expect(mixed[name]).toEqual(klGap(triple, { ...options, measure: name, resamples: resamples[name] }));
    }
  });

  test.each(KL_GAP_MEASURES)('%s is the difference of its two terms', (measure) => {
    const { value, anchor, synthetic } = together[measure];
    expect(value).toBeCloseTo(anchor - synthetic, 10);
    expect(Object.keys(together)).toEqual(KL_GAP_MEASURES);
  });
});

test.each(KL_GAP_MEASURES)('%s is fair: swapping the fitted mixtures changes the sign only', (measure) => {
  const gap = (anchor: GaussianMixture, synthetic: GaussianMixture, seed: number) =>
    klGap({ groundTruth: standard, anchor, synthetic }, { measure, resamples: 200, rng: rng(seed) });
  const [there, back] = [gap(shifted, stretched, 1), gap(stretched, shifted, 2)];
  const spread = Math.hypot(there.standardError!, back.standardError!);
  expect(Math.abs(there.value + back.value) / spread).toBeLessThan(4);
});

test('bad input is named', () => {
  const options = { measure: 'monte-carlo', resamples: 2, rng: rng(1) } as const;
  const line = new GaussianMixture({ weights: [1], means: [0], covariances: [[1]] });
  const lines = { groundTruth: line, anchor: line, synthetic: line };
  expect(() => klGap({ ...triple, anchor: line }, options)).toThrow(
    'anchor must have 2 dimensions, like groundTruth, got 1',
  );
  expect(() => klGap(lines, { ...options, measure: 'shared-histograms' })).toThrow(
    "measure 'shared-histograms' needs 2 dimensions, got 1",
  );
  expect(() => klGap(triple, { ...options, resamples: 0 })).toThrow('resamples must be a positive integer, got 0');
  const by = (resamples: object) => () => klGap(triple, { ...options, resamples });
  expect(by({ 'monte-carlo': 1.5 })).toThrow("resamples['monte-carlo'] must be a positive integer, got 1.5");
  expect(by({ 'jensen-shannon': 3 })).toThrow("resamples['monte-carlo'] must be a positive integer, got 0");
  expect(by({ 'monte-carlo': 2, carlo: 3 })).toThrow("resamples has no option 'carlo'");
  expect(() => klGap(triple, { ...options, points: 1 })).toThrow('points must be at least 2, got 1');
  expect(() => klGap(triple, { ...options, measure: 'tv' as never })).toThrow("measure must be one of 'separate-hist");
  expect(() => klGap(triple, { ...options, measure: [] })).toThrow('measure must name at least one measure');
  expect(() => klGap(triple, { ...options, rng: undefined as never })).toThrow('rng must come from createRng(seed)');
  expect(() => measuredDivergence(standard, standard, { ...options, point: 3 } as never)).toThrow(
    "has no option 'point'",
  );
});

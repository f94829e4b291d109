import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mean, median, standardDeviation } from '../../src/numeric/summary.js';
import { createRng } from '../../src/random/rng.js';
import type { ComponentKind } from '../../src/synthesis/component-counts.js';
import { klGap } from '../../src/synthesis/kl-gap.js';
import { type KlGapSweepOptions, klGapSweep } from '../../src/synthesis/kl-gap-sweep.js';
import { postTrain } from '../../src/synthesis/post-training.js';
import { simulate } from '../../src/synthesis/simulation.js';

const small = {
  vary: 'J',
  values: [2, 3],
  protocol: 'published-code',
  measure: 'separate-histograms',
  rounds: 3,
  resamples: 4,
  seed: 1,
} as const;

describe('a sweep', () => {
  test('summarises the rounds of each value', async () => {
    const curve = await klGapSweep(small);
    expect(Object.keys(curve)).toEqual(['2', '3']);
    for (const summary of Object.values(curve)) {
      const { values, standardErrors } = summary;
      expect(values.length).toBe(3);
      expect(summary.n).toBe(3);
      expect(summary.mean).toBe(mean(values));
      expect(summary.standardDeviation).toBe(standardDeviation(values));
      expect(summary.median).toBe(median(values));
      expect(standardErrors.every((error) => error !== null && error > 0)).toBe(true);
    }
  });

  test('repeats for a seed, and differs for another', async () => {
    expect(await klGapSweep(small)).toEqual(await klGapSweep(small));
    expect((await klGapSweep({ ...small, seed: 2 }))[2].mean).not.toBe((await klGapSweep(small))[2].mean);
  });

  test('gives a round the same value whatever else is run: other values, more rounds, other measures', async () => {
    const alone = await klGapSweep({ ...small, values: [3], rounds: 1 });
    const among = await klGapSweep({ ...small, measure: ['monte-carlo', 'separate-histograms'] });
    expect(among['separate-histograms'][3].values[0]).toBe(alone[3].values[0]);
    expect(among['separate-histograms']).toEqual(await klGapSweep(small));
    expect(among['monte-carlo']).toEqual(await klGapSweep({ ...small, measure: 'monte-carlo' }));
  });

  test('has no standard error from a single resample', async () => {
    expect((await klGapSweep({ ...small, resamples: 1 }))[2].standardErrors).toEqual([null, null, null]);
  });

  test.each(['published-code', 'paper-text'] as const)('is its steps one after the other: %s', async (protocol) => {
    const curve = await klGapSweep({ ...small, protocol, measure: 'monte-carlo', values: [3] });
    const rng = createRng(small.seed).split('J').split(3).split(1);
    const simulation = simulate({ K: 2, J: 3, L: 2 }, { protocol, rng: rng.split('simulation') });
    const fitted = postTrain(simulation, rng.split('post-training'));
    const triple = {
      groundTruth: simulation.groundTruth,
      anchor: fitted.anchor.mixture,
      synthetic: fitted.synthetic.mixture,
    };
    const gap = klGap(triple, { measure: 'monte-carlo', resamples: 4, rng: rng.split('monte-carlo') });
    expect(curve[3].values[1]).toBe(gap.value);
    expect(curve[3].standardErrors[1]).toBe(gap.standardError);
  });

  test('reports each round, and stops when asked to', async () => {
    const seen: [number, number][] = [];
    await klGapSweep({ ...small, onProgress: (done, total) => seen.push([done, total]) });
    expect(seen).toEqual([1, 2, 3, 4, 5, 6].map((done) => [done, 6]));

    const controller = new AbortController();
    const stopping = klGapSweep({
      ...small,
      rounds: 1000,
      signal: controller.signal,
      onProgress: (done) => done === 2 && controller.abort(new Error('enough')),
    });
    await expect(stopping).rejects.toThrow('enough');
  });
});

describe('against the authors’ procedure in scikit-learn', () => {
  interface Reference {
    readonly sweeps: Record<ComponentKind, Record<string, { mean: number; standardDeviation: number; n: number }>>;
  }
  const path = new URL('../fixtures/figure-4-scikit-learn.json', import.meta.url);
  const { sweeps } = JSON.parse(readFileSync(path, 'utf8')) as Reference;

  // Fewer resamples a round leave the means as they are and widen the spread by a per cent or so.
  const settings = [
    ['K', 2],
    ['K', 6],
    ['K', 15],
    ['J', 5],
    ['J', 15],
    ['L', 8],
    ['L', 15],
  ] as const;
  test.each(settings)(
    'the mean at %s = %i is within four standard errors, the spread within a factor 1.35',
    async (vary, value) => {
      const reference = sweeps[vary][value];
      const curve = await klGapSweep({
        ...small,
        vary,
        values: [value],
        rounds: 150,
        resamples: 10,
        seed: 'reference',
      });
      const ours = curve[value];
      const standardError = Math.hypot(
        reference.standardDeviation / Math.sqrt(reference.n),
        ours.standardDeviation / Math.sqrt(ours.n),
      );
      expect(Math.abs(ours.mean - reference.mean) / standardError).toBeLessThan(4);
      const ratio = ours.standardDeviation / reference.standardDeviation;
      expect(Math.abs(Math.log(ratio))).toBeLessThan(Math.log(1.35));
    },
  );
});

describe('bad input', () => {
  test.each<
    [string, Partial<Record<keyof KlGapSweepOptions<'monte-carlo'>, unknown>> & Record<string, unknown>, string]
  >([
    ['an unknown sweep', { vary: 'M' }, "vary must be one of 'K', 'J', 'L', got 'M'"],
    ['no values', { values: [] }, 'values must be a list of at least one count, got []'],
    ['a zero count', { values: [2, 0] }, 'values[1] must be a positive integer, got 0'],
    [
      'an unknown protocol',
      { protocol: 'paper' },
      "protocol must be one of 'published-code', 'paper-text', got 'paper'",
    ],
    ['an unknown measure', { measure: 'kl' }, "measure must be one of 'separate-histograms', 'monte-carlo', got 'kl'"],
    ['no measure', { measure: [] }, 'measure must name at least one measure, got an empty list'],
    ['no rounds', { rounds: 0 }, 'rounds must be a positive integer, got 0'],
    ['negative resamples', { resamples: -5 }, 'resamples must be a positive integer, got -5'],
    ['no seed', { seed: undefined }, 'seed must be a non-empty string or a finite number, got undefined'],
    ['a misspelt option', { sed: 1 }, "klGapSweep has no option 'sed'"],
  ])('%s', async (_, change, message) => {
    await expect(klGapSweep({ ...small, ...change } as never)).rejects.toThrow(message);
  });
});

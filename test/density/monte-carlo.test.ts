import { expect, test } from 'vitest';
import { klDivergence } from '../../src/density/kl-divergence.js';
import { Draws } from '../../src/density/monte-carlo.js';
import { uniformDensity } from '../../src/density/uniform-density.js';
import { mean } from '../../src/numeric/summary.js';
import { createRng } from '../../src/random/rng.js';
import { randomMixture } from '../mixture/random-mixture.js';

test('draws are evaluated in the same memory again and again, to what Monte Carlo averages', () => {
  const [p, q] = [randomMixture(2, 2, createRng(1)), randomMixture(3, 2, createRng(2))];
  const draws = new Draws(50, 2);
  const rounds = [1, 2].map((seed) => {
    const values = draws.evaluate((logP, logQ) => logP - logQ, p, q, p, createRng(seed));
    expect(mean(values)).toBe(klDivergence(p, q, { method: 'monte-carlo', samples: 50, rng: createRng(seed) }).value);
    return values;
  });
  expect(rounds[0]).toBe(rounds[1]);
});

test('a single point where the value is infinite settles it', () => {
  const [p, q] = [uniformDensity(0, 2), uniformDensity(0, 1)];
  expect(klDivergence(p, q, { method: 'monte-carlo', samples: 50, rng: createRng(3) })).toEqual({
    value: Infinity,
    standardError: 0,
  });
});

import { describe, expect, test } from 'vitest';
import { differentialEntropy } from '../../src/density/differential-entropy.js';
import { goodnessOfFit } from '../../src/density/goodness-of-fit.js';
import { planeGrid } from '../../src/density/plane-grid.js';
import { totalVariation } from '../../src/density/total-variation.js';
import { truncation } from '../../src/density/truncation.js';
import { normalQuantile } from '../../src/numeric/normal-quantile.js';
import { createRng } from '../../src/random/rng.js';
import { randomMixture } from '../mixture/random-mixture.js';
import { gaussian, uniform } from './oracles.js';

const quadrature = { method: 'quadrature' } as const;
const line = randomMixture(3, 1, createRng('line'));
const plane = randomMixture(3, 2, createRng('plane'));
const grid = planeGrid({ x: [-14, 14], y: [-14, 14], cells: 200 });

describe('on the line', () => {
  test('is the density divided by the share inside, and zero outside', () => {
    const central = truncation(gaussian(0, 1), 0.5);
    const quartile = normalQuantile(0.75);
    expect(central.region.intervals).toEqual([[expect.closeTo(-quartile, 7), expect.closeTo(quartile, 7)]]);
    const [inside, outside] = central.logDensity([0.6, 0.7]);
    expect(inside).toBeCloseTo(gaussian(0, 1).logDensity([0.6])[0] + Math.LN2, 8);
    expect(outside).toBe(-Infinity);
  });

  test('a uniform density stays one', () => {
    const half = truncation(uniform(0, 1), 0.5, { score: gaussian(1, 1) });
    expect(differentialEntropy(half, quadrature)).toBeCloseTo(Math.log(0.5), 7);
  });

  test('moves a law by what it throws away, whatever the score', () => {
    const other = randomMixture(2, 1, createRng('other'));
    for (const share of [0.2, 0.5, 0.9]) {
      for (const score of [line, other]) {
        const distance = totalVariation(line, truncation(line, share, { score }), quadrature);
        expect(distance).toBeCloseTo(1 - share, 7);
      }
    }
  });

  test('its draws are those that are kept, and follow it', () => {
    const cut = truncation(line, 0.4);
    const draws = cut.sample(5000, createRng(1));
    expect([draws.rows, draws.columns]).toEqual([5000, 1]);
    expect(cut.region.contains(Float64Array.from(draws.to1DArray())).every(Boolean)).toBe(true);
    const [from, to] = [cut.region.intervals[0][0], cut.region.intervals.at(-1)?.[1] ?? 0];
    const edges = Array.from({ length: 19 }, (_, i) => from + ((i + 1) * (to - from)) / 20);
    const { mass, pValue } = goodnessOfFit(cut, draws, { edges });
    expect(mass).toBeCloseTo(1, 8);
    expect(pValue).toBeGreaterThan(1e-3);
    expect(goodnessOfFit(line, draws, { edges }).pValue).toBeLessThan(1e-9);
  });

  test('leaves the density as it is at share 1', () => {
    const all = truncation(line, 1);
    expect([...all.logDensity([0, 1])]).toEqual([...line.logDensity([0, 1])]);
    expect(totalVariation(line, all, quadrature)).toBeCloseTo(0, 10);
  });
});

test('in the plane too it moves a law by what it throws away, and its draws follow it', () => {
  const cut = truncation(plane, 0.6, { score: randomMixture(2, 2, createRng('other')), grid });
  const { value, standardError } = totalVariation(plane, cut, {
    method: 'monte-carlo',
    samples: 10_000,
    rng: createRng(1),
  });
  expect(Math.abs(value - 0.4)).toBeLessThan(4 * standardError + 1e-3);
  const draws = cut.sample(4000, createRng(2));
  expect(goodnessOfFit(cut, draws, { grid }).pValue).toBeGreaterThan(1e-3);
  expect(goodnessOfFit(plane, draws, { grid }).pValue).toBeLessThan(1e-9);
  expect(() => cut.breakpoints()).toThrow('a truncation has breakpoints in 1 dimension only, got 2');
});

test('points of another dimension are refused', () => {
  expect(() => truncation(line, 0.5).logDensity([[1, 2]])).toThrow('X must have 1 columns, got 2');
});

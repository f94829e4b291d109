import { Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { mean } from '../../src/numeric/summary.js';
import { createRng } from '../../src/random/rng.js';
import type { ComponentCounts } from '../../src/synthesis/component-counts.js';
import { postTrain } from '../../src/synthesis/post-training.js';
import type { Protocol } from '../../src/synthesis/protocol.js';
import { ABLATIONS, PROTOCOL_NAMES, PROTOCOLS, type ProtocolInput } from '../../src/synthesis/protocols.js';
import { simulate } from '../../src/synthesis/simulation.js';

const counts: ComponentCounts = { K: 3, J: 2, L: 4 };
const run = (protocol: ProtocolInput, seed = 1) => simulate(counts, { protocol, rng: createRng(seed) });

describe.each(PROTOCOL_NAMES)('a simulation of protocol %s', (protocol) => {
  test('has the components, weights and points it should', () => {
    const { groundTruth, generator, anchor, synthetic } = run(protocol);
    expect([groundTruth.components, generator.components]).toEqual([5, 9]);
    expect(groundTruth.weights).toEqual(new Array(5).fill(1 / 5));
    expect(generator.weights).toEqual(new Array(9).fill(1 / 9));
    expect(anchor.labels).toEqual([0, 1, 2].flatMap((c) => new Array(50).fill(c)));
    expect(synthetic.points.rows).toBe(protocol === 'paper-text' ? 1000 : 200);
    expect(new Set(synthetic.labels)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7, 8]));
  });

  test('shares the unsampled components between G and M, in place and shape', () => {
    const { groundTruth, generator } = run(protocol);
    expect(generator.means.slice(3, 5)).toEqual(groundTruth.means.slice(3, 5));
    expect(generator.covariances.slice(3, 5)).toEqual(groundTruth.covariances.slice(3, 5));
  });

  test('draws anchor points from their own component of G', () => {
    const { groundTruth, anchor } = run(protocol);
    for (let c = 0; c < 3; c++) {
      const own = anchor.points.to2DArray().filter((_, i) => anchor.labels[i] === c);
      for (const j of [0, 1]) {
        const error = mean(own.map((point) => point[j])) - groundTruth.means[c][j];
        expect(Math.abs(error) / Math.sqrt(groundTruth.covariances[c][j][j] / 50)).toBeLessThan(4);
      }
    }
  });

  test('is deterministic in the seed', () => {
    expect(run(protocol).synthetic.points.to2DArray()).toEqual(run(protocol).synthetic.points.to2DArray());
    expect(run(protocol, 2).groundTruth.means).not.toEqual(run(protocol).groundTruth.means);
  });

  test('keeps every mean in the box', () => {
    const means = run(protocol).generator.means.slice(3).flat();
    expect(Math.min(...means)).toBeGreaterThan(0);
    expect(Math.max(...means)).toBeLessThan(10);
  });
});

test('the published code re-estimates the anchor components of M; the paper keeps those of G', () => {
  const published = run('published-code');
  const own = new Matrix(published.anchor.points.to2DArray().filter((_, i) => published.anchor.labels[i] === 1));
  const centre = own.mean('column');
  const centred = own.clone().center('column');
  const covariance = centred.transpose().mmul(centred).div(49).add(Matrix.eye(2).mul(1e-6));
  published.generator.means[1].forEach((value, j) => {
    expect(value).toBeCloseTo(centre[j], 12);
  });
  published.generator.covariances[1].flat().forEach((value, j) => {
    expect(value).toBeCloseTo(covariance.to1DArray()[j], 12);
  });

  const written = run('paper-text');
  expect(written.generator.means.slice(0, 5)).toEqual(written.groundTruth.means);
  expect(written.generator.covariances.slice(0, 5)).toEqual(written.groundTruth.covariances);
});

test('the fits have the components of their protocol', () => {
  const components = (protocol: ProtocolInput) => {
    const { anchor, synthetic } = postTrain(run(protocol), createRng(1));
    return [anchor.mixture.components, synthetic.mixture.components];
  };
  expect(components('published-code')).toEqual([3, 9]);
  expect(components('paper-text')).toEqual([9, 9]);
  expect(components({ anchorFit: 'K+J', syntheticFit: 4 })).toEqual([5, 4]);
});

test('anchor data are fitted as they are drawn, unless a protocol resamples them', () => {
  expect(PROTOCOLS['paper-text'].anchorTrainingPoints).toBe('as-drawn');
  const simulation = run('paper-text');
  const { anchor } = postTrain(simulation, createRng(1));
  const logLikelihood = anchor.mixture.logDensity(simulation.anchor.points).reduce((a, b) => a + b);
  expect(anchor.logLikelihood).toBeCloseTo(logLikelihood, 8);
  const resampled = postTrain(run(ABLATIONS['anchor-data-resampled']), createRng(1)).anchor;
  const pointsOf = (fit: typeof anchor, d: number, k: number) =>
    (fit.bic - fit.aic) / (k * (1 + d + (d * (d + 1)) / 2) - 1);
  // BIC − AIC is the number of parameters times log n − 2.
  expect(Math.exp(pointsOf(resampled, 2, 3) + 2)).toBeCloseTo(1000, 6);
});

test('EM starts as often and adds as much to variances as the protocol says', () => {
  const fitted = (protocol: ProtocolInput) => postTrain(run(protocol), createRng(1)).synthetic;
  const [once, more] = [fitted('published-code'), fitted(ABLATIONS['em-restarted'])];
  expect(more.lowerBound).toBeGreaterThan(once.lowerBound);
  const smallest = Math.min(
    ...fitted({ regularization: 0.5 }).mixture.covariances.map(([[a], [, d]]) => Math.min(a, d)),
  );
  expect(smallest).toBeGreaterThanOrEqual(0.5);
});

test('equal sample sizes are equal, whatever K', () => {
  for (const K of [2, 7, 15]) {
    const { anchor, synthetic } = simulate(
      { K, J: 2, L: 2 },
      { protocol: ABLATIONS['equal-sample-sizes'], rng: createRng(1) },
    );
    expect(anchor.points.rows).toBe(synthetic.points.rows);
  }
});

test('augmented, π^{S_gen} is fitted to the anchor data as well', () => {
  const [published, augmented] = [run('published-code'), run('augmented')];
  expect(augmented.synthetic.points).toEqual(published.synthetic.points);
  const trained = (simulation: typeof published) => postTrain(simulation, createRng(1));
  expect(trained(augmented).anchor).toEqual(trained(published).anchor);
  const both = new Matrix([...augmented.anchor.points.to2DArray(), ...augmented.synthetic.points.to2DArray()]);
  const logLikelihood = trained(augmented)
    .synthetic.mixture.logDensity(both)
    .reduce((a, b) => a + b);
  expect(trained(augmented).synthetic.logLikelihood).toBeCloseTo(logLikelihood, 8);
});

describe('a protocol of one’s own', () => {
  test('is the published code but for what it says', () => {
    expect(run({})).toEqual(run('published-code'));
    expect(run(PROTOCOLS['paper-text'])).toEqual(run('paper-text'));
    const { synthetic, groundTruth } = run({ syntheticPoints: 30 });
    expect(synthetic.points.rows).toBe(30);
    expect(groundTruth).toEqual(run('published-code').groundTruth);
  });

  test('shares out a fixed number of anchor points', () => {
    const { labels } = run({ anchorPoints: 100, anchorPointsGiven: 'in-total' }).anchor;
    expect([0, 1, 2].map((c) => labels.filter((label) => label === c).length)).toEqual([34, 33, 33]);
  });

  test('fixes the share of the irrelevant components', () => {
    const { weights } = run({ irrelevantShare: 1 / 3 }).generator;
    expect(weights.slice(0, 5).every((weight) => Math.abs(weight - 2 / 15) < 1e-12)).toBe(true);
    expect(weights.slice(5).every((weight) => Math.abs(weight - 1 / 12) < 1e-12)).toBe(true);
  });

  test('draws weights uniformly from the simplex, the same for G and within M', () => {
    const first: number[] = [];
    for (let seed = 0; seed < 400; seed++) {
      const { groundTruth, generator } = run({ weights: 'random' }, seed);
      const share = generator.weights.slice(0, 5).reduce((a, b) => a + b);
      groundTruth.weights.forEach((weight, c) => {
        expect(generator.weights[c]).toBeCloseTo(share * weight, 12);
      });
      first.push(groundTruth.weights[0]);
    }
    // Beta(1, 4): mean 1/5, variance 4/150.
    expect(Math.abs(mean(first) - 0.2) / Math.sqrt(4 / 150 / first.length)).toBeLessThan(4);
    expect(Math.abs(mean(first.map((w) => w * w)) - 1 / 15)).toBeLessThan(0.02);
  });

  test('has a box whose volume grows with the number of components', () => {
    const side = Math.sqrt(9 / 6);
    const [grown, fixed] = [run({ boxGrows: true }), run({})];
    grown.groundTruth.means.flat().forEach((coordinate, i) => {
      expect(coordinate).toBeCloseTo(side * fixed.groundTruth.means.flat()[i], 12);
    });
  });

  test('has any dimension', () => {
    const { groundTruth, generator, anchor, synthetic } = run({ dimension: 5, box: 3 });
    expect([groundTruth.dimension, generator.dimension]).toEqual([5, 5]);
    expect([anchor.points.columns, synthetic.points.columns]).toEqual([5, 5]);
    expect(Math.max(...groundTruth.means.flat())).toBeLessThan(3);
  });
});

test('ablations of what grows with a sweep change nothing where it starts', () => {
  const start = { K: 2, J: 2, L: 2 };
  const at = (protocol: ProtocolInput) => {
    const { protocol: _, ...simulation } = simulate(start, { protocol, rng: createRng(1) });
    return simulation;
  };
  for (const name of ['anchor-data-fixed-in-total', 'box-grows'] as const) {
    expect(at(ABLATIONS[name])).toEqual(at('published-code'));
  }
  const weights = at(ABLATIONS['irrelevant-share-fixed']).generator.weights;
  expect(Math.max(...weights) - Math.min(...weights)).toBeLessThan(1e-15);
});

describe('bad input', () => {
  const options = { protocol: 'paper-text', rng: createRng(1) } as const;
  test.each([
    [{ K: 0, J: 2, L: 2 }, 'K must be a positive integer, got 0'],
    [{ K: 2, J: -1, L: 2 }, 'J must be a positive integer, got -1'],
    [{ K: 2, J: 2, L: 1.5 }, 'L must be a positive integer, got 1.5'],
    [{ K: 2, J: 2 }, 'L must be a positive integer, got undefined'],
    [{ K: 2, J: 2, L: 2, M: 2 }, "component counts has no option 'M'"],
  ])('%j', (bad, message) => {
    expect(() => simulate(bad as ComponentCounts, options)).toThrow(message);
  });
  test('protocol and stream', () => {
    expect(() => simulate(counts, { ...options, protocol: 'paper' as never })).toThrow(
      "protocol must be one of 'published-code', 'paper-text', 'augmented', got 'paper'",
    );
    expect(() => simulate(counts, { protocol: 'paper-text' } as never)).toThrow('rng must come from createRng(seed)');
  });
  test.each<[Partial<Record<keyof Protocol, unknown>>, string]>([
    [{ dimension: 0 }, 'dimension must be a positive integer, got 0'],
    [{ box: -1 }, 'box must be a finite positive number, got -1'],
    [{ covariance: 'wishart' }, "covariance must be one of 'polar-factor', 'gram', got 'wishart'"],
    [{ covarianceShrinkage: 2 }, 'covarianceShrinkage must be from 0 to 1, got 2'],
    [{ weights: 'even' }, "weights must be one of 'equal', 'random', got 'even'"],
    [{ irrelevantShare: 1 }, "irrelevantShare must be 'in-proportion' or between 0 and 1, got 1"],
    [{ anchorPoints: 2.5 }, 'anchorPoints must be a positive integer, got 2.5'],
    [{ anchorPointsGiven: 'each' }, "anchorPointsGiven must be one of 'per-component', 'in-total', got 'each'"],
    [
      { anchorPoints: 5, anchorPointsGiven: 'in-total' },
      'anchorPoints must leave each of the 3 components 2 or more, got 5',
    ],
    [{ syntheticPoints: 0 }, 'syntheticPoints must be a positive integer, got 0'],
    [{ anchorTrainingPoints: 'all' }, "anchorTrainingPoints must be a positive integer, got 'all'"],
    [{ anchorFit: 'K*J' }, "anchorFit must be one of 'K', 'K+J', 'K+J+L', got 'K*J'"],
    [{ syntheticFit: 0 }, 'syntheticFit must be a positive integer, got 0'],
    [{ restarts: 0 }, 'restarts must be a positive integer, got 0'],
    [{ regularization: -1 }, 'regularization must be a finite non-negative number, got -1'],
    [{ boxGrows: 'yes' }, "boxGrows must be true or false, got 'yes'"],
    [{ anchorPoint: 50 } as never, "protocol has no option 'anchorPoint'"],
  ])('choice %j', (choice, message) => {
    expect(() => simulate(counts, { ...options, protocol: choice as never })).toThrow(message);
  });
});

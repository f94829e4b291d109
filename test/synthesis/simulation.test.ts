import fc from 'fast-check';
import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { mean } from '../../src/numeric/summary.js';
import { createRng } from '../../src/random/rng.js';
import type { ComponentCounts } from '../../src/synthesis/component-counts.js';
import { postTrain } from '../../src/synthesis/post-training.js';
import { type Matrix2, PROTOCOL_NAMES, type ProtocolName, polarFactor } from '../../src/synthesis/protocol.js';
import { simulate } from '../../src/synthesis/simulation.js';

const counts: ComponentCounts = { K: 3, J: 2, L: 4 };
const run = (protocol: ProtocolName, seed = 1) => simulate(counts, { protocol, rng: createRng(seed) });

test('the polar factor is V·S·Vᵀ of the singular value decomposition, as numpy draws it', () => {
  const entry = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);
  fc.assert(
    fc.property(fc.tuple(entry, entry, entry, entry), ([a, b, c, d]) => {
      fc.pre(a + b + c + d > 0);
      const C: Matrix2 = [
        [a, b],
        [c, d],
      ];
      const { diagonal, rightSingularVectors: V } = new SingularValueDecomposition(new Matrix(C));
      const expected = V.mmul(Matrix.diag(diagonal)).mmul(V.transpose());
      polarFactor(C).forEach((row, i) => {
        row.forEach((value, j) => {
          expect(value).toBeCloseTo(expected.get(i, j), 7);
        });
      });
    }),
  );
});

describe.each(PROTOCOL_NAMES)('a simulation of protocol %s', (protocol) => {
  test('has the components, weights and points it should', () => {
    const { groundTruth, generator, anchor, synthetic } = run(protocol);
    expect([groundTruth.components, generator.components]).toEqual([5, 9]);
    expect(groundTruth.weights).toEqual(new Array(5).fill(1 / 5));
    expect(generator.weights).toEqual(new Array(9).fill(1 / 9));
    expect(anchor.labels).toEqual([0, 1, 2].flatMap((c) => new Array(50).fill(c)));
    expect(synthetic.points.rows).toBe(protocol === 'published-code' ? 200 : 1000);
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
  const published = postTrain(run('published-code'), createRng(1));
  expect([published.anchor.mixture.components, published.synthetic.mixture.components]).toEqual([3, 9]);
  const written = postTrain(run('paper-text'), createRng(1));
  expect([written.anchor.mixture.components, written.synthetic.mixture.components]).toEqual([9, 9]);
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
      "protocol must be one of 'published-code', 'paper-text', got 'paper'",
    );
    expect(() => simulate(counts, { protocol: 'paper-text' } as never)).toThrow('rng must come from createRng(seed)');
  });
});

import fc from 'fast-check';
import { inverse, Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import type { EntropySystem } from '../../src/information/entropy-system.js';
import { FiniteDistribution, type Label } from '../../src/information/finite-distribution.js';
import { holds } from '../../src/information/holds.js';
import { LinearCode } from '../../src/information/linear-code.js';
import { LinearGaussian } from '../../src/information/linear-gaussian.js';
import { H, I } from '../../src/information/quantities.js';
import { entropy } from '../../src/information/shannon-entropy.js';
import { createRng, type Rng } from '../../src/random/rng.js';

const VARIABLES = ['A', 'B', 'C', 'D'];
const ROUNDING = 1e-10;
const rng = fc.integer().map(createRng);

/** A random table of A, B, C, D with two or three values each: with a concentration of 0.05, most of it is all but zero. */
const table = fc
  .record({ sizes: fc.array(fc.integer({ min: 2, max: 3 }), { minLength: 4, maxLength: 4 }), rng })
  .chain(({ sizes, rng: random }) =>
    fc.constantFrom(0.05, 0.3, 1, 10).map((concentration) => randomTable(sizes, concentration, random)),
  );

function randomTable(sizes: readonly number[], concentration: number, random: Rng): FiniteDistribution {
  const states = sizes.reduce<number[][]>(
    (prefixes, size) => prefixes.flatMap((prefix) => Array.from({ length: size }, (_, value) => [...prefix, value])),
    [[]],
  );
  const probabilities = random.dirichlet(states.map(() => concentration));
  return FiniteDistribution.fromTable(
    VARIABLES,
    states.map((values, i) => [values, probabilities[i]]),
  );
}

/** A, B independent sources; C and D random functions of what was there before. */
const functions = rng.map((random) => {
  const source = () => random.dirichlet([1, 1, 1]).map((p, value) => [value, p] as const);
  const anything = () => {
    const outputs = new Map<string, Label>();
    return (...inputs: Label[]) => {
      const key = inputs.join();
      if (!outputs.has(key)) outputs.set(key, random.integer(3));
      return outputs.get(key)!;
    };
  };
  return FiniteDistribution.empty()
    .source('A', source())
    .source('B', source())
    .map('C', ['A', 'B'], anything())
    .map('D', ['A', 'C'], anything());
});

const code = rng.map((random) => {
  const sum = () => ['a', 'b', 'c', 'd', 'e'].filter(() => random.uniform() < 0.4).join(' + ') || '0';
  return new LinearCode(
    Object.fromEntries(VARIABLES.map((name) => [name, Array.from({ length: random.integer(4) }, sum)])),
  );
});

/** A, B, C, D of one to three coordinates each, every one a random combination of those before it, plus noise. */
const gaussian = rng.map(
  (random) =>
    VARIABLES.reduce<{ system: LinearGaussian; dimensions: Record<string, number> }>(
      ({ system, dimensions }, name) => {
        const d = 1 + random.integer(3);
        const combination = Object.entries(dimensions).map(
          ([other, n]) => [other, normalMatrix(d, n, random)] as const,
        );
        const noise = covariance(d, random);
        return {
          system:
            combination.length === 0
              ? system.source(name, noise)
              : system.linear(name, Object.fromEntries(combination), noise),
          dimensions: { ...dimensions, [name]: d },
        };
      },
      { system: LinearGaussian.empty(), dimensions: {} },
    ).system,
);

function normalMatrix(rows: number, columns: number, random: Rng): number[][] {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => random.normal()));
}

function covariance(d: number, random: Rng): number[][] {
  const root = new Matrix(normalMatrix(d, d, random));
  return root.mmul(root.transpose()).add(Matrix.eye(d).mul(0.1)).to2DArray();
}

const discrete: fc.Arbitrary<EntropySystem> = fc.oneof(table, functions, code);
const finite = fc.oneof(table, functions);
const group = fc.subarray(VARIABLES, { minLength: 1 });
const condition = fc.subarray(VARIABLES);

describe('Shannon’s inequalities', () => {
  test('hold on discrete systems: H(X|Z) >= 0 and I(X;Y|Z) >= 0, for groups that overlap or not', () => {
    fc.assert(
      fc.property(discrete, group, group, condition, (system, x, y, given) => {
        expect(H(system, x, given)).toBeGreaterThanOrEqual(-ROUNDING);
        expect(I(system, x, y, given)).toBeGreaterThanOrEqual(-ROUNDING);
      }),
      { numRuns: 3000 },
    );
  });

  test('hold on Gaussians as far as they are balanced; H(X|Z) >= 0 is not', () => {
    const disjoint = fc.shuffledSubarray(VARIABLES, { minLength: 2 });
    fc.assert(
      fc.property(gaussian, disjoint, (system, [x, y, ...given]) => {
        expect(I(system, x, y, given)).toBeGreaterThanOrEqual(-ROUNDING);
      }),
      { numRuns: 1000 },
    );
    expect(H(LinearGaussian.empty().source('X', 0.01), 'X')).toBeLessThan(0);
  });

  test('of Han hold on all systems: dropping one variable at a time, entropy per variable left does not fall', () => {
    fc.assert(
      fc.property(fc.oneof(discrete, gaussian), (system) => {
        expect(holds('3 H(A,B,C,D) <= H(A,B,C) + H(A,B,D) + H(A,C,D) + H(B,C,D)', system)).toBe(true);
        expect(holds('2 H(A,B,C) <= H(A,B) + H(A,C) + H(B,C)', system)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('beyond Shannon', () => {
  test('the inequality of Zhang & Yeung (1998) holds on all systems', () => {
    fc.assert(
      fc.property(fc.oneof(discrete, gaussian), fc.shuffledSubarray(VARIABLES, { minLength: 4 }), (system, order) => {
        const [a, b, c, d] = order;
        const claim = `2 I(${c};${d}) <= I(${a};${b}) + I(${a};${c},${d}) + 3 I(${c};${d}|${a}) + I(${c};${d}|${b})`;
        expect(holds(claim, system)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  const ingleton = 'I(A;B) <= I(A;B|C) + I(A;B|D) + I(C;D)';

  test('Ingleton’s inequality holds on linear codes, and not on every distribution', () => {
    fc.assert(
      fc.property(code, (system) => {
        expect(holds(ingleton, system)).toBe(true);
      }),
      { numRuns: 1000 },
    );
    // C and D are fair bits, A their minimum and B their maximum.
    const fair = [
      [0, 1 / 2],
      [1, 1 / 2],
    ] as const;
    const extremes = FiniteDistribution.empty()
      .source('C', fair)
      .source('D', fair)
      .map('A', ['C', 'D'], Math.min)
      .map('B', ['C', 'D'], Math.max);
    expect(holds(ingleton, extremes)).toBe(false);
  });
});

describe('what quantities mean', () => {
  test('the chain rule: H(Y|X) is the mean entropy of Y once X is known', () => {
    fc.assert(
      fc.property(finite, group, group, (system, x, y) => {
        const mean = system
          .marginal(x)
          .outcomes()
          .reduce((sum, { values, probability }) => sum + probability * system.given(values).entropy(y), 0);
        expect(H(system, y, x)).toBeCloseTo(mean, 10);
      }),
      { numRuns: 500 },
    );
  });

  test('information is the divergence of the joint distribution from independence, and bounds their distance (Pinsker)', () => {
    fc.assert(
      fc.property(finite, (system) => {
        const pairs = product(system, ['A', 'B'], ['C', 'D']);
        const divergence = pairs.reduce((sum, { p, q }) => (p > 0 ? sum + p * Math.log(p / q) : sum), 0);
        const totalVariation = pairs.reduce((sum, { p, q }) => sum + Math.abs(p - q), 0) / 2;
        const information = I(system, 'A, B', 'C, D');
        expect(information).toBeCloseTo(divergence, 10);
        expect(2 * totalVariation ** 2).toBeLessThanOrEqual(information + ROUNDING);
      }),
      { numRuns: 500 },
    );
  });

  test('conditional entropy of Gaussians is that of the Schur complement', () => {
    fc.assert(
      fc.property(gaussian, (system) => {
        const joint = new Matrix(system.covariance(['A', 'B', 'C', 'D']));
        const n = system.covariance(['A', 'B']).length;
        const last = joint.rows - 1;
        const cross = joint.subMatrix(n, last, 0, n - 1);
        const left = joint
          .subMatrix(n, last, n, last)
          .sub(cross.mmul(inverse(new Matrix(system.covariance(['A', 'B'])))).mmul(cross.transpose()));
        expect(H(system, 'C, D', 'A, B')).toBeCloseTo(gaussianEntropy(left.to2DArray()), 6);
      }),
      { numRuns: 300 },
    );
  });
});

/** p(x, y) and p(x) p(y) for all pairs of values of two groups. */
function product(system: FiniteDistribution, x: readonly string[], y: readonly string[]) {
  const [left, right] = [system.marginal(x).outcomes(), system.marginal(y).outcomes()];
  return left.flatMap((a) =>
    right.map((b) => ({
      p: system.probability({ ...a.values, ...b.values }),
      q: a.probability * b.probability,
    })),
  );
}

/** ½ log det(2πe Σ), by a system of one variable. */
function gaussianEntropy(matrix: number[][]): number {
  const symmetric = matrix.map((row, i) => row.map((value, j) => (value + matrix[j][i]) / 2));
  return LinearGaussian.empty().source('X', symmetric).entropy(['X']);
}

describe('processing', () => {
  /** X → Y → Z → W by random channels, some of them nearly deterministic. */
  const chain = fc.record({ rng, concentration: fc.constantFrom(0.1, 1, 5) }).map(({ rng: random, concentration }) => {
    const mass = (size: number) =>
      random.dirichlet(new Array<number>(size).fill(concentration)).map((p, value) => [value, p] as const);
    return FiniteDistribution.empty()
      .source('X', mass(4))
      .channel('Y', ['X'], () => mass(3))
      .channel('Z', ['Y'], () => mass(4))
      .channel('W', ['Z'], () => mass(2));
  });

  test('loses information, from whichever end it is seen', () => {
    fc.assert(
      fc.property(chain, (system) => {
        expect(holds('X -> Y -> Z -> W', system)).toBe(true);
        for (const claim of [
          'I(X;W) <= I(X;Z) <= I(X;Y)',
          'I(X;W) <= I(Y;W) <= I(Z;W)',
          'I(X;W) <= I(Y;Z)',
          'I(X;Y|Z) <= I(X;Y)',
        ]) {
          expect(holds(claim, system, ROUNDING)).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('loses information on Gaussians too', () => {
    fc.assert(
      fc.property(rng, (random) => {
        const system = LinearGaussian.empty()
          .source('X', covariance(2, random))
          .linear('Y', { X: normalMatrix(3, 2, random) }, covariance(3, random))
          .linear('Z', { Y: normalMatrix(1, 3, random) }, covariance(1, random));
        expect(holds('X -> Y -> Z', system)).toBe(true);
        expect(holds('I(X;Z) <= I(X;Y)', system)).toBe(true);
        expect(holds('I(X;Z) <= I(Y;Z)', system)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('cannot guess better than Fano’s inequality allows, with the best guess or any other', () => {
    fc.assert(
      fc.property(chain, rng, (system, random) => {
        const likeliest = (z: Label) => {
          const masses = [0, 1, 2, 3].map((x) => system.probability({ X: x, Z: z }));
          return masses.indexOf(Math.max(...masses));
        };
        const guesses = [0, 1, 2, 3].map(() => random.integer(4));
        for (const guess of [likeliest, (z: number) => guesses[z]]) {
          const guessed = system.map('G', ['Z'], guess).map('wrong', ['X', 'G'], (x, g) => x !== g);
          const error = guessed.probability({ wrong: true });
          const bound = entropy([error, 1 - error]) + error * Math.log(3);
          expect(H(guessed, 'X', 'Z')).toBeLessThanOrEqual(H(guessed, 'X', 'G') + ROUNDING);
          expect(H(guessed, 'X', 'G')).toBeLessThanOrEqual(bound + ROUNDING);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('invariances', () => {
  test('names of values and the order of states and variables do not matter', () => {
    fc.assert(
      fc.property(table, group, fc.shuffledSubarray(VARIABLES, { minLength: 4 }), (system, subset, order) => {
        const renamed = [7, 'seven', true];
        const rows = system
          .outcomes()
          .map(
            ({ values, probability }) => [order.map((name) => renamed[values[name] as number]), probability] as const,
          )
          .toReversed();
        const relabelled = FiniteDistribution.fromTable(order, rows);
        expect(relabelled.entropy(subset)).toBeCloseTo(system.entropy(subset), 12);
      }),
      { numRuns: 500 },
    );
  });

  test('information between Gaussians is the same after invertible maps of each', () => {
    fc.assert(
      fc.property(gaussian, rng, (system, random) => {
        const d = system.covariance(['A']).length;
        const invertible = new Matrix(normalMatrix(d, d, random)).add(Matrix.eye(d).mul(5)).to2DArray();
        const mapped = system.linear('mapped', { A: invertible });
        expect(I(mapped, 'mapped', 'B, C', 'D')).toBeCloseTo(I(system, 'A', 'B, C', 'D'), 8);
      }),
      { numRuns: 300 },
    );
  });

  test('the sum of independent Gaussians has at least the sum of their entropy powers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), rng, (d, random) => {
        const system = LinearGaussian.empty()
          .source('X', covariance(d, random))
          .source('Y', covariance(d, random))
          .linear('total', { X: 1, Y: 1 });
        const power = (name: string) => Math.exp((2 / d) * H(system, name));
        expect(power('total') * (1 + 1e-12)).toBeGreaterThanOrEqual(power('X') + power('Y'));
      }),
      { numRuns: 500 },
    );
  });
});

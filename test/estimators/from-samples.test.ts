import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conditionalMutualInformationKnn } from '../../src/estimators/conditional-mutual-information-knn.js';
import { entropyKnn } from '../../src/estimators/entropy-knn.js';
import { ENTROPY_ESTIMATORS } from '../../src/estimators/entropy-of-counts.js';
import { type FromSamplesOptions, fromSamples } from '../../src/estimators/from-samples.js';
import {
  conditionalMutualInformationGaussian,
  mutualInformationGaussian,
} from '../../src/estimators/mutual-information-gaussian.js';
import { mutualInformationKsg } from '../../src/estimators/mutual-information-ksg.js';
import {
  conditionalMutualInformationOfCounts,
  mutualInformationOfCounts,
} from '../../src/estimators/mutual-information-of-counts.js';
import { bootstrap, subsampling } from '../../src/estimators/uncertainty.js';
import { evaluate } from '../../src/information/evaluate.js';
import { FiniteDistribution } from '../../src/information/finite-distribution.js';
import { holds } from '../../src/information/holds.js';
import { LinearGaussian } from '../../src/information/linear-gaussian.js';
import { H, I } from '../../src/information/quantities.js';
import { createRng, type Rng } from '../../src/random/rng.js';

const EXPRESSIONS = ['H(X,Y|Z)', 'I(X;Y|Z) - 2 I(X;Y)', 'I(X;Y;Z)', 'H(X) - H(X|Y,Z)', 'I(X,Y;Z)'];

/** X -> Y -> Z, each a noisy copy. */
function chain(n: number, rng: Rng) {
  const X = Array.from({ length: n }, () => rng.normal());
  const Y = X.map((x) => x + rng.normal());
  const Z = Y.map((y) => y + rng.normal());
  return { X, Y, Z };
}
const exactChain = LinearGaussian.empty().source('X', 1).linear('Y', { X: 1 }, 1).linear('Z', { Y: 1 }, 1);

/** X a fair bit, Y the same but for one in ten, Z the sum of both. */
function bits(n: number, rng: Rng) {
  const X = Array.from({ length: n }, () => rng.integer(2));
  const Y = X.map((x) => (rng.uniform() < 0.1 ? 1 - x : x));
  return { X, Y, Z: X.map((x, i) => x + Y[i]) };
}

describe('labels', () => {
  test('by plug-in, an expression has its value on the distribution of frequencies', () => {
    const row = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 2 }), fc.boolean());
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (rows) => {
        const [X, Y, Z] = [rows.map(([x]) => x), rows.map(([, y]) => y), rows.map(([, , z]) => z)];
        const system = fromSamples({ X, Y, Z }, { estimator: 'plug-in' });
        const exact = FiniteDistribution.fromTable(
          ['X', 'Y', 'Z'],
          rows.map((values) => [values, 1 / rows.length]),
        );
        for (const text of EXPRESSIONS) expect(evaluate(text, system)).toBeCloseTo(evaluate(text, exact), 10);
      }),
    );
  });

  test.each(ENTROPY_ESTIMATORS)('by %s, information is that of the tables of counts', (estimator) => {
    const { X, Y, Z } = bits(60, createRng('tables'));
    const count = (wanted: (i: number) => boolean) => X.filter((_, i) => wanted(i)).length;
    const table = (wanted: (i: number) => boolean) =>
      [0, 1].map((x) => [0, 1].map((y) => count((i) => X[i] === x && Y[i] === y && wanted(i))));
    const system = fromSamples({ X, Y, Z }, { estimator });
    expect(evaluate('I(X;Y)', system)).toBeCloseTo(
      mutualInformationOfCounts(
        table(() => true),
        { estimator },
      ),
      12,
    );
    const byZ = [0, 1, 2].map((z) => table((i) => Z[i] === z));
    expect(I(system, 'X', 'Y', 'Z')).toBeCloseTo(conditionalMutualInformationOfCounts(byZ, { estimator }), 12);
  });

  test('names of labels do not matter, nor do distances of codes', () => {
    const { X, Y } = bits(100, createRng('names'));
    const value = (rename: (x: number) => string | number | boolean) =>
      evaluate('I(X;Y)', fromSamples({ X: X.map(rename), Y }, { estimator: 'chao-shen' }));
    for (const rename of [(x: number) => ['no', 'yes'][x], (x: number) => 0.01 * x, (x: number) => x === 1]) {
      expect(value(rename)).toBe(value((x) => x));
    }
  });

  test('estimates hold the truth as often as they say', () => {
    const truth = Math.LN2 + 0.1 * Math.log(0.1) + 0.9 * Math.log(0.9);
    const trials = 100;
    const held = Array.from({ length: trials }, (_, trial) => {
      const rng = createRng('coverage').split(trial);
      const { X, Y } = bits(150, rng);
      const system = fromSamples({ X, Y }, { estimator: 'miller-madow' });
      const [low, high] = system.estimate('I(X;Y)', { rng, replicates: 40 }).interval;
      return low <= truth && truth <= high;
    }).filter(Boolean).length;
    expect(held / trials).toBeGreaterThanOrEqual(0.88);
    expect(held / trials).toBeLessThan(1);
  });
});

describe('numbers', () => {
  const { X, Y, Z } = chain(400, createRng('chain'));
  const rows = X.map((x, i) => [x, Y[i]]);

  test('gaussian: informations are those of the estimators, entropies near those of the law', () => {
    const system = fromSamples({ X, Y, Z }, { estimator: 'gaussian' });
    expect(evaluate('I(X;Y)', system)).toBeCloseTo(mutualInformationGaussian(X, Y), 12);
    expect(evaluate('I(X;Z|Y)', system)).toBeCloseTo(conditionalMutualInformationGaussian(X, Z, Y), 12);
    for (const text of EXPRESSIONS) {
      expect(Math.abs(evaluate(text, system) - evaluate(text, exactChain))).toBeLessThan(0.15);
    }
    const scaled = fromSamples({ X: X.map((x) => 1000 * x) }, { estimator: 'gaussian' });
    expect(H(scaled, 'X') - H(system, 'X')).toBeCloseTo(Math.log(1000), 10);
  });

  test('knn: each quantity is estimated as it is written', () => {
    const k = 4;
    const system = fromSamples({ X, Y, Z }, { estimator: 'knn', k });
    const ksg = mutualInformationKsg(X, Y, { k });
    const conditional = conditionalMutualInformationKnn(X, Y, Z, { k });
    expect(evaluate('I(X;Y)', system)).toBe(ksg);
    expect(evaluate('2 I(X;Y|Z) - I(X;Y)', system)).toBe(2 * conditional - ksg);
    expect(evaluate('H(X,Y)', system)).toBe(entropyKnn(rows, { k }));
    expect(H(system, 'X', 'Y')).toBe(entropyKnn(X, { k }) - ksg);
    expect(evaluate('I(X;Y;Z)', system)).toBe(ksg - conditional);
    expect(evaluate('I(X,Z;Y|Z)', system)).toBe(conditional);
    expect(evaluate('I(Z;Y|Z)', system)).toBe(0);
    expect(evaluate('H(X) + H(Y) - H(X,Y)', system)).toBe(
      entropyKnn(X, { k }) + entropyKnn(Y, { k }) - entropyKnn(rows, { k }),
    );
    for (const text of EXPRESSIONS) {
      expect(Math.abs(evaluate(text, system) - evaluate(text, exactChain))).toBeLessThan(0.25);
    }
  });

  test('knn: a chain of information has the chain rule within errors, and a claim may be asked with a tolerance', () => {
    const system = fromSamples({ X, Y, Z }, { estimator: 'knn' });
    expect(holds('I(X;Z) <= I(X;Y)', system)).toBe(true);
    expect(holds('X -> Y -> Z', system, 0.1)).toBe(true);
    expect(holds('I(X;Y) <= I(X;Z)', system, 0.1)).toBe(false);
  });

  test('what becomes of the arrays later does not matter', () => {
    const [x, y] = [Float64Array.from(X), Float64Array.from(Y)];
    const system = fromSamples({ X: x, Y: y }, { estimator: 'knn' });
    const before = evaluate('I(X;Y)', system);
    x.fill(0);
    expect(evaluate('I(X;Y)', system)).toBe(before);
    expect(system.estimate('I(X;Y)', { rng: createRng(1), replicates: 2 }).value).toBe(before);
  });

  test('a variable may have several columns', () => {
    const system = fromSamples({ XY: rows, Z }, { estimator: 'gaussian' });
    expect(evaluate('I(XY;Z)', system)).toBeCloseTo(mutualInformationGaussian(rows, Z), 12);
  });

  test('estimates are those of the methods for uncertainty', () => {
    const options = () => ({ rng: createRng('uncertain'), replicates: 10 });
    const knn = fromSamples({ X, Y }, { estimator: 'knn' });
    expect(knn.estimate('I(X;Y)', options())).toEqual(subsampling(mutualInformationKsg, [X, Y], options()));
    const gaussian = fromSamples({ X, Y }, { estimator: 'gaussian' }).estimate('I(X;Y)', options());
    const expected = bootstrap(mutualInformationGaussian, [X, Y], options());
    expect(gaussian.value).toBeCloseTo(expected.value, 12);
    expect(gaussian.standardError).toBeCloseTo(expected.standardError, 12);
    expect(knn.n).toBe(400);
  });

  test.each(['gaussian', 'knn'] as const)('%s: what a variable says of itself is refused', (estimator) => {
    const system = fromSamples({ X, Y }, { estimator });
    expect(() => evaluate('I(X;X,Y)', system)).toThrow('I(X; X, Y) is infinite');
    expect(() => evaluate('I(X;W)', system)).toThrow("the system has no variable 'W'");
  });

  test('columns that depend on each other linearly have no density', () => {
    const system = fromSamples({ X, Y: X.map((x) => 2 * x) }, { estimator: 'gaussian' });
    expect(() => evaluate('I(X;Y)', system)).toThrow('X, Y must have linearly independent columns');
  });
});

describe('bad input', () => {
  const X = ['a', 'b', 'a'];
  const run = (samples: object, options: object = { estimator: 'plug-in' }) =>
    fromSamples(samples as never, options as FromSamplesOptions);
  test.each<[string, () => unknown, string]>([
    ['no variables', () => run({}), 'samples must have at least one variable, got {}'],
    ['a list of variables', () => run([X]), 'samples must be an object with named parts, got [[…]]'],
    ['a name that is none', () => run({ 'a b': X }), "'a b' is no name of a variable"],
    ['different lengths', () => run({ X, Y: ['a'] }), 'Y must have as many rows as X, 3, got 1'],
    ['a missing label', () => run({ X: ['a', null] }), 'X must have strings, numbers or booleans, got null in row 1'],
    ['NaN', () => run({ X: [Number.NaN] }), 'X must have strings, numbers or booleans, got NaN in row 0'],
    ['rows', () => run({ X: [['a', 'b']] }), 'in row 0; columns are variables of their own'],
    ['nothing', () => run({ X: [] }), 'X must hold at least one label, got []'],
    [
      'measurements',
      () => run({ X: [0.3, 1.2, -0.7] }),
      "X must have labels, got 3 different numbers: 'knn' and 'gaussian' are for such data",
    ],
    ['labels for numbers', () => run({ X }, { estimator: 'knn' }), "X must be numbers, got 'a' at row 0"],
    ['k of others', () => run({ X }, { estimator: 'nsb', k: 3 }), "k is for 'knn', not for 'nsb', got 3"],
    ['a k that is none', () => run({ X: [1, 2] }, { estimator: 'knn', k: 0 }), 'k must be a positive integer, got 0'],
    ['an unknown estimator', () => run({ X }, { estimator: 'ksg' }), "estimator must be one of 'plug-in'"],
    ['an option of none', () => run({ X }, { estimator: 'nsb', rows: 1 }), "fromSamples has no option 'rows'"],
    ['no options', () => run({ X }, 5 as never), 'fromSamples takes its options by name, got 5'],
    [
      'an estimate without rng',
      () => run({ X }).estimate('H(X)', {} as never),
      'rng must come from createRng(seed), got undefined',
    ],
    ['no expression', () => run({ X }).estimate('H(X', { rng: createRng(1) }), 'H(X'],
    ['an unknown variable', () => run({ X }).estimate('H(Y)', { rng: createRng(1) }), "no variable 'Y'"],
  ])('%s', (_, attempt, message) => {
    expect(attempt).toThrow(message);
  });
});

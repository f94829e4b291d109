import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LinearGaussian } from '../../src/information/linear-gaussian.js';
import { I } from '../../src/information/quantities.js';
import { shannonEntropy } from '../../src/information/shannon-entropy.js';
import { contractionCoefficient } from '../../src/learning/contraction-coefficient.js';
import { boundedInputContraction, gaussianInputContraction } from '../../src/learning/gaussian-contraction.js';
import { erf } from '../../src/numeric/error-function.js';

const WIDTH = 1 / 256;

/** The additive noise channel of some inputs, with outputs in narrow bins. */
function binned(inputs: readonly number[]): number[][] {
  const edges: number[] = [];
  for (let y = Math.min(...inputs) - 9; y <= Math.max(...inputs) + 9; y += WIDTH) edges.push(y);
  return inputs.map((x) => {
    const below = edges.map((y) => (1 + erf((y - x) / Math.SQRT2)) / 2);
    return [below[0], ...below.slice(1).map((p, i) => p - below[i]), 1 - below[below.length - 1]];
  });
}

describe('a Gaussian input', () => {
  test('keeps at most SNR/(1 + SNR) of the information on any U, and nearly that of a weakly correlated one', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 50, noNaN: true }),
        fc.double({ min: 0.01, max: 3, noNaN: true }),
        (power, gain) => {
          const system = LinearGaussian.empty()
            .source('U', 1)
            .source('E', power)
            .linear('X', { U: gain, E: 1 })
            .source('N', 1)
            .linear('Y', { X: 1, N: 1 });
          const eta = gaussianInputContraction(power + gain ** 2);
          expect(I(system, 'U', 'Y')).toBeLessThanOrEqual(eta * I(system, 'U', 'X') + 1e-12);
        },
      ),
    );
    const weak = LinearGaussian.empty()
      .source('U', 1)
      .source('E', 4)
      .linear('X', { U: 1e-3, E: 1 })
      .source('N', 1)
      .linear('Y', { X: 1, N: 1 });
    expect(I(weak, 'U', 'Y') / I(weak, 'U', 'X')).toBeCloseTo(gaussianInputContraction(4), 6);
  });

  test('is needed: rare large inputs of the same power keep more', () => {
    // X = ±6 with probability 1/72 each, 0 otherwise, has power 1, as the Gaussian input with η = 1/2.
    const law = [1 / 72, 1 - 1 / 36, 1 / 72];
    const rows = binned([-6, 0, 6]);
    const output = rows[0].map((_, y) => law.reduce((sum, p, x) => sum + p * rows[x][y], 0));
    const information = shannonEntropy(output) - law.reduce((sum, p, x) => sum + p * shannonEntropy(rows[x]), 0);
    expect(gaussianInputContraction(1)).toBe(0.5);
    expect(information / shannonEntropy(law)).toBeGreaterThan(0.98);
  });
});

describe('an input in [−A, A]', () => {
  test.each([0.1, 0.5, 1, 2, 4])('A = %f: what the discrete channel from a grid of inputs has', (amplitude) => {
    const rows = binned([-1, -0.3, 0.4, 1].map((x) => amplitude * x));
    expect(boundedInputContraction(amplitude)).toBeCloseTo(contractionCoefficient(rows), 5);
  });

  test('is A² for small A, tends to 1, and is below Dobrushin’s erf(A/√2)', () => {
    expect(boundedInputContraction(0)).toBe(0);
    expect(boundedInputContraction(1e-4) / 1e-8).toBeCloseTo(1, 6);
    for (const amplitude of [17.9, 18.1, 20, 1e9, 1e308]) expect(boundedInputContraction(amplitude)).toBe(1);
    for (const amplitude of [0.05, 0.5, 1, 2, 3]) {
      expect(boundedInputContraction(amplitude)).toBeLessThan(erf(amplitude / Math.SQRT2));
    }
  });
});

test('large amplitudes keep everything, and nothing is beyond 1', () => {
  for (const amplitude of [9, 30, 1e3, 1e10, 1e17, 1e300]) {
    expect(boundedInputContraction(amplitude)).toBeCloseTo(1, 11);
    expect(boundedInputContraction(amplitude)).toBeLessThanOrEqual(1);
    expect(gaussianInputContraction(amplitude)).toBeLessThanOrEqual(1);
  }
});

test('bad input is refused', () => {
  expect(() => gaussianInputContraction(-1)).toThrow('signalToNoise must be a finite non-negative number, got -1');
  expect(() => boundedInputContraction(Infinity)).toThrow(
    'amplitude must be a finite non-negative number, got Infinity',
  );
});

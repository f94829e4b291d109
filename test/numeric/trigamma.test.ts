import { expect, test } from 'vitest';
import { digamma } from '../../src/numeric/digamma.js';
import { trigamma } from '../../src/numeric/trigamma.js';

test('ψ′ is π²/6 at 1 and π²/2 at ½, and falls by 1/x² with each step', () => {
  let [whole, half] = [Math.PI ** 2 / 6, Math.PI ** 2 / 2];
  for (let n = 1; n < 50; n++) {
    expect(Math.abs(trigamma(n) / whole - 1)).toBeLessThan(1e-11);
    expect(Math.abs(trigamma(n - 0.5) / half - 1)).toBeLessThan(1e-11);
    whole -= 1 / (n * n);
    half -= 1 / ((n - 0.5) * (n - 0.5));
  }
});

test('it is the slope of ψ, like 1/x² near zero and 1/x far away', () => {
  for (const x of [0.3, 1.7, 5, 30]) {
    expect(trigamma(x) / ((digamma(x * 1.001) - digamma(x * 0.999)) / (0.002 * x))).toBeCloseTo(1, 4);
  }
  expect(trigamma(1e-9) * 1e-18).toBeCloseTo(1, 12);
  expect(trigamma(1e9) * 1e9).toBeCloseTo(1, 8);
});

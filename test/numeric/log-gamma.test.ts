import { expect, test } from 'vitest';
import { logFactorial } from '../../src/numeric/log-factorial.js';
import { logGamma } from '../../src/numeric/log-gamma.js';

test('log Γ is log (n − 1)! at integers, and follows from Γ(½) = √π at halves', () => {
  for (let n = 1; n < 300; n++) expect(Math.abs(logGamma(n) - logFactorial(n - 1))).toBeLessThan(1e-12 * (1 + n));
  let expected = Math.log(Math.PI) / 2;
  for (let x = 0.5; x < 100; x++) {
    expect(Math.abs(logGamma(x) - expected)).toBeLessThan(1e-11);
    expected += Math.log(x);
  }
});

test('log Γ grows as −log x towards zero', () => {
  expect(logGamma(1e-10)).toBeCloseTo(-Math.log(1e-10), 9);
});

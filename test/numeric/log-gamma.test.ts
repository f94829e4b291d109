import { expect, test } from 'vitest';
import { logFactorial } from '../../src/numeric/log-factorial.js';
import { logGamma, logRisingFactorial } from '../../src/numeric/log-gamma.js';

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

test('log x (x + 1) … (x + n − 1) has all its digits however large x is', () => {
  for (const x of [1e-12, 0.5, 7.9, 8, 123.4, 1e6, 1e12, 1e18]) {
    for (const n of [0, 1, 2, 17, 300]) {
      let expected = 0;
      for (let i = 0; i < n; i++) expected += Math.log(x + i);
      expect(Math.abs(logRisingFactorial(x, n) - expected)).toBeLessThan(1e-11 * (1 + Math.abs(expected) / 1000));
    }
  }
});

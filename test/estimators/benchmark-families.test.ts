import { describe, expect, test } from 'vitest';
import {
  additiveUniform,
  multivariateNormal,
  multivariateStudent,
  zeroInflatedPoisson,
} from '../../src/estimators/benchmark-families.js';
import { mutualInformationKsg } from '../../src/estimators/mutual-information-ksg.js';
import { mutualInformationMixed } from '../../src/estimators/mutual-information-mixed.js';
import { createRng } from '../../src/random/rng.js';

const rng = createRng('families');

describe('families with a known mutual information', () => {
  test('have the values of the literature', () => {
    expect(additiveUniform(0.1).mutualInformation).toBeCloseTo(1.7094379124, 10);
    expect(additiveUniform(0.75).mutualInformation).toBeCloseTo(0.3333333333, 10);
    const normal = (correlation: number) => multivariateNormal({ dimension: 1, correlation, structure: 'dense' });
    expect(normal(0.5).mutualInformation).toBeCloseTo(0.1438410362, 10);
    expect(normal(0.9).mutualInformation).toBeCloseTo(0.8303656034, 10);
    // Two independent pairs know twice as much.
    const pairs = multivariateNormal({ dimension: 2, correlation: 0.6, structure: 'sparse' });
    expect(pairs.mutualInformation).toBeCloseTo(2 * 0.2231435513, 10);
  });

  test('Student: log 8π − 3 for a Cauchy pair without correlation, and the normal in the limit', () => {
    const student = (degreesOfFreedom: number, correlation = 0) =>
      multivariateStudent({ dimension: 1, correlation, structure: 'dense', degreesOfFreedom }).mutualInformation;
    expect(student(1)).toBeCloseTo(Math.log(8 * Math.PI) - 3, 12);
    expect(student(1e6)).toBeCloseTo(0, 6);
    expect(student(1, 0.6) - student(1)).toBeCloseTo(0.2231435513, 10);
  });

  test('zero-inflated Poisson: the value of Gao et al. without zeros put in, and less than theirs with them', () => {
    let sum = 0;
    for (let k = 1; k < 200; k++) sum += Math.log(k) * 2 ** -k;
    const poisson = 2 * Math.LN2 - 0.5772156649015329 - sum;
    expect(zeroInflatedPoisson(0).mutualInformation).toBeCloseTo(poisson, 9);
    expect(zeroInflatedPoisson(0.5).mutualInformation).toBeLessThan(0.5 * poisson);
    expect(zeroInflatedPoisson(1).mutualInformation).toBeCloseTo(0, 12);
  });

  test.each([
    additiveUniform(0.3),
    additiveUniform(1),
    multivariateNormal({ dimension: 2, correlation: 0.4, structure: 'dense' }),
    multivariateNormal({ dimension: 2, correlation: 0.7, structure: 'sparse' }),
    multivariateStudent({ dimension: 1, correlation: 0.5, structure: 'dense', degreesOfFreedom: 3 }),
  ])('$name: samples have the mutual information that it says', (family) => {
    const { x, y } = family.sample(8000, rng.split(family.name));
    expect(Math.abs(mutualInformationKsg(x, y) - family.mutualInformation)).toBeLessThan(0.05);
  });

  test('zero-inflated Poisson: samples have the mutual information that it says', () => {
    const family = zeroInflatedPoisson(0.3);
    const { x, y } = family.sample(8000, rng.split(family.name));
    expect(Math.abs(mutualInformationMixed(x, y) - family.mutualInformation)).toBeLessThan(0.03);
  });

  test('refuse parameters that make no distribution', () => {
    expect(() => additiveUniform(0)).toThrow('halfWidth must be a finite positive number, got 0');
    expect(() => zeroInflatedPoisson(2)).toThrow('zeros must be a probability, got 2');
    expect(() => multivariateNormal({ dimension: 2, correlation: -0.9, structure: 'dense' })).toThrow(
      'positive definite',
    );
    expect(() => multivariateNormal({ dimension: 1, correlation: 0.5, structure: 'band' as 'dense' })).toThrow(
      "structure must be one of 'dense', 'sparse', got 'band'",
    );
  });
});

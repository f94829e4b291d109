import { describe, expect, test } from 'vitest';
import { xuRaginskyBound } from '../../src/learning/information-bounds.js';
import { keepAllData } from '../../src/learning/keep-all-data.js';
import { datasetInformation } from '../../src/learning/training-information.js';

describe('the learner that keeps all of its data', () => {
  test.each([1, 2, 5])('knows all of its %i bits, and its bound does not fall', (n) => {
    expect(datasetInformation(keepAllData(n))).toBeCloseTo(n * Math.LN2, 12);
    expect(xuRaginskyBound(keepAllData(n)).right).toBeCloseTo(Math.sqrt(Math.LN2 / 2), 12); // σ = 1/2
  });

  test('needs a number of bits that there is room for', () => {
    expect(() => keepAllData(0)).toThrow('sampleSize must be');
    expect(() => keepAllData(30)).toThrow('sampleSize must be at most 12, got 30');
  });
});

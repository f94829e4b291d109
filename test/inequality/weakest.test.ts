import { describe, expect, test } from 'vitest';
import { weakest } from '../../src/inequality/weakest.js';

describe('the weakest premises', () => {
  test('prove the claim, and none of them can be left out', async () => {
    const given = ['X -> Y -> Z -> U', 'X = f(W)', 'Z -> U -> W'];
    const found = await weakest('I(X;Z) <= I(X;Y)', { given });
    expect(found?.premises).toEqual(['X -> Y -> Z -> U']);
    expect(found?.certificate.verify()).toBe(true);
  });

  test('are none for what always holds', async () => {
    expect((await weakest('I(X;Y) <= H(X)', { given: ['X -> Y -> Z'] }))?.premises).toEqual([]);
  });

  test('leave one of two premises of which either suffices', async () => {
    const found = await weakest('H(Z|X) = 0', { given: ['Z = f(X)', 'Y = f(X)', 'Z = f(Y)'] });
    expect([['Z = f(X)'], ['Y = f(X)', 'Z = f(Y)']]).toContainEqual(found?.premises);
  });

  test('are null where all of them together do not prove it', async () => {
    expect(await weakest('I(X;Y) <= I(X;Z)', { given: ['X -> Y -> Z'] })).toBeNull();
  });

  test('refuse a time limit that is none, and unknown options', async () => {
    await expect(weakest('H(X) >= 0', { timeLimit: -1 })).rejects.toThrow(
      'timeLimit must be a finite positive number, got -1',
    );
    await expect(weakest('H(X) >= 0', { premises: [] } as object)).rejects.toThrow("weakest has no option 'premises'");
  });
});

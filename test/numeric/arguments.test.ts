import { describe, expect, test } from 'vitest';
import { brief, requireKnownOptions, requireOneOf } from '../../src/numeric/arguments.js';

interface Options {
  readonly size?: number;
  readonly shape: 'round' | 'square';
}

const options: Options = { shape: 'round' };

describe('known options', () => {
  test('are named, in order, where there is another', () => {
    expect(() => requireKnownOptions('draw', options, ['shape', 'size'])).not.toThrow();
    expect(() => requireKnownOptions('draw', { ...options, sise: 1 } as Options, ['size', 'shape'])).toThrow(
      new TypeError("draw has no option 'sise'; it takes size, shape"),
    );
  });

  test('are those of the type, or it does not compile', () => {
    const shared = ['shape'] as const;
    requireKnownOptions('draw', options, [...shared, 'size']);
    // @ts-expect-error It lacks `size`.
    requireKnownOptions('draw', options, ['shape']);
    // @ts-expect-error So does this.
    requireKnownOptions('draw', options, shared);
    // @ts-expect-error There is no `colour`.
    requireKnownOptions('draw', options, ['shape', 'size', 'colour']);
    // @ts-expect-error Nor here.
    requireKnownOptions('draw', options, [...shared, 'size', 'colour']);
  });
});

describe('choices', () => {
  test('are named, in order, where there is another', () => {
    expect(() => requireOneOf('shape', options.shape, ['square', 'round'])).not.toThrow();
    expect(() => requireOneOf('shape', 'oval' as Options['shape'], ['round', 'square'])).toThrow(
      new RangeError("shape must be one of 'round', 'square', got 'oval'"),
    );
  });

  test('are those of the type, or it does not compile', () => {
    // @ts-expect-error It lacks 'square'.
    requireOneOf('shape', options.shape, ['round']);
    // @ts-expect-error There is no 'oval'.
    requireOneOf('shape', options.shape, ['round', 'square', 'oval']);
  });
});

describe('a value in a message', () => {
  test.each<[unknown, string]>([
    ['a'.repeat(200), `'${'a'.repeat(60)}…'`],
    [[1, 2, 3], '[1, 2, 3]'],
    [new Float64Array(100_000), '[0, 0, 0, 0, …] of length 100000'],
    [[[1, 2], [], 'x', null], "[[…], [], 'x', null]"],
    [new Array(3), '[undefined, undefined, undefined]'],
    [{ a: 1, b: 2 }, '{ a, b }'],
    [Object.create(null), '{}'],
    [new Map(), 'a Map'],
    [Promise.resolve(), 'a Promise'],
    [Symbol('s'), 'Symbol(s)'],
    [10n ** 100n, `1${'0'.repeat(59)}…n`],
    [describe, 'the function '],
    [-0, '0'],
  ])('is short, whatever it is: case %#', (value, text) => {
    expect(brief(value).startsWith(text)).toBe(true);
    expect(brief(value).length).toBeLessThan(80);
  });

  test('is short for lists of long things', () => {
    expect(brief(Array.from({ length: 10 }, () => 'long '.repeat(100))).length).toBeLessThan(320);
  });
});

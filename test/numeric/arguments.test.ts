import { describe, expect, test } from 'vitest';
import { requireKnownOptions, requireOneOf } from '../../src/numeric/arguments.js';

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

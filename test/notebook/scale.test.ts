import { afterEach, expect, test, vi } from 'vitest';
import { runScale } from '../../src/notebook/scale.js';

afterEach(() => vi.unstubAllEnvs());
const scales = { full: { rounds: 100 }, quick: { rounds: 4 } };

test('a run is full unless the environment says otherwise', () => {
  vi.stubEnv('REVERSE_BOTTLENECK_SCALE', undefined);
  expect(runScale(scales)).toEqual({ rounds: 100 });
});

test.each([
  ['full', 100],
  ['quick', 4],
])('scale %s', (scale, rounds) => {
  vi.stubEnv('REVERSE_BOTTLENECK_SCALE', scale);
  expect(runScale(scales).rounds).toBe(rounds);
});

test.each(['', 'Quick', 'constructor'])('scale %j is an error that names the variable and the value', (scale) => {
  vi.stubEnv('REVERSE_BOTTLENECK_SCALE', scale);
  expect(() => runScale(scales)).toThrow(`REVERSE_BOTTLENECK_SCALE must be 'full' or 'quick', got '${scale}'`);
});

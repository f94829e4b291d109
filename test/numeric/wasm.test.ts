import { expect, test } from 'vitest';
import { instantiate } from '../../src/numeric/wasm.js';

test('a module that the build has not made is named', () => {
  expect(() => instantiate('no-such-module')).toThrow(/no such file.*no-such-module\.wasm/);
});

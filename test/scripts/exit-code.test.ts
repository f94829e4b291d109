import { expect, it } from 'vitest';
import { exitCodeOf } from '../../scripts/exit-code.js';
import { Stopped } from '../../scripts/stop-signal.js';
import { UsageError } from '../../scripts/usage-error.js';

const stopped = new Stopped('stopped by SIGTERM', 143);

it.each([
  [new UsageError('what?'), 2],
  [stopped, 143],
  [new Error('the site', { cause: stopped }), 143],
  [new Error('broken', { cause: new Error('deeper') }), 1],
  ['no error at all', 1],
])('%s has its exit code', (error, code) => {
  expect(exitCodeOf(error)).toBe(code);
});

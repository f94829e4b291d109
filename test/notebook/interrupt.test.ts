import { afterAll, expect, test } from 'vitest';
import { interruptSignal } from '../../src/notebook/interrupt.js';

const before = process.listeners('SIGINT');
afterAll(() => {
  for (const listener of process.listeners('SIGINT')) {
    if (!before.includes(listener)) process.removeListener('SIGINT', listener);
  }
});
/** Only what interruptSignal listens with: the test runner has a handler of its own. */
const interrupt = () => {
  for (const listener of process.listeners('SIGINT')) if (!before.includes(listener)) listener('SIGINT');
};

const settled = () => new Promise((resolve) => setTimeout(resolve));

test('work of the running cell is told of an interrupt, work of later cells is not', async () => {
  const [first, second] = [interruptSignal(), interruptSignal()];
  expect([first.aborted, second.aborted]).toEqual([false, false]);
  await settled();
  interrupt();
  expect([first.aborted, second.aborted]).toEqual([true, true]);
  expect(first.reason).toEqual(new Error('interrupted'));

  const later = interruptSignal();
  expect(later.aborted).toBe(false);
  interrupt();
  expect(later.aborted).toBe(true);
});

test('many signals add one listener', async () => {
  const listeners = process.listenerCount('SIGINT');
  for (let i = 0; i < 50; i++) interruptSignal();
  await settled();
  expect(process.listenerCount('SIGINT')).toBe(listeners);
});

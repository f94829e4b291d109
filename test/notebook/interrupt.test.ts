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

test('work of the running cell is told of an interrupt, work of later cells is not', () => {
  const [first, second] = [interruptSignal(), interruptSignal()];
  expect([first.aborted, second.aborted]).toEqual([false, false]);
  interrupt();
  expect([first.aborted, second.aborted]).toEqual([true, true]);
  expect(first.reason).toEqual(new Error('interrupted'));

  const later = interruptSignal();
  expect(later.aborted).toBe(false);
  interrupt();
  expect(later.aborted).toBe(true);
});

test('many signals add one listener', () => {
  const listeners = process.listenerCount('SIGINT');
  for (let i = 0; i < 50; i++) interruptSignal();
  expect(process.listenerCount('SIGINT')).toBe(listeners);
});

import { describe, expect, it, onTestFinished } from 'vitest';
import { Stopped, stopSignal } from '../../scripts/stop-signal.js';

const LISTENED_TO = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const;

describe('a program that is sent', () => {
  it.each([
    ['SIGHUP', 129],
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s is told to stop, and what to exit with', (name, exitCode) => {
    const before = LISTENED_TO.map((each) => process.listeners(each));
    const signal = stopSignal();
    onTestFinished(() => {
      for (const [i, each] of LISTENED_TO.entries()) {
        for (const added of process.listeners(each).filter((one) => !before[i].includes(one))) process.off(each, added);
      }
      for (const stream of [process.stdout, process.stderr])
        stream.off('error', stream.listeners('error').at(-1) as () => void);
    });
    expect(signal.aborted).toBe(false);
    process.emit(name, name);
    expect(signal.reason).toEqual(new Stopped(`stopped by ${name}`, exitCode));
    expect(signal.reason.exitCode).toBe(exitCode);
  });
});

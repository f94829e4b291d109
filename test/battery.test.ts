import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import * as root from '../src/index.js';
import * as notebook from '../src/notebook/index.js';
import * as paper from '../src/paper/index.js';
import { goodValue } from './battery/argument.js';
import { type Call, complaints } from './battery/call.js';
import { densityCalls } from './battery/density.js';
import { estimatorsCalls } from './battery/estimators.js';
import { inequalityCalls } from './battery/inequality.js';
import { informationCalls } from './battery/information.js';
import { learningCalls } from './battery/learning.js';
import { mixtureCalls } from './battery/mixture.js';
import { notebookCalls } from './battery/notebook.js';
import { numericCalls } from './battery/numeric.js';
import { paperCalls } from './battery/paper.js';
import { synthesisCalls } from './battery/synthesis.js';
import { insideCell } from './notebook/cell.js';

// Every function and method of the doors is called with what people pass by mistake, an argument or an option at a time.
// It may be refused with an error that says what is wrong, or be among what the argument takes; nothing else.

const folder = mkdtempSync(join(tmpdir(), 'battery-'));
afterAll(() => rmSync(folder, { recursive: true }));
insideCell();

const CALLS = {
  numeric: numericCalls,
  information: informationCalls,
  inequality: inequalityCalls,
  density: densityCalls,
  mixture: mixtureCalls,
  estimators: estimatorsCalls,
  learning: learningCalls,
  synthesis: synthesisCalls,
  paper: paperCalls,
  notebook: await notebookCalls(folder),
};

describe.each(Object.entries(CALLS).filter(([, calls]) => calls.length > 0))('%s', (_, calls) => {
  it.each(calls.map((call): [string, Call] => [call.name, call]))('%s takes nothing silently', async (_, call) => {
    await (call.run as (...args: unknown[]) => unknown)(...call.args.map(goodValue));
    expect(await complaints(call)).toEqual([]);
  });
});

/** What a door has to be called: its functions, and the constructors, methods and static functions of its classes. */
function callableNames(door: object): string[] {
  return Object.entries(door).flatMap(([name, value]) => {
    if (typeof value !== 'function') return [];
    if (!/^class\b/.test(Function.prototype.toString.call(value))) return [name];
    const functionsOf = (holder: object) =>
      Object.entries(Object.getOwnPropertyDescriptors(holder)).flatMap(([key, { value: member }]) =>
        typeof member === 'function' && key !== 'constructor' ? [`${name}.${key}`] : [],
      );
    return [`new ${name}`, ...functionsOf(value), ...functionsOf(value.prototype)];
  });
}

/** Nobody makes these: others return or throw them, and TypeScript hides how. */
const NOT_MADE = ['FiniteDistribution', 'DegenerateError', 'LinearGaussian', 'ParseError', 'Counterexample'];

it('every function and method of the doors is called, so that a new one joins', () => {
  const called = new Set(Object.values(CALLS).flatMap((calls) => calls.map(({ name }) => name)));
  const missing = [root, paper, notebook].flatMap(callableNames).filter((name) => !called.has(name));
  expect(missing).toEqual(NOT_MADE.map((name) => `new ${name}`));
});

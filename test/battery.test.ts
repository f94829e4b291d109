import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
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

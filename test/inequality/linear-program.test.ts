import { expect, test } from 'vitest';
import { type LinearProgram, solveLinearProgram } from '../../src/inequality/linear-program.js';

const LATER = performance.now() + 60_000;

const program = (changes: Partial<LinearProgram> = {}): LinearProgram => ({
  rows: 2,
  // x + y = 2, x − z = 1
  columns: [
    [
      [0, 1],
      [1, 1],
    ],
    [[0, 1]],
    [[1, -1]],
  ],
  costs: [2, 1, 1],
  relation: '=',
  rightHandSide: new Map([
    [0, 2],
    [1, 1],
  ]),
  ...changes,
});

test('a linear program is solved', async () => {
  const result = await solveLinearProgram(program(), Infinity);
  expect(result.status === 'optimal' && [...result.solution]).toEqual([1, 1, 0]);
});

test('one with inequalities is solved', async () => {
  const result = await solveLinearProgram(program({ relation: '>=', costs: [1, 5, 0] }), Infinity);
  expect(result.status === 'optimal' && [...result.solution]).toEqual([2, 0, 0]);
});

test('one without solutions is infeasible', async () => {
  const rightHandSide = new Map([[0, -1]]);
  expect(await solveLinearProgram(program({ rightHandSide }), LATER)).toEqual({ status: 'infeasible' });
});

test('one without rows has the solution zero', async () => {
  const result = await solveLinearProgram(program({ rows: 0, columns: [[], []], costs: [1, 1] }), Infinity);
  expect(result.status === 'optimal' && [...result.solution]).toEqual([0, 0]);
});

test('no time, and a solver that fails, are results; the next program is solved again', async () => {
  expect(await solveLinearProgram(program(), performance.now())).toEqual({ status: 'time-limit' });
  const failed = await solveLinearProgram(program({ costs: [Number.NaN, 1, 1] }), Infinity);
  expect(failed).toMatchObject({ status: 'failed', reason: expect.stringContaining('HiGHS stopped') });
  const unbounded = await solveLinearProgram(program({ relation: '>=', costs: [-1, 0, 0] }), Infinity);
  expect(unbounded).toMatchObject({ status: 'failed', reason: expect.stringContaining('model status') });
  expect((await solveLinearProgram(program(), LATER)).status).toBe('optimal');
});

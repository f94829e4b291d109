import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Contender, work } from '../../bench/contender.js';
import { c, python } from '../../bench/program.js';
import { sideBySide, table } from '../../bench/side-by-side.js';

const printed = { out: vi.spyOn(console, 'log'), err: vi.spyOn(console, 'error') };

beforeEach(() => {
  for (const stream of Object.values(printed)) stream.mockReset().mockImplementation(() => {});
});

afterEach(() => {
  vi.unstubAllEnvs();
});

test('contenders take turns, after rounds that are not counted', async () => {
  const turns: string[] = [];
  const timings = await sideBySide(
    'turns',
    [work('a', () => turns.push('a')), work('b', async () => turns.push('b'))],
    { repeats: 3, warmUp: 1 },
  );
  expect(turns.join('')).toBe('abbaabba');
  expect(timings.map(({ name, seconds, answer }) => [name, seconds.length, answer])).toEqual([
    ['a', 3, '8'],
    ['b', 3, '7'],
  ]);
});

test('medians, ranges and ratios to the first are printed as a table', () => {
  const timings = [
    { name: 'ours', seconds: [0.003, 0.001, 0.002], answer: '42' },
    { name: 'the other', seconds: [0.5, 0.02], answer: '' },
  ];
  expect(table(timings)).toBe(
    [
      '            median              range  ratio  answer',
      'ours       2.00 ms  1.00 ms – 3.00 ms  1.00×      42',
      'the other   260 ms   20.0 ms – 500 ms   130×',
    ].join('\n'),
  );
});

test('what is not on this machine is left out, loudly', async () => {
  const timings = await sideBySide(
    'a missing module',
    [work('ours', () => 1), python('theirs', 'numpy_entropies.py', { modules: ['no_such_module'], line: '' })],
    { repeats: 1, warmUp: 0 },
  );
  expect(timings.map(({ name }) => name)).toEqual(['ours']);
  expect(printed.err.mock.calls.flat().join()).toMatch(
    /theirs IS LEFT OUT: no Python that can import no_such_module \(tried .*python3/,
  );
  vi.stubEnv('PATH', '/nowhere');
  await expect(c('theirs', 'program.c', { line: '' }).start()).rejects.toThrow('no C compiler: spawnSync cc ENOENT');
});

test('a failure is no absence: it stops the benchmark, and every program with it', async () => {
  const stop = vi.fn();
  const fails: Contender = {
    name: 'fails',
    start: async () => ({ measure: () => Promise.reject(new Error('out of memory')), stop }),
  };
  await expect(sideBySide('failure', [fails])).rejects.toThrow('out of memory');
  expect(stop).toHaveBeenCalledOnce();
});

test.skipIf(spawnSync('python3', ['--version']).error)(
  'a program stays alive from round to round, and one that ends is reported',
  async () => {
    const echo = await python('echo', '../test/bench/echo.py', { modules: ['sys'], line: 'work' }).start();
    expect(await echo.measure()).toEqual({ seconds: 0.25, answer: 'work 1' });
    expect(await echo.measure()).toEqual({ seconds: 0.25, answer: 'work 2' });
    echo.stop();
    const quits = await python('quits', '../test/bench/echo.py', { modules: ['sys'], line: 'quit' }).start();
    await expect(quits.measure()).rejects.toThrow('quits ended without an answer (exit code 3)');
  },
);

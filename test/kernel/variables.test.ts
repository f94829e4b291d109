import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Kernel } from '../../scripts/kernel/kernel.js';
import { projectKernelSpec } from '../../scripts/kernel/kernel-spec.js';
import { runCell, useKernel } from './faults.js';

// One binding for each name, as in Python: what a cell assigns or declares, all cells see.

const kernel = useKernel(projectKernelSpec());

/** Runs cells one after the other; what the last one prints. */
async function last(...cells: readonly string[]): Promise<string> {
  let text = '';
  for (const code of cells) {
    const cell = await runCell(kernel(), code);
    expect({ code, status: cell.status, evalue: cell.reply?.evalue }).toEqual({
      code,
      status: 'ok',
      evalue: undefined,
    });
    text = cell.text;
  }
  return text.trimEnd();
}

describe('functions of an earlier cell see', () => {
  it.each([
    [
      'what a later one assigns',
      ['let scale = 1; const area = (x: number) => scale * x;', 'scale = 10; area(5)'],
      '50',
    ],
    [
      'what a later one adds, and the other way round',
      [
        'let counter = 0; function increment() { counter += 1; return counter; } increment()',
        'counter += 10; console.log(increment(), counter);',
      ],
      '12 12',
    ],
    [
      'a function that a later one declares anew',
      ['function f() { return 1; } const g = () => f() + 1;', 'function f() { return 10; }', 'g()'],
      '11',
    ],
    [
      'a constant, class or import that a later one declares anew',
      [
        "import { sep as it } from 'node:path'; const k = 1; class C { v = 1; } const all = () => [k, new C().v, it];",
        "const it = 'it'; const k = 2; class C { v = 2; }",
        'console.log(all().join());',
      ],
      '2,2,it',
    ],
    [
      'what a pattern, a loop or an increment assigns',
      [
        'let a = 0; let b = 0; let c = 0; const abc = () => [a, b, c].join();',
        '({ x: a, b } = { x: 1, b: 2 }); for (c of [1, 5]); [a] = [a + 10]; b++; console.log(abc());',
      ],
      '11,3,5',
    ],
  ])('%s', async (_, cells, expected) => {
    expect(await last(...cells)).toBe(expected);
  });
});

describe('a variable of an earlier cell', () => {
  it.each([
    [
      'may be of a pattern',
      [
        'const { p, ...others } = { p: 1, q: 2 }; const [r = 7, , ...s] = [undefined, 0, 3];',
        'console.log(p, others.q, r, s[0]);',
      ],
      '1 2 7 3',
    ],
    [
      'does not get into keys of patterns',
      ['const row = { se: 3 };', 'const { se: error } = row; console.log(error);'],
      '3',
    ],
    [
      'is there in shorthand',
      ['let x = 4;', 'const o = { x, in: { x } }; console.log(JSON.stringify(o));'],
      '{"x":4,"in":{"x":4}}',
    ],
    ['is hidden by a parameter', ['let y = 1;', 'const inner = (y: number) => ({ y }).y; inner(6)'], '6'],
    ['may have the name of a global', ["const name = 'n', status = 3;", 'console.log(name, status)'], 'n 3'],
    ['may be of a loop', ['for (var turn = 0; turn < 3; turn++);', 'turn'], '3'],
    [
      'is an enumeration or a namespace',
      ['enum E { One, Two } namespace N { export const k = 3; }', 'E.Two + N.k'],
      '4',
    ],
    [
      'keeps the name of a function',
      ['const named = () => 0; let other = class {};', 'console.log(named.name, other.name)'],
      'named other',
    ],
    [
      'is a class with static parts that use it',
      [
        'class A { static zero = A.make(); static make() { return new A(); } v = 1; }',
        'class B extends A { w = this.v; } new B().w + A.zero.v',
      ],
      '2',
    ],
    [
      'is a class with a decorator',
      [
        'function seal(c: Function) { Object.seal(c); } @seal class D { static make() { return new D(); } v = 1; }',
        'D.make().v',
      ],
      '1',
    ],
    [
      'is called without a this',
      [
        'function own(this: unknown) { return this === undefined || this === globalThis; }',
        'own.call(undefined) && own()',
      ],
      'true',
    ],
  ])('%s', async (_, cells, expected) => {
    expect(await last(...cells)).toBe(expected);
  });
});

describe('a cell that fails', () => {
  it('keeps what it had computed, and what it did not reach stays what it was', async () => {
    await last("let reached = 'old'; let after = 'old';");
    const failed = await runCell(
      kernel(),
      "reached = 'new'; const made = 5; throw new Error('x'); let after = 3; const unreached = 1;",
    );
    expect(failed.status).toBe('error');
    expect(await last('console.log(reached, made, after);')).toBe('new 5 old');
    expect((await runCell(kernel(), 'unreached')).reply?.evalue).toContain("Cannot find name 'unreached'");
  });

  it('says so of a variable without a value', async () => {
    const failed = await runCell(kernel(), 'const early = () => late; early(); const late = 1;');
    expect(failed.reply).toMatchObject({ ename: 'ReferenceError', evalue: 'late is used before it has a value' });
  });

  it('changes nothing if it does not compile', async () => {
    await last('let stays = 1;');
    expect((await runCell(kernel(), "stays = 2; const text: number = 'x';")).status).toBe('error');
    expect(await last('stays')).toBe('1');
  });
});

describe('at the top of a cell', () => {
  it.each([
    ['await (…)', 'console.log(await (async () => 5)());', '5'],
    ['for await', 'for await (const v of [1, Promise.resolve(2)]) console.log(v);', '1\n2'],
    ["import() of Node's modules", "console.log(typeof (await import('node:os')).cpus);", 'function'],
  ])('%s works', async (_, code, expected) => {
    expect(await last(code)).toBe(expected);
  });
});

it('a cell imports what lies outside of its folder, and modules of ECMAScript', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'outside-'));
  const inside = join(folder, 'notebooks');
  mkdirSync(inside);
  writeFileSync(
    join(folder, 'far.ts'),
    "import { half } from './half'; export const far = (x: number) => 2 * half(x);",
  );
  writeFileSync(join(folder, 'half.ts'), 'export const half = (x: number) => x / 2;');
  writeFileSync(join(folder, 'module.mjs'), 'export const answer = 42;');
  const own = await Kernel.start({ spec: projectKernelSpec(), cwd: inside });
  try {
    const far = await runCell(own, "import { far } from '../far'; far(21)");
    expect({ text: far.text, reply: far.reply?.evalue }).toEqual({ text: '21\n', reply: undefined });
    const imported = await runCell(
      own,
      "const { answer }: { answer: number } = await import('../module.mjs' as string); answer",
    );
    expect({ text: imported.text, reply: imported.reply?.evalue }).toEqual({ text: '42\n', reply: undefined });
  } finally {
    await own.close();
    rmSync(folder, { recursive: true });
  }
});

import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Kernel } from '../../scripts/kernel/kernel.js';
import { projectKernelSpec } from '../../scripts/kernel/kernel-spec.js';
import type { Content } from '../../scripts/kernel/wire-message.js';
import { projectRoot } from '../../src/notebook/project.js';

let kernel: Kernel;
/** How many cells have run. */
let count = 0;
beforeAll(async () => {
  kernel = await Kernel.start({ spec: projectKernelSpec(), cwd: join(projectRoot(), 'notebooks') });
}, 60_000);
afterAll(() => kernel.close());

interface Run {
  readonly reply: Content;
  /** The traceback without its colours, and as it was sent. */
  readonly shown: string;
  readonly coloured: string;
  readonly printed: string;
}

async function run(code: string): Promise<Run> {
  let printed = '';
  let coloured = '';
  const reply = await kernel.execute(code, ({ type, content }) => {
    if (type === 'error') coloured = (content.traceback as string[]).join('\n');
    if (type === 'stream') printed += content.text;
  });
  if (reply.status === 'abort') return delay(100).then(() => run(code)); // as tslab does for a moment after an error
  count += 1;
  return { reply, shown: stripVTControlCharacters(coloured), coloured, printed };
}

test('an error is shown in red, with the line of the cell, and is in the reply', async () => {
  const { reply, shown, coloured, printed } = await run(`const a: number = 1;

// a comment that the compiler drops
interface Dropped { a: number }
if (a > 0)
  throw new RangeError(\`a is \${a}\`);`);
  expect(printed).toBe('');
  expect(reply).toMatchObject({ status: 'error', ename: 'RangeError', evalue: 'a is 1' });
  expect(coloured).toContain('\u001b[31ma is 1\u001b[39m');
  expect(shown).toBe(`RangeError: a is 1
cell [${count}], line 6
  4 │ interface Dropped { a: number }
  5 │ if (a > 0)
→ 6 │   throw new RangeError(\`a is \${a}\`);
    │         ^

    at cell [${count}]:6:9`);
});

test('it is traced through functions of earlier cells, and after an await', async () => {
  await run(`import { createRng } from 'reverse-bottleneck';

const fail = (size: number) => {
  return createRng(1).integer(size);
};`);
  const { shown } = await run('const size = 0.5;\nawait Promise.resolve();\nfail(size);');
  const [first, cell] = shown.split('\n');
  expect(first).toMatch(/^RangeError: .*0\.5/);
  expect(cell).toBe(`cell [${count - 1}], line 4`);
  expect(shown).toContain(`cell [${count - 1}]:4:23`);
  expect(shown).toContain(`    at cell [${count}]:3:1`);
  expect(shown).toMatch(/integer .*dist\/src\/doors\//);
  expect(shown).not.toMatch(/node:|node_modules|kernels/);
});

test('a failed assertion shows what it compared', async () => {
  const { reply, shown } = await run("import { strict as assert } from 'node:assert';\nassert.equal(1 + 1, 3);");
  expect(reply.ename).toBe('AssertionError');
  expect(shown).toContain('2 !== 3');
  expect(shown).toContain('→ 2 │ assert.equal(1 + 1, 3);');
  expect(shown).toMatch(/at cell \[\d+\]:2:8 \{\n.*actual: 2,\n {2}expected: 3,/s);
});

test('every error of the compiler is shown with its line', async () => {
  const { reply, shown } = await run("const s: string = 1;\nconst ok = 1;\nconst n: number = '';");
  expect(reply.ename).toBe('CompileError');
  expect(shown).toMatch(
    /^The cell does not compile\ncell \[\d+\], line 1: Type 'number' is not assignable to type 'string'/,
  );
  expect(shown).toContain("→ 3 │ const n: number = '';\n    │       ^");
});

test.each([
  ['throw 5;', 'Thrown: 5'],
  ['throw { a: 1 };', 'Thrown: { a: 1 }'],
  ['throw undefined;', 'Thrown: undefined'],
  ["throw Object.assign(new Error('odd'), { stack: undefined });", 'Error: odd'],
])('%s is shown, too', async (code, expected) => {
  const { reply, shown } = await run(code);
  expect(reply.status).toBe('error');
  expect(shown.split('\n')[0]).toBe(expected);
});

test('the cells after it run as ever', async () => {
  await run("throw new Error('once');");
  const { reply, printed, shown } = await run('console.log(1 + 1);');
  expect({ status: reply.status, printed, shown }).toEqual({ status: 'ok', printed: '2\n', shown: '' });
});

describe('help while writing', () => {
  beforeAll(async () => {
    await run(
      "import { GaussianMixture, prove } from 'reverse-bottleneck';\nimport * as all from 'reverse-bottleneck';\n" +
        "import * as shown from 'reverse-bottleneck/notebook';",
    );
  });

  const complete = async (code: string) =>
    (await kernel.ask('complete_request', { code, cursor_pos: code.length })).matches as string[];
  const inspect = (code: string, cursor_pos: number) =>
    kernel.ask('inspect_request', { code, cursor_pos, detail_level: 0 });

  test.each([
    ['const v = all.pro', ['prove']],
    ['const v = shown.pro', ['progressBar']],
    ['GaussianMixture.prototype.sam', ['sample']],
    ["prove('I(X;Y) >= 0', { gi", ['given']],
    ["import { LinearC } from 'reverse-bottleneck'".slice(0, 16), ['LinearCode']],
  ])('%s is completed', async (code, expected) => {
    const rest = code.startsWith('import') ? " } from 'reverse-bottleneck';" : '';
    const { matches } = await kernel.ask('complete_request', { code: code + rest, cursor_pos: code.length });
    expect(matches).toEqual(expect.arrayContaining(expected));
    expect(await complete('')).not.toHaveLength(0);
  });

  test('a name is explained by its type and its documentation', async () => {
    const { found, data } = await inspect("prove('I(X;Y) >= 0')", 2);
    const text = String((data as Record<string, unknown>)['text/plain']);
    expect(found).toBe(true);
    expect(text).toContain('prove(claim: string, options?: all.ProveOptions');
    expect(text).toContain('Decides a claim about all discrete random variables');
  });

  test('what is no name is not', async () => {
    expect((await inspect('1 + 1', 2)).found).toBe(false);
  });
});

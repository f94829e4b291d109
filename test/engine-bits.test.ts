import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readNotebook } from '../scripts/nbformat/read-notebook.js';

/** The lines that the linter's rule about the engine's last bits finds in these files. */
function found(files: Record<string, string>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'engine-bits-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync('engine-bits.grit', join(folder, 'engine-bits.grit'));
  const { plugins } = JSON.parse(readFileSync('biome.json', 'utf8'));
  writeFileSync(join(folder, 'biome.json'), JSON.stringify({ plugins, linter: { rules: { preset: 'none' } } }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const biome = resolve('node_modules/@biomejs/biome/bin/biome');
  const { stdout } = spawnSync(process.execPath, [biome, 'lint', '--reporter=json', '.'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { category: string; location: { path: string; start: { line: number } } }[];
  };
  return diagnostics
    .filter(({ category }) => category === 'plugin')
    .map(({ location: { path, start } }) => `${path}: ${files[path].split('\n')[start.line - 1]}`);
}

const ENGINE = [
  'export const f = Math.exp;',
  'export const g = [1, 2].map(Math.log);',
  'export const h = globalThis.Math.tanh(1);',
  "export const i = Math.max(1, Math['cos'](2));",
  'export const j = Math?.hypot(1, 2);',
  'export const { sin } = Math;',
  'export const k = Math;',
  'export const l = Math.random();',
  'export const m = 2 ** 0.5;',
  'export const n = (x: number) => { x **= 3; return x; };',
];
const EVERYWHERE = [
  'export const a = Math.sqrt(2) + Math.abs(-1) + Math.max(1, 2) + Math.fround(0.1) + Math.imul(2, 3);',
  'export const b = Math.PI + Math.SQRT1_2 + Math.LN10;',
];

test('the linter finds what leaves last bits to the engine, in src and nothing else', () => {
  const all = [...ENGINE, ...EVERYWHERE].join('\n');
  const files = { 'src/numeric/a.ts': all, 'src/wasm/b.ts': all, 'test/c.ts': all };
  expect(found(files)).toEqual(ENGINE.map((line) => `src/numeric/a.ts: ${line}`));
});

// What cells show is rounded; Math.exp and its like have had the same bits in every Node tried, and so have squares.
test('cells of notebooks and their figures have no powers but squares', () => {
  const cells = readdirSync('notebooks')
    .filter((name) => name.endsWith('.ipynb'))
    .flatMap((name) => readNotebook(join('notebooks', name)).cells.map((cell) => ({ name, ...cell })))
    .filter(({ cell_type }) => cell_type === 'code');
  const figures = readdirSync('notebooks/figures').map((name) => ({
    name,
    source: readFileSync(join('notebooks/figures', name), 'utf8'),
  }));
  const powers = [...cells, ...figures].flatMap(({ name, source }) =>
    source
      .replace(/\/\*\*[\s\S]*?\*\/|\/\/.*|'[^'\n]*'/g, '')
      .split('\n')
      .filter((line) => /Math\.pow|\*\*(?! 2(?![\d.]))/.test(line))
      .map((line) => `${name}: ${line.trim()}`),
  );
  expect(powers).toEqual([]);
});

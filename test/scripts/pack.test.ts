import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../src/notebook/project.js';

// The tarball that npm pack makes, as a user has it: in the node_modules of an empty project, beside what it depends on.

const DOORS = ['reverse-bottleneck', 'reverse-bottleneck/paper', 'reverse-bottleneck/notebook'];
const PROGRAM = `
const xor = new LinearCode({ X: ['a'], Y: ['b'], Z: ['a + b'] });
console.log(evaluate('I(X;Y|Z)', xor).toFixed(3), itemOf('eq-15').verdict, typeof showFigure);
console.log(new GaussianMixture({ weights: [1], means: [[0]], covariances: [[[1]]] }).sample(2, createRng(1)).rows);`;
const PRINTED = '0.693 holds-under function\n2\n';

const folder = mkdtempSync(join(tmpdir(), 'reverse-bottleneck-pack-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(command: string, args: readonly string[], cwd = folder) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  return { status, stdout, stderr };
}

beforeAll(() => {
  const root = projectRoot();
  const packed = run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], root);
  const [{ filename }] = JSON.parse(packed.stdout);
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, 'reverse-bottleneck'), { recursive: true });
  const unpack = ['-xzf', join(folder, filename), '--strip-components=1', '-C', join(modules, 'reverse-bottleneck')];
  expect(run('tar', unpack).status).toBe(0);
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name !== 'reverse-bottleneck') symlinkSync(join(root, 'node_modules', name), join(modules, name));
  }
});

const imports = `
import { createRng, evaluate, GaussianMixture, LinearCode } from 'reverse-bottleneck';
import { itemOf } from 'reverse-bottleneck/paper';
import { showFigure } from 'reverse-bottleneck/notebook';`;

test('is imported from each door in an ES module', () => {
  writeFileSync(join(folder, 'program.mjs'), imports + PROGRAM);
  expect(run(process.execPath, ['program.mjs'])).toEqual({ status: 0, stdout: PRINTED, stderr: '' });
});

// Older ones need a flag, and warn.
test.runIf(Number(process.versions.node.split('.')[0]) >= 22)('is required from each door', () => {
  const requires = imports.replaceAll('import {', 'const {').replaceAll(/\} from ('.*')/g, '} = require($1)');
  writeFileSync(join(folder, 'program.cjs'), requires + PROGRAM);
  expect(run(process.execPath, ['program.cjs'])).toMatchObject({ status: 0, stdout: PRINTED });
});

describe('has types', () => {
  test.each([
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
    ['esnext', 'node10'],
  ])('with modules %s, resolved as %s does', (module, moduleResolution) => {
    writeFileSync(join(folder, 'typed.mts'), `${imports}\n${PROGRAM}\nitemOf(1);`);
    // TypeScript 7 has forgotten how tslab resolves; its own compiler has not.
    const compiler =
      moduleResolution === 'node10' ? '@tslab/typescript-for-tslab/bin/tsc' : 'node_modules/typescript/bin/tsc';
    const path = join(projectRoot(), compiler.startsWith('@') ? 'node_modules' : '', compiler);
    const flags = [
      '--module',
      module,
      '--moduleResolution',
      moduleResolution,
      '--noEmit',
      '--strict',
      '--skipLibCheck',
    ];
    const { stdout } = run(process.execPath, [path, ...flags, '--target', 'es2022', 'typed.mts']);
    expect(stdout.trim().split('\n')).toEqual([
      expect.stringContaining("Argument of type 'number' is not assignable to parameter of type 'string'"),
    ]);
  });
});

test('has no file but of the package and the kernel', () => {
  const installed = join(folder, 'node_modules', 'reverse-bottleneck');
  expect(readdirSync(installed).sort()).toEqual(['LICENSE', 'README.md', 'dist', 'jupyter', 'package.json']);
  expect(readdirSync(join(installed, 'dist'))).toEqual(['src']);
  const { dependencies, exports } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  expect(Object.keys(dependencies)).not.toContain('reverse-bottleneck');
  expect(DOORS.map((door) => door.replace('reverse-bottleneck', '.')).every((door) => door in exports)).toBe(true);
});

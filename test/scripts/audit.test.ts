import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryProjectWithCommands } from './temporary-project.js';

function audit(project: string, ...args: readonly string[]) {
  const script = join(project, 'dist', 'scripts', 'audit.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { cwd: project, encoding: 'utf8' });
  return { status, text: stdout + stderr };
}

test('an audit of one item finds again what somebody changed by hand', () => {
  const project = temporaryProjectWithCommands();
  const files = ['src/paper/evidence.json', 'dist/src/paper/evidence.json'].map((file) => join(project, file));
  const before = readFileSync(files[0], 'utf8');
  // (15) under the generating process.
  const spoilt = before.replace(/(?<="H\(M\) - H\(S_gen\) >= 0": \{[^}]*?"generating process": )\{.*\}/, '"unproved"');
  expect(spoilt).not.toBe(before);
  for (const file of files) writeFileSync(file, spoilt);
  const ids = 'eq-15';
  expect(audit(project, '--ids', ids, '--check')).toMatchObject({
    status: 1,
    text: expect.stringContaining('is not what'),
  });
  expect(readFileSync(files[0], 'utf8')).toBe(spoilt);
  expect(audit(project, '--ids', ids)).toMatchObject({
    status: 0,
    text: expect.stringMatching(/evidence\.json: \d+ claims/),
  });
  for (const file of files) expect(readFileSync(file, 'utf8')).toBe(before);
});

test('what it does not know it refuses', () => {
  const project = temporaryProjectWithCommands();
  expect(audit(project, '--ids', 'eq-36')).toEqual({ status: 1, text: expect.stringContaining("got 'eq-36'") });
  expect(audit(project, '--id', 'eq-21')).toEqual({ status: 1, text: expect.stringContaining("'--id'") });
  expect(audit(project, '--help')).toMatchObject({ status: 0, text: expect.stringContaining('--ids eq-21,eq-22') });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../src/notebook/project.js';

// A bundler writes functions in its own way; one that runs in a page is sent there, and kept in notebooks, as its file has it.

const source = join(projectRoot(), 'src');
const doors = join(projectRoot(), 'dist', 'src', 'doors');
const read = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8');

const forPages = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && read(source, file).includes('callInPage('))
  .filter((file) => !file.endsWith('page-script.ts'))
  .map((file) => file.replace('.ts', '.js').replaceAll('\\', '/'));

test('what runs in pages is imported by the doors as it was compiled', () => {
  expect(forPages.length).toBeGreaterThan(1);
  const bundled = readdirSync(doors).map((file) => read(doors, file));
  const missing = forPages.filter((file) => !bundled.some((text) => text.includes(`from "../${file}"`)));
  expect(missing).toEqual([]);
  expect(bundled.filter((text) => text.includes('callInPage('))).toEqual([]);
});

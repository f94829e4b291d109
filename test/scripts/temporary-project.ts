import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { projectRoot } from '../../src/notebook/project.js';

/** An empty folder that is gone after the test. Its name has what paths may have, too. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'reverse bottleneck “é” #%41 ')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A project with these notebooks (text by file name), which import what this project has installed. */
export function temporaryProject(notebooks: Readonly<Record<string, string>>): string {
  const project = temporaryFolder();
  mkdirSync(join(project, 'notebooks'));
  for (const [name, text] of Object.entries(notebooks)) writeFileSync(join(project, 'notebooks', name), text);
  symlinkSync(join(projectRoot(), 'node_modules'), join(project, 'node_modules'));
  return project;
}

/** The same with the built scripts and the kernel, so that its commands work on its own notebooks. */
export function temporaryProjectWithCommands(notebooks: Readonly<Record<string, string>> = {}): string {
  const project = temporaryProject(notebooks);
  addCommands(project);
  return project;
}

/** Copies the built scripts and the kernel into a folder. */
export function addCommands(project: string): void {
  const isRead = (file: string) => !/\.(?:d\.ts|map)$/.test(file);
  for (const part of ['dist', 'jupyter', 'package.json', 'scripts/site/assets', 'src']) {
    cpSync(join(projectRoot(), part), join(project, part), { recursive: true, filter: isRead });
  }
}

/** The text of a notebook that has a code cell for each source. */
export function codeNotebook(...sources: readonly string[]): string {
  const cells = sources.map((source, index) => ({
    cell_type: 'code',
    execution_count: null,
    id: `code-${index + 1}`,
    metadata: {},
    outputs: [],
    source,
  }));
  return JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells });
}

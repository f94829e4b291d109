import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type Progress, type ReproduceOptions, reproduce } from '../../scripts/reproduce-notebooks.js';
import { nbformatErrors } from './nbformat-errors.js';
import { codeNotebook, temporaryFolder, temporaryProject } from './temporary-project.js';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../fixtures/notebooks', name), 'utf8');

/** Every file of a folder, but for what is installed. */
function filesOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name));
  const own = paths.filter((path) => !path.includes('node_modules'));
  return Object.fromEntries(own.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}

function failureOf(options: ReproduceOptions): Promise<Error> {
  return reproduce(options).then(
    () => expect.fail('the run did not fail'),
    (error) => error,
  );
}

const saveScale = `
  import { writeFileSync } from 'node:fs';
  const { REVERSE_BOTTLENECK_RESULTS: results, REVERSE_BOTTLENECK_SCALE: scale } = process.env;
  writeFileSync(results + '/scale.json', JSON.stringify(scale));`;

describe('a run in place', () => {
  it('fills in the outputs as valid nbformat 4.5, the same at every run', async () => {
    const project = temporaryProject({
      'outputs.ipynb': fixture('outputs.ipynb'),
      'without-ids.ipynb': fixture('without-ids.ipynb'),
    });
    const { finished, unfinished } = await reproduce({ project, scale: 'quick' });
    expect({ finished, unfinished }).toEqual({ finished: ['outputs.ipynb', 'without-ids.ipynb'], unfinished: [] });

    const first = filesOf(project);
    expect(Object.keys(first).sort()).toEqual(['notebooks/outputs.ipynb', 'notebooks/without-ids.ipynb']);
    expect(first['notebooks/outputs.ipynb']).toBe(fixture('outputs.executed.ipynb'));
    for (const text of Object.values(first)) expect(nbformatErrors(JSON.parse(text))).toEqual([]);

    await reproduce({ project, scale: 'quick', only: ['outputs'] });
    expect(filesOf(project)).toEqual(first);
  });
});

describe('a run with an output folder', () => {
  it('leaves the project alone, passes the scale on and reports what it does', async () => {
    const project = temporaryProject({ 'a.ipynb': codeNotebook('throw 1;'), 'b.ipynb': codeNotebook(saveScale) });
    const before = filesOf(project);
    const out = join(temporaryFolder(), 'new', 'folder');
    const progress: Progress[] = [];
    const onProgress = (event: Progress) => progress.push(event);
    const summary = await reproduce({ project, out, scale: 'full', only: ['b'], onProgress });

    expect(filesOf(project)).toEqual(before);
    const files = filesOf(out);
    expect(Object.keys(files).sort()).toEqual(['notebooks/b.ipynb', 'results/scale.json']);
    expect(files['results/scale.json']).toBe('"full"');
    expect(summary).toEqual({
      finished: ['b.ipynb'],
      partial: [],
      unfinished: [],
      written: [join(out, 'notebooks', 'b.ipynb'), join(out, 'results', 'scale.json')],
    });
    expect(progress).toEqual([
      { notebook: 'b.ipynb', kind: 'notebook-start' },
      { notebook: 'b.ipynb', kind: 'cell-start', cell: 1, cells: 1 },
      { notebook: 'b.ipynb', kind: 'cell-end', cell: 1, cells: 1 },
      { notebook: 'b.ipynb', kind: 'notebook-end' },
    ]);
  });
});

describe('what a reader adds to the ledger', () => {
  it('is kept under the name of its notebook', async () => {
    const annotating = codeNotebook(`
      import { annotate } from 'reverse-bottleneck/notebook';
      await annotate('eq-16', { note: 'mine' });`);
    const project = temporaryProject({ '20-mine.ipynb': annotating });
    const { written } = await reproduce({ project, scale: 'quick' });
    const file = join(project, 'annotations', '20-mine.json');
    expect(written).toEqual([join(project, 'notebooks', '20-mine.ipynb'), file]);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual([{ item: 'eq-16', name: '', note: 'mine' }]);
  });
});

describe('a run that is aborted', () => {
  it('leaves no temporary file behind, neither its own nor of results that were being saved', async () => {
    const source = `
      import { writeFileSync } from 'node:fs';
      import * as tslab from 'tslab';
      writeFileSync(process.env.REVERSE_BOTTLENECK_RESULTS + '/answer.json.' + process.pid + '.partial', '{');
      const display = tslab.newDisplay();
      display.text('starting');
      display.text('saving');
      await new Promise(() => {});`;
    const project = temporaryProject({ 'endless.ipynb': codeNotebook(source) });
    const temporary = temporaryFolder();
    vi.stubEnv('TMPDIR', temporary);
    onTestFinished(() => void vi.unstubAllEnvs());
    const before = filesOf(project);
    const controller = new AbortController();
    const failure = await failureOf({
      project,
      scale: 'quick',
      signal: controller.signal,
      onProgress: ({ kind }) => {
        if (kind !== 'cell-update') return;
        expect(readdirSync(temporary)).toHaveLength(1);
        expect(Object.keys(filesOf(project)).sort()).toEqual([
          '.reproduce.lock',
          'notebooks/endless.ipynb',
          expect.stringMatching(/^results\/answer\.json\.\d+\.partial$/),
        ]);
        controller.abort(new Error('stopped'));
      },
    });
    expect(failure).toMatchObject({
      message: 'endless.ipynb: stopped',
      summary: { finished: [], unfinished: ['endless.ipynb'], written: [] },
    });
    expect(filesOf(project)).toEqual(before);
    expect(readdirSync(temporary)).toEqual([]);
  });
});

describe('before anything runs', () => {
  const started = vi.fn();
  const neverStarted = async (options: Omit<ReproduceOptions, 'scale' | 'onProgress'>) => {
    const failure = await failureOf({ ...options, scale: 'quick', onProgress: started });
    expect(started).not.toHaveBeenCalled();
    return failure.message;
  };

  it('an output folder that cannot be written to is found', async () => {
    const project = temporaryProject({ 'a.ipynb': codeNotebook('1') });
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    expect(await neverStarted({ project, out: join(file, 'sub') })).toMatch(
      `cannot write to ${join(file, 'sub', 'notebooks')}: `,
    );
  });

  it('a malformed notebook is found, even if it is the last', async () => {
    const project = temporaryProject({ 'a.ipynb': codeNotebook('1'), 'b.ipynb': '{"cells": [' });
    const out = join(temporaryFolder(), 'out');
    expect(await neverStarted({ project, out })).toContain(
      `${join(project, 'notebooks', 'b.ipynb')} is not a notebook: `,
    );
    expect(existsSync(out)).toBe(false);
  });

  it('a selection that matches nothing is found', async () => {
    const project = temporaryProject({ 'a.ipynb': codeNotebook('1') });
    expect(await neverStarted({ project, only: ['b'] })).toBe('no notebook begins with "b"; there are\n  a.ipynb');
  });
});

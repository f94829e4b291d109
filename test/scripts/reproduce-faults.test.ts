import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { withFolderLocked } from '../../scripts/folder-lock.js';
import type { Notebook } from '../../scripts/nbformat/nbformat.js';
import { type ReproduceError, type ReproduceOptions, reproduce } from '../../scripts/reproduce-notebooks.js';
import type { RunOptions } from '../../scripts/run-notebook.js';
import { writeSite } from '../../scripts/site/write-site.js';
import { Stopped } from '../../scripts/stop-signal.js';
import { codeNotebook, temporaryFolder, temporaryProject } from './temporary-project.js';

// What a run writes, and does not write, when something goes wrong; the notebooks are not really run, which takes seconds.

vi.mock('../../scripts/run-notebook.js');
vi.mock('../../scripts/site/write-site.js', { spy: true });
const { runNotebook } = await import('../../scripts/run-notebook.js');

/** As if every cell printed its source; one with `throw` is an error. */
async function pretend(notebook: Notebook, { onCellError, signal }: RunOptions): Promise<Notebook> {
  signal?.throwIfAborted();
  const cells = notebook.cells.map((cell) => {
    if (cell.cell_type !== 'code') return cell;
    return { ...cell, outputs: [{ output_type: 'stream' as const, name: 'stdout' as const, text: cell.source }] };
  });
  if (!cells.some(({ source }) => source.includes('throw'))) return { ...notebook, cells };
  onCellError?.({ ...notebook, cells });
  throw new Error('broken');
}

beforeEach(() => {
  vi.mocked(runNotebook).mockReset().mockImplementation(pretend);
});

function failureOf(options: Omit<ReproduceOptions, 'scale'>): Promise<ReproduceError> {
  return reproduce({ ...options, scale: 'quick' }).then(
    () => expect.fail('the run did not fail'),
    (error) => error,
  );
}

const textOf = (folder: string, name: string) => readFileSync(join(folder, 'notebooks', name), 'utf8');
const notebooks = {
  '1-good.ipynb': codeNotebook('one'),
  '2-bad.ipynb': codeNotebook('two', 'throw'),
  '3-never.ipynb': codeNotebook('three'),
};

describe('after an error in a notebook', () => {
  it('what was finished before is kept, and the rest left as it was', async () => {
    const project = temporaryProject(notebooks);
    expect(await failureOf({ project })).toMatchObject({
      name: 'ReproduceError',
      message: '2-bad.ipynb: broken',
      summary: {
        finished: ['1-good.ipynb'],
        partial: [],
        unfinished: ['2-bad.ipynb', '3-never.ipynb'],
        written: [join(project, 'notebooks', '1-good.ipynb')],
      },
    });
    expect(textOf(project, '1-good.ipynb')).toContain('"one"');
    expect(textOf(project, '1-good.ipynb')).not.toBe(notebooks['1-good.ipynb']);
    expect(textOf(project, '2-bad.ipynb')).toBe(notebooks['2-bad.ipynb']);
    expect(textOf(project, '3-never.ipynb')).toBe(notebooks['3-never.ipynb']);
  });

  it('an output folder gets what came before the error', async () => {
    const project = temporaryProject(notebooks);
    const out = temporaryFolder();
    const { summary } = await failureOf({ project, out });
    expect(summary).toMatchObject({
      finished: ['1-good.ipynb'],
      partial: [join(out, 'notebooks', '2-bad.ipynb')],
      unfinished: ['3-never.ipynb'],
    });
    expect(JSON.parse(textOf(out, '2-bad.ipynb')).cells[0].outputs[0].text).toEqual(['two']);
    expect(readdirSync(join(out, 'notebooks'))).toEqual(['1-good.ipynb', '2-bad.ipynb']);
    for (const [name, text] of Object.entries(notebooks)) expect(textOf(project, name)).toBe(text);
  });

  it('an output folder that is the project by another name is the project', async () => {
    const project = temporaryProject(notebooks);
    const out = join(temporaryFolder(), 'link');
    symlinkSync(project, out, 'dir');
    const { summary } = await failureOf({ project, out });
    expect(summary.partial).toEqual([]);
    expect(textOf(project, '2-bad.ipynb')).toBe(notebooks['2-bad.ipynb']);
    expect(textOf(project, '1-good.ipynb')).not.toBe(notebooks['1-good.ipynb']);
  });
});

it('a notebook that is saved by its reader while it runs is not overwritten', async () => {
  const project = temporaryProject({ 'a.ipynb': codeNotebook('1'), 'b.ipynb': codeNotebook('2') });
  const edited = codeNotebook('2', '3');
  const failure = await failureOf({
    project,
    onProgress: ({ notebook, kind }) => {
      if (notebook === 'b.ipynb' && kind === 'notebook-start') {
        writeFileSync(join(project, 'notebooks', 'b.ipynb'), edited);
      }
    },
  });
  expect(failure).toMatchObject({
    message: expect.stringMatching(/^b\.ipynb: the notebook was saved by someone else while it ran/),
    summary: { finished: ['a.ipynb'], unfinished: ['b.ipynb'] },
  });
  expect(textOf(project, 'b.ipynb')).toBe(edited);
});

/** What is written to this file finds the disk full. */
const fill = (path: string) => symlinkSync('/dev/full', `${path}.${process.pid}.partial`);

describe.runIf(existsSync('/dev/full'))('on a full disk', () => {
  it('the notebook stays as it was, and says why', async () => {
    const project = temporaryProject({ '1-good.ipynb': codeNotebook('one') });
    fill(join(project, 'notebooks', '1-good.ipynb'));
    expect(await failureOf({ project })).toMatchObject({
      message: expect.stringMatching(/^1-good\.ipynb: ENOSPC: no space left on device/),
      summary: { finished: [], unfinished: ['1-good.ipynb'], written: [] },
    });
    expect(textOf(project, '1-good.ipynb')).toBe(codeNotebook('one'));
    expect(readdirSync(join(project, 'notebooks'))).toEqual(['1-good.ipynb']);
  });

  it('the error of a cell is what is told, not that its notebook cannot be kept', async () => {
    const project = temporaryProject({ '2-bad.ipynb': codeNotebook('throw') });
    const out = temporaryFolder();
    mkdirSync(join(out, 'notebooks'));
    fill(join(out, 'notebooks', '2-bad.ipynb'));
    const { message, summary } = await failureOf({ project, out });
    expect(message).toBe('2-bad.ipynb: broken');
    expect(summary).toMatchObject({ partial: [], unfinished: ['2-bad.ipynb'] });
  });

  it('nothing runs', async () => {
    const project = temporaryProject(notebooks);
    mkdirSync(join(project, 'results'));
    symlinkSync('/dev/full', join(project, 'results', `.${process.pid}.partial`));
    expect((await failureOf({ project })).message).toMatch(/^cannot write to .*results: ENOSPC/);
    expect(runNotebook).not.toHaveBeenCalled();
  });
});

describe('before anything runs', () => {
  it.each(['results', 'annotations', 'site'])('it is found that %s cannot be written to', async (part) => {
    const project = temporaryProject(notebooks);
    writeFileSync(join(project, part), '');
    const { message } = await failureOf({ project, site: true });
    expect(message).toMatch(`cannot write to ${join(project, part)}: `);
    expect(runNotebook).not.toHaveBeenCalled();
  });

  it('a second run on the same tree is refused, and what it would write stays', async () => {
    const project = temporaryProject(notebooks);
    const other = join(temporaryFolder(), 'link');
    symlinkSync(project, other, 'dir');
    const { message } = await withFolderLocked(project, () => failureOf({ project: other }));
    expect(message).toMatch(/^another run \(process \d+ on .*\) is writing to /);
    expect(runNotebook).not.toHaveBeenCalled();
  });
});

it('the site is written as long as the run has the tree, and its fault ends the run', async () => {
  const project = temporaryProject({ '1-good.ipynb': codeNotebook('one') });
  const stopped = new Stopped('stopped by SIGTERM', 143);
  vi.mocked(writeSite).mockImplementationOnce(async ({ folder }) => {
    expect(folder).toBe(project);
    await expect(withFolderLocked(folder, async () => {})).rejects.toThrow('another run');
    throw stopped;
  });
  expect(await failureOf({ project, site: true })).toMatchObject({
    message: 'the site: stopped by SIGTERM',
    cause: stopped,
    summary: { finished: ['1-good.ipynb'], unfinished: [] },
  });
});

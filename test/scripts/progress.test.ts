import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { formatDuration } from '../../scripts/duration.js';
import { showProgress } from '../../scripts/progress.js';

const notebook = '03-sweep.ipynb';
const cell = { notebook, cell: 2, cells: 12 };

function recorder(options: { isTTY: boolean; columns?: number }) {
  const pieces: string[] = [];
  const terminal = { ...options, write: (piece: string) => pieces.push(piece) };
  return { terminal, take: () => pieces.splice(0).join('') };
}

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('where the output is no terminal', () => {
  it('writes a line for each cell and each notebook', () => {
    const { terminal, take } = recorder({ isTTY: false });
    const progress = showProgress(terminal);
    progress.report({ kind: 'notebook-start', notebook });
    vi.advanceTimersByTime(2_500);
    progress.report({ kind: 'cell-start', ...cell });
    vi.advanceTimersByTime(1_200);
    progress.report({ kind: 'cell-end', ...cell });
    progress.report({ kind: 'notebook-end', notebook });
    progress.close();
    expect(take()).toBe('03-sweep.ipynb  [2/12]  1.2 s\n03-sweep.ipynb  3.7 s\n');
  });

  it('writes the updates of a long cell every five seconds at most, and none of a short one', () => {
    const { terminal, take } = recorder({ isTTY: false });
    const progress = showProgress(terminal);
    progress.report({ kind: 'cell-start', ...cell });
    for (let done = 1; done <= 24; done++) {
      vi.advanceTimersByTime(500);
      progress.report({ kind: 'cell-update', ...cell, text: `title\n${done} of 24\n` });
    }
    expect(take()).toBe('03-sweep.ipynb  [2/12]  5.0 s  10 of 24\n03-sweep.ipynb  [2/12]  10 s  20 of 24\n');
  });
});

describe('in a terminal', () => {
  const inPlace = (text: string) => `\r\x1b[2K${text}`;

  it('changes one line in place, also while nothing is reported', () => {
    const { terminal, take } = recorder({ isTTY: true, columns: 60 });
    const progress = showProgress(terminal);
    progress.report({ kind: 'notebook-start', notebook });
    expect(take()).toBe(inPlace('03-sweep.ipynb  0.0 s'));
    progress.report({ kind: 'cell-start', ...cell });
    expect(take()).toBe(inPlace('03-sweep.ipynb  [2/12]  0.0 s'));
    progress.report({ kind: 'cell-update', ...cell, text: '1 of 24' });
    expect(take()).toBe(inPlace('03-sweep.ipynb  [2/12]  0.0 s  1 of 24'));
    vi.advanceTimersByTime(1_000);
    expect(take()).toBe(inPlace('03-sweep.ipynb  [2/12]  1.0 s  1 of 24'));
    progress.close();
  });

  it('keeps a line for each finished notebook, and nothing when it is closed', () => {
    const { terminal, take } = recorder({ isTTY: true });
    const progress = showProgress(terminal);
    progress.report({ kind: 'notebook-start', notebook });
    vi.advanceTimersByTime(61_000);
    take();
    progress.report({ kind: 'notebook-end', notebook });
    expect(take()).toBe(inPlace('03-sweep.ipynb  1:01\n'));
    progress.close();
    vi.advanceTimersByTime(5_000);
    expect(take()).toBe(inPlace(''));
  });

  it.each([
    [20, '03-sweep.ipynb  [2/'],
    [0, '03-sweep.ipynb  [2/12]  0.0 s  a long text'],
  ])('with %d columns never fills the line, which would wrap', (columns, line) => {
    const { terminal, take } = recorder({ isTTY: true, columns });
    const progress = showProgress(terminal);
    progress.report({ kind: 'cell-start', ...cell });
    take();
    progress.report({ kind: 'cell-update', ...cell, text: 'a long text' });
    expect(take()).toBe(inPlace(line));
    progress.close();
  });
});

it.each([
  [0, '0.0 s'],
  [4_240, '4.2 s'],
  [9_949, '9.9 s'],
  [9_950, '10 s'],
  [59_499, '59 s'],
  [59_500, '1:00'],
  [185_000, '3:05'],
  [3_723_000, '1:02:03'],
])('writes %d ms as %s', (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text);
});

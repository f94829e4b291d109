import { describe, expect, test } from 'vitest';
import { afterRun, whenReopened, whenUntrusted } from '../../e2e/complaints.js';
import type { Output, Prompt } from '../../e2e/seen.js';

const output = (seen: Partial<Output>): Output => ({
  cell: 3,
  kind: 'display',
  stream: '',
  text: '',
  height: 100,
  plots: [],
  figure: false,
  stills: 0,
  latex: false,
  formulas: 0,
  badFormulas: 0,
  ...seen,
});
const live = { figure: true, plots: [{ traces: 2, sliders: 0, overflow: 0 }] };
const done: Prompt = { cell: 1, prompt: '[1]:', empty: false };

describe('a notebook in JupyterLab', () => {
  test('that ran to its end, with text, formulas and live figures, is in order', () => {
    const outputs = [
      output({ kind: 'stream', stream: 'stdout', text: 'fine', height: 0 }),
      output({ latex: true, formulas: 2 }),
      output(live),
    ];
    expect(afterRun([done, { cell: 2, prompt: '[ ]:', empty: true }], outputs)).toEqual([]);
  });

  test.each<[Partial<Output>, RegExp]>([
    [{ kind: 'error', text: 'boom' }, /cell 3 ended in an error: boom/],
    [{ kind: 'stream', stream: 'stderr', text: 'boom' }, /wrote to standard error: boom/],
    [{ height: 1 }, /cannot be seen/],
    [{ latex: true }, /not typeset/],
    [{ latex: true, formulas: 1, badFormulas: 1 }, /cannot be read/],
    [{ figure: true, stills: 1 }, /figure that is not live/],
    [{ ...live, stills: 1 }, /a still beside its live figure/],
    [{ figure: true, plots: [{ traces: 0, sliders: 0, overflow: 0 }] }, /without traces/],
    [{ figure: true, plots: [{ traces: 1, sliders: 0, overflow: 40 }] }, /wider than its output/],
  ])('is not in order with %o', (seen, complaint) => {
    expect(afterRun([done], [output(seen)])).toEqual([expect.stringMatching(complaint)]);
  });

  test('is not in order where a cell did not finish', () => {
    expect(afterRun([done, { cell: 2, prompt: '[*]:', empty: false }], [])).toEqual([
      'cell 2 did not finish: its prompt is [*]:',
    ]);
  });

  test('shows stills as long as it is not trusted, and live figures once it is', () => {
    const still = output({ figure: true, stills: 1 });
    expect(whenUntrusted([still])).toEqual([]);
    expect(whenUntrusted([output({ figure: true })])).toHaveLength(1);
    expect(whenReopened([still])).toHaveLength(1);
    expect(whenReopened([output(live)])).toEqual([]);
  });
});

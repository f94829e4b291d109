import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readNotebook } from '../scripts/nbformat/read-notebook.js';
import * as root from '../src/index.js';
import * as notebook from '../src/notebook/index.js';
import * as paper from '../src/paper/index.js';

// What the doors export is what somebody uses: a cell, a figure beside a notebook, or an example of the guides.

const cells = readdirSync('notebooks')
  .filter((name) => name.endsWith('.ipynb'))
  .flatMap((name) => readNotebook(join('notebooks', name)).cells)
  .flatMap(({ cell_type, source }) => (cell_type === 'code' ? [source] : []));
const figures = readdirSync('notebooks/figures').map((name) => readFileSync(join('notebooks/figures', name), 'utf8'));
const guides = ['README.md', 'CONTRIBUTING.md'].map((name) => readFileSync(name, 'utf8'));
const users = [...cells, ...figures, ...guides].join('\n');

/** What comes out of what cells call, or takes it further, and is useful on its own. */
const ON_THEIR_OWN = {
  'the parts of a verdict': ['Certificate', 'Counterexample', 'Polymatroid'],
  'the language of claims': ['parseExpression', 'parseStatement', 'toLatex', 'toText'],
  'errors to catch': ['DegenerateError'],
  'in the example of a docstring': ['totalVariationOfCounts'],
  'one of what a cell calls several of': ['bestShare', 'klGapSweep', 'klGapTrends', 'figureSvg'],
};

test('every value of a door is used, or is one of these', () => {
  const unused = [root, paper, notebook]
    .flatMap((door) => Object.keys(door))
    .filter((name) => !new RegExp(`\\b${name}\\b`).test(users));
  expect(unused.sort()).toEqual(Object.values(ON_THEIR_OWN).flat().sort());
});

test('the door of the package has 140 values at most', () => {
  expect(Object.keys(root).length).toBeLessThanOrEqual(140);
});

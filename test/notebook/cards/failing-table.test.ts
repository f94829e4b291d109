import { describe, expect, test } from 'vitest';
import { tightnessFigure } from '../../../notebooks/figures/tightness-figure.js';
import { failingStatementsAsMarkdown, showFailingStatements } from '../../../src/notebook/cards/failing-table.js';
import { failingStatements } from '../../../src/paper/failing-statements.js';
import { createRng } from '../../../src/random/rng.js';
import { insideCell } from '../cell.js';

const shown = insideCell();
const statements = failingStatements();
const options = () => ({ systems: 50, rng: createRng('table') });
const rowsOf = (id: string) => {
  const chosen = statements.filter(({ items }) => items.some((item) => item.id === id));
  return failingStatementsAsMarkdown(chosen, options()).split('\n').slice(2);
};

describe('the table of what fails', () => {
  test('has the statement, what breaks it, and a row for each repair', () => {
    const rows = rowsOf('eq-15');
    expect(rows).toHaveLength(4);
    expect(rows[0]).toContain(
      '[(15)](09-appendix-e.ipynb#eq-15); [(28)](10-theorem-4-10.ipynb#eq-28): comes to $H(S_{\\text{gen}}) \\le H(M)$ | by 1 bit where ε = a, S\\_gen = a |',
    );
    expect(rows[0]).toContain('as printed, if S\\_gen is a function of M(p) | certificate |');
    expect(rows[2]).toMatch(
      /^\| {2}\| {2}\| with \$\+\\,H\(S_\{\\text\{gen\}\} \\mid M\)\$ on the larger side \| certificate \| \d+ % of 50 \|$/,
    );
  });

  test('writes λ for what stands for it in the language of claims', () => {
    expect(rowsOf('eq-23.6')[0]).toContain('$H(M \\mid e_{p}) + (\\lambda - \\lambda^*) I(e_p; M) \\le H(e_{M})$');
    expect(rowsOf('eq-23.6').join()).not.toContain('text{slack}');
  });

  test('has as many cells in each row as headings, whatever bars there are in formulas', () => {
    const table = failingStatementsAsMarkdown(statements, options());
    for (const row of table.split('\n')) expect([row, row.split(/(?<!\\)\|/).length]).toEqual([row, 7]);
  });

  test('says so where nothing was found, and how many cases were gone through', () => {
    expect(rowsOf('remark-4.10.1')[0]).toMatch(/\| – \| {2}\| {2}\|$/);
    expect(rowsOf('lemma-3.1')[0]).toContain('(3,375 cases)');
    expect(rowsOf('remark-4.8.1')[0]).toContain('(1 case)');
  });

  test('is shown under the cell', () => {
    showFailingStatements(statements.slice(0, 1), options());
    expect(shown[0].data['text/markdown']).toContain('[Lemma 3.1](05-lemma-3-1.ipynb#lemma-3.1); ');
  });
});

describe('the figure of tightness', () => {
  test('shows shares of systems by bits, all of them in one bar', () => {
    const statement = statements.find(({ items }) => items[0].id === 'eq-15')!;
    const [repair] = statement.repairs;
    const tightness = { systems: 20, violated: 0, slacks: [10, 4, 3, 2, 1] };
    const { data, layout } = tightnessFigure([{ statement, repair, tightness }], 'title');
    expect(data.map(({ x }) => (x as number[])[0])).toEqual([0.5, 0.2, 0.15, 0.15]);
    expect((layout!.yaxis as { ticktext: string[] }).ticktext).toEqual([
      '(15): as printed, if S<sub>gen</sub> is a function of M(p)',
    ]);
  });
});

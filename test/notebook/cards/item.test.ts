import { describe, expect, test } from 'vitest';
import { itemAsMarkdown, showItem } from '../../../src/notebook/cards/item.js';
import { VERDICT_SIGNS } from '../../../src/notebook/cards/verdict-signs.js';
import { ENTRIES } from '../../../src/paper/entries.js';
import { itemOf, ledger, toPaperItem } from '../../../src/paper/ledger.js';
import { insideCell } from '../cell.js';

describe('an item of the ledger under a cell', () => {
  const shown = insideCell();
  const show = (id: string, options = {}) => {
    showItem(id, options);
    const { data } = shown[0];
    return { markdown: data['text/markdown'], plain: data['text/plain'] };
  };

  test('that holds has the formula, the verdict and the proof with the premises it uses', () => {
    const { markdown, plain } = show('lemma-e.2');
    expect(markdown).toMatch(/^\*\*Lemma E\.2\*\* · <span style="color:#\w+">\*\*✓ holds\*\*<\/span>/);
    expect(markdown).toContain('> $$H(M(p)) - H(e_p) \\le H(e_M)$$');
    expect(markdown).toContain('given $h = f(e_{p})$; $g = f(e_{M})$; $M = f(h, g)$; $g = f(M, h)$:');
    expect(plain).toMatch(/^Lemma E\.2: ✓ holds\n/);
  });

  test('that holds under a premise has the counterexample, the premise and what holds in its place', () => {
    const { markdown } = show('eq-21');
    expect(markdown).toContain('◐ holds under a premise');
    expect(markdown).toContain('| M | a + b |');
    expect(markdown).toContain('which fails');
    expect(markdown).toContain('*It follows from:*\n\n- M(p) → e\\_M → W: ');
    expect(markdown).toMatch(/\*What holds in its place:\*[^*]*\$I\(M; W\) \\le .*I\(e_\{p\}; e_\{M\} \\mid W\)\$/);
  });

  test('that is computed has its numbers, and a remark is a sentence', () => {
    const { markdown } = show('remark-4.10.1');
    expect(markdown).toContain('> an increase in $\\Delta I$ typically leads');
    expect(markdown).toContain('- ΔI at first: 0');
  });

  test('is three lines if it is to be brief', () => {
    expect(show('eq-21', { brief: true }).markdown.split('\n\n')).toHaveLength(3);
  });

  test('must be there', () => {
    expect(() => showItem('lemma-9.9')).toThrow(/id must be .*, got 'lemma-9\.9'/);
  });
});

test('every item has a card, with a sign for its verdict and no formula left unclosed', () => {
  for (const item of ledger) {
    const card = itemAsMarkdown(item);
    expect(card, item.id).toContain(`${VERDICT_SIGNS[item.verdict].sign} ${VERDICT_SIGNS[item.verdict].words}`);
    expect((card.match(/\$/g) ?? []).length % 2, item.id).toBe(0);
    expect(card, item.id).not.toMatch(/undefined|NaN|\[object/);
  }
});

test('where no evidence verifies the card says so', () => {
  const entry = ENTRIES.find(({ id }) => id === 'eq-21')!;
  const card = itemAsMarkdown(toPaperItem(entry, { premises: {}, answers: {} }));
  expect(card).toContain('? not decided');
  expect(itemOf('eq-21').verdict).not.toBe('not-decided');
});

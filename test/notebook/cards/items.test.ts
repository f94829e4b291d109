import { describe, expect, test } from 'vitest';
import { showItems } from '../../../src/notebook/cards/items.js';
import { itemOf } from '../../../src/paper/ledger.js';
import { insideCell } from '../cell.js';

describe('items of the ledger as a table under a cell', () => {
  const shown = insideCell();

  test('have a row each, with what is said, the verdict and why', () => {
    showItems(['eq-21.1', 'eq-21.2', 'lemma-e.1'], { caption: 'Some lines' });
    const [caption, , , , ...rows] = shown[0].data['text/plain'].replaceAll('\u00a0', ' ').split('\n');
    expect(caption).toBe('Some lines');
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatch(/^\(21\), line 1 .*Definition 4\.1\. .*✓ holds .*proved from sum/);
    expect(rows[1]).toMatch(/^\(21\), line 2 .*◐ holds under a premise .*fails by 1 bit/);
    expect(rows[2]).toContain(itemOf('lemma-e.1').reason);
  });

  test('must be there', () => {
    expect(() => showItems(['eq-21.9'])).toThrow(/id must be .*, got 'eq-21\.9'/);
    expect(() => showItems([])).toThrow(/ids must not be empty/);
  });
});

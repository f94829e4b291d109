import { expect, test } from 'vitest';
import { ledger } from '../../src/paper/ledger.js';
import { itemTitle } from '../../src/paper/title.js';

test.each([
  ['lemma-4.5', 'Lemma 4.5'],
  ['lemma-e.1', 'Lemma E.1'],
  ['def-a.4', 'Definition A.4'],
  ['theorem-4.10', 'Theorem 4.10'],
  ['eq-5', '(5)'],
  ['eq-21', '(21)'],
  ['eq-21.2', '(21), line 2'],
  ['remark-4.6.1', 'Remark 4.6.1'],
  ['chain-3.2', 'Chain of §3.2'],
  ['chain-4.1.2', 'Chain 2 of §4.1'],
  ['chain-appendix-e', 'Chain of Appendix E'],
  ['appendix-c-density', 'Appendix C, density'],
  ['claim-4.4-j', '§4.4 on J'],
  ['claim-4.4-kl-gap', '§4.4 on KL Gap'],
  ['figure-4', 'Figure 4'],
])('%s is spoken of as %s', (id, title) => {
  expect(itemTitle(id)).toBe(title);
});

test('no two items of the ledger are spoken of alike', () => {
  const titles = ledger.map(({ id }) => itemTitle(id));
  expect(new Set(titles).size).toBe(titles.length);
});

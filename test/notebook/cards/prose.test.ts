import { expect, test } from 'vitest';
import { formulaAsMarkdown } from '../../../src/notebook/cards/prose.js';

test('a formula is displayed, words in subscripts or not', () => {
  expect(formulaAsMarkdown('H(S_{\\text{gen}}) \\le H(M(p))')).toBe('$$H(S_{\\text{gen}}) \\le H(M(p))$$');
});

test('a sentence has its formulas in the line', () => {
  const remark = '\\text{a larger } H(S_{\\text{gen}}|W) \\text{, as is } \\frac{1}{\\text{two}}';
  expect(formulaAsMarkdown(remark)).toBe('a larger $H(S_{\\text{gen}}|W)$, as is $\\frac{1}{\\text{two}}$');
});

test('a sentence may begin with a formula, and be words only', () => {
  expect(formulaAsMarkdown('m \\ll n \\text{: less stringent}')).toBe('$m \\ll n$: less stringent');
  expect(formulaAsMarkdown('\\text{KL Gap rises}')).toBe('KL Gap rises');
});

import { expect, test } from 'vitest';
import { symbolMarkup } from '../../../src/plot/figures/symbol-markup.js';

test('names of the language of claims are set as in print', () => {
  expect(symbolMarkup("H(S_anchor|W') + H(e_M)")).toBe('H(S<sub>anchor</sub>|W′) + H(e<sub>M</sub>)');
  expect(symbolMarkup('δ_{ε,p} and B_syn')).toBe('δ<sub>ε,p</sub> and B<sub>syn</sub>');
  expect(symbolMarkup('H(epsilon)')).toBe('H(ε)');
  expect(symbolMarkup('ΔI (bits)')).toBe('ΔI (bits)');
});

import { expect, test } from 'vitest';
import { boundSlacksFigure } from '../../../notebooks/figures/bound-slacks-figure.js';

test('the figure of bounds has a box each, printed and repaired ones of an item together', () => {
  const bound = (id: string, repaired: boolean, slacks: number[]) => ({ id, form: `form ${slacks}`, repaired, slacks });
  const { data } = boundSlacksFigure(
    [bound('lemma-3.1', false, [-1, 1]), bound('lemma-4.6', false, [0, 2]), bound('lemma-3.1', true, [0, 1])],
    'title',
  );
  expect(data.map(({ name }) => name)).toEqual(['Lemma 3.1: form -1,1', 'Lemma 3.1: form 0,1', 'Lemma 4.6: form 0,2']);
  expect(data.map(({ x }) => x)).toEqual([
    [-1, 1],
    [0, 1],
    [0, 2],
  ]);
  const [printed, repaired] = data.map(({ marker }) => (marker as { color: string }).color);
  expect(printed).not.toBe(repaired);
});

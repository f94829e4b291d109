import { expect, test } from 'vitest';
import { readPremise } from '../../../src/inequality/refute/premise.js';
import { linearForm } from '../../../src/information/linear-form.js';
import { parseExpression, parseStatement } from '../../../src/information/parse.js';

const form = (text: string) => linearForm(parseExpression(text));

test.each([
  ['X -> Y -> Z -> W', ['I(X; Z|Y)', 'I(X, Y; W|Z)']],
  ['X _|_ Y _|_ Z | W', ['I(X; Y|W)', 'I(X, Y; Z|W)']],
  ['M = f(h, g)', ['H(M|h, g)']],
  ['I(X;Y|Z) + 2 H(X|Y) = 0', ['I(X;Y|Z)', 'H(X|Y)']],
  ['I(X;Y) <= 0', ['I(X;Y)']],
  ['0 >= I(X;Y) + H(Z|X)', ['I(X;Y)', 'H(Z|X)']],
  ['H(X,Y) = H(X) + H(Y)', ['I(X;Y)']],
  ['H(X,Y) >= H(X) + H(Y)', ['I(X;Y)']],
  ['3 H(X|Y) = 3 H(X|Y,Z)', ['I(X;Z|Y)']],
  ['H(X) = H(X,Y)', ['H(Y|X)']],
  ['H(X,Y) <= H(X)', ['H(Y|X)']],
  ['H(X) <= 0 = I(Y;Z)', ['H(X)', 'I(Y;Z)']],
])('%s is that quantities vanish', (text, quantities) => {
  const { vanishing, constraints } = readPremise(parseStatement(text));
  expect(constraints).toEqual([]);
  expect(vanishing.length).toBe(quantities.length);
  vanishing.forEach((quantity, i) => {
    const vanishes = linearForm(parseExpression('0')).plus(
      linearForm([{ coefficient: parseExpression('H(X)')[0].coefficient, quantity }]),
    );
    expect(vanishes.equals(form(quantities[i]))).toBe(true);
  });
});

test.each([
  ['H(X) <= H(Y)'],
  ['I(X;Y) = I(X;Z)'],
  ['H(X,Y) <= H(X) + H(Y)'],
  ['I(X;Y;Z) = 0'],
  ['I(X;Y) - I(X;Y|Z) = 0'],
  ['I(X;Y) >= 0'],
])('%s compares quantities', (text) => {
  const { vanishing, constraints } = readPremise(parseStatement(text));
  expect(vanishing).toEqual([]);
  expect(constraints.length).toBe(1);
});

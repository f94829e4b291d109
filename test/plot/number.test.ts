import { expect, test } from 'vitest';
import { counted, formatNumber } from '../../src/plot/number.js';

test.each([
  [0, '0'],
  [-0, '0'],
  [4200, '4,200'],
  [-1234567, '−1,234,567'],
  [0.123456, '0.1235'],
  [1234.56, '1,235'],
  [12345.678, '12,350'],
  [-0.5, '−0.5'],
  [1.5e-7, '1.5e−7'],
  [3e20, '3e20'],
  [NaN, 'NaN'],
  [Infinity, '∞'],
  [-Infinity, '−∞'],
])('%d is written %s', (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

test.each([
  [1.23456, 3, '1.235'],
  [-0.5, 3, '−0.500'],
  [-0.0001, 2, '0.00'],
  [1234567.891, 1, '1,234,567.9'],
  [12, 0, '12'],
])('%d with %d digits is written %s', (value, digits, text) => {
  expect(formatNumber(value, digits)).toBe(text);
});

test.each([
  [1, '1 bit'],
  [0, '0 bits'],
  [0.41504, '0.415 bits'],
  [2401, '2,401 bits'],
])('%d of something are %s', (value, text) => {
  expect(counted(value, 'bit')).toBe(text);
});

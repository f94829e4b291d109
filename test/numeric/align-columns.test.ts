import { expect, test } from 'vitest';
import { alignColumns } from '../../src/numeric/align-columns.js';

const lines = [
  ['variable', 'bits'],
  ['X', '1.5'],
  ['', '10'],
];

test('columns are as wide as their widest cells, without blanks at the end of lines', () => {
  expect(alignColumns(lines)).toBe('variable  bits\nX         1.5\n          10');
});

test('columns of numbers are flush right', () => {
  expect(alignColumns(lines, (column) => column === 1)).toBe('variable  bits\nX          1.5\n            10');
});

import { expect, test } from 'vitest';
import { permutation } from '../../src/random/permutation.js';
import { createRng } from '../../src/random/rng.js';
import { chiSquareScore } from '../statistics.js';

test('all orders are equally likely', () => {
  const rng = createRng('orders');
  const counts = new Map<string, number>();
  const draws = 24_000;
  for (let i = 0; i < draws; i++) {
    const order = permutation(4, rng).join();
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(24);
  expect(Math.abs(chiSquareScore([...counts.values()], new Array(24).fill(draws / 24)))).toBeLessThan(3);
});

test('of nothing and of one', () => {
  expect(permutation(0, createRng(1))).toEqual([]);
  expect(permutation(1, createRng(1))).toEqual([0]);
});

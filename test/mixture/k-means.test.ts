import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kMeans } from '../../src/mixture/k-means.js';
import { toSamples } from '../../src/numeric/samples.js';
import { createRng } from '../../src/random/rng.js';

const clusters = (rows: number[][], k: number, seed: number) => kMeans(toSamples('X', rows), k, createRng(seed));

test('separated groups are found, whatever the seed', () => {
  const rng = createRng('groups');
  const corners = [
    [0, 0],
    [100, 0],
    [0, 100],
    [100, 100],
  ];
  const rows = corners.flatMap(([x, y]) => Array.from({ length: 25 }, () => [x + rng.normal(), y + rng.normal()]));
  for (let seed = 0; seed < 20; seed++) {
    const labels = clusters(rows, 4, seed);
    corners.forEach((_, g) => {
      expect(new Set(labels.subarray(25 * g, 25 * (g + 1))).size).toBe(1);
    });
    expect(new Set(labels).size).toBe(4);
  }
});

test('no cluster is empty while there are distinct points enough', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 30 }),
      fc.integer({ min: 1, max: 30 }),
      fc.integer(),
      (values, wanted, seed) => {
        const k = Math.min(wanted, values.length);
        const labels = clusters(
          values.map((x) => [x]),
          k,
          seed,
        );
        expect(new Set(labels).size).toBe(k);
      },
    ),
  );
});

test('on a line, clusters are intervals', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 5, maxLength: 40 }),
      fc.integer(),
      (values, seed) => {
        const sorted = [...values].sort((a, b) => a - b);
        const labels = clusters(
          sorted.map((x) => [x]),
          3,
          seed,
        );
        const changes = labels.filter((label, i) => i > 0 && label !== labels[i - 1]).length;
        expect(changes).toBe(new Set(labels).size - 1);
      },
    ),
  );
});

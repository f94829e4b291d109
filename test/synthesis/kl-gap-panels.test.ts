import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { klGapPanels } from '../../src/synthesis/kl-gap-panels.js';
import { klGapSweep } from '../../src/synthesis/kl-gap-sweep.js';
import { temporaryFolder } from '../scripts/temporary-project.js';

const options = {
  values: [2, 3],
  protocol: 'published-code',
  measure: ['separate-histograms', 'jensen-shannon'],
  rounds: 2,
  resamples: 2,
  seed: 'panels',
} as const;

test('panels are the three sweeps, by measure', async () => {
  const panels = await klGapPanels(options);
  expect(Object.keys(panels)).toEqual(options.measure);
  for (const vary of ['K', 'J', 'L'] as const) {
    const curves = await klGapSweep({ ...options, vary });
    for (const measure of options.measure) expect(panels[measure][vary]).toEqual(curves[measure]);
  }
});

test('progress counts the rounds of all three, and its time runs out', async () => {
  const progress: [number, number, number][] = [];
  await klGapPanels({ ...options, onProgress: (...all) => progress.push(all) });
  expect(progress.map(([done]) => done)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(progress.every(([, total]) => total === 12)).toBe(true);
  expect(progress.slice(0, -1).every(([, , secondsLeft]) => secondsLeft > 0)).toBe(true);
  expect(progress[11][2]).toBe(0);
});

test('each sweep has a checkpoint of its own, and all go on from there', async () => {
  const checkpoint = join(temporaryFolder(), 'figure');
  const first = await klGapPanels({ ...options, checkpoint });
  expect(readdirSync(join(checkpoint, '..'))).toEqual(['figure-J.json', 'figure-K.json', 'figure-L.json']);
  const again: number[] = [];
  expect(await klGapPanels({ ...options, checkpoint, onProgress: (done) => again.push(done) })).toEqual(first);
  expect(again).toEqual([4, 8, 12]);
});

test('bad input is named', async () => {
  const one = { ...options, measure: 'monte-carlo' } as never;
  await expect(klGapPanels(one)).rejects.toThrow("measure must be a list, got 'monte-carlo'");
  await expect(klGapPanels({ ...options, rounds: 0 })).rejects.toThrow('rounds must be a positive integer, got 0');
  await expect(klGapPanels({ ...options, round: 1 } as never)).rejects.toThrow("klGapPanels has no option 'round'");
});

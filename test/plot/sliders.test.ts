import { describe, expect, test } from 'vitest';
import { crossedSliders } from '../../src/plot/sliders.js';

interface Steps {
  readonly active: number;
  readonly steps: readonly { readonly label: string; readonly args: readonly [[string], object] }[];
}

const { frames, sliders } = crossedSliders(
  [
    { label: 'strictness', values: ['0', '1', '2'], start: 1 },
    { label: 'kept', values: ['all', 'half'], start: 0 },
  ],
  (i, j) => ({ data: [{ y: [i, j] }], traces: [3] }),
);
const stateOf = (name: string) => frames.find((frame) => frame.name === name)?.data?.[0].y;
const ledTo = (slider: unknown) => (slider as Steps).steps.map(({ args }) => stateOf(args[0][0]));

describe('two sliders', () => {
  test('have a frame for each pair of positions', () => {
    expect(frames.map(({ data, traces }) => [data?.[0].y, traces])).toEqual(
      [0, 1, 2].flatMap((i) => [0, 1].map((j) => [[i, j], [3]])),
    );
  });

  test('stand where they are to start, with their labels, and lead to what each position shows', () => {
    expect(sliders.map((slider) => (slider as unknown as Steps).active)).toEqual([1, 0]);
    expect(sliders.map(({ currentvalue }) => currentvalue)).toEqual([{ prefix: 'strictness: ' }, { prefix: 'kept: ' }]);
    expect(ledTo(sliders[0])).toEqual([0, 1, 2].map((i) => [i, 0]));
    expect(ledTo(sliders[1])).toEqual([0, 1].map((j) => [1, j]));
    expect((sliders[1] as unknown as Steps).steps.map(({ label }) => label)).toEqual(['all', 'half']);
  });

  test('lead on from wherever they are: each frame keeps the position of the other', () => {
    for (const { data, layout } of frames) {
      const [i, j] = (data?.[0].y ?? []) as number[];
      const [first, second] = (layout?.sliders ?? []) as Steps[];
      expect([first.active, second.active]).toEqual([i, j]);
      expect(ledTo(first)).toEqual([0, 1, 2].map((to) => [to, j]));
      expect(ledTo(second)).toEqual([0, 1].map((to) => [i, to]));
    }
  });
});

import { median } from '../src/numeric/summary.js';
import { klGapSweep } from '../src/synthesis/kl-gap-sweep.js';
import { processorSeconds } from './contender.js';

const REPEATS = 5;
const SIZE = { rounds: 1, resamples: 100, points: 1000 };

/** How processor time and memory of a sweep grow, in one thread: with its size over two decades, and with the dimension. */
export default async function klGapScale(): Promise<void> {
  const rows = [
    ...[1, 10, 100].map((rounds) => ({ ...SIZE, resamples: 10, rounds })),
    ...[10, 100, 1000].map((resamples) => ({ ...SIZE, resamples })),
    ...[100, 1000, 10_000].map((points) => ({ ...SIZE, points })),
    ...[2, 8, 32].map((dimension) => ({ ...SIZE, dimension })),
  ];
  console.log('\nrounds   resamples   points    d       median   per point   memory in use');
  for (const row of rows) console.log(await measure(row));
}

async function measure({ dimension = 2, ...size }: typeof SIZE & { dimension?: number }): Promise<string> {
  const options = { vary: 'K', values: [2], protocol: { dimension }, measure: 'monte-carlo', workers: 0 } as const;
  const seconds: number[] = [];
  let memory = 0;
  for (let repeat = -1; repeat < REPEATS; repeat++) {
    const start = process.cpuUsage();
    await klGapSweep({
      ...options,
      ...size,
      seed: repeat,
      onProgress: () => {
        const { heapUsed, arrayBuffers } = process.memoryUsage();
        memory = Math.max(memory, heapUsed + arrayBuffers);
      },
    });
    if (repeat >= 0) seconds.push(processorSeconds(start));
  }
  const { rounds, resamples, points } = size;
  // Three mixtures are drawn from.
  const perPoint = median(seconds) / (3 * rounds * resamples * points);
  return [
    String(rounds).padStart(6),
    String(resamples).padStart(9),
    String(points).padStart(6),
    String(dimension).padStart(2),
    `${median(seconds).toFixed(3)} s`.padStart(10),
    `${(1e9 * perPoint).toFixed(0)} ns`.padStart(9),
    `${(memory / 2 ** 20).toFixed(0)} MB`.padStart(13),
  ].join('   ');
}

import { alignColumns } from '../src/numeric/align-columns.js';
import { median } from '../src/numeric/summary.js';
import { type Contender, type Measurement, type Runner, Unavailable } from './contender.js';

export interface SideBySideOptions {
  /** Rounds that are measured; default 15. */
  readonly repeats?: number;
  /** Rounds before that, in which code is compiled and caches fill; default 5. */
  readonly warmUp?: number;
}

/** How long one contender took. */
export interface Timing {
  readonly name: string;
  /** Of processor time, in each round that was measured. */
  readonly seconds: readonly number[];
  /** What the last round came to. */
  readonly answer: string;
}

/**
 * Measures contenders in turns, so that whatever slows the machine down for a while hits all of them, and prints their
 * median processor times and ratios to the first as a table. Contenders that need what is not there are left out, with a line that says so.
 */
export async function sideBySide(
  title: string,
  contenders: readonly Contender[],
  { repeats = 15, warmUp = 5 }: SideBySideOptions = {},
): Promise<Timing[]> {
  const started: { name: string; runner: Runner; measurements: Measurement[] }[] = [];
  try {
    for (const contender of contenders) {
      const runner = await startOrSay(contender);
      if (runner) started.push({ name: contender.name, runner, measurements: [] });
    }
    for (let round = -warmUp; round < repeats; round++) {
      for (let turn = 0; turn < started.length; turn++) {
        // Each round starts with another contender: none always runs in the wake of the same one.
        const { runner, measurements } = started[(turn + round + warmUp) % started.length];
        const measurement = await runner.measure();
        if (round >= 0) measurements.push(measurement);
      }
    }
  } finally {
    for (const { runner } of started) runner.stop();
  }
  const timings = started.map(({ name, measurements }) => ({
    name,
    seconds: measurements.map(({ seconds }) => seconds),
    answer: measurements.at(-1)!.answer,
  }));
  console.log(`\n${title}\n\n${table(timings)}`);
  return timings;
}

async function startOrSay(contender: Contender): Promise<Runner | undefined> {
  try {
    return await contender.start();
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    console.error(`\n!!! ${contender.name} IS LEFT OUT: ${error.message}`);
    return undefined;
  }
}

/** Timings as lines of aligned columns. */
export function table(timings: readonly Timing[]): string {
  const rows = timings.map(({ name, seconds, answer }) => [
    name,
    formatSeconds(median(seconds)),
    `${formatSeconds(Math.min(...seconds))} – ${formatSeconds(Math.max(...seconds))}`,
    `${(median(seconds) / median(timings[0].seconds)).toPrecision(3)}×`,
    answer,
  ]);
  return alignColumns([['', 'median', 'range', 'ratio', 'answer'], ...rows], (column) => column > 0);
}

function formatSeconds(seconds: number): string {
  if (seconds >= 1) return `${seconds.toPrecision(3)} s`;
  if (seconds >= 1e-3) return `${(1e3 * seconds).toPrecision(3)} ms`;
  return `${(1e6 * seconds).toPrecision(3)} µs`;
}

import { runInThisContext } from 'node:vm';
import type { Argument, Parts } from './argument.js';
import { goodValue, spoil } from './argument.js';

/** A function or a method with arguments that work: what every bad argument is tried on. */
export interface Call {
  /** The name of what a door exports, with that of the method if it is one: `GaussianMixture.sample`. */
  readonly name: string;
  readonly run: (...args: never[]) => unknown;
  readonly args: readonly (Argument | Parts)[];
}

/** Calls of functions, each under its name. */
export type Calls = readonly Call[];

export function call(name: string, run: (...args: never[]) => unknown, ...args: readonly (Argument | Parts)[]): Call {
  return { name, run, args };
}

/** What came of a bad argument when it was not refused in so many words. */
export interface Complaint {
  readonly where: string;
  readonly outcome: string;
}

const MOST_MILLISECONDS = 5_000;
/** Errors of the language itself, which say where they come from and not what was wrong. */
const UNCLEAR =
  /^(?:Cannot (?:read|set|convert|mix|destructure|access)|Invalid (?:array|typed|time|regular|count|string)|Maximum call stack|Reduce of empty|object null)|is not (?:iterable|a function|a constructor|defined|extensible)|\bundefined (?:to object|is not)|\[object|read.only property|null or undefined|Script execution timed out/;
const LONGEST_MESSAGE = 600;

/** Spoils each argument of a call in turn and lists what was silently taken, or refused without saying what is wrong. */
export async function complaints({ name, run, args }: Call): Promise<Complaint[]> {
  const found: Complaint[] = [];
  for (const [index, argument] of args.entries()) {
    for (const { place, bad, value } of spoil(argument)) {
      const outcome = await outcomeOf(() =>
        (run as (...args: unknown[]) => unknown)(...args.map((other, i) => (i === index ? value : goodValue(other)))),
      );
      if (outcome) found.push({ where: `${name}, argument ${index + 1}${place}: ${bad}`, outcome });
    }
  }
  return found;
}

/** Nothing if the call ends with an error that says what is wrong. */
async function outcomeOf(run: () => unknown): Promise<string | undefined> {
  try {
    const result = await withinTime(run);
    return `silent: ${describe(result)}`;
  } catch (error) {
    if (!(error instanceof Error)) return `threw ${typeof error}`;
    const clear = error.message.length <= LONGEST_MESSAGE && !UNCLEAR.test(error.message);
    return clear ? undefined : `unclear: ${error.name}: ${error.message.slice(0, 100)}`;
  }
}

function withinTime(run: () => unknown): unknown {
  const scope = globalThis as { batteryRun?: () => unknown };
  scope.batteryRun = run;
  try {
    return runInThisContext('batteryRun()', { timeout: MOST_MILLISECONDS });
  } finally {
    delete scope.batteryRun;
  }
}

function describe(result: unknown): string {
  try {
    const shown = typeof result === 'object' && result ? JSON.stringify(result) : String(result);
    return shown.slice(0, 60);
  } catch {
    return typeof result;
  }
}

import { parseArgs } from 'node:util';
import { type ReproduceOptions, SCALES, type Scale } from './reproduce-notebooks.js';
import { DEFAULT_TIMEOUT_SECONDS } from './run-notebook.js';
import { UsageError } from './usage-error.js';

export const USAGE = `Runs the notebooks from the first cell to the last, with Node alone, and writes their outputs back
(cells stay as they are, yours too), results/, and the web pages in site/. One run at a time writes to a folder.

  npm run reproduce -- [options]

  --scale quick|full   full as in the paper, or quick to see that all runs (default: full)
  --only 03[,11]       only the notebooks whose file names begin so
  --out DIR            write to DIR/notebooks, DIR/results and DIR/site, and leave the project as it is;
                       of a notebook that fails, what came before the error
  --timeout SECONDS    how long a cell may run (default: ${DEFAULT_TIMEOUT_SECONDS})
  --help               show this text
`;

/** setTimeout keeps its milliseconds in 31 bits. */
const LONGEST_TIMEOUT_SECONDS = 2_147_483;

export type ReproduceCommand =
  | { readonly help: true }
  | ({ readonly help: false } & Pick<ReproduceOptions, 'scale' | 'only' | 'out' | 'timeoutSeconds'>);

/** @throws UsageError that names the option and its value */
export function parseReproduceCommand(args: readonly string[]): ReproduceCommand {
  const { help, scale, only, out, timeout } = parseOptions(args);
  if (help) return { help };
  if (out === '') throw new UsageError('--out is empty');
  return {
    help,
    scale: parseScale(scale),
    only: only === undefined ? undefined : parseBeginnings(only),
    out,
    timeoutSeconds: parseSeconds(timeout),
  };
}

function parseOptions(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        scale: { type: 'string', default: 'full' },
        only: { type: 'string' },
        out: { type: 'string' },
        timeout: { type: 'string', default: String(DEFAULT_TIMEOUT_SECONDS) },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError((error as Error).message, { cause: error });
  }
}

function parseScale(value: string): Scale {
  const scale = SCALES.find((scale) => scale === value);
  if (scale === undefined) throw new UsageError(`--scale is "${value}", not ${SCALES.join(' or ')}`);
  return scale;
}

function parseBeginnings(value: string): string[] {
  const beginnings = value.split(',').map((beginning) => beginning.trim());
  if (beginnings.includes('')) throw new UsageError(`--only is "${value}", not a list such as 03,11`);
  return beginnings;
}

function parseSeconds(value: string): number {
  const seconds = Number(value);
  if (!(seconds > 0 && seconds <= LONGEST_TIMEOUT_SECONDS)) {
    throw new UsageError(`--timeout is "${value}", not a number of seconds up to ${LONGEST_TIMEOUT_SECONDS}`);
  }
  return seconds;
}

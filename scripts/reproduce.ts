// npm run reproduce: runs the notebooks from the command line.
import { projectRoot } from '../src/notebook/project.js';
import { displayPath } from './display-path.js';
import { formatDuration } from './duration.js';
import { showProgress } from './progress.js';
import { parseReproduceCommand, USAGE } from './reproduce-command.js';
import { ReproduceError, type ReproduceOptions, reproduce, type Summary } from './reproduce-notebooks.js';
import { describeSite } from './site/describe-site.js';
import { writeSite } from './site/write-site.js';
import { Stopped, stopSignal } from './stop-signal.js';
import { UsageError } from './usage-error.js';

const FAILED = 1;
const MISUSED = 2;

async function main(args: readonly string[]): Promise<number> {
  const signal = stopSignal();
  try {
    const command = parseReproduceCommand(args);
    process.stdout.write(command.help ? USAGE : await run({ ...command, signal }));
    return 0;
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    return exitCode(error);
  }
}

/** @returns what was done, to be printed */
async function run(options: ReproduceOptions): Promise<string> {
  const start = Date.now();
  const progress = showProgress(process.stdout);
  try {
    const summary = await reproduce({ ...options, onProgress: (event) => progress.report(event) });
    const site = writeSite({ folder: options.out ?? projectRoot() });
    const count = summary.finished.length;
    const notebooks = count === 1 ? '1 notebook' : `${count} notebooks`;
    return `\n${notebooks} in ${formatDuration(Date.now() - start)} at ${options.scale} scale.\n${describeFiles(summary)}${describeSite(site)}`;
  } finally {
    progress.close();
  }
}

function explain(error: unknown): string {
  if (error instanceof UsageError) return `${error.message}\nnpm run reproduce -- --help shows the options`;
  if (error instanceof ReproduceError) return `\n${error.message}\n\n${describeFiles(error.summary)}`;
  return error instanceof Error ? error.message : String(error);
}

function exitCode(error: unknown): number {
  if (error instanceof UsageError) return MISUSED;
  return error instanceof ReproduceError && error.cause instanceof Stopped ? error.cause.exitCode : FAILED;
}

function describeFiles({ written, unfinished }: Summary): string {
  return list('Written:', written.map(displayPath)) + list('Not finished, so not written:', unfinished);
}

function list(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `${[title, ...items].join('\n  ')}\n`;
}

process.exitCode = await main(process.argv.slice(2));

// npm run reproduce: runs the notebooks from the command line.
import { displayPath } from './display-path.js';
import { formatDuration } from './duration.js';
import { exitCodeOf } from './exit-code.js';
import { showProgress } from './progress.js';
import { parseReproduceCommand, USAGE } from './reproduce-command.js';
import { ReproduceError, type ReproduceOptions, reproduce, type Summary } from './reproduce-notebooks.js';
import { describeSite } from './site/describe-site.js';
import { stopSignal } from './stop-signal.js';
import { UsageError } from './usage-error.js';

async function main(args: readonly string[]): Promise<number> {
  const signal = stopSignal();
  try {
    const command = parseReproduceCommand(args);
    process.stdout.write(command.help ? USAGE : await run({ ...command, site: true, signal }));
    return 0;
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    return exitCodeOf(error);
  }
}

/** @returns what was done, to be printed */
async function run(options: ReproduceOptions): Promise<string> {
  const start = Date.now();
  const progress = showProgress(process.stdout);
  try {
    const summary = await reproduce({ ...options, onProgress: (event) => progress.report(event) });
    const count = summary.finished.length;
    const notebooks = count === 1 ? '1 notebook' : `${count} notebooks`;
    return `\n${notebooks} in ${formatDuration(Date.now() - start)} at ${options.scale} scale.\n${describeFiles(summary)}`;
  } finally {
    progress.close();
  }
}

function explain(error: unknown): string {
  if (error instanceof UsageError) return `${error.message}\nnpm run reproduce -- --help shows the options`;
  if (error instanceof ReproduceError) return `\n${error.message}\n\n${describeFiles(error.summary)}`;
  return error instanceof Error ? error.message : String(error);
}

function describeFiles({ written, partial, unfinished, site }: Summary): string {
  return [
    list('Written:', written.map(displayPath)),
    list('Written as far as it came:', partial.map(displayPath)),
    list('Not finished, so not written:', unfinished),
    site ? describeSite(site) : '',
  ].join('');
}

function list(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `${[title, ...items].join('\n  ')}\n`;
}

process.exitCode = await main(process.argv.slice(2));

// npm run site: makes a web site of the notebooks as they are, without running them.
import { projectRoot } from '../src/notebook/project.js';
import { exitCodeOf } from './exit-code.js';
import { withFolderLocked } from './folder-lock.js';
import { describeSite } from './site/describe-site.js';
import { writeSite } from './site/write-site.js';
import { stopSignal } from './stop-signal.js';

async function main(): Promise<number> {
  const signal = stopSignal();
  const folder = projectRoot();
  try {
    process.stdout.write(describeSite(await withFolderLocked(folder, () => writeSite({ folder, signal }))));
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return exitCodeOf(error);
  }
}

process.exitCode = await main();

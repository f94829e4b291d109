import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Create a folder where there is none.
 *
 * @throws Error unless files can be written in it
 */
export function prepareFolder(folder: string): void {
  const probe = join(folder, `.${process.pid}.partial`);
  try {
    mkdirSync(folder, { recursive: true });
    try {
      writeFileSync(probe, 'an empty file would fit on a full disk, too');
    } finally {
      rmSync(probe, { force: true });
    }
  } catch (error) {
    throw new Error(`cannot write to ${folder}: ${(error as Error).message}`, { cause: error });
  }
}

import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** Write a whole file or none: into a temporary file of the same folder first, which then takes the file's name. */
export function writeFileAtomically(path: string, content: string | Uint8Array): void {
  const temporary = `${path}.${process.pid}.partial`;
  try {
    writeFileSync(temporary, content);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

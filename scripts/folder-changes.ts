import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Remembers the state of a folder, to tell later which of its files have been written since. */
export class FolderChanges {
  readonly #folder: string;
  readonly #before: ReadonlyMap<string, number>;

  constructor(folder: string) {
    this.#folder = folder;
    this.#before = modificationTimes(folder);
  }

  /** The paths of the files written since, in order of their names. */
  written(): string[] {
    const names = [...modificationTimes(this.#folder)].filter(([name, time]) => this.#before.get(name) !== time);
    return names.map(([name]) => join(this.#folder, name));
  }
}

function modificationTimes(folder: string): Map<string, number> {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files.map(({ name }) => name).sort();
  return new Map(names.map((name) => [name, statSync(join(folder, name)).mtimeMs]));
}

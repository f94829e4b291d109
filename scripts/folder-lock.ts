import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

const LOCK_FILE = '.reproduce.lock';

/** Who writes to a folder. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process started, where the system says so: ids are given again. */
  readonly started: string;
}

/** In this time who has made a lock has written its name into it. */
const NAMELESS_MS = 10_000;

/**
 * Does work that writes to a folder, which must be there, alone: of two runs on one folder the second is refused at once. The
 * lock is a file; one whose process is gone, however it was ended, does not count.
 *
 * @throws Error if another run writes to the folder, or no file can be written there
 */
export async function withFolderLocked<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const path = join(folder, LOCK_FILE);
  const own = JSON.stringify({ pid: process.pid, host: hostname(), started: startOf(process.pid) } satisfies Holder);
  if (!tryToWrite(path, own)) {
    removeOld(path, folder);
    if (!tryToWrite(path, own)) throw busy(folder, path);
  }
  try {
    return await work();
  } finally {
    if (contentOf(path) === own) rmSync(path);
  }
}

/** @returns whether there was no lock */
function tryToWrite(path: string, own: string): boolean {
  try {
    writeFileSync(path, own, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw new Error(`cannot write to ${path}: ${(error as Error).message}`, { cause: error });
  }
}

/** @throws Error if the lock counts */
function removeOld(path: string, folder: string): void {
  const content = contentOf(path);
  if (content === null) return; // released meanwhile
  if (counts(content, path)) throw busy(folder, path);
  // Whoever else found the same old lock may have put a new one in its place: only what is moved away is surely known.
  const moved = `${path}.${process.pid}.partial`;
  try {
    renameSync(path, moved);
  } catch {
    return;
  }
  if (contentOf(moved) === content) rmSync(moved);
  else renameSync(moved, path);
}

function counts(content: string, path: string): boolean {
  const holder = readHolder(content);
  if (!holder) return Date.now() - statSync(path).mtimeMs < NAMELESS_MS;
  if (holder.host !== hostname()) return true; // on another machine nobody can tell from here
  return startOf(holder.pid) === holder.started && isThere(holder.pid);
}

function busy(folder: string, path: string): Error {
  const holder = readHolder(contentOf(path) ?? '');
  const who = holder ? ` (process ${holder.pid} on ${holder.host})` : '';
  return new Error(
    `another run${who} is writing to ${folder}: start again when it has ended. If there is no such run, delete ${path}`,
  );
}

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function readHolder(content: string): Holder | null {
  try {
    const holder = JSON.parse(content) as Holder;
    return Number.isSafeInteger(holder.pid) && holder.pid > 0 ? holder : null;
  } catch {
    return null;
  }
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** From Linux's /proc: empty elsewhere, and for a process that has ended and that nobody has asked about yet. */
function startOf(pid: number): string {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
    return fields[0] === 'Z' ? '' : fields[19];
  } catch {
    return '';
  }
}

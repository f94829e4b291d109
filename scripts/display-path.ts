import { relative } from 'node:path';

/** A path as it is shortest to read: from the working directory, where it lies below it. */
export function displayPath(path: string): string {
  const fromHere = relative('.', path);
  return fromHere.startsWith('..') ? path : fromHere;
}

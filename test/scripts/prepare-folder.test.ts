import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepareFolder } from '../../scripts/prepare-folder.js';
import { temporaryFolder } from './temporary-project.js';

describe('prepareFolder', () => {
  it('creates the folder and leaves it empty', () => {
    const folder = join(temporaryFolder(), 'a', 'b');
    prepareFolder(folder);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('names a folder that cannot be written to', () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const below = join(file, 'sub');
    expect(() => prepareFolder(below)).toThrow(`cannot write to ${below}: `);
    expect(existsSync(below)).toBe(false);
  });
});

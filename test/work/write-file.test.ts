import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeFileAtomically } from '../../src/work/write-file.js';
import { temporaryFolder } from '../scripts/temporary-project.js';

describe('writeFileAtomically', () => {
  it('replaces a file and leaves nothing else', () => {
    const folder = temporaryFolder();
    const file = join(folder, 'a.txt');
    writeFileSync(file, 'before');
    writeFileAtomically(file, 'after');
    expect(readFileSync(file, 'utf8')).toBe('after');
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });

  it('removes its temporary file if it fails', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'taken', 'by a folder'), { recursive: true });
    expect(() => writeFileAtomically(join(folder, 'taken'), 'text')).toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/);
    expect(readdirSync(folder)).toEqual(['taken']);
  });
});

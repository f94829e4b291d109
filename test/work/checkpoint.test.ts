import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Checkpoint } from '../../src/work/checkpoint.js';
import { temporaryFolder } from '../scripts/temporary-project.js';
import { rewriteCheckpoint } from './rewrite-checkpoint.js';

const work = { values: [2, 3], rounds: 5, seed: 'a' };

test('a checkpoint finds the results again, to the last bit, numbers that JSON does not have among them', () => {
  const path = join(temporaryFolder(), 'work.json');
  const results = {
    a: [0.1 + 0.2, 1e-300, -0.1 / 3],
    b: [null, 5e-324, 1.7976931348623157e308],
    c: [Number.NaN, Infinity, -Infinity, -0, 0],
    2: [1],
  };
  const first = new Checkpoint<(number | null)[]>(path, work);
  expect(first.results.size).toBe(0);
  for (const [name, result] of Object.entries(results)) first.record(name, result);
  first.save();
  expect(Object.fromEntries(new Checkpoint(path, work).results)).toEqual(results);
});

test('the first result is written at once; what comes soon after waits for save()', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'work.json');
  const checkpoint = new Checkpoint<number>(path, work);
  checkpoint.record('a', 1);
  expect([...new Checkpoint(path, work).results]).toEqual([['a', 1]]);
  for (let i = 0; i < 50; i++) checkpoint.record(`b${i}`, i);
  checkpoint.save();
  expect(new Checkpoint(path, work).results.size).toBe(51);
  expect(readdirSync(folder)).toEqual(['work.json']);
});

test('nothing new writes nothing, and without a path nothing is ever written', () => {
  const path = join(temporaryFolder(), 'work.json');
  new Checkpoint(path, work).save();
  expect(existsSync(path)).toBe(false);
  const inMemory = new Checkpoint<number>(undefined, work);
  inMemory.record('a', 1);
  inMemory.save();
  expect(inMemory.results.get('a')).toBe(1);
});

/** A checkpoint with three results. */
function written(): string {
  const path = join(temporaryFolder(), 'work.json');
  const checkpoint = new Checkpoint<object>(path, work);
  for (const name of ['2/0', '3/0', '2/1']) checkpoint.record(name, { value: 0.25, standardError: null });
  checkpoint.save();
  return path;
}

test('a checkpoint of other work is refused, and left as it is', () => {
  const path = written();
  const before = readFileSync(path, 'utf8');
  expect(() => new Checkpoint(path, { ...work, rounds: 6 })).toThrow(
    `checkpoint '${path}' is of work with rounds 5, not 6: delete it or name another`,
  );
  expect(() => new Checkpoint(path, { ...work, points: 10 })).toThrow('is of work with points undefined, not 10');
  expect(readFileSync(path, 'utf8')).toBe(before);
});

describe('a checkpoint of another', () => {
  test.each(['reverse-bottleneck', 'Node', 'platform'])('%s is refused', (name) => {
    const path = written();
    let here = '';
    rewriteCheckpoint(path, ({ made }) => {
      here = made[name];
      made[name] = 'another';
    });
    expect(() => new Checkpoint(path, work)).toThrow(
      `checkpoint '${path}' is made with ${name} "another", not "${here}": delete it or name another`,
    );
  });

  test('format is refused, such as that of the version before', () => {
    const path = written();
    rewriteCheckpoint(path, (contents) => {
      contents.format = 1;
    });
    expect(() => new Checkpoint(path, work)).toThrow('is written in a file of format 1, not 2');
    writeFileSync(path, JSON.stringify({ work, results: {} }));
    expect(() => new Checkpoint(path, work)).toThrow('is written in a file of format undefined, not 2');
  });

  test('spelling of the same data is not', () => {
    const path = written();
    rewriteCheckpoint(path, () => undefined);
    expect(new Checkpoint(path, work).results.size).toBe(3);
    writeFileSync(path, JSON.stringify(JSON.parse(readFileSync(path, 'utf8')), null, 2));
    expect(new Checkpoint(path, work).results.size).toBe(3);
  });
});

test('a checkpoint of which a character has been altered is refused', () => {
  const path = written();
  const text = readFileSync(path, 'utf8');
  for (let at = 0; at < text.length; at += 3) {
    const character = text[at] === '1' ? '2' : '1';
    writeFileSync(path, text.slice(0, at) + character + text.slice(at + 1));
    expect(() => new Checkpoint(path, work), `character ${at}`).toThrow(`'${path}' `);
  }
  const altered = `checkpoint '${path}' has been altered since it was written, its checksum is wrong: delete it`;
  for (const [before, after] of [
    ['"2/1":{"value":0.25', '"2/1":{"value":0.125'],
    ['"2/1"', '"3/1"'],
    [',"2/1":{"value":0.25,"standardError":null}', ''],
  ]) {
    expect(text).toContain(before);
    writeFileSync(path, text.replace(before, after));
    expect(() => new Checkpoint(path, work)).toThrow(altered);
  }
});

test.each(['', '{"work":', '[]', '{"work":1,"results":{}}', 'a letter', 'null', '7'])('%j is no checkpoint', (text) => {
  const path = join(temporaryFolder(), 'work.json');
  writeFileSync(path, text);
  expect(() => new Checkpoint(path, work)).toThrow(
    `'${path}' is no checkpoint; it starts with ${JSON.stringify(text)}`,
  );
});

test('neither is a folder, nor a path that is no text', () => {
  const path = join(temporaryFolder(), 'folder');
  mkdirSync(path);
  expect(() => new Checkpoint(path, work)).toThrow(`checkpoint '${path}' cannot be read: EISDIR`);
  for (const bad of ['', 5, null])
    expect(() => new Checkpoint(bad as never, work)).toThrow('checkpoint must be a text');
});

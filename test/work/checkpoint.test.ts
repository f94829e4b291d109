import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Checkpoint } from '../../src/work/checkpoint.js';
import { temporaryFolder } from '../scripts/temporary-project.js';

const work = { values: [2, 3], rounds: 5, seed: 'a' };

test('a checkpoint finds the results again, to the last bit', () => {
  const path = join(temporaryFolder(), 'work.json');
  const results = { a: [0.1 + 0.2, 1e-300, -0.1 / 3], b: [null, 5e-324, 1.7976931348623157e308] };
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

test('a checkpoint of other work is refused, and left as it is', () => {
  const path = join(temporaryFolder(), 'work.json');
  new Checkpoint<number>(path, work).record('a', 1);
  const before = readFileSync(path, 'utf8');
  expect(() => new Checkpoint(path, { ...work, rounds: 6 })).toThrow(
    `checkpoint '${path}' is of work with rounds 5, not 6: delete it or name another`,
  );
  expect(() => new Checkpoint(path, { ...work, points: 10 })).toThrow('is of work with points undefined, not 10');
  expect(readFileSync(path, 'utf8')).toBe(before);
});

test.each(['', '{"work":', '[]', '{"work":1,"results":{}}', 'a letter'])('%j is no checkpoint', (text) => {
  const path = join(temporaryFolder(), 'work.json');
  writeFileSync(path, text);
  expect(() => new Checkpoint(path, work)).toThrow(
    `'${path}' is no checkpoint; it starts with ${JSON.stringify(text)}`,
  );
});

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

/** From the ground up: a room imports from itself and from those before it. Nothing imports `wasm`, which is AssemblyScript. */
const ROOMS = [
  'wasm',
  'files',
  'numeric',
  'random',
  'information',
  'inequality',
  'mixture',
  'density',
  'neighbours',
  'estimators',
  'learning',
  'synthesis',
  'paper',
  'notebook',
];

const root = resolve('src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const imports = new Map(files.map((file) => [file, importsOf(file)]));

function importsOf(file: string): string[] {
  const source = readFileSync(join(root, file), 'utf8');
  return [...source.matchAll(/^(?:import|export|\} from)\b[^;]*?from '(\.[^']+)\.js'/gm)].map(([, path]) =>
    relative(root, resolve(root, dirname(file), `${path}.ts`)),
  );
}

const roomOf = (file: string) => file.split('/')[0];

test('every folder of src is one of the rooms', () => {
  expect([...new Set(files.filter((file) => file.includes('/')).map(roomOf))].sort()).toEqual([...ROOMS].sort());
});

test('rooms import downwards only', () => {
  const upwards = [...imports].flatMap(([file, targets]) =>
    file === 'index.ts'
      ? []
      : targets.filter((target) => ROOMS.indexOf(roomOf(target)) > ROOMS.indexOf(roomOf(file))).map((t) => [file, t]),
  );
  expect(upwards).toEqual([]);
});

test('no file imports itself by way of others', () => {
  const done = new Set<string>();
  const circles: string[][] = [];
  const follow = (file: string, path: readonly string[]) => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file]);
    if (path.includes(file) || done.has(file)) return;
    for (const target of imports.get(file) ?? []) follow(target, [...path, file]);
    done.add(file);
  };
  for (const file of files) follow(file, []);
  expect(circles).toEqual([]);
});

test('what is imported is there', () => {
  const missing = [...imports].flatMap(([file, targets]) =>
    targets.filter((t) => !imports.has(t)).map((t) => [file, t]),
  );
  expect(missing).toEqual([]);
});

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/** From the ground up: a room imports from itself and from those before it. Nothing imports `wasm`, which is AssemblyScript. */
const ROOMS = [
  'wasm',
  'numeric',
  'random',
  'work',
  'information',
  'inequality',
  'mixture',
  'density',
  'neighbours',
  'estimators',
  'learning',
  'synthesis',
  // The package ends here: what follows is the companion.
  'paper',
  'plot',
  'notebook',
];
const COMPANION = ROOMS.slice(ROOMS.indexOf('paper'));

const root = resolve('src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const sources = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
const imports = new Map(files.map((file) => [file, importsOf(file)]));

function importsOf(file: string): string[] {
  return [...sources.get(file)!.matchAll(/^(?:import|export|\} from)\b[^;]*?from '(\.[^']+)\.js'/gm)].map(([, path]) =>
    relative(root, resolve(root, dirname(file), `${path}.ts`)),
  );
}

/** Packages that a file imports or loads later, by name. */
function packagesOf(file: string): string[] {
  const names = [...sources.get(file)!.matchAll(/(?:from |import\(|require\(|resolve\()'([^'.][^']*)'/g)];
  return names.map(([, name]) => name).filter((name) => !name.startsWith('node:'));
}

const roomOf = (file: string) => (file.includes('/') ? file.split('/')[0] : '');

/** All that a file imports, and what that imports. */
function reachedFrom(file: string, reached = new Set<string>()): Set<string> {
  if (!reached.has(file)) {
    reached.add(file);
    for (const target of imports.get(file)!) reachedFrom(target, reached);
  }
  return reached;
}

test('every folder of src is one of the rooms', () => {
  expect([...new Set(files.map(roomOf))].filter(Boolean).sort()).toEqual([...ROOMS].sort());
});

test('rooms import downwards only', () => {
  const upwards = [...imports].flatMap(([file, targets]) =>
    roomOf(file) === ''
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

describe('the door of the package', () => {
  const reached = [...reachedFrom('index.ts')];

  test('leads to every room below the companion, and to none of the companion', () => {
    const rooms = new Set(reached.map(roomOf).filter(Boolean));
    expect([...rooms].sort()).toEqual(ROOMS.filter((room) => room !== 'wasm' && !COMPANION.includes(room)).sort());
  });

  test('needs these packages and no other', () => {
    const packages = new Set(reached.flatMap(packagesOf));
    expect([...packages].sort()).toEqual(['fraction.js', 'highs', 'ml-matrix', 'seedrandom']);
  });
});

test('nothing imports a door', () => {
  const doors = ['index.ts', 'types.ts', 'paper/index.ts', 'notebook/index.ts'];
  const importers = [...imports].flatMap(([file, targets]) =>
    targets.filter((target) => doors.includes(target)).map((target) => [file, target]),
  );
  expect(importers).toEqual([['index.ts', 'types.ts']]);
});

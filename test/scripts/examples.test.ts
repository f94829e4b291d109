import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { publicEntries } from '../../scripts/site/public-entries.js';
import { ts } from '../../scripts/site/typescript.js';
import * as reverseBottleneck from '../../src/index.js';
import * as forNotebooks from '../../src/notebook/index.js';
import { projectRoot } from '../../src/notebook/project.js';
import * as ofPaper from '../../src/paper/index.js';
import { insideCell } from '../notebook/cell.js';
import { temporaryFolder, temporaryProject } from './temporary-project.js';

// Every example in a docstring, and every TypeScript block of the README and of the guides, is compiled against the
// built package and run against the sources, in a stand-in for a cell of a notebook. Examples in docstrings may use
// all exports without an import.

interface Example {
  readonly title: string;
  readonly code: string;
}

const entries = publicEntries(projectRoot());

const doors: Readonly<Record<string, object>> = {
  'reverse-bottleneck': reverseBottleneck,
  'reverse-bottleneck/paper': ofPaper,
  'reverse-bottleneck/notebook': forNotebooks,
};

const inDocstrings: Example[] = entries.flatMap((entry) =>
  [entry, ...entry.members].flatMap(({ name, docstring }) =>
    docstring.examples.map((code, i) => ({ title: `${name}, example ${i + 1}`, code: withImports(code) })),
  ),
);

const inGuides: Example[] = ['README.md', 'CONTRIBUTING.md', 'environment.md'].flatMap((file) => {
  const text = readFileSync(join(projectRoot(), file), 'utf8');
  return typeScriptBlocks(text).map((code, i) => ({ title: `${file}, block ${i + 1}`, code }));
});

const examples = [...inDocstrings, ...inGuides];

/** Exports are imported where their names occur, even in strings. */
function withImports(code: string): string {
  const imports = Object.keys(doors).map((door) => {
    const used = entries.filter((entry) => entry.door === door && entry.kind !== 'type');
    const names = used.map(({ name }) => name).filter((name) => new RegExp(`\\b${name}\\b`).test(code));
    return names.length > 0 ? `import { ${names.join(', ')} } from '${door}';\n` : '';
  });
  return `${imports.join('')}${code}\n`;
}

function typeScriptBlocks(markdown: string): string[] {
  return [...markdown.matchAll(/^```(?:ts|typescript)\n(.*?)^```$/gms)].map(([, code]) => code);
}

/** What the compiler says of modules, which import the built package. */
function typeErrors(modules: readonly Example[]): string {
  const folder = temporaryProject({});
  const files = modules.map(({ title }) => `${title.replace(/\W+/g, '-')}.mts`);
  modules.forEach(({ code }, i) => {
    writeFileSync(join(folder, files[i]), code);
  });
  const options = ['--noEmit', '--strict', '--skipLibCheck', '--target', 'es2022', '--module', 'nodenext'];
  const compiler = join(projectRoot(), 'node_modules', 'typescript', 'bin', 'tsc');
  const { stdout, stderr } = spawnSync(process.execPath, [compiler, ...options, ...files], {
    cwd: folder,
    encoding: 'utf8',
  });
  return stdout + stderr;
}

/** Runs a module that imports nothing but this package. */
async function run(code: string): Promise<void> {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
  });
  const require = (name: string) => {
    if (name in doors) return doors[name];
    throw new Error(`an example imports '${name}'`);
  };
  const AsyncFunction = (async () => {}).constructor as new (
    ...source: string[]
  ) => (...args: unknown[]) => Promise<void>;
  await new AsyncFunction('require', 'exports', outputText)(require, {});
}

insideCell();
beforeEach(() => {
  vi.stubEnv('REVERSE_BOTTLENECK_ANNOTATIONS', temporaryFolder());
  vi.stubEnv('JPY_SESSION_NAME', '01-example.ipynb');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

test('there are examples in docstrings and in the README', () => {
  expect(inDocstrings.length).toBeGreaterThan(10);
  expect(inGuides.map(({ title }) => title)).toContain('README.md, block 1');
});

test('all examples compile', () => {
  expect(typeErrors(examples)).toBe('');
});

test.each(examples)('$title runs', async ({ code }) => {
  await run(code);
});

describe('a wrong example', () => {
  test('does not compile', () => {
    const code = withImports("const verdict: string = await prove('I(X;Y) >= 0');");
    expect(typeErrors([{ title: 'wrong', code }])).toMatch(/^wrong\.mts.*'Verdict' is not assignable to type 'string'/);
  });

  test('does not run', async () => {
    await expect(run(withImports("await prove('I(X;Y');"))).rejects.toThrow(reverseBottleneck.ParseError);
  });
});

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { publicEntries } from '../../../scripts/site/public-entries.js';
import { referencePage } from '../../../scripts/site/reference-page.js';
import { elements, openPage } from '../../plot/jsdom.js';
import { temporaryFolder } from '../temporary-project.js';

// A small project with everything that a declaration may have.

const FILES = {
  'index.ts': `export { halve, SIZES } from './numeric/halve.js';\nexport type * from './types.js';\n`,
  'types.ts': `export type { Options } from './numeric/halve.js';\n`,
  'paper/index.ts': `export { Learner } from './learner.js';\n`,
  'notebook/index.ts': '',
  'numeric/halve.ts': `import type { Unit } from './unit.js';
export interface Options {
  /** In ${'`'}nats${'`'}, not bits. */
  readonly unit?: Unit;
}
/** Sizes that there are. */
export const SIZES: readonly number[] = [1, 2];
/**
 * Half of $x$, which is <= x; see {@link SIZES} and ${'`'}Learner.learn${'`'}.
 *
 * @param x any number
 * @returns x/2
 * @throws RangeError if x < 0
 * @throws TypeError if x is none
 * @example halve(2); // 1
 */
export function halve(x: number, options?: Options): number;
export function halve(x: bigint): bigint;
export function halve(x: unknown): unknown {
  return x;
}
`,
  'numeric/unit.ts': `export type Unit = 'nats' | 'bits';\n`,
  'paper/learner.ts': `class Hidden {}
/** Learns. */
export class Learner extends Hidden {
  readonly #secret: Secret = 1;
  private other = 2;
  /** What it knows. */
  readonly known = 3;
  /** Learns more. */
  async learn(
    from: number,
  ): Promise<void> {
    this.other = from;
  }
}
type Secret = number;
`,
};

function project(files: Readonly<Record<string, string>> = FILES): string {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, 'src', path, '..'), { recursive: true });
    writeFileSync(join(folder, 'src', path), text);
  }
  return folder;
}

describe('the entries', () => {
  test('are the exports in order, and the types that these use', () => {
    const found = publicEntries(project()).map(({ name, kind, door, room }) => [name, kind, door, room]);
    expect(found).toEqual([
      ['halve', 'function', 'reverse-bottleneck', 'numeric'],
      ['SIZES', 'constant', 'reverse-bottleneck', 'numeric'],
      ['Options', 'type', 'reverse-bottleneck', 'numeric'],
      ['Learner', 'class', 'reverse-bottleneck/paper', 'paper'],
      ['Unit', 'type', null, 'numeric'],
    ]);
  });

  test('have signatures without bodies, values of declared types, and what is private', () => {
    const [halve, sizes, , learner] = publicEntries(project());
    expect(halve.signature).toBe(
      'function halve(x: number, options?: Options): number\nfunction halve(x: bigint): bigint',
    );
    expect(sizes.signature).toBe('const SIZES: readonly number[]');
    expect(learner.signature).toBe('class Learner extends Hidden');
    expect(learner.members.map(({ name, signature }) => [name, signature])).toEqual([
      ['Learner.known', 'readonly known = 3'],
      ['Learner.learn', 'learn(\n  from: number,\n): Promise<void>'],
    ]);
  });

  test('say where they are declared', () => {
    expect(publicEntries(project())[0]).toMatchObject({ file: 'src/numeric/halve.ts', line: 17 });
  });

  test('have their docstrings, tag by tag', () => {
    expect(publicEntries(project())[0].docstring).toEqual({
      text: 'Half of $x$, which is <= x; see {@link SIZES} and `Learner.learn`.',
      params: [{ name: 'x', text: 'any number' }],
      returns: ['x/2'],
      throws: ['RangeError if x < 0', 'TypeError if x is none'],
      examples: ['halve(2); // 1'],
    });
  });

  test('have a name each', () => {
    const other =
      'export type Unit = number;\n/** A length. */\nexport function length(unit: Unit): Unit {\n  return unit;\n}\n';
    const index = `${FILES['index.ts']}export { length } from './other/length.js';\n`;
    expect(() => publicEntries(project({ ...FILES, 'index.ts': index, 'other/length.ts': other }))).toThrow(
      /^two types have the name Unit: in .*numeric\/unit\.ts and .*other\/length\.ts$/,
    );
  });

  test('cannot be found for a name that is not declared, or with a tag that is not known', () => {
    expect(() => publicEntries(project({ ...FILES, 'index.ts': `export { a } from './index.js';` }))).toThrow(
      /index\.ts has no declaration of a$/,
    );
    const tagged = {
      ...FILES,
      'index.ts': `export { a } from './a/a.js';`,
      'a/a.ts': '/** @retruns 1 */\nexport const a = 1;',
    };
    expect(() => publicEntries(project(tagged))).toThrow(/a\.ts has the tag @retruns$/);
  });
});

describe('the page', () => {
  const page = () => {
    const content = referencePage(publicEntries(project()));
    return { ...content, body: openPage(content.main).document.body };
  };
  const linksIn = (selector: string) =>
    elements(page().body, `${selector} a`).map((link) => [link.textContent, link.getAttribute('href')]);

  test('has a heading for each room and an entry for each name', () => {
    const { body, headings } = page();
    expect(headings?.map(({ id }) => id)).toEqual(['room-numeric', 'room-paper']);
    expect(elements(body, '.room > h2').map((heading) => heading.textContent)).toEqual(['numeric', 'paper']);
    expect(elements(body, 'article').map((entry) => [entry.getAttribute('id'), entry.dataset.kind])).toEqual([
      ['reference-halve', 'function'],
      ['reference-SIZES', 'constant'],
      ['reference-Options', 'type'],
      ['reference-Unit', 'type'],
      ['reference-Learner', 'class'],
    ]);
    expect(body.querySelector('#reference-Unit small')?.textContent).toBe('type, not exported');
  });

  test('lists what a docstring says of parameters, result, errors and use', () => {
    const { body } = page();
    const rows = elements(body, '#reference-halve dl > *').map(({ textContent }) => textContent.trim());
    const errors = ['Throws', 'RangeError if x < 0', 'Throws', 'TypeError if x is none'];
    expect(rows).toEqual(['x', 'any number', 'Returns', 'x/2', ...errors, 'Example', 'halve(2); // 1']);
    expect(body.querySelector('#reference-halve p .katex')).not.toBeNull();
  });

  test('links names in docstrings and types in signatures to their entries, but not in comments', () => {
    expect(linksIn('#reference-halve > p')).toEqual([
      ['SIZES', '#reference-SIZES'],
      ['Learner.learn', '#reference-Learner.learn'],
      ['src/numeric/halve.ts', '../src/numeric/halve.ts'],
    ]);
    expect(linksIn('#reference-halve .signature')).toEqual([['Options', '#reference-Options']]);
    expect(linksIn('#reference-Options .signature')).toEqual([['Unit', '#reference-Unit']]);
  });
});

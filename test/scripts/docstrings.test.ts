import { describe, expect, test } from 'vitest';
import { type Declared, publicEntries } from '../../scripts/site/public-entries.js';
import { projectRoot } from '../../src/notebook/project.js';

// What the reference is made of: the docstrings of all that the three doors export.

const entries = publicEntries(projectRoot());
const exported = entries.filter(({ door }) => door !== null);
const declared: Declared[] = exported.flatMap((entry) => [entry, ...entry.members]);
const names = new Set(entries.flatMap(({ name, members }) => [name, ...members.map(({ name }) => name)]));

test('the exports are there', () => {
  const kinds = exported.map(({ kind }) => kind);
  for (const kind of ['function', 'class', 'type', 'constant'] as const) expect(kinds).toContain(kind);
  expect(new Set(exported.map(({ name }) => name)).size).toBe(exported.length);
});

describe('every docstring', () => {
  // Of options each one is described where it is declared.
  test('is there: for every export but options, and for every member of a class', () => {
    const silent = declared.filter(({ name, docstring }) => docstring.text === '' && !name.endsWith('Options'));
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  test('describes, one by one, parameters that there are', () => {
    const wrong = declared.flatMap(({ name, signature, docstring }) =>
      docstring.params
        .filter((param) => param.text === '' || !new RegExp(`\\b${param.name}\\b`).test(signature))
        .map((param) => `${name}: ${param.name}`),
    );
    expect(wrong).toEqual([]);
  });

  test('links to entries of the reference', () => {
    const broken = declared.flatMap(({ name, docstring: { text, params, returns, throws } }) =>
      [text, ...params.map((param) => param.text), ...returns, ...throws]
        .flatMap((part) => [...part.matchAll(/\{@link ([^}]+)\}/g)])
        .filter(([, target]) => !names.has(target))
        .map(([link]) => `${name}: ${link}`),
    );
    expect(broken).toEqual([]);
  });

  test('says in tags what it throws, one kind of error each', () => {
    const prose = declared.filter(({ docstring: { text, throws } }) => {
      return /\bthrows?\b/i.test(text) || throws.some((reason) => /; (Range|Type|Parse)?Error /.test(reason));
    });
    expect(prose.map(({ name }) => name)).toEqual([]);
  });

  test('has no empty tag', () => {
    const empty = declared.filter(({ docstring: { returns, throws, examples } }) =>
      [...returns, ...throws, ...examples].includes(''),
    );
    expect(empty.map(({ name }) => name)).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { displayedLines, restated } from '../../src/paper/displayed-lines.js';

const lines = [
  { relation: '=', latex: 'b', terms: 'H(B)', statement: 'B.' },
  { relation: '<=', latex: 'c', terms: 'H(C)', statement: 'C.', from: ['eq-1'] },
] as const;

describe('a display', () => {
  test('of one line is one entry, with the number of the display', () => {
    const entries = displayedLines({
      number: '7',
      notebook: 'bounds',
      first: { latex: 'a', terms: 'H(A)' },
      steps: lines.slice(1),
    });
    expect(entries).toEqual([
      {
        id: 'eq-7',
        kind: 'equation',
        role: 'statement',
        latex: 'a \\le c \\tag{7}',
        statement: 'C.',
        facts: [],
        notebook: { file: '08-generalization-bounds.ipynb', anchor: 'eq-7' },
        claimed: { claim: 'H(A) <= H(C)', from: ['eq-1'] },
      },
    ]);
  });

  test('of several lines is one for what its ends say and one for each relation sign', () => {
    const entries = displayedLines({
      number: '8',
      notebook: 'bounds',
      first: { latex: 'a', terms: 'H(A)' },
      ends: { statement: 'A to C.', corrections: ['H(E)'] },
      steps: lines,
    });
    expect(entries.map(({ id, latex, claimed }) => [id, latex, claimed?.claim])).toEqual([
      ['eq-8', '\\begin{aligned} a &= b \\\\ &\\le c \\end{aligned} \\tag{8}', 'H(A) <= H(C)'],
      ['eq-8.1', 'a = b \\tag{8.1}', 'H(A) = H(B)'],
      ['eq-8.2', 'b \\le c \\tag{8.2}', 'H(B) <= H(C)'],
    ]);
    expect(entries[0].claimed?.corrections).toEqual(['H(E)']);
  });

  test('may have another left side on a line, and a sign of its own', () => {
    const [, second] = displayedLines({
      number: '9',
      notebook: 'bounds',
      first: { latex: 'a', terms: 'H(A)' },
      steps: [lines[0], { ...lines[1], left: { latex: 'x', terms: 'H(X)' }, sign: '\\lesssim' }],
    });
    expect([second.latex, second.claimed?.claim]).toEqual(['x \\lesssim c \\tag{9.2}', 'H(X) <= H(C)']);
  });

  test('needs a check, or both sides in the language of claims', () => {
    const step = { relation: '<=', latex: 'c', statement: 'C.' } as const;
    expect(() => displayedLines({ number: '3', notebook: 'bounds', first: { latex: 'a' }, steps: [step] })).toThrow(
      'eq-3 must have a check, or both sides in the language of claims',
    );
  });

  test('can be stated again, as a lemma, with the same claim', () => {
    const [entry] = displayedLines({
      number: '7',
      notebook: 'bounds',
      first: { latex: 'a', terms: 'H(A)' },
      steps: lines.slice(1),
    });
    const lemma = restated(entry, {
      id: 'lemma-7',
      kind: 'lemma',
      notebook: 'remarks',
      latex: 'a \\le c',
      statement: 'L.',
    });
    expect(lemma).toMatchObject({
      id: 'lemma-7',
      kind: 'lemma',
      notebook: { anchor: 'lemma-7' },
      claimed: entry.claimed,
    });
  });
});

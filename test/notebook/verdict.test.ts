import { describe, expect, test } from 'vitest';
import { prove } from '../../src/inequality/prove.js';
import { showVerdict } from '../../src/notebook/verdict.js';
import { insideCell } from './cell.js';

describe('a verdict under a cell', () => {
  const shown = insideCell();
  const show = async (claim: string, given: readonly string[] = []) => {
    showVerdict(await prove(claim, { given }));
    const { data } = shown[0];
    return { markdown: data['text/markdown'], plain: data['text/plain'] };
  };

  test('is the proof with its reasons', async () => {
    const { markdown, plain } = await show('I(X;Z) <= I(X;Y)', ['X -> Y -> Z']);
    expect(markdown).toMatch(/^\*\*✓ Proved\.\*\*/);
    expect(markdown).toContain('- $I(X; Z \\mid Y) = 0$ by $X \\to Y \\to Z$');
    expect(markdown).toContain('*For densities:* holds as well: ');
    expect(plain).toContain('= I(X; Y|Z) - I(X; Z|Y)');
  });

  test('is the counterexample with its exact numbers', async () => {
    const { markdown, plain } = await show('I(X;Y) <= I(X;Z)', ['X -> Y -> Z']);
    expect(markdown).toContain('fails by 1 bit on this system');
    expect(markdown).toContain('| X | a |');
    expect(markdown).toContain('- given `X -> Y -> Z`: `I(X; Z|Y) = 0`');
    expect(markdown).toContain('- claimed `I(X; Y) <= I(X; Z)`: `1 <= 0`, which fails');
    expect(plain).toContain('1 <= 0, false');
  });

  test('is what is known, where there is neither', async () => {
    const { markdown } = await show('I(A;B) <= 2 I(A;B|C) + I(A;B|D) + I(C;D) + I(B;C|A) + I(A;C|B)');
    expect(markdown).toMatch(/^\*\*\? Undecided\.\*\*/);
    expect(markdown).toContain('refutes nothing');
  });
});

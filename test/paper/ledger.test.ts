import { describe, expect, test } from 'vitest';
import { constraints, linearForm } from '../../src/information/linear-form.js';
import { parseStatement } from '../../src/information/parse.js';
import { ledger, type PaperItem } from '../../src/paper/ledger.js';
import type { PaperVerdict } from '../../src/paper/verdict.js';

/** The relation signs of each numbered display, counted in the paper. */
const RELATION_SIGNS: Readonly<Record<number, number>> = {
  ...Object.fromEntries(Array.from({ length: 35 }, (_, i) => [i + 1, 1])),
  ...{ 12: 4, 13: 4, 14: 3, 17: 2, 18: 2, 19: 3, 20: 3, 21: 3, 23: 6, 25: 4, 26: 4, 27: 3 },
  ...{ 30: 3, 31: 3, 32: 3, 33: 3, 34: 3 },
};

const OTHERS = [
  ...['def-4.1', 'def-4.2', 'def-4.3', 'def-4.9', 'def-a.1', 'def-a.2', 'def-a.3', 'def-a.4', 'def-a.5'],
  ...['lemma-3.1', 'lemma-4.4', 'lemma-4.5', 'lemma-4.6', 'lemma-4.8', 'lemma-e.1', 'lemma-e.2'],
  ...['theorem-4.7', 'theorem-4.10'],
  ...['chain-3.2', 'chain-4.1.1', 'chain-4.1.2', 'chain-appendix-e', 'chain-appendix-f'],
  ...['prompt', 'distribution', 'density', 'model', 'convolution'].map((name) => `appendix-c-${name}`),
  ...[1, 2, 3, 4].map((n) => `remark-4.6.${n}`),
  ...['remark-4.8.1', 'remark-4.9.1', 'remark-4.9.2', 'remark-e.1'],
  ...[1, 2, 3, 4, 5, 6].map((n) => `remark-4.10.${n}`),
  ...['kl-gap', 'j', 'k', 'l'].map((name) => `claim-4.4-${name}`),
  ...[1, 2, 3, 4, 5].map((n) => `figure-${n}`),
];

const item = (id: string): PaperItem => {
  const found = ledger.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`there is no item ${id}`);
  return found;
};

describe('the ledger', () => {
  test('has every relation sign of every display, every statement and every figure, once', () => {
    const equations = Object.entries(RELATION_SIGNS).flatMap(([number, signs]) => {
      if (signs === 1) return [`eq-${number}`];
      const lines = Array.from({ length: signs }, (_, i) => `eq-${number}.${i + 1}`);
      // (18) is two statements side by side, and not a chain that has ends.
      return number === '18' ? lines : [`eq-${number}`, ...lines];
    });
    expect(ledger.map(({ id }) => id).toSorted()).toEqual([...equations, ...OTHERS].toSorted());
  });

  test('has one relation sign in the LaTeX of each line, and as many in that of a display as it has lines', () => {
    for (const { id, latex } of ledger.filter(({ kind }) => kind === 'equation')) {
      const signs = latex.match(/=|\\le(?![a-z])|\\ge(?![a-z])|\\lesssim/g) ?? [];
      const number = /^eq-(\d+)/.exec(id)![1];
      const isDisplay = id === `eq-${number}` && RELATION_SIGNS[Number(number)] > 1;
      expect([id, signs.length]).toEqual([id, isDisplay ? RELATION_SIGNS[Number(number)] : 1]);
      expect(latex).toContain(`\\tag{${id.slice(3)}}`);
    }
  });

  test('has LaTeX that KaTeX and MathJax typeset: balanced, and of commands that both know', () => {
    const known = new Set(
      'text mathrm mathcal mathbb mathbf left right frac sqrt exp log sum int sup det partial widehat le ge ll lesssim sim to cdot qquad quad mid epsilon delta Delta lambda alpha sigma eta phi pi ell begin end tag in'.split(
        ' ',
      ),
    );
    for (const { id, latex } of ledger) {
      const commands = latex.match(/\\[A-Za-z]+/g) ?? [];
      expect([id, commands.filter((command) => !known.has(command.slice(1)))]).toEqual([id, []]);
      const count = (pattern: RegExp) => (latex.match(pattern) ?? []).length;
      expect([id, count(/(?<!\\)\{/g)]).toEqual([id, count(/(?<!\\)\}/g)]);
      expect([id, count(/\\left(?![a-z])/g)]).toEqual([id, count(/\\right(?![a-z])/g)]);
      expect([id, count(/\\begin\{aligned\}/g)]).toEqual([id, count(/\\end\{aligned\}/g)]);
      expect(latex).not.toContain('undefined');
    }
  });

  test('says of every item what it says, where it is stepped through, and why its verdict is what it is', () => {
    for (const { id, statement, notebook, reason, reading, kind } of ledger) {
      expect(statement).toMatch(/^\S.+[.:]$/s);
      expect(notebook.file).toMatch(/^(0[1-9]|1[0-9])-[a-z0-9-]+\.ipynb$/);
      expect(notebook.anchor).toMatch(/^[a-z0-9.-]+$/);
      expect([id, reason]).not.toEqual([id, '']);
      expect(reading).not.toBe('none');
      expect(kind).not.toBe('');
    }
  });

  test('has claims and premises that can be read, of which the claim is evaluated with the premises’ letters', () => {
    for (const { claim, given } of ledger) {
      if (claim === undefined) continue;
      const letters = new Set(
        given!.flatMap((text) => constraints(parseStatement(text)).flatMap(({ form }) => form.variables)),
      );
      for (const { form } of constraints(parseStatement(claim))) {
        for (const variable of form.variables) expect(letters).toContain(variable);
      }
    }
  });

  test('writes the two ends of a display, and each line, from the same sides', () => {
    const sides = (id: string) => {
      const statement = parseStatement(item(id).claim!);
      if (statement.kind !== 'comparison') throw new Error(`${id} is no comparison`);
      return statement.sides.map(linearForm);
    };
    for (const [number, last] of [
      ['17', 2],
      ['19', 3],
      ['23', 6],
      ['26', 4],
      ['34', 3],
    ] as const) {
      const [first, end] = sides(`eq-${number}`);
      expect(first.equals(sides(`eq-${number}.1`)[0])).toBe(true);
      expect(end.equals(sides(`eq-${number}.${last}`)[1])).toBe(true);
      for (let line = 2; line <= last; line++) {
        const [before, after] = [sides(`eq-${number}.${line - 1}`)[1], sides(`eq-${number}.${line}`)[0]];
        expect(before.equals(after)).toBe(true);
      }
    }
  });
});

describe('verdicts', () => {
  /** What the verdicts are now, so that one that changes is seen. */
  const VERDICTS: Readonly<Record<PaperVerdict, readonly string[]>> = {
    definition: [
      ...[
        'def-4.1',
        'def-4.2',
        'eq-2',
        'def-4.3',
        'eq-3',
        'def-4.9',
        'eq-9',
        'eq-17.1',
        'figure-1',
        'figure-3',
        'figure-5',
      ],
      ...['def-a.1', 'def-a.2', 'def-a.3', 'def-a.4', 'def-a.5'],
      ...['appendix-c-prompt', 'appendix-c-distribution', 'appendix-c-model'],
    ],
    assumption: ['chain-4.1.1', 'chain-4.1.2', 'lemma-e.1', 'eq-22'],
    'holds-under': [
      ...['lemma-3.1', 'eq-1', 'eq-14', 'eq-14.2', 'lemma-4.4', 'eq-4', 'lemma-4.5', 'eq-5', 'theorem-4.10', 'eq-10'],
      ...['remark-4.6.2', 'remark-4.8.1', 'appendix-c-convolution'],
      ...['eq-15', 'eq-16', 'eq-17', 'eq-17.2', 'eq-21', 'eq-21.2', 'eq-23', 'eq-23.1', 'eq-23.5', 'eq-23.6'],
      ...['eq-26', 'eq-26.1', 'eq-27', 'eq-27.2', 'eq-28', 'eq-29', 'eq-30', 'eq-30.2', 'eq-34', 'eq-34.1', 'eq-35'],
    ],
    fails: [
      ...['lemma-4.6', 'eq-6', 'theorem-4.7', 'eq-7', 'lemma-4.8', 'eq-8', 'remark-e.1'],
      ...['remark-4.6.1', 'remark-4.6.3', 'remark-4.9.1', 'remark-4.9.2'],
      ...['remark-4.10.1', 'remark-4.10.2', 'remark-4.10.5', 'remark-4.10.6'],
      ...['claim-4.4-kl-gap', 'claim-4.4-j', 'claim-4.4-k'],
    ],
    holds: [],
    'not-decided': [],
  };

  test('are as they were, and all others hold', () => {
    const expected = new Map(Object.entries(VERDICTS).flatMap(([verdict, ids]) => ids.map((id) => [id, verdict])));
    for (const { id, verdict } of ledger) expect([id, verdict]).toEqual([id, expected.get(id) ?? 'holds']);
  });

  test('name the weakest premises that save a line', () => {
    const saved = (id: string) => item(id).evidence!.premises.map(({ reading }) => reading);
    expect(saved('eq-15')).toEqual(['S_gen is a function of M(p)']);
    expect(saved('eq-29')).toEqual(['e_p is a function of p']);
    expect(saved('lemma-4.5')).toEqual(['M(p) → e_M → W']);
    expect(saved('eq-23.5')).toEqual(['e_p and e_M are independent', 'h is injective']);
    expect(saved('eq-23.6')).toEqual(['λ = λ*']);
    expect(saved('theorem-4.10')).toEqual(['e_p is a function of p and S_gen is a function of M(p)']);
  });

  test('tell what does not follow from what it is derived from apart from what follows from something false', () => {
    const derived = (id: string) =>
      item(id).evidence!.readings.find(({ reading }) => reading.includes('+ eq-'))?.outcome;
    expect(derived('eq-16')).toBe('fails');
    for (const id of ['eq-17.2', 'eq-23.1', 'eq-26', 'eq-27.2', 'eq-5', 'eq-30.2', 'eq-34.1', 'eq-35', 'eq-10']) {
      expect([id, derived(id)]).toEqual([id, 'holds']);
    }
  });

  test('come with what holds instead: reversed, corrected, with the smallest correction', () => {
    const instead = (id: string) =>
      item(id).evidence!.instead.map((finding) => (finding.kind === 'decided' ? finding.claim : finding.reading));
    expect(instead('eq-16')).toContain('I(S_gen; W) >= I(M; W)');
    expect(instead('eq-16')).toContain('I(S_gen; W) <= I(M; W) + H(S_gen|M)');
    expect(instead('eq-21.2')).toContain('I(M; W) <= I(h; W) + I(g; W) + I(h; g|W)');
    const sharp = item('lemma-4.5').evidence!.instead.filter(({ reason }) => reason.includes('with equality'));
    expect(sharp.length).toBeGreaterThan(0);
  });

  test('stand beside facts that hold, but for those that say that something need not be', () => {
    const failing = ledger.flatMap(({ id, facts }) =>
      facts.filter(({ outcome }) => outcome !== 'holds').map(({ claim, outcome }) => [id, claim, outcome]),
    );
    expect(failing).toEqual([
      ['chain-4.1.2', 'I(e_p; W) = 0', 'fails'],
      ['chain-4.1.2', 'I(M; W) = 0', 'fails'],
      ['chain-4.1.2', 'I(e_p; W|e_M) = 0', 'fails'],
      ['lemma-e.1', 'H(e_p) <= 0', 'fails'],
      ['eq-22', 'H(e_p) <= 0', 'fails'],
    ]);
  });

  test('cost no more than they have to: evidence is computed once', () => {
    const { evidence } = item('eq-21.2');
    expect(item('eq-21.2').evidence).toBe(evidence);
  });
});

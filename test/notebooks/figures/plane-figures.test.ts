import { describe, expect, test } from 'vitest';
import { informationPlaneFigure } from '../../../notebooks/figures/information-plane-figure.js';
import { knobMapsFigure } from '../../../notebooks/figures/knob-maps-figure.js';
import { termCurves } from '../../../notebooks/figures/term-curves.js';
import { LinearCode } from '../../../src/information/linear-code.js';
import { PAPER_TERMS, type Term } from '../../../src/paper/terms.js';
import type { Trace } from '../../../src/plot/figure.js';
import { twoSidesFigure } from '../../../src/plot/figures/two-sides-figure.js';

/** Synthetic data of two bits; the first is that of the anchor data, and the second tells the target if it is known. */
const code = (known: boolean) =>
  new LinearCode({ G: ['a', 'b'], S_anchor: ['a'], S_gen: ['a', known ? 'b' : 'c'], W: ['a'] });
const rounded = ({ x, y }: Trace) => [x, y].map((values) => (values as number[]).map((v) => Number(v.toFixed(9))));

test('an information plane has the frontier on its first plane, and paths in bits', () => {
  const { data } = informationPlaneFigure({
    title: 'Plane',
    systems: [code(false), code(true)],
    along: { letter: 'κ', values: [0, 1] },
    variables: ['S_gen', 'W'],
    planes: ['I(G; ·)', 'H(·|S_anchor)'],
    frontier: (rate) => rate,
    greatestRate: Math.LN2,
  });
  expect(data.map(({ name, yaxis }) => [name, yaxis])).toEqual([
    ['bottleneck curve', 'y'],
    ['S<sub>gen</sub>', 'y'],
    ['W', 'y'],
    ['S<sub>gen</sub>', 'y2'],
    ['W', 'y2'],
  ]);
  expect(rounded(data[0]).map((values) => values.at(-1))).toEqual([1, 1]);
  expect(data.slice(1).map(rounded)).toEqual([
    [
      [1, 1],
      [1, 2],
    ],
    [
      [1, 1],
      [1, 1],
    ],
    [
      [1, 1],
      [1, 1],
    ],
    [
      [1, 1],
      [0, 0],
    ],
  ]);
});

test('two sides of an inequality are in bits, the right one broken', () => {
  const { data } = twoSidesFigure({
    title: 'Sides',
    inequalities: [{ name: '(10)', left: 'I(G; W)', right: 'H(S_gen)' }],
    knobs: [{ label: 'κ', values: [0, 1], systems: [code(false), code(true)] }],
  });
  expect(data.map((trace) => rounded(trace)[1])).toEqual([
    [1, 1],
    [2, 2],
  ]);
  expect(data.map(({ line }) => (line as { dash?: string }).dash)).toEqual([undefined, 'dash']);
});

test('maps have lines of equal value from one step above the least', () => {
  const knob = (label: string) => ({ label, values: [0, 1] });
  const values = [
    [0, 1],
    [1, 2],
  ];
  const maps = [{ name: 'GGMI (bits)', values, step: 0.5, range: [0, 2] as const }];
  const { data } = knobMapsFigure({ title: 'Maps', across: knob('ρ'), up: knob('θ'), maps });
  expect(data[0]).toMatchObject({ z: values, zmin: 0, zmax: 2, contours: { start: 0.5, end: 2, size: 0.5 } });
});

describe('the curves of terms', () => {
  const bounds: Term[][] = [
    ['ΔI', 'B_syn', 'H(e_M)', 'δ_{ε,p}', 'I(S_gen; W)', 'bound (5)'],
    ['ΔI', 'H(S_anchor|W)', "H(S_anchor|W')", 'ΔH', 'H(S_gen|W)', 'ε_{W,p}', 'GGMI', 'bound (10)'],
  ];
  test.each(bounds)('tell the terms of a bound apart: %s, …', (...terms) => {
    const curves = termCurves(...terms);
    expect(curves.map(({ expression }) => expression)).toEqual(terms.map((term) => PAPER_TERMS[term]));
    expect(new Set(curves.map(({ color, dash }) => `${color} ${dash}`)).size).toBe(terms.length);
  });
});

import { describe, expect, test } from 'vitest';
import { type DerivationStep, derivationFigure } from '../../../src/notebook/figures/derivation-figure.js';
import { VERDICT_SIGNS } from '../../../src/notebook/verdict-signs.js';
import { itemOf } from '../../../src/paper/ledger.js';

describe('the structure of a proof', () => {
  const steps: DerivationStep[] = [
    { id: 'eq-19', label: '(19)', at: [0, 1] },
    { id: 'eq-20', label: '(20)', at: [0, 0] },
    { id: 'eq-21', label: '(21)', at: [1, 0.5], from: ['eq-19', 'eq-20'], follows: false },
    { id: 'eq-23', label: '(23)', at: [2, 0.5], from: ['eq-21'] },
  ];
  const { data } = derivationFigure(steps, 'a proof');
  const named = (name: string) => data.find((trace) => trace.name === name)!;

  test('has a line from each source, apart for what does not follow', () => {
    expect(named('follows')).toMatchObject({ x: [1, 2, null], y: [0.5, 0.5, null] });
    expect(named('does not follow')).toMatchObject({ x: [0, 1, null, 0, 1, null], y: [1, 0.5, null, 0, 0.5, null] });
  });

  test('has each step in the colour of its verdict, which the legend names, with the reason to hover', () => {
    const under = VERDICT_SIGNS['holds-under'];
    expect(named('✓ holds').text).toEqual(['(19)', '(20)']);
    expect(named(`${under.sign} ${under.words}`)).toMatchObject({
      text: ['(21)', '(23)'],
      marker: { color: under.colour },
      hovertext: ['eq-21', 'eq-23'].map((id) => itemOf(id).reason),
    });
    expect(data.some(({ name }) => String(name).includes('assumption'))).toBe(false);
  });

  test('has the sign of each line below a display', () => {
    expect(data.at(-1)!.text).toEqual(['✓ ✓ ✓', '✓ ✓ ✓', '✓ ◐ ✓', '◐ ✓ ✓ ✓ ◐ ◐']);
  });

  test('is of steps that are there', () => {
    const from = ['eq-18.1'];
    expect(() => derivationFigure([{ ...steps[0], from }], '')).toThrow(/'eq-18\.1' for 'eq-19'/);
    expect(() => derivationFigure([{ ...steps[0], id: 'eq-99' }], '')).toThrow(/got 'eq-99'/);
  });
});

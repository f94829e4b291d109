import { describe, expect, test } from 'vitest';
import { type Band, layOutFlow } from '../../../notebooks/figures/flow-geometry.js';
import { generationFlow, generationFlowFigure } from '../../../notebooks/figures/generation-flow-figure.js';
import { reverseBottleneckFigure } from '../../../notebooks/figures/reverse-bottleneck-figure.js';
import { evaluate } from '../../../src/information/evaluate.js';
import { informationFlow } from '../../../src/information/information-flow.js';
import { figureSvg } from '../../../src/notebook/show-figure.js';
import { promptedGeneration } from '../../../src/synthesis/process/prompted-generation.js';

const process = (exploration: number) =>
  promptedGeneration({
    anchors: 2,
    symbols: 6,
    details: 2,
    exploration,
    noise: 0.1,
    erasure: 0.2,
    anchorErasure: 0.2,
    learns: 'symbol',
  });
const system = process(0.3);
const flow = generationFlow(system);
const inBits = (expression: string) => evaluate(expression, system) / Math.LN2;

/** Height of a band where it leaves and where it arrives: its outline goes along the top and back. */
function widths({ outline }: Band): [number, number] {
  const n = (outline.length - 1) / 2;
  return [outline[0].y - outline[2 * n - 1].y, outline[n - 1].y - outline[n].y];
}

describe('the picture of a flow', () => {
  const { stages, sources, bands } = layOutFlow(flow, 2);
  const into = (x: number, kind: Band['kind']) =>
    bands.filter((band) => band.kind === kind && Math.abs(Math.max(...band.outline.map((point) => point.x)) - x) < 0.1);

  test('has bars as high as entropies', () => {
    for (const { variable, low, high } of [...stages, ...sources]) {
      expect(high - low, variable).toBeCloseTo(inBits(`H(${variable})`), 10);
    }
  });

  test('has bands as wide as the information in them, all along', () => {
    for (const band of bands.filter(({ kind }) => kind === 'passed')) {
      const [left, right] = widths(band);
      expect(left).toBeCloseTo(right, 10);
    }
    flow.arrows.forEach(({ from, to }, i) => {
      const passed = into(i + 1, 'passed').reduce((sum, band) => sum + widths(band)[0], 0);
      expect(passed).toBeCloseTo(inBits(`I(${from}; ${to})`), 10);
      const entering = into(i + 1, 'entering').reduce((sum, band) => sum + widths(band)[1], 0);
      expect(entering).toBeCloseTo(inBits(`H(${to}|${from})`), 10);
    });
  });

  test('ends what does not go on', () => {
    const lost = bands.filter(({ kind }) => kind === 'lost');
    const total = lost.reduce((sum, band) => sum + widths(band)[0], 0);
    expect(total).toBeCloseTo(inBits('H(p|e_p) + H(e_p|M) + H(M|S_gen) + H(S_gen|W)'), 10);
    for (const band of lost) expect(widths(band)[1]).toBeCloseTo(0, 10);
  });
});

describe('Figure 3', () => {
  const chain = ['S_anchor', 'p', 'M', 'S_gen'];
  const classical = [2, 4].map((beta) => ({ label: `${beta}`, flow: classicalFlow(beta) }));
  const synthetic = informationFlow(system, chain, { M: 'e_M' });
  const figure = reverseBottleneckFigure(classical, synthetic, { initial: 1, slider: 'β' });

  test('has both processes, their parts in order, with what the arrows carry', () => {
    const texts = figure.data.flatMap(({ text }) => (text as string[] | undefined) ?? []);
    const find = (start: string) => texts.findIndex((text) => text.startsWith(start));
    const parts = ['<b>X', '<b>Z', '<b>Y', '<b>S<sub>anchor', '<b>p', '<b>S<sub>gen'].map(find);
    expect(parts).toEqual(parts.toSorted((a, b) => a - b));
    expect(Math.min(...parts)).toBe(0);
    expect(texts).toContain(`→<br>I = ${inBits('I(p; M)').toFixed(2)}`);
    expect(texts).toContain(`ΔI = ${inBits('H(M|p)').toFixed(2)}`);
  });

  test('goes through the classical flows by frames of as many traces', () => {
    expect(figure.frames?.map(({ name }) => name)).toEqual(['2', '4']);
    for (const { data, traces } of figure.frames ?? []) {
      expect(traces).toHaveLength(data.length);
      expect(data.map(({ mode }) => mode)).toEqual(traces?.map((place) => figure.data[place].mode));
    }
    expect(figure.frames?.[1].data).toEqual(figure.frames?.[1].traces?.map((place) => figure.data[place]));
  });

  test('is drawn as a still, which says where its slider stands', async () => {
    const still = await figureSvg(figure, 'Figure 3');
    expect(still).toContain('decoder');
    expect(still).toContain('β = ');
  });
});

describe('the flow of generation', () => {
  const systems = [0.1, 0.3].map((rho) => ({ label: `${rho}`, system: process(rho) }));
  const figure = generationFlowFigure(systems, { title: 'flow', slider: 'ρ', initial: 1 });

  test('names the terms of Lemma 4.5 with their values', () => {
    const texts = figure.data.flatMap(({ text }) => (text as string[] | undefined) ?? []);
    const written = (expression: string) => inBits(expression).toFixed(2);
    expect(texts).toContain(`ΔI = ${written('H(M) - I(e_p; M)')}`);
    expect(texts).toContain(`<b>B<sub>syn</sub> = ${written('I(e_p; W) + I(e_M; W)')}</b>`);
    expect(texts).toContain(`−δ<sub>ε</sub> = ${written('I(S_gen; W) - I(M; W)')}`);
    expect(texts).toContain(`<b>I(M(p); W|e<sub>M</sub>) = ${written('I(M; W|e_M)')}</b>`);
  });

  test('has frames of all traces, and buttons for those of the chains alone', () => {
    expect(figure.frames?.map(({ data }) => data.length)).toEqual([figure.data.length, figure.data.length]);
    expect(figure.frames?.[1].data).toEqual(figure.data);
    const [menu] = figure.layout!.updatemenus as { buttons: { args: [{ visible: boolean[] }, number[]] }[] }[];
    const about = menu.buttons.map(({ args }) => args[1]);
    for (const traces of about) {
      expect(traces.map((trace) => figure.data[trace].mode)).toEqual([
        'lines+markers',
        'text',
        'lines+markers',
        'text',
      ]);
    }
    expect(menu.buttons.map(({ args: [{ visible }] }) => visible.filter(Boolean).length)).toEqual([0, 2, 2, 4]);
  });

  test('of one system has no slider', () => {
    const { frames, layout } = generationFlowFigure(systems.slice(1), { title: 'flow' });
    expect([frames, layout?.sliders]).toEqual([undefined, undefined]);
  });
});

/** Stand-in for a bottleneck: X keeps only whether it is large, with some chance. */
function classicalFlow(beta: number) {
  const blur = 1 / (1 + beta);
  const classical = promptedGeneration({
    anchors: 1,
    symbols: 4,
    details: 2,
    exploration: blur,
    noise: blur,
    erasure: 0,
    anchorErasure: 0,
    learns: 'symbol',
  })
    .map('X', ['M'], (value) => value)
    .map('Z', ['S_gen'], (value) => value)
    .map('Y', ['S_gen'], (value) => value % 2);
  return informationFlow(classical, ['X', 'Z', 'Y']);
}

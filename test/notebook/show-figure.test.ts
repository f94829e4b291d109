import { describe, expect, test } from 'vitest';
import { figureSvg, showFigure } from '../../src/notebook/show-figure.js';
import type { Figure } from '../../src/plot/figure.js';
import { elements, openPage } from '../plot/jsdom.js';
import { cloud, scatter } from '../plot/sample-figures.js';
import { insideCell } from './cell.js';

const shown = insideCell();
const options = { alt: 'Two clouds, "blue" & <orange>', caption: 'Figure 2: a < b' };
const html = () => shown.at(-1)?.data['text/html'] ?? '';
const key = () => /data-figure="([^"]+)"/.exec(html())?.[1] ?? '';

describe('showFigure', () => {
  test('is one output for every kind of viewer', async () => {
    await showFigure(scatter(5), options);
    expect(shown).toHaveLength(1);
    expect(Object.keys(shown[0].data)).toEqual(['text/html', 'image/svg+xml', 'text/plain']);
    expect(shown[0].data['text/plain']).toBe(options.alt);
    expect(shown[0].data['image/svg+xml']).toBe(await figureSvg(scatter(5), options.alt));
  });

  test('shows the still with its text alternative, and the caption, to a page that runs no scripts', async () => {
    await showFigure(scatter(5), options);
    const { document } = openPage(html());
    const [figure] = elements(document.body, 'figure');
    expect(document.body.children).toHaveLength(1);
    expect(Array.from(figure.children, ({ nodeName }) => nodeName)).toEqual(['DIV', 'FIGCAPTION', 'SCRIPT']);
    expect(figure.querySelector('figcaption')?.textContent).toBe(options.caption);
    const image = figure.querySelector('div > img');
    expect(image?.getAttribute('alt')).toBe(options.alt);
    expect([image?.getAttribute('width'), image?.getAttribute('height')]).toEqual(['720', '420']);
    const [, base64] = image?.getAttribute('src')?.split('data:image/svg+xml;base64,') ?? [];
    expect(Buffer.from(base64, 'base64').toString()).toBe(shown[0].data['image/svg+xml']);
  });

  test('cannot be broken out of by what the figure holds', async () => {
    const nasty = '</script><img src=x onerror=alert(1)>\u2028"\'';
    await showFigure({ data: [{ x: [1], y: [1], name: nasty }], layout: { title: { text: nasty } } }, { alt: nasty });
    const { document } = openPage(html());
    expect(elements(document.body, 'script')).toHaveLength(1);
    expect(elements(document.body, 'img').map((image) => image.getAttribute('alt'))).toEqual([nasty]);
    expect(html().match(/<\/script>/g)).toHaveLength(1);
  });

  test('gives equal figures different keys that start with equal digests', async () => {
    const keys: string[] = [];
    for (const points of [5, 5, 6]) {
      await showFigure(scatter(points), options);
      keys.push(key());
    }
    const digests = keys.map((each) => /^figure-\d+-([0-9a-f]{8})$/.exec(each)?.[1]);
    expect(new Set(keys).size).toBe(3);
    expect(digests[0]).toBe(digests[1]);
    expect(digests[0]).not.toBe(digests[2]);
  });

  test('is the same but for its key when called again', async () => {
    await showFigure(scatter(5), options);
    const [first, firstKey] = [html(), key()];
    await showFigure(scatter(5), options);
    expect(html().replaceAll(key(), firstKey)).toBe(first);
  });

  test('takes typed arrays, and leaves gaps where numbers are not finite', async () => {
    await showFigure({ data: [{ x: Float64Array.of(1, 2, 3), y: [0.1 + 0.2, NaN, 1 / 3] }] }, options);
    expect(html()).toContain('"x":[1,2,3],"y":[0.3,null,0.333333333]');
  });

  test('keeps a large still out of image/svg+xml, so that three figures stay under a megabyte', async () => {
    const sizes: number[] = [];
    for (const points of [2200, 1500]) {
      const squares = { type: 'scatter', mode: 'markers', marker: { symbol: 'square' }, ...cloud(points, 0) };
      await showFigure({ data: [squares] }, options);
      sizes.push(JSON.stringify(shown.at(-1)?.data).length);
    }
    expect(shown.map(({ data }) => 'image/svg+xml' in data)).toEqual([false, true]);
    expect(Math.max(...sizes)).toBeLessThan(1_000_000 / 3);
  });

  test('takes the frames of a slider along to the live figure; the still has the slider, but no buttons', async () => {
    const steps = ['first step', 'second step'].map((label) => ({ label, method: 'animate', args: [[label]] }));
    const sliders = [{ steps }];
    const updatemenus = [{ type: 'buttons', buttons: [{ label: 'a button', method: 'restyle', args: [] }] }];
    const frames = [{ name: 'first step', data: [{ y: Float64Array.of(7, 8) }] }];
    await showFigure({ ...scatter(5), layout: { sliders, updatemenus }, frames }, options);
    expect(html()).toContain('"frames":[{"name":"first step","data":[{"y":[7,8]}]}]');
    expect(html()).toContain('"sliders":[{"steps"');
    expect(html()).toContain('a button');
    expect(shown[0].data['image/svg+xml']).toContain('first step');
    expect(shown[0].data['image/svg+xml']).not.toContain('a button');
  });

  test('respects a template of the figure', async () => {
    await showFigure({ data: [], layout: { template: { layout: { paper_bgcolor: 'pink' } } } }, options);
    expect(html()).toContain('pink');
    expect(html()).not.toContain('#111111');
  });

  test.each<[Figure, string]>([
    [{ data: 3 as never }, 'figure.data must be a list, got 3'],
    [{ data: [null as never] }, 'figure.data[0] must be an object with named parts, got null'],
    [{ data: [], layout: { width: -1 } }, 'layout.width must be a positive number of pixels, got -1'],
    [{ data: [], layout: { height: NaN } }, 'layout.height must be a positive number of pixels, got NaN'],
  ])('refuses what is no figure (%#)', async (figure, message) => {
    await expect(showFigure(figure, options)).rejects.toThrow(message);
    expect(shown).toEqual([]);
  });

  test.each(['', '  ', undefined as never])('refuses the text alternative %j', async (alt) => {
    await expect(showFigure(scatter(1), { alt })).rejects.toThrow('alt must say what the figure shows');
  });
});

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Figure } from '../../../src/notebook/figure.js';
import { figureSvg } from '../../../src/notebook/show-figure.js';
import { elements, parseXml } from '../jsdom.js';
import { gallery, scatter } from '../sample-figures.js';

async function draw(figure: Figure, alt = 'what it shows') {
  const svg = await figureSvg(figure, alt);
  const document = parseXml(svg);
  if (!document) throw new Error(`not well-formed: ${svg.slice(0, 300)}`);
  return {
    svg,
    document,
    texts: elements(document, 'text').map(({ textContent }) => textContent.replace(/\u200b/g, '')),
  };
}

describe.each(gallery)('a still of %s', (_, figure, expected) => {
  test('holds its texts', async () => {
    const { texts } = await draw(figure);
    expect(texts).toEqual(expect.arrayContaining([...expected]));
  });

  test('is self-contained and the same every time', async () => {
    const { svg, document } = await draw(figure);
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="720" height="420" viewBox="0 0 720 420"/,
    );
    expect(svg).not.toMatch(/class=|NaN|undefined|https?:(?!\/\/www\.w3\.org\/2000\/svg)/);
    const ids = elements(document, '[id]').map((node) => node.getAttribute('id'));
    const used = [...svg.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id);
    expect(new Set(ids)).toEqual(new Set(used));
    expect((await draw(figure)).svg).toBe(svg);
  });
});

describe('a still', () => {
  test('says what it shows, escaped', async () => {
    const { document } = await draw(scatter(3), 'x < y & "more"');
    expect(document.querySelector('svg > title')?.textContent).toBe('x < y & "more"');
  });

  test('has one circle a point, and two more in the legend', async () => {
    const { document } = await draw(scatter(50));
    expect(elements(document, 'circle')).toHaveLength(50 + 50 + 2);
  });

  test('of a thousand points is small', async () => {
    const { svg } = await draw(scatter(500));
    expect(svg.length).toBeLessThan(60_000);
  });

  test('writes subscripts smaller, below the line', async () => {
    const { document } = await draw(scatter(3));
    const [sub] = elements(document, 'tspan[dy="0.3em"]');
    expect([sub.textContent, sub.getAttribute('font-size')]).toEqual(['1', '70%']);
  });

  test('stands on an opaque card of the size asked for', async () => {
    const { document } = await draw({ data: [], layout: { width: 300, height: 200 } });
    const card = document.querySelector('svg > rect');
    expect(['width', 'height', 'fill'].map((name) => card?.getAttribute(name))).toEqual(['300', '200', '#fff']);
  });

  test('makes room for every line of a title', async () => {
    const top = async (text: string) => {
      const { svg } = await draw({ data: [{ x: [1, 2], y: [1, 2] }], layout: { title: { text } } });
      return Number(/<clipPath[^>]*><rect width="[\d.]+" height="([\d.]+)"/.exec(svg)?.[1]);
    };
    const heights = [await top(''), await top('one'), await top('one<br>two')];
    expect(heights[0] - heights[1]).toBeGreaterThan(20);
    expect(heights[1] - heights[2]).toBeGreaterThan(15);
  });

  test('does not change the figure it is given', async () => {
    const figure = scatter(5);
    const before = structuredClone(figure);
    await draw(figure);
    expect(figure).toEqual(before);
  });

  test.each([
    ['3-D', { type: 'scatter3d', x: [1], y: [1], z: [1] }],
    ['an unknown trace', { type: 'nonsense' }],
  ])('of %s is a card with title and text alternative', async (_, trace) => {
    const alt =
      'A long text alternative that does not fit into one line of the card and so must be wrapped <somewhere>';
    const { texts } = await draw({ data: [trace], layout: { title: { text: 'Big <b>title</b>' }, width: 400 } }, alt);
    expect(texts[0]).toBe('Big title');
    expect(texts.length).toBeGreaterThan(2);
    expect(texts.slice(1).join(' ')).toBe(alt);
  });

  test('of a figure that makes plotly fail is a card, too', async () => {
    const { texts } = await draw({ data: [{ x: [1], y: [1] }], layout: { xaxis: 3, grid: 4 } });
    expect(texts).toEqual(['what it shows']);
  });
});

test('two fresh processes draw the same bytes', async () => {
  const script = `import { figureSvg } from './dist/src/notebook/show-figure.js';
    const figure = ${JSON.stringify(scatter(20))};
    process.stdout.write(await figureSvg(figure, 'twice'));`;
  const run = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  const [one, two] = await Promise.all([run(), run()]);
  expect(one.stdout).toContain('Two clouds');
  expect(one.stdout).toBe(two.stdout);
}, 60_000);

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { figureSvg } from '../../../src/notebook/show-figure.js';
import type { Figure } from '../../../src/plot/figure.js';
import { darkTemplate, lightTemplate } from '../../../src/plot/theme.js';
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
  let still: Awaited<ReturnType<typeof draw>>;

  beforeAll(async () => {
    still = await draw(figure);
  });

  test('holds its texts', () => {
    expect(still.texts).toEqual(expect.arrayContaining([...expected]));
  });

  test('is self-contained and the same every time', async () => {
    const { svg, document } = still;
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="720" height="420" viewBox="0 0 720 420"/,
    );
    expect(svg).not.toMatch(/NaN|undefined|https?:(?!\/\/www\.w3\.org\/2000\/svg)/);
    const ids = elements(document, '[id]').map((node) => node.getAttribute('id'));
    const used = [...svg.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id);
    expect(new Set(ids)).toEqual(new Set(used));
    expect((await draw(figure)).svg).toBe(svg);
  });

  test('is what the light template makes, without its style sheet', async () => {
    expect(comparable(withoutStyle(still.svg))).toBe(comparable(await drawnWith(lightTemplate, figure)));
  });

  test('is what the dark template makes, with its style sheet', async () => {
    expect(comparable(withStyle(still.svg))).toBe(comparable(await drawnWith(darkTemplate, figure)));
  });
});

/** A figure that has one of the two templates for its own. */
async function drawnWith(template: object, figure: Figure): Promise<string> {
  const { svg } = await draw({ ...figure, layout: { ...figure.layout, template } });
  expect(svg).not.toMatch(/class=|<style/);
  return svg.replace(/<rect[^>]* fill="#fff"\/>(?=<rect[^>]* fill="#111"\/>)/, ''); // the card under its paper
}

/** Without the ids, which go by what is drawn. */
const comparable = (svg: string) => svg.replace(/\bp[0-9a-f]{6}-/g, 'p-');

/** As a viewer shows it that knows no style sheets. */
function withoutStyle(svg: string): string {
  return svg.replace(/<style>.*?<\/style>/, '').replace(/ class="[^"]*"/g, '');
}

/** With the rules of the style sheet in the place of the attributes that they override. */
function withStyle(svg: string): string {
  const style = /<style>@media screen and \(prefers-color-scheme:dark\)\{(.*?)\}<\/style>/.exec(svg)?.[1] ?? '';
  const rules = new Map(
    [...style.matchAll(/\.([\w-]+)\{(fill|stroke):(#\w+)\}/g)].map(([, name, ...rule]) => [name, rule]),
  );
  const darkened = svg.replace(/<[^>]* class="([^"]*)"[^>]*>/g, (tag, classes: string) =>
    classes.split(' ').reduce((changed, name) => {
      const [property, colour] = rules.get(name) ?? [`no rule for ${name}`];
      return changed.replace(new RegExp(` ${property}="[^"]*"`), ` ${property}="${colour}"`);
    }, tag),
  );
  return withoutStyle(darkened);
}

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

  test('keeps white data white on dark pages', async () => {
    const white = { x: [1], y: [1], mode: 'markers', marker: { color: '#ffffff', size: 10 } };
    const { document } = await draw({ data: [white] });
    expect(elements(document, '[fill="#fff"]').map((node) => node.getAttribute('class'))).toEqual(['fill-paper', null]);
  });

  test.each([
    ['has cells with sharp edges', false, 'pixelated'],
    ['is smooth where that is asked for', 'best', null],
  ])('of a heatmap %s', async (_, zsmooth, rendering) => {
    const { document } = await draw({ data: [{ type: 'heatmap', z: [[1, 2], [3, 4]], zsmooth }] }); // biome-ignore format: a table
    expect(elements(document, 'image').map((image) => image.getAttribute('image-rendering'))).toEqual([rendering]);
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
    const { svg, texts } = await draw(
      { data: [trace], layout: { title: { text: 'Big <b>title</b>' }, width: 400 } },
      alt,
    );
    expect(texts[0]).toBe('Big title');
    expect(texts.length).toBeGreaterThan(2);
    expect(texts.slice(1).join(' ')).toBe(alt);
    expect(svg).toContain('<rect class="fill-paper"');
    expect(svg).toMatch(/^<svg class="fill-text"[^>]*><title>[^<]*<\/title><style>@media/);
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

import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { figureSvg } from '../../src/notebook/show-figure.js';
import type { Figure } from '../../src/plot/figure.js';
import { pixelAt } from '../pixel.js';
import { scatter } from '../plot/sample-figures.js';

// Stills in a real browser, as the pictures of a page. CHROMIUM names another browser than Debian's.

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const hasBrowser = existsSync(executablePath);
if (!hasBrowser) console.warn(`SKIPPED: stills in a browser, as there is no ${executablePath}`);

const LIGHT = [255, 255, 255];
const DARK = [17, 17, 17];
const card: Figure = { data: [{ type: 'scatter3d', x: [1], y: [1], z: [1] }] };
const ownTemplate: Figure = { data: [], layout: { template: { layout: { paper_bgcolor: '#0000ff' } } } };

describe.runIf(hasBrowser)('in a browser', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  }, 120_000);

  afterAll(() => browser?.close());

  /** Colour of the ground of a figure's still in a page with that style. */
  async function ground(figure: Figure, colorScheme: 'light' | 'dark', style = '') {
    const svg = await figureSvg(figure, 'a figure');
    const page = await browser.newPage({ colorScheme });
    await page.setContent(
      `<style>html{background:red;${style}}body{margin:0}</style><img src="data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}">`,
    );
    await page.evaluate('document.images[0].decode()');
    const colour = await pixelAt(page, 10, 10);
    await page.close();
    return colour;
  }

  test.each([
    ['a figure', scatter(5), LIGHT, DARK],
    ['a card', card, LIGHT, DARK],
    ['a figure with a template of its own', ownTemplate, [0, 0, 255], [0, 0, 255]],
  ])('the still of %s has the ground of the system’s colours', async (_, figure, light, dark) => {
    expect(await ground(figure, 'light')).toEqual(light);
    expect(await ground(figure, 'dark')).toEqual(dark);
  });

  test.each([
    ['light', 'dark', DARK],
    ['dark', 'light', LIGHT],
    ['dark', 'light dark', DARK],
  ] as const)('in a %s system, a page with color-scheme: %s gets a still to match', async (system, page, colour) => {
    expect(await ground(scatter(5), system, `color-scheme:${page}`)).toEqual(colour);
  });
});

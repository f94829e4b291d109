import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseNotebook } from '../../scripts/nbformat/read-notebook.js';
import { writeNotebook } from '../../scripts/nbformat/write-notebook.js';
import { runNotebook } from '../../scripts/run-notebook.js';
import { writeSite } from '../../scripts/site/write-site.js';
import { projectRoot } from '../../src/notebook/project.js';
import { pixelAt } from '../pixel.js';

// The pages in a real browser, opened from a folder. CHROMIUM names another browser than Debian's.

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const hasBrowser = existsSync(executablePath);
if (!hasBrowser) console.warn(`SKIPPED: the pages of the site in a browser, as there is no ${executablePath}`);

const notebook = JSON.stringify({
  nbformat: 4,
  nbformat_minor: 5,
  metadata: {},
  cells: [
    {
      cell_type: 'markdown',
      id: 'a',
      metadata: {},
      source: '# All kinds of output\n\n**In short:** $x$.\n\n## Figure\n\n$$\\frac ab \\tag{1}$$',
    },
    ...[
      `import { prove } from 'reverse-bottleneck';
import { showFigure, showTable, showVerdict } from 'reverse-bottleneck/notebook';
await showFigure({ data: [{ x: [1, 2], y: [1, 3] }] }, { alt: 'a line that rises' });
await showFigure({ data: [{ x: [1, 2], y: [3, 1] }], layout: { width: 900 } }, { alt: 'a line that falls' });`,
      `showTable([{ a: 'text', b: 1, 'a very long heading that takes much room': 2 }], { caption: 'A table' });
showVerdict(await prove('I(X;Z) <= I(X;Y)', { given: ['X -> Y -> Z'] })); // ${'long '.repeat(40)}`,
      `console.log('printed'); console.error('to stderr');`,
      `import { showLedger, showMarkdown } from 'reverse-bottleneck/notebook';
showMarkdown('<script>window.hacked = 1</script> <img src=x onerror="window.hacked = 2"> ![](https://evil.example/a.png)');
showLedger();`,
    ].map((source, i) => ({
      cell_type: 'code',
      id: `c${i}`,
      metadata: {},
      source,
      outputs: [],
      execution_count: null,
    })),
  ],
});

const hostile = {
  item: 'eq-16',
  name: '<img src="https://evil.example/name.png">',
  note: '<script>window.hacked = 3</script><img src=x onerror="window.hacked = 4">\n\n![a](https://evil.example/b.png)',
};

describe.runIf(hasBrowser)('in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'reverse-bottleneck-site-'));
  let browser: Browser;

  beforeAll(async () => {
    mkdirSync(join(folder, 'notebooks'));
    const executed = await runNotebook(parseNotebook(notebook), { cwd: join(projectRoot(), 'notebooks') });
    writeNotebook(join(folder, 'notebooks', '01-kinds.ipynb'), executed);
    mkdirSync(join(folder, 'annotations'));
    writeFileSync(join(folder, 'annotations', '01-kinds.json'), JSON.stringify([hostile]));
    await writeSite({ folder });
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  /** Opens a page, and writes down what it asks for and what goes wrong in it. */
  async function open(file: string, options: BrowserContextOptions = {}) {
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 }, ...options });
    const requested: string[] = [];
    const errors: string[] = [];
    page.on('request', (request) => requested.push(request.url()));
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('requestfailed', (request) => errors.push(request.url()));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text()); // so does the content policy when it forbids something
    });
    await page.addInitScript({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') });
    await page.goto(`file://${join(folder, 'site', file)}`);
    return { page, requested, errors };
  }

  // Without page.waitForFunction, which the content policy of the pages forbids.
  const untilLive = (page: Page) =>
    Promise.all([0, 1].map((i) => page.locator('.js-plotly-plot').nth(i).locator('.main-svg').first().waitFor()));

  /** What axe-core finds that keeps readers out. */
  async function faults(page: Page): Promise<unknown> {
    return page.evaluate(`axe.run({ preload: false }).then(({ violations }) => violations
      .filter(({ impact }) => ['serious', 'critical'].includes(impact))
      .map(({ id, nodes }) => [id, nodes[0].html]))`);
  }

  const PHONE = { viewport: { width: 390, height: 844 } };

  test.each([
    ['01-kinds.html', { colorScheme: 'light' }],
    ['01-kinds.html', { colorScheme: 'dark', ...PHONE }],
    ['index.html', { colorScheme: 'dark' }],
    ['ledger.html', { colorScheme: 'light' }],
    ['ledger.html', { colorScheme: 'dark', ...PHONE }],
    ['reference.html', { colorScheme: 'dark', ...PHONE }],
  ] as const)('%s with %j has no serious fault, no error, and is not wider than the screen', async (file, options) => {
    const { page, requested, errors } = await open(file, options);
    if (file.startsWith('01')) await untilLive(page);
    expect(await faults(page)).toEqual([]);
    expect(errors).toEqual([]);
    expect(requested.filter((url) => !/^(file|data|blob):/.test(url))).toEqual([]);
    expect(await page.evaluate('window.hacked')).toBeUndefined();
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    await page.close();
  });

  test('figures become live', async () => {
    const { page } = await open('01-kinds.html');
    await untilLive(page);
    expect(
      await page.evaluate(
        `[...document.querySelectorAll('[data-figure] > img')].map((still) => getComputedStyle(still).display)`,
      ),
    ).toEqual(['none', 'none']);
    await page.close();
  });

  test('the ledger that a cell shows can be searched', async () => {
    const { page } = await open('01-kinds.html');
    await page.getByRole('searchbox', { name: 'Search the ledger' }).fill('no such words');
    expect(await page.locator('.output tbody tr:visible').count()).toBe(1); // of the other table
    await page.close();
  });

  test('the content policy keeps out what is not the site’s own, even where HTML is let in', async () => {
    const asked: (string | undefined)[] = [];
    const elsewhere = createServer(({ url }, response) => {
      asked.push(url);
      response.end();
    });
    await once(elsewhere.listen(0, '127.0.0.1'), 'listening');
    const { port } = elsewhere.address() as AddressInfo;
    const at = `http://127.0.0.1:${port}`;
    const evil = `<script>window.hacked = 1</script><img src=x onerror="window.hacked = 2">
      <img src="${at}/img"><iframe src="${at}/iframe"></iframe><script src="${at}/script"></script>
      <link rel="stylesheet" href="${at}/link"><object data="${at}/object"></object>
      <a id="evil" href="javascript:void (window.hacked = 3)">a</a>`;
    const copy = join(folder, 'site', 'let-in.html');
    const own = readFileSync(join(folder, 'site', '01-kinds.html'), 'utf8').replace(
      '<main id="main">',
      (main) => main + evil,
    );
    const open = async (html: string) => {
      writeFileSync(copy, html);
      const page = await browser.newPage();
      await page.goto(`file://${copy}`);
      await page.locator('#evil').click();
      await untilLive(page);
      const hacked = await page.evaluate('window.hacked');
      await page.close();
      return [hacked, new Set(asked.splice(0))];
    };
    expect(await open(own)).toEqual([undefined, new Set()]);
    const parts = ['/img', '/iframe', '/script', '/link', '/object'];
    expect(await open(own.replace(/<meta http-equiv.*/, ''))).toEqual([3, new Set(parts)]);
    rmSync(copy);
    elsewhere.close();
  });

  test('without scripts there are the stills, the text, the formulas and the whole ledger', async () => {
    const { page } = await open('01-kinds.html', { javaScriptEnabled: false });
    expect(await page.locator('[data-figure] > img:visible').count()).toBe(2);
    expect(await page.locator('.katex:visible').count()).toBeGreaterThan(2);
    await page.goto(`file://${join(folder, 'site', 'ledger.html')}`);
    expect(await page.locator('#ledger > tbody > tr:visible').count()).toBeGreaterThan(100);
    await page.close();
  });

  test('a page is printed light, with the stills, wherever it is read', async () => {
    const { page } = await open('01-kinds.html', { colorScheme: 'dark' });
    await untilLive(page);
    const colours = async () => {
      const still = page.locator('[data-figure]').first();
      await still.scrollIntoViewIfNeeded();
      const { x, y } = (await still.boundingBox()) ?? { x: 0, y: 0 };
      return [await pixelAt(page, 0, 0), await pixelAt(page, x + 5, y + 5)];
    };
    const stills = page.locator('[data-figure] > img:visible');
    expect([await stills.count(), (await colours())[1]]).toEqual([0, [17, 17, 17]]);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect([await stills.count(), ...(await colours())]).toEqual([2, [255, 255, 255], [255, 255, 255]]);
    expect(await page.locator('.js-plotly-plot:visible').count()).toBe(0);
    await page.close();
  });

  test('code stays hidden from page to page', async () => {
    const { page } = await open('01-kinds.html');
    const visible = () => page.locator('details.source code:visible').count();
    expect(await visible()).toBe(4);
    await page.getByRole('button', { name: 'Hide code' }).click();
    expect(await visible()).toBe(0);
    await page.reload();
    expect(await visible()).toBe(0);
    await page.close();
  });
});

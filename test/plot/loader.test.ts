import { describe, expect, test } from 'vitest';
import { settleFigure } from '../../src/plot/figure.js';
import { loaderScript } from '../../src/plot/loader.js';
import { elements, openPage, type PageElement } from './jsdom.js';

const figure = settleFigure({ data: [{ x: [1], y: [1] }], layout: { width: 500 } });
const templates = [{ layout: { paper_bgcolor: 'white' } }, { layout: { paper_bgcolor: 'black' } }] as const;
const LAB = '<script id="jupyter-config-data" type="application/json">{"baseUrl":"/user/me/"}</script>';
const LAB_URL = 'http://host/user/me/lab/workspaces/auto-x/tree/shelf/project/notebooks/01.ipynb';

interface Call {
  readonly method: 'newPlot' | 'relayout';
  readonly element: PageElement;
  readonly layout: { width: number; template?: (typeof templates)[number] };
}

/** A page with the stills of figures `a` and `b`, and a plotly that only writes down how it is called. */
function readersPage({ head = LAB, body = '', url = LAB_URL, width = 0 } = {}) {
  const still = (key: string) => `<div data-figure="${key}"><img alt="still ${key}" style="display:block"></div>`;
  const window = openPage(`<head>${head}</head><body ${body}>${still('a')}${still('b')}</body>`, url);
  const { document } = window;
  const calls: Call[] = [];
  const resized: (() => void)[] = [];
  const room = { width };
  Object.defineProperty(Object.getPrototypeOf(Object.getPrototypeOf(document.body)), 'clientWidth', {
    get: () => room.width,
  });
  window.structuredClone = structuredClone;
  window.matchMedia = () => ({ matches: true });
  window.ResizeObserver = class {
    constructor(callback: () => void) {
      resized.push(callback);
    }
    observe() {}
  };
  const plotly = {
    newPlot: async (element: PageElement, { layout }: Pick<Call, 'layout'>) => {
      calls.push({ method: 'newPlot', element, layout });
    },
    relayout: async (element: PageElement, layout: Call['layout']) => {
      calls.push({ method: 'relayout', element, layout });
    },
  };
  return {
    window,
    calls,
    resize: (to: number) => {
      room.width = to;
      for (const callback of resized) callback();
    },
    run: (key: string) => window.eval(loaderScript(key, figure, templates)),
    requested: () => elements(document.head, 'script[src]').map((script) => script.getAttribute('src')),
    /** Answers the newest request for a script. */
    answer: async (found: boolean) => {
      if (found) window.Plotly = plotly;
      elements(document.head, 'script[src]')
        .at(-1)
        ?.dispatchEvent(new window.Event(found ? 'load' : 'error'));
      await settled();
    },
    images: () => elements(document.body, 'img').map(({ style }) => style.display),
    plots: () => elements(document.body, '[data-figure] > div').map((plot) => plot.getAttribute('aria-label')),
  };
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('a figure in the reader’s page', () => {
  test('becomes live, each by itself, and plotly is fetched once', async () => {
    const page = readersPage();
    page.run('a');
    page.run('b');
    await settled();
    expect(page.requested()).toHaveLength(1);
    expect(page.images()).toEqual(['block', 'block']);
    await page.answer(true);
    expect(page.requested()).toHaveLength(1);
    expect(page.images()).toEqual(['none', 'none']);
    expect(page.plots()).toEqual(['still a', 'still b']);
    expect(page.calls.map(({ method, layout }) => [method, layout.width])).toEqual([
      ['newPlot', 500],
      ['newPlot', 500],
    ]);
  });

  test('uses the plotly that is there already', async () => {
    const page = readersPage();
    page.run('a');
    await settled();
    await page.answer(true);
    page.run('b');
    await settled();
    expect(page.requested()).toHaveLength(1);
    expect(page.plots()).toEqual(['still a', 'still b']);
  });

  test('shown twice is drawn once in each place, however often its script runs', async () => {
    const page = readersPage();
    page.run('a');
    page.run('a');
    await settled();
    await page.answer(true);
    expect(page.calls).toHaveLength(1);
  });

  test('stays a still when plotly cannot be had, and a later figure tries again', async () => {
    const page = readersPage();
    page.run('a');
    await settled();
    for (let i = 0; i < 4; i++) await page.answer(false);
    expect(page.requested()).toHaveLength(4);
    expect(page.images()).toEqual(['block', 'block']);
    page.run('b');
    await settled();
    expect(page.requested()).toHaveLength(5);
    await page.answer(true);
    expect(page.images()).toEqual(['block', 'none']);
  });

  test('stays a still when plotly fails to draw it', async () => {
    const page = readersPage();
    page.window.Plotly = { newPlot: () => Promise.reject(new Error('no')) };
    page.run('a');
    await settled();
    expect(page.images()).toEqual(['block', 'block']);
    expect(page.plots()).toEqual([]);
  });

  test('shrinks to a narrow column and grows back to its own width', async () => {
    const page = readersPage({ width: 320 });
    page.run('a');
    await settled();
    await page.answer(true);
    page.resize(320);
    page.resize(400);
    page.resize(900);
    expect(page.calls.map(({ method, layout }) => [method, layout.width])).toEqual([
      ['newPlot', 320],
      ['relayout', 400],
      ['relayout', 500],
    ]);
  });
});

describe('plotly is looked for', () => {
  const FILE = 'node_modules/plotly.js-dist/plotly.js';
  const addresses = async (options: Parameters<typeof readersPage>[0]) => {
    const page = readersPage(options);
    page.run('a');
    await settled();
    for (let i = 0; i < 6; i++) await page.answer(false);
    return page.requested();
  };

  test.each([
    ['JupyterLab', LAB_URL],
    ['Notebook 7', 'http://host/user/me/notebooks/shelf/project/notebooks/01.ipynb'],
    ['JupyterLab in simple mode', 'http://host/user/me/doc/tree/shelf/project/notebooks/01.ipynb'],
  ])('in %s from the folder above the notebook upwards, then in its own', async (_, url) => {
    expect(await addresses({ url })).toEqual([
      `/user/me/files/shelf/project/${FILE}`,
      `/user/me/files/shelf/${FILE}`,
      `/user/me/files/${FILE}`,
      `/user/me/files/shelf/project/notebooks/${FILE}`,
    ]);
  });

  test('at the root of a server that is not asked for a notebook', async () => {
    expect(await addresses({ url: 'http://host/user/me/lab' })).toEqual([`/user/me/files/${FILE}`]);
  });

  test('in the classic Notebook under its base URL', async () => {
    const url = 'http://host/notebooks/notebooks/01.ipynb';
    expect(await addresses({ head: '', body: 'data-base-url="/"', url })).toEqual([
      `/files/${FILE}`,
      `/files/notebooks/${FILE}`,
    ]);
  });

  test('around an exported page', async () => {
    expect(await addresses({ head: '', url: 'file:///x/notebooks/01.html' })).toEqual([
      `../${FILE}`,
      FILE,
      `../../${FILE}`,
      `../../../${FILE}`,
    ]);
  });
});

describe('the theme', () => {
  const ground = async (options: Parameters<typeof readersPage>[0]) => {
    const page = readersPage(options);
    page.run('a');
    await settled();
    await page.answer(true);
    return page.calls[0].layout.template?.layout.paper_bgcolor;
  };

  test.each([
    ['dark in a dark JupyterLab', { body: 'data-jp-theme-light="false"' }, 'black'],
    ['light in a light JupyterLab', { body: 'data-jp-theme-light="true"' }, 'white'],
    ['light in the classic Notebook, which has no themes', { head: '', body: 'data-base-url="/"' }, 'white'],
    ['that of the browser elsewhere', { head: '' }, 'black'],
  ])('is %s', async (_, options, colour) => {
    expect(await ground(options)).toBe(colour);
  });

  test('follows JupyterLab’s', async () => {
    const page = readersPage({ body: 'data-jp-theme-light="true"' });
    page.run('a');
    await settled();
    await page.answer(true);
    page.window.document.body.setAttribute('data-jp-theme-light', 'false');
    await settled();
    const grounds = page.calls.map(({ method, layout }) => [method, layout.template?.layout.paper_bgcolor]);
    expect(grounds).toEqual([
      ['newPlot', 'white'],
      ['relayout', 'black'],
    ]);
  });

  test('leaves a figure with its own template alone', async () => {
    const page = readersPage();
    page.window.eval(loaderScript('a', figure));
    await settled();
    await page.answer(true);
    expect(page.calls[0].layout).not.toHaveProperty('template');
  });
});

test('frames for sliders reach plotly with the figure', async () => {
  const page = readersPage();
  const given: object[] = [];
  page.window.Plotly = { newPlot: async (_: PageElement, live: object) => given.push(live) };
  const frames = [{ name: 'a frame', data: [{ y: [2] }] }];
  page.window.eval(loaderScript('a', { ...figure, frames }, templates));
  await settled();
  expect(given).toEqual([{ ...figure, frames, layout: { ...figure.layout, template: templates[0] } }]);
});

test('the script holds nothing that could end it', () => {
  const script = loaderScript('a', { ...figure, config: { text: '</script><!--' } });
  expect(script).not.toMatch(/<\/|<!--/);
  expect(script.length).toBeLessThan(4500);
});

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Context, Script } from 'node:vm';
import { type Box, boundingBox, clientBox, pathLength, pointAtLength, type SvgNode } from './geometry.js';
import { Raster } from './raster.js';

/** An HTML element of the page, as far as it is used here. */
export interface PageElement extends SvgNode {
  /** What plotly has settled on, once it has drawn here. */
  readonly _fullLayout: { readonly paper_bgcolor: string };
  append(child: PageElement): void;
  querySelectorAll(selector: string): ArrayLike<SvgNode & { setAttribute(name: string, value: string): void }>;
  remove(): void;
}

/** A page without a browser, with plotly in it. */
export interface Page {
  readonly Plotly: {
    newPlot(element: PageElement, data: unknown, layout: unknown, config: unknown): Promise<unknown>;
    purge(element: PageElement): void;
  };
  readonly JSON: typeof JSON;
  readonly document: { readonly body: PageElement; createElement(name: string): PageElement };
}

/** What is reached of jsdom (its own declarations would bring the DOM library into every file of the project). */
interface Jsdom {
  readonly JSDOM: new (
    html: string,
    options: object,
  ) => { readonly window: JsdomWindow; getInternalVMContext(): Context };
  readonly VirtualConsole: new () => object;
}
interface JsdomWindow extends Page {
  readonly SVGElement: { readonly prototype: object };
  readonly HTMLCanvasElement: { readonly prototype: object };
  readonly URL: object;
}
interface Canvas {
  readonly width: number;
  readonly height: number;
}

let page: Page | undefined;

/** The one page of this process, made at the first call (about a second: plotly is large). */
export function plotlyPage(): Page {
  page ??= makePage();
  return page;
}

function makePage(): Page {
  const require = createRequire(import.meta.url);
  const { JSDOM, VirtualConsole } = require('jsdom') as Jsdom;
  // a virtual console that nobody listens to: plotly's remarks are no output of the cell
  const options = { runScripts: 'outside-only', pretendToBeVisual: true, virtualConsole: new VirtualConsole() };
  const dom = new JSDOM('<!doctype html>', options);
  addWhatJsdomLacks(dom.window);
  const file = require.resolve('plotly.js-dist');
  new Script(readFileSync(file, 'utf8'), { filename: 'plotly.js' }).runInContext(dom.getInternalVMContext());
  return dom.window;
}

/** jsdom has no layout and no canvas; plotly asks for the size of texts and the length of paths, and paints heatmaps. */
function addWhatJsdomLacks(window: JsdomWindow): void {
  const rasters = new WeakMap<Canvas, Raster>();
  const rasterOf = (canvas: Canvas) => {
    const raster = rasters.get(canvas) ?? new Raster(canvas.width, canvas.height);
    rasters.set(canvas, raster);
    return raster;
  };
  const path = (element: SvgNode) => element.getAttribute('d') ?? '';
  Object.assign(window.SVGElement.prototype, {
    getBBox(this: SvgNode) {
      return boundingBox(this);
    },
    getBoundingClientRect(this: SvgNode) {
      return sides(clientBox(this));
    },
    getTotalLength(this: SvgNode) {
      return pathLength(path(this));
    },
    getPointAtLength(this: SvgNode, distance: number) {
      return pointAtLength(path(this), distance);
    },
  });
  Object.assign(window.HTMLCanvasElement.prototype, {
    getContext(this: Canvas, kind: string) {
      return kind === '2d' ? rasterOf(this) : null;
    },
    toDataURL(this: Canvas) {
      return rasterOf(this).toDataUrl();
    },
  });
  Object.assign(window.URL, { createObjectURL: () => 'blob:none' });
  Object.assign(window, {
    matchMedia: () => ({ matches: false, addListener() {}, addEventListener() {} }),
    getComputedStyle: (element: SvgNode) => element.style, // the real one walks every style rule and is slow
  });
}

function sides(box: Box) {
  return { ...box, left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height };
}

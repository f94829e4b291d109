import { createRequire } from 'node:module';

/** Elements as the tests see them; jsdom's own declarations would bring the DOM library into the project. */
export interface PageElement {
  readonly textContent: string;
  readonly nodeName: string;
  readonly children: ArrayLike<PageElement>;
  readonly dataset: Record<string, string>;
  readonly style: Record<string, string>;
  innerHTML: string;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement> & { readonly length: number };
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  dispatchEvent(event: object): boolean;
}

export interface PageWindow {
  [name: string]: unknown;
  readonly document: PageElement & { readonly body: PageElement; readonly head: PageElement };
  readonly DOMParser: new () => { parseFromString(text: string, type: string): PageElement };
  readonly Event: new (type: string) => object;
  eval(code: string): unknown;
}

const { JSDOM } = createRequire(import.meta.url)('jsdom') as {
  JSDOM: new (html: string, options: object) => { window: PageWindow };
};

/** A page whose scripts run only when a test evaluates them. */
export function openPage(html = '', url = 'http://localhost/'): PageWindow {
  return new JSDOM(`<!doctype html>${html}`, { url, runScripts: 'outside-only' }).window;
}

/** A parsed document; `null` if it is not well-formed XML. */
export function parseXml(text: string): PageElement | null {
  const { DOMParser } = openPage();
  try {
    const document = new DOMParser().parseFromString(text, 'image/svg+xml');
    return document.querySelector('parsererror') ? null : document;
  } catch {
    return null;
  }
}

export function elements(root: PageElement, selector: string): PageElement[] {
  return [...root.querySelectorAll(selector)];
}

import type { PlainFigure } from './figure.js';
import { callInPage } from './page-script.js';

/** The little of a browser that the loader touches (the project compiles without the DOM library). */
interface Holder {
  readonly clientWidth: number;
  readonly isConnected: boolean;
  readonly style: { display: string };
  readonly dataset: Record<string, string | undefined>;
  textContent: string;
  alt: string;
  src: string;
  onload: () => void;
  onerror: () => void;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  querySelector(selector: string): Holder;
  appendChild(child: Holder): void;
  remove(): void;
}
interface Observer {
  observe(target: Holder, options?: object): void;
}
interface Browser {
  readonly document: {
    readonly body: Holder;
    readonly head: Holder;
    createElement(name: string): Holder;
    getElementById(id: string): Holder | null;
    querySelectorAll(selector: string): Iterable<Holder>;
  };
  readonly location: { readonly pathname: string };
  readonly MutationObserver: new (callback: () => void) => Observer;
  readonly ResizeObserver: new (callback: () => void) => Observer;
  matchMedia(query: string): { readonly matches: boolean };
  Plotly?: {
    newPlot(element: Holder, figure: object): Promise<unknown>;
    relayout(element: Holder, change: object): Promise<unknown>;
  };
  /** Settles when plotly is there or cannot be had; one for all figures of the page. */
  reverseBottleneckPlotly?: Promise<void> | undefined;
}

/**
 * Runs in the reader's page: replaces the still picture in every element with `data-figure="key"` by the live plot.
 * It is sent as its own source text, so it must not refer to anything outside itself.
 */
function makeLive(key: string, figure: PlainFigure, templates?: readonly [light: unknown, dark: unknown]): void {
  const browser = globalThis as unknown as Browser;
  const { document, location } = browser;
  const config = document.getElementById('jupyter-config-data'); // JupyterLab, Notebook 7
  const base: string | null = config
    ? JSON.parse(config.textContent).baseUrl
    : document.body.getAttribute('data-base-url');

  // The project is the server's root or lies below it, and a notebook is seldom at its top: so the folder above the
  // notebook first, then those above that, then the notebook's own.
  const addresses = () => {
    const file = 'node_modules/plotly.js-dist/plotly.js';
    if (base === null) return ['../', '', '../../', '../../../'].map((up) => up + file);
    const page = location.pathname.slice(base.length);
    const notebook = /^(?:lab\/|doc\/)?(?:workspaces\/[^/]+\/)?(?:tree|notebooks)\/(.+)$/.exec(page)?.[1] ?? '';
    const folders = notebook.split('/').slice(0, -1);
    const depths = [...folders.keys()].reverse().concat(folders.length);
    return depths.map((depth) => [`${base}files`, ...folders.slice(0, depth), file].join('/'));
  };
  const load = (address: string) =>
    new Promise<void>((resolve, reject) => {
      const script = document.createElement('script');
      script.src = address;
      script.onload = () => (browser.Plotly ? resolve() : reject());
      script.onerror = reject;
      document.head.appendChild(script);
    });
  const loadOnce = () => {
    if (browser.Plotly) return Promise.resolve();
    browser.reverseBottleneckPlotly ??= addresses()
      .reduce((failed, address) => failed.catch(() => load(address)), Promise.reject<void>())
      .catch((error) => {
        browser.reverseBottleneckPlotly = undefined; // a later figure may try again
        throw error;
      });
    return browser.reverseBottleneckPlotly;
  };

  const isDark = () => {
    const light = document.body.dataset.jpThemeLight;
    if (light !== undefined || base !== null) return light === 'false';
    return browser.matchMedia('(prefers-color-scheme: dark)').matches;
  };
  const show = async (holder: Holder) => {
    const plotly = browser.Plotly;
    if (!plotly || holder.dataset.live) return;
    holder.dataset.live = 'yes';
    const still = holder.querySelector('img');
    const plot = document.createElement('div');
    plot.setAttribute('role', 'group'); // not an image: it has buttons
    plot.setAttribute('aria-label', still.alt);
    still.style.display = 'none';
    holder.appendChild(plot);
    const fitting = () => ({
      width: Math.min(figure.layout.width, holder.clientWidth || figure.layout.width),
      dark: isDark(),
    });
    const layout = ({ width, dark }: { width: number; dark: boolean }) =>
      templates ? { width, template: templates[dark ? 1 : 0] } : { width };
    let shown = fitting();
    try {
      const own = structuredClone(figure);
      await plotly.newPlot(plot, { ...own, layout: { ...own.layout, ...layout(shown) } });
    } catch {
      plot.remove();
      still.style.display = 'block';
      return;
    }
    const refresh = () => {
      const now = fitting();
      if (!plot.isConnected || (now.width === shown.width && now.dark === shown.dark)) return;
      shown = now;
      plotly.relayout(plot, layout(now));
    };
    new browser.ResizeObserver(refresh).observe(holder);
    new browser.MutationObserver(refresh).observe(document.body, { attributeFilter: ['data-jp-theme-light'] });
  };
  loadOnce().then(
    () => {
      for (const holder of document.querySelectorAll(`[data-figure="${key}"]`)) show(holder);
    },
    () => {}, // plotly cannot be had here: the still stays
  );
}

/** JavaScript that makes the figure live, safe inside a `<script>` element. */
export function loaderScript(...call: Parameters<typeof makeLive>): string {
  return callInPage(makeLive, ...call);
}

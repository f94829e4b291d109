import { callInPage } from '../plot/page-script.js';

/** One of the values of `data-verdict` among a table's rows. */
interface FilterChoice {
  readonly verdict: string;
  readonly label: string;
  readonly count: number;
}

/** The little of a browser that the filter touches (the project compiles without the DOM library). */
interface Element {
  readonly dataset: Record<string, string | undefined>;
  readonly style: { cssText: string };
  textContent: string;
  type: string;
  placeholder: string;
  value: string;
  checked: boolean;
  hidden: boolean;
  setAttribute(name: string, value: string): void;
  append(...children: (Element | string)[]): void;
  prepend(child: Element): void;
  addEventListener(event: string, listener: (event: { stopPropagation(): void }) => void): void;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
}
interface Page {
  getElementById(id: string): Element | null;
  createElement(name: string): Element;
}

/**
 * Runs in the reader's page: puts a search field and a box for each verdict above the table in the element of that id.
 * It is sent as its own source text, so it must not refer to anything outside itself.
 */
function addFilter(id: string, choices: readonly FilterChoice[]): void {
  const { document } = globalThis as unknown as { document: Page };
  const holder = document.getElementById(id);
  if (!holder || holder.dataset.filter) return;
  holder.dataset.filter = 'on';
  const rows = [...holder.querySelectorAll('tbody tr')];

  const search = document.createElement('input');
  search.type = 'search';
  search.placeholder = 'Search the ledger';
  search.setAttribute('aria-label', 'Search the ledger');
  search.style.cssText = 'padding:.3em .5em;font:inherit;min-width:14em';
  search.addEventListener('keydown', (event) => event.stopPropagation()); // not a notebook's keyboard shortcut
  const boxes = choices.map(({ verdict, label, count }) => {
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.checked = true;
    box.value = verdict;
    const text = document.createElement('label');
    text.style.cssText = 'white-space:nowrap';
    text.append(box, ` ${label} (${count})`);
    return { box, text };
  });
  const state = document.createElement('span');
  state.setAttribute('role', 'status');

  const filter = () => {
    const wanted = search.value.trim().toLowerCase().split(/\s+/);
    const chosen = boxes.filter(({ box }) => box.checked).map(({ box }) => box.value);
    let shown = 0;
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !chosen.includes(row.dataset.verdict ?? '') || !wanted.every((word) => text.includes(word));
      if (!row.hidden) shown += 1;
    }
    state.textContent = `${shown} of ${rows.length}`;
  };
  const bar = document.createElement('div');
  bar.style.cssText = 'display:flex;flex-wrap:wrap;gap:.4em 1em;align-items:center;padding:.4em 0';
  bar.append(search, ...boxes.map(({ text }) => text), state);
  holder.prepend(bar);
  search.addEventListener('input', filter);
  for (const { box } of boxes) box.addEventListener('change', filter);
  filter();
}

/** JavaScript that adds the filter, safe inside a `<script>` element. */
export function filterScript(...call: Parameters<typeof addFilter>): string {
  return callInPage(addFilter, ...call);
}

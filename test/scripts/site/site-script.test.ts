import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../../src/notebook/project.js';
import { elements, openPage, type PageElement } from '../../plot/jsdom.js';

const script = readFileSync(join(projectRoot(), 'scripts/site/assets/site.js'), 'utf8');

/** A page in which the script has run as it does while a page loads. */
function open(body: string, url = 'http://localhost/') {
  const window = openPage(body, url);
  window.matchMedia = () => ({ matches: true, addEventListener: () => {} });
  window.ResizeObserver = class {
    observe() {}
  };
  const prototype = Object.getPrototypeOf(Object.getPrototypeOf(window.document.body));
  prototype.scrollIntoView ??= () => {};
  window.eval(script);
  window.document.dispatchEvent(new window.Event('DOMContentLoaded'));
  const { document } = window;
  return {
    window,
    document,
    find: (selector: string) => document.querySelector(selector) as PageElement & Record<string, unknown>,
  };
}

describe('the switch for code', () => {
  const page = '<button id="code-switch" hidden></button><details class="source" open></details><details></details>';

  test('hides and shows all code, and is remembered', () => {
    const { find, window } = open(page);
    const isOpen = () => find('.source').open;
    expect([find('button').textContent, isOpen(), find('button').hidden]).toEqual(['Hide code', true, false]);
    (find('button').click as () => void)();
    expect([find('button').textContent, isOpen()]).toEqual(['Show code', false]);
    window.document.dispatchEvent(new window.Event('DOMContentLoaded')); // as the next page does
    expect([find('button').textContent, isOpen()]).toEqual(['Show code', false]);
  });

  test('is not there where there is no code', () => {
    expect(open('<button id="code-switch" hidden></button>').find('button').hidden).toBe(true);
  });
});

describe('the ledger', () => {
  const row = (id: string, verdict: string, text: string) =>
    `<tr id="${id}" data-verdict="${verdict}" data-kind="lemma" data-part="p"><td>${text}<details></details></td></tr>`;
  const page = `<form id="ledger-filter" hidden>
    <select name="verdict"><option value=""><option value="holds"><option value="fails"></select>
    <select name="kind"><option value=""><option value="lemma"></select>
    <select name="part"><option value=""><option value="p"></select>
    <input name="text"><output></output></form>
    <table id="ledger"><tbody>${row('a', 'holds', 'Entropy of XOR')}${row('b', 'fails', 'entropy')}</tbody></table>`;
  const shown = ({ document }: ReturnType<typeof open>) =>
    elements(document, 'tr')
      .filter((row) => row.getAttribute('hidden') === null)
      .map((row) => row.getAttribute('id'));

  test('shows all items at first, and says how many', () => {
    const opened = open(page);
    expect([shown(opened), opened.find('output').textContent]).toEqual([['a', 'b'], '2 of 2 items']);
  });

  test.each([
    ['verdict', 'fails', ['b']],
    ['text', 'xor  ENTROPY', ['a']],
    ['text', 'nothing', []],
    ['kind', 'lemma', ['a', 'b']],
  ])('filters by %s', (name, value, expected) => {
    const opened = open(page);
    opened.find(`[name="${name}"]`).value = value;
    opened.find('form').dispatchEvent(new opened.window.Event('input'));
    expect(shown(opened)).toEqual(expected);
  });

  test('takes its filter from the address', () => {
    expect(shown(open(page, 'http://localhost/ledger.html?verdict=holds&nosuch=1'))).toEqual(['a']);
  });

  test('opens the item that the address names, whatever the filter', () => {
    const opened = open(page, 'http://localhost/ledger.html?verdict=holds#b');
    expect(shown(opened)).toEqual(['a', 'b']);
    expect(opened.find('#b details').open).toBe(true);
    expect(opened.find('#a details').open).toBe(false);
  });
});

describe('the reference', () => {
  const entry = (name: string, kind: string, text: string) =>
    `<article class="entry" id="reference-${name}" data-kind="${kind}"><section id="reference-${name}.of">${text}</section></article>`;
  const room = (text: string) => `<section class="room">${text}</section>`;
  const page = `<form id="reference-filter" hidden>
    <select name="kind"><option value=""><option value="class"><option value="type"></select>
    <input name="text"><output></output></form>
    ${room(`<ul class="names"><li><a href="#reference-P">P</a></li></ul>${entry('P', 'class', 'entropy')}`)}
    ${room(`<ul class="names"><li><a href="#reference-q">q</a></li></ul>${entry('q', 'function', 'of bits')}`)}`;
  const hidden = ({ document }: ReturnType<typeof open>, selector: string) =>
    elements(document, selector).map((element) => element.getAttribute('hidden') !== null);

  test('hides entries that do not match, their names, and rooms that have none left', () => {
    const opened = open(page);
    expect(opened.find('output').textContent).toBe('2 of 2 entries');
    opened.find('[name="text"]').value = 'BITS';
    opened.find('form').dispatchEvent(new opened.window.Event('input'));
    for (const selector of ['.entry', '.names > li', '.room']) expect(hidden(opened, selector)).toEqual([true, false]);
  });

  test('shows what the address names, a member too, whatever the filter', () => {
    const opened = open(page, 'http://localhost/reference.html?kind=class#reference-q.of');
    expect(hidden(opened, '.entry')).toEqual([false, false]);
  });
});

test('figures follow the theme of the browser', () => {
  expect(open('').document.body.dataset.jpThemeLight).toBe('false');
});

test('plotly is loaded once, after the page, and only where there is a figure', () => {
  const scripts = (body: string) => {
    const { window, document } = open(body);
    (window.dispatchEvent as (event: object) => void)(new window.Event('load'));
    return elements(document, 'script').map((script) => script.getAttribute('src'));
  };
  expect(scripts('<div data-figure="a"></div><div data-figure="b"></div>')).toEqual(['assets/plotly.js']);
  expect(scripts('<p></p>')).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import { display, nextId, updateDisplay } from '../../src/notebook/display.js';
import { showMarkdown } from '../../src/notebook/markdown.js';
import { insideCell } from './cell.js';

describe('outside a cell', () => {
  test('showing something is an error that says why', () => {
    expect(() => display({ 'text/plain': 'x' })).toThrow('not running a cell of a tslab notebook');
    expect(() => updateDisplay({ 'text/plain': 'x' }, 'id')).toThrow('not running a cell of a tslab notebook');
  });
});

describe('inside a cell', () => {
  const shown = insideCell();

  test('one output holds several mime types', () => {
    display({ 'text/html': '<b>x</b>', 'text/plain': 'x' });
    expect(shown).toEqual([
      { data: { 'text/html': '<b>x</b>', 'text/plain': 'x' }, displayId: undefined, update: false },
    ]);
  });

  test.each([5, '', null, ['a']])('what is no text is not shown as Markdown: %j', (text) => {
    expect(() => showMarkdown(text as string)).toThrow('text must be a text, got ');
    expect(shown).toEqual([]);
  });

  test('an output with an id can be replaced', () => {
    display({ 'text/plain': 'before' }, 'bar');
    updateDisplay({ 'text/plain': 'after' }, 'bar');
    expect(shown.map(({ displayId, update }) => [displayId, update])).toEqual([
      ['bar', false],
      ['bar', true],
    ]);
  });

  test('ids differ and count up', () => {
    const [first, second] = [nextId('figure'), nextId('progress')];
    expect(first).toMatch(/^figure-\d+$/);
    expect(Number(second.slice('progress-'.length))).toBe(Number(first.slice('figure-'.length)) + 1);
  });

  test('Markdown passes through with its LaTeX', () => {
    showMarkdown('$$\\Delta I \\le H(M)$$ and **more** <b>');
    expect(shown[0].data['text/markdown']).toBe('$$\\Delta I \\le H(M)$$ and **more** <b>');
    expect(shown[0].data['text/plain']).toBe('$$\\Delta I \\le H(M)$$ and **more** <b>');
  });
});

import { expect, test } from 'vitest';
import { escapeHtml, unescapeHtml } from '../../src/plot/html.js';

test('text that has been made safe is got back as it was', () => {
  const text = `<a href="x" title='y'>&lt; &amp;lt; &</a>`;
  expect(escapeHtml(text)).not.toMatch(/[<>"']/);
  expect(unescapeHtml(escapeHtml(text))).toBe(text);
});

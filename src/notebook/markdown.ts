import { display } from './display.js';

/**
 * Shows Markdown under the cell; LaTeX between `$…$` or `$$…$$` is typeset by the front end.
 *
 * @throws Error outside a cell of a tslab notebook
 */
export function showMarkdown(text: string): void {
  display({ 'text/markdown': text, 'text/plain': text });
}

import { requireText } from '../numeric/arguments.js';
import { display } from './display.js';

/** Text that Markdown shows as it is, in a table's cell too. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[|<&$~]/g, '\\$&');
}

/**
 * Shows Markdown under the cell; LaTeX between `$…$` or `$$…$$` is typeset by the front end.
 *
 * @throws TypeError for what is no text
 * @throws Error outside a cell of a tslab notebook
 */
export function showMarkdown(text: string): void {
  requireText('text', text);
  display({ 'text/markdown': text, 'text/plain': text });
}

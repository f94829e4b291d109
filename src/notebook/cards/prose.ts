/**
 * A formula as Markdown: displayed; or if words stand in it, as in the paper's remarks, as a sentence with formulas, which
 * a narrow page can break.
 */
export function formulaAsMarkdown(latex: string): string {
  const pieces = splitAtWords(latex);
  if (!pieces.some(({ words }) => words)) return `$$${latex}$$`;
  return pieces
    .map(({ words, text }) => (words || text.trim() === '' ? text : `$${text.trim()}$`))
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,.:;)])/g, '')
    .trim();
}

interface Piece {
  readonly words: boolean;
  readonly text: string;
}

/** At each `\text{…}` that is not inside of another group, as in a subscript. */
function splitAtWords(latex: string): Piece[] {
  const pieces: Piece[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < latex.length; at++) {
    if (depth === 0 && latex.startsWith('\\text{', at)) {
      const end = latex.indexOf('}', at);
      if (at > from) pieces.push({ words: false, text: latex.slice(from, at) });
      pieces.push({ words: true, text: latex.slice(at + '\\text{'.length, end) });
      from = end + 1;
      at = end;
    } else if (latex[at] === '{') depth += 1;
    else if (latex[at] === '}') depth -= 1;
  }
  if (from < latex.length) pieces.push({ words: false, text: latex.slice(from) });
  return pieces;
}

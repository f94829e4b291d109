import { requireString } from '../../numeric/shape.js';

/** The language of claims in plotly's markup: what follows `_` is set lower, and ε and primes are as in print. */
export function symbolMarkup(text: string): string {
  requireString('text', text);
  return text
    .replaceAll('epsilon', 'ε')
    .replaceAll("'", '′')
    .replace(/_(?:\{([^}]+)\}|([A-Za-z]+))/g, (_, group?: string, word?: string) => `<sub>${group ?? word}</sub>`);
}

import {
  conditionalEntropyDefinition,
  entropyDefinition,
  mutualInformationDefinition,
  relativeEntropyDefinition,
  totalVariationDefinition,
} from '../checks/definitions.js';
import type { Entry } from '../entry.js';
import { place } from '../notebooks.js';

const { raw } = String;

function definition(
  letter: string,
  text: Pick<Entry, 'latex' | 'statement'> & { readonly check: NonNullable<Entry['check']> },
): Entry {
  const id = `def-a.${letter}`;
  return { ...text, id, kind: 'definition', role: 'definition', notebook: place('quantities', id) };
}

/** Appendix A. */
export const DEFINITIONS: readonly Entry[] = [
  definition('1', {
    latex: raw`H(X) = -\sum_{x} p(x) \log p(x), \qquad H(X) = -\int p(x) \log p(x)\, dx`,
    statement: 'Entropy of a discrete variable, and differential entropy of a continuous one, by the same letter.',
    check: entropyDefinition,
  }),
  definition('2', {
    latex: raw`H(X|Y) = -\sum_{x,y} p(x, y) \log p(x|y), \qquad H(X|Y) = -\int p(x, y) \log p(x|y)\, dx\, dy`,
    statement: 'Conditional entropy, for discrete and for continuous variables.',
    check: conditionalEntropyDefinition,
  }),
  definition('3', {
    latex: raw`D_{KL}(p \| q) = \sum_{x} p(x) \log \frac{p(x)}{q(x)}`,
    statement: 'Relative entropy of two distributions of the same values.',
    check: relativeEntropyDefinition,
  }),
  definition('4', {
    latex: raw`D_{TV}(p, q) = \sup_{A \in E} |p(A) - q(A)| = \frac{1}{2} \sum_{x \in E} |p(x) - q(x)|`,
    statement: 'Total variation distance, as a supremum over events and as half a sum over values.',
    check: totalVariationDefinition,
  }),
  definition('5', {
    latex: 'I(X, Y) = H(X) - H(X|Y)',
    statement: 'Mutual information.',
    check: mutualInformationDefinition,
  }),
];

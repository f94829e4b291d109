import {
  anchorComponentsClaim,
  figure4Evidence,
  figure5Evidence,
  irrelevantComponentsClaim,
  klGapClaim,
  unsampledComponentsClaim,
} from '../checks/simulation.js';
import type { Entry } from '../entry.js';
import { place } from '../notebooks.js';

const { raw } = String;

function claim(
  name: string,
  text: Pick<Entry, 'latex' | 'statement'> & { readonly check: NonNullable<Entry['check']> },
): Entry {
  const id = `claim-4.4-${name}`;
  return { ...text, id, kind: 'claim', role: 'statement', notebook: place('klGap', id) };
}

/** §4.4. */
export const VERIFICATION: readonly Entry[] = [
  claim('kl-gap', {
    latex: raw`\text{a larger KL Gap } D_{KL}(\pi^{S_{\text{anchor}}} \| G) - D_{KL}(\pi^{S_{\text{gen}}} \| G) \text{ corresponds to a greater GGMI}`,
    statement: 'KL Gap and GGMI move together.',
    check: klGapClaim,
  }),
  claim('j', {
    latex: raw`\text{increasing } J \text{ facilitates the scaling of } \Delta I \text{, resulting in a larger upper bound for GGMI}`,
    statement: 'More unsampled components make for a larger ΔI, and so for a larger bound of GGMI.',
    check: unsampledComponentsClaim,
  }),
  claim('k', {
    latex: raw`\text{larger } K \text{ amplifies the influence of anchor data, increasing } H(S_{\text{anchor}}|W) \text{ and tightening the upper bound of GGMI}`,
    statement: 'More anchor components make for a larger H(S_anchor|W), and so for a smaller bound of GGMI.',
    check: anchorComponentsClaim,
  }),
  claim('l', {
    latex: raw`\text{an increase in } L \text{ enhances } H(S_{\text{gen}}|W) \text{ and leads to a reduction in } \Delta H`,
    statement: 'More irrelevant components make for a larger H(S_gen|W) and a smaller ΔH, the second being stronger.',
    check: irrelevantComponentsClaim,
  }),
  {
    id: 'figure-4',
    kind: 'figure',
    role: 'statement',
    notebook: place('klGap', 'figure-4'),
    latex: raw`\text{KL Gap increases with } J \text{, and decreases with } K \text{ and } L`,
    statement: 'KL Gap against the numbers of components of each kind, from 2 to 15.',
    check: figure4Evidence,
  },
];

/** Appendix B. */
export const SET_UP: readonly Entry[] = [
  {
    id: 'figure-5',
    kind: 'figure',
    role: 'definition',
    notebook: place('setUp', 'figure-5'),
    latex: raw`G \text{ has } K + J \text{ components, and } M \text{ has } K + J + L`,
    statement:
      'The mixtures of the simulation: components that anchor data show, that they lack, and that are irrelevant.',
    check: figure5Evidence,
  },
];

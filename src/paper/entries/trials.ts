import { ANY_LAMBDA, PROMPT_PART, SMALLEST_LAMBDA } from '../premise.js';

/** What the noise adds to the entropy of the data; none where S_gen is a function of M(p). */
export const NOISE = ['H(S_gen|M)', 'H(epsilon)'];

/** What W may know of e_p and e_M together and of neither alone. */
export const SYNERGY = ['I(e_p; e_M|W)', 'I(e_p; W|e_M)'];

/** What a claim needs that has λ in it. */
export const LAMBDA = { assuming: [ANY_LAMBDA], candidates: [SMALLEST_LAMBDA] };

/** What corrects (5). With one more I(e_p, M(p)) it holds as printed for all λ that exceed the smallest by 1. */
export const CHANGED_LAMBDA = [...SYNERGY, 'I(e_p; M)', 'H(e_p)'];

/** What Theorem 4.10 needs; what corrects it is what the noise adds, and what h(e_p) says of the output beyond the anchor data. */
export const GGMI_TRIALS = {
  candidates: [PROMPT_PART],
  corrections: ['H(S_gen|M) + I(h; M|S_anchor)', 'H(epsilon) + H(e_p|S_anchor)'],
};

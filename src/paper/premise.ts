/**
 * Premises by the names under which verdicts speak of them. Letters are the paper's: S_anchor, its bijective image the
 * prompt p (left out where a premise does not need it), e_p, e_M, h = h(e_p), g = g(e_M), M = M(p), epsilon, S_gen, W, W'.
 */
export interface Premise {
  readonly name: string;
  /** In the language of claims. */
  readonly statements: readonly string[];
}

/** M(p) = h(e_p) + g(e_M), where any two of the three determine the third. */
const SYNTHETIC_FACTORS = ['h = f(e_p)', 'g = f(e_M)', 'M = f(h, g)', 'h = f(M, g)', 'g = f(M, h)'];
/** S_gen = M(p) + ε, likewise. */
const CURATION = ['S_gen = f(M, epsilon)', 'M = f(S_gen, epsilon)', 'epsilon = f(S_gen, M)'];
/** W' is learned from S_anchor only. */
const ANCHOR_TRAINING = "(e_p, e_M, M, S_gen, W) -> S_anchor -> W'";

/**
 * How data are made and how training works: Definition 4.1, S_gen = M(p) + ε, and (S_anchor, e_p, e_M) → M(p) → S_gen → W,
 * with W' from S_anchor only. The chains M(p) → S_gen → W of Appendix E and h(e_p) → M(p) → S_gen of Appendix F follow.
 */
export const GENERATING_PROCESS: Premise = {
  name: 'generating process',
  statements: [...SYNTHETIC_FACTORS, ...CURATION, '(S_anchor, e_p, e_M) -> M -> S_gen -> W', ANCHOR_TRAINING],
};

/** The chains of §4.1 and of Appendices E and F as they are printed, in place of the generating process. */
export const LITERAL_CHAINS: Premise = {
  name: 'literal chains',
  statements: [
    ...SYNTHETIC_FACTORS,
    ...CURATION,
    'S_anchor -> e_p -> W',
    'M -> e_M -> W',
    'M -> S_gen -> W',
    'h -> M -> S_gen',
    ANCHOR_TRAINING,
  ],
};

/** p = φ(S_anchor) with φ reversible (§3.2). */
export const REVERSIBLE_PROMPT: Premise = {
  name: 'p = φ(S_anchor), φ reversible',
  statements: ['p = f(S_anchor)', 'S_anchor = f(p)'],
};

/**
 * Any λ that satisfies (22): λ I(e_p; M) = H(e_p) + H(slack), where slack is an auxiliary variable that stands for what λ
 * has in excess of the smallest, λ* = H(e_p)/I(e_p; M). That λ is at most 2 makes sure that there is one, also where
 * I(e_p; M) = 0, so that a counterexample is one; a proof that does not use it is for all λ.
 */
export const ANY_LAMBDA: Premise = { name: 'λ* <= λ <= 2', statements: ['H(e_p) + H(slack) <= 2 I(e_p; M)'] };
export const SMALLEST_LAMBDA: Premise = { name: 'λ = λ*', statements: ['H(slack) = 0'] };

export const PROMPT_FACTOR: Premise = { name: 'e_p is a function of p', statements: ['e_p = f(S_anchor)'] };
/** Weaker than {@link PROMPT_FACTOR}; tried where that is needed. */
export const PROMPT_PART: Premise = { name: 'h(e_p) is a function of p', statements: ['h = f(S_anchor)'] };
export const INDEPENDENT_FACTORS: Premise = { name: 'e_p and e_M are independent', statements: ['e_p _|_ e_M'] };
export const INDEPENDENT_MODEL: Premise = {
  name: 'S_anchor and e_p are independent of e_M',
  statements: ['(S_anchor, e_p) _|_ e_M'],
};
export const INDEPENDENT_NOISE: Premise = {
  name: 'ε is independent of the rest',
  statements: ['epsilon _|_ (S_anchor, e_p, e_M)'],
};
export const DETERMINISTIC_CURATION: Premise = {
  name: 'S_gen is a function of M(p)',
  statements: ['S_gen = f(M)'],
};
const NO_NOISE: Premise = { name: 'ε is constant', statements: ['H(epsilon) = 0'] };
export const H_INJECTIVE: Premise = { name: 'h is injective', statements: ['e_p = f(h)'] };
export const G_INJECTIVE: Premise = { name: 'g is injective', statements: ['e_M = f(g)'] };
/** S_anchor → p → e_p → W of §4.1; p is a bijective image of S_anchor. */
export const CHAIN_OF_PROMPT: Premise = { name: 'S_anchor → p → e_p → W', statements: ['S_anchor -> e_p -> W'] };
/** M(p) → e_M → W of §4.1. */
export const CHAIN_OF_MODEL: Premise = { name: 'M(p) → e_M → W', statements: ['M -> e_M -> W'] };

/** What one may naturally assume besides, in the order in which it is tried. */
export const NATURAL_PREMISES: readonly Premise[] = [
  PROMPT_FACTOR,
  INDEPENDENT_FACTORS,
  INDEPENDENT_MODEL,
  INDEPENDENT_NOISE,
  DETERMINISTIC_CURATION,
  NO_NOISE,
  H_INJECTIVE,
  G_INJECTIVE,
];

/** What is tried, singly and then in pairs, to save a line that the generating process refutes. */
export const EXTRA_PREMISES: readonly Premise[] = [...NATURAL_PREMISES, CHAIN_OF_PROMPT, CHAIN_OF_MODEL];

/** All that the premises say, in the language of claims. */
export function statementsOf(premises: readonly Premise[]): string[] {
  return premises.flatMap(({ statements }) => statements);
}

/** `generating process + ε is constant` */
export function nameOf(premises: readonly Premise[]): string {
  return premises.map(({ name }) => name).join(' + ');
}

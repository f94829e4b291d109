/** The paper's quantities in the language of claims, by their definitions; in brackets, to stand in an expression. */

/** ΔI of (2). */
export const INFORMATION_GAIN = '(H(M) - I(h; M))';
/** B_syn of (3). */
export const COMPRESSION_BOTTLENECK = '(I(e_M; W) + I(e_p; W))';
/** δ_ε, which (17) defines. */
export const NOISE_LOSS = '(I(M; W) - I(S_gen; W))';
/** λ I(e_p, M(p)), by (22). */
export const PROMPT_ENTROPY_BOUND = '(H(e_p) + H(slack))';
/** (λ − 1) I(e_p, M(p)). */
export const PROMPT_EXCESS = `(${PROMPT_ENTROPY_BOUND} - I(e_p; M))`;
/** δ_{ε,p} of (27). */
export const EFFICIENCY = `(${PROMPT_EXCESS} - ${NOISE_LOSS})`;
/** δ_{ε,p} at the smallest admissible λ, H(e_p)/I(e_p, M(p)). */
export const SMALLEST_EFFICIENCY = `(H(e_p) - I(e_p; M) - ${NOISE_LOSS})`;
/** GGMI of (9). */
export const GGMI = "(I(S_anchor; W') - I(S_gen; W))";
/** α H(S_anchor | W), which is H(S_anchor | W') by the definition of α in Theorem 4.10. */
export const SCALED_ANCHOR_ENTROPY = "H(S_anchor|W')";
/** ΔH of Theorem 4.10. */
export const ENTROPY_DECREASE = '(H(S_anchor) - H(S_gen))';
/** ε_{W,p} of Theorem 4.10. */
export const TRAINING_COMPRESSION = '(H(S_anchor|W) - H(S_anchor|M))';

/** The right side of (5). */
export const INFORMATION_FLOW_BOUND = `-${INFORMATION_GAIN} + ${COMPRESSION_BOTTLENECK} + H(e_M) + ${EFFICIENCY}`;
/** The same at the smallest admissible λ. */
export const SMALLEST_INFORMATION_FLOW_BOUND = `-${INFORMATION_GAIN} + ${COMPRESSION_BOTTLENECK} + H(e_M) + ${SMALLEST_EFFICIENCY}`;
/** The right side of (10). */
export const GGMI_BOUND = `${INFORMATION_GAIN} - ${SCALED_ANCHOR_ENTROPY} - H(S_anchor|W) + 2 ${ENTROPY_DECREASE} + H(S_gen|W) + ${TRAINING_COMPRESSION}`;

import { FiniteDistribution } from '../../information/finite-distribution.js';
import { LinearCode } from '../../information/linear-code.js';

/** The factors that M(p) is put down to, and what W learns. */
interface Split {
  readonly e_p: readonly string[];
  readonly e_M: readonly string[];
  readonly W: readonly string[];
}

/** M(p) = S_gen is a bit of the prompt, which is the anchor data, and a bit of the model; h and g may be the identity. */
function pair({ e_M, g, W }: { readonly e_M: readonly string[]; readonly g: string; readonly W: readonly string[] }) {
  return new LinearCode({
    S_anchor: ['a'],
    e_p: ['a'],
    h: ['a'],
    e_M,
    g: [g],
    M: ['a', g],
    epsilon: [],
    S_gen: ['a', g],
    W,
    "W'": ['a'],
  });
}

/** The model says again what the prompt says, and W learns it. */
export const REPEATS_PROMPT = pair({ e_M: ['a'], g: 'a', W: ['a'] });
/** The model adds a bit of its own, and W learns both. */
export const ADDS_BIT = pair({ e_M: ['b'], g: 'b', W: ['a', 'b'] });
/** The same with another bit in e_M, of which g takes no notice. */
export const ADDS_BIT_OF_TWO = pair({ e_M: ['b', 'c'], g: 'b', W: ['a', 'b'] });

/** M(p) = S_gen is two fair bits, which are the anchor data as well; h and g are the identity. */
function split({ e_p, e_M, W }: Split): LinearCode {
  const output = ['a', 'b'];
  return new LinearCode({
    S_anchor: output,
    e_p,
    h: e_p,
    e_M,
    g: e_M,
    M: output,
    epsilon: [],
    S_gen: output,
    W,
    "W'": output,
  });
}

const ALL = ['a', 'b'];

/** One process in which W learns all of its data, with M(p) put down to the prompt. */
export const TO_PROMPT = split({ e_p: ALL, e_M: [], W: ALL });
/** The same process, with M(p) put down to the model. */
export const TO_MODEL = split({ e_p: [], e_M: ALL, W: ALL });
/** Put down to the prompt, where W learns one bit of two. */
export const TO_PROMPT_HALF_LEARNED = split({ e_p: ALL, e_M: [], W: ['a'] });
/** One bit from the prompt and one from the model, of which W learns the first, or the second, or their sum. */
export const LEARNS_PROMPT = split({ e_p: ['a'], e_M: ['b'], W: ['a'] });
export const LEARNS_SUM = split({ e_p: ['a'], e_M: ['b'], W: ['a + b'] });

/** How findings speak of the same process with its output put down to one part or the other. */
export const SPLIT =
  'one process, whose output is put down to the prompt, or to the model (Definition 4.1 allows both)';

/** S_gen = M(p) = (e_p, e_M), two fair bits as an element of Z_2 × Z_2, of which the first is the anchor data. */
export function twoBits(): FiniteDistribution {
  const bit = [
    [0, 1 / 2],
    [1, 1 / 2],
  ] as const;
  return FiniteDistribution.empty()
    .source('S_anchor', bit)
    .map('e_p', ['S_anchor'], (anchor) => anchor)
    .map('h', ['e_p'], (factor) => factor)
    .source('e_M', bit)
    .map('g', ['e_M'], (factor) => factor)
    .map('M', ['h', 'g'], (h, g) => 2 * h + g)
    .map('epsilon', [], () => 0)
    .map('S_gen', ['M'], (output) => output);
}

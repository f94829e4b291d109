import { ExactCode, type Sum } from '../../inequality/refute/exact-code.js';
import type { LinearCode } from '../../information/linear-code.js';
import type { Rng } from '../../random/rng.js';

/** Bits of an element of the group in which M = h + g and S_gen = M + ε. */
const WIDTH = 2;

/**
 * A random system of the generating process in which every variable is sums of fair bits, so that entropies are whole
 * numbers of bits and two sides can be equal. It has the letters of premises, and those of random systems: `slack` is
 * nothing in two systems of three, so that λ is λ* there, `sum` is M, and p is S_anchor, by another name. M(p) says
 * something of e_p: there is a λ.
 */
export function randomCode(rng: Rng): LinearCode {
  for (let attempt = 0; ; attempt++) {
    const code = drawCode(rng.split(attempt)).toEntropySystem();
    if (code.rank(['e_p']) + code.rank(['M']) > code.rank(['e_p', 'M'])) return code;
  }
}

function drawCode(rng: Rng): ExactCode {
  let sources = 0;
  const fresh = (): Sum => 1 << sources++;
  const combination = (of: readonly Sum[]): Sum => {
    return of.reduce((sum, bit) => (rng.integer(2) === 1 ? sum ^ bit : sum), 0);
  };
  const length = (count: number) => Array.from({ length: count });
  /** Sums of what it depends on; every second one with a bit of its own. */
  const channel = (count: number, of: readonly Sum[]) => {
    return length(count).map(() => combination(of) ^ (rng.integer(2) === 1 ? fresh() : 0));
  };
  const map = (of: readonly Sum[]) => length(WIDTH).map(() => combination(of));
  const add = (a: readonly Sum[], b: readonly Sum[]) => a.map((sum, i) => sum ^ b[i]);

  const anchor = length(1 + rng.integer(2)).map(fresh);
  const promptFactor = channel(1 + rng.integer(2), anchor);
  const modelFactor = channel(1 + rng.integer(2), rng.integer(2) === 1 ? [...anchor, ...promptFactor] : []);
  const [h, g] = [map(promptFactor), map(modelFactor)];
  const output = add(h, g);
  const noise = rng.integer(2) === 1 ? map(output) : channel(WIDTH, output);
  const synthetic = add(output, noise);
  const variables: Readonly<Record<string, readonly Sum[]>> = {
    S_anchor: anchor,
    p: anchor,
    e_p: promptFactor,
    h,
    e_M: modelFactor,
    g,
    M: output,
    sum: output,
    epsilon: noise,
    S_gen: synthetic,
    W: channel(1 + rng.integer(2), synthetic),
    "W'": channel(1, anchor),
    slack: rng.integer(3) === 0 ? [fresh()] : [],
  };
  return new ExactCode(Object.keys(variables), Object.values(variables));
}

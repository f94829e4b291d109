import { evaluate } from '../src/information/evaluate.js';
import { FiniteDistribution } from '../src/information/finite-distribution.js';
import { work } from './contender.js';
import { python } from './program.js';
import { sideBySide } from './side-by-side.js';

/** Builds X, Y and Z = X + Y mod 100 and evaluates I(X;Y|Z), against numpy and against a Map of strings. */
export default async function finiteDistribution(): Promise<void> {
  for (const size of [100, 300, 1000]) {
    const mass = Array.from({ length: size }, (_, value) => [value, (2 * (value + 1)) / (size * (size + 1))] as const);
    await sideBySide(
      `I(X;Y|Z) of ${size ** 2} states`,
      [
        work('FiniteDistribution', () => {
          const system = FiniteDistribution.empty()
            .source('X', mass)
            .source('Y', mass)
            .map('Z', ['X', 'Y'], (x, y) => (x + y) % 100);
          return evaluate('I(X;Y|Z)', system).toFixed(12);
        }),
        work('Map of strings', () => withStrings(mass).toFixed(12)),
        python('numpy', 'numpy_entropies.py', {
          modules: ['numpy'],
          line: JSON.stringify(mass.map(([, probability]) => probability)),
        }),
      ],
      { repeats: 7, warmUp: 3 },
    );
  }
}

function withStrings(mass: readonly (readonly [number, number])[]): number {
  const states = mass.flatMap(([x, p]) => mass.map(([y, q]) => ({ X: x, Y: y, Z: (x + y) % 100, probability: p * q })));
  const entropy = (subset: readonly ('X' | 'Y' | 'Z')[]) => {
    const sums = new Map<string, number>();
    for (const state of states) {
      const key = subset.map((variable) => state[variable]).join();
      sums.set(key, (sums.get(key) ?? 0) + state.probability);
    }
    return -[...sums.values()].reduce((sum, p) => sum + p * Math.log(p), 0);
  };
  return entropy(['X', 'Z']) + entropy(['Y', 'Z']) - entropy(['X', 'Y', 'Z']) - entropy(['Z']);
}

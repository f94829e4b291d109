import type { EntropySystem } from '../../information/entropy-system.js';
import { type Constraint, constraints } from '../../information/linear-form.js';
import { parseStatement } from '../../information/parse.js';
import {
  requireAtMost,
  requireKnownOptions,
  requirePositiveInteger,
  requireRecord,
  requireText,
} from '../../numeric/arguments.js';
import { listOf } from '../../numeric/shape.js';
import { type Rng, requireRng } from '../../random/rng.js';
import { randomCode } from './random-codes.js';
import { slackOf } from './slack.js';

/** A claim, and the premises under which it is looked at, in the language of claims. */
export interface Conditional {
  readonly claim: string;
  readonly given: readonly string[];
}

/** How tight a claim is on the random systems that satisfy its premises. */
export interface Tightness {
  /** How many do. */
  readonly systems: number;
  /** How many of them violate the claim: none, if it is true. */
  readonly violated: number;
  /** In how many of the others the larger side exceeds the smaller by 0, 1, 2, … bits. */
  readonly slacks: readonly number[];
}

export interface TightnessOptions {
  /** Systems drawn, with whatever premises they satisfy. */
  readonly systems: number;
  readonly rng: Rng;
}

const requireConditionals = listOf<Conditional>((name, conditional) => {
  requireRecord(name, conditional);
  requireText(`${name}.claim`, conditional.claim);
  listOf(requireText)(`${name}.given`, conditional.given);
});

/** All are kept, with the entropies that claims name. */
const MOST_SYSTEMS = 100_000;

/**
 * How tight claims are on random systems of the generating process that are made of fair bits, where every slack is a
 * whole number of bits. All claims see the same systems.
 *
 * @returns one for each claim, in order
 * @throws TypeError if an option is unknown or there is no rng
 * @throws RangeError if `systems` is no positive integer up to 100,000, or a claim has letters that the systems have not, or
 *   fractions of entropies
 * @throws ParseError if it cannot be read
 */
export function tightness(claims: readonly Conditional[], options: TightnessOptions): Tightness[] {
  requireKnownOptions('tightness', options, ['systems', 'rng']);
  requireConditionals('claims', claims);
  const { systems, rng } = options;
  requirePositiveInteger('systems', systems);
  requireAtMost('systems', systems, MOST_SYSTEMS);
  requireRng(rng);
  const drawn = Array.from({ length: systems }, (_, i) => remembering(randomCode(rng.split(i))));
  const slacksOf = (statement: string) => {
    const goal = constraints(parseStatement(statement));
    return drawn.map((system) => bitsOf(goal, system));
  };
  const premises = new Map([...new Set(claims.flatMap(({ given }) => given))].map((text) => [text, slacksOf(text)]));
  return claims.map(({ claim, given }) => {
    const slacks = slacksOf(claim).filter((_, i) => given.every((premise) => premises.get(premise)![i] >= 0));
    return {
      systems: slacks.length,
      violated: slacks.filter((slack) => slack < 0).length,
      slacks: Array.from({ length: Math.max(0, ...slacks.map((slack) => slack + 1)) }, (_, bits) => {
        return slacks.filter((slack) => slack === bits).length;
      }),
    };
  });
}

function bitsOf(claim: readonly Constraint[], system: EntropySystem): number {
  const slack = slackOf(claim, system) / Math.LN2;
  const bits = Math.round(slack);
  if (Math.abs(slack - bits) > 1e-9) throw new RangeError(`claims must be about whole bits, got a slack of ${slack}`);
  return bits === 0 ? 0 : bits;
}

/** The same system, which does not work out an entropy twice. */
function remembering(system: EntropySystem): EntropySystem {
  const entropies = new Map<string, number>();
  return {
    variables: system.variables,
    kind: system.kind,
    entropy(subset) {
      const key = subset.join();
      const entropy = entropies.get(key) ?? system.entropy(subset);
      entropies.set(key, entropy);
      return entropy;
    },
  };
}

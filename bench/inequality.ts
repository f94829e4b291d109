import { prove } from '../src/inequality/prove.js';
import { work } from './contender.js';
import { sideBySide } from './side-by-side.js';

/** The premises of the paper on eleven variables: Definition 4.1, noise, and the Markov chains of §4.1 and the appendices. */
const PAPER = [
  'h = f(e_p)',
  'g = f(e_M)',
  'M = f(h, g)',
  'S = f(M, E)',
  'A -> p -> e_p -> W',
  'M -> e_M -> W',
  'M -> S -> W',
  'h -> M -> S',
  'p = f(A)',
  'A = f(p)',
];
const GAIN = 'H(M) - I(h;M)';

/** Deciding claims: small ones, chains of more and more variables without functional dependences, and the paper's. */
export default async function inequality(): Promise<void> {
  const decide = (name: string, claim: string, given: readonly string[] = []) =>
    work(name, async () => (await prove(claim, { given })).status);
  const few = { repeats: 5, warmUp: 1 };
  await sideBySide('up to five variables', [
    decide('data processing', 'I(X;Z) <= I(X;Y)', ['X -> Y -> Z']),
    decide('Han, five variables', 'H(A,B,C,D) + H(A,B,C,E) + H(A,B,D,E) + H(A,C,D,E) + H(B,C,D,E) >= 4 H(A,B,C,D,E)'),
    decide('synergy (false)', 'I(X,Y;Z) <= I(X;Z) + I(Y;Z)'),
    decide('reversed data processing (false)', 'I(X;Y) <= I(X;Z)', ['X -> Y -> Z']),
    decide('five variables (false)', 'I(A;B) + I(C;D) <= I(A,C;B,D|E)', ['A -> B -> C', 'D _|_ E']),
  ]);
  await sideBySide(
    'I(X0; Xn) <= H(Xm) on a Markov chain, m in the middle',
    [5, 6, 7, 8, 9].map((n) => {
      const names = Array.from({ length: n }, (_, i) => `X${i}`);
      return decide(`${n} variables`, `I(X0;X${n - 1}) <= H(X${(n - 1) >> 1})`, [names.join(' -> ')]);
    }),
    few,
  );
  const nine = Array.from({ length: 9 }, (_, i) => `X${i}`);
  const allButOne = nine.map((left) => `H(${nine.filter((name) => name !== left)})`).join(' + ');
  await sideBySide('nine variables without premises', [decide('Han', `${allButOne} >= 8 H(${nine})`)], few);
  await sideBySide(
    'claims of the paper, eleven variables',
    [
      decide('(16) I(S;W) <= I(M;W)', 'I(S;W) <= I(M;W)', PAPER),
      decide('(19) I(h;W) <= I(e_p;W)', 'I(h;W) <= I(e_p;W)', PAPER),
      decide('(21) I(M;W) <= I(e_p;W) + I(e_M;W)', 'I(M;W) <= I(e_p;W) + I(e_M;W)', PAPER),
      decide('(5) with δ = 0', `I(S;W) + ${GAIN} <= I(e_M;W) + I(e_p;W) + H(e_M)`, PAPER),
      decide('(29) I(A;M) >= I(h;M)', 'I(A;M) >= I(h;M)', PAPER),
      decide('(29), factors through the prompt', 'I(A;M) >= I(h;M)', [...PAPER, 'e_p = f(p)']),
    ],
    few,
  );
}

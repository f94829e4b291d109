import Fraction from 'fraction.js';
import { Certificate, Counterexample, Polymatroid, prove, repair, weakest } from '../../src/index.js';
import { certificateFromData } from '../../src/inequality/certificate-data.js';
import { readProblem } from '../../src/inequality/problem.js';
import { ExactCode } from '../../src/inequality/refute/exact-code.js';
import { argument, object, options, positive } from './argument.js';
import { type Calls, call } from './call.js';

const CLAIM = 'I(X;Z) <= I(X;Y)';
const CHAIN = 'X -> Y -> Z';
const { claim, given } = readProblem('I(X;Y) >= 0', []);
const sum = { expression: 'I(X; Y)', relation: '>=' } as const;
const certificate = certificateFromData(
  { claim, given },
  { parts: [{ ...sum, terms: [{ ...sum, coefficient: '1', because: 'shannon' }] }] },
);
const { parts } = certificate;
/** X and Z are one bit, and Y is constant. */
const exact = new ExactCode(['X', 'Y', 'Z'], [[1], [], [1]]);
const refuted = readProblem(CLAIM, []);
const evidence = Counterexample.from({ claim: refuted.claim, given }, exact);
if (!evidence) throw new Error(CLAIM);
const problem = readProblem('H(A) <= H(B)', []);
const values = new Map([[problem.sets.all, new Fraction(1)]]);
const polymatroid = new Polymatroid(problem, values);

const claims = argument(CLAIM);
const premises = argument([CHAIN], '[]');
const limit = positive(2);
const names = argument(['A', 'B'], '[]');

export const inequalityCalls: Calls = [
  call('prove', prove, claims, options({ given: premises, timeLimit: limit })),
  call('weakest', weakest, claims, options({ given: premises, timeLimit: limit })),
  call('repair', repair, claims, premises, argument([CHAIN, 'H(Z)'], '[]'), options({ timeLimit: limit })),

  call(
    'new Certificate',
    (proof: ConstructorParameters<typeof Certificate>[0]) => new Certificate(proof),
    object({ claim: argument(claim), given: argument(given, '[]'), parts: argument(parts, '[]') }),
  ),
  call('Certificate.verify', certificate.verify.bind(certificate)),
  call('Certificate.write', certificate.write.bind(certificate), argument('text')),
  call('Certificate.terms', () => certificate.terms),
  call('Certificate.premises', () => certificate.premises),

  call(
    'new Polymatroid',
    (...args: ConstructorParameters<typeof Polymatroid>) => new Polymatroid(...args),
    argument(problem),
    argument(values),
  ),
  call('Polymatroid.rank', polymatroid.rank.bind(polymatroid), names),
  call('Polymatroid.entropy', polymatroid.entropy.bind(polymatroid), names),

  call(
    'Counterexample.from',
    Counterexample.from,
    object({ claim: argument(refuted.claim), given: argument(given, '[]') }),
    argument(exact),
  ),
  call('Counterexample.toString', () => evidence.toString()),
  call('Counterexample.table', () => evidence.table),
  call('Counterexample.premises', () => evidence.premises),
  call('Counterexample.claim', () => evidence.claim),
];

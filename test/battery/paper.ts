import { createRng, enumerateTraining, FiniteDistribution, gibbsAlgorithm, LearningProblem } from '../../src/index.js';
import * as paper from '../../src/paper/index.js';
import {
  argument,
  count,
  countOrZero,
  finite,
  list,
  nonNegative,
  object,
  optional,
  options,
  probability,
  text,
} from './argument.js';
import { type Calls, call } from './call.js';

const learning = new LearningProblem({ instances: [0, 1], hypotheses: [0, 1], loss: (w, z) => (w === z ? 0 : 1) });
const problem = argument(learning);
const hypothesis = argument(1, '0');
const law = argument([0.5, 0.5]);
const training = argument(enumerateTraining(learning, gibbsAlgorithm(1), { law: [0.5, 0.5], sampleSize: 2 }));
const laws = { task: law, model: law };
const letters = ['S_anchor', 'e_p', 'e_M', 'h', 'g', 'M', 'epsilon', 'S_gen', 'W', "W'"];
const rows = [0, 1].map((value) => [letters.map(() => value), 0.5] as const);
const system = argument(FiniteDistribution.fromTable(letters, rows));
const drawn = { systems: count(2), rng: argument(createRng(1)) };

export const paperCalls: Calls = [
  call('boundSlacks', paper.boundSlacks, object({ problems: count(2), rng: drawn.rng })),
  call('compareTraining', paper.compareTraining, training, training, law),
  call('decomposeError', paper.decomposeError, problem, hypothesis, finite(0.25), object({ ...laws, generated: law })),
  call('riskDifference', paper.riskDifference, problem, hypothesis, law, law),
  call(
    'lemma46',
    paper.lemma46,
    training,
    options({ layers: countOrZero(2), contraction: probability(0.5), information: nonNegative(0.1) }),
  ),
  call(
    'theorem47',
    paper.theorem47,
    training,
    object(laws),
    options({ layers: countOrZero(2), contraction: probability(0.5), information: nonNegative(0.1) }),
  ),
  call('failingStatements', paper.failingStatements),
  call('ggmiTerms', paper.ggmiTerms, system),
  call('itemOf', paper.itemOf, argument('lemma-4.5')),
  call('ledgerData', paper.ledgerData, optional(list([argument(paper.ledger[0])], '[]'))),
  call('randomSystemEvidence', paper.randomSystemEvidence, object(drawn)),
  call(
    'tightness',
    paper.tightness,
    list([object({ claim: argument('H(W) <= H(S_gen)'), given: argument(['I(S_gen;W) = H(W)'], '[]') })], '[]'),
    object(drawn),
  ),
  call('termIn', paper.termIn, argument('GGMI'), system),
  call('itemTitle', paper.itemTitle, text('eq-21.2')),
];

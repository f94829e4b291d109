import { totalVariationDistance } from '../../information/divergence.js';
import { type Bound, bound } from '../../learning/bound.js';
import { expectedAbsoluteError, expectedGeneralizationError } from '../../learning/generalization-error.js';
import { absoluteInformationTerm, informationTerm } from '../../learning/information-bounds.js';
import { requireLaw } from '../../learning/learning-problem.js';
import { lossSubGaussianConstant } from '../../learning/sub-gaussian.js';
import { requireTraining, type Training } from '../../learning/training.js';
import { datasetInformation } from '../../learning/training-information.js';
import { requireKnownOptions, requireNonNegative, requireNonNegativeInteger } from '../../numeric/arguments.js';
import { pow } from '../../numeric/power.js';
import type { SynthesisLaws } from './error-decomposition.js';

/** What stands on the right of (4), (6), (7) and (8), and is not of the learning problem itself. */
export interface PrintedTerms {
  /** The number L of contraction layers; default 0. */
  readonly layers?: number;
  /** Their contraction coefficient η; default 1. */
  readonly contraction?: number;
  /** In nats; default I(S;W). In (6) and (7), −ΔI + B_syn + H(e_M) + δ_{ε,p} stands for it. */
  readonly information?: number;
}

/** A statement about E|R − R̂_S| as it is printed, and what holds in its place. */
export interface StatementCheck {
  readonly printed: Bound;
  /** With the absolute value outside of the expectation, |E[R − R̂_S]|. */
  readonly signed: Bound;
  /** With the absolute value inside, and the right side of `absoluteErrorBound`; given that layers contract I to η^L I. */
  readonly repaired: Bound;
}

/**
 * (4) of Lemma 4.4, after Zhang, Liu & Tao (2018, arXiv:1804.09060): E[R(W) − R̂_S(W)] <= exp(−(L/2) log 1/η) √(2σ² I(S;W)/n).
 * Without layers, or with η = 1, it is the bound of Xu & Raginsky. Any η is taken as given here: for what there must be
 * for it to be true, see `layeredBound`.
 *
 * @throws RangeError if a term is negative or not finite
 */
export function lemma44(training: Training, printed: PrintedTerms = {}): Bound {
  const terms = readTerms(training, printed);
  return bound(training.problem, expectedGeneralizationError(training), signedTerm(terms), terms);
}

/**
 * (6) of Lemma 4.6, and (8) of Lemma 4.8: (4) with E|R − R̂_S| on the left, where R is the risk under the law of the data.
 *
 * @throws RangeError if a term is negative or not finite
 */
export function lemma46(training: Training, printed: PrintedTerms = {}): StatementCheck {
  requireTraining('training', training);
  return theorem47(training, { task: training.law, model: training.law }, printed);
}

/**
 * (7) of Theorem 4.7: E Err = E|R_𝒟 − R̂_S| <= C (TV(𝒟, 𝒟_M) + TV(𝒟_M, 𝒟_gen)) + (the right side of (6)), where 𝒟_gen is the
 * law of the training data and C the least bound of |ℓ|. What holds has the oscillation of the loss for C.
 *
 * @throws RangeError if a law is no distribution over the instances, or a term is negative or not finite
 */
export function theorem47(
  training: Training,
  laws: Pick<SynthesisLaws, 'task' | 'model'>,
  printed: PrintedTerms = {},
): StatementCheck {
  requireTraining('training', training);
  requireKnownOptions('laws', laws, ['task', 'model']);
  const { task, model } = laws;
  const { problem, law } = training;
  requireLaw('task', task, problem);
  requireLaw('model', model, problem);
  const divergences = {
    taskDivergence: totalVariationDistance(task, model),
    generationDivergence: totalVariationDistance(model, law),
  };
  const divergence = divergences.taskDivergence + divergences.generationDivergence;
  const terms = readTerms(training, printed);
  const absolute = expectedAbsoluteError(training, task);
  const signed = Math.abs(expectedGeneralizationError(training, task));
  const check = (left: number, constant: number, informationPart: number) =>
    bound(problem, left, constant * divergence + informationPart, { constant, ...divergences, ...terms });
  const { factor, subGaussian, information, sampleSize } = terms;
  return {
    printed: check(absolute, problem.lossBound, signedTerm(terms)),
    signed: check(signed, problem.oscillation, signedTerm(terms)),
    repaired: check(
      absolute,
      problem.oscillation,
      absoluteInformationTerm(subGaussian, factor * factor * information, sampleSize),
    ),
  };
}

/** exp(−(L/2) log 1/η) = η^(L/2). */
export function depthFactor(layers: number, contraction: number): number {
  requireNonNegativeInteger('layers', layers);
  requireNonNegative('contraction', contraction);
  if (contraction > 1) throw new RangeError(`contraction must be at most 1, got ${contraction}`);
  return pow(contraction, layers / 2);
}

function readTerms(training: Training, printed: PrintedTerms) {
  requireKnownOptions('printed', printed, ['layers', 'contraction', 'information']);
  const { layers = 0, contraction = 1, information = datasetInformation(training) } = printed;
  requireNonNegative('information', information);
  return {
    factor: depthFactor(layers, contraction),
    subGaussian: lossSubGaussianConstant(training.problem, training.law),
    information,
    sampleSize: training.sampleSize,
  };
}

function signedTerm({ factor, subGaussian, information, sampleSize }: ReturnType<typeof readTerms>): number {
  return factor * informationTerm(subGaussian, information, sampleSize);
}

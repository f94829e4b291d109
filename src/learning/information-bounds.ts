import { mean } from '../numeric/summary.js';
import { type Bound, bound } from './bound.js';
import { expectedAbsoluteError, expectedGeneralizationError } from './generalization-error.js';
import { lossSubGaussianConstant } from './sub-gaussian.js';
import { requireTraining, type Training } from './training.js';
import { datasetInformation, pointInformation } from './training-information.js';

/**
 * |E[R(W) − R̂_S(W)]| <= √(2σ² I(S;W)/n) for a loss that is σ-sub-Gaussian under each w (Xu & Raginsky 2017,
 * arXiv:1705.07809; Russo & Zou 2016). This is (4) without layers. σ is the smallest there is.
 */
export function xuRaginskyBound(training: Training): Bound {
  requireTraining('training', training);
  const { sampleSize, law, problem } = training;
  const subGaussian = lossSubGaussianConstant(problem, law);
  const information = datasetInformation(training);
  const left = Math.abs(expectedGeneralizationError(training));
  const right = informationTerm(subGaussian, information, sampleSize);
  return bound(problem, left, right, { subGaussian, information, sampleSize });
}

/**
 * |E[R(W) − R̂_S(W)]| <= (1/n) Σ √(2σ² I(Zᵢ;W)) (Bu, Zou & Veeravalli 2020, arXiv:1901.04609): never more than the bound of
 * Xu & Raginsky, and finite for a deterministic algorithm on continuous data.
 */
export function individualSampleBound(training: Training): Bound {
  requireTraining('training', training);
  const { sampleSize, law, problem, symmetric } = training;
  const subGaussian = lossSubGaussianConstant(problem, law);
  const places = symmetric ? [0] : Array.from({ length: sampleSize }, (_, i) => i);
  const information = places.map((place) => pointInformation(training, place));
  const left = Math.abs(expectedGeneralizationError(training));
  const right = mean(information.map((nats) => informationTerm(subGaussian, nats, 1)));
  return bound(problem, left, right, { subGaussian, meanPointInformation: mean(information) });
}

/**
 * E |R(W) − R̂_S(W)| <= min{ (1 + √(2I)) σ/√n, √(2σ² (I + log 2)/n) } with I = I(S;W).
 *
 * With X = (R(w) − R̂_S(w)) √n/σ and S independent of w, E e^{λX} <= e^{λ²/2} for all λ, so that E X² <= 1, and
 * E e^{λ|X|} = E e^{λX} + E e^{−λX} − E e^{−λ|X|} <= 2e^{λ²/2} − e^{−λ}. Both e^{λ + λ²/2} and 2e^{λ²/2} are more. With the
 * variational formula of Donsker & Varadhan, λ E|X| <= I + λ + λ²/2 and λ E|X| <= I + log 2 + λ²/2 under the joint law,
 * for all λ > 0; the best λ gives the two.
 *
 * The first is the printed side of (6) with σ/√n added. No less will do: the loss of one hypothesis on one fair bit has
 * I = 0 and E|X| = 1.
 */
export function absoluteErrorBound(training: Training): Bound {
  requireTraining('training', training);
  const { sampleSize, law, problem } = training;
  const subGaussian = lossSubGaussianConstant(problem, law);
  const information = datasetInformation(training);
  const right = absoluteInformationTerm(subGaussian, information, sampleSize);
  const left = expectedAbsoluteError(training);
  return bound(problem, left, right, { subGaussian, information, sampleSize });
}

/** √(2σ² I/n). */
export function informationTerm(subGaussian: number, information: number, sampleSize: number): number {
  return subGaussian * Math.sqrt((2 * information) / sampleSize);
}

/** min{ (1 + √(2I)) σ/√n, √(2σ² (I + log 2)/n) }. */
export function absoluteInformationTerm(subGaussian: number, information: number, sampleSize: number): number {
  return Math.min(
    informationTerm(subGaussian, information, sampleSize) + subGaussian / Math.sqrt(sampleSize),
    informationTerm(subGaussian, information + Math.LN2, sampleSize),
  );
}

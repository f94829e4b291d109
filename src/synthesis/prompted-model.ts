import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import type { Diffeomorphism } from '../density/change-of-variables.js';
import { GaussianMixture } from '../mixture/gaussian-mixture.js';
import {
  brief,
  requireFunction,
  requireInstance,
  requireKnownOptions,
  requireNonNegative,
  requirePositiveInteger,
} from '../numeric/arguments.js';
import { exp } from '../numeric/exponential.js';
import { ln } from '../numeric/logarithm.js';
import { square } from '../numeric/power.js';
import { type SampleInput, toRows, toSamples } from '../numeric/samples.js';
import { softmaxColumns } from '../numeric/softmax.js';
import { type Rng, requireRng } from '../random/rng.js';

/**
 * What a model answers when prompted with anchor points, one of them a time, each equally often: the mean over them of
 *
 *     D_M(x | a) = D_M(x) e^{−s|x − a|²/2} / ∫ D_M(x') e^{−s|x' − a|²/2} dx',
 *
 * the model conditioned on the neighbourhood of the anchor point a that the prompt shows. With strictness s = 0 that is the
 * model by itself; as s grows, answers come within about 1/√s of the points shown.
 *
 * A Gaussian times a Gaussian is one, so that this is a mixture again, exactly, with a component for each anchor point and
 * component of the model.
 *
 * @param anchor n points in d dimensions, n×d
 * @param strictness in 1/length²
 * @throws RangeError if dimensions differ or the strictness is negative or not finite
 */
export function promptedModel(model: GaussianMixture, anchor: SampleInput, strictness: number): GaussianMixture {
  const points = requireAnchor(model, anchor);
  requireNonNegative('strictness', strictness);
  if (strictness === 0) return model;
  const components = model.weights.flatMap((weight, c) =>
    weight > 0 ? [nearby(weight, model.means[c], model.covariances[c], strictness)] : [],
  );
  const answers = points.map((a) => answersTo(a, components));
  return new GaussianMixture({
    weights: answers.flatMap(({ weights }) => Array.from(weights, (weight) => weight / points.length)),
    means: answers.flatMap(({ means }) => means),
    covariances: points.flatMap(() => components.map(({ covariance }) => covariance)),
  });
}

/** A component of the model, as it is near an anchor point a. */
interface Nearby {
  /** Its covariance there, S = (Σ⁻¹ + sI)⁻¹ = (I + sΣ)⁻¹ Σ, the same for all a. */
  readonly covariance: Matrix;
  /** Its mean there, μ + sS(a − μ). */
  mean(a: readonly number[]): number[];
  /** log w ∫ N(x; μ, Σ) e^{−s|x − a|²/2} dx. */
  logMass(a: readonly number[]): number;
}

function nearby(weight: number, mean: readonly number[], covariance: number[][], strictness: number): Nearby {
  const sigma = new Matrix(covariance);
  const spread = Matrix.eye(mean.length).add(Matrix.mul(sigma, strictness));
  const cholesky = new CholeskyDecomposition(spread);
  const product = cholesky.solve(sigma);
  const S = product.add(product.transpose()).mul(0.5); // symmetric but for rounding
  const logDeterminant = 2 * cholesky.lowerTriangularMatrix.diag().reduce((sum, x) => sum + ln(x), 0);
  const shift = (a: readonly number[]) => Matrix.columnVector(a.map((value, i) => value - mean[i]));
  return {
    covariance: S,
    mean: (a) =>
      Matrix.mul(S, strictness)
        .mmul(shift(a))
        .to1DArray()
        .map((move, i) => mean[i] + move),
    logMass: (a) => ln(weight) - logDeterminant / 2 - (strictness / 2) * shift(a).dot(cholesky.solve(shift(a))),
  };
}

function answersTo(a: readonly number[], components: readonly Nearby[]) {
  const weights = Float64Array.from(components, ({ logMass }) => logMass(a));
  softmaxColumns(weights, new Float64Array(1));
  return { weights, means: components.map(({ mean }) => mean(a)) };
}

export interface PromptingOptions {
  /** The prompts, n×d: values of the map. */
  readonly prompts: SampleInput;
  /** φ, which takes an anchor point to its prompt. */
  readonly map: Diffeomorphism;
  readonly strictness: number;
  readonly rng: Rng;
}

/**
 * Answers of a model to prompts drawn at random from those given, `count`×d, as the definition says and without a closed
 * form: the model speaks until what it says passes for the prompt, which x does with probability e^{−s|x − φ⁻¹(p)|²/2}.
 *
 * @throws like {@link promptedModel}
 * @throws RangeError if a million utterances do not pass for a prompt
 * @throws TypeError if an option is unknown, the model is no GaussianMixture, the map has no inverse, or rng is missing
 */
export function answerPrompts(model: GaussianMixture, count: number, options: PromptingOptions): Matrix {
  requireKnownOptions('answerPrompts', options, ['prompts', 'map', 'strictness', 'rng']);
  const { prompts, map, strictness, rng } = options;
  const { data, d } = toSamples('prompts', prompts);
  requireFunction('map.inverse', map?.inverse);
  const shown = requireAnchor(
    model,
    toRows(data, d).map((p) => map.inverse(p)),
  );
  requirePositiveInteger('count', count);
  requireNonNegative('strictness', strictness);
  requireRng(rng);
  const utterances = speech(model, rng);
  const answers = Array.from({ length: count }, () => {
    const a = shown[rng.integer(shown.length)];
    for (let tries = 1; ; tries++) {
      if (tries > MOST_TRIES) throw new RangeError(`prompts must show points the model comes near to, got ${brief(a)}`);
      const x = utterances();
      const distance = x.reduce((sum, value, i) => sum + square(value - a[i]), 0);
      if (rng.uniform() < exp((-strictness / 2) * distance)) return x;
    }
  });
  return new Matrix(answers);
}

const MOST_TRIES = 1e6;
const BATCH = 4096;

/** Draws of the model one by one, made many at a time. */
function speech(model: GaussianMixture, rng: Rng): () => number[] {
  let rows: number[][] = [];
  return () => {
    if (rows.length === 0) rows = model.sample(BATCH, rng).to2DArray();
    return rows.pop() as number[];
  };
}

function requireAnchor(model: GaussianMixture, anchor: SampleInput): number[][] {
  requireInstance('model', model, GaussianMixture);
  const { data, d } = toSamples('anchor', anchor);
  if (d !== model.dimension) throw new RangeError(`anchor must have ${model.dimension} columns, got ${d}`);
  return toRows(data, d);
}

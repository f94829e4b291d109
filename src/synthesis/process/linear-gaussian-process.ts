import { LinearGaussian } from '../../information/linear-gaussian.js';
import { requireKnownOptions, requirePositive } from '../../numeric/arguments.js';

/** Variances, and a factor; all positive, since a constant has no density. */
export interface LinearGaussianProcessOptions {
  /** Variance of the anchor data. */
  readonly anchor: number;
  /** Variance of the model's factor e_M. */
  readonly model: number;
  /** c: how strongly that factor comes to bear on the output, g(e_M) = c e_M. */
  readonly weight: number;
  /** Variance of the noise of curation. */
  readonly noise: number;
  /** Variance of what training on S_gen gets wrong. */
  readonly training: number;
  /** Variance of what training on S_anchor gets wrong. */
  readonly anchorTraining: number;
}

const OPTIONS = ['anchor', 'model', 'weight', 'noise', 'training', 'anchorTraining'] as const;

/**
 * The generating process with jointly Gaussian variables, so that every quantity is a logarithm of variances. Variables,
 * in the order in which they come about:
 *
 * - `S_anchor`, and `e_p` and `h`, the same; `e_M` independent, and `g` = c e_M; `M` = h + g;
 * - `epsilon` independent; `S_gen` = M + epsilon;
 * - `W` = S_gen and `W'` = S_anchor, each plus an error of its own.
 *
 * @throws RangeError if an option is not positive
 */
export function linearGaussianProcess(options: LinearGaussianProcessOptions): LinearGaussian {
  requireKnownOptions('linearGaussianProcess', options, OPTIONS);
  for (const name of OPTIONS) requirePositive(name, options[name]);
  const { anchor, model, weight, noise, training, anchorTraining } = options;
  return LinearGaussian.empty()
    .source('S_anchor', anchor)
    .linear('e_p', { S_anchor: 1 })
    .linear('h', { e_p: 1 })
    .source('e_M', model)
    .linear('g', { e_M: weight })
    .linear('M', { h: 1, g: 1 })
    .source('epsilon', noise)
    .linear('S_gen', { M: 1, epsilon: 1 })
    .linear('W', { S_gen: 1 }, training)
    .linear("W'", { S_anchor: 1 }, anchorTraining);
}

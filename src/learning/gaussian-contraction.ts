import { requireNonNegative } from '../numeric/arguments.js';
import { exp, tanh } from '../numeric/exponential.js';
import { integrate } from '../numeric/quadrature.js';
import { withinRange } from '../numeric/range.js';

/** Deviations from the mean beyond which a normal density has less than 1e-18 of its mass. */
const REACH = 9;
const TOLERANCE = 1e-12;
const ROUNDING = 1e-11;

/**
 * How much a layer that adds Gaussian noise contracts information about a *Gaussian* input: I(U;Y) <= η I(U;X) for every
 * U → X → Y, with η = SNR/(1 + SNR), the squared correlation of X and Y (Ahlswede & Gács 1976; Calmon, Polyanskiy & Wu
 * 2015, doi:10.1109/ISIT.2015.7282918).
 *
 * Not for other inputs of the same power: under a constraint on the power alone no η < 1 will do (Polyanskiy & Wu 2016,
 * doi:10.1109/TIT.2015.2482978). Where activations are bounded, see `boundedInputContraction`.
 *
 * @throws RangeError if the ratio of the variances of signal and noise is negative or not finite
 */
export function gaussianInputContraction(signalToNoise: number): number {
  requireNonNegative('signalToNoise', signalToNoise);
  return signalToNoise / (1 + signalToNoise);
}

/**
 * The contraction coefficient of a layer that adds Gaussian noise to inputs in [−A, A], given A in deviations of the
 * noise: the greatest Le Cam divergence of two rows N(x, 1), N(x′, 1), which is that of the ends at β = ½,
 *
 *     η = ½ ∫ (P − Q)²/(P + Q) = E tanh²(A Y), Y ~ N(A, 1).
 *
 * It holds for every input law on [−A, A]; below the Dobrushin coefficient erf(A/√2).
 *
 * @throws RangeError if A is negative or not finite
 */
export function boundedInputContraction(amplitude: number): number {
  requireNonNegative('amplitude', amplitude);
  // Over z = Y − A, in which a large amplitude swallows nothing.
  const integrand = (z: Float64Array, values: Float64Array, weights: Float64Array) => {
    for (let i = 0; i < z.length; i++) {
      const t = tanh(amplitude * (amplitude + z[i]));
      weights[i] = exp((-z[i] * z[i]) / 2) / Math.sqrt(2 * Math.PI);
      values[i] = weights[i] * t * t;
    }
  };
  // tanh² turns sharply at Y = 0.
  const turn = amplitude < REACH && amplitude > 0 ? [-amplitude] : [];
  const { value } = integrate(integrand, [-REACH, ...turn, 0, REACH], TOLERANCE);
  return withinRange('the contraction coefficient', value, [0, 1], ROUNDING);
}

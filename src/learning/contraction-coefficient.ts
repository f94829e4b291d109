import { ROUNDING_OF_SUMS, totalVariationDistance } from '../information/divergence.js';
import { requireList } from '../numeric/arguments.js';
import { square } from '../numeric/power.js';
import { withinRange } from '../numeric/range.js';
import { type Channel, requireChannel } from './channel.js';

/** Halvings after which β is known to the last bit. */
const HALVINGS = 60;

/**
 * The contraction coefficient η of a channel X → Y for mutual information and relative entropy: the smallest number with
 * I(U;Y) <= η I(U;X) whenever U → X → Y, and D(PK‖QK) <= η D(P‖Q) (Ahlswede & Gács 1976).
 *
 * It is attained by binary inputs (Ordentlich & Polyanskiy 2021, arXiv:2010.01987), for which it is the greatest Le Cam
 * divergence of the two rows (Polyanskiy & Wu 2017, arXiv:1508.06025),
 *
 *     η = max over pairs of rows P, Q and 0 <= β <= 1 of  β(1 − β) Σ (P − Q)² / ((1 − β)P + βQ).
 *
 * That is concave in β: it equals 1 − Σ PQ / ((1 − β)P + βQ). So its maximum is found by halving, to rounding.
 *
 * @throws RangeError if the channel is empty or ragged, or a row is no distribution
 */
export function contractionCoefficient(channel: Channel): number {
  return greatestOfPairs(channel, greatestLeCamDivergence);
}

/**
 * Dobrushin's coefficient: the greatest total variation distance between two rows. It is the contraction coefficient for
 * total variation, and an upper bound of that for mutual information, of which its square is a lower bound.
 *
 * @throws RangeError if the channel is empty or ragged, or a row is no distribution
 */
export function dobrushinCoefficient(channel: Channel): number {
  return greatestOfPairs(channel, totalVariationDistance);
}

type Row = readonly number[];

function greatestOfPairs(channel: Channel, distance: (p: Row, q: Row) => number): number {
  requireList('channel', channel);
  requireChannel('channel', channel, channel.length);
  let greatest = 0;
  for (let x = 0; x < channel.length; x++) {
    for (let other = 0; other < x; other++) greatest = Math.max(greatest, distance(channel[x], channel[other]));
  }
  return withinRange('the contraction coefficient', greatest, [0, 1], ROUNDING_OF_SUMS);
}

function greatestLeCamDivergence(p: Row, q: Row): number {
  if (slope(p, q, 0) <= 0) return leCamDivergence(p, q, 0);
  if (slope(p, q, 1) >= 0) return leCamDivergence(p, q, 1);
  let [rising, falling] = [0, 1];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (rising + falling) / 2;
    if (slope(p, q, middle) > 0) rising = middle;
    else falling = middle;
  }
  return leCamDivergence(p, q, rising);
}

/** The limit where β is 0 or 1. */
function leCamDivergence(p: Row, q: Row, beta: number): number {
  let sum = 0;
  for (let y = 0; y < p.length; y++) {
    if (p[y] === 0) sum += (1 - beta) * q[y];
    else if (q[y] === 0) sum += beta * p[y];
    else sum += (beta * (1 - beta) * square(p[y] - q[y])) / ((1 - beta) * p[y] + beta * q[y]);
  }
  return sum;
}

/** The derivative of the Le Cam divergence in β. */
function slope(p: Row, q: Row, beta: number): number {
  let sum = 0;
  for (let y = 0; y < p.length; y++) {
    if (p[y] > 0 && q[y] > 0) sum += (p[y] * q[y] * (q[y] - p[y])) / square((1 - beta) * p[y] + beta * q[y]);
  }
  return sum;
}

import { brief, requireNumbers } from '../numeric/arguments.js';
import { cantorFunction } from '../numeric/cantor-function.js';
import type { Diffeomorphism } from './change-of-variables.js';

/** Halvings of [0, 1] until its parts are as short as numbers allow. */
const HALVINGS = 53;

/**
 * A map that is reversible, increasing and continuous both ways, and no diffeomorphism though it has the methods of one:
 * φ from [0, 2] onto [0, 1], whose inverse is x + c(x) with Cantor's function c. The inverse has the derivative 1 almost
 * everywhere, so that this is what its Jacobian says; but φ takes half of [0, 2] to Cantor's set, which has length 0.
 */
export const cantorMap: Diffeomorphism = {
  forward(point) {
    requireOneNumber(point);
    const [y] = point;
    if (!(y >= 0 && y <= 2)) return [Number.NaN];
    let [below, above] = [0, 1];
    for (let i = 0; i < HALVINGS; i++) {
      const middle = (below + above) / 2;
      if (middle + cantorFunction(middle) > y) above = middle;
      else below = middle;
    }
    return [(below + above) / 2];
  },
  inverse(point) {
    requireOneNumber(point);
    const [x] = point;
    return [x >= 0 && x <= 1 ? x + cantorFunction(x) : Number.NaN];
  },
  logAbsDetJacobian(point) {
    requireOneNumber(point);
    return 0;
  },
};

function requireOneNumber(point: readonly number[]): void {
  requireNumbers('a point', point);
  if (point.length !== 1) throw new RangeError(`a point must have one coordinate, got ${brief(point)}`);
}

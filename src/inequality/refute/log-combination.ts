import Fraction from 'fraction.js';
import { primitiveMultiple } from '../../numeric/common-denominator.js';
import { ln } from '../../numeric/logarithm.js';

/** Not known to be independent of logarithms of integers over the rationals: kept as a symbol. */
const TWO_PI_E = '2πe';
/** 2πe is between these. */
const TWO_PI_E_BOUNDS = [17079468445347134130927101739093n, 17079468445347134130927101739094n].map(
  (digits) => new Fraction(digits, 1_000_000_000_000_000_000_000_000_000_000n),
);

/** Powers beyond take too long to multiply out. */
const MOST_POWER = 100_000n;
/** What a sum of logarithms in floating point is wrong by, as a share of the sum of their sizes, stays far below. */
const ROUNDING = 1e-9;

/**
 * An exact real number Σ coefficient · log(base) with rational coefficients, over primes and the constant 2πe: what
 * entropies of rational distributions, of codes and of rational covariances are. Logarithms of primes are linearly
 * independent over the rationals, so that a number without 2πe is zero exactly when no term is left.
 */
export class LogCombination {
  static readonly ZERO = new LogCombination(new Map());
  /** log(2πe): the entropy of a normal variable is half its logarithm and half that of its variance. */
  static readonly TWO_PI_E = new LogCombination(new Map([[TWO_PI_E, new Fraction(1)]]));

  readonly #terms: ReadonlyMap<string, Fraction>;

  private constructor(terms: ReadonlyMap<string, Fraction>) {
    this.#terms = terms;
  }

  /**
   * log x for x a positive fraction. Factors by trial division: for numbers of moderate size.
   *
   * @throws RangeError if x is not positive
   */
  static log(x: Fraction): LogCombination {
    if (x.compare(0) <= 0) throw new RangeError(`x must be positive, got ${x.toFraction()}`);
    const powers = new Map<string, Fraction>();
    const count = (prime: bigint, by: number) => {
      powers.set(String(prime), new Fraction(by).add(powers.get(String(prime)) ?? 0));
    };
    for (const prime of primeFactors(x.n)) count(prime, 1);
    for (const prime of primeFactors(x.d)) count(prime, -1);
    return new LogCombination(powers);
  }

  static sum(numbers: Iterable<LogCombination>): LogCombination {
    const sums = new Map<string, Fraction>();
    for (const number of numbers) {
      for (const [base, coefficient] of number.#terms) sums.set(base, coefficient.add(sums.get(base) ?? 0));
    }
    for (const [base, coefficient] of sums) if (coefficient.equals(0)) sums.delete(base);
    return new LogCombination(sums);
  }

  plus(other: LogCombination): LogCombination {
    return LogCombination.sum([this, other]);
  }

  times(factor: Fraction): LogCombination {
    if (factor.equals(0)) return LogCombination.ZERO;
    return new LogCombination(new Map([...this.#terms].map(([base, c]) => [base, c.mul(factor)])));
  }

  get isZero(): boolean {
    return this.#terms.size === 0;
  }

  /**
   * The sign, by comparing integers: Σ c log b > 0 where the product of b^(c·D) is above 1, with D such that the powers are
   * integers without a common factor. Where they are too large, by floating point with room for its rounding.
   *
   * @throws RangeError if neither settles the sign, or not the bounds of 2πe if that occurs
   */
  sign(): -1 | 0 | 1 {
    const scale = primitiveMultiple(this.#terms.values());
    if ([...this.#terms.values()].some((c) => c.mul(scale).n > MOST_POWER)) {
      const rounded = roundedSign([...this.#terms].map(([base, c]) => c.mul(scale).valueOf() * logOf(base)));
      if (rounded === null) throw new RangeError(`the sign of ${this} is too close to call`);
      return rounded;
    }
    const [low, high] = TWO_PI_E_BOUNDS.map((bound) => this.#signWith(bound, scale));
    if (low !== high) throw new RangeError(`the sign of ${this} is too close to call`);
    return low;
  }

  #signWith(twoPiE: Fraction, scale: Fraction): -1 | 0 | 1 {
    let above = 1n;
    let below = 1n;
    for (const [base, coefficient] of this.#terms) {
      const { n, d } = base === TWO_PI_E ? twoPiE : new Fraction(base);
      const power = coefficient.mul(scale);
      // biome-ignore lint/plugin: of BigInt
      above *= (power.s > 0n ? n : d) ** power.n;
      // biome-ignore lint/plugin: of BigInt
      below *= (power.s > 0n ? d : n) ** power.n;
    }
    return above > below ? 1 : above < below ? -1 : 0;
  }

  /** In nats, in floating point. */
  valueOf(): number {
    let sum = 0;
    for (const [base, c] of this.#terms) sum += c.valueOf() * logOf(base);
    return sum;
  }

  /** In bits, such as `5/2 - 3/2 log2(3)`. */
  toString(): string {
    const terms = [...this.#terms].sort(([a], [b]) => Number(a === TWO_PI_E) - Number(b === TWO_PI_E) || +a - +b);
    if (terms.length === 0) return '0';
    return terms
      .map(([base, coefficient], i) => {
        const sign = coefficient.s > 0n ? (i === 0 ? '' : ' + ') : i === 0 ? '-' : ' - ';
        const size = coefficient.abs();
        if (base === '2') return sign + size.toFraction();
        return `${sign}${size.equals(1) ? '' : `${size.toFraction()} `}log2(${base})`;
      })
      .join('');
  }
}

function logOf(base: string): number {
  return ln(base === TWO_PI_E ? 2 * Math.PI * Math.E : +base);
}

/** The sign of a sum that is not all rounding; else null. */
function roundedSign(terms: readonly number[]): -1 | 1 | null {
  const value = terms.reduce((sum, term) => sum + term, 0);
  const size = terms.reduce((sum, term) => sum + Math.abs(term), 0);
  if (!(Math.abs(value) > ROUNDING * size)) return null;
  return value > 0 ? 1 : -1;
}

/** Primes whose product is n, in ascending order. */
function primeFactors(n: bigint): bigint[] {
  const factors: bigint[] = [];
  let rest = n;
  for (let p = 2n; p * p <= rest; p++) {
    while (rest % p === 0n) {
      factors.push(p);
      rest /= p;
    }
  }
  return rest > 1n ? [...factors, rest] : factors;
}

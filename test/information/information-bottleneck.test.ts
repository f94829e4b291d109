import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Encoder, informationOf, iterate, toSource } from '../../src/information/bottleneck-descent.js';
import { evaluate } from '../../src/information/evaluate.js';
import { FiniteDistribution } from '../../src/information/finite-distribution.js';
import { holds } from '../../src/information/holds.js';
import { informationBottleneck, informationBottleneckCurve } from '../../src/information/information-bottleneck.js';
import { entropy } from '../../src/information/shannon-entropy.js';
import { toRows } from '../../src/numeric/samples.js';
import { createRng, type Rng } from '../../src/random/rng.js';

const rng = createRng('information-bottleneck');
const binaryEntropy = (p: number) => entropy([p, 1 - p]);
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** The q <= 1/2 with h(q) as given, by bisection. */
function inverseBinaryEntropy(value: number): number {
  let [low, high] = [0, 0.5];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (binaryEntropy(middle) < value) low = middle;
    else high = middle;
  }
  return low;
}

/** A joint distribution; at small concentrations many of its probabilities are zero. */
function randomJoint(sizeX: number, sizeY: number, concentration: number, random: Rng): number[][] {
  const drawn = random.dirichlet(new Array<number>(sizeX * sizeY).fill(concentration));
  const kept = drawn.map((p) => (p < 1e-4 ? 0 : p));
  const total = sum(kept);
  return toRows(
    kept.map((p) => p / total),
    sizeY,
  );
}

const joint = fc
  .record({
    sizeX: fc.integer({ min: 2, max: 5 }),
    sizeY: fc.integer({ min: 2, max: 4 }),
    concentration: fc.constantFrom(0.1, 0.3, 1, 5),
    seed: fc.integer(),
  })
  .map(({ sizeX, sizeY, concentration, seed }) => randomJoint(sizeX, sizeY, concentration, createRng(seed)));
/** Not quite 1, where a function Y of X may be kept or not at no difference, and the iteration does not decide. */
const beta = fc
  .double({ min: -1, max: 6, noNaN: true })
  .filter((log) => Math.abs(log) > 0.01)
  .map(Math.exp);

/** X a fair bit, Y the same bit but for a crossover: the doubly symmetric binary source. */
const symmetric = (crossover: number) => [
  [(1 - crossover) / 2, crossover / 2],
  [crossover / 2, (1 - crossover) / 2],
];

describe('the iteration', () => {
  test('never raises the Lagrangian, and says what lies in between', () => {
    fc.assert(
      fc.property(joint, beta, fc.integer({ min: 1, max: 5 }), fc.integer(), (p, b, clusters, seed) => {
        const source = toSource(Float64Array.from(p.flat()), p.length, p[0].length);
        const random = createRng(seed);
        let encoder: Encoder = new Float64Array(clusters * p.length);
        for (let x = 0; x < p.length; x++) {
          random.dirichlet(new Array<number>(clusters).fill(0.5)).forEach((share, t) => {
            encoder[t * p.length + x] = share;
          });
        }
        const lagrangian = () => {
          const { rate, relevance } = informationOf(source, encoder);
          return rate - b * relevance;
        };
        const rounding = 1e-14 * (1 + b);
        for (let step = 0; step < 20; step++) {
          const before = lagrangian();
          const next = iterate(source, b, encoder);
          encoder = next.encoder;
          expect(next.lagrangian).toBeLessThanOrEqual(before + rounding);
          expect(lagrangian()).toBeLessThanOrEqual(next.lagrangian + rounding);
        }
      }),
    );
  });

  test('ends where the self-consistent equations hold', () => {
    fc.assert(
      fc.property(joint, beta, (p, b) => {
        const { encoder, converged } = informationBottleneck(p, { beta: b, rng, restarts: 1 });
        expect(converged).toBe(true);
        const massX = p.map(sum);
        const massT = encoder[0].map((_, t) => sum(p.map((_, x) => massX[x] * encoder[x][t])));
        const decoder = massT.map((mass, t) =>
          p[0].map((_, y) => sum(p.map((row, x) => row[y] * encoder[x][t])) / mass),
        );
        p.forEach((row, x) => {
          const weights = decoder.map((likelihoods, t) => {
            const divergence = sum(
              row.map((q, y) => (q > 0 ? (q / massX[x]) * Math.log(q / massX[x] / likelihoods[y]) : 0)),
            );
            return massT[t] * Math.exp(-b * divergence);
          });
          weights.forEach((weight, t) => {
            expect(encoder[x][t]).toBeCloseTo(weight / sum(weights), 4);
          });
        });
      }),
      { numRuns: 40 },
    );
  });
});

describe('known solutions', () => {
  test.each([0.05, 0.11, 0.3])('of a binary symmetric pair with crossover %d', (crossover) => {
    // The trivial solution is left at 1/λ₂, λ₂ = (1 − 2a)² the squared correlation.
    const critical = 1 / (1 - 2 * crossover) ** 2;
    const below = informationBottleneck(symmetric(crossover), { beta: 0.98 * critical, rng });
    expect([below.clusters, below.rate, below.relevance]).toEqual([1, 0, 0]);
    for (const factor of [1.02, 1.1, 1.5, 3]) {
      const above = informationBottleneck(symmetric(crossover), { beta: factor * critical, rng });
      expect(above.clusters).toBe(2);
      // Beyond it T is X through a symmetric channel q, by Mrs. Gerber's lemma: I(T;Y) = log 2 − h(a ⋆ q), log 2 − h(q)
      // being the rate; and the slope of that curve is 1/β.
      const q = inverseBinaryEntropy(Math.LN2 - above.rate);
      const star = crossover * (1 - q) + (1 - crossover) * q;
      expect(above.relevance).toBeCloseTo(Math.LN2 - binaryEntropy(star), 10);
      const slope = ((1 - 2 * crossover) * Math.log((1 - star) / star)) / Math.log((1 - q) / q);
      expect(slope * above.beta).toBeCloseTo(1, 6);
    }
  });

  test('of an erasure channel: nothing up to β = 1/(1 − e), then all of X', () => {
    const erased = 0.4;
    const p = [
      [(1 - erased) * 0.3, 0, erased * 0.3],
      [0, (1 - erased) * 0.7, erased * 0.7],
    ];
    expect(informationBottleneck(p, { beta: 0.99 / (1 - erased), rng }).clusters).toBe(1);
    const { rate, relevance } = informationBottleneck(p, { beta: 1.01 / (1 - erased), rng });
    expect(rate).toBeCloseTo(binaryEntropy(0.3), 10);
    expect(relevance).toBeCloseTo((1 - erased) * binaryEntropy(0.3), 10);
  });

  test('of Y a function of X: nothing up to β = 1, then T is that function', () => {
    const p = [
      [0.1, 0],
      [0.2, 0],
      [0, 0.3],
      [0.4, 0],
    ];
    expect(informationBottleneck(p, { beta: 0.99, rng }).clusters).toBe(1);
    for (const b of [1.01, 3, 1000]) {
      const { rate, relevance, clusters } = informationBottleneck(p, { beta: b, rng });
      expect(clusters).toBe(2);
      expect(rate).toBeCloseTo(binaryEntropy(0.3), 12);
      expect(relevance).toBeCloseTo(binaryEntropy(0.3), 12);
    }
  });

  test('of independent X and Y: nothing, at any β', () => {
    const p = [0.2, 0.5, 0.3].map((px) => [0.1, 0.6, 0.3].map((py) => px * py));
    for (const b of [0.5, 2, 1e4]) {
      const { rate, relevance, clusters } = informationBottleneck(p, { beta: b, rng });
      expect(clusters).toBe(1);
      expect(rate).toBeCloseTo(0, 14);
      expect(relevance).toBeCloseTo(0, 14);
    }
  });

  test('of a binary X: the convex envelope of β H(Y) − H(X) as a function of p(x), at every β', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 4 }),
        fc.constantFrom(0.3, 1, 3),
        beta,
        fc.integer(),
        (sizeY, c, b, seed) => {
          const p = randomJoint(2, sizeY, c, createRng(seed));
          const { lagrangian } = informationBottleneck(p, { beta: b, rng });
          const exact = lagrangianOfBinaryX(p, b);
          expect(lagrangian).toBeLessThanOrEqual(exact + 1e-9 * (1 + b));
          expect(lagrangian).toBeGreaterThanOrEqual(exact - 1e-6 * (1 + b));
        },
      ),
    );
  });
});

/**
 * The least Lagrangian of a binary X, from above, by geometry (Witsenhausen & Wyner 1975): up to a constant it is the mean
 * of φ(q) = β H(Y | X ~ q) − h(q) over clusters, so its minimum is the lower convex envelope of φ, here over a grid.
 */
function lagrangianOfBinaryX(p: number[][], b: number): number {
  const massX = p.map(sum);
  const phi = (q: number) => {
    const masses = p[0].map((_, y) => (p[0][y] / massX[0]) * q + (p[1][y] / massX[1]) * (1 - q));
    return b * entropy(masses) - binaryEntropy(q);
  };
  const grid = Array.from({ length: 4001 }, (_, i) => Math.sin((Math.PI / 2) * (i / 4000)) ** 2);
  const hull: [number, number][] = [];
  for (const q of grid) {
    const point: [number, number] = [q, phi(q)];
    while (hull.length > 1 && cross(hull.at(-2)!, hull.at(-1)!, point) <= 0) hull.pop();
    hull.push(point);
  }
  const right = hull.findIndex(([q]) => q >= massX[0]);
  const [[q0, f0], [q1, f1]] = [hull[right - 1], hull[right]];
  const envelope = f0 + ((f1 - f0) * (massX[0] - q0)) / (q1 - q0);
  const massY = p[0].map((_, y) => p[0][y] + p[1][y]);
  return binaryEntropy(massX[0]) - b * entropy(massY) + envelope;
}

function cross([ax, ay]: [number, number], [bx, by]: [number, number], [cx, cy]: [number, number]): number {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}

describe('the deterministic limit', () => {
  test('is the minimal sufficient statistic: I(T;Y) = I(X;Y), and T tells apart what Y tells apart', () => {
    // Rows 0, 2 and 3 are proportional, row 4 is impossible.
    const p = [
      [0.1, 0.05],
      [0.05, 0.2],
      [0.2, 0.1],
      [0.2, 0.1],
      [0, 0],
    ];
    const { rate, relevance, clusters, system } = informationBottleneck(p, { beta: 1e6, rng });
    expect(clusters).toBe(2);
    expect(relevance).toBeCloseTo(evaluate('I(X;Y)', system), 10);
    expect(rate).toBeCloseTo(binaryEntropy(0.25), 10);
  });

  test('with fewer clusters is the partition of X that keeps most information', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const p = randomJoint(5, 3, 0.7, createRng(seed));
        const { relevance } = informationBottleneck(p, { beta: 1e6, clusters: 2, rng });
        const source = toSource(Float64Array.from(p.flat()), 5, 3);
        const partitions = Array.from({ length: 16 }, (_, side) => {
          const first = Array.from({ length: 5 }, (_, x) => (side >> x) & 1);
          return informationOf(source, Float64Array.from([...first, ...first.map((inside) => 1 - inside)])).relevance;
        });
        expect(relevance).toBeCloseTo(Math.max(...partitions), 6);
      }),
      { numRuns: 30 },
    );
  });
});

describe('on random systems', () => {
  test('T is a channel of X, tells of Y no more than it keeps of X or X tells, and the numbers are those of the system', () => {
    fc.assert(
      fc.property(joint, beta, (p, b) => {
        const { system, rate, relevance, lagrangian } = informationBottleneck(p, { beta: b, rng, restarts: 2 });
        expect(holds('T -> X -> Y', system)).toBe(true);
        expect(evaluate('I(X;T)', system)).toBeCloseTo(rate, 10);
        expect(evaluate('I(T;Y)', system)).toBeCloseTo(relevance, 10);
        expect(lagrangian).toBe(rate - b * relevance);
        expect(relevance).toBeGreaterThan(-1e-14);
        expect(relevance).toBeLessThanOrEqual(rate + 1e-12);
        expect(relevance).toBeLessThanOrEqual(evaluate('I(X;Y)', system) + 1e-12);
        // A constant has the Lagrangian 0, and T = X has H(X) − β I(X;Y).
        expect(lagrangian).toBeLessThanOrEqual(1e-12);
        expect(lagrangian).toBeLessThanOrEqual(
          evaluate('H(X)', system) - b * evaluate('I(X;Y)', system) + 1e-12 * (1 + b),
        );
      }),
    );
  });

  test('the names of values do not matter', () => {
    fc.assert(
      fc.property(joint, fc.constantFrom(1.5, 3, 8), (p, b) => {
        const straight = informationBottleneck(p, { beta: b, rng });
        const turned = informationBottleneck(p.map((row) => row.toReversed()).toReversed(), { beta: b, rng });
        expect(turned.lagrangian).toBeCloseTo(straight.lagrangian, 7);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the curve', () => {
  const betas = [0.9, 1.2, 1.5, 2, 2.5, 3, 4, 6, 10, 30, 1000];

  test('is non-decreasing and concave, with slope 1/β, however many clusters there may be', () => {
    fc.assert(
      fc.property(joint, fc.integer({ min: 2, max: 5 }), (p, clusters) => {
        const curve = informationBottleneckCurve(p, { betas, clusters, rng, restarts: 1 });
        const rounding = 1e-9;
        for (let i = 1; i < curve.length; i++) {
          const [before, after] = [curve[i - 1], curve[i]];
          const step = { rate: after.rate - before.rate, relevance: after.relevance - before.relevance };
          expect(step.rate).toBeGreaterThanOrEqual(-rounding);
          expect(step.relevance).toBeGreaterThanOrEqual(-rounding);
          // Each is best for its own β: the chord is as steep as 1/β somewhere between.
          expect(step.rate).toBeGreaterThanOrEqual(before.beta * step.relevance - before.beta * rounding);
          expect(step.rate).toBeLessThanOrEqual(after.beta * step.relevance + after.beta * rounding);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('starts in nothing below β = 1 and ends in the sufficient statistic', () => {
    const p = randomJoint(4, 3, 1, createRng('curve'));
    const curve = informationBottleneckCurve(p, { betas: [0.99, 1e7], rng });
    expect(curve[0].clusters).toBe(1);
    expect(curve[1].relevance).toBeCloseTo(evaluate('I(X;Y)', curve[1].system), 8);
  });

  test('keeps the order of the betas', () => {
    const p = randomJoint(4, 4, 0.5, createRng('order'));
    const curve = informationBottleneckCurve(p, { betas: [5, 1.5, 3], rng });
    expect(curve.map((point) => point.beta)).toEqual([5, 1.5, 3]);
    expect(curve[1].rate).toBeLessThan(curve[2].rate);
  });

  test('has no point that another would improve on, and is better than random starts alone more often than by chance', () => {
    const count = { worse: 0, better: 0 };
    for (let seed = 0; seed < 20; seed++) {
      const p = randomJoint(8, 6, 0.7, createRng('few clusters').split(seed));
      const options = { clusters: 3, restarts: 1, rng };
      const curve = informationBottleneckCurve(p, { ...options, betas });
      for (const { beta: b, lagrangian } of curve) {
        const others = curve.map(({ rate, relevance }) => rate - b * relevance);
        expect(lagrangian).toBeLessThanOrEqual(Math.min(...others) + 1e-11 * (1 + b));
        const single = informationBottleneck(p, { ...options, beta: b });
        if (lagrangian > single.lagrangian + 1e-6) count.worse++;
        if (lagrangian < single.lagrangian - 1e-6) count.better++;
      }
    }
    // A sign test: without an advantage the difference would have this deviation.
    const deviation = Math.sqrt(count.better + count.worse);
    expect(count.better - count.worse).toBeGreaterThan(4 * deviation);
  });
});

describe('systems', () => {
  const weather = FiniteDistribution.empty()
    .source('Day', { sunny: 0.5, cloudy: 0.2, rainy: 0.3 })
    .channel('Umbrella', ['Day'], (day) => ({ yes: day === 'rainy' ? 0.9 : 0.1, no: day === 'rainy' ? 0.1 : 0.9 }))
    .source('Coin', { heads: 0.5, tails: 0.5 });

  test('get a T, next to all they have', () => {
    const { system, encoder, clusters } = informationBottleneck(weather, { x: 'Day', y: 'Umbrella', beta: 100, rng });
    expect(system.variables).toEqual(['Day', 'Umbrella', 'Coin', 'T']);
    expect(clusters).toBe(2);
    expect(holds('T -> Day -> Umbrella', system)).toBe(true);
    expect(holds('T _|_ Coin', system)).toBe(true);
    // Sunny and cloudy days are one to an umbrella; rows are in the order of the values.
    expect(encoder[0]).toEqual(encoder[1]);
    expect(system.given({ Day: 'rainy' }).probability({ T: encoder[2].indexOf(Math.max(...encoder[2])) })).toBeCloseTo(
      1,
      10,
    );
  });

  test('are repeatable', () => {
    const run = () => informationBottleneck(weather, { x: 'Day', y: 'Umbrella', beta: 3, rng: createRng(4) }).encoder;
    expect(run()).toEqual(run());
  });

  test('not converging is reported', () => {
    const options = { beta: 1.6, rng, maxIterations: 3, restarts: 1 };
    const { converged, iterations } = informationBottleneck(symmetric(0.1), options);
    expect([converged, iterations]).toEqual([false, 3]);
  });
});

describe('bad input', () => {
  const p = symmetric(0.1);
  test.each<[string, () => unknown, string]>([
    ['no β', () => informationBottleneck(p, { rng } as never), 'beta must be a finite positive number, got undefined'],
    ['a β of zero', () => informationBottleneck(p, { beta: 0, rng }), 'beta must be a finite positive number, got 0'],
    [
      'an infinite β',
      () => informationBottleneckCurve(p, { betas: [1, Infinity], rng }),
      'betas[1] must be a finite positive number, got Infinity',
    ],
    ['no stream', () => informationBottleneck(p, { beta: 2 } as never), 'rng must come from createRng(seed)'],
    [
      'an unknown option',
      () => informationBottleneck(p, { beta: 2, rng, k: 3 } as never),
      "informationBottleneck has no option 'k'",
    ],
    [
      'no clusters',
      () => informationBottleneck(p, { beta: 2, rng, clusters: 0 }),
      'clusters must be a positive integer',
    ],
    [
      'no restarts',
      () => informationBottleneck(p, { beta: 2, rng, restarts: 0 }),
      'restarts must be a positive integer',
    ],
    [
      'probabilities that do not sum to one',
      () => informationBottleneck([[0.5, 0.4]], { beta: 2, rng }),
      'joint must sum to 1, got a sum of 0.9',
    ],
    [
      'a negative probability',
      () => informationBottleneck([[1.5, -0.5]], { beta: 2, rng }),
      'joint[1] must be a finite non-negative number, got -0.5',
    ],
    [
      'a ragged matrix',
      () => informationBottleneck([[0.5], [0.2, 0.3]], { beta: 2, rng }),
      'joint must have 1 columns in every row, got 2 in row 1',
    ],
    [
      'an unknown variable',
      () => informationBottleneck(FiniteDistribution.empty().source('X', { a: 1 }), { beta: 2, rng }),
      "the system has no variable 'Y', only X",
    ],
    [
      'clusters without room',
      () => informationBottleneck([[0.5, 0.5]], { beta: 2, rng, clusters: 1e9 }),
      'clusters must be at most 16777216, got 1000000000',
    ],
    [
      'starts without room',
      () => informationBottleneck([[0.5, 0.5]], { beta: 2, rng, restarts: 1e9 }),
      'restarts must be at most 134217728, got 1000000000',
    ],
    [
      'a T that is there already',
      () => informationBottleneck(p, { x: 'T', beta: 2, rng }),
      "there is a variable 'T' already",
    ],
  ])('%s', (_, run, message) => {
    expect(run).toThrow(message);
  });
});

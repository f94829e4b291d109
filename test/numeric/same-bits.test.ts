import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { cosPi, sinPi } from '../../src/numeric/cosine.js';
import { exp, expm1, tanh } from '../../src/numeric/exponential.js';
import { ln, log1p } from '../../src/numeric/logarithm.js';
import { pow } from '../../src/numeric/power.js';
import { createRng, type Rng } from '../../src/random/rng.js';

// Every machine and every Node has to give these very bits. They change only where an algorithm does.

const DRAWS = 20_000;
const symmetric = (rng: Rng) => 2 * rng.uniform() - 1;

const expected: [name: string, digest: string, draw: (rng: Rng) => number][] = [
  ['exp', '30a156bd7dfca92e', (rng) => exp(750 * symmetric(rng))],
  ['expm1', '1d9233f5225f6937', (rng) => expm1(2 * symmetric(rng))],
  ['tanh', 'e053bfe5e0953e20', (rng) => tanh(4 * symmetric(rng))],
  ['ln', '77222d2c961cce1c', (rng) => ln(10 * rng.uniform())],
  ['log1p', 'e0ae840035d182e9', (rng) => log1p(symmetric(rng))],
  ['pow', '205d8adb90fd9a45', (rng) => pow(10 * rng.uniform(), 20 * symmetric(rng))],
  ['cosPi', '3a5848138f3f2cfd', (rng) => cosPi(symmetric(rng))],
  ['sinPi', '88fab0f5b437d773', (rng) => sinPi(symmetric(rng))],
  ['a normal draw', '232acc32da7b7c72', (rng) => rng.normal()],
  ['a draw from a Dirichlet distribution', '0dd87880790c3106', (rng) => rng.dirichlet([0.3, 1, 40])[0]],
  ['a multinomial draw', 'a097df0499638dca', (rng) => rng.multinomial(1000, [0.3, 0.5, 0.2])[1]],
];

test.each(expected)('%s has the bits that it has everywhere', (name, digest, draw) => {
  const rng = createRng(name);
  const values = Float64Array.from({ length: DRAWS }, () => draw(rng));
  expect(createHash('sha256').update(values).digest('hex').slice(0, 16)).toBe(digest);
});

import { exp, expm1, tanh } from '../src/numeric/exponential.js';
import { ln, log1p } from '../src/numeric/logarithm.js';
import { pow } from '../src/numeric/power.js';
import { work } from './contender.js';
import { sideBySide } from './side-by-side.js';

const POINTS = 1_000_000;

/** What the same bits on every engine cost: the package's own functions against those of Math. */
export default async function elementaryFunctions(): Promise<void> {
  const ramp = (low: number, high: number) =>
    Float64Array.from({ length: POINTS }, (_, i) => low + ((high - low) * (i + 0.5)) / POINTS);
  const pairs: [name: string, x: Float64Array, engine: (x: number) => number, own: (x: number) => number][] = [
    ['exp from −40 to 0', ramp(-40, 0), (x) => Math.exp(x), (x) => exp(x)],
    ['log from 0 to 10', ramp(0, 10), (x) => Math.log(x), (x) => ln(x)],
    ['log1p from −1 to 1', ramp(-1, 1), (x) => Math.log1p(x), (x) => log1p(x)],
    ['expm1 from −1 to 1', ramp(-1, 1), (x) => Math.expm1(x), (x) => expm1(x)],
    ['tanh from −4 to 4', ramp(-4, 4), (x) => Math.tanh(x), (x) => tanh(x)],
    ['the 1.7th power, from 0 to 10', ramp(0, 10), (x) => x ** 1.7, (x) => pow(x, 1.7)],
  ];
  for (const [name, x, engine, own] of pairs) {
    const sum = (f: (x: number) => number) => () => {
      let total = 0;
      for (let i = 0; i < x.length; i++) total += f(x[i]);
      return total.toPrecision(12);
    };
    await sideBySide(`${name}, a million times`, [work('Math', sum(engine)), work('own', sum(own))]);
  }
}

import { entropyKnn } from '../../src/index.js';
import { argument, count, options } from './argument.js';
import { type Calls, call } from './call.js';

const points = Array.from({ length: 20 }, (_, i) => [Math.sin(7 * i), Math.cos(11 * i)]);

export const estimatorsCalls: Calls = [
  call('entropyKnn', entropyKnn, argument(points), options({ k: count(3), norm: argument('max') })),
];

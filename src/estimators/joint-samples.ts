import { type SampleInput, type Samples, toSamples } from '../numeric/samples.js';

/**
 * Reads samples whose rows belong together: row i of each comes from the same draw.
 *
 * @throws RangeError if they differ in length; and like {@link toSamples}
 */
export function toJointSamples<Name extends string>(inputs: Record<Name, SampleInput>): Record<Name, Samples> {
  const entries = Object.entries<SampleInput>(inputs).map(([name, input]) => [name, toSamples(name, input)] as const);
  const [firstName, first] = entries[0];
  for (const [name, { n }] of entries) {
    if (n !== first.n) throw new RangeError(`${name} must have as many rows as ${firstName}, ${first.n}, got ${n}`);
  }
  return Object.fromEntries(entries) as Record<Name, Samples>;
}

/** The columns of samples with the same number of rows, side by side. */
export function joinColumns(...samples: readonly Samples[]): Samples {
  const n = samples[0].n;
  const d = samples.reduce((sum, sample) => sum + sample.d, 0);
  const data = new Float64Array(n * d);
  let column = 0;
  for (const sample of samples) {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < sample.d; j++) data[i * d + column + j] = sample.data[i * sample.d + j];
    }
    column += sample.d;
  }
  return { data, n, d };
}

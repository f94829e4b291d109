import type { Certificate } from '../inequality/certificate.js';
import type { Counterexample } from '../inequality/refute/counterexample.js';
import { ExactCode } from '../inequality/refute/exact-code.js';
import { toText } from '../information/notation.js';
import type { Answer } from './question.js';

/** An answer in one line. */
export function inWords({ certificate, counterexample }: Answer): string {
  if (certificate) return proofInWords(certificate);
  return counterexample ? violationInWords(counterexample) : 'neither a proof nor a counterexample was found';
}

function proofInWords({ terms, premises }: Certificate): string {
  if (terms.length === 0) return 'an identity of joint entropies';
  if (premises.length === 0) return 'proved by Shannon’s inequalities alone';
  return `proved from ${premises.map((premise) => toText(premise)).join('; ')}`;
}

function violationInWords({ violation, exact, table }: Counterexample): string {
  const by = `fails by ${Number(violation.toPrecision(4))} ${violation === 1 ? 'bit' : 'bits'}`;
  if (!(exact instanceof ExactCode)) return `${by} on a system of ${table.rows.length} rows`;
  const variables = exact.variables.flatMap((name, i) => {
    const [, bits] = table.rows[i];
    return exact.sums[i].length > 0 ? [`${name} = ${exact.sums[i].length > 1 ? `(${bits})` : bits}`] : [];
  });
  return `${by} where ${variables.join(', ')}`;
}

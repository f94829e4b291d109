import { describe, expect, test } from 'vitest';
import { attemptProof } from '../../src/inequality/attempt-proof.js';
import type { Certificate } from '../../src/inequality/certificate.js';
import { type CertificateData, certificateFromData, certificateToData } from '../../src/inequality/certificate-data.js';
import { readProblem } from '../../src/inequality/problem.js';
import { parseStatement } from '../../src/information/parse.js';

async function certificateOf(claim: string, given: readonly string[]): Promise<Certificate> {
  const attempt = await attemptProof(readProblem(claim, given), performance.now() + 10_000);
  if (attempt.status !== 'proved') throw new Error(`${claim} was not proved`);
  return attempt.certificate;
}

/** As read from a file: nothing is shared with what was written. */
function copied(data: CertificateData): CertificateData {
  return JSON.parse(JSON.stringify(data));
}

const PROBLEMS: readonly (readonly [claim: string, given: readonly string[]])[] = [
  ['I(S;W) <= I(M;W) + H(E)', ['M -> S -> W', 'S = f(M, E)']],
  ['H(A,B) + H(B,C) + H(A,C) >= 2 H(A,B,C)', []],
  ['1/2 H(X) <= 3/4 H(X,Y)', ['H(Y) <= H(X)']],
  ['I(X;Y) = 0', ['X -> Z -> Y', 'X _|_ Z']],
  ["Z' = f(X)", ['Y = f(X)', "Z' = f(Y)"]],
];

describe('a certificate as data', () => {
  test.each(PROBLEMS)('%s given %s is the same again, and verifies', async (claim, given) => {
    const certificate = await certificateOf(claim, given);
    const data = copied(certificateToData(certificate));
    const again = certificateFromData({ claim: parseStatement(claim), given: given.map(parseStatement) }, data);
    expect(again.verify()).toBe(true);
    expect(again.write('text')).toBe(certificate.write('text'));
    expect(certificateToData(again)).toEqual(data);
  });

  test('does not verify for another claim, with another coefficient or without a term', async () => {
    const [claim, given] = PROBLEMS[0];
    const data = certificateToData(await certificateOf(claim, given));
    const premises = given.map(parseStatement);
    const read = (changed: CertificateData, of = claim) =>
      certificateFromData({ claim: parseStatement(of), given: premises }, changed);
    const [part] = data.parts;
    const [first, ...rest] = part.terms;
    expect(read(data).verify()).toBe(true);
    expect(read(data, 'I(S;W) <= I(M;W)').verify()).toBe(false);
    expect(read({ parts: [{ ...part, terms: rest }] }).verify()).toBe(false);
    expect(read({ parts: [{ ...part, terms: [{ ...first, coefficient: '1/2' }, ...rest] }] }).verify()).toBe(false);
  });

  test('is refused where a premise is not given, or an expression cannot be read', async () => {
    const [claim, given] = PROBLEMS[0];
    const data = certificateToData(await certificateOf(claim, given));
    const statement = parseStatement(claim);
    expect(() => certificateFromData({ claim: statement, given: [] }, data)).toThrow(
      /the proof uses '.*', which is not/,
    );
    const [part] = data.parts;
    expect(() =>
      certificateFromData({ claim: statement, given: [] }, { parts: [{ ...part, expression: 'H(' }] }),
    ).toThrow('expected');
  });
});

import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { attemptProof } from '../../src/inequality/attempt-proof.js';
import { Certificate } from '../../src/inequality/certificate.js';
import type { CertificateTerm } from '../../src/inequality/certified-form.js';
import { readProblem } from '../../src/inequality/problem.js';
import { parseExpression, parseStatement } from '../../src/information/parse.js';

async function certificateOf(claim: string, given: readonly string[]): Promise<Certificate> {
  const attempt = await attemptProof(readProblem(claim, given), performance.now() + 10_000);
  if (attempt.status !== 'proved') throw new Error(`${claim} was not proved`);
  return attempt.certificate;
}

/** The certificate with its only part's terms changed. */
function withTerms(
  { claim, given, parts: [part] }: Certificate,
  change: (terms: readonly CertificateTerm[]) => readonly CertificateTerm[],
): Certificate {
  return new Certificate({ claim, given, parts: [{ ...part, terms: change(part.terms) }] });
}

const one = new Fraction(1);

describe('a certificate', () => {
  test('verifies as it was found', async () => {
    const certificate = await certificateOf('I(S;W) <= I(M;W) + H(E)', ['M -> S -> W', 'S = f(M, E)']);
    expect(certificate.verify()).toBe(true);
    expect(certificate.terms.length).toBeGreaterThan(0);
  });

  test('fails when any term is left out or any coefficient changed', async () => {
    const certificate = await certificateOf('I(A;D) <= H(B)', ['A -> B -> C -> D', 'E = f(A)']);
    for (const [i] of certificate.terms.entries()) {
      expect(withTerms(certificate, (terms) => terms.toSpliced(i, 1)).verify()).toBe(false);
      const doubled = (term: CertificateTerm) => ({ ...term, coefficient: term.coefficient.mul('11/10') });
      expect(withTerms(certificate, (terms) => terms.with(i, doubled(terms[i]))).verify()).toBe(false);
    }
  });

  test('fails when it proves something else, or only one of two inequalities', async () => {
    const certificate = await certificateOf('I(X;Y) = 0', ['X _|_ Y']);
    expect(new Certificate({ ...certificate, claim: parseStatement('I(X;Y) = H(X)') }).verify()).toBe(false);
    const two = await certificateOf('I(X;Y) <= H(X) <= H(X, Y)', []);
    expect(two.parts).toHaveLength(2);
    expect(new Certificate({ claim: two.claim, given: [], parts: two.parts.slice(0, 1) }).verify()).toBe(false);
    const bothWays = await certificateOf('I(X;Y) = 0', ['X -> Z -> Y', 'X _|_ Z']);
    expect(bothWays.parts).toHaveLength(2);
    expect(new Certificate({ ...bothWays, parts: bothWays.parts.slice(0, 1) }).verify()).toBe(false);
  });

  const forged = (text: string, reason: CertificateTerm['reason'], relation: '>=' | '=', coefficient = one) => {
    const expression = parseExpression(text);
    const given = [parseStatement('X -> Y -> Z'), parseStatement('Y = f(X)')];
    return (claim: string) => {
      const terms = [{ coefficient, expression, relation, reason }];
      return new Certificate({
        claim: parseStatement(claim),
        given,
        parts: [{ expression: parseExpression(claim.replace(/ [>=]+ 0$/, '')), relation, terms }],
      }).verify();
    };
  };

  test('accepts no Shannon inequality that is none', () => {
    const shannon = { kind: 'shannon' } as const;
    expect(forged('I(X;Y|Z)', shannon, '>=')('I(X;Y|Z) >= 0')).toBe(true);
    expect(forged('I(X;Y;Z)', shannon, '>=')('I(X;Y;Z) >= 0')).toBe(false);
    expect(forged('-H(X)', shannon, '>=')('-H(X) >= 0')).toBe(false);
    expect(forged('H(X) - H(Y)', shannon, '>=')('H(X) - H(Y) >= 0')).toBe(false);
    expect(forged('H(X)', shannon, '=')('H(X) = 0')).toBe(false);
    expect(forged('H(X)', shannon, '>=', new Fraction(-1))('-H(X) >= 0')).toBe(false);
  });

  test('takes what is zero for its negative too, but not what is only not negative', () => {
    const premise = parseStatement('X _|_ Y');
    const verify = (claim: string, relation: '>=' | '=') => {
      const terms = [
        {
          coefficient: new Fraction(-1),
          expression: parseExpression('I(X;Y)'),
          relation: '=',
          reason: { kind: 'premise', premise },
        },
      ] as const;
      const parts = [{ expression: parseExpression('-I(X;Y)'), relation, terms }];
      return new Certificate({ claim: parseStatement(claim), given: [premise], parts }).verify();
    };
    expect(verify('I(X;Y) = 0', '=')).toBe(true);
    expect(verify('I(X;Y) >= 0', '=')).toBe(true);
    expect(verify('I(X;Y) <= 0', '=')).toBe(true);
    expect(verify('I(X;Y) <= 0', '>=')).toBe(true);
    expect(verify('I(X;Y) = 0', '>=')).toBe(false);
    expect(verify('I(X;Y) >= 0', '>=')).toBe(false);
    expect(verify('2 I(X;Y) = 0', '=')).toBe(false);
  });

  test('accepts no premise that is not given, and nothing of one that it does not say', () => {
    const chain = parseStatement('X -> Y -> Z');
    // The same words are not the premise itself.
    expect(forged('I(X;Z|Y)', { kind: 'premise', premise: chain }, '=')('I(X;Z|Y) = 0')).toBe(false);
    const given = [chain];
    const verify = (text: string) => {
      const expression = parseExpression(text);
      const terms = [
        { coefficient: one, expression, relation: '=', reason: { kind: 'premise', premise: chain } },
      ] as const;
      const claim = parseStatement(`${text} = 0`);
      return new Certificate({ claim, given, parts: [{ expression, relation: '=', terms }] }).verify();
    };
    expect(verify('I(X;Z|Y)')).toBe(true);
    expect(verify('I(X;Y|Z)')).toBe(false);
    expect(verify('I(X;Z)')).toBe(false);
  });

  test('accepts no dependence that does not follow from the premises named', () => {
    const function1 = parseStatement('Y = f(X)');
    const function2 = parseStatement('Z = f(Y)');
    const verify = (text: string, premises: CertificateTerm['reason'] & { kind: 'dependence' }) => {
      const expression = parseExpression(text);
      const terms = [{ coefficient: one, expression, relation: '=', reason: premises }] as const;
      const claim = parseStatement(`${text} = 0`);
      const certificate = new Certificate({
        claim,
        given: [function1, function2],
        parts: [{ expression, relation: '=', terms }],
      });
      return certificate.verify();
    };
    expect(verify('H(Z|X)', { kind: 'dependence', premises: [function1, function2] })).toBe(true);
    expect(verify('H(Z|X)', { kind: 'dependence', premises: [function1] })).toBe(false);
    expect(verify('H(X|Z)', { kind: 'dependence', premises: [function1, function2] })).toBe(false);
  });

  test('names the premises used', async () => {
    const certificate = await certificateOf('I(X;Z) <= I(X;Y)', ['U = f(X)', 'X -> Y -> Z', 'Z _|_ U']);
    expect(certificate.premises).toEqual([certificate.given[1]]);
  });
});

describe('a written proof', () => {
  test('is a sum and the reason for each term', async () => {
    const certificate = await certificateOf('I(S;W) >= I(M;W)', ['M -> S -> W']);
    expect(certificate.write('text')).toBe(
      [
        'I(S; W) >= I(M; W), given M -> S -> W:',
        '  I(S; W) - I(M; W)',
        '    = I(S; W|M) - I(M; W|S)',
        '    >= 0',
        '  because',
        '    I(S; W|M) >= 0',
        '    I(M; W|S) = 0 by M -> S -> W',
      ].join('\n'),
    );
  });

  test('is Markdown with formulas, or LaTeX', async () => {
    const certificate = await certificateOf('I(S;W) >= I(M;W)', ['M -> S -> W']);
    expect(certificate.write('markdown')).toBe(
      [
        '$I(S; W) \\ge I(M; W)$, given $M \\to S \\to W$:',
        '$$\\begin{aligned} I(S; W) - I(M; W) &= I(S; W \\mid M) - I(M; W \\mid S) \\\\ &\\ge 0 \\end{aligned}$$',
        '- $I(S; W \\mid M) \\ge 0$\n- $I(M; W \\mid S) = 0$ by $M \\to S \\to W$',
      ].join('\n\n'),
    );
    expect(certificate.write('latex')).toContain('\\item $I(M; W \\mid S) = 0$ by $M \\to S \\to W$');
  });

  test('gives a long left side lines of its own', async () => {
    const letters = ['A', 'B', 'C', 'D'];
    const claim = letters.map((letter) => `H(${letter}) + H(${letter}|X)`).join(' + ');
    const certificate = await certificateOf(`${claim} >= 0`, []);
    const [left, ...right] = certificate.write('latex').split(' \\\\ &= ');
    expect(left).toContain('&H(A) + H(A \\mid X) + H(B) + H(B \\mid X) \\\\ &\\quad + H(C) + ');
    expect(left.endsWith('H(D) + H(D \\mid X)')).toBe(true);
    expect(right).toHaveLength(1);
  });

  test('of what cancels is short', async () => {
    const certificate = await certificateOf('I(X;Y) = H(X) + H(Y) - H(X,Y)', []);
    expect(certificate.terms).toEqual([]);
    expect(certificate.verify()).toBe(true);
    expect(certificate.write('text')).toBe(
      'I(X; Y) = H(X) + H(Y) - H(X, Y):\n  I(X; Y) - H(X) - H(Y) + H(X, Y)\n    = 0',
    );
  });
});

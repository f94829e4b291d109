import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { prove } from '../../src/inequality/prove.js';
import { repair } from '../../src/inequality/repair.js';
import { evaluate } from '../../src/information/evaluate.js';
import { LinearCode } from '../../src/information/linear-code.js';
import { constraints, LinearForm, linearForm } from '../../src/information/linear-form.js';
import { toLatex, toMarkdown, toText } from '../../src/information/notation.js';
import { parseExpression, parseStatement } from '../../src/information/parse.js';
import type { Expression, Statement } from '../../src/information/syntax.js';
import { ParseError } from '../../src/information/tokens.js';

const form = (text: string) => linearForm(parseExpression(text));
/** The canonical form of an expression, as text. */
const canonical = (text: string) => toText(form(text));

describe('canonical forms', () => {
  test.each([
    ['H(X)', 'H(X)'],
    ['H(X|Y)', '-H(Y) + H(X, Y)'],
    ['I(X;Y)', 'H(X) + H(Y) - H(X, Y)'],
    ['I(X;Y|Z)', '-H(Z) + H(X, Z) + H(Y, Z) - H(X, Y, Z)'],
    ['I(A,B;C)', 'H(C) + H(A, B) - H(A, B, C)'],
    ['I(X;X)', 'H(X)'],
    ['H(X|X)', '0'],
    ['H(Y,X) - H(X,Y)', '0'],
    ['I(X;Y;Z)', 'H(X) + H(Y) + H(Z) - H(X, Y) - H(X, Z) - H(Y, Z) + H(X, Y, Z)'],
    ['2 H(X) - 1/2 H(X) + 0.25H(X) - 3*H(Y)', '7/4 H(X) - 3 H(Y)'],
    ['2 (H(X) - 3 (H(Y) - H(X)))', '8 H(X) - 6 H(Y)'],
    ['-I(X;Y) + 0', '-H(X) - H(Y) + H(X, Y)'],
    ['0', '0'],
    ['0 H(X)', '0'],
    ['0.1 H(X) + 0.2 H(X) - 3/10 H(X)', '0'],
    ["H(S_gen, W')", "H(S_gen, W')"],
  ])('%s', (text, expected) => {
    expect(canonical(text)).toBe(expected);
  });

  test('chain rules and symmetry cancel exactly', () => {
    expect(canonical('H(X,Y,Z) - H(X) - H(Y|X) - H(Z|X,Y)')).toBe('0');
    expect(canonical('I(X;Y,Z) - I(X;Y) - I(X;Z|Y)')).toBe('0');
    expect(canonical('I(X;Y|Z) - I(Y;X|Z)')).toBe('0');
    expect(canonical('I(X;Y;Z) - I(X;Y) + I(X;Y|Z)')).toBe('0');
  });

  test('tell their variables, add, subtract and scale', () => {
    const f = form('I(M;W)');
    expect(f.variables).toEqual(['M', 'W']);
    expect(f.plus(f).equals(f.times(new Fraction(2)))).toBe(true);
    expect(f.minus(f).isZero).toBe(true);
    expect(f.equals(LinearForm.ZERO)).toBe(false);
  });
});

describe('constraints of statements', () => {
  const said = (text: string) =>
    constraints(parseStatement(text)).map((constraint) => [toText(constraint.form), constraint.relation]);
  const equal = (text: string) => [canonical(text), '='];

  test('comparisons, turned to ≥, one for each relation of a chain', () => {
    expect(said('I(S_gen; W) <= I(M; W)')).toEqual([[canonical('I(M;W) - I(S_gen;W)'), '>=']]);
    expect(said('H(X) >= 0')).toEqual([['H(X)', '>=']]);
    expect(said('H(X) ≤ H(Y) = H(Z) ≥ 0')).toEqual([
      ['-H(X) + H(Y)', '>='],
      ['H(Y) - H(Z)', '='],
      ['H(Z)', '>='],
    ]);
    expect(said('0 == H(X|Y)')).toEqual([['H(Y) - H(X, Y)', '=']]);
  });

  test('Markov chains, of groups too', () => {
    expect(said('S_anchor -> p -> e_p -> W')).toEqual([
      equal('I(S_anchor; e_p | p)'),
      equal('I(S_anchor, p; W | e_p)'),
    ]);
    expect(said('(A,B) → C → D')).toEqual([equal('I(A,B;D|C)')]);
  });

  test('functional dependences', () => {
    expect(said('M = f(h, g)')).toEqual([equal('H(M|h,g)')]);
    expect(said('A, B = phi(C)')).toEqual([equal('H(A,B|C)')]);
  });

  test('independence, conditional and of several', () => {
    expect(said('X _|_ Y')).toEqual([equal('I(X;Y)')]);
    expect(said('X ⊥ (Y, Z) | W')).toEqual([equal('I(X;Y,Z|W)')]);
    expect(said('X _|_ Y _|_ Z')).toEqual([equal('I(X;Y)'), equal('I(X,Y;Z)')]);
  });
});

describe('printing', () => {
  test.each([
    ['I(S_gen;W)<=I(M;W)', 'I(S_gen; W) <= I(M; W)', 'I(S_{\\text{gen}}; W) \\le I(M; W)'],
    ['H(X|Y)-1/2H(Z)≥0', 'H(X|Y) - 1/2 H(Z) >= 0', 'H(X \\mid Y) - \\frac{1}{2}\\,H(Z) \\ge 0'],
    ["A->(B,C)->W'", "A -> (B, C) -> W'", "A \\to (B, C) \\to W'"],
    ['M=f(e_p,e_M)', 'M = f(e_p, e_M)', 'M = f(e_{p}, e_{M})'],
    ['X_|_Y|Z', 'X _|_ Y | Z', 'X \\perp Y \\mid Z'],
  ])('%s', (typed, text, tex) => {
    expect(toText(parseStatement(typed))).toBe(text);
    expect(toLatex(parseStatement(typed))).toBe(tex);
  });

  test('is one formula in Markdown, or several where a sum is long, so that lines may break', () => {
    expect(toMarkdown(parseStatement('I(a; b) <= H(a) - H(b)'))).toBe('$I(a; b) \\le H(a) - H(b)$');
    const long = parseStatement('H(a) + H(b) + H(c) + H(d) + H(e) + H(g) - H(h) >= 0');
    const formulas = toMarkdown(long).split(' $');
    expect(formulas).toEqual([
      '$H(a)$',
      '{}+ H(b)$',
      '{}+ H(c)$',
      '{}+ H(d)$',
      '{}+ H(e)$',
      '{}+ H(g)$',
      '{}- H(h) \\ge 0$',
    ]);
  });

  const name = fc.constantFrom(
    'X',
    'Y',
    'S_gen',
    "W'",
    'e_p',
    'H',
    'I',
    'f',
    'Mp',
    'epsilon',
    'X_1',
    'slack',
    'é',
    '漢字',
  );
  const group = fc.array(name, { minLength: 1, maxLength: 3 });
  const maybe = fc.array(name, { maxLength: 2 });
  const quantity = fc.oneof(
    fc.record({ kind: fc.constant('entropy' as const), of: group, given: maybe }),
    fc.record({
      kind: fc.constant('mutual-information' as const),
      between: fc.array(group, { minLength: 2, maxLength: 3 }),
      given: maybe,
    }),
  );
  const coefficient = fc
    .tuple(
      fc
        .oneof(fc.bigInt({ min: -9n, max: 9n }), fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }))
        .filter((n) => n !== 0n),
      fc.oneof(fc.bigInt({ min: 1n, max: 7n }), fc.bigInt({ min: 1n, max: 10n ** 30n })),
    )
    .map(([n, d]) => new Fraction(n, d));
  const expression: fc.Arbitrary<Expression> = fc.array(fc.record({ coefficient, quantity }), { maxLength: 4 });
  const statement: fc.Arbitrary<Statement> = fc.oneof(
    fc
      .tuple(expression, fc.constantFrom('<=' as const, '>=' as const, '=' as const), expression)
      .map(([a, relation, b]) => ({
        kind: 'comparison' as const,
        sides: [a, b],
        relations: [relation],
      })),
    fc.record({ kind: fc.constant('markov-chain' as const), groups: fc.array(group, { minLength: 3, maxLength: 4 }) }),
    fc.record({
      kind: fc.constant('functional-dependence' as const),
      of: group,
      name: fc.constantFrom('f', 'phi'),
      inputs: group,
    }),
    fc.record({
      kind: fc.constant('independence' as const),
      groups: fc.array(group, { minLength: 2, maxLength: 3 }),
      given: maybe,
    }),
  );

  test('what is printed parses to the same', () => {
    fc.assert(
      fc.property(statement, (original) => {
        expect(parseStatement(toText(original))).toEqual(original);
        expect(parseStatement(toLatex(original))).toEqual(original);
        expect(parseStatement(`$${toLatex(original)}$`)).toEqual(original);
      }),
    );
    fc.assert(
      fc.property(expression, (original) => {
        expect(parseExpression(toText(original))).toEqual(original);
        expect(parseExpression(toLatex(original))).toEqual(original);
      }),
    );
  });
});

describe('what people paste is read', () => {
  test.each([
    ['X ⫫ Y ∣ Z', 'X _|_ Y | Z'],
    ['X ⟂ (Y，Z)', 'X _|_ (Y, Z)'],
    ['X ⊥⊥ Y', 'X _|_ Y'],
    [String.raw`X \perp\!\!\!\perp Y \mid Z`, 'X _|_ Y | Z'],
    ['X ↔ Y ↔ Z', 'X -> Y -> Z'],
    ['X <-> Y ⟶ Z', 'X -> Y -> Z'],
    [String.raw`S_{\mathrm{gen}} \to M \leftrightarrow W^`.slice(0, -1), 'S_gen -> M -> W'],
    ['I(X:Y) ⩽ H(X)', 'I(X; Y) <= H(X)'],
    [String.raw`$I(X;Y) \leq \, \tfrac{3}{2} \cdot H\left(X\right)$`, 'I(X; Y) <= 3/2 H(X)'],
    ['2·H(X) − 3 × H(Y) – H(Z) ⩾ 0', '2 H(X) - 3 H(Y) - H(Z) >= 0'],
    ['𝐼(𝑋;𝑌) ≧ 0', 'I(X; Y) >= 0'],
    ['H（X｜Y）＝ 0', 'H(X|Y) = 0'],
    ['H(e\u0301) >= H(é\u200b)', 'H(é) >= H(é)'],
    ['H(X’) = H(X′)', "H(X') = H(X')"],
  ])('%s', (pasted, text) => {
    expect(toText(parseStatement(pasted))).toBe(text);
  });

  test('a coefficient may have any number of digits', () => {
    expect(canonical(`${10n ** 40n}/${10n ** 39n} H(X) - 9 H(X)`)).toBe('H(X)');
    expect(evaluate(`${10n ** 20n} H(X)`, new LinearCode({ X: ['a'] }))).toBeCloseTo(1e20 * Math.LN2, -5);
    expect(() => evaluate(`${10n ** 400n}/${10n ** 399n + 1n} H(X)`, new LinearCode({ X: ['a'] }))).toThrow(
      'the coefficient of H(X) is too large',
    );
  });

  test('a sum in many parentheses', () => {
    expect(canonical(`${'('.repeat(100)}H(X)${')'.repeat(100)}`)).toBe('H(X)');
  });
});

describe('letters without commas are not silently one variable', () => {
  test.each([
    'H(XY) <= H(X) + H(Y)',
    'I(XY; Z) >= I(X; Z)',
    'H(XY) + H(YZ) + H(XZ) >= 2 H(XYZ)',
    'H(X1X2) = H(X1)',
    "H(XY') >= H(Y')",
    'X -> XY -> Z',
    'H(xy) >= H(x) - H(y)',
  ])('%s', (text) => {
    expect(() => parseStatement(text)).toThrow(/is one variable, which has nothing to do with .*: write .*, or choose/);
  });

  test('nor in premises', async () => {
    await expect(prove('H(XY) >= I(X1; X2)', { given: ['X _|_ Y'] })).rejects.toThrow("'XY' is one variable");
    await expect(repair('H(X) >= H(Y)', [], ['H(XY)'])).rejects.toThrow("'XY' is one variable");
  });

  test.each([
    'H(Mp) <= H(M) + H(p)',
    'H(KL) >= 0',
    'H(S_gen) >= H(S)',
    'H(noise) >= I(seed; n)',
    'XY = f(X, Y)',
    'H(X12) >= H(X1)',
  ])('but a name that is meant is one: %s', (text) => {
    expect(toText(parseStatement(text))).toBe(text);
  });

  test('as is what a premise says is a function', async () => {
    expect((await prove('H(XY) <= H(X) + H(Y)', { given: ['XY = f(X, Y)'] })).status).toBe('proved');
  });
});

describe('errors point at the place and say what was expected', () => {
  const message = (text: string, read: (text: string) => unknown = parseStatement) => {
    try {
      read(text);
    } catch (error) {
      expect(error).toBeInstanceOf(ParseError);
      return (error as ParseError).message.split('\n');
    }
    throw new Error(`'${text}' was read`);
  };

  test('with a caret under it', () => {
    expect(message('I(X;Y <= H(X)')).toEqual(["expected ')', found '<='", '  I(X;Y <= H(X)', '        ^']);
  });

  test.each([
    ['', 'expected H(…), I(…), a number or (…), found the end', 0],
    ['H(X) <=', 'expected H(…), I(…), a number or (…), found the end', 7],
    ['H(X)', "expected '+', '-', '<=', '>=' or '=', found the end", 4],
    ['I(X, Y) >= 0', "expected ';' or ',': what the paper writes I(X, Y) is I(X; Y) here, found ')'", 6],
    ['I(h(e_p); M) >= 0', "expected ',' or the end of the group: write h for h(…), found '('", 3],
    ['H(X|) >= 0', "expected the name of a variable, found ')'", 4],
    ['H() >= 0', "expected the name of a variable, found ')'", 2],
    ['G(X) >= 0', "expected H(…) or I(…), found 'G'", 0],
    ['H(X) >= 1', 'expected H(…), I(…) or (…): a number other than 0 multiplies one of these, found the end', 9],
    ['H(X) >= 0 0', "expected '+', '-' or the end, found '0'", 10],
    ['1/0 H(X) >= 0', 'division by zero', 0],
    ['A -> B', "expected '->': a Markov chain has at least three groups, found the end", 6],
    ['A - B - C', "expected '->' between the groups of a Markov chain, found '-'", 2],
    ['A -> -> B', "expected the name of a variable, found '->'", 5],
    ['M = f(h', "expected ')', found the end", 7],
    ['H(X) >= § 0', "unexpected character '§'", 8],
    [
      'X = H(Y)',
      "expected H(…) or I(…) on both sides, or a function of another name: a variable is no H(…), found 'H'",
      4,
    ],
    ['H(X) < H(Y)', "unexpected character '<': no strict inequality holds for all variables, write <= or >=", 5],
    ['H[X] >= 0', "unexpected character '[': write ( and )", 1],
    [
      String.raw`H(\foo) >= 0`,
      String.raw`unexpected character '\foo': names are letters, digits, _ and ', write S_gen for S_{\text{gen}}`,
      2,
    ],
  ])('%s', (text, expected, position) => {
    const [first, , caret] = message(text);
    expect(first).toBe(expected);
    expect(caret.length - 3).toBe(position);
  });

  test.each([
    ['of the line that the place is on', 'H(X) >=\n  H(Y) ) 0', '  H(Y) ) 0', '       ^'],
    ['also of Windows', 'H(X)\r\n>= § 0\r\n', '>= § 0', '   ^'],
    ['after a tab', '\tH(X) >= §', '\tH(X) >= §', '\t        ^'],
    ['after wide letters', 'H(漢字) >= §', 'H(漢字) >= §', '  \u3000\u3000     ^'],
    ['after an accent of its own', 'H(e\u0301) >= §', 'H(e\u0301) >= §', '        ^'],
    ['after letters of two code units', 'H(𝑋) >= §', 'H(𝑋) >= §', '        ^'],
    ['under what is wide', 'H(X) 😀', 'H(X) 😀', '     ^'],
    [
      'of a long text, what is near',
      `${'H(X) + '.repeat(99)}§${' + H(X)'.repeat(99)}`,
      `…${'H(X) + '.repeat(99).slice(-60)}§${' + H(X)'.repeat(99).slice(0, 59)}…`,
      `${' '.repeat(61)}^`,
    ],
  ])('with the caret in its place %s', (_, text, line, caret) => {
    expect(message(text).slice(1)).toEqual([`  ${line}`, `  ${caret}`]);
  });

  test('too many parentheses are no overflow of the stack', () => {
    const [first] = message(`${'('.repeat(5000)}H(X)${')'.repeat(5000)} >= 0`);
    expect(first).toBe("expected at most 100 parentheses in each other, found '('");
  });

  test('mutual information of so many groups that its form has no room', () => {
    const groups = Array.from({ length: 13 }, (_, i) => `X${i}`).join('; ');
    expect(() => form(`I(${groups})`)).toThrow('I(…) of 13 groups would be 2^13 entropies: it may have 12 groups');
    expect(form(`I(${groups.replace('; X12', '')})`).terms.length).toBe(4095);
  });

  test('an expression is not a claim', () => {
    expect(message('H(X) >= 0', parseExpression)[0]).toBe("expected '+', '-' or the end, found '>='");
    expect(() => parseExpression(undefined as never)).toThrow('text must be a string, got undefined');
  });
});

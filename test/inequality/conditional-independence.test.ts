import { describe, expect, test } from 'vitest';
import { attemptProof } from '../../src/inequality/attempt-proof.js';
import { readProblem } from '../../src/inequality/problem.js';
import { prove } from '../../src/inequality/prove.js';
import { repair } from '../../src/inequality/repair.js';
import { weakest } from '../../src/inequality/weakest.js';
import { createRng, type Rng } from '../../src/random/rng.js';

/** Sets of variables are bits of an integer. */
type Independence = readonly [a: number, b: number, given: number];

const bits = (set: number) => [0, 1, 2, 3, 4].filter((i) => set & (1 << i));
const names = (set: number) => bits(set).map((i) => 'ABCDE'[i]);

/** I(A; B | K) = 0 is I(i; j | L) = 0 for all i in A, j in B and L that holds K and otherwise members of A and B. */
function elementary([a, b, given]: Independence): string[] {
  return bits(a).flatMap((i) =>
    bits(b).flatMap((j) => {
      const others = (a | b) & ~(1 << i) & ~(1 << j);
      return Array.from({ length: 32 }, (_, l) => l)
        .filter((l) => (l & ~others) === 0)
        .map((l) => key(i, j, given | l));
    }),
  );
}

function key(i: number, j: number, given: number): string {
  return [Math.min(i, j), Math.max(i, j), given].join();
}

/** All that follows by the axioms of semigraphoids, on elementary statements: i ⊥ j | K and i ⊥ l | jK make i ⊥ l | K and i ⊥ j | lK. */
function semigraphoid(premises: readonly Independence[], variables: number): Set<string> {
  const closed = new Set(premises.flatMap(elementary));
  const all = Array.from({ length: variables }, (_, i) => i);
  for (let before = -1; before !== closed.size; ) {
    before = closed.size;
    for (let given = 0; given < 1 << variables; given++) {
      const free = all.filter((i) => !(given & (1 << i)));
      for (const i of free) {
        for (const j of free) {
          for (const l of free) {
            if (new Set([i, j, l]).size < 3) continue;
            if (!closed.has(key(i, j, given)) || !closed.has(key(i, l, given | (1 << j)))) continue;
            closed.add(key(i, l, given)).add(key(i, j, given | (1 << l)));
          }
        }
      }
    }
  }
  return closed;
}

/** A statement in one of the ways it can be written, and the independences that it amounts to. */
interface Said {
  readonly text: string;
  readonly independences: readonly Independence[];
}

function drawStatement(rng: Rng, variables: number): Said {
  for (;;) {
    // Each variable in one of four parts: A, B, C, or the condition; or in none.
    const parts = [0, 0, 0, 0, 0];
    for (let i = 0; i < variables; i++) parts[rng.integer(5)] |= 1 << i;
    const [a, b, c, given] = parts;
    if (a === 0 || b === 0) continue;
    const condition = given ? ` | ${names(given)}` : '';
    switch (rng.integer(4)) {
      case 0:
        return { text: `I(${names(a)}; ${names(b)}${condition}) = 0`, independences: [[a, b, given]] };
      case 1:
        return { text: `(${names(a)}) _|_ (${names(b)})${condition}`, independences: [[a, b, given]] };
      case 2:
        if (given === 0) continue;
        return { text: `(${names(a)}) -> (${names(given)}) -> (${names(b)})`, independences: [[a, b, given]] };
      case 3:
        if (c === 0) continue;
        return {
          text: `(${names(a)}) _|_ (${names(b)}) _|_ (${names(c)})${condition}`,
          independences: [
            [a, b, given],
            [a | b, c, given],
          ],
        };
    }
  }
}

function drawProblem(rng: Rng, variables: number) {
  const premises = Array.from({ length: 1 + rng.integer(3) }, () => drawStatement(rng, variables));
  const claim = drawStatement(rng, variables);
  const closed = semigraphoid(
    premises.flatMap(({ independences }) => independences),
    variables,
  );
  const follows = claim.independences.flatMap(elementary).every((statement) => closed.has(statement));
  return { claim: claim.text, given: premises.map(({ text }) => text), follows, closed };
}

const soon = () => performance.now() + 20_000;

describe('conditional independence', () => {
  test('of one of three independent variables from another, given the third, is an equation that holds', async () => {
    const verdict = await prove('I(Y;Z|X) = 0', { given: ['X _|_ Y _|_ Z'] });
    if (verdict.status !== 'proved') throw new Error(verdict.status);
    expect(verdict.certificate.parts.map(({ relation }) => relation)).toEqual(['=']);
    expect(verdict.certificate.write('text')).toContain('I(Y; Z|X)\n    = ');
    const few = await weakest('I(Y;Z|X) = 0', { given: ['X _|_ Y _|_ Z', 'X _|_ Z'] });
    expect(few?.premises).toEqual(['X _|_ Y _|_ Z']);
    expect(await repair('I(Y;Z|X) = 0', [], ['X _|_ Y _|_ Z', 'X _|_ Y'])).toHaveLength(1);
  });

  test('of three variables is what the axioms of semigraphoids say, which are complete for three', async () => {
    const rng = createRng('three variables');
    let proved = 0;
    for (let i = 0; i < 200; i++) {
      const { claim, given, follows } = drawProblem(rng, 3);
      const { status } = await attemptProof(readProblem(claim, given), soon());
      expect([claim, given, status]).toEqual([claim, given, follows ? 'proved' : 'outside']);
      if (follows) proved++;
    }
    expect(proved).toBeGreaterThan(40);
  });

  test.each([4, 5])('of %i variables is proved where it follows, and never left open', async (variables) => {
    const rng = createRng(`${variables} variables`);
    let proved = 0;
    for (let i = 0; i < 200; i++) {
      const { claim, given, follows } = drawProblem(rng, variables);
      const { status } = await attemptProof(readProblem(claim, given), soon());
      // Shannon's inequalities show more than semigraphoids do.
      const allowed = follows ? ['proved'] : ['proved', 'outside'];
      expect([claim, given, allowed.includes(status), status]).toEqual([claim, given, true, status]);
      if (follows) proved++;
    }
    expect(proved).toBeGreaterThan(20);
  });

  test('makes sums of what vanishes vanish', async () => {
    const rng = createRng('sums');
    let proved = 0;
    while (proved < 100) {
      const { given, closed } = drawProblem(rng, 4);
      const statements = [...closed].map((text) => text.split(',').map(Number));
      const draw = () => {
        const [i, j, condition] = statements[rng.integer(statements.length)];
        return `${1 + rng.integer(3)}/2 I(${'ABCD'[i]}; ${'ABCD'[j]}${condition ? ` | ${names(condition)}` : ''})`;
      };
      const claim = `${draw()} + H(A, B) - H(B) = ${draw()} + H(A | B)`;
      const { status } = await attemptProof(readProblem(claim, given), soon());
      expect([claim, given, status]).toEqual([claim, given, 'proved']);
      proved++;
    }
  });
});

import { describe, expect, test } from 'vitest';
import { linearForm } from '../../src/information/linear-form.js';
import { parseStatement } from '../../src/information/parse.js';
import type { Statement } from '../../src/information/syntax.js';
import { failingStatements } from '../../src/paper/failing-statements.js';
import { ledger } from '../../src/paper/ledger.js';

const statements = failingStatements();
const statementOf = (id: string) => statements.find(({ items }) => items.some((item) => item.id === id))!;

describe('statements that fail as printed', () => {
  test('are all items that do not hold, each of them once', () => {
    const listed = statements.flatMap(({ items }) => items.map(({ id }) => id));
    const failing = ledger.filter(({ verdict }) => ['fails', 'holds-under', 'assumption'].includes(verdict));
    expect(listed.toSorted()).toEqual(failing.map(({ id }) => id).toSorted());
  });

  test('share a row where they come to the same, and only there', () => {
    const ids = (id: string) => statementOf(id).items.map((item) => item.id);
    expect(ids('eq-10')).toEqual(['theorem-4.10', 'eq-10', 'eq-30', 'eq-30.2', 'eq-34', 'eq-34.1', 'eq-35']);
    expect(ids('lemma-4.5')).toEqual(['lemma-4.5', 'eq-5', 'eq-26', 'eq-27', 'eq-27.2']);
    expect(ids('lemma-3.1')).toEqual(['lemma-3.1', 'eq-1', 'eq-14']);
    expect(ids('lemma-4.6')).toEqual(['lemma-4.6', 'eq-6']);
    expect(ids('lemma-4.8')).toEqual(['lemma-4.8', 'eq-8']);
    // (16) and (17) are the same; (15) is about entropies.
    expect(ids('eq-16')).toEqual(['eq-16', 'eq-17', 'eq-17.2']);
    expect(ids('eq-15')).toEqual(['eq-15', 'eq-28']);
  });

  test('come, where terms cancel, to the same linear form', () => {
    const difference = (statement: Statement) => {
      if (statement.kind !== 'comparison' || statement.relations.length > 1) return null;
      const [left, right] = statement.sides.map(linearForm);
      return statement.relations[0] === '>=' ? left.minus(right) : right.minus(left);
    };
    for (const { items, comesTo } of statements) {
      const [{ id, claim, role }] = items;
      if (claim === undefined || role !== 'statement') continue;
      const [short, printed] = [comesTo!, claim].map((text) => difference(parseStatement(text))!);
      expect([id, short.equals(printed)]).toEqual([id, true]);
    }
  });

  test('have repairs that hold, told apart by kind', () => {
    for (const { items, repairs } of statements) {
      for (const { finding } of repairs) expect([items[0].id, finding.outcome]).toEqual([items[0].id, 'holds']);
    }
    const repairs = statementOf('eq-15').repairs.map(({ finding: _, ...repair }) => repair);
    expect(repairs).toEqual([
      { kind: 'as printed', condition: 'S_gen is a function of M(p)' },
      { kind: 'reversed', condition: 'ε is independent of the rest' },
      { kind: 'corrected', correction: 'H(S_gen|M)' },
      { kind: 'corrected', correction: 'H(epsilon)' },
    ]);
    expect(statementOf('eq-16').repairs[1]).toMatchObject({ kind: 'reversed' });
    expect(statementOf('eq-16').repairs[1]).not.toHaveProperty('condition');
    expect(statementOf('lemma-4.6').repairs.map(({ kind }) => kind)).toEqual(['changed', 'changed']);
  });
});

import { brief, isList, requireList } from '../numeric/arguments.js';
import type { Expression, Statement } from './syntax.js';

/** The parts of each kind of statement that are lists. */
const LISTS: Readonly<Record<Statement['kind'], readonly string[]>> = {
  comparison: ['sides', 'relations'],
  'markov-chain': ['groups'],
  'functional-dependence': ['of', 'inputs'],
  independence: ['groups', 'given'],
};

/** Whether a value is what `parseExpression` returns. */
export function isExpression(value: unknown): value is Expression {
  return isList(value) && (Array.from(value) as Expression[number][]).every(isTerm);
}

function isTerm(term: Expression[number] | undefined | null): boolean {
  return typeof term?.coefficient?.toFraction === 'function' && typeof term.quantity?.kind === 'string';
}

/** Whether a value is what `parseStatement` returns. */
export function isStatement(value: unknown): value is Statement {
  const kind = (value as Statement | undefined | null)?.kind;
  if (typeof kind !== 'string' || !Object.hasOwn(LISTS, kind)) return false;
  return LISTS[kind].every((part) => isList((value as Readonly<Record<string, unknown>>)[part]));
}

/** @throws TypeError unless the value is a statement that was read */
export function requireStatement(name: string, value: Statement): void {
  if (!isStatement(value)) {
    throw new TypeError(`${name} must be a statement as parseStatement returns, got ${brief(value)}`);
  }
}

/** @throws TypeError unless the value is a list of statements that were read */
export function requireStatements(name: string, value: readonly Statement[]): void {
  requireList(name, value);
  for (let i = 0; i < value.length; i++) requireStatement(`${name}[${i}]`, value[i]);
}

import { ExactTable } from './exact-table.js';

/** A combination of source symbols of GF(3): digit i to base 3 is the coefficient of source i. */
type Combination = number;

/** A GF(3)-linear code as a table: each variable is some combinations of fair symbols, so that entropies are ranks · log 3. */
export function codeOverGf3(
  variables: readonly string[],
  combinations: readonly (readonly Combination[])[],
  sources: number,
): ExactTable {
  let messages: number[][] = [[]];
  for (let source = 0; source < sources; source++) {
    messages = messages.flatMap((message) => [0, 1, 2].map((symbol) => [...message, symbol]));
  }
  const outcomes = messages.map((message) => {
    const values = combinations.map((own) => own.reduce((value, each) => 3 * value + valueAt(each, message), 0));
    return { values, weight: 1 };
  });
  return new ExactTable(variables, outcomes);
}

function valueAt(combination: Combination, message: readonly number[]): number {
  let value = 0;
  let rest = combination;
  for (const symbol of message) {
    value += (rest % 3) * symbol;
    rest = Math.floor(rest / 3);
  }
  return value % 3;
}

import { brief, requireTexts } from '../numeric/arguments.js';
import { isName } from './tokens.js';

/**
 * @throws TypeError unless the names are a list of texts
 * @throws RangeError unless a system has all the variables named
 */
export function requireVariables(names: readonly string[], variables: readonly string[]): void {
  requireTexts('variables', names);
  for (const name of names) {
    if (!variables.includes(name)) {
      throw new RangeError(`the system has no variable ${brief(name)}, only ${variables.join(', ')}`);
    }
  }
}

/** @throws RangeError unless `name` can name a variable in the language, and no variable has it yet */
export function requireNewVariable(name: string, variables: readonly string[]): void {
  if (!isName(name))
    throw new RangeError(`${brief(name)} is no name of a variable: letters, digits, _ and ' after a letter`);
  if (variables.includes(name)) throw new RangeError(`there is a variable '${name}' already`);
}

export type Json = Readonly<Record<string, unknown>>;

/** A text of nbformat, which may be kept as a list of lines. @throws an error that names what is no text */
export function asText(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  if (isListOfTexts(value)) return value.join('');
  throw unexpected(name, value, 'a text or a list of lines');
}

export function isListOfTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((line) => typeof line === 'string');
}

/** @throws an error that names what is no object */
export function asObject(name: string, value: unknown): Json {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  throw unexpected(name, value, 'an object');
}

export function unexpected(name: string, value: unknown, expected: string): Error {
  return new Error(`${name} is ${JSON.stringify(value)}, not ${expected}`);
}

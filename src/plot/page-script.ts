/**
 * JavaScript that calls `run` with those values in the reader's page, safe inside a `<script>` element. The function is
 * sent as its own source text, so it must not refer to anything outside itself, and the values must be plain data.
 */
export function callInPage<Values extends readonly unknown[]>(
  run: (...values: Values) => void,
  ...values: NoInfer<Values>
): string {
  const source = run.toString().replace(/^\s+|\s*\/\/ .*$/gm, '');
  const written = values.map((value) => JSON.stringify(value).replace(/</g, '\\u003c'));
  return `(${source})(${written.join(',')})`;
}

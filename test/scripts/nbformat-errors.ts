type Json = Record<string, unknown>;

/** What violates the JSON schema of nbformat 4.5 in a notebook whose outputs are of the kinds that tslab sends. */
export function nbformatErrors(notebook: Json): string[] {
  const cells = Array.isArray(notebook.cells) ? (notebook.cells as Json[]) : [];
  return [
    ...check('notebook', notebook, {
      nbformat: (value) => value === 4,
      nbformat_minor: (value) => Number.isInteger(value) && Number(value) >= 5,
      metadata: isNotebookMetadata,
      cells: Array.isArray,
    }),
    ...cells.flatMap((cell, index) => cellErrors(`cell ${index}`, cell)),
    ...(new Set(cells.map(({ id }) => id)).size === cells.length ? [] : ['cell ids are not unique']),
  ];
}

function cellErrors(name: string, cell: Json): string[] {
  const common = { id: isCellId, cell_type: isString, metadata: isObject, source: isMultiline };
  if (cell.cell_type !== 'code') {
    const { attachments, ...rest } = cell;
    const isKind = ['markdown', 'raw'].includes(String(cell.cell_type));
    return [
      ...(isKind ? [] : [`${name}: cell_type ${cell.cell_type}`]),
      ...(attachments === undefined || isObject(attachments) ? [] : [`${name}: attachments`]),
      ...check(name, rest, common),
    ];
  }
  const outputs = Array.isArray(cell.outputs) ? (cell.outputs as Json[]) : [];
  return [
    ...check(name, cell, { ...common, outputs: Array.isArray, execution_count: isCount }),
    ...outputs.flatMap((output, index) => outputErrors(`${name}, output ${index}`, output)),
  ];
}

function outputErrors(name: string, output: Json): string[] {
  switch (output.output_type) {
    case 'stream':
      return check(name, output, { output_type: isString, name: isString, text: isMultiline });
    case 'display_data':
      return check(name, output, { output_type: isString, data: isMimeBundle, metadata: isObject });
    default:
      return [`${name}: output_type ${output.output_type}`];
  }
}

/** Every key must be there and hold what it should, and there must be no others: the schema allows none. */
function check(name: string, value: Json, keys: Readonly<Record<string, (value: unknown) => boolean>>): string[] {
  return [
    ...Object.keys(value)
      .filter((key) => !(key in keys))
      .map((key) => `${name}: unexpected ${key}`),
    ...Object.entries(keys)
      .filter(([key, isValid]) => !(key in value && isValid(value[key])))
      .map(([key]) => `${name}: ${key} is ${JSON.stringify(value[key])}`),
  ];
}

function isNotebookMetadata(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { kernelspec, language_info } = value;
  return (
    isObject(kernelspec) &&
    isString(kernelspec.name) &&
    isString(kernelspec.display_name) &&
    isObject(language_info) &&
    isString(language_info.name)
  );
}

function isMimeBundle(value: unknown): boolean {
  const isJson = (type: string) => type === 'application/json' || type.endsWith('+json');
  return isObject(value) && Object.entries(value).every(([type, data]) => isJson(type) || isMultiline(data));
}

function isCellId(value: unknown): boolean {
  return isString(value) && /^[a-zA-Z0-9-_]{1,64}$/.test(value);
}

function isCount(value: unknown): boolean {
  return value === null || (Number.isInteger(value) && Number(value) >= 0);
}

function isMultiline(value: unknown): boolean {
  return isString(value) || (Array.isArray(value) && value.every(isString));
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

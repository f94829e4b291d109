import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { ts, type typescript } from '../scripts/site/typescript.js';

const root = resolve('src');
// AssemblyScript knows no readonly.
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /^(?!wasm).*\.ts$/.test(file));

/** The declarations that a file exports. */
function exportedBy(file: string): typescript.Statement[] {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
  return source.statements.filter(
    (statement) =>
      ts.canHaveModifiers(statement) && statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword),
  );
}

/** Of types, and of what functions take and return. */
function properties(node: typescript.Node): typescript.PropertySignature[] {
  if (ts.isBlock(node)) return [];
  const found: typescript.PropertySignature[] = ts.isPropertySignature(node) ? [node] : [];
  ts.forEachChild(node, (child) => void found.push(...properties(child)));
  return found;
}

function isReadonly({ modifiers, type }: typescript.PropertySignature): boolean {
  return modifiers !== undefined && (type === undefined || holdsReadonlyLists(type));
}

/** What a function returns is its caller's; the properties of an inner type are looked at for themselves. */
function holdsReadonlyLists(type: typescript.Node): boolean {
  if (ts.isFunctionTypeNode(type) || ts.isTypeLiteralNode(type)) return true;
  if ((ts.isArrayTypeNode(type) || ts.isTupleTypeNode(type)) && !ts.isTypeOperatorNode(type.parent)) return false;
  return !ts.forEachChild(type, (child) => !holdsReadonlyLists(child));
}

test('nothing that src exports has a property that can be changed, but for what counts down', () => {
  const changeable = files.flatMap((file) =>
    exportedBy(file)
      .flatMap(properties)
      .filter((property) => !isReadonly(property))
      .map((property) => `${file}: ${property.getText()}`),
  );
  expect(changeable).toEqual(['inequality/refute/enumerate.ts: steps: number;']);
});

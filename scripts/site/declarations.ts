import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ts, type typescript } from './typescript.js';

/** A name, and the statements of a file that declare it: several for an overloaded function. */
export interface Declaration {
  readonly name: string;
  readonly source: typescript.SourceFile;
  readonly statements: readonly typescript.Statement[];
}

/** What a file exports from other files, in order. @throws Error for a name that those do not declare */
export function exportsOf(file: string): Declaration[] {
  return parse(file)
    .statements.filter(ts.isExportDeclaration)
    .flatMap((statement) => {
      const target = targetOf(file, statement.moduleSpecifier!);
      if (!statement.exportClause) return exportsOf(target);
      const { elements } = statement.exportClause as typescript.NamedExports;
      return elements.map(({ name: { text } }) => {
        const found = declarationIn(parse(target), text);
        if (!found) throw new Error(`${target} has no declaration of ${text}`);
        return found;
      });
    });
}

/**
 * The types that declarations refer to, and those that these refer to, without what is among the declarations.
 *
 * @throws Error if two of all of them have one name, which would be told of the wrong one
 */
export function typesUsedBy(declarations: readonly Declaration[]): Declaration[] {
  const all = new Map(declarations.map((found) => [found.name, found]));
  for (const { source, statements } of all.values()) {
    for (const name of statements.flatMap(typeNames)) {
      const found = lookUp(name, source);
      const known = all.get(name) ?? found;
      if (!found || !known) continue;
      if (known.statements[0] !== found.statements[0]) {
        throw new Error(`two types have the name ${name}: in ${known.source.fileName} and ${found.source.fileName}`);
      }
      all.set(name, known);
    }
  }
  return [...all.values()].slice(declarations.length);
}

/** Not what is private, and not what consoles print it by. */
export function isForUsers(member: typescript.ClassElement): boolean {
  if (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Private) return false;
  return !member.name || !(ts.isPrivateIdentifier(member.name) || ts.isComputedPropertyName(member.name));
}

const parsed = new Map<string, typescript.SourceFile>();

function parse(file: string): typescript.SourceFile {
  const source =
    parsed.get(file) ?? ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  parsed.set(file, source);
  return source;
}

function targetOf(file: string, specifier: typescript.Expression): string {
  return join(dirname(file), (specifier as typescript.StringLiteral).text.replace(/\.js$/, '.ts'));
}

function declarationIn(source: typescript.SourceFile, name: string): Declaration | undefined {
  const statements = source.statements.filter((statement) => nameOf(statement) === name);
  return statements.length > 0 ? { name, source, statements } : undefined;
}

function nameOf(statement: typescript.Statement): string | undefined {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations[0].name.getText();
  return (statement as typescript.DeclarationStatement).name?.getText();
}

/** Names in the places of types, but for those in bodies and private members. */
function typeNames(node: typescript.Node): string[] {
  if (ts.isBlock(node) || (ts.isClassElement(node) && !isForUsers(node))) return [];
  const own = ts.isTypeReferenceNode(node)
    ? [node.typeName.getText()]
    : ts.isExpressionWithTypeArguments(node)
      ? [node.expression.getText()]
      : [];
  const inner: string[] = [];
  ts.forEachChild(node, (child) => void inner.push(...typeNames(child)));
  return [...own, ...inner];
}

/** The interface or type of a name, in a file or where it imports it from; none for what is not the project's own. */
function lookUp(name: string, source: typescript.SourceFile): Declaration | undefined {
  const found = declarationIn(source, name);
  if (found) return ts.isClassDeclaration(found.statements[0]) ? undefined : found;
  const statement = source.statements.filter(ts.isImportDeclaration).find(({ importClause, moduleSpecifier }) => {
    const bindings = importClause?.namedBindings;
    const names = bindings && ts.isNamedImports(bindings) ? bindings.elements : [];
    return moduleSpecifier.getText().startsWith("'.") && names.some((element) => element.name.text === name);
  });
  return statement && lookUp(name, parse(targetOf(source.fileName, statement.moduleSpecifier)));
}

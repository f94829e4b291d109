import { join, relative, sep } from 'node:path';
import { type Declaration, exportsOf, isForUsers, typesUsedBy } from './declarations.js';
import { type Docstring, readDocstring } from './docstring.js';
import { ts, type typescript } from './typescript.js';

export interface Declared {
  readonly name: string;
  /** As in the source, without what only the implementation needs; overloads one after another. */
  readonly signature: string;
  readonly docstring: Docstring;
}

/** What a package exports, or the type of something in what it exports. */
export interface PublicEntry extends Declared {
  readonly kind: 'function' | 'class' | 'type' | 'constant';
  /** What it is imported from, such as `reverse-bottleneck/paper`; null where it cannot be. */
  readonly door: string | null;
  /** The folder of `src` that it is in. */
  readonly room: string;
  /** Relative to the project, with slashes. */
  readonly file: string;
  readonly line: number;
  /** What a class has for its users. */
  readonly members: readonly Declared[];
}

/** Which file of `src` says what a cell imports from where. */
const DOORS = {
  'reverse-bottleneck': 'index.ts',
  'reverse-bottleneck/paper': 'paper/index.ts',
  'reverse-bottleneck/notebook': 'notebook/index.ts',
} as const;

/**
 * All that the doors of a project export, in their order, and then the types that these are declared with.
 *
 * @throws Error if a name is exported that the file it is said to be in does not declare
 */
export function publicEntries(project: string): PublicEntry[] {
  const exported = Object.entries(DOORS).flatMap(([door, file]) =>
    exportsOf(join(project, 'src', file)).map((found) => ({ found, door })),
  );
  const used = typesUsedBy(exported.map(({ found }) => found));
  return [...exported, ...used.map((found) => ({ found, door: null }))].map(({ found, door }) => ({
    ...readEntry(found, relative(project, found.source.fileName).split(sep).join('/')),
    door,
  }));
}

function readEntry({ name, source, statements }: Declaration, file: string): Omit<PublicEntry, 'door'> {
  const [first] = statements;
  return {
    ...declared(name, statements),
    kind: kindOf(first),
    room: file.split('/')[1],
    file,
    line: source.getLineAndCharacterOfPosition(first.getStart()).line + 1,
    members: ts.isClassDeclaration(first) ? membersOf(first, name) : [],
  };
}

function kindOf(statement: typescript.Statement): PublicEntry['kind'] {
  if (ts.isFunctionDeclaration(statement)) return 'function';
  if (ts.isClassDeclaration(statement)) return 'class';
  return ts.isVariableStatement(statement) ? 'constant' : 'type';
}

/** Declarations of one name: several are overloads, of which the last is the implementation. */
function declared(name: string, nodes: readonly typescript.Node[]): Declared {
  const visible = nodes.length > 1 ? nodes.slice(0, -1) : nodes;
  const signature = visible.map(signatureOf).join('\n');
  return { name, signature, docstring: readDocstring(nodes[0]) };
}

function membersOf(declaration: typescript.ClassDeclaration, owner: string): Declared[] {
  const groups = new Map<string, typescript.ClassElement[]>();
  for (const member of declaration.members.filter(isForUsers)) {
    const name = ts.isConstructorDeclaration(member) ? 'constructor' : member.name!.getText();
    groups.set(name, [...(groups.get(name) ?? []), member]);
  }
  return [...groups].map(([name, members]) => declared(`${owner}.${name}`, members));
}

/** The text up to the body; of a constant whose type is declared, up to its value. */
function signatureOf(node: typescript.Node): string {
  const source = node.getSourceFile();
  const { character } = source.getLineAndCharacterOfPosition(node.getStart());
  return source.text
    .slice(node.getStart(), endOfSignature(node, source))
    .replaceAll(`\n${' '.repeat(character)}`, '\n')
    .replace(/^export /, '')
    .replace(/\basync (?=function)|^async /, '')
    .trimEnd()
    .replace(/;$/, '');
}

function endOfSignature(node: typescript.Node, source: typescript.SourceFile): number {
  if (ts.isClassDeclaration(node)) return source.text.lastIndexOf('{', node.members.pos);
  if (ts.isVariableStatement(node)) return node.declarationList.declarations[0].type?.end ?? node.end;
  if (ts.isPropertyDeclaration(node)) return node.type?.end ?? node.end;
  return (node as typescript.FunctionLikeDeclaration).body?.pos ?? node.end;
}

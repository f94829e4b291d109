'use strict';

/** The names that an import binds. */
function importedNames(ts, { importClause }) {
  if (!importClause) return [];
  const { name, namedBindings } = importClause;
  const named = !namedBindings ? [] : ts.isNamespaceImport(namedBindings) ? [namedBindings] : namedBindings.elements;
  return [...(name ? [name.text] : []), ...named.map((binding) => binding.name.text)];
}

/** The names that a statement of a d.ts file declares as values; those of an import may be types, too. */
function declaredNames(ts, statement) {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => name.text);
  if (ts.isImportDeclaration(statement)) return importedNames(ts, statement);
  const isValue =
    ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) || ts.isEnumDeclaration(statement);
  return isValue && statement.name ? [statement.name.text] : [];
}

function statementsOf(ts, text) {
  return ts.createSourceFile('declarations.d.ts', text, ts.ScriptTarget.Latest).statements;
}

/** The names of the values that the text of a d.ts file declares. */
function valueNames(ts, text) {
  return new Set(statementsOf(ts, text).flatMap((statement) => declaredNames(ts, statement)));
}

/** The declarations of the values whose names are kept, and of all types; each statement stands for itself. */
function selectDeclarations(ts, text, keeps) {
  const kept = statementsOf(ts, text).flatMap((statement) => {
    const names = declaredNames(ts, statement);
    if (names.length === 0 || names.every(keeps)) return [text.slice(statement.pos, statement.end)];
    if (!ts.isVariableStatement(statement)) return [];
    const declarations = statement.declarationList.declarations.filter(({ name }) => keeps(name.text));
    return declarations.map(({ pos, end }) => `\ndeclare let ${text.slice(pos, end).trim()};`);
  });
  return `${kept.join('')}\n`;
}

module.exports = { selectDeclarations, valueNames };

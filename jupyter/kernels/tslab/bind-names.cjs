'use strict';

const { beforeWriting } = require('./before-writing.cjs');
const { valueNames } = require('./declarations.cjs');

/** The compiled cell, as tslab calls it: `importFromOutside` comes before this, which gives it that name. */
const CELL = 'outDir/__tslab__.js';
/** tslab's own way to find the variables of earlier cells. */
const OWN_WAY = 'wrapPrevIdentifier';
/** What the value of a cell's last expression is called; tslab reads it from the exports. */
const LAST_EXPRESSION = /^tsLastExpr\d*$/;

/**
 * One binding for each name, which all cells see: functions of an earlier cell see what a later one assigns or declares.
 *
 * tslab gives each cell variables of its own and copies them to an object where later cells find them, so that a later
 * assignment changes the copy. Here whatever cells declare lives in one object, and every use of it in any cell, in
 * closures, patterns and shorthands too, is a use of that object's property.
 *
 * @returns a function that has `convert` compile a cell after these declarations; `declared` are the names of the cell
 */
function bindNames(tslabRequire) {
  const path = tslabRequire.resolve('@tslab/typescript-for-tslab');
  const typescript = tslabRequire(path);
  /** The text of the cell under way, once it is an ES module. */
  let cell;
  let earlier = new Set();
  let bound = { declared: [], awaits: false };

  require.cache[path].exports = {
    ...typescript,
    createWatchProgram: (host) =>
      typescript.createWatchProgram(
        beforeWriting(host, (name, text) => {
          if (name === CELL) cell = text;
          return name;
        }),
      ),
    visitEachChild: (node, visit, ...rest) =>
      visit.name === OWN_WAY ? node : typescript.visitEachChild(node, visit, ...rest),
    transpileModule: (input, options) => {
      if (input !== cell) return typescript.transpileModule(input, options);
      const bind = (context) => (file) => {
        bound = bindFile(typescript, context, file, earlier);
        return bound.file;
      };
      return typescript.transpileModule(input, { ...options, transformers: { before: [bind] } });
    },
  };

  return (convert, declarations) => {
    earlier = valueNames(typescript, declarations);
    bound = { declared: [], awaits: false };
    cell = undefined;
    const converted = convert();
    // tslab does not see `await (…)` and `for await`.
    return { ...converted, hasToplevelAwait: converted.hasToplevelAwait || bound.awaits, declared: bound.declared };
  };
}

/** The module of a cell with its variables as properties of one object, and the names that it declares. */
function bindFile(ts, context, file, earlier) {
  const { factory } = context;
  const resolver = context.getEmitResolver();
  const object = unusedName(file.text);
  const declared = new Set();
  let awaits = false;

  const shared = (name) => factory.createPropertyAccessExpression(factory.createIdentifier(object), name.text);
  const isOfCell = (declaration, name) =>
    Boolean(file.locals.get(name.escapedText)?.declarations?.includes(declaration));
  const isDeclaredHere = (name) => isOfCell(name.parent, name);

  function isShared(name) {
    if (LAST_EXPRESSION.test(name.text)) return false;
    const declaration = resolver.getReferencedValueDeclaration(name) ?? resolver.getReferencedImportDeclaration(name);
    return declaration ? isOfCell(declaration, name) : earlier.has(name.text);
  }

  function visit(node) {
    if (ts.isIdentifier(node)) return isUse(ts, node) && isShared(node) ? original(shared(node), node) : node;
    if (ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier))
      awaits ||= isTopLevel(ts, node);
    if (ts.isShorthandPropertyAssignment(node)) return shorthand(node);
    if (ts.isImportCall(node)) return dynamicImport(node);
    if (ts.isCallExpression(node)) return call(node);
    if (ts.isVariableStatement(node)) return variables(node);
    if (ts.isForStatement(node) || ts.isForInStatement(node) || ts.isForOfStatement(node)) return loop(node);
    if (ts.isClassDeclaration(node) && node.name && isOfCell(node, node.name)) return classOf(node);
    return ts.visitEachChild(node, visit, context);
  }

  const original = (made, node) => ts.setTextRange(ts.setOriginalNode(made, node), node);

  function shorthand(node) {
    if (!isShared(node.name)) return ts.visitEachChild(node, visit, context);
    const initial = node.objectAssignmentInitializer && ts.visitNode(node.objectAssignmentInitializer, visit);
    const value = initial ? factory.createAssignment(shared(node.name), initial) : shared(node.name);
    return factory.createPropertyAssignment(node.name.text, value);
  }

  /** A function is called without the object as its `this`. */
  function call(node) {
    const visited = ts.visitEachChild(node, visit, context);
    if (!ts.isIdentifier(node.expression) || visited.expression === node.expression) return visited;
    const alone = factory.createParenthesizedExpression(
      factory.createComma(factory.createNumericLiteral(0), visited.expression),
    );
    // Node counts such a call from its closing parenthesis; readers look for the name.
    const start = node.expression.getStart(file);
    ts.setSourceMapRange(alone, { pos: start, end: start });
    return factory.updateCallExpression(visited, alone, undefined, visited.arguments);
  }

  /** The kernel's own `import()` finds the modules of TypeScript, of CommonJS and of ECMAScript. */
  function dynamicImport(node) {
    const { arguments: given } = ts.visitEachChild(node, visit, context);
    return factory.createCallExpression(ofKernel(factory, 'import'), undefined, given);
  }

  function variables(node) {
    const { declarations } = node.declarationList;
    if (!declarations.some(isSharedDeclaration)) return ts.visitEachChild(node, visit, context);
    const assignments = declarations.map(assignment);
    return original(factory.createExpressionStatement(factory.inlineExpressions(assignments)), node);
  }

  function isSharedDeclaration({ name }) {
    if (ts.isIdentifier(name)) return isDeclaredHere(name) && !LAST_EXPRESSION.test(name.text);
    return name.elements.some((element) => !ts.isOmittedExpression(element) && isSharedDeclaration(element));
  }

  function assignment(declaration) {
    const { name, initializer } = declaration;
    const value = initializer ? named(name, ts.visitNode(initializer, visit)) : factory.createVoidZero();
    const assigned = factory.createAssignment(target(name), value);
    const expression = ts.isIdentifier(name) ? assigned : factory.createParenthesizedExpression(assigned);
    return original(expression, declaration);
  }

  /** A function or class without a name gets that of the variable, as it would in its declaration. */
  function named(name, value) {
    const isNameless =
      ts.isIdentifier(name) &&
      (ts.isArrowFunction(value) || ((ts.isFunctionExpression(value) || ts.isClassExpression(value)) && !value.name));
    if (!isNameless) return value;
    const holder = factory.createObjectLiteralExpression([factory.createPropertyAssignment(name.text, value)]);
    return factory.createPropertyAccessExpression(holder, name.text);
  }

  /** What a pattern of a declaration is as a pattern of an assignment. */
  function target(name) {
    if (ts.isIdentifier(name)) {
      declared.add(name.text);
      return original(shared(name), name);
    }
    const withDefault = (element) => {
      const inner = target(element.name);
      return element.initializer ? factory.createAssignment(inner, ts.visitNode(element.initializer, visit)) : inner;
    };
    if (ts.isArrayBindingPattern(name)) {
      return factory.createArrayLiteralExpression(
        name.elements.map((element) => {
          if (ts.isOmittedExpression(element)) return element;
          return element.dotDotDotToken ? factory.createSpreadElement(target(element.name)) : withDefault(element);
        }),
      );
    }
    return factory.createObjectLiteralExpression(
      name.elements.map((element) => {
        if (element.dotDotDotToken) return factory.createSpreadAssignment(target(element.name));
        const { propertyName = factory.createIdentifier(element.name.text) } = element;
        const key = ts.isComputedPropertyName(propertyName) ? ts.visitNode(propertyName, visit) : propertyName;
        return factory.createPropertyAssignment(key, withDefault(element));
      }),
    );
  }

  /** `for (var i = 0; …)`, `for (var x of xs)`: a variable of the cell, too. */
  function loop(node) {
    const { initializer } = node;
    const isOfLoop =
      !initializer || !ts.isVariableDeclarationList(initializer) || !initializer.declarations.some(isSharedDeclaration);
    const visited = ts.visitEachChild(node, visit, context);
    if (isOfLoop) return visited;
    const { declarations } = initializer;
    if (ts.isForStatement(node)) {
      const start = factory.inlineExpressions(declarations.map(assignment));
      return factory.updateForStatement(visited, start, visited.condition, visited.incrementor, visited.statement);
    }
    const each = target(declarations[0].name);
    return ts.isForInStatement(node)
      ? factory.updateForInStatement(visited, each, visited.expression, visited.statement)
      : factory.updateForOfStatement(visited, visited.awaitModifier, each, visited.expression, visited.statement);
  }

  /** A class is there as soon as its own initialisers run. */
  function classOf(node) {
    declared.add(node.name.text);
    const { modifiers, name, typeParameters, heritageClauses, members } = ts.visitEachChild(node, visit, context);
    const itself = factory.createExpressionStatement(factory.createAssignment(shared(name), factory.createThis()));
    const first = factory.createClassStaticBlockDeclaration(factory.createBlock([itself]));
    const others = modifiers?.filter((modifier) => modifier.kind !== ts.SyntaxKind.ExportKeyword);
    const expression = factory.createClassExpression(others, name, typeParameters, heritageClauses, [
      first,
      ...members,
    ]);
    return original(factory.createExpressionStatement(factory.createAssignment(shared(name), expression)), node);
  }

  /** Gives a name what it stands for from the start of the cell: a function, or what is imported. */
  function give(name, value = factory.createIdentifier(name.text)) {
    declared.add(name.text);
    return factory.createExpressionStatement(factory.createAssignment(shared(name), value));
  }

  function imported({ importClause }) {
    if (!importClause) return [];
    const { namedBindings } = importClause;
    const named = namedBindings && ts.isNamedImports(namedBindings) ? namedBindings.elements : [];
    const bindings = [...(importClause.name ? [importClause] : []), ...named].map((binding) => {
      // How the compiler marks an identifier that it has made itself for what is imported there.
      const reference = factory.createIdentifier(binding.name.text);
      ts.setIdentifierGeneratedImportReference(reference, binding);
      return give(binding.name, reference);
    });
    return namedBindings && ts.isNamespaceImport(namedBindings) ? [...bindings, give(namedBindings.name)] : bindings;
  }

  const functions = file.statements.filter((statement) => ts.isFunctionDeclaration(statement) && statement.name);
  const imports = file.statements.filter(ts.isImportDeclaration);
  const rest = file.statements.filter(
    (statement) => !ts.isImportDeclaration(statement) && !(ts.isExportDeclaration(statement) && statement.exportClause),
  );
  const statements = [
    ...imports,
    ...imports.flatMap(imported),
    ...functions.map(({ name }) => give(name)),
    ...rest.map((statement) => ts.visitNode(statement, visit)),
    factory.createExportDeclaration(undefined, false, factory.createNamedExports([])),
  ];
  const holder = factory.createVariableStatement(
    undefined,
    factory.createVariableDeclarationList(
      [factory.createVariableDeclaration(object, undefined, undefined, ofKernel(factory, 'variables'))],
      ts.NodeFlags.Const,
    ),
  );
  return { file: factory.updateSourceFile(file, [holder, ...statements]), declared: [...declared], awaits };
}

function ofKernel(factory, name) {
  return factory.createPropertyAccessExpression(factory.createIdentifier('__tslab__'), name);
}

function isTopLevel(ts, node) {
  return !ts.findAncestor(node, (parent) => ts.isFunctionLike(parent) || ts.isClassStaticBlockDeclaration(parent));
}

function unusedName(text) {
  let name = 'cells';
  while (text.includes(name)) name = `_${name}`;
  return name;
}

/** Whether an identifier stands for a variable, and not for a property, a label or a name that is being declared. */
function isUse(ts, node) {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name !== node;
  if (ts.isPropertyAssignment(parent)) return parent.name !== node;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  if (ts.isVariableDeclaration(parent) || ts.isParameter(parent)) return parent.initializer === node;
  if (ts.isBreakStatement(parent) || ts.isContinueStatement(parent)) return false;
  if (ts.isLabeledStatement(parent)) return parent.label !== node;
  if (ts.isMetaProperty(parent) || ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent)) return false;
  if (ts.isImportClause(parent) || ts.isNamespaceImport(parent)) return false;
  return parent.name !== node;
}

module.exports = { bindNames };

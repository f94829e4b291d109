'use strict';

/**
 * Let `{ x }` name a variable of an earlier cell.
 *
 * tslab writes `exports.x` wherever a cell names an earlier cell's `x`, but takes the x of a shorthand `{ x }` for the
 * name of a property, which it is too, and leaves it: the cell fails with "x is not defined".
 */
function resolveShorthand(requireFromTslab) {
  const path = requireFromTslab.resolve('@tslab/typescript-for-tslab');
  const typescript = requireFromTslab(path);
  const { createWatchProgram, factory, isShorthandPropertyAssignment, visitEachChild } = typescript;
  require.cache[path].exports = {
    ...typescript,
    createWatchProgram: (host) => {
      const { afterProgramCreate } = host;
      host.afterProgramCreate = (builder) => {
        tellVariables(builder.getProgram().getTypeChecker(), isShorthandPropertyAssignment);
        afterProgramCreate(builder);
      };
      return createWatchProgram(host);
    },
    visitEachChild: (node, visit, context) => {
      if (!node || !isShorthandPropertyAssignment(node)) return visitEachChild(node, visit, context);
      const value = visit(node.name);
      return value === node.name ? node : factory.createPropertyAssignment(factory.cloneNode(node.name), value);
    },
  };
}

/** Make the checker say of the x in `{ x }` which variable it is. */
function tellVariables(checker, isShorthandPropertyAssignment) {
  const { getSymbolAtLocation, getShorthandAssignmentValueSymbol } = checker;
  checker.getSymbolAtLocation = (node) =>
    node.parent && isShorthandPropertyAssignment(node.parent) && node.parent.name === node
      ? getShorthandAssignmentValueSymbol(node.parent)
      : getSymbolAtLocation(node);
}

module.exports = { resolveShorthand };

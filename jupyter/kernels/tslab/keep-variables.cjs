'use strict';

const { selectDeclarations, valueNames } = require('./declarations.cjs');
const { importer } = require('./importer.cjs');

/**
 * Keep what a cell has computed before it fails or is stopped, as in Python: the names that it has given values are
 * declared from then on, and those that it has not reached stay what they were.
 *
 * tslab declares nothing of a cell that fails, and so loses variables that have new values.
 *
 * @param compile what `bindNames` returns
 */
function keepVariables(tslabRequire, compile) {
  const typescript = tslabRequire('@tslab/typescript-for-tslab');
  const executorModule = tslabRequire('./executor.js');
  const { createExecutor } = executorModule;

  executorModule.createExecutor = (rootDir, convs, console) => {
    const variables = {};
    /** Declarations of all that there is, as the text of a d.ts file. */
    let declarations = '';
    let underWay;
    const { convert, inspect, complete } = convs.node;
    Object.assign(convs.node, {
      convert: (_, source) => {
        const compiled = compile(() => convert(declarations, source), declarations);
        const { diagnostics, declOutput = '', declared } = compiled;
        if (diagnostics.length === 0) {
          const after = declOutput + undeclared(typescript, declOutput, declared);
          underWay = { after, unassigned: awaitValues(variables, declared) };
        }
        return compiled;
      },
      inspect: (_, ...rest) => inspect(declarations, ...rest),
      complete: (_, ...rest) => complete(declarations, ...rest),
    });

    const executor = createExecutor(rootDir, convs, console);
    Object.assign(globalThis.__tslab__, { variables, import: importer(rootDir, globalThis.__tslab__.require) });
    const { execute } = executor;
    executor.execute = async (source) => {
      underWay = undefined;
      const ok = await execute(source);
      if (underWay) {
        const { after, unassigned } = underWay;
        settle(variables, unassigned, ok);
        const select = (text, keeps) => selectDeclarations(typescript, text, keeps);
        declarations = ok
          ? after
          : select(declarations, (name) => unassigned.has(name)) + select(after, (name) => !unassigned.has(name));
      }
      return ok;
    };
    return executor;
  };
}

/** The compiler declares no `var` of a loop or a block, which is a variable of the cell all the same. */
function undeclared(typescript, declarations, names) {
  const known = valueNames(typescript, declarations);
  return names.map((name) => (known.has(name) ? '' : `declare let ${name}: any;\n`)).join('');
}

/** Lets each name have its old value until it is assigned a new one. The names that have not been, with the old values. */
function awaitValues(variables, names) {
  const unassigned = new Map();
  for (const name of names) {
    const old = Object.getOwnPropertyDescriptor(variables, name);
    const isThere = old !== undefined && 'value' in old;
    unassigned.set(name, isThere ? old : undefined);
    Object.defineProperty(variables, name, {
      configurable: true,
      enumerable: true,
      get() {
        if (isThere) return old.value;
        throw new ReferenceError(`${name} is used before it has a value`);
      },
      set(value) {
        unassigned.delete(name);
        Object.defineProperty(variables, name, { value, configurable: true, enumerable: true, writable: true });
      },
    });
  }
  return unassigned;
}

/** After a cell that has ended well, a `var` that was passed over is undefined; after others, what has no value has none. */
function settle(variables, unassigned, ok) {
  for (const [name, old] of unassigned) {
    if (old) Object.defineProperty(variables, name, old);
    else if (ok) variables[name] = undefined;
  }
}

module.exports = { keepVariables };

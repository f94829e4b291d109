'use strict';

const { SourceMap } = require('node:module');

const MAP_COMMENT = /^\/\/# sourceMappingURL=.*$/gm;
const INLINE_MAP = /^\/\/# sourceMappingURL=data:[^,]*;base64,(.*)$/m;
/** What tslab puts before the code of a cell, on its first line. */
const PREFIXES = { async: '(async function(exports, require) { ', plain: '(function(exports, require) { ' };
/** The line that tslab puts before the text of a cell. */
const LINES_BEFORE_CELL = 1;

/**
 * Remember where the compiled code of each cell comes from.
 *
 * tslab compiles twice, a cell to an ES module and that to CommonJS, without source maps; here both keep theirs, and
 * compiled cells are named after their counts, by which stack traces then call them.
 *
 * @returns `begin(count, source)`, to be called before a cell is compiled; `trace(converter)`, to be called once; and
 *   `locate(count, line, column)`, which gives the cell's source and the position in it, all counted from one
 */
function traceCells(tslabRequire) {
  const path = tslabRequire.resolve('@tslab/typescript-for-tslab');
  const typescript = tslabRequire(path);
  const cells = new Map();
  let current;
  let newestMaps = [];

  require.cache[path].exports = {
    ...typescript,
    createWatchCompilerHost: (files, options, ...rest) =>
      typescript.createWatchCompilerHost(files, { ...options, inlineSourceMap: true }, ...rest),
    transpileModule: (input, { compilerOptions, ...options }) => {
      const withMap = { ...options, compilerOptions: { ...compilerOptions, sourceMap: true } };
      const { outputText, sourceMapText } = typescript.transpileModule(input, withMap);
      const inline = INLINE_MAP.exec(input)?.[1];
      newestMaps = [sourceMapText, ...(inline ? [Buffer.from(inline, 'base64').toString()] : [])];
      return { outputText: outputText.replace(MAP_COMMENT, '') };
    },
  };

  return {
    begin(count, source) {
      current = { count, source };
      cells.set(count, current);
    },
    trace(converter) {
      const { convert } = converter;
      converter.convert = (...args) => {
        const converted = convert(...args);
        if (!converted.output) return converted;
        current.maps = newestMaps.map((text) => new SourceMap(JSON.parse(text)));
        current.prefix = (converted.hasToplevelAwait ? PREFIXES.async : PREFIXES.plain).length;
        return { ...converted, output: `${converted.output}\n//# sourceURL=cell-${current.count}` };
      };
    },
    locate(count, line, column) {
      const { source, maps = [], prefix } = cells.get(count) ?? {};
      let position = { line: line - 1, column: column - 1 - (line === 1 ? prefix : 0) };
      for (const map of maps) {
        const { generatedLine, originalLine, originalColumn } = map.findEntry(position.line, position.column);
        if (generatedLine !== position.line) return undefined; // a line that the compiler has added
        position = { line: originalLine, column: originalColumn };
      }
      const cellLine = position.line - LINES_BEFORE_CELL + 1;
      const isInCell = maps.length > 0 && cellLine >= 1 && cellLine <= source.split('\n').length;
      return isInCell ? { source, line: cellLine, column: position.column + 1 } : undefined;
    },
  };
}

module.exports = { traceCells };

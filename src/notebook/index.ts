export type { Figure, Layout, Trace } from './figure.js';
export { showMarkdown } from './markdown.js';
export { type ProgressBar, progressBar } from './progress.js';
export { saveFigure, saveResults } from './results.js';
export { runScale } from './scale.js';
export { type FigureOptions, figureSvg, showFigure } from './show-figure.js';
export { type Cell, type Column, type Row, showTable, type TableOptions } from './table.js';
export { anchorColour, palette, syntheticColour } from './theme.js';
export { versions } from './versions.js';

// reverse-bottleneck/notebook: what a cell calls to show something, and what figures beside notebooks are built from.
// biome-ignore-all assist/source/organizeImports: by what they are for

// Shown by a cell.
export { type Annotation, annotate, showAnnotations } from './annotations/annotate.js';
export { derivationFigure } from './cards/derivation-figure.js';
export { showFailingStatements } from './cards/failing-table.js';
export { showItem } from './cards/item.js';
export { showItems } from './cards/items.js';
export { showLedger } from './cards/ledger-table.js';
export { VERDICT_SIGNS, type VerdictSign } from './cards/verdict-signs.js';
export { showMarkdown } from './markdown.js';
export { type ProgressBar, progressBar } from './progress.js';
export { checkpointFolder, saveFigure, saveResults } from './results.js';
export { figureSvg, showFigure } from './show-figure.js';
export { type Cell, type Column, type Row, showTable } from './table.js';
export { showVerdict } from './verdict.js';

// About the run.
export { interruptSignal } from './interrupt.js';
export { runScale } from './scale.js';
export { versions } from './versions.js';

// Figures that two notebooks or more draw.
export { type Curve, type CurvesAxes, type CurvesAxis, curvesFigure } from '../plot/figures/curves-figure.js';
export { type DensityCurve, densityCurve, densityFigure } from '../plot/figures/density-figure.js';
export { type Panel, panelsFigure } from '../plot/figures/panels-figure.js';
export { type TurnedKnob, type TwoSides, twoSidesFigure } from '../plot/figures/two-sides-figure.js';

// What figures are built from.
export type { Figure, Frame, Layout, Trace } from '../plot/figure.js';
export { columns, componentNames, componentOutline, joined, topOfOutline } from '../plot/figures/component-outline.js';
export { highestBar, histogramTrace } from '../plot/figures/histogram-trace.js';
export { outlineTrace } from '../plot/figures/outline-trace.js';
export { paddedRange } from '../plot/figures/padded-range.js';
export { frameSlider, visibilityButtons } from '../plot/figures/slider.js';
export { axisName, layoutName, sweepPanels } from '../plot/figures/sweep-panels.js';
export { symbolMarkup } from '../plot/figures/symbol-markup.js';
export { formatNumber } from '../plot/number.js';
export { crossedSliders, type Slider, type SliderState } from '../plot/sliders.js';
export { anchorColour, palette, syntheticColour, translucent } from '../plot/theme.js';

import { requireNonNegativeInteger, requireOneOf, requirePositiveInteger } from '../../numeric/arguments.js';
import { COMPONENT_KINDS, type ComponentKind, DEFAULT_COUNTS } from '../../synthesis/component-counts.js';
import type { Layout } from '../figure.js';

/** Three panels side by side, for K, J and L, that share the y axis; with more than one row, also the x axis of a column. */
export function sweepPanels(rows = 1): Layout {
  requirePositiveInteger('rows', rows);
  const subplots = Array.from({ length: rows }, (_, row) =>
    COMPONENT_KINDS.map((_, column) => `${axisName('x', column)}${axisName('y', row)}`),
  );
  return {
    grid: { rows, columns: COMPONENT_KINDS.length, subplots, xgap: 0.08, ygap: 0.12 },
    ...Object.fromEntries(COMPONENT_KINDS.map((kind, column) => [layoutName('x', column), sweepAxis(kind)])),
  };
}

/** The count that varies, and those that do not. */
function sweepAxis(kind: ComponentKind): Layout {
  const fixed = COMPONENT_KINDS.filter((other) => other !== kind);
  const held = fixed.map((other) => `${other} = ${DEFAULT_COUNTS[other]}`).join(', ');
  return { title: { text: `${kind}  (${held})` }, dtick: 2 };
}

/** What traces call the axis at a position, counted from 0: `x`, `x2`, … */
export function axisName(letter: 'x' | 'y', position: number): string {
  requireAxis(letter, position);
  return position === 0 ? letter : `${letter}${position + 1}`;
}

/** What the layout calls it: `xaxis`, `xaxis2`, … */
export function layoutName(letter: 'x' | 'y', position: number): string {
  requireAxis(letter, position);
  return position === 0 ? `${letter}axis` : `${letter}axis${position + 1}`;
}

function requireAxis(letter: 'x' | 'y', position: number): void {
  requireOneOf('letter', letter, ['x', 'y']);
  requireNonNegativeInteger('position', position);
}

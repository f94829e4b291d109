import { type Point, simplify } from '../../numeric/contour.js';
import type { Trace } from '../figure.js';
import { translucent } from '../theme.js';

export interface OutlineStyle {
  readonly colour: string;
  /** From 0, an outline only, to 1. */
  readonly opacity: number;
  readonly width?: number;
  readonly dash?: string;
}

/** In units of the plane: less than a pixel in figures of a few units. */
const TOLERANCE = 0.015;

/** Closed lines, holes included, as a filled region. */
export function outlineTrace(
  outlines: readonly (readonly Point[])[],
  { colour, opacity, width = 2, dash = 'solid' }: OutlineStyle,
): Trace {
  return {
    ...outlineCoordinates(outlines),
    type: 'scatter',
    mode: 'lines',
    fill: opacity > 0 ? 'toself' : 'none',
    fillcolor: translucent(colour, opacity),
    line: { color: colour, width, dash },
    hoverinfo: 'skip',
  };
}

/** Their coordinates, with a gap after each. */
function outlineCoordinates(outlines: readonly (readonly Point[])[]) {
  const lines = outlines.map((line) => simplify(line, TOLERANCE));
  const coordinates = (axis: 0 | 1) =>
    lines.flatMap((line) => [...line.map((point) => Math.round(100 * point[axis]) / 100), null]);
  return { x: coordinates(0), y: coordinates(1) };
}

import { type Point, simplify } from '../../numeric/contour.js';
import type { Trace } from '../figure.js';
import { translucent } from '../theme.js';

export interface OutlineStyle {
  readonly colour: string;
  /** From 0, an outline only, to 1. */
  readonly opacity: number;
  readonly width?: number;
  readonly dash?: string;
  /** How far a line may be from the true one, in units of the plane; see TOLERANCE. */
  readonly tolerance?: number;
}

/** Less than a pixel in figures of a dozen units. */
const TOLERANCE = 0.015;

/** Closed lines, holes included, as a filled region. */
export function outlineTrace(
  outlines: readonly (readonly Point[])[],
  { colour, opacity, width = 2, dash = 'solid', tolerance = TOLERANCE }: OutlineStyle,
): Trace {
  return {
    ...outlineCoordinates(outlines, tolerance),
    type: 'scatter',
    mode: 'lines',
    fill: opacity > 0 ? 'toself' : 'none',
    fillcolor: translucent(colour, opacity),
    line: { color: colour, width, dash, simplify: false },
    hoverinfo: 'skip',
  };
}

/** Their coordinates, with a gap after each. */
function outlineCoordinates(outlines: readonly (readonly Point[])[], tolerance: number) {
  const lines = outlines.map((line) => simplify(line, tolerance));
  const steps = Math.round(1.5 / tolerance);
  const coordinates = (axis: 0 | 1) =>
    lines.flatMap((line) => [...line.map((point) => Math.round(steps * point[axis]) / steps), null]);
  return { x: coordinates(0), y: coordinates(1) };
}

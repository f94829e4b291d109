import { brief, requireFinite, requirePositive, requireProbability, requireText } from '../../numeric/arguments.js';
import { type Point, simplify } from '../../numeric/contour.js';
import { type Check, listOf, optional, record } from '../../numeric/shape.js';
import type { Trace } from '../figure.js';
import { requireColour, translucent } from '../theme.js';

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

const requirePoint: Check<Point> = (name, point) => {
  listOf(requireFinite)(name, point);
  if (point.length !== 2) throw new RangeError(`${name} must have two coordinates, got ${brief(point)}`);
};
const requireOutlines = listOf(listOf(requirePoint));
const requireStyle = record<OutlineStyle>({
  colour: requireColour,
  opacity: requireProbability,
  width: optional(requirePositive),
  dash: optional(requireText),
  tolerance: optional(requirePositive),
});

/**
 * Closed lines, holes included, as a filled region.
 *
 * @throws TypeError or RangeError that names what is none
 */
export function outlineTrace(outlines: readonly (readonly Point[])[], style: OutlineStyle): Trace {
  requireOutlines('outlines', outlines);
  requireStyle('style', style);
  const { colour, opacity, width = 2, dash = 'solid', tolerance = TOLERANCE } = style;
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

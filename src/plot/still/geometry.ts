import { cosPi, sinPi } from '../../numeric/cosine.js';
import { hypot } from '../../numeric/power.js';
import { ASCENT, DESCENT, textWidth } from './text-width.js';

/** The little of an SVG element that is read here (the project compiles without the DOM library). */
export interface SvgNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly parentNode: SvgNode | null;
  readonly childNodes: ArrayLike<SvgNode>;
  readonly style: { getPropertyValue(name: string): string };
  readonly attributes: ArrayLike<{ readonly name: string; readonly value: string }>;
  getAttribute(name: string): string | null;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

const ELEMENT = 1;
const TEXT = 3;
const UNDRAWN = new Set(['defs', 'clipPath', 'title', 'style']);

/** Box of an element in its own coordinates, as `getBBox` gives it; text is measured by Arial's widths. */
export function boundingBox(element: SvgNode): Box {
  return boxOf(corners(element));
}

/** Box of an element in the coordinates of the outermost `<svg>`, all transforms applied. */
export function clientBox(element: SvgNode): Box {
  let points = corners(element);
  for (let node: SvgNode | null = element; node && node.nodeType === ELEMENT; node = node.parentNode) {
    points = placed(node, points);
  }
  return boxOf(points);
}

function boxOf(points: readonly Point[]): Box {
  if (points.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Points whose hull is the element, in its own coordinates. */
function corners(element: SvgNode): Point[] {
  switch (element.nodeName) {
    case 'text':
      return textCorners(element);
    case 'path':
      return polyline(element.getAttribute('d') ?? '');
    case 'rect':
    case 'image':
      return rectangle(length(element, 'x'), length(element, 'y'), length(element, 'width'), length(element, 'height'));
    default:
      return Array.from(element.childNodes)
        .filter((child) => child.nodeType === ELEMENT && !UNDRAWN.has(child.nodeName))
        .filter((child) => child.style.getPropertyValue('display') !== 'none')
        .flatMap((child) => placed(child, corners(child)));
  }
}

function rectangle(x: number, y: number, width: number, height: number): Point[] {
  return [
    { x, y },
    { x: x + width, y: y + height },
    { x: x + width, y },
    { x, y: y + height },
  ];
}

function length(element: SvgNode, name: string): number {
  return Number.parseFloat(element.getAttribute(name) ?? '') || 0;
}

/** From an element's own coordinates to those of its parent. */
function placed(element: SvgNode, points: Point[]): Point[] {
  const transform = element.getAttribute('transform');
  if (!transform) return points;
  const steps = [...transform.matchAll(/(\w+)\(([^)]*)\)/g)].map(([, kind, list]) => {
    return linearMap(kind, list.split(/[\s,]+/).map(Number));
  });
  return points.map((point) => steps.reduceRight((moved, step) => step(moved), point));
}

function linearMap(kind: string, [a = 0, b, c = 0, d = 0, e = 0, f = 0]: readonly number[]): (point: Point) => Point {
  switch (kind) {
    case 'translate':
      return ({ x, y }) => ({ x: x + a, y: y + (b ?? 0) });
    case 'scale':
      return ({ x, y }) => ({ x: x * a, y: y * (b ?? a) });
    case 'rotate': {
      const [centreX, centreY] = [b ?? 0, c];
      const [cosine, sine] = [cosPi(a / 180), sinPi(a / 180)];
      return ({ x, y }) => ({
        x: centreX + cosine * (x - centreX) - sine * (y - centreY),
        y: centreY + sine * (x - centreX) + cosine * (y - centreY),
      });
    }
    case 'matrix':
      return ({ x, y }) => ({ x: a * x + c * y + e, y: (b ?? 0) * x + d * y + f });
    default:
      return (point) => point;
  }
}

/** Boxes of the lines of a `<text>`: `x`, `y` and `dy` of nested `<tspan>`s move the pen, `text-anchor` shifts the line. */
function textCorners(text: SvgNode): Point[] {
  const points: Point[] = [];
  const anchor = text.getAttribute('text-anchor') ?? text.style.getPropertyValue('text-anchor');
  const shift = anchor === 'middle' ? 0.5 : anchor === 'end' ? 1 : 0;
  let [start, pen, baseline, top, bottom] = [0, 0, 0, Infinity, -Infinity];
  const endLine = () => {
    if (pen > start) points.push(...rectangle(start - shift * (pen - start), top, pen - start, bottom - top));
    [top, bottom] = [Infinity, -Infinity];
  };
  const visit = (element: SvgNode, inheritedSize: number, inheritedBold: boolean) => {
    const size = fontSize(element, inheritedSize);
    const weight = element.style.getPropertyValue('font-weight');
    const bold = weight ? weight === 'bold' || Number(weight) >= 600 : inheritedBold;
    if (element.getAttribute('x') !== null) {
      endLine();
      start = pen = length(element, 'x');
    }
    if (element.getAttribute('y') !== null) baseline = length(element, 'y');
    const dy = element.getAttribute('dy') ?? '';
    baseline += (Number.parseFloat(dy) || 0) * (dy.endsWith('em') ? size : 1);
    for (const child of Array.from(element.childNodes)) {
      if (child.nodeType === ELEMENT) visit(child, size, bold);
      if (child.nodeType !== TEXT || !child.nodeValue) continue;
      pen += textWidth(child.nodeValue, size, bold);
      top = Math.min(top, baseline - ASCENT * size);
      bottom = Math.max(bottom, baseline + DESCENT * size);
    }
  };
  visit(text, inheritedFontSize(text), false);
  endLine();
  return points;
}

/** The font size of `element` when its parent's is `inherited`. */
function fontSize(element: SvgNode, inherited: number): number {
  const size = element.style.getPropertyValue('font-size');
  const value = Number.parseFloat(size);
  if (Number.isNaN(value)) return inherited;
  return size.endsWith('%') ? (value / 100) * inherited : size.endsWith('em') ? value * inherited : value;
}

function inheritedFontSize(element: SvgNode): number {
  const parent = element.parentNode;
  return parent && parent.nodeType === ELEMENT ? fontSize(parent, inheritedFontSize(parent)) : 16;
}

const SAMPLES_PER_CURVE = 8;

/** Points along a path: corners exactly, Bézier curves by samples, arcs by their chord. Enough to measure arrows and contours. */
function polyline(d: string): Point[] {
  const points: Point[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const [, letter, list] of d.matchAll(/([MLHVCSQTAZ])([^MLHVCSQTAZ]*)/gi)) {
    const numbers = list.match(/-?\d*\.?\d+(?:e[-+]?\d+)?/g)?.map(Number) ?? [];
    const command = letter.toUpperCase();
    const relative = letter !== command;
    const size = { M: 2, L: 2, T: 2, H: 1, V: 1, Q: 4, S: 4, C: 6, A: 7 }[command];
    if (size === undefined) {
      [x, y] = [startX, startY]; // Z
      points.push({ x, y });
      continue;
    }
    for (let i = 0; i + size <= numbers.length; i += size) {
      const step = numbers.slice(i, i + size);
      const [originX, originY] = relative ? [x, y] : [0, 0];
      if (command === 'H') x = originX + step[0];
      else if (command === 'V') y = originY + step[0];
      else {
        const pairs = command === 'A' ? step.slice(5) : step;
        const control: Point[] = [{ x, y }];
        for (let j = 0; j < pairs.length; j += 2) {
          control.push({ x: originX + pairs[j], y: originY + pairs[j + 1] });
        }
        for (let k = 1; control.length > 2 && k < SAMPLES_PER_CURVE; k++)
          points.push(bezier(control, k / SAMPLES_PER_CURVE));
        ({ x, y } = control[control.length - 1]);
      }
      if (command === 'M' && i === 0) [startX, startY] = [x, y];
      points.push({ x, y });
    }
  }
  return points;
}

/** De Casteljau's point at `t` of the Bézier curve with these control points. */
function bezier(control: readonly Point[], t: number): Point {
  if (control.length === 1) return control[0];
  return bezier(
    control.slice(1).map((b, i) => between(control[i], b, t)),
    t,
  );
}

function between(a: Point, b: Point, t: number): Point {
  return { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) };
}

/** Length of a path. */
export function pathLength(d: string): number {
  return segments(d).reduce((sum, { size }) => sum + size, 0);
}

/** The point a given way along a path, its ends beyond them. */
export function pointAtLength(d: string, distance: number): Point {
  let left = Math.max(0, distance);
  let end: Point = { x: 0, y: 0 };
  for (const { from, to, size } of segments(d)) {
    if (left <= size) return size > 0 ? between(from, to, left / size) : to;
    left -= size;
    end = to;
  }
  return end;
}

interface Segment {
  readonly from: Point;
  readonly to: Point;
  readonly size: number;
}

// Contour labels ask for hundreds of points of one path in a row, so the last path's segments are kept.
let last: { readonly d: string; readonly list: readonly Segment[] } = { d: '', list: [] };

function segments(d: string): readonly Segment[] {
  if (d !== last.d) {
    const points = polyline(d);
    const list = points.slice(1).map((to, i) => {
      return { from: points[i], to, size: hypot(to.x - points[i].x, to.y - points[i].y) };
    });
    last = { d, list };
  }
  return last.list;
}

import { escapeHtml } from '../html.js';
import { boundingBox, type SvgNode } from './geometry.js';
import { DARK_STYLE, writeAttributes } from './surface.js';
import { shortColour, shortValue } from './svg-values.js';

type Values = Readonly<Record<string, string>>;

/** Properties an element hands down to its children, with their initial values. */
const INHERITED: Values = {
  fill: '#000',
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-opacity': '1',
  'stroke-width': '1',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'stroke-miterlimit': '4',
  'shape-rendering': 'auto',
  'font-family': '',
  'font-size': '',
  'font-style': 'normal',
  'font-weight': 'normal',
  'text-anchor': 'start',
};

/** What else is kept, as it stands on the element. Classes, data for the mouse and the like are not. */
const OWN = new Set([
  ...['transform', 'opacity', 'clip-path', 'text-decoration', 'href', 'preserveAspectRatio', 'image-rendering'],
  ...[
    'textLength',
    'lengthAdjust',
    'd',
    'x',
    'y',
    'width',
    'height',
    'rx',
    'ry',
    'cx',
    'cy',
    'r',
    'x1',
    'y1',
    'x2',
    'y2',
    'dx',
    'dy',
    'points',
  ],
  ...['offset', 'stop-color', 'stop-opacity', 'gradientUnits', 'gradientTransform', 'patternUnits', 'patternTransform'],
]);

const ELEMENT = 1;
const TEXT = 3;
const TEXTS = new Set(['text', 'tspan', 'a']);
const SHAPES = new Set(['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon']);
const EXTENTS = ['d', 'width', 'r', 'rx', 'x2', 'points'];
const CHILDLESS = new Set(['image', 'stop', 'use']);

interface Drawn {
  readonly name: string;
  readonly own: Values;
  /** Inherited properties that matter here or below: the value, or null if not everything below has the same. */
  readonly paint: Record<string, string | null>;
  readonly children: readonly (Drawn | string)[];
}

export interface SvgPicture {
  readonly width: number;
  readonly height: number;
  /** Text alternative. */
  readonly alt: string;
  /** Colours of the card that the picture stands on, and of the paper on that, which may be translucent. */
  readonly grounds: readonly [card: string, paper: string];
  /** Whether it is to be dark on dark pages; what then changes is drawn in the stand-ins of `surfaceColours`. */
  readonly followsPage: boolean;
  /** Starts the ids of clip paths and the like, which share one name space when pictures stand in one page. */
  readonly idPrefix: string;
}

/**
 * One self-contained SVG of several `<svg>` layers as plotly draws them, without what cannot be seen: classes, unused
 * definitions, empty groups, invisible shapes. Shared properties stand once on their group; ids are numbered in order,
 * so that plotly's random ones leave no trace.
 */
export function mergeSvg(layers: readonly SvgNode[], picture: SvgPicture): string {
  const { width, height, alt, grounds, followsPage, idPrefix } = picture;
  const definitions = new Map(layers.flatMap(nodesWithId));
  const newIds = new Map<string, string>();
  const draw = drawer((id) => {
    const newId = newIds.get(id) ?? `${idPrefix}-${newIds.size + 1}`;
    newIds.set(id, newId);
    return newId;
  });
  const drawn = layers.flatMap((layer) => {
    const found = draw(layer);
    return found ? [{ ...found, name: 'g', own: {} }] : [];
  });
  const used: Drawn[] = [];
  for (const [oldId, id] of newIds) {
    const definition = definitions.get(oldId);
    const found = definition && draw(definition); // may use further ids, which this loop then reaches
    if (found) used.push({ ...found, own: { id, ...found.own } });
  }
  const size = { width: String(width), height: String(height) };
  const own = { xmlns: 'http://www.w3.org/2000/svg', ...size, viewBox: `0 0 ${width} ${height}` };
  return write(
    group('svg', own, [
      { name: 'title', own: {}, paint: {}, children: [alt] },
      ...(followsPage ? [{ name: 'style', own: {}, paint: {}, children: [DARK_STYLE] }] : []),
      ...(used.length > 0 ? [{ name: 'defs', own: {}, paint: {}, children: used }] : []),
      ...[...new Set(grounds.map(shortColour))].map((fill) => {
        return { name: 'rect', own: { ...size, fill }, paint: {}, children: [] };
      }),
      ...drawn,
    ]),
    INHERITED,
  );
}

function nodesWithId(node: SvgNode): [id: string, node: SvgNode][] {
  return Array.from(node.childNodes).flatMap((child) => {
    if (child.nodeType !== ELEMENT) return [];
    const id = child.getAttribute('id');
    return id ? [[id, child], ...nodesWithId(child)] : nodesWithId(child);
  });
}

/** A function that draws an element and what is in it, undefined if there is nothing to see; `rename` is told every id in use. */
function drawer(rename: (id: string) => string) {
  const draw = (node: SvgNode, inherited = INHERITED): Drawn | undefined => {
    const own: Record<string, string> = {};
    const paint = { ...inherited };
    for (const [name, value] of properties(node)) {
      if (`${name}:${value}` === 'display:none' || `${name}:${value}` === 'visibility:hidden') return undefined;
      if (!OWN.has(name) && !(name in INHERITED)) continue;
      const id = /^url\(["']?#([^"')]+)["']?\)$/.exec(value)?.[1];
      const short = id ? `url(#${rename(id)})` : shortValue(name, value);
      if (short !== '') (OWN.has(name) ? own : paint)[name] = short;
    }
    const children = Array.from(node.childNodes).flatMap((child): (Drawn | string)[] => {
      if (child.nodeType === TEXT) return child.nodeValue ? [child.nodeValue] : [];
      const drawn = child.nodeType === ELEMENT && child.nodeName !== 'defs' && draw(child, paint);
      return drawn ? [drawn] : [];
    });
    if (own.opacity === '0') return undefined;
    if (TEXTS.has(node.nodeName)) return text(node.nodeName, own, paint, children);
    if (SHAPES.has(node.nodeName)) return shape(node.nodeName, own, paint);
    const elements = children.filter((child) => typeof child !== 'string');
    return elements.length > 0 || CHILDLESS.has(node.nodeName) ? group(node.nodeName, own, elements) : undefined;
  };
  return draw;
}

/** Presentation properties of an element, from its attributes and its style. */
function properties(node: SvgNode): [name: string, value: string][] {
  return Array.from(node.attributes).flatMap(({ name, value }): [string, string][] => {
    if (name === 'class') return propertiesOfClass(node, value);
    if (name !== 'style') return [[name === 'xlink:href' ? 'href' : name, value]];
    return value.split(';').flatMap((declaration) => {
      const colon = declaration.indexOf(':');
      return colon < 0 ? [] : [[declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim()]];
    });
  });
}

/** What plotly's style sheet says of its classes, and a fixed length for legend labels: their room ends there. */
function propertiesOfClass(node: SvgNode, classes: string): [name: string, value: string][] {
  if (classes.split(' ').includes('crisp')) return [['shape-rendering', 'crispEdges']];
  if (classes !== 'legendtext' || Array.from(node.childNodes).some(isLine)) return [];
  return [
    ['textLength', String(boundingBox(node).width)],
    ['lengthAdjust', 'spacingAndGlyphs'],
  ];
}

function isLine(node: SvgNode): boolean {
  return node.nodeType === ELEMENT && node.getAttribute('class') === 'line';
}

function text(name: string, own: Values, inherited: Values, children: readonly (Drawn | string)[]): Drawn | undefined {
  if (children.length === 0) return undefined;
  const spaced = children.some((child) => typeof child === 'string' && /^ | $| {2}/.test(child));
  return {
    name,
    own: spaced ? { ...own, style: 'white-space:pre' } : own,
    paint: visiblePaint(inherited, (property) => property !== 'shape-rendering'),
    children,
  };
}

function shape(name: string, own: Values, inherited: Values): Drawn | undefined {
  const paint = visiblePaint(inherited, (property) => !property.startsWith('font-') && property !== 'text-anchor');
  if (paint.fill === 'none' && paint.stroke === 'none') return undefined;
  if (own.width === '0' || own.height === '0' || !EXTENTS.some((extent) => extent in own)) return undefined;
  // Plotly's round markers are paths of two arcs moved into place; a circle says the same in a third of the room.
  const { d = '', transform = '', ...rest } = own;
  const r = /^M([\d.]+),0A\1,\1 0 1,1 0,-\1A\1,\1 0 0,1 \1,0Z$/.exec(d)?.[1];
  const centre = /^translate\(([-\d.]+),([-\d.]+)\)$/.exec(transform);
  if (!r || !centre) return { name, own, paint, children: [] };
  return { name: 'circle', own: { cx: centre[1], cy: centre[2], r, ...rest }, paint, children: [] };
}

/** Of the properties that apply, those that make a difference: no stroke width without a stroke. */
function visiblePaint(values: Values, applies: (property: string) => boolean): Record<string, string> {
  const hasStroke = values.stroke !== 'none' && Number(values['stroke-width']) > 0 && values['stroke-opacity'] !== '0';
  const hasFill = values.fill !== 'none' && values['fill-opacity'] !== '0';
  const paint: Record<string, string> = {
    fill: hasFill ? values.fill : 'none',
    stroke: hasStroke ? values.stroke : 'none',
  };
  for (const [property, value] of Object.entries(values)) {
    if (property in paint || value === '' || !applies(property)) continue;
    if (property.startsWith('stroke-') ? hasStroke : hasFill || property !== 'fill-opacity') paint[property] = value;
  }
  return paint;
}

function group(name: string, own: Values, children: readonly Drawn[]): Drawn {
  const paint: Record<string, string | null> = {};
  for (const child of children) {
    for (const [property, value] of Object.entries(child.paint)) {
      paint[property] = !(property in paint) || paint[property] === value ? value : null;
    }
  }
  return { name, own, paint, children };
}

function write(drawn: Drawn | string, around: Values): string {
  if (typeof drawn === 'string') return escapeHtml(drawn);
  const bare = drawn.name === 'g' && Object.keys(drawn.own).length === 0;
  if (bare && drawn.children.length === 1) return write(drawn.children[0], around);
  const changed: Record<string, string> = {};
  for (const [property, value] of Object.entries(drawn.paint)) {
    if (value !== null && value !== around[property]) changed[property] = value;
  }
  const content = drawn.children.map((child) => write(child, { ...around, ...changed })).join('');
  if (bare && Object.keys(changed).length === 0) return content;
  const tag = `${drawn.name}${writeAttributes({ ...drawn.own, ...changed })}`;
  return content ? `<${tag}>${content}</${drawn.name}>` : `<${tag}/>`;
}

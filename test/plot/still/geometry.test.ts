import { describe, expect, test } from 'vitest';
import { boundingBox, clientBox, pathLength, pointAtLength, type SvgNode } from '../../../src/plot/still/geometry.js';
import { textWidth } from '../../../src/plot/still/text-width.js';
import { openPage } from '../jsdom.js';

/** The first element of an SVG that is marked by the attribute `this`. */
function element(svg: string): SvgNode {
  const found = openPage(`<svg>${svg}</svg>`).document.querySelector('[this]');
  if (!found) throw new Error('nothing is marked');
  return found as unknown as SvgNode;
}
const rounded = (box: object) => Object.values(box).map((value) => Number(Number(value).toFixed(3)));

describe('text width', () => {
  test.each([
    ['', 0],
    ['iiii', 4 * 0.222],
    ['Hello', 0.722 + 0.556 + 2 * 0.222 + 0.556],
    ['x\u200b', 0.5],
    ['漢', 0.6],
  ])('of %j', (text, ems) => {
    expect(textWidth(text, 10)).toBeCloseTo(10 * ems, 10);
  });

  test('bold is wider', () => {
    expect(textWidth('Hello', 10, true)).toBeGreaterThan(textWidth('Hello', 10));
  });
});

describe('the box of a text', () => {
  test('spans its width and its line', () => {
    expect(rounded(boundingBox(element('<text this x="5" y="20" style="font-size: 10px">00</text>')))).toEqual([
      5, 10.95, 11.12, 11.17,
    ]);
  });

  test.each([
    ['start', 100],
    ['middle', 94.44],
    ['end', 88.88],
  ])('anchored at its %s', (anchor, left) => {
    const text = element(`<text this x="100" text-anchor="${anchor}" style="font-size: 10px">00</text>`);
    expect(boundingBox(text).x).toBeCloseTo(left, 10);
  });

  test('of several lines is as wide as the widest and goes down by their dy', () => {
    const lines =
      '<tspan class="line" x="0" y="0" dy="0em">0</tspan><tspan class="line" x="0" y="0" dy="2em">000</tspan>';
    expect(rounded(boundingBox(element(`<text this style="font-size: 10px">${lines}</text>`)))).toEqual([
      0, -9.05, 16.68, 31.17,
    ]);
  });

  test('counts subscripts at their own size and place', () => {
    const sub = 'x<tspan style="font-size:70%" dy="0.3em">0</tspan><tspan dy="-0.21em">0</tspan>';
    const box = boundingBox(element(`<text this style="font-size: 10px">${sub}</text>`));
    expect(box.width).toBeCloseTo(5 + 3.892 + 5.56, 10);
    expect(box.y + box.height).toBeCloseTo(0.3 * 7 + 2.12 * 0.7, 10);
  });

  test('takes the font size of its group', () => {
    expect(boundingBox(element('<g style="font-size: 20px"><text this>0</text></g>')).width).toBeCloseTo(11.12, 10);
  });
});

describe('the box of a group', () => {
  test('holds what is drawn in it, moved by transforms', () => {
    const group = element(
      '<g this transform="translate(1000,0)"><rect width="2" height="3" transform="translate(10,20)"/><path d="M0,0h5" transform="rotate(90)"/><rect width="99" height="99" style="display: none"/><defs><rect width="99" height="99"/></defs></g>',
    );
    expect(rounded(boundingBox(group))).toEqual([0, 0, 12, 23]);
  });

  test('in the page includes its own transform and those around it', () => {
    const inner = '<rect this x="1" width="2" height="3" transform="rotate(90,1,0)"/>';
    expect(rounded(clientBox(element(`<g transform="translate(100,50)scale(2)">${inner}</g>`)))).toEqual([
      96, 50, 6, 4,
    ]);
  });

  test('without anything in it is empty', () => {
    expect(boundingBox(element('<g this></g>'))).toEqual({ x: 0, y: 0, width: 0, height: 0 });
  });
});

describe('a path', () => {
  test('is measured along its corners, absolute and relative', () => {
    expect(pathLength('M10,10H13v4l3,0Z')).toBeCloseTo(3 + 4 + 3 + Math.hypot(6, 4), 10);
  });

  test('has points at any length, and its ends beyond', () => {
    const d = 'M0,0L10,0L10,10';
    expect([-5, 0, 4, 15, 99].map((distance) => pointAtLength(d, distance))).toEqual([
      { x: 0, y: 0 },
      { x: 0, y: 0 },
      { x: 4, y: 0 },
      { x: 10, y: 5 },
      { x: 10, y: 10 },
    ]);
  });

  test('follows Bézier curves', () => {
    // A quarter of the unit circle by the usual cubic.
    expect(pathLength('M1,0C1,0.5523 0.5523,1 0,1')).toBeCloseTo(Math.PI / 2, 2);
  });
});

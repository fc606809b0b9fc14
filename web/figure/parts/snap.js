// Where a pointer is taken to be: at an element, at a tick's number, at a round number between; each has room of its own.
/// <reference path="../drawing/d3.d.ts" />
import { tickStep } from 'd3-array';
import { tickRoom } from '../drawing/pixels.js';
import { nearest } from '../numbers/bins.js';

/** @typedef {import('../drawing/curve/scene.js').Scene} Scene */

/** How near to an element a pointer must come to take it, in pixels. */
const kReach = 4;
/** So far from a tick's number it is still meant, where no element stands. */
const kHold = 5;
/** Numbers that hold a pointer stand at least so far apart, other round ones so far. */
const kRoom = 24;
const kApart = 2.5;
/** An element beside a tick keeps so much of the room between the two. */
const kLeft = 1.5;

/** Whether a step is one that people count in: 1, 2 or 5, with zeros. @param {number} step */
const isRound = (step) => [1, 2, 5, 10].includes(Number((step / 10 ** Math.floor(Math.log10(step))).toPrecision(6)));

/** The multiple of a step that is nearest. @param {number} place @param {number} step */
export const multiple = (place, step) => Number((Math.round(place / step) * step).toPrecision(12));

/** The distance of the ticks on x. @param {Scene} scene */
export function tickDistance({ x, width }) {
  const [[from, to], [left, right]] = [x.domain(), x.range()];
  return tickStep(from, to, Math.max(2, Math.floor((right - left) / tickRoom(width))));
}

/** The finest round part of a tick's distance whose multiples stand far enough apart. @param {number} step @param {number} least */
function partOf(step, least) {
  return [20, 10, 5, 2].map((count) => step / count).find((part) => isRound(part) && part >= least) ?? step;
}

/**
 * How far a tick's number reaches towards an element, in pixels: past the middle, where the element keeps its other side.
 * @param {number} gap between the two
 */
const holdBeside = (gap) => Math.min(kHold, Math.max(gap / 2, gap - kLeft));

/**
 * What is meant by a pixel.
 * @param {Scene} scene
 * @param {Float32Array | null} values of the elements; null where they are too many to be pointed at
 * @param {number} pixel
 * @returns {{ x: number, element: number }} element: its index, or -1
 */
export function snapped(scene, values, pixel) {
  const [[from, to], [left, right]] = [scene.x.domain(), scene.x.range()];
  const unit = (right - left) / (to - from);
  const place = scene.x.invert(Math.min(right, Math.max(left, pixel)));
  const step = tickDistance(scene);
  const inside = (/** @type {number} */ x) => Math.min(to, Math.max(from, x));
  const x = inside(multiple(place, partOf(step, kApart / unit)));
  const tick = multiple(place, partOf(step, kRoom / unit));
  const element = values ? nearest(values, place, kReach / unit) : -1;
  const other = values && element >= 0 ? values[element] : null;
  const isAlone = other === null || (other !== tick && tick > place !== other < tick);
  const hold = isAlone ? kHold : holdBeside(Math.abs(other - tick) * unit);
  if (inside(tick) === tick && Math.abs(tick - place) * unit < hold) return { x: tick, element: -1 };
  return { x, element };
}

/**
 * The next multiple of a step, to the right or to the left of a place.
 * @param {number} place
 * @param {number} step
 * @param {number} way 1 or -1
 */
export function nextMultiple(place, step, way) {
  const count = place / step;
  // A place that stands on a multiple but for its last digits is on it.
  const near = 1e-6;
  return multiple((way > 0 ? Math.floor(count + near) + 1 : Math.ceil(count - near) - 1) * step, step);
}

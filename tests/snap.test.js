// Where a pointer is taken to be: room for ticks, for round numbers and for elements alike.
import { expect, test } from 'vitest';
import { scaleLinear } from '../web/figure/drawing/scale.js';
import { readPlace } from '../web/figure/parts/reading.js';
import { nextMultiple, snapped, tickDistance } from '../web/figure/parts/snap.js';

/** A scene as far as pointing goes: a phone's, 28 px a unit. */
const scene = (from = -5, to = 5, width = 358) =>
  /** @type {any} */ ({ x: scaleLinear([from, to], [66, width - 14]), width });
const phone = scene();
const meant = (/** @type {number[]} */ values, /** @type {number} */ x, off = 0) =>
  snapped(phone, Float32Array.from(values), phone.x(x) + off);

test('a tick’s number is met from 5 px away, and gives way to an element beside it', () => {
  for (const off of [-4.9, 0, 4.9]) expect(meant([], 1, off)).toEqual({ x: 1, element: -1 });
  // 5.6 px beside it.
  expect(meant([1.2], 1, 4)).toEqual({ x: 1, element: -1 });
  expect(meant([1.2], 1.2).element).toBe(0);
  expect(meant([1.2], 1.2, 3).element).toBe(0);
  // One and a half pixels, a quarter of one, none.
  expect(meant([1.05], 1, 0.6).element).toBe(-1);
  expect(meant([1.05], 1.05).element).toBe(0);
  expect(meant([1.01], 1, 2).element).toBe(0);
  expect(meant([1.01], 1, -2)).toEqual({ x: 1, element: -1 });
  for (const off of [-1, 0, 1]) expect(meant([1], 1, off).element).toBe(0);
});

test('between ticks and elements there are tenths, as fine as pixels tell apart', () => {
  expect(meant([], 1.7, 1)).toEqual({ x: 1.7, element: -1 });
  expect(snapped(scene(-50, 50), null, phone.x(1.7)).x).toBe(17);
  expect(snapped(scene(0.001, 0.002), null, 205).x).toBe(0.0015);
});

test('every element of two that are a pixel apart is reached, wherever they stand', () => {
  for (let x = -4.9; x < 4.9; x += 0.0137) {
    const values = [x, x + 0.037];
    for (const i of [0, 1]) expect(meant(values, values[i]).element, `${x}, ${i}`).toBe(i);
  }
});

test('the next multiple is the next one, from anywhere', () => {
  expect(nextMultiple(0.7903, 0.1, 1)).toBe(0.8);
  expect(nextMultiple(0.7903, 0.1, -1)).toBe(0.7);
  expect(nextMultiple(0.3, 0.1, 1)).toBe(0.4);
  expect(nextMultiple(Math.fround(0.3), 0.1, -1)).toBe(0.2);
  expect(nextMultiple(-0.05, 0.1, 1)).toBe(0);
  expect(tickDistance(phone)).toBe(2);
});

test('a number that has only begun is no mistake until it is done', () => {
  for (const text of ['', '-', '1e', '−.', '2e-']) expect(readPlace(text, false)).toEqual({});
  expect(readPlace('1e', true).problem).toBe('“1e” is not a number.');
  expect(readPlace('', true)).toEqual({});
  expect(readPlace('−1.5', false)).toEqual({ x: -1.5 });
  expect(readPlace('1,5', false).problem).toContain('not a number');
});

// The plane of the data: what a network answers there as shades with smooth borders, and the points, each class with its own mark.
import { contours } from 'd3-contour';
import { svg } from 'lit';
import { round } from '../../figure/drawing/pixels.js';

/**
 * @typedef {import('../measures/maps.js').Map} Map
 * @typedef {import('../measures/lines.js').Window} Window
 * @typedef {import('lit').SVGTemplateResult} Drawing
 */

/** Borders of the shades: the middle one is where a class begins. */
const kLevels = [0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95];

/** A region's border as a path. @param {[number, number][][][]} polygons @param {number} size of the grid @param {number} side in pixels */
function pathOf(polygons, size, side) {
  // The grid's outer rows and columns lie on the picture's edges.
  const place = (/** @type {number} */ at) => round(((at - 0.5) / (size - 1)) * side);
  return polygons
    .flatMap((rings) => rings.map((ring) => `M${ring.map(([x, y]) => `${place(x)} ${place(y)}`).join('L')}z`))
    .join('');
}

/**
 * Shades of values between 0 and 1.
 * @param {Map} map
 * @param {number} side in pixels
 * @param {number[]} [levels]
 * @returns {Drawing}
 */
export function shades({ values, size }, side, levels = kLevels) {
  const regions = contours().size([size, size]).thresholds(levels)(values);
  const first = kLevels.indexOf(levels[0]);
  const stride = levels.length > 1 ? kLevels.indexOf(levels[1]) - first : 1;
  return svg`<rect class="shade shade-0" width=${side} height=${side}></rect>
    ${regions.map(({ coordinates }, i) => svg`<path class="shade shade-${1 + first + i * stride}" d=${pathOf(coordinates, size, side)}></path>`)}`;
}

/** Values around 0 as they are shaded: 0 in the middle, the largest magnitude at an end. @param {Map} map @returns {Map} */
export function centred(map) {
  let most = 0;
  for (const value of map.values) if (Number.isFinite(value)) most = Math.max(most, Math.abs(value));
  const scale = most === 0 ? 0 : 0.5 / most;
  return { ...map, values: map.values.map((value) => 0.5 + scale * value) };
}

/** Fewer shades, for a picture as small as a thumb. */
export const fewLevels = [kLevels[1], kLevels[3], kLevels[5]];

/** Where a point stands. @param {Window} window @param {number} side */
export const placesIn =
  ([x0, x1, y0, y1], side) =>
  (/** @type {number} */ x, /** @type {number} */ y) =>
    /** @type {[number, number]} */ ([round(((x - x0) / (x1 - x0)) * side), round(((y1 - y) / (y1 - y0)) * side)]);

/**
 * The points: rings of class 0, discs of class 1.
 * @param {{ points: any, targets: any }} data tensors
 * @param {Window} window
 * @param {number} side
 * @param {number} [radius]
 */
export function pointMarks({ points, targets }, window, side, radius = 3) {
  const place = placesIn(window, side);
  const [numbers, classes] = [points.data, targets.data];
  const paths = ['', ''];
  for (let i = 0; i < classes.length; i++) {
    const [x, y] = place(numbers[2 * i], numbers[2 * i + 1]);
    const r = radius;
    paths[classes[i] >= 0.5 ? 1 : 0] += `M${round(x - r)} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
  }
  return svg`<path class="points class-0" d=${paths[0]}></path><path class="points class-1" d=${paths[1]}></path>`;
}

// The lines of a joint figure: the curve and its slope, the default's ghost, the functions beside it, what those differ by.
import { nothing, svg } from 'lit';
import { frame, kBeyond, placeOn, round } from './pixels.js';

/**
 * @typedef {import('./scene.js').Scene} Scene
 * @typedef {import('../numbers/sample.js').Sample} Sample
 * @typedef {import('lit').SVGTemplateResult} Drawing
 */

const kCurvePoints = 256;

/**
 * Writes points of a plot as a path has them, to a tenth of a pixel; what is far off, or infinite, just beyond the edge. Sums on
 * plain numbers, for a page that has just begun interprets them for each of some hundred points.
 * @param {import('./scene.js').Scale} x
 * @param {import('./scene.js').Scale} y
 * @returns {(at: number, value: number) => string}
 */
function plotter(x, y) {
  const [[fromX, toX], [fromY, toY]] = [x.domain(), y.domain()];
  const [[left, right], [bottom, top]] = [x.range(), y.range()];
  const [across, up] = [(right - left) / (toX - fromX || 1), (top - bottom) / (toY - fromY || 1)];
  const [least, most] = [Math.min(bottom, top) - kBeyond, Math.max(bottom, top) + kBeyond];
  return (at, value) => {
    const height = bottom + (value - fromY) * up;
    const inside = height < least ? least : height > most ? most : height;
    return `${Math.round((left + (at - fromX) * across) * 10) / 10} ${Math.round(inside * 10) / 10}`;
  };
}

/**
 * The curve as one line of a fixed number of points, so that it can glide into the next one; corners stand exactly.
 * @param {Sample} sample
 * @param {Scene} scene
 */
function curvePath({ pieces, kinks }, { x, y }) {
  const last = pieces.reduce((sum, piece) => sum + piece.x.length, -1);
  const [xs, ys] = [new Float64Array(kCurvePoints), new Float64Array(kCurvePoints)];
  let [at, start] = [0, 0];
  for (let i = 0; i < kCurvePoints; i++) {
    const index = Math.round((i * last) / (kCurvePoints - 1));
    while (index - start >= pieces[at].x.length) start += pieces[at++].x.length;
    xs[i] = pieces[at].x[index - start];
    ys[i] = pieces[at].y[index - start];
  }
  for (const kink of kinks) {
    let nearest = xs.findIndex((place) => place >= kink.x);
    if (nearest > 0 && kink.x - xs[nearest - 1] < xs[nearest] - kink.x) nearest--;
    if (nearest >= 0) [xs[nearest], ys[nearest]] = [kink.x, kink.y];
  }
  const point = plotter(x, y);
  let path = `M${point(xs[0], ys[0])}`;
  for (let i = 1; i < kCurvePoints; i++) path += `L${point(xs[i], ys[i])}`;
  return path;
}

/** @param {Sample} sample @param {Scene} scene */
function slopePath({ pieces }, { x, slope }) {
  const point = plotter(x, slope);
  let path = '';
  for (const piece of pieces)
    for (let i = 0; i < piece.x.length; i++) path += `${i ? 'L' : 'M'}${point(piece.x[i], piece.slope[i])}`;
  return path;
}

/** Left of the curve, where it has risen by seven tenths. @param {Scene} scene */
function namePlace({ sample: { pieces }, x, y }) {
  const [least, most] = y.domain();
  const height = (/** @type {number} */ value) => Math.min(Math.max(value, least), most);
  let [low, high] = [most, least];
  for (const piece of pieces) {
    for (const value of piece.y) {
      low = Math.min(low, height(value));
      high = Math.max(high, height(value));
    }
  }
  const wanted = low + 0.7 * (high - low);
  for (const piece of pieces) {
    const at = piece.y.findIndex((value) => height(value) >= wanted);
    if (at >= 0) return { x: round(x(piece.x[at]) - 10), y: round(y(height(piece.y[at]))) };
  }
  return { x: round(x(pieces[0].x[0]) - 10), y: round(y(height(pieces[0].y[0]))) };
}

/** Beside the left end of the default's curve, on the side where the curve itself is not. @param {Scene} scene */
function ghostHeight({ sample, ghost, y }) {
  const [own, other] = [sample, ghost ?? sample].map((s) => placeOn(y, s.pieces[0].y[0]));
  const [bottom, top] = y.range();
  return round(Math.min(bottom - 6, Math.max(top + 14, other + (other <= own ? -6 : 15))));
}

/** Where along x the names of the functions beside the first stand, as shares of the width: apart, for curves may be close. */
const kNamePlaces = [0.93, 0.76, 0.6];

/**
 * Names of the others, each over its own curve.
 * @param {Scene} scene
 * @param {(other: number, x: number) => number} heightAt in pixels
 * @param {number} top
 * @param {number} bottom
 */
function otherNames({ others, x }, heightAt, top, bottom) {
  const [left, right] = x.range();
  return svg`${others.map((other, i) => {
    const place = left + kNamePlaces[i] * (right - left);
    const height = heightAt(i, x.invert(place));
    const y = Math.min(bottom - 4, Math.max(top + 12, height - 8));
    return svg`<text class="other-name other-${i + 1}" x=${round(place)} y=${round(y)} text-anchor="end">${other.name}</text>`;
  })}`;
}

/** The y of a sample at some x, which a piece of it holds. @param {Sample} sample @param {number} at @param {'y' | 'slope'} key */
function valueAt({ pieces }, at, key) {
  const piece = pieces.find((one) => /** @type {number} */ (one.x.at(-1)) >= at) ?? pieces[pieces.length - 1];
  const index = piece.x.findIndex((value) => value >= at);
  return piece[key][Math.max(0, index)];
}

/** @param {Scene} scene @returns {Drawing} */
function upper(scene) {
  const { left, top, bottom } = frame(scene);
  const { sample, ghost, others, y } = scene;
  const name = namePlace(scene);
  return svg`<g clip-path="url(#plot)">
      ${ghost ? svg`<path class="ghost" d=${curvePath(ghost, scene)}></path>` : nothing}
      ${others.map((other, i) => svg`<path class="other other-${i + 1}" d=${curvePath(other.sample, scene)}></path>`)}
      <path class="curve" d=${curvePath(sample, scene)}></path>
    </g>
    ${ghost ? svg`<text class="ghost-name" x=${left + 8} y=${ghostHeight(scene)}>default</text>` : nothing}
    <text class="curve-name" x=${name.x} y=${name.y} text-anchor="end">${others.length > 0 ? scene.name : 'f(x)'}</text>
    ${otherNames(scene, (i, at) => placeOn(y, valueAt(others[i].sample, at, 'y')), top, bottom)}`;
}

/** @param {Scene} scene @returns {Drawing} */
function lower(scene) {
  const { left, slopeTop, slopeBottom } = frame(scene);
  const { sample, ghost, others, differences, isDifference } = scene;
  if (differences && isDifference) return differing(scene, differences);
  return svg`<g clip-path="url(#slope-plot)">
      ${ghost ? svg`<path class="ghost" d=${slopePath(ghost, scene)}></path>` : nothing}
      ${others.map((other, i) => svg`<path class="other other-${i + 1}" d=${slopePath(other.sample, scene)}></path>`)}
      <path class="slope" d=${slopePath(sample, scene)}></path>
    </g>
    <text class="slope-name" x=${left + 8} y=${slopeTop + 4}>slope f′(x)</text>
    ${scene.has.f ? nothing : otherNames(scene, (i, at) => placeOn(scene.slope, valueAt(others[i].sample, at, 'slope')), slopeTop, slopeBottom)}`;
}

/** @param {Scene} scene @param {import('./scene.js').Differences} differences */
function differing(scene, { x: at, values }) {
  const { x, slope: scale } = scene;
  const { left, slopeTop } = frame(scene);
  const path = (/** @type {Float32Array} */ row) =>
    Array.from(row, (value, i) =>
      Number.isNaN(value) ? '' : `${i ? 'L' : 'M'}${round(x(at[i]))} ${round(placeOn(scale, value))}`,
    ).join('');
  const zero = round(scale(0));
  return svg`<line class="asymptote" x1=${left} x2=${x.range()[1]} y1=${zero} y2=${zero}></line>
    ${values.map((row, i) => svg`<path class="other other-${i + 1}" d=${path(row)}></path>`)}
    <text class="difference-name" x=${left + 8} y=${slopeTop + 4}>each one’s difference to f(x)</text>`;
}

/** @param {Scene} scene @returns {Drawing} */
export function curves(scene) {
  return svg`${scene.has.f ? upper(scene) : nothing}${scene.has.lower ? lower(scene) : nothing}`;
}

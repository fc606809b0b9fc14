// The lines of a joint figure: the curve and its slope, the default's ghost, the functions beside it, what those differ by.
import { nothing, svg } from 'lit';
import { frame, kBeyond, placeOn, round } from '../pixels.js';
import { Labels } from './labels.js';

/**
 * @typedef {import('./scene.js').Scene} Scene
 * @typedef {import('../../numbers/sample.js').Sample} Sample
 * @typedef {import('./scene.js').Course} Course
 * @typedef {import('lit').SVGTemplateResult} Drawing
 */

const kCurvePoints = 256;
/** What parts two pieces by more than this share of the window's height is a jump. */
const kJump = 1e-3;

/** @param {import('../../numbers/sample.js').Piece} before @param {import('../../numbers/sample.js').Piece} after @param {number} least */
const isJump = (before, after, least) => Math.abs(after.y[0] - /** @type {number} */ (before.y.at(-1))) > least;

/** Where f jumps: what it is there, filled, and what it is on the other side, open. @param {Scene} scene @returns {Drawing} */
function jumps({ sample: { pieces, kinks }, x, y }) {
  const least = kJump * Math.abs(y.domain()[1] - y.domain()[0]);
  return svg`${kinks.flatMap((kink) => {
    const i = pieces.findIndex((piece) => piece.x[0] > kink.x);
    if (i < 1 || !isJump(pieces[i - 1], pieces[i], least)) return [];
    const sides = [/** @type {number} */ (pieces[i - 1].y.at(-1)), pieces[i].y[0]];
    const open = sides.find((side) => Math.abs(side - kink.y) > least) ?? kink.y;
    const [at, low, high] = [x(kink.x), placeOn(y, open), placeOn(y, kink.y)].map(round);
    return [
      svg`<line class="jump" x1=${at} x2=${at} y1=${low} y2=${high}></line>
      <circle class="end open" cx=${at} cy=${low} r="4"></circle><circle class="end" cx=${at} cy=${high} r="4"></circle>`,
    ];
  })}`;
}

/**
 * From a value to its pixel, as sums on plain numbers: a page that has just begun interprets them for each of some hundred points.
 * @param {import('./scene.js').Scale} scale
 * @returns {(value: number) => number}
 */
function linear(scale) {
  const [[from, to], [start, end]] = [scale.domain(), scale.range()];
  const factor = (end - start) / (to - from || 1);
  return (value) => start + (value - from) * factor;
}

/**
 * The same for heights; what is far off, or infinite, just beyond the edge.
 * @param {import('./scene.js').Scale} y
 * @returns {(value: number) => number}
 */
function heights(y) {
  const place = linear(y);
  const [bottom, top] = y.range();
  const [least, most] = [Math.min(bottom, top) - kBeyond, Math.max(bottom, top) + kBeyond];
  return (value) => {
    const height = place(value);
    return height < least ? least : height > most ? most : height;
  };
}

/**
 * Writes points of a plot as a path has them, to a tenth of a pixel.
 * @param {import('./scene.js').Scale} x
 * @param {import('./scene.js').Scale} y
 * @returns {(at: number, value: number) => string}
 */
function plotter(x, y) {
  const [across, up] = [linear(x), heights(y)];
  return (at, value) => `${Math.round(across(at) * 10) / 10} ${Math.round(up(value) * 10) / 10}`;
}

/**
 * The curve as one line of a fixed number of points, so that it can glide into the next one; corners stand exactly.
 * @param {Sample} sample
 * @param {Scene} scene
 */
function curvePath({ pieces, kinks }, { x, y }) {
  const last = pieces.reduce((sum, piece) => sum + piece.x.length, -1);
  const [xs, ys] = [new Float64Array(kCurvePoints), new Float64Array(kCurvePoints)];
  const isStart = new Uint8Array(kCurvePoints);
  const least = kJump * Math.abs(y.domain()[1] - y.domain()[0]);
  let [at, start] = [0, 0];
  for (let i = 0; i < kCurvePoints; i++) {
    const index = Math.round((i * last) / (kCurvePoints - 1));
    while (index - start >= pieces[at].x.length) {
      start += pieces[at++].x.length;
      isStart[i] = Number(isJump(pieces[at - 1], pieces[at], least));
    }
    xs[i] = pieces[at].x[index - start];
    ys[i] = pieces[at].y[index - start];
  }
  for (const kink of kinks) {
    let nearest = xs.findIndex((place) => place >= kink.x);
    if (nearest > 0 && (isStart[nearest] || kink.x - xs[nearest - 1] < xs[nearest] - kink.x)) nearest--;
    if (nearest >= 0) [xs[nearest], ys[nearest]] = [kink.x, kink.y];
  }
  const point = plotter(x, y);
  let path = `M${point(xs[0], ys[0])}`;
  for (let i = 1; i < kCurvePoints; i++) path += `${isStart[i] ? 'M' : 'L'}${point(xs[i], ys[i])}`;
  return path;
}

/** @param {Sample} sample @param {Scene} scene */
function slopePath({ pieces }, { x, slope }) {
  const point = plotter(x, slope);
  let path = '';
  for (const piece of pieces) {
    for (let i = 0; i < piece.x.length; i++) path += `${i ? 'L' : 'M'}${point(piece.x[i], piece.slope[i])}`;
  }
  return path;
}

/** Where along x a name is tried, as shares of the width: the curve's own where it has gone up, the others' apart. */
const kShares = [0.72, 0.62, 0.82, 0.5, 0.92, 0.4, 0.3, 0.2, 0.1];
const kOtherShares = [0.94, 0.84, 0.74, 0.06, 0.16, 0.26, 0.64, 0.36, 0.54];

/** @param {Course} sample @param {Scene} scene @param {'y' | 'slope'} key @returns {import('./labels.js').Stretch[]} */
function pixelsOf({ pieces }, { x, y, slope }, key) {
  const [across, up] = [linear(x), heights(key === 'y' ? y : slope)];
  return pieces.map((piece) => ({ x: piece.x.map(across), y: piece[key].map(up) }));
}

/**
 * The names in the upper plot, put where they cover nothing: the curve's, the others', the default's, those of its regions and
 * asymptotes.
 * @param {Scene} scene
 * @param {{ text: string, kind: string, places: import('./labels.js').Place[] }[]} more
 * @returns {(Drawing | typeof nothing)[]}
 */
export function names(scene, more) {
  const { left, right, top, bottom, slopeTop, slopeBottom } = frame(scene);
  const { sample, ghost, others, has } = scene;
  const key = has.f ? 'y' : 'slope';
  const labels = new Labels({ left, right, top: has.f ? top : slopeTop, bottom: has.f ? bottom : slopeBottom });
  const own = labels.line(pixelsOf(sample, scene, key));
  const beside = others.map((other) => labels.line(pixelsOf(other.sample, scene, key)));
  const back = ghost ? labels.line(pixelsOf(ghost, scene, key)) : null;
  const text = (
    /** @type {string} */ words,
    /** @type {string} */ kind,
    /** @type {import('./labels.js').Place[]} */ places,
  ) => {
    const { x, y, anchor } = labels.put(words, places);
    return svg`<text class=${kind} x=${x} y=${y} text-anchor=${anchor}>${words}</text>`;
  };
  return [
    has.f || others.length > 0
      ? text(others.length > 0 ? scene.name : 'f(x)', 'curve-name', labels.along(own, kShares))
      : nothing,
    ...others.map((other, i) => text(other.name, `other-name other-${i + 1}`, labels.along(beside[i], kOtherShares))),
    back && has.f ? text(kDefaultName, 'ghost-name', besideStart(scene, back, labels)) : nothing,
    ...more.filter(({ places }) => places.length > 0).map(({ text: words, kind, places }) => text(words, kind, places)),
  ];
}

/**
 * At the left end of the default's line, above and beneath it, else along it.
 * @param {Scene} scene
 * @param {import('./labels.js').Line} line
 * @param {Labels} labels
 * @returns {import('./labels.js').Place[]}
 */
function besideStart({ x }, line, labels) {
  const [start] = x.range();
  const places = [-6, 16].map((gap) => ({
    x: start + 8,
    y: line.low[0] + gap,
    anchor: /** @type {const} */ ('start'),
  }));
  return [...places, ...labels.along(line, [0.3, 0.5, 0.9])];
}

/** What the dotted line shows. */
const kDefaultName = 'PyTorch’s default';

/** @param {Scene} scene @returns {Drawing} */
function upper(scene) {
  const { sample, ghost, others } = scene;
  return svg`<g clip-path="url(#plot)">
      ${ghost ? svg`<path class="ghost" d=${curvePath(ghost, scene)}></path>` : nothing}
      ${others.map((other, i) => svg`<path class="other other-${i + 1}" d=${curvePath(other.sample, scene)}></path>`)}
      <path class="curve" d=${curvePath(sample, scene)}></path>
      ${jumps(scene)}
    </g>`;
}

/** @param {Scene} scene @returns {Drawing} */
function lower(scene) {
  const { left, slopeTop } = frame(scene);
  const { sample, ghost, others, differences, isDifference } = scene;
  if (differences && isDifference) return differing(scene, differences);
  return svg`<g clip-path="url(#slope-plot)">
      ${ghost ? svg`<path class="ghost" d=${slopePath(ghost, scene)}></path>` : nothing}
      ${others.map((other, i) => svg`<path class="other other-${i + 1}" d=${slopePath(other.sample, scene)}></path>`)}
      <path class="slope" d=${slopePath(sample, scene)}></path>
    </g>
    <text class="slope-name" x=${left + 8} y=${slopeTop + 4}>f′(x)</text>`;
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
    <text class="difference-name" x=${left + 8} y=${slopeTop + 4}>each one minus ${scene.name}</text>`;
}

/** @param {Scene} scene @returns {Drawing} */
export function curves(scene) {
  return svg`${scene.has.f ? upper(scene) : nothing}${scene.has.lower ? lower(scene) : nothing}`;
}

// Where everything of a joint figure stands: windows, scales, rooms. Pure, so that a figure can be laid out without a page.
/// <reference path="../d3.d.ts" />

import { evenlySpaced } from '../../../core/numbers/float.js';
import { extentOnce, finiteExtent } from '../../numbers/bins.js';
import { course, evaluate, kCoarse, sample } from '../../numbers/sample.js';
import { activationOf, defaultParameters } from '../../state/vocabulary.js';
import { written } from '../../text/numbers.js';
import { scaleLinear } from '../scale.js';

/**
 * @typedef {import('../../numbers/model.js').Result} Result
 * @typedef {import('../../numbers/sample.js').Sample} Sample
 * @typedef {Pick<Sample, 'pieces'>} Course a curve without what is only drawn where it is looked at
 * @typedef {import('../../state/drawn.js').Activation} Activation
 * @typedef {import('../scale.js').Scale} Scale
 * @typedef {import('../../state/compared.js').Compared} Compared
 * @typedef {[number, number]} Span
 * @typedef {[number, number, number, number]} Window from and to on x, then on y
 * @typedef {{ activation: Activation, parameters: import('../../state/drawn.js').Values, name: string, sample: Sample }} Other
 * @typedef {{ x: Float32Array, values: Float32Array[], span: Span }} Differences of the others to the first, at each x
 * @typedef {object} Scene
 * @property {number} width
 * @property {number} height
 * @property {Scale} x
 * @property {Scale} y of f
 * @property {Scale} slope of f'
 * @property {number} strip the room for ticks and histograms
 * @property {number} stretch how many times as tall as wide a unit is drawn
 * @property {boolean} isStretched
 * @property {{ f: boolean, lower: boolean }} has which of the two parts are there
 * @property {Sample} sample
 * @property {string} name of the function, with the parameters that differ from their defaults
 * @property {Sample | null} ghost the curve with PyTorch's defaults, where they differ and nothing is compared
 * @property {Other[]} others
 * @property {Differences | null} differences of the others, where there are any
 * @property {boolean} isDifference whether the lower part shows those instead of slopes
 */

const kStrip = 30;
/** The room at the plot's edges, as a share of what must be seen. */
const kMargin = 0.03;
const kDifferences = 401;
/** So much of the window's width must be seen of a curve, to its full height. */
const kMostOf = 0.75;
/** More of x than this many times what is asked for is shown in no window. */
const kMostWidened = 2;
/** So much more than the way to a corner must be seen for what comes after it. */
const kBeyondCorner = 1.2;
const kHalfWindows = [5, 8, 10, 15, 20, 30, 50, 100];

/** Whether f lies between two horizontal asymptotes, so that it is flat at any equal scale. @param {Activation} activation */
export const isBounded = ({ asymptotes }) => asymptotes.filter((a) => /^y=-?\d/.test(a)).length > 1;

/** Whether y has a scale of its own: a bounded function would lie flat, unless a reader wants equal scales. @param {Activation} activation @param {string[]} show */
export const stretches = (activation, show) => isBounded(activation) && !show.includes('equal');

/**
 * The window on x: symmetric, wide enough for the data, for the function's corners, and for where a bounded one saturates.
 * @param {Result} result
 * @returns {number} half its width
 */
export function halfWindow({ activation, parameters, input }) {
  const extent = extentOnce(input.data) ?? [0, 0];
  const corners = activation.kinks.map(Number).filter(Number.isFinite);
  const most = Math.max(...[...extent, ...corners.map((corner) => kBeyondCorner * corner)].map(Math.abs));
  const least = kHalfWindows.find((half) => half >= most) ?? 10 ** Math.ceil(Math.log10(most));
  if (!isBounded(activation)) return least;
  const saturates = kHalfWindows.find((half) => sample(activation, parameters, -half, half).regions.length > 0);
  return Math.max(least, saturates ?? 0);
}

/** RReLU's bounds in order: the other one gives way. @param {import('../../state/drawn.js').Values} values @param {string} moved */
function ordered(values, moved) {
  const { lower, upper } = values;
  return Number(lower) > Number(upper) ? { ...values, lower: values[moved], upper: values[moved] } : values;
}

/** The parameters at the ends of their sliders. @param {Activation} activation @returns {import('../../state/drawn.js').Values[]} */
function extremes(activation) {
  const defaults = defaultParameters(activation.module);
  const ends = activation.parameters.flatMap((p) =>
    [p.minimum, p.maximum].map((value) => ordered({ ...defaults, [p.name]: value ?? p.default }, p.name)),
  );
  return [defaults, ...ends];
}

/** @param {Course} course @param {'y' | 'slope'} key @param {Span} [start] @returns {Span} */
function spanOf({ pieces }, key, start = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
  return pieces.reduce((/** @type {Span} */ span, piece) => {
    const extent = finiteExtent(piece[key]) ?? span;
    return [Math.min(span[0], extent[0]), Math.max(span[1], extent[1])];
  }, start);
}

/**
 * What must be seen of y wherever the sliders stand, so that the axes stay while one moves: the elements, and most of the curve.
 * @param {Result} result
 * @param {number} half
 * @returns {Span}
 */
function neededSpan({ activation, input }, half) {
  const [low, high] = extentOnce(input.data) ?? [0, 0];
  const defaults = course(activation, defaultParameters(activation.module), -kMostOf * half, kMostOf * half, kCoarse);
  const ends = extremes(activation).map((parameters) =>
    course(activation, parameters, Math.min(low, -0.1), Math.max(high, 0.1), kCoarse),
  );
  const [least, most] = ends.reduce((/** @type {Span} */ span, s) => spanOf(s, 'y', span), spanOf(defaults, 'y'));
  // A curve along an edge would be taken for the axis.
  const margin = kMargin * (most - least);
  return [least - margin, most + margin];
}

/**
 * A window of a given height that shows what is needed, and as much of what is wished as fits.
 * @param {Span} needed
 * @param {Span} wished contains `needed`
 * @param {number} height
 * @returns {Span}
 */
function fitted(needed, wished, height) {
  const [low, high] = needed;
  const free = height - (high - low);
  const [below, above] = [low - wished[0], wished[1] - high];
  const asked = below + above;
  if (free <= 0) return [(low + high - height) / 2, (low + high + height) / 2];
  const margin = Math.max(0, free - asked) / 2;
  const share = asked > 0 ? Math.min(1, free / asked) : 0;
  return [low - below * share - margin, low - below * share - margin + height];
}

/**
 * @typedef {object} Room
 * @property {number} width
 * @property {number} height
 * @property {boolean} stretch whether y has a scale of its own
 * @property {Compared[]} [compare] functions to draw beside it
 * @property {string[]} [hide] `f` or `slope`
 * @property {Window | null} [window] that a reader chose
 * @property {boolean} [isDifference] whether the lower part shows what the others differ by instead of slopes
 */

/**
 * Where the parts stand: f above, the input's ticks between, the slope below; one of the two may be hidden.
 * @param {number} height
 * @param {Scene['has']} has
 */
function rows(height, has) {
  const top = 24;
  const slopeBottom = height - 12;
  const between = kStrip + 30;
  if (!has.f) return { top, bottom: top, slopeTop: top + between, slopeBottom };
  if (!has.lower) return { top, bottom: height - between, slopeTop: slopeBottom, slopeBottom };
  const slopeTop = slopeBottom - Math.round(Math.min(150, Math.max(72, height * 0.24)));
  return { top, bottom: slopeTop - between, slopeTop, slopeBottom };
}

/**
 * @param {Result} result of an element-wise activation
 * @param {number} half of the usual window on x
 * @param {Room} room
 * @returns {Scene}
 */
export function layOut(
  result,
  half,
  { width, height, stretch, compare = [], hide = [], window = null, isDifference = false },
) {
  const { activation, parameters } = result;
  const has = { f: !hide.includes('f') || hide.includes('slope'), lower: !hide.includes('slope') };
  const [left, right] = [66, width - 14];
  const { top, bottom, slopeTop, slopeBottom } = rows(height, has);
  const { all, needed: own } = boundsOf(result, half);
  const besideOn = (/** @type {number} */ reach) =>
    compare.map((one) => course(activationOf(one.activation), one.parameters, -reach, reach));
  const beside = besideOn(half);
  const needed = besideOn(half).reduce((/** @type {Span} */ span, s) => spanOf(s, 'y', span), own);
  // Where the room is too low for equal scales, more of x is shown rather than less of y.
  const perUnit = Math.min((right - left) / (2 * half), Math.max(bottom - top, 1) / (1.08 * (needed[1] - needed[0])));
  const equal = (right - left) / perUnit / 2;
  // Where equal scales would show much more of x than is asked for, or compared curves only in part, y has a scale of its own.
  const isOwn = stretch || equal > (compare.length > 0 ? 1.02 : kMostWidened) * half;
  const reach = isOwn || !has.f ? half : equal;
  const [from, to] = window ?? [-reach, reach];
  const wished = [...all, ...beside].reduce((/** @type {Span} */ span, s) => spanOf(s, 'y', span), needed);
  const usual = [all[0], ...beside].reduce((/** @type {Span} */ span, s) => spanOf(s, 'y', span), needed);
  const tall = (wished[1] - wished[0]) * 1.3;
  const fit = isOwn ? fitted(needed, wished, tall) : fitted(needed, usual, Math.max(bottom - top, 1) / perUnit);
  const span = /** @type {Span} */ (window ? [window[2], window[3]] : fit);
  const isDefault = activation.parameters.every((p) => parameters[p.name] === p.default);
  const others = compare.map((one) => otherOf(one, from, to));
  const differences = others.length > 0 ? differencesOf(result, others, from, to) : null;
  const x = scaleLinear([from, to], [left, right]);
  const y = scaleLinear(span, [bottom, top]);
  return {
    width,
    height,
    x,
    y,
    slope: scaleLinear(differences && isDifference ? padded(differences.span) : slopeSpan([...all, ...beside]), [
      slopeBottom,
      slopeTop,
    ]),
    strip: kStrip,
    stretch: (bottom - top) / (span[1] - span[0]) / ((right - left) / (to - from)),
    isStretched: isOwn || window !== null,
    has,
    sample: sample(activation, parameters, from, to),
    name: nameOf({ activation: activation.module, parameters }),
    ghost: isDefault || others.length > 0 ? null : sample(activation, defaultParameters(activation.module), from, to),
    others,
    differences,
    isDifference: isDifference && differences !== null,
  };
}

/** @typedef {{ all: Course[], needed: Span }} Bounds of a function whatever its parameters, and of an input */
/** @type {WeakMap<import('../../numbers/shaped_array.js').ShapedArray, { key: string, bounds: Bounds }>} */
const bounded = new WeakMap();

/**
 * What does not change while a slider moves, so is not computed again.
 * @param {Result} result
 * @param {number} half
 * @returns {Bounds}
 */
function boundsOf(result, half) {
  const { activation, input } = result;
  const key = `${activation.module} ${half}`;
  let entry = bounded.get(input);
  if (entry?.key !== key) {
    const all = extremes(activation).map((p) => course(activation, p, -half, half, kCoarse));
    entry = { key, bounds: { all, needed: neededSpan(result, half) } };
    bounded.set(input, entry);
  }
  return entry.bounds;
}

/** @param {Span} span @returns {Span} */
function padded([low, high]) {
  const pad = 0.1 * (high - low) || 1;
  return [low - pad, high + pad];
}

/** Slopes from 0 to 1 and what lies beyond, with room for the strip's name. @param {Course[]} samples @returns {Span} */
function slopeSpan(samples) {
  const [low, high] = samples.reduce((/** @type {Span} */ span, s) => spanOf(s, 'slope', span), [0, 1]);
  const pad = 0.1 * (high - low);
  return [low - pad, high + 3 * pad];
}

/** @param {Compared} one @param {number} from @param {number} to @returns {Other} */
function otherOf({ activation: module, parameters }, from, to) {
  const activation = activationOf(module);
  return {
    activation,
    parameters,
    name: nameOf({ activation: module, parameters }),
    sample: sample(activation, parameters, from, to),
  };
}

/** A function's name with the values of the parameters that differ from PyTorch's defaults. @param {Compared} one */
export function nameOf({ activation, parameters }) {
  const given = activationOf(activation).parameters.filter((p) => parameters[p.name] !== p.default);
  const values = given.map(({ name }) =>
    typeof parameters[name] === 'number' ? written(parameters[name]) : parameters[name],
  );
  return values.length > 0 ? `${activation}(${values.join(', ')})` : activation;
}

/**
 * What the others are above or below the first, over the window.
 * @param {Result} result
 * @param {Other[]} others
 * @param {number} from
 * @param {number} to
 * @returns {Differences}
 */
function differencesOf({ activation, parameters }, others, from, to) {
  const x = evenlySpaced(from, to, kDifferences);
  const own = evaluate(activation, parameters, x).y;
  const values = others.map((other) => evaluate(other.activation, other.parameters, x).y.map((y, i) => y - own[i]));
  const span = values.reduce(
    (/** @type {Span} */ span, row) => {
      const extent = finiteExtent(row) ?? span;
      return /** @type {Span} */ ([Math.min(span[0], extent[0]), Math.max(span[1], extent[1])]);
    },
    /** @type {Span} */ ([0, 0]),
  );
  return { x: x, values, span };
}

/**
 * The largest of a function's differences in view, and where.
 * @param {Differences} differences
 * @param {number} other
 */
export function largestDifference({ x, values }, other) {
  const row = values[other];
  const place = row.reduce((most, value, i) => (Math.abs(value) > Math.abs(row[most]) ? i : most), 0);
  return { x: x[place], difference: row[place] };
}

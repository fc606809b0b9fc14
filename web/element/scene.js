// Where everything of a joint figure stands: windows, scales, rooms. Pure, so that a figure can be laid out without a page.
/// <reference path="./d3.d.ts" />
import { scaleLinear } from 'd3-scale';
import { extentOnce, finiteExtent } from './bins.js';
import { sample } from './sample.js';
import { defaultParameters } from './vocabulary.js';

/**
 * @typedef {import('./model.js').Result} Result
 * @typedef {import('./sample.js').Sample} Sample
 * @typedef {import('./drawn.js').Activation} Activation
 * @typedef {import('d3-scale').ScaleLinear} Scale
 * @typedef {[number, number]} Span
 * @typedef {object} Scene
 * @property {number} width
 * @property {number} height
 * @property {Scale} x
 * @property {Scale} y of f
 * @property {Scale} slope of f'
 * @property {number} strip the room for ticks and histograms
 * @property {number} stretch how many times as tall as wide a unit is drawn
 * @property {boolean} isStretched
 * @property {Sample} sample
 * @property {Sample | null} ghost the curve with PyTorch's defaults, where they differ
 */

const kStrip = 30;
const kHalfWindows = [5, 8, 10, 15, 20, 30, 50, 100];

/** Whether f lies between two horizontal asymptotes, so that it is flat at any equal scale. @param {Activation} activation */
export const isBounded = ({ asymptotes }) => asymptotes.filter((a) => /^y=-?\d/.test(a)).length > 1;

/**
 * The window on x: symmetric, wide enough for the data, and for where a bounded function saturates.
 * @param {Result} result
 * @returns {number} half its width
 */
export function halfWindow({ activation, parameters, input }) {
  const extent = extentOnce(input.data) ?? [0, 0];
  const most = Math.max(Math.abs(extent[0]), Math.abs(extent[1]));
  const least = kHalfWindows.find((half) => half >= most) ?? 10 ** Math.ceil(Math.log10(most));
  if (!isBounded(activation)) return least;
  const saturates = kHalfWindows.find((half) => sample(activation, parameters, -half, half).regions.length > 0);
  return Math.max(least, saturates ?? 0);
}

/** RReLU's bounds in order: the other one gives way. @param {import('./drawn.js').Values} values @param {string} moved */
function ordered(values, moved) {
  const { lower, upper } = values;
  return Number(lower) > Number(upper) ? { ...values, lower: values[moved], upper: values[moved] } : values;
}

/** The parameters at the ends of their sliders. @param {Activation} activation @returns {import('./drawn.js').Values[]} */
function extremes(activation) {
  const defaults = defaultParameters(activation.module);
  const ends = activation.parameters.flatMap((p) =>
    [p.minimum, p.maximum].map((value) => ordered({ ...defaults, [p.name]: value ?? p.default }, p.name)),
  );
  return [defaults, ...ends];
}

/** @param {Sample} sample @param {'y' | 'slope'} key @param {Span} [start] @returns {Span} */
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
  const defaults = sample(activation, defaultParameters(activation.module), -0.75 * half, 0.75 * half);
  const ends = extremes(activation).map((parameters) =>
    sample(activation, parameters, Math.min(low, -0.1), Math.max(high, 0.1)),
  );
  return ends.reduce((/** @type {Span} */ span, s) => spanOf(s, 'y', span), spanOf(defaults, 'y'));
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
 * @param {Result} result of an element-wise activation
 * @param {number} half of the window on x
 * @param {{ width: number, height: number, stretch: boolean }} room
 * @returns {Scene}
 */
export function layOut(result, half, { width, height, stretch }) {
  const { activation, parameters } = result;
  const left = 66;
  const right = width - 14;
  const top = 24;
  const slopeRoom = Math.round(Math.min(150, Math.max(72, height * 0.24)));
  const slopeBottom = height - 12;
  const slopeTop = slopeBottom - slopeRoom;
  const bottom = slopeTop - kStrip - 30;
  const all = extremes(activation).map((p) => sample(activation, p, -half, half));
  const needed = neededSpan(result, half);
  // Where the room is too low for equal scales, more of x is shown rather than less of y.
  const perUnit = Math.min((right - left) / (2 * half), (bottom - top) / (1.08 * (needed[1] - needed[0])));
  const reach = stretch ? half : (right - left) / perUnit / 2;
  const drawn = sample(activation, parameters, -reach, reach);
  const wished = all.reduce((/** @type {Span} */ span, s) => spanOf(s, 'y', span), needed);
  const usual = spanOf(all[0], 'y', needed);
  const slopes = all.reduce((/** @type {Span} */ span, s) => spanOf(s, 'slope', span), [0, 1]);
  const tall = (wished[1] - wished[0]) * 1.3;
  const equalHeight = (bottom - top) / perUnit;
  const window = stretch ? fitted(needed, wished, tall) : fitted(needed, usual, equalHeight);
  const pad = 0.1 * (slopes[1] - slopes[0]);
  const isDefault = activation.parameters.every((p) => parameters[p.name] === p.default);
  return {
    width,
    height,
    x: scaleLinear([-reach, reach], [left, right]),
    y: scaleLinear(window, [bottom, top]),
    slope: scaleLinear([slopes[0] - pad, slopes[1] + 3 * pad], [slopeBottom, slopeTop]),
    strip: kStrip,
    stretch: stretch ? (bottom - top) / (window[1] - window[0]) / ((right - left) / (2 * half)) : 1,
    isStretched: stretch,
    sample: drawn,
    ghost: isDefault ? null : sample(activation, defaultParameters(activation.module), -reach, reach),
  };
}

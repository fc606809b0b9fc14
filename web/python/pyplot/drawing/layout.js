// Where each pair of axes stands in a figure, in pixels: matplotlib's margins, or as tight as the names allow.
import { widthOf } from './text.js';

/**
 * @typedef {import('../model/figure.js').Figure} Figure
 * @typedef {import('../model/axes.js').Axes} Axes
 * @typedef {{ left: number, right: number, top: number, bottom: number }} Box
 * @typedef {{ axes: Axes, box: Box }} Laid
 */

/** Pixels of an inch, and of a point. */
export const kInch = 100;
export const kPoint = kInch / 72;
/** Sizes of texts, in pixels: 10 points, titles 12. */
export const kText = 10 * kPoint;
export const kTitle = 12 * kPoint;
/** The share of axes that a colour bar takes, and the gap before it. */
const kBar = 0.15;
const kBarGap = 0.05;

/** The room around axes that their names take. @param {Axes} axes @param {string[]} texts of the ticks on y */
function roomAround(axes, texts) {
  if (axes.isOff) return { left: 4, right: 4, top: axes.title ? kTitle * 1.6 : 4, bottom: 4 };
  const widest = Math.max(0, ...texts.map((text) => widthOf(text, kText)));
  return {
    left: widest + 12 + (axes.y.label ? kText * 1.4 : 0),
    right: 10,
    top: axes.title ? kTitle * (0.9 + 1.1 * axes.title.split('\n').length) : 8,
    bottom: kText * 1.7 + (axes.x.label ? kText * 1.4 : 0),
  };
}

/**
 * @param {Figure} figure
 * @param {(axes: Axes) => string[]} tickTexts on y
 * @returns {Laid[]}
 */
export function laidOut(figure, tickTexts) {
  const [width, height] = figure.size.map((inches) => inches * kInch);
  const own = figure.axes.filter(({ place }) => !place.beside);
  const boxes = new Map(
    own.map((axes) => [
      axes,
      figure.isTight && !axes.place.free
        ? tight(figure, axes, tickTexts, width, height)
        : loose(figure, axes, width, height),
    ]),
  );
  for (const axes of figure.axes) {
    const { beside } = axes.place;
    const box = beside && boxes.get(beside);
    if (!box) continue;
    const whole = box.right - box.left;
    const right = box.right;
    box.right = box.left + whole * (1 - kBar - kBarGap);
    boxes.set(axes, {
      ...box,
      left: box.right + whole * kBarGap,
      right: Math.min(right, box.right + whole * kBarGap + (box.bottom - box.top) / 20 + 6),
    });
  }
  return figure.axes.map((axes) => ({ axes, box: squared(axes, /** @type {Box} */ (boxes.get(axes))) }));
}

/** By the figure's margins. @param {Figure} figure @param {Axes} axes @param {number} width @param {number} height @returns {Box} */
function loose({ margins }, { place }, width, height) {
  if (place.free) {
    const [left, bottom, w, h] = place.free;
    return {
      left: left * width,
      right: (left + w) * width,
      top: (1 - bottom - h) * height,
      bottom: (1 - bottom) * height,
    };
  }
  const along = (
    /** @type {number} */ from,
    /** @type {number} */ to,
    /** @type {number} */ count,
    /** @type {number} */ space,
  ) => {
    const size = (to - from) / (count + space * (count - 1));
    return (/** @type {number} */ at) => [from + at * size * (1 + space), from + at * size * (1 + space) + size];
  };
  const x = along(margins.left * width, margins.right * width, place.columns, margins.wspace);
  const y = along((1 - margins.top) * height, (1 - margins.bottom) * height, place.rows, margins.hspace);
  return {
    left: x(place.column[0])[0],
    right: x(place.column[1])[1],
    top: y(place.row[0])[0],
    bottom: y(place.row[1])[1],
  };
}

/** So that no name is over another. @param {Figure} figure @param {Axes} axes @param {(axes: Axes) => string[]} tickTexts @param {number} width @param {number} height @returns {Box} */
function tight(figure, axes, tickTexts, width, height) {
  const { rows, columns, row, column } = axes.place;
  const all = figure.axes
    .filter(({ place }) => !place.beside && !place.free)
    .map((one) => roomAround(one, tickTexts(one)));
  const most = (/** @type {'left' | 'right' | 'top' | 'bottom'} */ side) => Math.max(...all.map((room) => room[side]));
  const pad = 1.08 * kText;
  const above = figure.suptitle ? kTitle * 2 : 0;
  const [cell, line] = [(width - 2 * pad) / columns, (height - 2 * pad - above) / rows];
  return {
    left: pad + column[0] * cell + most('left'),
    right: pad + (column[1] + 1) * cell - most('right'),
    top: pad + above + row[0] * line + most('top'),
    bottom: pad + above + (row[1] + 1) * line - most('bottom'),
  };
}

/** Axes whose units are as long on x as on y. @param {Axes} axes @param {Box} box @returns {Box} */
function squared(axes, box) {
  if (axes.aspect !== 'equal') return box;
  const [[x0, x1], [y0, y1]] = [axes.limitsOf('x'), axes.limitsOf('y')];
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const ratio = Math.abs((y1 - y0) / (x1 - x0));
  if (!Number.isFinite(ratio) || ratio === 0) return box;
  const [w, h] = width * ratio > height ? [height / ratio, height] : [width, width * ratio];
  const [cx, cy] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  return { left: cx - w / 2, right: cx + w / 2, top: cy - h / 2, bottom: cy + h / 2 };
}

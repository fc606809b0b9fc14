// The line search of LBFGS: a step that lessens the loss enough and whose slope is small enough. Source: _strong_wolfe in torch/optim/lbfgs.py.

import { isTensor } from '../storage/base.js';

/**
 * @typedef {any} Tensor
 * @typedef {any} Value a number, or a tensor without dimensions, which is rounded as it is
 * @typedef {{ f: number, g: Tensor }} Point a loss and its gradient
 */

// Python's operators of numbers and tensors.
/** @param {Value} a @param {Value} b @returns {Value} */
const plus = (a, b) =>
  isTensor(a) ? /** @type {any} */ (a).add(b) : isTensor(b) ? /** @type {any} */ (b).add(a) : a + b;
/** @param {Value} a @param {Value} b @returns {Value} */
const minus = (a, b) =>
  isTensor(a) ? /** @type {any} */ (a).sub(b) : isTensor(b) ? /** @type {any} */ (b).neg().add(a) : a - b;
/** @param {Value} a @param {Value} b @returns {Value} */
const times = (a, b) =>
  isTensor(a) ? /** @type {any} */ (a).mul(b) : isTensor(b) ? /** @type {any} */ (b).mul(a) : a * b;
/** @param {Value} a @param {Value} b @returns {Value} */
const over = (a, b) =>
  isTensor(a) ? /** @type {any} */ (a).div(b) : isTensor(b) ? /** @type {any} */ (b).reciprocal().mul(a) : a / b;
/** @param {Value} value @returns {number} */
const plain = (value) => (isTensor(value) ? /** @type {any} */ (value).item() : value);
/** Whether a is below b; beside a tensor a number is one of its dtype. @param {Value} a @param {Value} b @returns {boolean} */
function isBelow(a, b) {
  if (isTensor(a)) return /** @type {any} */ (a).lt(b).item();
  return isTensor(b) ? /** @type {any} */ (b).gt(a).item() : a < b;
}
/** @param {Value} a @param {Value} b */
const least = (a, b) => (isBelow(b, a) ? b : a);
/** @param {Value} a @param {Value} b */
const most = (a, b) => (isBelow(a, b) ? b : a);
/** @param {Value} value @returns {Value} */
const size = (value) => (isTensor(value) ? /** @type {any} */ (value).abs() : Math.abs(value));

/** Where the cubic through two points with their slopes is least, within bounds. @param {Value} x1 @param {number} f1 @param {Tensor} g1 @param {Value} x2 @param {number} f2 @param {Tensor} g2 @param {[Value, Value]} [bounds] @returns {Value} */
function cubicLeast(x1, f1, g1, x2, f2, g2, bounds = isBelow(x2, x1) ? [x2, x1] : [x1, x2]) {
  const d1 = minus(plus(g1, g2), over(3 * (f1 - f2), minus(x1, x2)));
  const square = minus(d1.pow(2), times(g1, g2));
  if (!(plain(square) >= 0)) return over(plus(bounds[0], bounds[1]), 2);
  const d2 = square.sqrt();
  const place = isBelow(x2, x1)
    ? minus(x1, times(minus(x1, x2), over(minus(plus(g1, d2), d1), plus(minus(g1, g2), times(d2, 2)))))
    : minus(x2, times(minus(x2, x1), over(minus(plus(g2, d2), d1), plus(minus(g2, g1), times(d2, 2)))));
  return least(most(place, bounds[0]), bounds[1]);
}

/** A step's size, and the loss, the gradient and the slope there. @typedef {{ t: Value, f: number, g: Tensor, slope: Tensor }} Tried */

/**
 * @param {(t: Value) => Point} at the point at a step's size
 * @param {Value} start the first size
 * @param {Tensor} d the direction
 * @param {number} f the loss before the step
 * @param {Tensor} g its gradient
 * @param {Tensor} slope along the direction
 * @param {number} limit how many sizes are tried at the most
 */
export function strongWolfe(at, start, d, f, g, slope, limit) {
  const [c1, c2, tolerance] = [1e-4, 0.9, 1e-9];
  const reach = d.abs().max();
  let evaluations = 0;
  const tried = (/** @type {Value} */ t) => {
    const point = at(t);
    evaluations++;
    return { t, f: point.f, g: point.g, slope: point.g.dot(d) };
  };
  /** Whether the loss is not lessened enough. @param {Tried} one */
  const isHigh = (one) => isBelow(plus(f, times(times(c1, one.t), slope)), one.f);
  /** Whether the slope is small enough. @param {Tried} one */
  const isLevel = (one) => !isBelow(times(-c2, slope), size(one.slope));
  /** @type {Tried} */ let last = { t: 0, f, g: g.clone(), slope };
  let now = tried(start);
  let round = 0;
  /** @type {Tried[]} */ let bracket = [];
  let isDone = false;
  while (round < limit) {
    if (isHigh(now) || (round > 1 && now.f >= last.f)) bracket = [last, now];
    else if (isLevel(now)) [bracket, isDone] = [[now], true];
    else if (plain(now.slope) >= 0) bracket = [last, now];
    if (bracket.length > 0) break;
    /** @type {[Value, Value]} */
    const bounds = [plus(now.t, times(0.01, minus(now.t, last.t))), times(now.t, 10)];
    const next = cubicLeast(last.t, last.f, last.slope, now.t, now.f, now.slope, bounds);
    last = now;
    now = tried(next);
    round++;
  }
  if (round === limit) bracket = [{ t: 0, f, g, slope }, now];
  return narrowed({ bracket, isDone, round, limit, reach, tolerance, tried, isHigh, isLevel }, () => evaluations);
}

/** @param {any} search @param {() => number} evaluations */
function narrowed({ bracket, isDone, round: begun, limit, reach, tolerance, tried, isHigh, isLevel }, evaluations) {
  let [done, round, isStuck] = [isDone, begun, false];
  const order = () => (bracket[0].f <= bracket[bracket.length - 1].f ? [0, 1] : [1, 0]);
  let [low, high] = order();
  while (!done && round < limit) {
    const [a, b] = bracket;
    if (isBelow(times(size(minus(b.t, a.t)), reach), tolerance)) break;
    let t = cubicLeast(a.t, a.f, a.slope, b.t, b.f, b.slope);
    const [from, to] = [least(a.t, b.t), most(a.t, b.t)];
    const eps = times(0.1, minus(to, from));
    const isNear = isBelow(least(minus(to, t), minus(t, from)), eps);
    if (isNear && (isStuck || !isBelow(t, to) || !isBelow(from, t))) {
      t = isBelow(size(minus(t, to)), size(minus(t, from))) ? minus(to, eps) : plus(from, eps);
      isStuck = false;
    } else isStuck = isNear;
    const now = tried(t);
    round++;
    if (isHigh(now) || now.f >= bracket[low].f) {
      bracket[high] = now;
      [low, high] = order();
    } else {
      if (isLevel(now)) done = true;
      else if (plain(times(now.slope, minus(bracket[high].t, bracket[low].t))) >= 0) bracket[high] = bracket[low];
      bracket[low] = now;
    }
  }
  return { ...bracket[low], evaluations: evaluations() };
}

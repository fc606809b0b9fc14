// The larger and the smaller of two, and elements kept between bounds: maximum, minimum, clamp.

import { RuntimeError } from '../../../core/errors.js';
import { native } from '../../arguments/native.js';
import { record } from '../../autograd/graph.js';
import { bumpVersion } from '../../autograd/inplace.js';
import { isTensor } from '../../storage/base.js';
import { compute, converted } from '../../storage/loops.js';
import { resultType } from '../../storage/promotion.js';
import { broadcastShape, fresh } from '../../storage/strided.js';
import { checkOut, place } from '../filling/outputs.js';
import { mul } from '../two_operands/arithmetic.js';
import { eq, gt, logical_and, lt } from '../two_operands/comparisons.js';
import { outOfPlace, rowOf, shapeOf } from '../two_operands/operands.js';
import { where } from './choice.js';
import { shared } from './extremes.js';

/**
 * @typedef {import('../../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../storage/loops.js').Operand} Operand
 * @typedef {import('../two_operands/operands.js').Operation} Operation
 * @typedef {import('../two_operands/operands.js').Binary} Binary
 */

/** @param {string} name @param {boolean} isLarger @returns {Operation} */
const extremeOf = (name, isLarger) => ({
  name,
  node: `${name[0].toUpperCase()}${name.slice(1)}Backward0`,
  of: () => (x, y) => (Number.isNaN(x) ? x : Number.isNaN(y) ? y : (isLarger ? x > y : x < y) ? x : y),
  gradients: shared(isLarger),
});

const twoTensors = (/** @type {string} */ name) => `${name}(Tensor input, Tensor other, *, Tensor out=None)`;
/** The larger of two, element by element; nan where one is. @type {Binary} @example torch.maximum(torch.tensor([1, 4]), torch.tensor([3, 2])) // tensor([3., 4.]) */
export const maximum = /* @__PURE__ */ native(twoTensors('maximum'), (a, b, out) =>
  outOfPlace(extremeOf('maximum', true), a, b, out),
);
/** The smaller of two, element by element; nan where one is. @type {Binary} @example torch.minimum(torch.tensor([1, 4]), torch.tensor([3, 2])) // tensor([1., 2.]) */
export const minimum = /* @__PURE__ */ native(twoTensors('minimum'), (a, b, out) =>
  outOfPlace(extremeOf('minimum', false), a, b, out),
);

/** @param {Tensor} x @param {Operand | null} low @param {Operand | null} high @param {Tensor | null} out */
function clamped(x, low, high, out = null) {
  if (low === null && high === null)
    throw new RuntimeError("torch.clamp: At least one of 'min' or 'max' must not be None");
  const bounds = /** @type {Operand[]} */ ([low, high].filter((one) => one !== null));
  const dtype = resultType(x, ...bounds);
  const base = x.dtype === dtype ? x : converted(x, dtype);
  const atLeast = (/** @type {any} */ v, /** @type {any} */ bound) => (v < bound || Number.isNaN(bound) ? bound : v);
  const atMost = (/** @type {any} */ v, /** @type {any} */ bound) => (v > bound || Number.isNaN(bound) ? bound : v);
  const bounded = (
    /** @type {Tensor} */ from,
    /** @type {Operand | null} */ bound,
    /** @type {(v: any, bound: any) => any} */ f,
  ) => {
    if (bound === null) return from;
    const made = fresh(x, broadcastShape(from.shape, shapeOf(bound)), undefined, dtype);
    compute(rowOf(f), made, from, bound);
    return made;
  };
  const result = bounded(bounded(base, low, atLeast), high, atMost);
  if (out !== null) {
    checkOut('clamp', out, result.shape, [x, ...bounds], dtype);
    place(out, result);
    bumpVersion(out);
    return out;
  }
  const ofTensors = bounds.some(isTensor);
  return record(result, {
    name: ofTensors ? 'ClampBackward0' : 'ClampBackward1',
    inputs: [x, isTensor(low) ? low : null, isTensor(high) ? high : null],
    saved: [x, low, high],
    backward: (grad, [input, least, most], needs) =>
      (ofTensors ? sharedGradients : innerGradient)(grad, input, least, most, needs),
  });
}

/** Between numbers: to what lies within them, and not at them. @param {Tensor} grad @param {Tensor} x @param {any} low @param {any} high */
function innerGradient(grad, x, low, high) {
  const inside = [low === null ? null : gt(x, low), high === null ? null : lt(x, high)].filter((one) => one !== null);
  const mask = inside.length === 2 ? logical_and(inside[0], inside[1]) : inside[0];
  return [where(mask, grad, 0), null, null];
}

/** Between tensors: at a bound, half of it goes to the bound. @param {Tensor} grad @param {Tensor} x @param {any} low @param {any} high @param {boolean[]} needs */
function sharedGradients(grad, x, low, high, needs) {
  const half = mul(grad, 0.5);
  const at = (/** @type {any} */ bound, /** @type {Tensor} */ beyond, /** @type {Tensor} */ given) =>
    where(beyond, 0, where(eq(x, bound), half, given));
  let own = grad;
  if (low !== null) own = at(low, lt(x, low), own);
  if (high !== null) own = at(high, gt(x, high), own);
  return [own, needs[1] ? at(low, gt(x, low), grad) : null, needs[2] ? at(high, lt(x, high), grad) : null];
}

/**
 * Elements kept between two bounds, numbers or tensors, of which one may be left out.
 * @type {((input: Tensor, min?: Operand | null | { min?: Operand, max?: Operand, out?: Tensor }, max?: Operand | null | { out?: Tensor }, options?: { out?: Tensor }) => Tensor) & import('../../arguments/native.js').Method<Tensor>}
 * @example torch.clamp(torch.tensor([-2, 0.5, 3]), -1, 1) // tensor([-1.0000,  0.5000,  1.0000])
 */
export const clamp = /* @__PURE__ */ native(
  [
    'clamp(Tensor input, Tensor min=None, Tensor max=None, *, Tensor out=None)',
    'clamp(Tensor input, Scalar min=None, Scalar max=None, *, Tensor out=None)',
  ],
  clamped,
);

/** @param {'clamp_min' | 'clamp_max'} name @param {string} bound @param {(x: Tensor, bound: Operand, out: Tensor | null) => Tensor} run */
const oneBound = (name, bound, run) =>
  native(
    ['Tensor', 'Scalar'].map((type) => `${name}(Tensor input, ${type} ${bound}, *, Tensor out=None)`),
    (x, own, out = null) => {
      const result = run(x, own, out);
      const node = out === null ? result.meta?.node : null;
      if (node) node.label = `Clamp${name === 'clamp_min' ? 'Min' : 'Max'}Backward${isTensor(own) ? 1 : 0}`;
      return result;
    },
  );
/** Elements not below a bound. @type {((input: Tensor, min: Operand, options?: object) => Tensor) & import('../../arguments/native.js').Method<Tensor>} @example torch.clamp_min(torch.tensor([-1, 2]), 0) // tensor([0., 2.]) */
export const clamp_min = /* @__PURE__ */ oneBound('clamp_min', 'min', (x, low, out) => clamped(x, low, null, out));
/** Elements not above a bound. @type {((input: Tensor, max: Operand, options?: object) => Tensor) & import('../../arguments/native.js').Method<Tensor>} @example torch.clamp_max(torch.tensor([-1, 2]), 0) // tensor([-1., 0.]) */
export const clamp_max = /* @__PURE__ */ oneBound('clamp_max', 'max', (x, high, out) => clamped(x, null, high, out));

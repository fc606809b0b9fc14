// The dimensions over which a tensor of floats is added up, in PyTorch's order (TensorIterator's), two at a time.
import { noAxis, plane } from '../../../core/numbers/cascade.js';
import { sizeOf } from '../../../core/numbers/size.js';
import { isContiguous } from '../../storage/strided.js';

/**
 * @typedef {import('../../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../../core/numbers/cascade.js').Floats} Floats
 * @typedef {import('../../../core/numbers/cascade.js').Axis} Axis
 */

/** The dimensions in the order in which they are run through: those reduced first, by their steps; one where two lie without a gap. @param {Tensor} x @param {number[]} dims */
function order({ shape, strides }, dims) {
  const kept = sizeOf(Array.from(shape, (n, d) => (dims.includes(d) ? 1 : n))).strides;
  const all = Array.from(shape, (size, d) => ({ size, step: strides[d], to: dims.includes(d) ? 0 : kept[d] }));
  const real = all.filter(({ size }) => size !== 1).reverse();
  real.sort((a, b) => Number(a.to !== 0) - Number(b.to !== 0) || a.to - b.to || a.step - b.step);
  /** @type {Axis[]} */
  const axes = [];
  for (const axis of real) {
    const last = axes.at(-1);
    if (last && last.step * last.size === axis.step && last.to * last.size === axis.to) last.size *= axis.size;
    else axes.push(axis);
  }
  return axes;
}

/**
 * The sums of a tensor of floats over some dimensions, into zeros.
 * @param {Tensor} x
 * @param {number[]} dims
 * @param {Floats} out as many as are kept
 */
export function cascade(x, dims, out) {
  const array = /** @type {Floats} */ (x.storage.array);
  if (out.length === 1 && isContiguous(x)) {
    plane(array, x.offset, out, 0, { size: x.shape.numel(), step: 1, to: 0 }, noAxis);
    return;
  }
  const [inner = noAxis, ...rest] = order(x, dims);
  if (inner.to !== 0) rest.unshift(inner);
  const [first, [outer = noAxis, ...others]] = inner.to === 0 ? [inner, rest] : [noAxis, rest];
  const visit = (/** @type {number} */ d, /** @type {number} */ start, /** @type {number} */ to) => {
    if (d < 0) return plane(array, start, out, to, first, outer);
    const axis = others[d];
    for (let i = 0; i < axis.size; i++) visit(d - 1, start + i * axis.step, to + i * axis.to);
  };
  visit(others.length - 1, x.offset, 0);
}

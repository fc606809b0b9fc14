// torch.nn.functional.pad, and the modules ZeroPad and ConstantPad.

import { NotImplementedError, RuntimeError } from '../../core/errors.js';
import { shown } from '../../core/text/repr.js';
import { optional } from '../arguments/call.js';
import { bindPython } from '../arguments/signature.js';
import { tuple } from '../arguments/tuple.js';
import { record } from '../autograd/graph.js';
import { linearly } from '../autograd/twice.js';
import { layerClass } from './layer.js';

/** @typedef {import('../tensor/tensor.js').Tensor} Tensor */

/** Room around the last dimensions, of which each has two numbers: before, behind; a negative one cuts. @param {any} x @param {number[]} amounts @param {number} value */
function padded(x, amounts, value) {
  const rank = x.shape.length;
  /** @type {[number, number][]} */
  const pairs = x.shape.map((/** @type {number} */ _, /** @type {number} */ d) => [
    amounts[2 * (rank - 1 - d)] ?? 0,
    amounts[2 * (rank - 1 - d) + 1] ?? 0,
  ]);
  const shape = x.shape.map((/** @type {number} */ n, /** @type {number} */ d) => n + pairs[d][0] + pairs[d][1]);
  if (shape.some((/** @type {number} */ n) => n < 0)) throw new RuntimeError('narrow(): length must be non-negative.');
  const result = x.detach().new_full(shape, value);
  let [from, to] = [x.detach(), result];
  for (const [d, [before, behind]] of pairs.entries()) {
    const start = Math.max(-before, 0);
    const count = x.shape[d] - start - Math.max(-behind, 0);
    from = from.narrow(d, start, count);
    to = to.narrow(d, Math.max(before, 0), count);
  }
  to.copy_(from);
  return result;
}

/**
 * `value` (0) around the last dimensions: pad has two numbers for the last one, two for the one before it and so on; a negative one cuts.
 * NotImplementedError for the modes 'reflect', 'replicate' and 'circular'.
 * @type {(input: Tensor, pad: readonly number[] | object, mode?: string | object, value?: number | null | object) => Tensor}
 * @example torch.nn.functional.pad(torch.ones(2), [1, 2]) // tensor([0., 1., 1., 0., 0.])
 */
export const pad = (...args) => {
  const [x, amounts, mode, value] = /** @type {any[]} */ (
    bindPython('pad', ['input', 'pad', ...optional({ mode: 'constant', value: null })], args)
  );
  if (mode !== 'constant')
    throw new NotImplementedError(`pad() of mode '${mode}' is not part of torchlet; 'constant' is`);
  if (amounts.length % 2 !== 0) throw new RuntimeError('Padding length must be divisible by 2');
  if (amounts.length > 2 * x.shape.length)
    throw new RuntimeError(
      `Padding length should be less than or equal to two times the input dimension but got padding length ${amounts.length} and input of dimension ${x.shape.length}`,
    );
  const there = (/** @type {Tensor} */ one) => padded(one, amounts, 0);
  const back = (/** @type {Tensor} */ grad) =>
    padded(
      grad,
      amounts.map((/** @type {number} */ n) => -n),
      0,
    );
  return record(padded(x, amounts, value ?? 0), {
    name: 'ConstantPadNdBackward0',
    inputs: [x],
    backward: (grad) => [linearly('ConstantPadNdBackward0', grad, back, there)],
  });
};

/** @param {string} name @param {number} dims @param {boolean} isZero */
function padClass(name, dims, isZero) {
  return layerClass(
    name,
    'padding',
    isZero ? ['padding'] : ['padding', 'value'],
    (module, { padding, value = 0 }) => {
      const amounts = typeof padding === 'number' ? new Array(2 * dims).fill(padding) : padding;
      Object.assign(module, { padding: tuple([...amounts]), value });
    },
    ['input'],
    (module, input) => pad(input, module.padding, 'constant', module.value),
    {
      /** @this {any} */
      extra_repr() {
        return isZero ? String(this.padding) : `padding=${this.padding}, value=${shown(this.value, false)}`;
      },
    },
  );
}
/** @typedef {import('./layer.js').Made<[padding: number | readonly number[], value?: number], import('./layer.js').Layer>} Pad */
/** Zeros around the last dimension: a number of them, or two. @type {Pad} @example torch.nn.ZeroPad1d(1)(torch.ones(1, 2)) // tensor([[0., 1., 1., 0.]]) */
export const ZeroPad1d = /* @__PURE__ */ padClass('ZeroPad1d', 1, true);
/** Zeros around the last two dimensions. @type {Pad} @example torch.nn.ZeroPad2d(1)(torch.ones(1, 2, 2)).shape // torch.Size([1, 4, 4]) */
export const ZeroPad2d = /* @__PURE__ */ padClass('ZeroPad2d', 2, true);
/** A value around the last dimension. @type {Pad} @example torch.nn.ConstantPad1d(1, 5)(torch.ones(1, 1)) // tensor([[5., 1., 5.]]) */
export const ConstantPad1d = /* @__PURE__ */ padClass('ConstantPad1d', 1, false);
/** A value around the last two dimensions. @type {Pad} @example torch.nn.ConstantPad2d(1, 5)(torch.ones(1, 1, 1)).sum() // tensor(41.) */
export const ConstantPad2d = /* @__PURE__ */ padClass('ConstantPad2d', 2, false);

// Activations as operations on tensors: kernels, `out`, in-place forms and gradients of all that the table drives alone.

import { rowsOf } from '../../core/activations.js';
import { NotImplementedError, RuntimeError } from '../../core/errors.js';
import * as kernels from '../../core/kernels.js';
import { bracketed, sameShape } from '../../core/numbers/size.js';
import { kernelOf } from '../../core/parameters.js';
import { needsGrad, record, save } from '../autograd/graph.js';
import { asItWas, bumpVersion, checkInplace, checkOverlap, recordInplace } from '../autograd/inplace.js';
import { cast } from '../operations/elements/casting.js';
import { refuseGraph } from '../operations/filling/outputs.js';
import { clone } from '../operations/shapes/views.js';
import { neg } from '../operations/two_operands/arithmetic.js';
import { float64, kFloating } from '../storage/dtype.js';
import { apart, compute, rows } from '../storage/loops.js';
import { elements, fresh, isContiguous } from '../storage/strided.js';
import { formulaOf, rowFormula } from './slopes.js';
import { ofWhole } from './whole.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../core/numbers/size.js').Size} Size
 * @typedef {import('../storage/dtype.js').DType} DType
 * @typedef {import('../../core/kernels.js').Activation} Activation
 * @typedef {(x: any, out: any) => any} Kernel on arrays of the tensor's dtype, the second where the result goes or null
 * @typedef {(grad: Float32Array, ...saved: Float32Array[]) => Float32Array[]} Gradients of the inputs
 * @typedef {any[]} Call what a call was given: the input, the other arguments as the signature has them, and `out` or null
 */

/** Refuses other dtypes than those of the kernels. @param {Activation} activation @param {DType} dtype */
export function requireFloat({ kernel }, dtype) {
  if (dtype.kind !== kFloating) throw new NotImplementedError(`"${kernel}" not implemented for '${dtype.short}'`);
}

/**
 * Refuses a tensor that a result cannot be written to.
 * @param {string} name of the function
 * @param {Tensor} out
 * @param {readonly number[]} shape of the result
 * @param {Tensor} input
 * @param {Tensor | null} [other] input
 */
export function checkOut(name, out, shape, input, other = null) {
  if (needsGrad(out, input, other)) refuseGraph(name, [out, input, other ?? out]);
  const { dtype } = input;
  if (out.dtype !== dtype || !sameShape(out.shape, shape)) {
    throw new RuntimeError(
      `${name}(): out must have the shape and dtype of the result: expected torch.Size(${bracketed(shape)}) of ${dtype}, got ${out.shape} of ${out.dtype}`,
    );
  }
  checkOverlap(out);
}

/**
 * Writes row-major elements to where a tensor's lie; autograd is the caller's.
 * @param {Tensor} out
 * @param {Float32Array} from
 */
export function write(out, from) {
  compute(rows.mul, out, fresh(out, out.shape, from), 1); // times 1 is exact: a strided copy without a loop of its own
  bumpVersion(out);
  return out;
}

/** A tensor's elements in order, for reading. @type {(tensor: Tensor) => Float32Array} */
export const floats = /** @type {any} */ (elements);

/**
 * Runs a kernel from a tensor's elements to a fresh array or to a tensor's own memory.
 * @param {Kernel} kernel
 * @param {Tensor} input
 * @param {Tensor | null} out
 * @param {Size} [shape] of the result
 * @returns {Tensor}
 */
function apply(kernel, input, out, shape = input.shape) {
  if (out === null) return fresh(input, shape, kernel(floats(input), null));
  const x = floats(apart(input, out));
  if (!isContiguous(out)) return write(out, kernel(x, null));
  kernel(x, floats(out));
  bumpVersion(out);
  return out;
}

/**
 * Carries out an activation, and records it.
 * @param {Activation} activation
 * @param {Tensor | null} out
 * @param {Tensor[]} inputs that gradients go to
 * @param {Kernel} kernel
 * @param {Gradients} gradients
 * @param {(loops: (grad: Tensor, ...saved: Tensor[]) => Tensor[]) => import('../autograd/graph.js').Formula} formula of the gradients
 * @param {any} [kept] in place, which wins over `out`: what the backward pass needs; else the table says what it needs
 * @param {Size} [shape] of the result, if it is not that of the first input
 * @returns {Tensor}
 */
export function perform(activation, out, inputs, kernel, gradients, formula, kept = null, shape = inputs[0].shape) {
  const { functional = '', grad_fn, saves, inplace_saves } = activation;
  const [input, other] = inputs;
  const isInplace = kept !== null;
  if (isInplace) out = input;
  else if (out !== null) checkOut(functional, out, shape, input, other);
  const result = apply(kernel, input, out, shape);
  if ((out !== null && !isInplace) || !needsGrad(input, other)) return result;
  let saved = inputs;
  if (isInplace) saved = [kept];
  else if (saves) saved = [result];
  // Composed of a difference, which lets its operands change: a copy stands for what PyTorch keeps of them.
  else if (grad_fn === 'SubBackward0') saved = [clone(input)];
  const loops = (/** @type {Tensor} */ grad, /** @type {Tensor[]} */ ...values) =>
    gradients(floats(grad), ...values.map(floats)).map((array, i) => fresh(grad, inputs[i].shape, array));
  return (isInplace ? recordInplace : record)(result, {
    // Where PyTorch's formula needs the input, that from the result is another one.
    name: isInplace && inplace_saves && !saves ? grad_fn.replace(/0$/, '1') : grad_fn,
    inputs,
    saved,
    backward: (grad, saved) => loops(grad, ...saved),
    formula: formula(loops),
  });
}

/**
 * An element-wise activation.
 * @param {Activation} activation
 * @param {Call} call
 * @param {boolean} isInplace
 * @returns {Tensor}
 */
export function elementwise(activation, call, isInplace) {
  const { functional = '', kernel, inplace_saves } = activation;
  /** @type {Tensor} */
  const input = call[0];
  // PyTorch's threshold_ alone keeps the input though its step backward is the other one, and writes where elements overlap.
  const isThreshold = functional === 'threshold';
  if (isInplace) {
    checkInplace(input);
    if (!isThreshold) checkOverlap(input);
  }
  if (input.dtype.kind !== kFloating) {
    const again = (/** @type {Tensor} */ fractions) =>
      elementwise(activation, [fractions, ...call.slice(1, -1), null], false);
    const made = ofWhole(functional, input, call.slice(1, -1), call[call.length - 1], isInplace, again);
    if (made) return made;
  }
  requireFloat(activation, input.dtype);
  const { index, p0, p1 } = kernelOf(activation, call[1], call[2]);
  const isDouble = input.dtype === float64;
  let kept = null;
  let fromResult = false;
  if (isInplace) {
    fromResult = inplace_saves !== undefined && !isThreshold;
    kept = fromResult || !needsGrad(input) ? input : save(asItWas(input));
  }
  return perform(
    activation,
    call[call.length - 1],
    [input],
    (x, y) =>
      (isDouble ? kernels.forwardDoubles : kernels.forward)(
        index,
        /** @type {any} */ (x),
        /** @type {any} */ (y),
        p0,
        p1,
      ),
    (grad, saved) => {
      if (fromResult && !(p0 + p1 >= 0)) throw inplaceRefusal(kernel === 'elu_cpu');
      if (isDouble) return [/** @type {any} */ (kernels).backwardDoubles(index, grad, saved, p0, p1, fromResult)];
      return [kernels.backward(index, grad, saved, null, p0, p1, fromResult)];
    },
    (loops) => formulaOf(activation, call.slice(1, -1), fromResult || activation.saves !== undefined, loops),
    kept,
  );
}

/**
 * From a result elu and leaky_relu (rrelu with the mean of its slopes) do not know on which side of zero the input was, if
 * the slope there is negative.
 * @param {boolean} isElu
 */
const inplaceRefusal = (isElu) =>
  new RuntimeError(
    `In-place ${isElu ? 'elu' : 'leakyReLu'} backward calculation is triggered with a negative slope which is not supported. This is caused by calling in-place forward function with a negative slope, please call out-of-place version instead.${isElu ? '' : ' File an issue at https://github.com/pytorch/pytorch if you do require supporting in-place leakRelu backward calculation with negative slope'}`,
  );

/**
 * softmax, softmin or log_softmax along a dimension.
 * @param {Activation} activation
 * @param {Call} call first dim and last the dtype that the input is to be converted to
 * @returns {Tensor}
 */
export function rowwise(activation, call) {
  const out = call[call.length - 1];
  const dtype = call[call.length - 2];
  /** @type {Tensor} */
  let input = call[0];
  if (dtype !== null) input = cast(input, dtype);
  let { kind } = activation;
  // Of nothing, PyTorch returns before it asks what the dtype is.
  if (input.dtype.kind !== kFloating && input.shape.numel() === 0 && out === null) {
    rowsOf(input.shape, Number(call[1]));
    return kind === 'softmin' ? neg(input) : fresh(input, input.shape);
  }
  if (kind === 'softmin' && out === null && needsGrad(input)) {
    // Recorded, softmin is PyTorch's softmax of -x; otherwise one kernel.
    kind = 'softmax';
    input = neg(input);
  }
  const rank = input.shape.length;
  const { outer, n, inner } = rowsOf(input.shape, Number(call[1]));
  const isLast = rank === 0 || Number(call[1]) === -1 || Number(call[1]) === rank - 1;
  const { kernel } = activation;
  const isDouble = input.dtype === float64;
  requireFloat(isLast ? activation : { ...activation, kernel: kernel.replace('lastdim_', '') }, input.dtype);
  return perform(
    activation,
    out,
    [input],
    (x, y) =>
      (isDouble ? kernels.rowDoubles : kernels.rows)(
        kind,
        /** @type {any} */ (x),
        /** @type {any} */ (y),
        outer,
        n,
        inner,
      ),
    (grad, result) => [
      isDouble
        ? /** @type {any} */ (kernels).rowDoublesBackward(kind, grad, result, outer, n, inner)
        : kernels.rowsBackward(kind, grad, result, null, outer, n, inner),
    ],
    () => rowFormula(kind, Number(call[1])),
  );
}

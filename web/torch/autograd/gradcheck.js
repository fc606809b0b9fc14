// torch.autograd.gradcheck: gradients compared with differences, element by element. Source: torch/autograd/gradcheck.py.

import { RuntimeError, ValueError } from '../../core/errors.js';
import { Size } from '../../core/numbers/size.js';
import { optional } from '../arguments/call.js';
import { bindPython } from '../arguments/signature.js';
import { warn } from '../arguments/warning.js';
import { isTensor } from '../storage/base.js';
import { float64 } from '../storage/dtype.js';
import { elements, fresh } from '../storage/strided.js';
import { initialGradient, run } from './engine.js';
import { no_grad } from './grad_mode.js';
import { edgeOf, requiresGrad } from './graph.js';

/** @typedef {import('../tensor/tensor.js').Tensor} Tensor */

/** What gradcheck throws where gradients and differences disagree. */
class GradcheckError extends RuntimeError {
  name = 'GradcheckError';
}

/** @param {any} value @returns {Tensor[]} */
const tensorsOf = (value) =>
  (Array.isArray(value) ? value : [value]).filter((one) => isTensor(one) && one.dtype.is_floating_point);

/** @param {Tensor} like @param {number} rows @param {number} columns */
const matrix = (like, rows, columns) => fresh(like, new Size([rows, columns]));

/** d output / d input by differences: a row for each element of the input. @param {() => Tensor[]} call @param {Tensor} input @param {Tensor[]} outputs @param {number} eps */
function numerical(call, input, outputs, eps) {
  const array = /** @type {any} */ (input.storage.array);
  const places = Array.from(/** @type {any} */ (fresh(input, input.shape)).storage.array, (_, i) => placeOf(input, i));
  const jacobians = outputs.map((one) => matrix(one, places.length, one.shape.numel()));
  const at = (/** @type {number} */ place, /** @type {number} */ value) => {
    array[place] = value;
    return no_grad(call).map((one) => Array.from(elements(one), Number));
  };
  places.forEach((place, r) => {
    const own = array[place];
    const [below, above] = [at(place, own - eps), at(place, own + eps)];
    array[place] = own;
    jacobians.forEach((one, k) => {
      const to = /** @type {any} */ (one.storage.array);
      above[k].forEach((value, c) => {
        to[r * above[k].length + c] = (value - below[k][c]) / (2 * eps);
      });
    });
  });
  return jacobians;
}

/** Where an element is in the storage. @param {Tensor} tensor @param {number} i in row-major order */
function placeOf({ shape, strides, offset }, i) {
  let [place, rest] = [offset, i];
  for (let d = shape.length - 1; d >= 0; d--) {
    place += (rest % shape[d]) * strides[d];
    rest = Math.floor(rest / shape[d]);
  }
  return place;
}

/** The same by the graph. @param {Tensor} output @param {Tensor} input */
function analytical(output, input) {
  const [rows, columns] = [input.shape.numel(), output.shape.numel()];
  const jacobian = matrix(output, rows, columns);
  const edge = edgeOf(input);
  if (!requiresGrad(output) || edge === null) return jacobian;
  const to = /** @type {any} */ (jacobian.storage.array);
  for (let c = 0; c < columns; c++) {
    const start = fresh(output, output.shape);
    start.storage.array[c] = 1;
    const captured = new Map([[edge.node, /** @type {any[]} */ ([])]]);
    run([output], [initialGradient(output, start)], { retain: true, captured });
    const slot = captured.get(edge.node)?.[edge.index];
    if (slot) {
      Array.from(elements(slot.tensor), Number).forEach((value, r) => {
        to[r * columns + c] = value;
      });
    }
  }
  return jacobian;
}

const parameters = ['func', 'inputs', ...optional({ eps: 1e-6, atol: 1e-5, rtol: 1e-3, raise_exception: true })];

/**
 * Whether the gradients of a function agree with differences of step eps (1e-6), within atol (1e-5) + rtol (1e-3) of their size; else
 * GradcheckError, or false without raise_exception. The inputs are to be of float64.
 * @type {(func: (...inputs: any[]) => any, inputs: Tensor | readonly any[], ...rest: any[]) => boolean}
 * @example
 * const dtype = torch.float64;
 * const x = torch.ones(2, { dtype, requires_grad: true });
 * torch.autograd.gradcheck(torch.sin, x)
 */
export const gradcheck = (...args) => {
  const [func, given, eps, atol, rtol, raises] = /** @type {any[]} */ (bindPython('gradcheck', parameters, args));
  const all = Array.isArray(given) ? given : [given];
  const inputs = all.filter((one) => isTensor(one) && requiresGrad(one));
  if (inputs.length === 0) {
    throw new ValueError(
      'gradcheck expects at least one input tensor to require gradient, but none of the them have requires_grad=True.',
    );
  }
  inputs.forEach((one) => {
    if (one.dtype !== float64)
      warn(
        'UserWarning',
        `Input #${all.indexOf(one)} requires gradient and is not a double precision floating point or complex. This check will likely fail if all the inputs are not of double precision floating point or complex. `,
      );
  });
  const call = () => tensorsOf(func(...all));
  const outputs = call();
  for (const [i, input] of inputs.entries()) {
    const differences = numerical(call, input, outputs, eps);
    for (const [k, output] of outputs.entries()) {
      const gradients = analytical(output, input);
      const close = /** @type {any} */ (gradients.sub(differences[k]).abs()).le(
        differences[k].abs().mul(rtol).add(atol),
      );
      if (close.all().item()) continue;
      if (!raises) return false;
      throw new GradcheckError(
        `Jacobian mismatch for output ${k} with respect to input ${i},\nnumerical:${differences[k]}\nanalytical:${gradients}\n`,
      );
    }
  }
  return true;
};

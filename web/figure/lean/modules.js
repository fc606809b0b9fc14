// torch.nn and nn.functional for figures: the activations on whole tensors, in evaluation, with their gradients.

import { activations } from '../../build/table.js';
import { AssertionError } from '../../core/errors.js';
import * as kernels from '../../core/kernels.js';
import { demands, scalar } from '../../torch/activations/activation.js';
import { checkBounds } from '../../torch/activations/rrelu.js';
import { parametersShown, shown } from '../../torch/arguments/repr.js';
import { Tensor } from './tensor.js';

/**
 * @typedef {import('../../core/kernels.js').Activation} Activation
 * @typedef {Record<string, any>} Values of parameters by their names
 * @typedef {(activation: Activation, x: Tensor, values: Values, out: Float32Array | null) => Tensor} Operation
 */

/** @param {Activation} activation @param {Values} values */
function check({ module, functional = '', parameters }, values) {
  const [first, second] = parameters.map(({ name }) => values[name]);
  if (module === 'Hardtanh' && second <= first) {
    const [low, high] = parameters.map(({ name, default: fallback }) => shown(values[name], values[name] === fallback));
    throw new AssertionError(`max_val (${high}) must be greater than min_val (${low})`);
  }
  if (functional === 'rrelu') checkBounds(first, second);
  else demands[functional]?.(first);
}

/** @type {Operation} */
function elementwise(activation, x, values, out) {
  check(activation, values);
  const { index, parameters, saves } = activation;
  const choices = parameters[0]?.choices;
  const [p0, p1] = choices ? [0, 0] : [0, 1].map((i) => (parameters[i] ? scalar(values[parameters[i].name]) : 0));
  const at = index + (choices ? choices.indexOf(values[parameters[0].name]) : 0);
  const y = kernels.forward(at, x.data, out, p0, p1);
  const gradient = (/** @type {Float32Array} */ grad) => kernels.backward(at, grad, saves ? y : x.data, p0, p1);
  return new Tensor(y, x.shape, { input: x, gradient });
}

const leaky = /** @type {Activation} */ (activations.find((a) => a.functional === 'leaky_relu'));

/** One weight for all. @type {Operation} */
function prelu(_, x, { weight }, out) {
  const slope = Math.fround(weight);
  const gradient = (/** @type {Float32Array} */ grad) =>
    kernels.preluBackward(grad, x.data, Float32Array.of(slope), 1).input;
  return new Tensor(kernels.forward(leaky.index, x.data, out, slope, 0), x.shape, { input: x, gradient });
}

/** Where the rows of a tensor lie. @param {Tensor} x @param {number} dim */
function rowsOf({ shape }, dim) {
  const at = dim < 0 ? dim + Math.max(1, shape.length) : dim;
  const n = shape[at] ?? 1;
  const inner = shape.strides[at] ?? 1;
  return { at, n, inner, outer: shape.numel() / (n * inner) };
}

/** @type {Operation} */
function rowwise({ kind }, x, { dim }, out) {
  const { n, inner, outer } = rowsOf(x, kind === 'softmax2d' ? -3 : dim);
  const own = kind === 'softmax2d' ? 'softmax' : kind;
  const y = kernels.rows(own, x.data, out, outer, n, inner);
  const gradient = (/** @type {Float32Array} */ grad) => {
    if (kind !== 'softmin') return kernels.rowsBackward(own, grad, y, outer, n, inner);
    // As torchlet's: the softmax of -x.
    const softmax = kernels.rows(
      'softmax',
      x.data.map((value) => -value),
      null,
      outer,
      n,
      inner,
    );
    return kernels.rowsBackward('softmax', grad, softmax, outer, n, inner).map((g) => -g);
  };
  return new Tensor(y, x.shape, { input: x, gradient });
}

/** @type {Operation} */
function glu(_, x, { dim }, out) {
  const { at, n, inner, outer } = rowsOf(x, dim);
  const half = (n / 2) * inner;
  const gradient = (/** @type {Float32Array} */ grad) => kernels.gluBackward(grad, x.data, outer, half);
  return new Tensor(kernels.glu(x.data, out, outer, half), x.shape.with(at, n / 2), { input: x, gradient });
}

/** @type {Record<string, Operation>} */
const operations = { elementwise, prelu, glu };

/** @param {Activation} activation @param {Tensor} x @param {Values} values @param {Float32Array | null} out */
const run = (activation, x, values, out) => (operations[activation.kind] ?? rowwise)(activation, x, values, out);

/** A module in evaluation. @param {Activation} activation @param {Values} given */
function moduleOf(activation, given) {
  const values = Object.fromEntries(activation.parameters.map((p) => [p.name, given[p.name] ?? p.default]));
  const text =
    activation.kind === 'prelu' ? 'num_parameters=1' : parametersShown(activation.parameters, values, given).join(', ');
  const module = {
    eval: () => module,
    /** @param {Tensor} x @param {{ out?: Tensor }} [options] */
    forward: (x, { out } = {}) => run(activation, x, values, out?.data ?? null),
    toString: () => `${activation.module}(${text})`,
  };
  return module;
}

/** The modules by their names; PReLU takes its count of weights and their value. @type {Record<string, (...args: any[]) => ReturnType<typeof moduleOf>>} */
export const nn = Object.fromEntries(
  activations
    .filter((a) => a.module)
    .map((a) => [
      a.module,
      a.kind === 'prelu'
        ? (/** @type {number} */ _, /** @type {number} */ weight) => moduleOf(a, { weight })
        : (given = {}) => moduleOf(a, given),
    ]),
);

/** The element-wise functions: parameters in order, a choice by its name; PReLU's weight is a tensor. @type {Record<string, (x: Tensor, ...rest: any[]) => Tensor>} */
export const F = Object.fromEntries(
  activations
    .filter((a) => a.functional && (a.kind === 'elementwise' || a.kind === 'prelu'))
    .map((a) => [
      a.functional,
      (/** @type {Tensor} */ x, /** @type {any[]} */ ...rest) => {
        const named = a.parameters[0]?.choices ? rest[0] : {};
        const values = a.parameters.map((p, i) => [
          p.name,
          named[p.name] ?? (rest[i] instanceof Tensor ? rest[i].item() : rest[i]),
        ]);
        return run(a, x, Object.fromEntries(values), null);
      },
    ]),
);

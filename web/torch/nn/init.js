// torch.nn.init: first values of parameters, drawn as PyTorch draws them. Source: torch/nn/init.py.

import { ValueError } from '../../core/errors.js';
import { shown } from '../../core/text/repr.js';
import { optional, requireMethod } from '../arguments/call.js';
import { namespace } from '../arguments/namespace.js';
import { bindPython } from '../arguments/signature.js';
import { warn } from '../arguments/warning.js';
import { no_grad } from '../autograd/grad_mode.js';
import { randperm } from '../operations/filling/random_integers.js';
import { orthogonal } from './orthogonal.js';
import { truncatedNormal } from './truncated.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {(tensor: Tensor, ...args: any[]) => Tensor} Init
 */

/**
 * An initialiser: a Python function of a tensor that changes it, unrecorded, and returns it.
 * @param {string} name
 * @param {any[]} parameters after the tensor
 * @param {(tensor: any, ...values: any[]) => unknown} change
 * @returns {Init}
 */
function initialiser(name, parameters, change) {
  /** @param {any[]} args */
  const call = (...args) => {
    const [tensor, ...values] = bindPython(name, ['tensor', ...parameters], args);
    no_grad(() => change(tensor, ...values));
    return /** @type {Tensor} */ (tensor);
  };
  return Object.defineProperty(call, 'name', { value: name });
}

const kGenerator = { generator: null };

/** Uniform between a (0) and b (1). */
export const uniform_ = initialiser('uniform_', optional({ a: 0, b: 1, ...kGenerator }), (x, a, b, generator) => {
  requireMethod(x, 'uniform_');
  x.uniform_(a, b, { generator });
});

/** Normal of mean (0) and std (1). */
export const normal_ = initialiser(
  'normal_',
  optional({ mean: 0, std: 1, ...kGenerator }),
  (x, mean, std, generator) => {
    requireMethod(x, 'normal_');
    x.normal_(mean, std, { generator });
  },
);

/** One value. */
export const constant_ = initialiser('constant_', ['val'], (x, value) => {
  requireMethod(x, 'fill_');
  x.fill_(value);
});

/** Ones. */
export const ones_ = initialiser('ones_', [], (x) => x.fill_(1));

/** Zeros. */
export const zeros_ = initialiser('zeros_', [], (x) => {
  requireMethod(x, 'zero_');
  x.zero_();
});

/** Ones on the diagonal of a matrix, zeros else. */
export const eye_ = initialiser('eye_', [], (x) => {
  if (x.shape.length !== 2) throw new ValueError('Only tensors with 2 dimensions are supported');
  x.zero_();
  for (let i = 0; i < Math.min(...x.shape); i++) x.select(0, i).narrow(0, i, 1).fill_(1);
});

/** Normal numbers of mean (0) and std (1) that lie between a (-2) and b (2). */
export const trunc_normal_ = initialiser(
  'trunc_normal_',
  optional({ mean: 0, std: 1, a: -2, b: 2, ...kGenerator }),
  truncatedNormal,
);

/** Rows or columns, whichever are fewer, of length gain (1) that are orthogonal (Saxe et al. 2013); of a matrix whose rows are the first dimension. */
export const orthogonal_ = initialiser('orthogonal_', optional({ gain: 1, ...kGenerator }), (x, gain, generator) => {
  requireMethod(x, 'ndimension');
  if (x.shape.length < 2) throw new ValueError('Only tensors with 2 or more dimensions are supported');
  if (x.shape.numel() > 0) orthogonal(x, gain, generator);
});

/** Normal of std (0.01), and zero at the part sparsity of each column of a matrix (Martens 2010). */
export const sparse_ = initialiser(
  'sparse_',
  ['sparsity', ...optional({ std: 0.01, ...kGenerator })],
  (x, sparsity, std, generator) => {
    requireMethod(x, 'ndimension');
    if (x.shape.length !== 2) throw new ValueError('Only tensors with 2 dimensions are supported');
    const [rows, columns] = x.shape;
    const zeros = Math.ceil(sparsity * rows);
    x.normal_(0, std, { generator });
    for (let i = 0; i < columns; i++)
      for (const row of randperm(rows).tolist().slice(0, zeros)) x.select(1, i).select(0, Number(row)).fill_(0);
  },
);

/**
 * How many inputs an output of a weight has, and how many outputs an input.
 * @param {Tensor} tensor
 * @returns {[number, number]}
 */
export function fans(tensor) {
  requireMethod(tensor, 'dim');
  const { shape } = tensor;
  if (shape.length < 2) {
    throw new ValueError('Fan in and fan out can not be computed for tensor with fewer than 2 dimensions');
  }
  const field = shape.slice(2).reduce((n, m) => n * m, 1);
  return [shape[1] * field, shape[0] * field];
}

const linearFunctions = /^(linear|conv[123]d|conv_transpose[123]d|sigmoid)$/;

/**
 * The factor by which a function's inputs keep their spread: 1 for linear and sigmoid, 5/3 for tanh, √2 for relu,
 * √(2 / (1 + slope²)) for leaky_relu, 3/4 for selu. ValueError for others.
 * @param {[nonlinearity: string | object, param?: number | null | object]} args
 * @returns {number}
 * @example torch.nn.init.calculate_gain('tanh') // 1.6666666666666667
 */
export function calculate_gain(...args) {
  const [name, param] = /** @type {any[]} */ (
    bindPython('calculate_gain', ['nonlinearity', ...optional({ param: null })], args)
  );
  if (linearFunctions.test(name)) return 1;
  if (name === 'tanh') return 5 / 3;
  if (name === 'relu') return Math.SQRT2;
  if (name === 'selu') return 0.75;
  if (name !== 'leaky_relu') throw new ValueError(`Unsupported nonlinearity ${shown(name, false)}`);
  if (param !== null && typeof param !== 'number') {
    throw new ValueError(`negative_slope ${shown(param, false)} not a valid number`);
  }
  return Math.sqrt(2 / (1 + (param ?? 0.01) ** 2));
}

/**
 * The standard deviation by Glorot and Bengio 2010.
 * @param {Tensor} x
 * @param {number} gain
 */
const xavierStd = (x, gain) => {
  const [fanIn, fanOut] = fans(x);
  return gain * Math.sqrt(2 / (fanIn + fanOut));
};

/** Uniform by Glorot and Bengio 2010, between ∓gain √(6 / (fan_in + fan_out)). */
export const xavier_uniform_ = initialiser(
  'xavier_uniform_',
  optional({ gain: 1, ...kGenerator }),
  (x, gain, generator) => {
    const bound = Math.sqrt(3) * xavierStd(x, gain);
    x.uniform_(-bound, bound, { generator });
  },
);

/** Normal by Glorot and Bengio 2010, of standard deviation gain √(2 / (fan_in + fan_out)). */
export const xavier_normal_ = initialiser(
  'xavier_normal_',
  optional({ gain: 1, ...kGenerator }),
  (x, gain, generator) => x.normal_(0, xavierStd(x, gain), { generator }),
);

/**
 * The standard deviation by He et al. 2015; null where there is nothing to draw.
 * @param {Tensor} x
 * @param {number} a
 * @param {string} mode
 * @param {string} nonlinearity
 */
function kaimingStd(x, a, mode, nonlinearity) {
  requireMethod(x, 'shape');
  if (x.shape.includes(0)) {
    warn('UserWarning', 'Initializing zero-element tensors is a no-op');
    return null;
  }
  const which = ['fan_in', 'fan_out'].indexOf(mode.toLowerCase());
  if (which < 0) {
    throw new ValueError(`Mode ${mode.toLowerCase()} not supported, please use one of ['fan_in', 'fan_out']`);
  }
  return calculate_gain(nonlinearity, a) / Math.sqrt(fans(x)[which]);
}

const kKaiming = { a: 0, mode: 'fan_in', nonlinearity: 'leaky_relu', ...kGenerator };

/** Uniform by He et al. 2015, between ∓gain √(3 / fan). */
export const kaiming_uniform_ = initialiser(
  'kaiming_uniform_',
  optional(kKaiming),
  (x, a, mode, nonlinearity, generator) => {
    const std = kaimingStd(x, a, mode, nonlinearity);
    if (std !== null) x.uniform_(-Math.sqrt(3) * std, Math.sqrt(3) * std, { generator });
  },
);

/** Normal by He et al. 2015, of standard deviation gain / √fan. */
export const kaiming_normal_ = initialiser(
  'kaiming_normal_',
  optional(kKaiming),
  (x, a, mode, nonlinearity, generator) => {
    const std = kaimingStd(x, a, mode, nonlinearity);
    if (std !== null) x.normal_(0, std, { generator });
  },
);

/** torch.nn.init. */
export const init = namespace(
  'torch.nn.init',
  {
    calculate_gain,
    constant_,
    eye_,
    kaiming_normal_,
    kaiming_uniform_,
    normal_,
    ones_,
    orthogonal_,
    sparse_,
    trunc_normal_,
    uniform_,
    xavier_normal_,
    xavier_uniform_,
    zeros_,
  },
  'i',
);

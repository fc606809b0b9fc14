// The kernels on arrays: the door to kernels/, whose files alone know addresses, pads and memories.

/**
 * What calls need to know of an activation, from the table in cpp/. What people read of it besides is in build/facts.js.
 * @typedef {object} Parameter
 * @property {string} name PyTorch's name
 * @property {'float' | 'dim' | 'choice'} type
 * @property {number | string | null} [default] PyTorch's default; absent where the caller must give a value
 * @property {string[]} [choices] what a choice may be; each has a kernel of its own, in this order from `index` on
 *
 * @typedef {object} Activation
 * @property {number} index of its kernel, if it is element-wise
 * @property {'elementwise' | 'softmax' | 'softmin' | 'log_softmax' | 'softmax2d' | 'glu' | 'prelu'} kind
 * @property {string} [module] torch.nn's class, "LeakyReLU"; absent for exp, which has none
 * @property {string} [functional] torch.nn.functional's function, "leaky_relu"; absent for Softmax2d, which has none
 * @property {string} grad_fn "LeakyReluBackward0"
 * @property {string} kernel PyTorch's name of its kernel, as its dtype errors give it
 * @property {string} [calls] the method that the functional form calls, which decides the words of errors
 * @property {string} [origin] whose it is, where not PyTorch's
 * @property {true} [inplace] the module and the functional form take `inplace`
 * @property {true} [underscore] nn.functional has NAME_
 * @property {true} [in_torch] torch.NAME exists
 * @property {true} [in_tensor] tensor.NAME exists
 * @property {'result'} [saves] the backward pass is computed from the result, else from the input
 * @property {'result'} [inplace_saves] that of in-place forms likewise, else from a copy of the input
 * @property {Parameter[]} parameters
 */

/** @typedef {import('./kernels/instance.js').Module} Module */

export { combine, each, erf, logf, move, ofLogits } from './kernels/combining.js';
export { backwardDoubles, forwardDoubles, rowDoubles, rowDoublesBackward } from './kernels/doubles.js';
export { backward, forward, prelu, preluBackward, preluWeightSum } from './kernels/elementwise.js';
export { available, inject, started } from './kernels/instance.js';
export { gluDoubles, gluDoublesBackward, preluDoubles, preluDoublesBackward } from './kernels/pair_doubles.js';
export { isPinned, pinned } from './kernels/pinned.js';
export { product } from './kernels/product.js';
export { glu, gluBackward, rows, rowsBackward } from './kernels/rows.js';

// Tensors of a given size: empty, zeros, ones, full, arange, linspace, rand, randn and the like; the seed.

import { NotImplementedError, RuntimeError } from '../../core/errors.js';
import { checkedFloat32 } from '../../core/numbers/float.js';
import { native } from '../arguments/native.js';
import { bindPython } from '../arguments/signature.js';
import { into } from '../operations/filling.js';
import { checkOut } from '../operations/outputs.js';
import { isTensor } from '../storage/base.js';
import { otherType, wrap } from '../storage/data.js';
import { float32, requireFloat32 } from '../storage/dtype.js';
import { allocate, checkedSize, denseStrides, isContiguous, storageOf } from '../storage/strided.js';
import { defaultGenerator } from './generator.js';
import { Tensor } from './tensor.js';

/**
 * @typedef {import('../storage/dtype.js').DType} DType
 * @typedef {{ dtype?: DType, requires_grad?: boolean, pin_memory?: boolean, device?: 'cpu', out?: Tensor }} Options
 * @typedef {(number | bigint | number[] | Options & { size?: number[] })[]} Sizes sizes as numbers or one list, then
 *   options
 */

export const factory =
  'dtype dtype=None, layout layout=None, device device=None, bool pin_memory=False, bool requires_grad=False';

/**
 * The shape, checked, and memory for it; nothing else may happen before this has succeeded.
 * @param {string} name
 * @param {number[]} dims
 * @param {DType | null} dtype
 * @param {boolean} isPinned whether it is the kernels' own memory
 */
export function room(name, dims, dtype, isPinned) {
  requireFloat32(dtype, name);
  const shape = checkedSize(dims, float32.itemsize);
  return { shape, array: /** @type {Float32Array} */ (allocate(shape.numel(), float32, isPinned)) };
}

/**
 * What fills an array in the order of memory; random numbers need to know whether the tensor is contiguous.
 * @typedef {(array: Float32Array, contiguous: boolean) => void} Fill
 */

/**
 * @param {string} name
 * @param {Fill} fill
 */
function filled(name, fill) {
  /** @type {(...values: any[]) => Tensor} */
  const make = (size, out, dtype, _layout, _device, isPinned, requiresGrad) => {
    if (name === 'zeros' && size.some((/** @type {number} */ n) => n < 0)) {
      throw new RuntimeError('zeros: Dimension size must be non-negative.');
    }
    const { shape, array } = room(name, size, dtype, isPinned && out === null);
    if (out === null) {
      fill(array, true);
      return wrap(array, shape, requiresGrad);
    }
    checkOut(name, out, shape, []);
    fill(array, isContiguous(out));
    return into(out, name, strided(array, shape, denseStrides(out)));
  };
  const source = `${name}(int[] size, *, Tensor out=None, ${factory})`;
  if (!name.startsWith('rand')) return native(source, make);
  return native(
    [source.replace('*', '*, Generator generator'), source],
    () => {
      throw new NotImplementedError(`${name}(): generator= is not part of torchlet`);
    },
    make,
  );
}

/**
 * A tensor of the given sizes whose elements mean nothing (here: zeros). Options as for `zeros`.
 * @type {(...sizes: Sizes) => Tensor}
 * @example torch.empty(2, 3).shape // torch.Size([2, 3])
 */
export const empty = /* @__PURE__ */ filled('empty', () => {});

/**
 * A tensor of zeros. Sizes as numbers or as a list; RuntimeError for negative ones or a tensor larger than memory. Options:
 * dtype (torch.float32), requires_grad (false), pin_memory (false: see `pin_memory()`), device ('cpu').
 * @type {(...sizes: Sizes) => Tensor}
 * @example torch.zeros(3) // tensor([0., 0., 0.])
 */
export const zeros = /* @__PURE__ */ filled('zeros', () => {});

/**
 * A tensor of ones.
 * @type {(...sizes: Sizes) => Tensor}
 * @example torch.ones([1, 2]) // tensor([[1., 1.]])
 */
export const ones = /* @__PURE__ */ filled('ones', (array) => array.fill(1));

/**
 * A tensor of one value.
 * @type {(size: number[], fill_value: number, options?: Options) => Tensor}
 * @example torch.full([2], 0.5) // tensor([0.5000, 0.5000])
 */
export const full = /* @__PURE__ */ native(
  `full(int[] size, Scalar fill_value, *, Tensor out=None, ${factory})`,
  (size, value, out, dtype, _layout, _device, isPinned, requiresGrad) => {
    if (typeof value === 'boolean' || typeof value === 'bigint') throw otherType('full', value);
    const { shape, array } = room('full', size, dtype, isPinned && out === null);
    array.fill(checkedFloat32(isTensor(value) ? value.item() : value));
    return into(out, 'full', wrap(array, shape, requiresGrad));
  },
);

/**
 * Uniform random numbers in [0, 1), as PyTorch draws them from the same seed.
 * @type {(...sizes: Sizes) => Tensor}
 * @example torch.manual_seed(0), torch.rand(2) // tensor([0.4963, 0.7682])
 */
export const rand = /* @__PURE__ */ filled('rand', (array) => defaultGenerator.uniform_(array, 0, 1));

/**
 * Normal random numbers (mean 0, standard deviation 1), as PyTorch draws them from the same seed.
 * @type {(...sizes: Sizes) => Tensor}
 * @example torch.manual_seed(0), torch.randn(2) // tensor([ 1.5410, -0.2934])
 */
export const randn = /* @__PURE__ */ filled('randn', drawNormal);

/**
 * Where the places do not lie in row-major order, PyTorch draws one by one, however many there are.
 * @param {Float32Array} array
 * @param {boolean} contiguous
 */
function drawNormal(array, contiguous) {
  if (contiguous) defaultGenerator.normal_(array, 0, 1);
  else for (let i = 0; i < array.length; i++) array[i] = defaultGenerator.normal_double();
}

/**
 * Zeros in the shape of another tensor.
 * @type {(input: Tensor, options?: Options) => Tensor}
 * @example torch.zeros_like(torch.ones(2)) // tensor([0., 0.])
 */
export const zeros_like = /* @__PURE__ */ alike('zeros_like', () => {});
/**
 * Ones in the shape of another tensor.
 * @type {(input: Tensor, options?: Options) => Tensor}
 * @example torch.ones_like(torch.zeros(2)) // tensor([1., 1.])
 */
export const ones_like = /* @__PURE__ */ alike('ones_like', (array) => array.fill(1));
/**
 * A tensor in the shape of another, whose elements mean nothing.
 * @type {(input: Tensor, options?: Options) => Tensor}
 * @example torch.empty_like(torch.zeros(2, 3)).shape // torch.Size([2, 3])
 */
export const empty_like = /* @__PURE__ */ alike('empty_like', () => {});
/**
 * Uniform random numbers in the shape of another tensor.
 * @type {(input: Tensor, options?: Options) => Tensor}
 * @example torch.manual_seed(0), torch.rand_like(torch.zeros(2)) // tensor([0.4963, 0.7682])
 */
export const rand_like = /* @__PURE__ */ alike('rand_like', (array) => defaultGenerator.uniform_(array, 0, 1));
/**
 * Normal random numbers in the shape of another tensor.
 * @type {(input: Tensor, options?: Options) => Tensor}
 * @example torch.manual_seed(0), torch.randn_like(torch.zeros(2)) // tensor([ 1.5410, -0.2934])
 */
export const randn_like = /* @__PURE__ */ alike('randn_like', drawNormal);

/**
 * As PyTorch's preserve_format: the elements lie in memory in the order of the input's.
 * @param {string} name
 * @param {Fill} fill
 */
function alike(name, fill) {
  return native(`${name}(Tensor input, *, ${factory})`, (input, dtype, _l, _d, isPinned, requiresGrad) => {
    const { shape, array } = room(name, input.shape, dtype, isPinned);
    const strides = denseStrides(input);
    const tensor = strided(array, shape, strides);
    fill(array, isContiguous(tensor));
    return requiresGrad ? tensor.requires_grad_() : tensor;
  });
}

/**
 * @param {Float32Array} array
 * @param {import('../../core/numbers/size.js').Size} shape
 * @param {ReadonlyArray<number>} strides
 */
const strided = (array, shape, strides) => new Tensor(storageOf(array), shape, strides, 0, float32);

/**
 * Starts the random numbers anew from a seed: the same numbers as PyTorch's for the same seed and calls.
 * @param {[seed: number | bigint]} args in [-2^63, 2^64)
 * @example torch.manual_seed(3).initial_seed() // 3n
 * @returns {import('./generator.js').Generator}
 */
export function manual_seed(...args) {
  const [seed] = bindPython('manual_seed', ['seed'], args);
  return defaultGenerator.manual_seed(/** @type {number} */ (seed));
}

/**
 * The seed of the random numbers, a BigInt; without `manual_seed` it comes from entropy.
 * @param {[]} args
 * @example torch.manual_seed(3), torch.initial_seed() // 3n
 */
export function initial_seed(...args) {
  bindPython('initial_seed', [], args);
  return defaultGenerator.initial_seed();
}

/**
 * Starts the random numbers anew from entropy; returns the seed, a BigInt.
 * @param {[]} args
 * @example torch.seed() === torch.initial_seed() // true
 */
export function seed(...args) {
  bindPython('seed', [], args);
  return defaultGenerator.seed();
}

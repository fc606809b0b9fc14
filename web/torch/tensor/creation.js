// Tensors of a given size: empty, zeros, ones, full, arange, linspace, rand, randn and the like; the seed.

import { NotImplementedError, RuntimeError } from '../../core/errors.js';
import { sizeOf } from '../../core/numbers/size.js';
import { native } from '../arguments/native.js';
import { bindPython, typeName } from '../arguments/signature.js';
import { into } from '../operations/filling/filling.js';
import { checkOut } from '../operations/filling/outputs.js';
import { isTensor } from '../storage/base.js';
import { wrap } from '../storage/data.js';
import { asElement, dtypeOfNumber, get_default_dtype, kFloating, requireDType, uint8 } from '../storage/dtype.js';
import { allocate, checkedSize, denseStrides, elements, isContiguous, storageOf } from '../storage/strided.js';
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
 * @param {DType | null} wanted
 * @param {boolean} isPinned whether it is the kernels' own memory
 */
export function room(name, dims, wanted, isPinned) {
  const dtype = wanted === null ? get_default_dtype() : requireDType(wanted, name);
  const shape = checkedSize(dims, dtype.itemsize);
  return { shape, dtype, array: allocate(shape.numel(), dtype, isPinned) };
}

/**
 * What fills an array in the order of memory; random numbers need to know whether the tensor is contiguous.
 * @typedef {(array: any, contiguous: boolean, dtype: DType, source: import('./generator.js').Generator) => void} Fill
 */

/**
 * @param {string} name
 * @param {Fill} fill
 */
function filled(name, fill) {
  /** @type {(...values: any[]) => Tensor} */
  const make = (size, generator, out, wanted, _layout, _device, isPinned, requiresGrad) => {
    if (name === 'zeros' && size.some((/** @type {number} */ n) => n < 0)) {
      throw new RuntimeError('zeros: Dimension size must be non-negative.');
    }
    const { shape, array, dtype } = room(name, size, wanted ?? out?.dtype ?? null, isPinned && out === null);
    if (name.startsWith('rand')) requireRandom(dtype, name);
    if (out === null) {
      fill(array, true, dtype, generator ?? defaultGenerator);
      return wrap(array, shape, requiresGrad, dtype);
    }
    checkOut(name, out, shape, []);
    fill(array, isContiguous(out), dtype, generator ?? defaultGenerator);
    return into(out, name, strided(array, shape, denseStrides(out), dtype));
  };
  const plain = `${name}(int[] size, *, Tensor out=None, ${factory})`;
  const ofSizes = (/** @type {any} */ size, /** @type {any[]} */ ...rest) => make(size, null, ...rest);
  if (!name.startsWith('rand')) return native(plain, ofSizes);
  return native([plain.replace('*', '*, Generator generator'), plain], make, ofSizes);
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
export const ones = /* @__PURE__ */ filled('ones', fillOnes);

/** @type {Fill} */
function fillOnes(array, _contiguous, dtype) {
  array.fill(asElement(1, dtype));
}

/**
 * A tensor of one value.
 * @type {(size: number[], fill_value: number, options?: Options) => Tensor}
 * @example torch.full([2], 0.5) // tensor([0.5000, 0.5000])
 */
export const full = /* @__PURE__ */ native(
  `full(int[] size, Scalar fill_value, *, Tensor out=None, ${factory})`,
  (size, value, out, wanted, _layout, _device, isPinned, requiresGrad) => {
    const own = isTensor(value) ? value.dtype : typeof value === 'number' ? get_default_dtype() : dtypeOfNumber(value);
    const { shape, array, dtype } = room('full', size, wanted ?? out?.dtype ?? own, isPinned && out === null);
    array.fill(/** @type {never} */ (asElement(isTensor(value) ? value.item() : value, dtype)));
    return into(out, 'full', wrap(array, shape, requiresGrad, dtype));
  },
);

/**
 * Uniform random numbers in [0, 1), as PyTorch draws them from the same seed.
 * @type {(...sizes: Sizes) => Tensor}
 * @example torch.manual_seed(0), torch.rand(2) // tensor([0.4963, 0.7682])
 */
export const rand = /* @__PURE__ */ filled('rand', (array, _contiguous, _dtype, source) =>
  source.uniform_(array, 0, 1),
);

/**
 * Normal random numbers (mean 0, standard deviation 1), as PyTorch draws them from the same seed.
 * @type {(...sizes: Sizes) => Tensor}
 * @example torch.manual_seed(0), torch.randn(2) // tensor([ 1.5410, -0.2934])
 */
export const randn = /* @__PURE__ */ filled('randn', drawNormal);

/**
 * Where the places do not lie in row-major order, PyTorch draws one by one, however many there are.
 * @param {Float32Array | Float64Array} array
 * @param {boolean} contiguous
 * @param {DType} _dtype
 * @param {import('./generator.js').Generator} source
 */
function drawNormal(array, contiguous, _dtype, source) {
  if (contiguous) source.normal_(array, 0, 1);
  else for (let i = 0; i < array.length; i++) array[i] = source.normal_double();
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
export const ones_like = /* @__PURE__ */ alike('ones_like', fillOnes);
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
export const rand_like = /* @__PURE__ */ alike('rand_like', (array, _contiguous, _dtype, source) =>
  source.uniform_(array, 0, 1),
);
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
  return native(`${name}(Tensor input, *, ${factory})`, (input, wanted, _l, _d, isPinned, requiresGrad) => {
    const { shape, array, dtype } = room(name, input.shape, wanted ?? input.dtype, isPinned);
    if (name.startsWith('rand')) requireRandom(dtype, name);
    const strides = denseStrides(input);
    const tensor = strided(array, shape, strides, dtype);
    fill(array, isContiguous(tensor), dtype, defaultGenerator);
    return requiresGrad ? tensor.requires_grad_() : tensor;
  });
}

/**
 * @param {import('../storage/dtype.js').TypedArray} array
 * @param {import('../../core/numbers/size.js').Size} shape
 * @param {ReadonlyArray<number>} strides
 * @param {DType} dtype
 */
const strided = (array, shape, strides, dtype) => new Tensor(storageOf(array), shape, strides, 0, dtype);

/** Only fractions are drawn at random. @param {DType} dtype @param {string} name */
function requireRandom(dtype, name) {
  if (dtype.kind === kFloating) return;
  const kernel = name.startsWith('randn') ? 'normal_kernel_cpu' : 'check_uniform_bounds';
  throw new NotImplementedError(`"${kernel}" not implemented for '${dtype.short}'`);
}

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

/**
 * Where the stream of random numbers stands: a tensor of 5,056 bytes, which are PyTorch's.
 * @param {[]} args
 * @returns {Tensor}
 * @example torch.get_rng_state().shape // torch.Size([5056])
 */
export function get_rng_state(...args) {
  bindPython('get_rng_state', [], args);
  const bytes = defaultGenerator.save();
  return wrap(bytes, sizeOf([bytes.length]), false, uint8);
}

/**
 * Goes on from where the stream of random numbers stood. TypeError for anything but such bytes.
 * @param {[new_state: Tensor]} args what `get_rng_state` gave
 * @example const state = torch.get_rng_state();
 * const first = torch.rand(2);
 * torch.set_rng_state(state), torch.equal(torch.rand(2), first) // true
 */
export function set_rng_state(...args) {
  const [state] = /** @type {any[]} */ (bindPython('set_rng_state', ['new_state'], args));
  if (!isTensor(state)) throw new TypeError(`expected a torch.ByteTensor, but got ${typeName(state)}`);
  if (state.dtype !== uint8) throw new TypeError('RNG state must be a torch.ByteTensor');
  defaultGenerator.restore(/** @type {any} */ (elements(state)));
}

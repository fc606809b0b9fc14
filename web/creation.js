// Making tensors: tensor, from_numpy, empty, zeros, ones, full, arange, linspace, rand, randn, manual_seed.
import { isTensor } from './base.js';
import { DType, float32, requireFloat32 } from './dtype.js';
import { checkOut } from './elementwise.js';
import { NotImplementedError, OverflowError, RuntimeError, ValueError } from './errors.js';
import { copyFrom } from './filling.js';
import { checkedFloat32, fma } from './float.js';
import { native } from './native.js';
import { defaultGenerator } from './random.js';
import { bindPython, typeName } from './signature.js';
import { Size } from './size.js';
import { allocate, checkedSize, packed, storageOf } from './strided.js';
import { Tensor } from './tensor.js';
import { warn } from './warning.js';

/**
 * @typedef {import('./dtype.js').TypedArray} TypedArray
 * @typedef {{ dtype?: DType, requires_grad?: boolean, device?: 'cpu', out?: Tensor }} Options
 * @typedef {(number | bigint | number[] | Options & { size?: number[] })[]} Sizes sizes as numbers or one list, then
 *   options
 */

/**
 * A contiguous tensor over an array.
 * @param {TypedArray} array
 * @param {ArrayLike<number>} dims
 * @param {boolean} requiresGrad
 */
function wrap(array, dims, requiresGrad) {
  const shape = dims instanceof Size ? dims : new Size(dims);
  const tensor = new Tensor(storageOf(array), shape, shape.strides, 0, float32);
  return requiresGrad ? tensor.requires_grad_() : tensor;
}

const factory = 'dtype dtype=None, layout layout=None, device device=None, bool pin_memory=False, bool requires_grad=False';

/**
 * The shape, checked, and memory for it; nothing else may happen before this has succeeded.
 * @param {string} name
 * @param {number[]} dims
 * @param {DType | null} dtype
 */
function room(name, dims, dtype) {
  requireFloat32(dtype, name);
  const shape = checkedSize(dims, float32.itemsize);
  return { shape, array: /** @type {Float32Array} */ (allocate(shape.numel(), float32)) };
}

/**
 * @param {Tensor | null} out
 * @param {string} name
 * @param {Tensor} result
 */
function into(out, name, result) {
  if (out === null) return result;
  checkOut(name, out, result.shape, []);
  return copyFrom(out, result);
}

/**
 * @param {string} name
 * @param {(array: Float32Array) => void} fill
 */
function filled(name, fill) {
  return native(
    `${name}(int[] size, *, Tensor out=None, ${factory})`,
    (size, out, dtype, _layout, _device, _pinned, requiresGrad) => {
      if (name === 'zeros' && size.some((/** @type {number} */ n) => n < 0)) {
        throw new RuntimeError('zeros: Dimension size must be non-negative.');
      }
      const { shape, array } = room(name, size, dtype);
      fill(array);
      return into(out, name, wrap(array, shape, requiresGrad));
    },
  );
}

/**
 * Numbers from the default generator, which moves only if the tensor can be made.
 * @param {string} name
 * @param {(array: Float32Array) => void} draw
 */
function drawn(name, draw) {
  const sources = [
    `${name}(int[] size, *, Generator generator, Tensor out=None, ${factory})`,
    `${name}(int[] size, *, Tensor out=None, ${factory})`,
  ];
  return native(
    sources,
    () => {
      throw new NotImplementedError(`${name}(): generator= is not part of torchlet`);
    },
    (size, out, dtype, _layout, _device, _pinned, requiresGrad) => {
      const { shape, array } = room(name, size, dtype);
      if (out !== null) checkOut(name, out, shape, []);
      draw(array);
      return into(out, name, wrap(array, shape, requiresGrad));
    },
  );
}

/**
 * A tensor of the given sizes whose elements mean nothing (here: zeros).
 * @type {(...sizes: Sizes) => Tensor}
 * @example torch.empty(2, 3).shape // torch.Size([2, 3])
 */
export const empty = /* @__PURE__ */ filled('empty', () => {});

/**
 * A tensor of zeros. Sizes as numbers or as a list; RuntimeError for negative ones or a tensor larger than memory.
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
  (size, value, out, dtype, _layout, _device, _pinned, requiresGrad) => {
    if (typeof value === 'boolean' || typeof value === 'bigint') throw otherDtype('full', value);
    const { shape, array } = room('full', size, dtype);
    array.fill(checkedFloat32(isTensor(value) ? value.item() : value));
    return into(out, 'full', wrap(array, shape, requiresGrad));
  },
);

/**
 * Uniform random numbers in [0, 1), as PyTorch draws them from the same seed.
 * @type {(...sizes: Sizes) => Tensor}
 * @example torch.manual_seed(0), torch.rand(2) // tensor([0.4963, 0.7682])
 */
export const rand = /* @__PURE__ */ drawn('rand', (array) => defaultGenerator.uniform_(array, 0, 1));

/**
 * Normal random numbers (mean 0, standard deviation 1), as PyTorch draws them from the same seed.
 * @type {(...sizes: Sizes) => Tensor}
 * @example torch.manual_seed(0), torch.randn(2) // tensor([ 1.5410, -0.2934])
 */
export const randn = /* @__PURE__ */ drawn('randn', (array) => defaultGenerator.normal_(array, 0, 1));

/**
 * The numbers from start (0) up to, but without, end in steps (1).
 * @type {(start: number, end?: number | Options, step?: number | Options, options?: Options) => Tensor}
 * @example torch.arange(1, 2, 0.5) // tensor([1.0000, 1.5000])
 */
export const arange = /* @__PURE__ */ native(
  [
    `arange(Scalar end, *, Tensor out=None, ${factory})`,
    `arange(Scalar start, Scalar end, *, ${factory})`,
    `arange(Scalar start, Scalar end, Scalar step=1, *, Tensor out=None, ${factory})`,
  ],
  (end, out, dtype, _l, _d, _p, grad) => range(0, end, 1, out, dtype, grad),
  (start, end, dtype, _l, _d, _p, grad) => range(start, end, 1, null, dtype, grad),
  (start, end, step, out, dtype, _l, _d, _p, grad) => range(start, end, step, out, dtype, grad),
);

/**
 * @param {any} from
 * @param {any} to
 * @param {any} by
 * @param {Tensor | null} out
 * @param {DType | null} dtype
 * @param {boolean} requiresGrad
 */
function range(from, to, by, out, dtype, requiresGrad) {
  requireFloat32(dtype, 'arange');
  const [start, end, step] = [Number(from), Number(to), Number(by)];
  if (step === 0) throw new RuntimeError('step must be nonzero');
  if (!Number.isFinite(start) || !Number.isFinite(end)) {
    throw new RuntimeError(`unsupported range: ${printed(start)} -> ${printed(end)}`);
  }
  if (step > 0 ? end < start : end > start) {
    throw new RuntimeError('upper bound and lower bound inconsistent with step sign');
  }
  const count = Math.ceil((end - start) / step);
  if (!(count < 2 ** 63)) throw new RuntimeError('invalid size, possible overflow?');
  const { shape, array } = room('arange', [count], dtype);
  fillRange(array, start, step);
  return into(out, 'arange', wrap(array, shape, requiresGrad));
}

/** @param {number} n as C++ prints it */
const printed = (n) => (Number.isNaN(n) ? 'nan' : Number.isFinite(n) ? `${n}` : n > 0 ? 'inf' : '-inf');

// PyTorch's kernel takes 16 numbers at a time as two vectors of 8: of each the first is rounded to float32, and the
// others are counted from it in float64. What is left over is counted from the start.
const kVector = 8;
const kBlock = 16;

/**
 * @param {Float32Array} array
 * @param {number} start
 * @param {number} step
 */
function fillRange(array, start, step) {
  const blocks = array.length - (array.length % kBlock);
  for (let i = 0; i < blocks; i += kVector) {
    const base = Math.fround(start + step * i);
    for (let k = 0; k < kVector; k++) array[i + k] = base + step * k;
  }
  for (let i = blocks; i < array.length; i++) array[i] = start + step * i;
}

const overloads = ['Tensor start, Tensor end', 'Scalar start, Tensor end', 'Tensor start, Scalar end', 'Scalar start, Scalar end'];

/**
 * `steps` numbers from start to end, both included, evenly apart; counted from both ends, with one rounding each.
 * @type {(start: number, end: number, steps: number | Options & { steps: number }, options?: Options) => Tensor}
 * @example torch.linspace(0, 1, 3) // tensor([0.0000, 0.5000, 1.0000])
 */
export const linspace = /* @__PURE__ */ native(
  overloads.map((bounds) => `linspace(${bounds}, int steps, *, Tensor out=None, ${factory})`),
  (from, to, steps, out, dtype, _layout, _device, _pinned, requiresGrad) => {
    const [start, end] = [from, to].map((bound) => checkedFloat32(isTensor(bound) ? bound.item() : bound));
    const count = Number(steps);
    if (count < 0) throw new RuntimeError('number of steps must be non-negative');
    const { shape, array } = room('linspace', [count], dtype);
    const step = Math.fround(Math.fround(end - start) / Math.fround(count - 1));
    const half = Math.floor(count / 2);
    for (let i = 0; i < count; i++) array[i] = i < half ? fma(step, i, start) : fma(-step, count - 1 - i, end);
    if (count === 1) array[0] = start;
    return into(out, 'linspace', wrap(array, shape, requiresGrad));
  },
);

/**
 * Zeros in the shape of another tensor.
 * @type {(input: Tensor, options?: Options) => Tensor}
 */
export const zeros_like = /* @__PURE__ */ alike('zeros_like', zeros);
/**
 * Ones in the shape of another tensor.
 * @type {(input: Tensor, options?: Options) => Tensor}
 */
export const ones_like = /* @__PURE__ */ alike('ones_like', ones);
/**
 * A tensor in the shape of another, whose elements mean nothing.
 * @type {(input: Tensor, options?: Options) => Tensor}
 */
export const empty_like = /* @__PURE__ */ alike('empty_like', empty);
/**
 * Uniform random numbers in the shape of another tensor.
 * @type {(input: Tensor, options?: Options) => Tensor}
 */
export const rand_like = /* @__PURE__ */ alike('rand_like', rand);
/**
 * Normal random numbers in the shape of another tensor.
 * @type {(input: Tensor, options?: Options) => Tensor}
 */
export const randn_like = /* @__PURE__ */ alike('randn_like', randn);

/**
 * @param {string} name
 * @param {(...sizes: Sizes) => Tensor} make
 */
function alike(name, make) {
  return native(`${name}(Tensor input, *, ${factory})`, (input, dtype, _l, _d, _p, requires_grad) =>
    make([...input.shape], { dtype, requires_grad }),
  );
}

// What torch says of itself and of dtypes: its constants and version, finfo, iinfo, device, is_floating_point, can_cast, promote_types.

import { NotImplementedError, RuntimeError } from '../../core/errors.js';
import { formatG } from '../../core/text/format.js';
import { native } from '../arguments/native.js';
import { typeName } from '../arguments/signature.js';
import {
  bool,
  DType,
  get_default_dtype,
  int32,
  kFloating,
  promoteTypes,
  requireDType,
  uint8,
} from '../storage/dtype.js';
import { canCast } from '../storage/promotion.js';

/** @typedef {import('./tensor.js').Tensor} Tensor */

export { device } from '../storage/device.js';
export { strided } from '../storage/layout.js';

/** Infinity. @example torch.inf // Infinity */
export const inf = Number.POSITIVE_INFINITY;
/** NaN. @example torch.nan // NaN */
export const nan = Number.NaN;
/** π. @example torch.pi // 3.141592653589793 */
export const pi = Math.PI;
/** Euler's number. @example torch.e // 2.718281828459045 */
export const e = Math.E;
/** A new dimension in brackets. @example torch.newaxis // null */
export const newaxis = null;

/** Of a dtype: bits after the point, the first power of 2 that is infinite, decimal resolution. @type {Record<string, [number, number, number]>} */
const layouts = {
  float16: [10, 16, 1e-3],
  bfloat16: [7, 128, 1e-2],
  float32: [23, 128, 1e-6],
  float64: [52, 1024, 1e-15],
};

/**
 * What the numbers of a floating-point dtype can be: bits, eps, max, min, tiny, smallest_normal, resolution.
 * @param {DType} [dtype] the default
 * @example torch.finfo(torch.float32).eps // 1.1920928955078125e-7
 */
export function finfo(dtype = get_default_dtype()) {
  if (!(dtype instanceof DType))
    throw new TypeError(`finfo(): argument 'type' (position 1) must be torch.dtype, not ${typeName(dtype)}`);
  if (dtype.kind !== kFloating) {
    throw new TypeError(`torch.finfo() requires a floating point input type. Use torch.iinfo to handle 'torch.finfo'`);
  }
  if (dtype.name.startsWith('complex')) throw new NotImplementedError(`finfo() of ${dtype} is not part of torchlet`);
  const [digits, most, resolution] = layouts[dtype.name];
  const [eps, tiny, max] = [2 ** -digits, 2 ** (2 - most), (2 - 2 ** -digits) * 2 ** (most - 1)];
  const facts = {
    bits: dtype.itemsize * 8,
    eps,
    max,
    min: -max,
    smallest_normal: tiny,
    tiny,
    resolution,
    dtype: dtype.name,
  };
  return described('finfo', facts, ['resolution', 'min', 'max', 'eps', 'smallest_normal', 'tiny', 'dtype']);
}

/**
 * What the numbers of a dtype of whole numbers can be: bits, max, min.
 * @param {DType} dtype
 * @example torch.iinfo(torch.int32).max // 2147483647
 */
export function iinfo(dtype) {
  if (!(dtype instanceof DType))
    throw new TypeError(`iinfo(): argument 'type' (position 1) must be torch.dtype, not ${typeName(dtype)}`);
  if (dtype.kind === kFloating)
    throw new TypeError(`torch.iinfo() requires an integer input type. Use torch.finfo to handle 'torch.iinfo'`);
  if (dtype === bool) throw new TypeError(`torch.bool is not supported by torch.iinfo`);
  const bits = dtype.itemsize * 8;
  const high = dtype === uint8 ? 255 : dtype === int32 ? 2 ** 31 - 1 : 2n ** BigInt(bits - 1) - 1n;
  const low = dtype === uint8 ? 0 : typeof high === 'bigint' ? -high - 1n : -high - 1;
  return described('iinfo', { bits, max: high, min: low, dtype: dtype.name }, ['min', 'max', 'dtype']);
}

/** @template {Record<string, any>} T @param {string} name @param {T} facts @param {string[]} shown @returns {Readonly<T>} */
function described(name, facts, shown) {
  const shownValue = (/** @type {any} */ v) => (typeof v === 'string' ? v : formatG(Number(v)));
  const text = () => `${name}(${shown.map((key) => `${key}=${shownValue(facts[key])}`).join(', ')})`;
  const hidden = { toString: text, [Symbol.for('nodejs.util.inspect.custom')]: text };
  const made = { ...facts };
  for (const key of Reflect.ownKeys(hidden)) Object.defineProperty(made, key, { value: text });
  return Object.freeze(made);
}

/** Whether the elements are floating-point numbers. @type {(input: Tensor) => boolean} @example torch.is_floating_point(torch.zeros(1)) // true */
export const is_floating_point = /* @__PURE__ */ native(
  'is_floating_point(Tensor input)',
  (x) => x.dtype.is_floating_point,
);
/** Whether the elements are complex numbers, which no tensor's are here. @type {(input: Tensor) => boolean} @example torch.is_complex(torch.zeros(1)) // false */
export const is_complex = /* @__PURE__ */ native('is_complex(Tensor input)', (x) => x.dtype.is_complex);
/** Whether elements may be negative. @type {(input: Tensor) => boolean} @example torch.is_signed(torch.zeros(1)) // true */
export const is_signed = /* @__PURE__ */ native('is_signed(Tensor input)', (x) => x.dtype.is_signed);
/** Whether the only element is not 0. @type {(input: Tensor) => boolean} @example torch.is_nonzero(torch.tensor([2])) // true */
export const is_nonzero = /* @__PURE__ */ native('is_nonzero(Tensor input)', (x) => {
  const count = x.shape.numel();
  if (count === 1) return Boolean(x.item());
  throw new RuntimeError(
    `Boolean value of Tensor with ${count === 0 ? 'no values' : 'more than one value'} is ambiguous`,
  );
});
/** Whether numbers of one dtype may be written to another. @type {(from_: DType, to: DType) => boolean} @example torch.can_cast(torch.float32, torch.int64) // false */
export const can_cast = /* @__PURE__ */ native('can_cast(dtype from_, dtype to)', canCast);
/** The dtype that holds the numbers of two. @type {(type1: DType, type2: DType) => DType} @example torch.promote_types(torch.int64, torch.float32) // torch.float32 */
export const promote_types = /* @__PURE__ */ native('promote_types(dtype type1, dtype type2)', (a, b) =>
  promoteTypes(requireDType(a, 'promote_types'), requireDType(b, 'promote_types')),
);

// The table of dtypes: name, array type, PyTorch's short and legacy names; which of two a result has; numbers as elements.
import { NotImplementedError, RuntimeError } from '../../core/errors.js';
import { Float, plain } from '../../core/numbers/written.js';

/** @typedef {Float32Array | Float64Array | BigInt64Array | Int32Array | Uint8Array} TypedArray the arrays that hold a tensor's elements */

/** What kinds of numbers there are, in the order in which a result takes them. */
export const kBool = 0;
export const kIntegral = 1;
export const kFloating = 2;

/** A tensor's element type, such as `torch.float32`; `String(torch.float32)` is `torch.float32`. */
export class DType {
  /**
   * @param {string} name PyTorch's name: `float32`
   * @param {string} short the name in messages of kernels: `Float`
   * @param {(new (length: number) => TypedArray) | null} array the typed array that holds the elements; null where there is none
   * @param {number} itemsize bytes an element
   * @param {number} kind of numbers
   */
  constructor(name, short, array, itemsize, kind) {
    this.name = name;
    this.short = short;
    this.array = /** @type {new (length: number) => TypedArray} */ (array);
    this.itemsize = itemsize;
    this.kind = kind;
    Object.freeze(this);
  }

  /** The type's name before dtypes existed, still in many messages: `torch.FloatTensor`. */
  get legacy() {
    return `torch.${this.short}Tensor`;
  }

  /** Whether elements are real numbers with a fraction, so that gradients exist. */
  get is_floating_point() {
    return this.kind === kFloating && !this.is_complex;
  }

  /** Whether elements are complex numbers. */
  get is_complex() {
    return this.name.startsWith('complex');
  }

  /** Whether elements may be negative. */
  get is_signed() {
    return this.kind !== kBool && this.name !== 'uint8';
  }

  toString() {
    return `torch.${this.name}`;
  }

  [Symbol.for('nodejs.util.inspect.custom')]() {
    return this.toString();
  }

  get [Symbol.toStringTag]() {
    return 'torch.dtype';
  }
}

/** Truth: what comparisons give. */
export const bool = /* @__PURE__ */ new DType('bool', 'Bool', Uint8Array, 1, kBool);
/** Whole numbers from 0 to 255. */
export const uint8 = /* @__PURE__ */ new DType('uint8', 'Byte', Uint8Array, 1, kIntegral);
/** Whole numbers of 32 bits. */
export const int32 = /* @__PURE__ */ new DType('int32', 'Int', Int32Array, 4, kIntegral);
/** Whole numbers of 64 bits: the dtype of indices, and of tensors of Python's ints. */
export const int64 = /* @__PURE__ */ new DType('int64', 'Long', BigInt64Array, 8, kIntegral);
/** The dtype of tensors that are made of numbers. */
export const float32 = /* @__PURE__ */ new DType('float32', 'Float', Float32Array, 4, kFloating);
/** Numbers of twice the digits. */
export const float64 = /* @__PURE__ */ new DType('float64', 'Double', Float64Array, 8, kFloating);

/** What tensors can be of, in the order in which a result takes them: with two of one kind it is the later one. */
const dtypes = [bool, uint8, int32, int64, float32, float64];

/** PyTorch's names of dtypes that no tensor here has. */
const absent = /** @type {[string, string, number, number][]} */ ([
  ['int8', 'Char', 1, kIntegral],
  ['int16', 'Short', 2, kIntegral],
  ['float16', 'Half', 2, kFloating],
  ['bfloat16', 'BFloat16', 2, kFloating],
  ['complex64', 'ComplexFloat', 8, kFloating],
  ['complex128', 'ComplexDouble', 16, kFloating],
]).map(([name, short, size, kind]) => new DType(name, short, null, size, kind));

const olderNames = {
  double: 'float64',
  float: 'float32',
  half: 'float16',
  int: 'int32',
  long: 'int64',
  short: 'int16',
};

/** torch.float32, torch.float and the like. @type {Record<string, DType>} */
export const dtypesByName = Object.fromEntries([...dtypes, ...absent].map((dtype) => [dtype.name, dtype]));
for (const [name, own] of Object.entries(olderNames)) dtypesByName[name] = dtypesByName[own];

let current = float32;

/**
 * The dtype of floating-point numbers that come without one.
 * @type {() => DType}
 * @example torch.get_default_dtype() // torch.float32
 */
export const get_default_dtype = (/** @type {any[]} */ ...args) => {
  if (args.length > 0 && args.some((one) => one !== undefined))
    throw new TypeError(`torch.get_default_dtype() takes no arguments (${args.length} given)`);
  return current;
};

/**
 * Sets the dtype of tensors that are made of numbers without one: torch.float32, unless set to torch.float64.
 * @param {DType} dtype
 * @example torch.set_default_dtype(torch.float32) // undefined
 */
export function set_default_dtype(dtype) {
  if (!(dtype instanceof DType)) {
    throw new TypeError('invalid dtype object: only floating-point types are supported as the default type');
  }
  if (!dtype.is_floating_point) {
    throw new TypeError(`only floating-point types are supported as the default type`);
  }
  current = requireDType(dtype, 'set_default_dtype');
}

/**
 * Refuses a dtype that no tensor can have here.
 * @param {DType} dtype
 * @param {string} who the function that was asked
 */
export function requireDType(dtype, who) {
  if (dtype.array === null) {
    throw new NotImplementedError(
      `${who}() got dtype ${dtype}, but torchlet has tensors of ${dtypes.join(', ').replaceAll('torch.', '')} only`,
    );
  }
  return dtype;
}

/** The dtype of typed arrays, by the name of their class; a Uint8Array is of uint8. @param {string} tag */
export const dtypeOfArray = (tag) => dtypes.findLast(({ array }) => array.name === tag) ?? null;

/**
 * What holds the numbers of two dtypes.
 * @param {DType} a
 * @param {DType} b
 */
export const promoteTypes = (a, b) => (dtypes.indexOf(a) < dtypes.indexOf(b) ? b : a);

/**
 * What a Python number is: True a bool, 2 an int64, 0.5 of the default dtype. A whole number is an int, as everywhere in torchlet.
 * @param {number | bigint | boolean} value
 */
export function dtypeOfNumber(value) {
  if (typeof value === 'boolean') return bool;
  if (/** @type {any} */ (value) instanceof Float) return current;
  return typeof value === 'bigint' || Number.isSafeInteger(value) ? int64 : current;
}

/**
 * What turns an element of one dtype into one of another; null where the typed arrays do so by themselves.
 * Source: C's conversions, as x86-64 carries them out.
 * @param {DType} from
 * @param {DType} to
 * @returns {((value: any) => any) | null}
 */
export function converter(from, to) {
  if (from === to) return null;
  if (to === bool) return (value) => (value ? 1 : Number.isNaN(value) ? 1 : 0);
  if (to === int64) return from === int64 ? null : toInt64;
  if (from === int64) return to.kind === kFloating ? Number : (value) => Number(BigInt.asIntN(32, value));
  if (from.kind !== kFloating || to.kind !== kIntegral) return null;
  return to === int32 ? toInt32 : (value) => Number(BigInt.asIntN(32, toInt64(value)));
}

/** @param {number} value */
const toInt32 = (value) => (value > -(2 ** 31) - 1 && value < 2 ** 31 ? Math.trunc(value) : -(2 ** 31));

/** @param {number} value */
function toInt64(value) {
  if (value >= -(2 ** 63) && value < 2 ** 63) return BigInt(Math.trunc(value));
  return -(2n ** 63n);
}

/**
 * A Python number as an element: refused where it does not fit, as PyTorch's Scalar does.
 * @param {number | bigint | boolean} written
 * @param {DType} dtype
 * @param {string} [type] its name where the value is refused; that of C++ unless given
 * @returns {any}
 */
export function asElement(written, dtype, type = cNames[dtype.name]) {
  const value = plain(written);
  if (dtype === bool) return Number(Boolean(value) || Number.isNaN(value));
  if (dtype === float64) return Number(value);
  if (dtype === float32) {
    const number = Number(value);
    const rounded = Math.fround(number);
    if (Number.isFinite(number) && !Number.isFinite(rounded)) throw overflow('float');
    return rounded;
  }
  if (typeof value === 'number' && (!Number.isFinite(value) || (dtype === uint8 && value < 0 && value % 1 !== 0)))
    throw overflow(type);
  const whole = typeof value === 'bigint' ? value : BigInt(Math.trunc(Number(value)));
  const [low, high] = limits[dtype.name];
  // A negative one wraps in uint8, as in C.
  if (whole > high || (whole < low && !(dtype === uint8 && whole >= -high))) throw overflow(type);
  return dtype === int64 ? whole : Number(whole);
}

/** @type {Record<string, [bigint, bigint]>} */
const limits = { uint8: [0n, 255n], int32: [-(2n ** 31n), 2n ** 31n - 1n], int64: [-(2n ** 63n), 2n ** 63n - 1n] };
/** @type {Record<string, string>} */
const cNames = { uint8: 'uint8_t', int32: 'int', int64: 'int64_t' };

/** A dtype's name in C++, which some messages have. @param {DType} dtype */
export const cNameOf = ({ short }) => ({ Long: 'long int', Byte: 'unsigned char' })[short] ?? short.toLowerCase();

/** @param {string} type */
const overflow = (type) => new RuntimeError(`value cannot be converted to type ${type} without overflow`);

/**
 * Refuses other dtypes than float32, the kernels' own.
 * @param {DType | null} dtype null: the default
 * @param {string} who the function that was asked
 */
export function requireFloat32(dtype, who) {
  if (dtype !== null && dtype !== float32)
    throw new NotImplementedError(`${who}() got dtype ${dtype}, but takes torch.float32 only`);
}

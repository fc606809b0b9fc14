// The dtypes of arrays: name, typed array, kind; which one two have in common.

import { raised } from '../../host/protocol.js';

/** What holds elements. int64 lies in doubles, whole up to 2^53; beyond that operations refuse. @typedef {Float64Array | Float32Array | Int32Array | Uint32Array | Int16Array | Uint16Array | Int8Array | Uint8Array} Data */

export class DType {
  /**
   * @param {string} name
   * @param {any} array the typed array's class
   * @param {number} itemsize bytes that NumPy takes for one
   * @param {'b' | 'u' | 'i' | 'f'} kind
   * @param {string} short NumPy's code, `f8`
   */
  constructor(name, array, itemsize, kind, short) {
    this.name = name;
    this.array = array;
    this.itemsize = itemsize;
    this.kind = kind;
    this.short = short;
    /** The type of its scalars, set by ../api/scalars.js. @type {any} */ this.type = null;
  }
}
export const bool = new DType('bool', Uint8Array, 1, 'b', '?');
export const int64 = new DType('int64', Float64Array, 8, 'i', 'i8');
export const uint64 = new DType('uint64', Float64Array, 8, 'u', 'u8');
export const int32 = new DType('int32', Int32Array, 4, 'i', 'i4');
export const uint8 = new DType('uint8', Uint8Array, 1, 'u', 'u1');
export const float32 = new DType('float32', Float32Array, 4, 'f', 'f4');
export const float64 = new DType('float64', Float64Array, 8, 'f', 'f8');

export const dtypes = [
  bool,
  new DType('int8', Int8Array, 1, 'i', 'i1'),
  uint8,
  new DType('int16', Int16Array, 2, 'i', 'i2'),
  new DType('uint16', Uint16Array, 2, 'u', 'u2'),
  int32,
  new DType('uint32', Uint32Array, 4, 'u', 'u4'),
  int64,
  uint64,
  float32,
  float64,
];
/** @type {Map<string, DType>} */
const byName = new Map(
  /** @type {[string, DType][]} */ (
    dtypes.flatMap((one) => [
      [one.name, one],
      [one.short, one],
      [`<${one.short}`, one],
    ])
  ),
);
for (const [name, one] of /** @type {[string, DType][]} */ ([
  ['float', float64],
  ['double', float64],
  ['d', float64],
  ['single', float32],
  ['f', float32],
  ['int', int64],
  ['i', int32],
  ['l', int64],
  ['bool_', bool],
]))
  byName.set(name, one);

/** @param {string} name */
export const dtypeNamed = (name) => byName.get(name);

/** The dtype that holds the values of both. @param {DType} a @param {DType} b @returns {DType} */
export function promoted(a, b) {
  if (a === b || b.kind === 'b') return a;
  if (a.kind === 'b') return b;
  if (a.kind === 'f' || b.kind === 'f') {
    const [floating, other] = a.kind === 'f' ? [a, b] : [b, a];
    if (other.kind === 'f') return a.itemsize > b.itemsize ? a : b;
    return other.itemsize > 2 ? float64 : floating;
  }
  if (a.kind === b.kind) return a.itemsize > b.itemsize ? a : b;
  const [signed, unsigned] = a.kind === 'i' ? [a, b] : [b, a];
  if (signed.itemsize > unsigned.itemsize) return signed;
  return dtypes.find((one) => one.kind === 'i' && one.itemsize === 2 * unsigned.itemsize) ?? float64;
}

/** The least and the greatest whole number of a dtype. @param {DType} dtype @returns {[bigint, bigint]} */
export function boundsOf({ kind, itemsize }) {
  const bits = BigInt(8 * itemsize);
  if (kind === 'b') return [0n, 1n];
  return kind === 'u' ? [0n, (1n << bits) - 1n] : [-(1n << (bits - 1n)), (1n << (bits - 1n)) - 1n];
}

/** A number that operations made, as int64 holds it. @param {number} value */
export function checkedWhole(value) {
  if (value > 9007199254740992 || value < -9007199254740992)
    throw raised('NotImplementedError', 'an int64 beyond 2**53 is not part of this NumPy; dtype=float works');
  return value;
}

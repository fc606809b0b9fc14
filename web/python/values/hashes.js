// Hashes as CPython computes them, of what hashes the same in every process: numbers, and tuples of them.
// Sources: _Py_HashDouble in Python/pyhash.c, tuplehash in Objects/tupleobject.c.

import { Tuple } from './containers.js';
import { typeOf } from './types.js';

const kModulus = 2n ** 61n - 1n;

/** @param {bigint} value */
const ofInt = (value) => (value % kModulus === -1n ? -2n : value % kModulus);

/** Of a float that is no whole number: its bits, turned within the modulus. @param {number} value */
function ofFloat(value) {
  if (!Number.isFinite(value)) return value > 0 ? 314159n : -314159n;
  // The least power of two that makes it whole.
  let [whole, exponent] = [Math.abs(value), 0n];
  while (!Number.isInteger(whole)) [whole, exponent] = [whole * 2, exponent - 1n];
  const turn = ((exponent % 61n) + 61n) % 61n;
  const hash = (BigInt(whole) << turn) % kModulus;
  const signed = value < 0 ? -hash : hash;
  return signed === -1n ? -2n : signed;
}

const [kFirst, kSecond, kFifth] = [11400714785074694791n, 14029467366897019727n, 2870177450012600261n];
const unsigned = (/** @type {bigint} */ value) => BigInt.asUintN(64, value);

/** @param {any[]} items @returns {bigint | undefined} */
function ofTuple(items) {
  let sum = kFifth;
  for (const item of items) {
    const lane = knownHash(item);
    if (lane === undefined) return undefined;
    sum = unsigned(sum + unsigned(lane) * kSecond);
    sum = unsigned(unsigned((sum << 31n) | (sum >> 33n)) * kFirst);
  }
  sum = unsigned(sum + (BigInt(items.length) ^ kFifth ^ 3527539n));
  return sum === 2n ** 64n - 1n ? 1546275796n : BigInt.asIntN(64, sum);
}

/** The hash of a value; undefined where it differs from process to process: texts, None, objects. @param {any} value @returns {bigint | undefined} */
export function knownHash(value) {
  if (typeof value === 'bigint') return ofInt(value);
  if (typeof value === 'boolean') return BigInt(value);
  if (typeof value === 'number' && !Number.isNaN(value))
    return Number.isInteger(value) ? ofInt(BigInt(value)) : ofFloat(value);
  const isTuple = value instanceof Tuple && typeOf(value).lookup('__hash__')?.code === undefined;
  return isTuple ? ofTuple(value.items) : undefined;
}

// Arithmetic of Python's ints (BigInt) and floats: floor division, remainders, powers, conversions.

import * as exactly from '../../core/numbers/exact.js';
import { raised } from '../values/exceptions.js';

/** The most bits of an int that a program may make. */
const kMostBits = 4_000_000n;

/** @param {bigint} a @param {bigint} b */
export function floorDivide(a, b) {
  if (b === 0n) throw raised('ZeroDivisionError', 'integer division or modulo by zero');
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

/** @param {bigint} a @param {bigint} b */
export function modulo(a, b) {
  if (b === 0n) throw raised('ZeroDivisionError', 'integer modulo by zero');
  const rest = a % b;
  return rest !== 0n && rest < 0n !== b < 0n ? rest + b : rest;
}

/** Source: CPython's float_rem. @param {number} a @param {number} b */
export function floatModulo(a, b) {
  if (b === 0) throw raised('ZeroDivisionError', 'float modulo');
  let rest = a % b;
  if (rest !== 0) {
    if (b < 0 !== rest < 0) rest += b;
  } else rest = b < 0 ? -0 : 0;
  return rest;
}

/** Source: CPython's float_divmod. @param {number} a @param {number} b @param {string} [message] */
export function floatFloorDivide(a, b, message = 'float floor division by zero') {
  if (b === 0) throw raised('ZeroDivisionError', message);
  let rest = a % b;
  let quotient = (a - rest) / b;
  if (rest !== 0) {
    if (b < 0 !== rest < 0) {
      rest += b;
      quotient -= 1;
    }
  }
  if (quotient === 0) return a / b < 0 || Object.is(a / b, -0) ? -0 : 0;
  let floor = Math.floor(quotient);
  if (quotient - floor > 0.5) floor += 1;
  return floor;
}

/** The quotient of two ints, rounded once. @param {bigint} a @param {bigint} b */
export function trueDivide(a, b) {
  if (b === 0n) throw raised('ZeroDivisionError', 'division by zero');
  const [x, y] = [Number(a), Number(b)];
  if (Number.isSafeInteger(x) && Number.isSafeInteger(y)) return x / y;
  const isNegative = a < 0n !== b < 0n;
  const [p, q] = [a < 0n ? -a : a, b < 0n ? -b : b];
  if (p === 0n) return isNegative ? -0 : 0;
  // 66 bits of the quotient with a sticky one: the conversion rounds them right.
  const shift = BigInt(66 - (bitLength(p) - bitLength(q)));
  const scaled = shift > 0n ? p << shift : p;
  const divisor = shift > 0n ? q : q << -shift;
  const quotient = scaled / divisor;
  const sticky = scaled % divisor === 0n ? quotient : quotient | 1n;
  const result = scale(sticky, -shift);
  if (result === Number.POSITIVE_INFINITY)
    throw raised('OverflowError', 'integer division result too large for a float');
  return isNegative ? -result : result;
}

/** value · 2^power as a float. @param {bigint} value of 66 bits or so @param {bigint} power */
function scale(value, power) {
  const exponent = Number(power);
  const top = bitLength(value) + exponent;
  if (top > 1024) return Number.POSITIVE_INFINITY;
  if (top >= -1021) {
    const number = Number(value);
    return exponent < -1000 ? number * 2 ** (exponent + 200) * 2 ** -200 : number * 2 ** exponent;
  }
  // Subnormal: cut to what fits, with a sticky bit, before the one rounding.
  const places = BigInt(-1074 - exponent);
  const half = 1n << (places - 1n);
  const rest = value & ((1n << places) - 1n);
  let units = value >> places;
  if (rest > half || (rest === half && units & 1n)) units += 1n;
  return Number(units) * 2 ** -1074;
}

/** How many bits an int has. @param {bigint} value */
export function bitLength(value) {
  const magnitude = value < 0n ? -value : value;
  if (magnitude === 0n) return 0;
  const text = magnitude.toString(16);
  return (text.length - 1) * 4 + (32 - Math.clz32(Number.parseInt(text[0], 16)));
}

/** @param {bigint} value */
export function toFloat(value) {
  const number = Number(value);
  if (!Number.isFinite(number)) throw raised('OverflowError', 'int too large to convert to float');
  return number;
}

/** @param {number} value of the message's verb */
export function toInt(value) {
  if (Number.isNaN(value)) throw raised('ValueError', 'cannot convert float NaN to integer');
  if (!Number.isFinite(value)) throw raised('OverflowError', 'cannot convert float infinity to integer');
  return BigInt(Math.trunc(value));
}

/** @param {bigint} base @param {bigint} exponent @returns {bigint | number} */
export function intPower(base, exponent) {
  if (exponent < 0n) {
    if (base === 0n) throw raised('ZeroDivisionError', '0.0 cannot be raised to a negative power');
    return floatPower(toFloat(base), toFloat(exponent));
  }
  if (base > 1n || base < -1n) checkBits(BigInt(bitLength(base)) * exponent);
  return base ** exponent;
}

/** @param {bigint} bits */
export function checkBits(bits) {
  if (bits > kMostBits) throw raised('MemoryError', `an int of more than ${kMostBits / 1000000n} million bits`);
}

/** @param {number} base @param {number} exponent */
export function floatPower(base, exponent) {
  if (base === 0 && exponent < 0) throw raised('ZeroDivisionError', '0.0 cannot be raised to a negative power');
  if (base === 1 || exponent === 0) return 1; // of NaN too
  if (base === -1 && !Number.isFinite(exponent) && !Number.isNaN(exponent)) return 1;
  if (base < 0 && Number.isFinite(base) && Number.isFinite(exponent) && !Number.isInteger(exponent)) {
    throw raised(
      'NotImplementedError',
      'complex numbers are not part of this Python: a negative number to the power of a fraction',
    );
  }
  const result = power(base, exponent);
  if (!Number.isFinite(result) && Number.isFinite(base) && Number.isFinite(exponent)) {
    throw raised('OverflowError', 34n, 'Numerical result out of range');
  }
  return result;
}

/** x ** y; small whole exponents exactly, rounded once. @param {number} x @param {number} y */
function power(x, y) {
  if (y === 2) return x * x;
  if (y === 1) return x;
  if (y === -1) return 1 / x;
  if (y === 0.5 && x >= 0 && Number.isFinite(x)) return Math.sqrt(x);
  if (Number.isInteger(y) && Math.abs(y) <= 400 && Number.isFinite(x) && x !== 0) return exactPower(x, y);
  return exactly.power(x, y);
}

/** By whole numbers: x = m · 2^e, so x^y = m^y · 2^(ey). @param {number} x @param {number} y */
function exactPower(x, y) {
  let mantissa = Math.abs(x);
  let exponent = 0;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    exponent--;
  }
  let whole = BigInt(mantissa);
  while ((whole & 1n) === 0n) {
    whole >>= 1n;
    exponent++;
  }
  const count = Math.abs(y);
  const result = whole ** BigInt(count);
  const up = BigInt(exponent * count);
  let value;
  if (y > 0) {
    if (bitLength(result) + Number(up) > 1025) value = Number.POSITIVE_INFINITY;
    else if (bitLength(result) + Number(up) < -1080) value = 0;
    else value = up >= 0n ? Number(result << up) : ratio(result, 1n << -up);
  } else if (bitLength(result) + Number(up) > 1080) value = 0;
  else if (bitLength(result) + Number(up) < -1025) value = Number.POSITIVE_INFINITY;
  else value = up >= 0n ? ratio(1n, result << up) : ratio(1n << -up, result);
  return x < 0 && count % 2 === 1 ? -value : value;
}

/** @param {bigint} a @param {bigint} b */
function ratio(a, b) {
  try {
    return trueDivide(a, b);
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** pow(a, b, m) of ints. @param {bigint} base @param {bigint} exponent @param {bigint} modulus */
export function powerModulo(base, exponent, modulus) {
  if (modulus === 0n) throw raised('ValueError', 'pow() 3rd argument cannot be 0');
  let [b, e] = [modulo(base, modulus), exponent];
  if (e < 0n) {
    b = inverse(b, modulus);
    e = -e;
  }
  let result = modulo(1n, modulus);
  for (; e > 0n; e >>= 1n) {
    if (e & 1n) result = modulo(result * b, modulus);
    b = modulo(b * b, modulus);
  }
  return result;
}

/** @param {bigint} value @param {bigint} modulus */
function inverse(value, modulus) {
  let [a, b, x, y] = [value, modulus, 1n, 0n];
  while (b !== 0n) {
    const q = floorDivide(a, b);
    [a, b, x, y] = [b, a - q * b, y, x - q * y];
  }
  if (a !== 1n && a !== -1n) throw raised('ValueError', 'base is not invertible for the given modulus');
  return modulo(x * a, modulus);
}

// The module math.

import * as exactly from '../../core/numbers/exact.js';
import { binary } from '../operations/arithmetic.js';
import { iterate, listOf } from '../operations/iterate.js';
import * as libm from '../operations/libm.js';
import { bitLength, floatPower, toInt } from '../operations/numbers.js';
import { callSpecial, special } from '../operations/objects.js';
import { floatOf, indexOf } from '../operations/truth.js';
import { Tuple } from '../values/containers.js';
import { raised } from '../values/exceptions.js';
import { kStop } from '../values/iterators.js';
import { erf, erfc } from './erf.js';
import { fn, hostModule } from './protocol.js';

const domain = () => raised('ValueError', 'math domain error');
const range = () => raised('OverflowError', 'math range error');

/** A function of one float: NaN from a number is out of its domain, infinity out of range. @param {(x: number) => number} of @param {boolean} [hasPoles] whether infinity means a pole */
const ofFloat =
  (of, hasPoles = false) =>
  (/** @type {any} */ value) => {
    const x = floatOf(value);
    const y = of(x);
    if (Number.isNaN(y) && !Number.isNaN(x)) throw domain();
    if (!Number.isFinite(y) && Number.isFinite(x)) throw hasPoles ? domain() : range();
    return y;
  };

/** Natural logarithm of an int that may be larger than a float. @param {any} value @param {(x: number) => number} of @param {number} unit of one bit */
function logarithm(value, of, unit) {
  if (typeof value === 'bigint') {
    if (value <= 0n) throw domain();
    const number = Number(value);
    if (Number.isFinite(number)) return of(number);
    const bits = bitLength(value) - 64;
    return of(Number(value >> BigInt(bits))) + bits * unit;
  }
  const x = floatOf(value);
  if (x <= 0) throw domain();
  return of(x);
}

/** @param {any} value @param {string} name @param {(x: number) => number} of */
function whole(value, name, of) {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number') return toInt(of(value));
  const own = special(value, `__${name}__`);
  return own === undefined ? toInt(of(floatOf(value))) : callSpecial(own, value);
}

/** The sum of floats, rounded once (Shewchuk 1997), as CPython's fsum. @param {any} items */
function fsum(items) {
  /** @type {number[]} */ let parts = [];
  let special_ = 0;
  const source = iterate(items);
  for (let one = source.step(); one !== kStop; one = source.step()) {
    let x = floatOf(one);
    if (!Number.isFinite(x)) special_ += x;
    const next = [];
    for (let y of parts) {
      if (Math.abs(x) < Math.abs(y)) [x, y] = [y, x];
      const high = x + y;
      const low = y - (high - x);
      if (low !== 0) next.push(low);
      x = high;
    }
    next.push(x);
    parts = next;
  }
  if (special_ !== 0 || Number.isNaN(special_)) return special_;
  let high = 0;
  let low = 0;
  let n = parts.length;
  while (n > 0) {
    const x = high;
    const y = parts[--n];
    high = x + y;
    low = y - (high - x);
    if (low !== 0) break;
  }
  if (n > 0 && ((low < 0 && parts[n - 1] < 0) || (low > 0 && parts[n - 1] > 0))) {
    const y = low * 2;
    const x = high + y;
    if (y === x - high) high = x;
  }
  return high;
}

/** @param {bigint} value */
export function isqrt(value) {
  if (value < 0n) throw raised('ValueError', 'isqrt() argument must be nonnegative');
  if (value === 0n) return 0n;
  let x = 1n << BigInt((bitLength(value) + 1) >> 1);
  for (;;) {
    const y = (x + value / x) >> 1n;
    if (y >= x) return x;
    x = y;
  }
}

/** @param {bigint} a @param {bigint} b @returns {bigint} */
const gcd = (a, b) => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

/** @param {any} value */
function factorial(value) {
  if (typeof value === 'number') throw raised('TypeError', "'float' object cannot be interpreted as an integer");
  const n = indexOf(value);
  if (n < 0n) throw raised('ValueError', 'factorial() not defined for negative values');
  if (n > 100000n) throw raised('MemoryError', 'a factorial of more than half a million digits');
  let result = 1n;
  for (let i = 2n; i <= n; i++) result *= i;
  return result;
}

/** @param {bigint} n @param {bigint} k */
function comb(n, k) {
  if (n < 0n) throw raised('ValueError', 'n must be a non-negative integer');
  if (k < 0n) throw raised('ValueError', 'k must be a non-negative integer');
  if (k > n) return 0n;
  let result = 1n;
  const least = k < n - k ? k : n - k;
  for (let i = 1n; i <= least; i++) result = (result * (n - least + i)) / i;
  return result;
}

// Lanczos' approximation as CPython computes it (Modules/mathmodule.c), so that the last digits are its own.
const kLanczosG = 6.02468004077673;
// biome-ignore format: as many a line as fit
// biome-ignore lint/correctness/noPrecisionLoss: the digits of CPython's source
const numerators = [23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959, 35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390, 6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372, 248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640, 2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328, 8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291, 2.5066282746310002701649081771338373386264310793408];
// biome-ignore format: as many a line as fit
const denominators = [0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1];
/** @param {number} x above zero */
function lanczos(x) {
  let [num, den] = [0, 0];
  for (let i = 0; i < numerators.length; i++) {
    const at = x < 5 ? numerators.length - 1 - i : i;
    num = x < 5 ? num * x + numerators[at] : num / x + numerators[at];
    den = x < 5 ? den * x + denominators[at] : den / x + denominators[at];
  }
  return num / den;
}
/** sin πx, without π's own error. @param {number} x */
function sinPi(x) {
  const y = Math.abs(x) % 2;
  const n = Math.round(2 * y);
  const parts = [
    () => exactly.sin(Math.PI * y),
    () => exactly.cos(Math.PI * (y - 0.5)),
    () => exactly.sin(Math.PI * (1 - y)),
    () => -exactly.cos(Math.PI * (y - 1.5)),
    () => exactly.sin(Math.PI * (y - 2)),
  ];
  return Math.sign(x) * parts[n]();
}
/** @param {number} x @returns {number} */
function gamma(x) {
  if (!Number.isFinite(x)) return x > 0 ? x : Number.NaN;
  if (Number.isInteger(x)) {
    if (x <= 0) return Number.NaN;
    if (x < 24) return Number(factorial(BigInt(x - 1)));
  }
  const size = Math.abs(x);
  if (size < 1e-20) return 1 / x;
  if (size > 200) return x < 0 ? 0 / sinPi(x) : Number.POSITIVE_INFINITY;
  const y = size + (kLanczosG - 0.5);
  // How much was lost in the sum, which the power would magnify.
  const lost = size > kLanczosG - 0.5 ? y - size - (kLanczosG - 0.5) : y - (kLanczosG - 0.5) - size;
  const z = (lost * kLanczosG) / y;
  const half = size >= 140;
  if (x < 0) {
    const r = ((-Math.PI / sinPi(size) / size) * exactly.exp(y)) / lanczos(size);
    const root = floatPower(y, half ? size / 2 - 0.25 : size - 0.5);
    return half ? (r - z * r) / root / root : (r - z * r) / root;
  }
  const r = lanczos(size) / exactly.exp(y);
  const root = floatPower(y, half ? size / 2 - 0.25 : size - 0.5);
  return half ? (r + z * r) * root * root : (r + z * r) * root;
}
/** ln |Γ(x)|. @param {number} x @returns {number} */
function lgamma(x) {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? x : Number.POSITIVE_INFINITY;
  if (Number.isInteger(x) && x <= 2) return x <= 0 ? Number.POSITIVE_INFINITY : 0;
  const size = Math.abs(x);
  if (size < 1e-20) return -exactly.log(size);
  const r = exactly.log(lanczos(size)) - kLanczosG + (size - 0.5) * (exactly.log(size + kLanczosG - 0.5) - 1);
  return x < 0 ? exactly.log(Math.PI) - exactly.log(Math.abs(sinPi(size))) - exactly.log(size) - r : r;
}

/** Mantissa and exponent. @param {number} x */
function frexp(x) {
  if (x === 0 || !Number.isFinite(x)) return new Tuple([x, 0n]);
  let exponent = Math.max(-1023, Math.floor(Math.log2(Math.abs(x))) + 1);
  let mantissa = x * 2 ** -exponent;
  while (Math.abs(mantissa) < 0.5) {
    mantissa *= 2;
    exponent--;
  }
  while (Math.abs(mantissa) >= 1) {
    mantissa /= 2;
    exponent++;
  }
  return new Tuple([mantissa, BigInt(exponent)]);
}

/** @param {any[]} args @param {Map<string, any>} keywords */
function isclose([a, b], keywords) {
  const [x, y] = [floatOf(a), floatOf(b)];
  const [relative, absolute] = [floatOf(keywords.get('rel_tol') ?? 1e-9), floatOf(keywords.get('abs_tol') ?? 0)];
  if (x === y) return true;
  if (!Number.isFinite(x) || !Number.isFinite(y)) return false;
  const difference = Math.abs(x - y);
  return difference <= Math.abs(relative * y) || difference <= Math.abs(relative * x) || difference <= absolute;
}

/** @type {Record<string, (...args: any[]) => any>} */
const functions = {
  sqrt: ofFloat(Math.sqrt),
  cbrt: ofFloat(libm.cbrt),
  exp: ofFloat(exactly.exp),
  exp2: ofFloat((x) => exactly.power(2, x)),
  expm1: ofFloat(Math.expm1),
  log: (value, base) => {
    const top = logarithm(value, exactly.log, Math.LN2);
    if (base === undefined) return top;
    const bottom = logarithm(base, exactly.log, Math.LN2);
    if (bottom === 0) throw raised('ZeroDivisionError', 'float division by zero');
    return top / bottom;
  },
  log2: (value) => logarithm(value, exactly.log2, 1),
  log10: (value) => logarithm(value, exactly.log10, Math.log10(2)),
  log1p: ofFloat(Math.log1p, true),
  sin: ofFloat(exactly.sin),
  cos: ofFloat(exactly.cos),
  tan: ofFloat(exactly.tan),
  asin: ofFloat(exactly.asin),
  acos: ofFloat(exactly.acos),
  atan: ofFloat(exactly.atan),
  sinh: ofFloat(libm.sinh),
  cosh: ofFloat(exactly.cosh),
  tanh: ofFloat(libm.tanh),
  asinh: ofFloat(libm.asinh),
  acosh: ofFloat(libm.acosh),
  atanh: ofFloat(Math.atanh, true),
  erf: ofFloat(erf),
  erfc: ofFloat(erfc),
  gamma: ofFloat(gamma),
  lgamma: ofFloat(lgamma, true),
  fabs: ofFloat(Math.abs),
  degrees: ofFloat((x) => x * (180 / Math.PI)),
  radians: ofFloat((x) => x * (Math.PI / 180)),
  floor: (value) => whole(value, 'floor', Math.floor),
  ceil: (value) => whole(value, 'ceil', Math.ceil),
  trunc: (value) => whole(value, 'trunc', Math.trunc),
  isnan: (value) => Number.isNaN(floatOf(value)),
  isinf: (value) => Math.abs(floatOf(value)) === Number.POSITIVE_INFINITY,
  isfinite: (value) => Number.isFinite(floatOf(value)),
  factorial,
  isqrt: (value) => isqrt(indexOf(value)),
  comb: (n, k) => comb(indexOf(n), indexOf(k)),
  perm: (n, k = n) => {
    let result = 1n;
    for (let i = 0n; i < indexOf(k); i++) result *= indexOf(n) - i;
    return result;
  },
  fsum,
  frexp: (value) => frexp(floatOf(value)),
  ldexp: (x, e) => {
    const [y, n] = [floatOf(x), Number(indexOf(e))];
    const result = y * 2 ** Math.trunc(n / 2) * 2 ** (n - Math.trunc(n / 2));
    if (!Number.isFinite(result) && Number.isFinite(y)) throw range();
    return result;
  },
  modf: (value) => {
    const x = floatOf(value);
    const integral = Math.trunc(x);
    return new Tuple([
      Number.isFinite(x) ? (x - integral === 0 && (x < 0 || Object.is(x, -0)) ? -0 : x - integral) : Math.sign(x) * 0,
      integral,
    ]);
  },
};

/** @type {Record<string, (a: number, b: number) => number>} */
const pairs = {
  atan2: exactly.atan2,
  copysign: (a, b) => (b < 0 || Object.is(b, -0) ? -Math.abs(a) : Math.abs(a)),
  pow: (a, b) => {
    if (a < 0 && Number.isFinite(a) && !Number.isInteger(b) && Number.isFinite(b)) throw domain();
    if (a === 0 && b < 0) throw domain();
    try {
      return floatPower(a, b);
    } catch {
      throw range();
    }
  },
  fmod: (a, b) => {
    if (!Number.isFinite(a) || b === 0) throw domain();
    return a % b;
  },
  remainder: (a, b) => {
    if (b === 0) throw domain();
    const quotient = a / b;
    const near = Math.round(quotient);
    return a - b * (Math.abs(quotient - Math.trunc(quotient)) === 0.5 && near % 2 !== 0 ? near - 1 : near);
  },
};

/** @returns {import('../values/containers.js').Module} */
export function math() {
  const counted = (
    /** @type {string} */ name,
    /** @type {(...args: any[]) => any} */ run,
    /** @type {number} */ most,
  ) =>
    fn(name, (args, keywords) => {
      if (keywords.size > 0) throw raised('TypeError', `math.${name}() takes no keyword arguments`);
      const least = name === 'log' || name === 'perm' ? 1 : run.length;
      if (args.length < least || args.length > most) {
        throw raised(
          'TypeError',
          least === most && most === 1
            ? `math.${name}() takes exactly one argument (${args.length} given)`
            : `${name} expected ${least === most ? least : `at least ${least}`} argument${least === 1 ? '' : 's'}, got ${args.length}`,
        );
      }
      return run(...args);
    });
  return hostModule('math', {
    ...Object.fromEntries(
      Object.entries(functions).map(([name, run]) => [
        name,
        counted(name, run, name === 'log' || name === 'perm' ? 2 : run.length),
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(pairs).map(([name, run]) => [name, counted(name, (a, b) => run(floatOf(a), floatOf(b)), 2)]),
    ),
    isclose: fn('isclose', isclose),
    hypot: fn('hypot', (args) => exactly.hypot(args.map(floatOf))),
    dist: fn('dist', ([a, b]) => {
      const [p, q] = [listOf(a).map(floatOf), listOf(b).map(floatOf)];
      return exactly.hypot(p.map((x, i) => x - q[i]));
    }),
    gcd: fn('gcd', (args) => args.map(indexOf).reduce(gcd, 0n)),
    lcm: fn('lcm', (args) =>
      args
        .map(indexOf)
        .reduce((a, b) => (a === 0n || b === 0n ? 0n : ((a * b < 0n ? -1n : 1n) * a * b) / gcd(a, b)), 1n),
    ),
    prod: fn('prod', ([items], keywords) =>
      listOf(items).reduce((a, b) => binary('*', a, b), keywords.get('start') ?? 1n),
    ),
    pi: Math.PI,
    e: Math.E,
    tau: 2 * Math.PI,
    inf: Number.POSITIVE_INFINITY,
    nan: Number.NaN,
  });
}

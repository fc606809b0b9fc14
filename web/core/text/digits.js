// Numbers as C and Python write them: %f, %e and %g with ties to even, and Python's repr of a float.

/**
 * Python's signs and its names of what is not finite; `-0.0` keeps its sign, nan has none.
 * @param {number} value
 * @param {(magnitude: number) => string} text
 */
export function signed(value, text) {
  if (Number.isNaN(value)) return 'nan';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  return sign + (Number.isFinite(value) ? text(Math.abs(value)) : 'inf');
}

/**
 * C's %.{precision}f of a magnitude. toFixed is exact too, but takes ties up where C takes them to the even digit.
 * @param {number} x
 * @param {number} precision
 */
export function fixed(x, precision) {
  if (precision > kMostPlaces) return exactFixed(x, precision);
  if (x >= 1e21) return BigInt(x) + (precision > 0 ? `.${'0'.repeat(precision)}` : ''); // toFixed gives up there
  const text = x.toFixed(precision);
  return isHalf(x, precision) ? toEven(text) : text;
}

/**
 * C's %.{precision}e of a magnitude: at least two digits of exponent, ties to even.
 * @param {number} x
 * @param {number} precision
 */
export function exponential(x, precision) {
  if (precision > kMostPlaces) return exactExponential(x, precision);
  const [mantissa, exponent] = x.toExponential(precision).split('e');
  const digits = isHalf(x, precision - Number(exponent)) ? toEven(mantissa) : mantissa;
  return `${digits}e${exponent[0]}${exponent.slice(1).padStart(2, '0')}`;
}

/** toFixed and toExponential go no further. */
const kMostPlaces = 100;
/** No double has more places after the point. */
const kAllPlaces = 1074;

/**
 * A finite magnitude as a whole number of units of 10^-1074.
 * @param {number} x
 */
function inUnits(x) {
  let whole = x;
  let halvings = 0;
  for (; !Number.isInteger(whole); halvings++) whole *= 2;
  return BigInt(whole) * 5n ** BigInt(halvings) * 10n ** BigInt(kAllPlaces - halvings);
}

/**
 * @param {bigint} value
 * @param {number} places how many digits are cut off, ties to even
 */
function rounded(value, places) {
  const unit = 10n ** BigInt(places);
  const twice = 2n * (value % unit);
  const quotient = value / unit;
  return twice > unit || (twice === unit && quotient % 2n === 1n) ? quotient + 1n : quotient;
}

/** @param {number} x @param {number} precision */
function exactFixed(x, precision) {
  const places = Math.min(precision, kAllPlaces);
  const digits = String(rounded(inUnits(x), kAllPlaces - places)).padStart(places + 1, '0');
  return `${digits.slice(0, -places)}.${digits.slice(-places)}${'0'.repeat(precision - places)}`;
}

/** @param {number} x @param {number} precision */
function exactExponential(x, precision) {
  const units = inUnits(x);
  const { length } = String(units);
  const excess = length - 1 - precision;
  let digits = String(excess > 0 ? rounded(units, excess) : units);
  const power = x === 0 ? 0 : length - 1 - kAllPlaces + (excess > 0 ? digits.length - precision - 1 : 0);
  digits = digits.slice(0, precision + 1).padEnd(precision + 1, '0');
  return `${digits[0]}.${digits.slice(1)}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

/**
 * Whether x lies midway between two multiples of 10^-places: exactly when x * 2^(places + 1) is an odd integer that
 * 5^-places divides (where places is negative).
 * @param {number} x
 * @param {number} places
 */
function isHalf(x, places) {
  const scaled = x * 2 ** (places + 1);
  return scaled % 2 === 1 && (places >= 0 || scaled % 5 ** -places === 0);
}

/**
 * Undoes a tie's rounding up to an odd last digit, which never borrows.
 * @param {string} digits
 */
function toEven(digits) {
  const last = Number(digits.at(-1));
  return last % 2 === 1 ? digits.slice(0, -1) + (last - 1) : digits;
}

/**
 * Python's repr of a float: `0.1`, `1.0`, `1e-05`, `inf`.
 * @param {number} value
 */
export function formatFloat(value) {
  return signed(value, (x) => {
    const [mantissa, exponent] = x.toExponential().split('e');
    const power = Number(exponent);
    if (power >= -4 && power < 16) return String(x) + (Number.isInteger(x) ? '.0' : '');
    return `${mantissa}e${exponent[0]}${exponent.slice(1).padStart(2, '0')}`;
  });
}

/**
 * C's %g of a float, as PyTorch's C++ messages show numbers: six digits, `3.40282e+38`.
 * @param {number} value
 */
export function formatG(value) {
  return signed(value, (x) => {
    const [mantissa, exponent] = exponential(x, 5).split('e');
    const power = Number(exponent);
    const isFixed = power >= -4 && power < 6;
    const digits = isFixed ? fixed(x, 5 - power) : mantissa;
    const short = digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
    return isFixed ? short : `${short}e${exponent}`;
  });
}

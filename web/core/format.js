// The text PyTorch prints: tensors (torch/_tensor_str.py), sizes and numbers, to the character.
import { Size } from './size.js';

/**
 * @typedef {Float32Array | Float64Array | BigInt64Array | Int32Array | Uint8Array} Storage
 * @typedef {object} Printable what a tensor tells of itself
 * @property {Storage} array the storage, of which the tensor may show a part
 * @property {number} offset where its first element is
 * @property {readonly number[]} shape
 * @property {readonly number[]} strides in elements
 * @property {{ name: string }} dtype
 * @property {readonly string[]} [suffixes] what follows the numbers and the dtype, such as `requires_grad=True`
 * @typedef {object} PrintOptions
 * @property {number} precision digits after the point
 * @property {number} threshold the number of elements above which a tensor is summarised
 * @property {number} edgeitems how many a summary shows at either end of a dimension
 * @property {number} linewidth
 * @property {boolean | null} sci_mode null: as the values suggest
 * @typedef {(value: number | bigint) => string} ElementFormat
 */

const kPrefix = 'tensor(';
const kDefaults = { precision: 4, threshold: 1000, edgeitems: 3, linewidth: 80 };
/** @type {Record<string, typeof kDefaults>} */
const kProfiles = {
  default: kDefaults,
  short: { ...kDefaults, precision: 2, edgeitems: 2 },
  full: { ...kDefaults, threshold: Number.POSITIVE_INFINITY },
};
/** @type {PrintOptions} */
const current = { ...kDefaults, sci_mode: null };

/**
 * How tensors are printed from here on: what is not given stays, except sci_mode, which returns to null. At first precision is
 * 4, threshold 1000, edgeitems 3, linewidth 80.
 * @param {Partial<PrintOptions> & { profile?: 'default' | 'short' | 'full' }} [options]
 * @example torch.set_printoptions({ profile: 'default' }), torch.tensor([0.5]) // tensor([0.5000])
 */
export function set_printoptions(options = {}) {
  const { profile = '', sci_mode = null, ...others } = options;
  const given = Object.entries(others);
  for (const [name] of given) {
    if (!(name in kDefaults)) throw new TypeError(`set_printoptions() got an unexpected keyword argument '${name}'`);
  }
  const changes = Object.fromEntries(given.filter(([, value]) => value !== undefined && value !== null));
  Object.assign(current, kProfiles[profile], changes, { sci_mode });
}

/** The options in force. */
export function get_printoptions() {
  return { ...current };
}

/**
 * The text of a tensor, as Python's print shows it.
 * @param {Printable} tensor
 * @param {Partial<PrintOptions>} [options] what differs from the options in force
 */
export function formatTensor(tensor, options = {}) {
  const { shape, dtype } = tensor;
  const chosen = { ...current, ...options };
  const isEmpty = shape.includes(0);
  const suffixes = [];
  if (isEmpty ? shape.length !== 1 : chosen.edgeitems === 0) suffixes.push(`size=${formatTuple(shape)}`);
  const isImplied = dtype.name === 'float32' || (!isEmpty && (dtype.name === 'int64' || dtype.name === 'bool'));
  if (!isImplied) suffixes.push(`dtype=torch.${dtype.name}`);
  const body = isEmpty ? '[]' : formatBody(tensor, chosen);
  return appendSuffixes(kPrefix + body, [...suffixes, ...(tensor.suffixes ?? [])], chosen.linewidth);
}

/**
 * @param {string} text
 * @param {string[]} suffixes
 * @param {number} linewidth
 */
function appendSuffixes(text, suffixes, linewidth) {
  let result = text;
  let column = text.length - text.lastIndexOf('\n') + 1;
  for (const suffix of suffixes) {
    const isTooLong = column + suffix.length + 2 > linewidth;
    result += `,${isTooLong ? `\n${' '.repeat(kPrefix.length)}` : ' '}${suffix}`;
    column = isTooLong ? kPrefix.length + suffix.length : column + suffix.length + 2;
  }
  return `${result})`;
}

/**
 * @param {Printable} tensor one that is not empty
 * @param {PrintOptions} options
 */
function formatBody(tensor, options) {
  const { array, offset, shape, strides, dtype } = tensor;
  const count = shape.reduce((product, size) => product * size, 1);
  const edge = count > options.threshold ? options.edgeitems : Number.POSITIVE_INFINITY;
  // Only what is shown is read: the format of a summary depends on nothing else.
  /** @type {(number | bigint)[]} */
  const shown = [];
  visit(shape, strides, 0, offset, edge, (at) => shown.push(array[at]));
  const { format, width } = dtype.name.startsWith('float')
    ? floatFormat(shown, options)
    : wholeFormat(shown, dtype.name);
  if (shape.length === 0) return format(shown[0]);
  let next = 0;
  /** @type {(dim: number) => string} */
  const write = (dim) => {
    const indent = kPrefix.length + dim;
    const isElided = shape[dim] > 2 * edge;
    const isRow = dim === shape.length - 1;
    /** @type {string[]} */
    const items = [];
    const length = isElided ? 2 * edge : shape[dim];
    for (let i = 0; i < length; i++) items.push(isRow ? format(shown[next++]) : write(dim + 1));
    // PyTorch's own " ..." of a row: with the separator's blank there are two before it.
    if (isElided) items.splice(edge, 0, isRow && edge > 0 ? ' ...' : '...');
    if (!isRow) return `[${items.join(`,${'\n'.repeat(shape.length - dim - 1)}${' '.repeat(indent + 1)}`)}]`;
    const perLine = Math.max(1, Math.floor((options.linewidth - indent) / (width + 2)));
    return `[${wrap(items, perLine, indent + 1)}]`;
  };
  return write(0);
}

/**
 * @param {string[]} items
 * @param {number} perLine
 * @param {number} indent
 */
function wrap(items, perLine, indent) {
  const lines = [];
  for (let i = 0; i < items.length; i += perLine) lines.push(items.slice(i, i + perLine).join(', '));
  return lines.join(`,\n${' '.repeat(indent)}`);
}

/**
 * Calls `see` with the place of every element that is shown, in order.
 * @param {readonly number[]} shape
 * @param {readonly number[]} strides
 * @param {number} dim
 * @param {number} at
 * @param {number} edge
 * @param {(at: number) => void} see
 */
function visit(shape, strides, dim, at, edge, see) {
  if (dim === shape.length) {
    see(at);
    return;
  }
  const isElided = shape[dim] > 2 * edge;
  for (let i = 0; i < shape[dim]; i++) {
    if (isElided && i === edge) i = shape[dim] - edge;
    if (i < shape[dim]) visit(shape, strides, dim + 1, at + i * strides[dim], edge, see);
  }
}

/**
 * Integers and booleans, aligned to the widest.
 * @param {(number | bigint)[]} values
 * @param {string} name of the dtype
 * @returns {{ format: ElementFormat, width: number }}
 */
function wholeFormat(values, name) {
  /** @type {ElementFormat} */
  const text = name === 'bool' ? (value) => (value ? 'True' : 'False') : String;
  const width = values.reduce((/** @type {number} */ widest, value) => Math.max(widest, text(value).length), 1);
  return { format: (value) => text(value).padStart(width), width };
}

/**
 * Whether whole, fixed or scientific, and how wide, is decided by the finite values that are not zero.
 * @param {(number | bigint)[]} shown
 * @param {PrintOptions} options
 * @returns {{ format: ElementFormat, width: number }}
 */
function floatFormat(shown, { precision, sci_mode }) {
  const values = shown.map(Number).filter((value) => Number.isFinite(value) && value !== 0);
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (const value of values) {
    least = Math.min(least, Math.abs(value));
    most = Math.max(most, Math.abs(value));
  }
  const isScientific = values.length > 0 && (sci_mode ?? (most / least > 1000 || most > 1e8 || least < 1e-4));
  const isWhole = values.every(Number.isInteger);
  /** @type {(value: number) => string} */
  const text = isScientific
    ? (value) => signed(value, (x) => exponential(x, precision))
    : (value) => signed(value, (x) => fixed(x, isWhole ? 0 : precision) + (isWhole ? '.' : ''));
  const width = values.reduce((widest, value) => Math.max(widest, text(value).length), 1);
  return { format: (value) => text(Number(value)).padStart(width), width };
}

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
function fixed(x, precision) {
  if (x >= 1e21) return BigInt(x) + (precision > 0 ? `.${'0'.repeat(precision)}` : ''); // toFixed gives up there
  const text = x.toFixed(precision);
  return isHalf(x, precision) ? toEven(text) : text;
}

/**
 * C's %.{precision}e of a magnitude: at least two digits of exponent, ties to even.
 * @param {number} x
 * @param {number} precision
 */
function exponential(x, precision) {
  const [mantissa, exponent] = x.toExponential(precision).split('e');
  const digits = isHalf(x, precision - Number(exponent)) ? toEven(mantissa) : mantissa;
  return `${digits}e${exponent[0]}${exponent.slice(1).padStart(2, '0')}`;
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

/**
 * A shape as PyTorch prints it.
 * @param {readonly number[]} shape
 * @example formatSize([2, 3]) // 'torch.Size([2, 3])'
 */
export function formatSize(shape) {
  return String(new Size(shape));
}

/** @param {readonly number[]} sizes */
function formatTuple(sizes) {
  return sizes.length === 1 ? `(${sizes[0]},)` : `(${sizes.join(', ')})`;
}

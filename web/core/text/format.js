// The text PyTorch prints: tensors (torch/_tensor_str.py), sizes and numbers, to the character.

import { Size } from '../numbers/size.js';
import { exponential, fixed, signed } from './digits.js';

export { formatFloat, formatG, signed } from './digits.js';

/**
 * @typedef {Float32Array | Float64Array | BigInt64Array | Int32Array | Uint8Array} Storage
 * @typedef {object} Printable what a tensor tells of itself
 * @property {Storage} array the storage, of which the tensor may show a part
 * @property {number} offset where its first element is
 * @property {readonly number[]} shape
 * @property {readonly number[]} strides in elements
 * @property {{ name: string }} dtype
 * @property {string} [implied] the dtype of floating-point numbers that the text need not name: float32 unless given
 * @property {readonly string[]} [suffixes] what follows the numbers and the dtype, such as `requires_grad=True`
 * @typedef {object} PrintOptions
 * @property {number} precision digits after the point
 * @property {number} threshold the number of elements above which a tensor is summarised
 * @property {number} edgeitems how many a summary shows at either end of a dimension
 * @property {number} linewidth
 * @property {boolean | null} sci_mode null: as the values suggest
 * @property {(option: string, use: string, size?: number) => void} [refuse] throws Python's error if the option that is
 *   about to be used is none: Python takes any value, and fails when it prints
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
 * Changes the options in force.
 * @param {string | null} profile
 * @param {Partial<PrintOptions>} changes
 */
export function changeOptions(profile, changes) {
  Object.assign(current, kProfiles[profile ?? ''], changes);
}

/** The options in force. */
export function get_printoptions() {
  const { refuse, ...options } = current;
  return options;
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
  const isImplied =
    dtype.name === (tensor.implied ?? 'float32') || (!isEmpty && (dtype.name === 'int64' || dtype.name === 'bool'));
  if (!isImplied) suffixes.push(`dtype=torch.${dtype.name}`);
  const body = isEmpty ? '[]' : formatBody(tensor, chosen);
  return appendSuffixes(kPrefix + body, [...suffixes, ...(tensor.suffixes ?? [])], chosen);
}

/**
 * @param {string} text
 * @param {string[]} suffixes
 * @param {PrintOptions} options
 */
function appendSuffixes(text, suffixes, { linewidth, refuse }) {
  if (suffixes.length > 0) refuse?.('linewidth', '>');
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
  options.refuse?.('threshold', '>');
  const edge = count > options.threshold ? options.edgeitems : Number.POSITIVE_INFINITY;
  if (count > options.threshold) {
    for (const [d, size] of shape.entries())
      options.refuse?.('edgeitems', d === shape.length - 1 ? 'slice' : 'range', size);
  }
  if (edge < 0 && shape.length === 1) return formatCut(tensor, options);
  // Only what is shown is read: the format of a summary depends on nothing else.
  /** @type {(number | bigint)[]} */
  const shown = [];
  visit(shape, strides, 0, offset, edge, (at) => shown.push(array[at]));
  const { format, width } = formatOf(shown, dtype.name, options);
  if (shape.length === 0) return format(shown[0]);
  options.refuse?.('linewidth', '-');
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
    return `[${wrap(items, perLine(options, indent, width), indent + 1)}]`;
  };
  return write(0);
}

/**
 * @param {PrintOptions} options
 * @param {number} indent
 * @param {number} width
 */
const perLine = ({ linewidth }, indent, width) => Math.max(1, Math.floor((linewidth - indent) / (width + 2)));

/**
 * One dimension where edgeitems is negative: Python's slices then cut off as many at the other end.
 * @param {Printable} tensor
 * @param {PrintOptions} options
 */
function formatCut({ array, offset, shape, strides, dtype }, options) {
  const all = Array.from({ length: shape[0] }, (_, i) => array[offset + i * strides[0]]);
  const [before, after] = [all.slice(0, options.edgeitems), all.slice(-options.edgeitems)];
  const { format, width } = formatOf([...before, ...after], dtype.name, options);
  options.refuse?.('linewidth', '-');
  const items = [...before.map(format), ' ...', ...after.map(format)];
  return `[${wrap(items, perLine(options, kPrefix.length, width), kPrefix.length + 1)}]`;
}

/**
 * @param {(number | bigint)[]} shown
 * @param {string} name of the dtype
 * @param {PrintOptions} options
 */
const formatOf = (shown, name, options) =>
  name.startsWith('float') ? floatFormat(shown, options) : wholeFormat(shown, name);

/**
 * @param {string[]} items
 * @param {number} count a line
 * @param {number} indent
 */
function wrap(items, count, indent) {
  const lines = [];
  for (let i = 0; i < items.length; i += count) lines.push(items.slice(i, i + count).join(', '));
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
function floatFormat(shown, { precision, sci_mode, refuse }) {
  const values = shown.map(Number).filter((value) => Number.isFinite(value) && value !== 0);
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (const value of values) {
    least = Math.min(least, Math.abs(value));
    most = Math.max(most, Math.abs(value));
  }
  const isScientific = values.length > 0 && (sci_mode ?? (most / least > 1000 || most > 1e8 || least < 1e-4));
  const isWhole = values.every(Number.isInteger);
  if (isScientific || !isWhole) refuse?.('precision', isScientific ? 'e' : 'f');
  /** @type {(value: number) => string} */
  const text = isScientific
    ? (value) => signed(value, (x) => exponential(x, precision))
    : (value) => signed(value, (x) => fixed(x, isWhole ? 0 : precision) + (isWhole ? '.' : ''));
  const width = values.reduce((widest, value) => Math.max(widest, text(value).length), 1);
  return { format: (value) => text(Number(value)).padStart(width), width };
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

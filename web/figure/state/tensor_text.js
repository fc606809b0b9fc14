// Shapes, seeds and tensors as people write them, read with words for what is wrong.
import { grouped, readNumber, withHyphen } from '../text/numbers.js';
import { bareOf, decimalCommas } from './printed.js';

/** More take more memory than a page should: each needs 12 bytes. */
export const kMostElements = 10_000_000;
/** More numbers than these make a link too long for some servers and chats. */
export const kMostTyped = 1000;
const kMostDims = 4;

/**
 * @typedef {{ problem?: string, shape: number[] }} ShapeReading
 * @typedef {{ problem?: string, seed: string }} SeedReading
 * @typedef {{ problem?: string, numbers: number[], shape: number[] }} TensorReading
 */

/**
 * `4,5`, `4 5`, `4x5`, `(4, 5)`, `torch.Size([4, 5])`; `[]` is a scalar.
 * @param {string} text
 * @returns {ShapeReading}
 */
export function readShape(text) {
  const wrong = (/** @type {string} */ problem) => ({ problem, shape: [] });
  const inner = text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^torch\.Size\((.*)\)$/, '$1');
  const bare = inner.replace(/^[[(](.*?),?[\])]$/, '$1').trim();
  if (inner === '') return wrong('Write the sizes, as 18 or 4, 5. [] is a scalar.');
  if (bare === '') return { shape: [] };
  const parts = bare.split(/\s*[,x×]\s*|\s+/);
  if (parts.includes('')) return wrong('A size is missing between two commas: write 4, 5.');
  const odd = parts.find((part) => !/^\d+$/.test(part));
  if (odd?.startsWith('-')) return wrong(`A size cannot be negative: ${odd}.`);
  if (odd !== undefined) return wrong(`“${odd}” is not a whole number in digits: write sizes as 4, 5.`);
  if (parts.length > kMostDims)
    return wrong(`The page draws up to ${kMostDims} dimensions; these are ${parts.length}.`);
  const shape = parts.map(Number);
  const count = shape.reduce((product, size) => product * size, 1);
  if (count > kMostElements) {
    const total = count < 1e15 ? grouped(count) : `about 10^${Math.round(Math.log10(count))}`;
    return wrong(`That is ${total} elements; the page takes up to ${grouped(kMostElements)}.`);
  }
  return { shape };
}

/**
 * A seed as torch.manual_seed takes it.
 * @param {string} text
 * @returns {SeedReading}
 */
export function readSeed(text) {
  const trimmed = withHyphen(text.trim());
  if (!/^-?\d+$/.test(trimmed)) {
    return {
      problem: trimmed === '' ? 'Write a whole number.' : `“${trimmed}” is not a whole number in digits.`,
      seed: '0',
    };
  }
  // A text of many digits is not worth the time that BigInt would take.
  const seed = trimmed.length > 100 ? 2n ** 64n : BigInt(trimmed);
  if (seed < -(2n ** 63n) || seed >= 2n ** 64n)
    return { problem: 'PyTorch takes seeds from -2^63 to 2^64 - 1.', seed: '0' };
  return { seed: String(seed) };
}

/**
 * `1.0720, -1.4033`, lines of numbers, a table with commas, or `tensor([[1., 2.], [3., 4.]])` as PyTorch or NumPy prints it.
 * @param {string} text
 * @returns {TensorReading}
 */
export function readTensor(text) {
  const wrong = (/** @type {string} */ problem) => ({ problem, numbers: [], shape: [] });
  const { body, isScalar, size, problem } = bareOf(text);
  if (/\.\.\.|…/.test(text)) return wrong('The “...” of a summarised tensor stands for numbers that are not there.');
  if (problem) return wrong(problem);
  if (body === '') return wrong('Write numbers, as 1.5, -0.2, 3.');
  const groups = decimalCommas(text);
  if (groups) return wrong(question(groups));
  if (body.startsWith('[')) return sized(readNested(body, wrong), size);
  const parts = body.split(/\s*[,;]\s*|\s+/);
  if (parts.at(-1) === '') parts.pop();
  return checkedNumbers(parts, isScalar && parts.length === 1 ? [] : (tableShape(text) ?? [parts.length]), wrong);
}

/** Asks what commas between digits mean. @param {string[]} groups */
function question(groups) {
  const at = groups.findIndex((group) => group.includes(','));
  const shown = groups.slice(Math.max(0, Math.min(at, groups.length - 2))).slice(0, 2);
  const all = shown.join(' ');
  return `“${all}” may be ${shown.join(' and ').replaceAll(',', '.')}, or ${all.split(/[, ]/).length} numbers: write “${shown.join(', ').replace(/(?<=\d),(?=\d)/g, '.')}” or “${all.split(/[, ]/).join(', ')}”.`;
}

/** A tensor without elements prints the size that its brackets do not show. @param {TensorReading} reading @param {number[] | undefined} size */
function sized(reading, size) {
  const isEmpty = !reading.problem && reading.numbers.length === 0;
  return isEmpty && size?.includes(0) && size.length <= kMostDims ? { ...reading, shape: size } : reading;
}

/**
 * The shape of lines that have as many numbers each, apart by commas, semicolons or tabs, as spreadsheets write them. A line that
 * ends with a comma goes on in the next one, and is no row.
 * @param {string} text
 * @returns {number[] | undefined}
 */
function tableShape(text) {
  const lines = text.trim().split('\n');
  const rows = lines.map((line) => line.trim().split(/[,;\t]/));
  const width = rows[0].length;
  const isTable =
    rows.length > 1 &&
    width > 1 &&
    rows.every((row) => row.length === width && row.every((cell) => cell.trim() !== ''));
  return isTable ? [rows.length, width] : undefined;
}

/**
 * @param {string[]} parts
 * @param {number[]} shape
 * @param {(problem: string) => TensorReading} wrong
 * @returns {TensorReading}
 */
function checkedNumbers(parts, shape, wrong) {
  if (parts.length > kMostTyped) {
    return wrong(`These are ${grouped(parts.length)} numbers; a link holds up to ${grouped(kMostTyped)}.`);
  }
  const numbers = [];
  for (const part of parts) {
    const number = readNumber(part);
    if (number === undefined)
      return wrong(part === '' ? 'A number is missing between two commas.' : `“${part}” is not a number.`);
    numbers.push(number);
  }
  return { numbers, shape };
}

/**
 * Lists in lists: all that stand at one depth must be of one length.
 * @param {string} body
 * @param {(problem: string) => TensorReading} wrong
 * @returns {TensorReading}
 */
function readNested(body, wrong) {
  if (/[[,]\s*,/.test(body)) return wrong('A number is missing between two commas.');
  const tokens = body.match(/[[\]]|[^[\],\s]+/g) ?? [];
  /** @type {number[]} */ const open = []; // how many items each open list has so far
  /** @type {(number | undefined)[]} */ const sizes = [];
  const parts = [];
  let depth = 0;
  for (const [at, token] of tokens.entries()) {
    if (token !== ']' && open.length > 0) open[open.length - 1]++;
    if (token === '[') open.push(0);
    else if (token !== ']') parts.push(token);
    if (token !== ']') depth = Math.max(depth, open.length);
    if (token !== ']') continue;
    const size = open.pop();
    if (size === undefined) return wrong('A bracket closes that was never opened.');
    sizes[open.length] ??= size;
    if (sizes[open.length] !== size) return wrong(`Rows differ in length: ${sizes[open.length]} and ${size}.`);
    if (open.length === 0 && at < tokens.length - 1) return wrong('Something follows the last bracket.');
  }
  if (open.length > 0) return wrong('A bracket is not closed.');
  if (depth > kMostDims) return wrong(`The page draws up to ${kMostDims} dimensions; these are ${depth}.`);
  const shape = sizes.map((size) => size ?? 0);
  if (shape.reduce((product, size) => product * size, 1) !== parts.length)
    return wrong('Numbers and lists stand side by side.');
  return checkedNumbers(parts, shape, wrong);
}

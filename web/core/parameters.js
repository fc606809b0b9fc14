// What PyTorch asks of an activation's parameters, and what the kernels take of them.
import { AssertionError, RuntimeError, ValueError } from './errors.js';
import { formatG } from './text/format.js';

/**
 * @typedef {import('./kernels.js').Activation} Activation
 * @typedef {{ index: number, p0: number, p1: number }} Kernel an element-wise kernel's place in the table, and its parameters
 */

const greatestFloat = (2 - 2 ** -23) * 2 ** 127;

/**
 * A parameter as the kernels take it: PyTorch converts to float32, and refuses a finite number that would become infinite.
 * @param {unknown} value
 */
export function scalar(value) {
  const number = Number(value);
  if (Number.isFinite(number) && !Number.isFinite(Math.fround(number))) {
    throw new RuntimeError('value cannot be converted to type float without overflow');
  }
  return number;
}

/** @param {string} name @param {number} value */
function requireFinite(name, value) {
  if (!Number.isFinite(value)) throw new RuntimeError(`rrelu: ${name} bound must be finite, got ${formatG(value)}`);
}

/**
 * PyTorch's demands on rrelu's range of slopes.
 * @param {number} lower
 * @param {number} upper
 */
export function checkBounds(lower, upper) {
  requireFinite('lower', lower);
  requireFinite('upper', upper);
  if (lower > upper) throw new RuntimeError('Lower bound should be less than or equal to the upper bound');
}

/**
 * What nn.Hardtanh asks of its range; nn.functional.hardtanh allows an empty one.
 * @param {string} low as the message shows it
 * @param {string} high
 */
export const emptyRange = (low, high) => new AssertionError(`max_val (${high}) must be greater than min_val (${low})`);

/** nn.functional.hardtanh's refusal. */
export const reversedRange = () => new ValueError('min_val cannot be greater than max_val');

/** What PyTorch's functions ask of their parameters. @type {Record<string, (first: number, second: number) => void>} */
const demands = {
  celu(alpha) {
    if (alpha === 0) throw new RuntimeError('ZeroDivisionError: alpha cannot be 0 for CELU');
    scalar(1 / alpha);
  },
  softshrink(lambd) {
    if (lambd >= 0 && lambd <= greatestFloat) return;
    throw new RuntimeError(
      `lambda must be in range [0, 3.40282e+38] for input dtype Float, but found ${formatG(lambd)}`,
    );
  },
  rrelu: checkBounds,
};

/**
 * The kernel of an element-wise activation with these parameters.
 * @param {Activation} activation
 * @param {unknown} [first] parameters in the table's order; a choice by its word
 * @param {unknown} [second]
 * @returns {Kernel}
 * @throws {RuntimeError} in PyTorch's words, for a value that it refuses
 */
export function kernelOf({ index, functional = '', parameters }, first = 0, second = 0) {
  if (parameters.length === 0) return { index, p0: 0, p1: 0 };
  const { name, choices } = parameters[0];
  if (choices) {
    const choice = choices.indexOf(/** @type {string} */ (first));
    if (choice < 0) throw new RuntimeError(`${name} argument must be either ${choices.join(' or ')}.`);
    return { index: index + choice, p0: 0, p1: 0 };
  }
  const other = parameters.length > 1 ? second : 0;
  demands[functional]?.(Number(first), Number(other));
  return { index, p0: scalar(first), p1: scalar(other) };
}

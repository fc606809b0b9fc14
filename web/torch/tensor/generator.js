// torch.Generator: seeds as torch.manual_seed takes them, and the default generator.
import { OverflowError, ValueError } from '../../core/errors.js';
import { Generator as Stream } from '../../core/numbers/random.js';
import { plain } from '../../core/numbers/written.js';
import { optional } from '../arguments/call.js';
import { bindPython, typeName } from '../arguments/signature.js';
import { isTensor } from '../storage/base.js';
import { device } from '../storage/device.js';

/**
 * Python's int(), as torch.manual_seed applies it to its argument.
 * @param {unknown} value
 * @returns {bigint}
 */
function toInt(value) {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return BigInt(value);
  if (typeof value === 'number') {
    if (Number.isNaN(value)) throw new ValueError('cannot convert float NaN to integer');
    if (!Number.isFinite(value)) throw new OverflowError('cannot convert float infinity to integer');
    return BigInt(Math.trunc(value));
  }
  if (typeof value === 'string') {
    const text = value.trim();
    if (/^[+-]?\d+(_\d+)*$/.test(text)) {
      const magnitude = BigInt(text.replace(/[+_-]/g, ''));
      return text[0] === '-' ? -magnitude : magnitude;
    }
    throw new ValueError(`invalid literal for int() with base 10: ${quote(value)}`);
  }
  if (value === undefined) throw new TypeError("manual_seed() missing 1 required positional argument: 'seed'");
  if (isTensor(value) && value.shape.numel() !== 1) {
    throw new ValueError('only one element tensors can be converted to Python scalars');
  }
  const item = value !== null && /** @type {any} */ (value).item;
  if (typeof item === 'function') return toInt(item.call(value)); // a tensor of one element
  throw new TypeError(
    `int() argument must be a string, a bytes-like object or a real number, not '${typeName(value)}'`,
  );
}

/**
 * Python's repr of a string.
 * @param {string} text
 */
function quote(text) {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escapes = { '\\': '\\', '\n': 'n', '\r': 'r', '\t': 't', [mark]: mark };
  return mark + text.replace(/[\\\n\r\t'"]/g, (c) => (c in escapes ? `\\${escapes[c]}` : c)) + mark;
}

/** A stream of random numbers, equal to that of `torch.Generator` for the same seed and the same calls. */
export class SeededGenerator extends Stream {
  /** @param {[device?: any]} args 'cpu', also by name */
  constructor(...args) {
    const [name] = bindPython('Generator', optional({ device: 'cpu' }), args);
    device(name);
    super();
  }

  /** A generator that takes its seed from entropy when it is first used, as PyTorch's default one does. @returns {Generator} */
  static fromEntropy() {
    return Object.setPrototypeOf(new Stream(null), SeededGenerator.prototype);
  }

  /**
   * Starts the stream anew.
   * @param {number | bigint} seed in [-2^63, 2^64); a float is truncated, a negative seed wraps to 64 bits
   * @returns {this}
   */
  manual_seed(seed) {
    return super.manual_seed(toInt(plain(seed)));
  }
}

/** @typedef {SeededGenerator} Generator */

/**
 * The class of generators, with or without `new`.
 * @type {typeof SeededGenerator & ((device?: any) => SeededGenerator)}
 */
export const Generator = /* @__PURE__ */ new Proxy(/** @type {any} */ (SeededGenerator), {
  apply: (type, _, args) => new type(...args),
});

/** The generator of torch.randn, torch.rand and the random modules. */
export const defaultGenerator = /* @__PURE__ */ Generator.fromEntropy();

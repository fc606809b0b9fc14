// The activations as functions of typed arrays: their options and what they refuse. torchlet/arrays exports them by their names.
import { activations } from '../build/table.js';
import { computation } from './activations.js';
import { RuntimeError } from './errors.js';
import { bracketed, Size } from './numbers/size.js';
import { reversedRange } from './parameters.js';

/**
 * @typedef {import('./kernels.js').Activation} Activation
 * @typedef {Record<string, any>} Options parameters by PyTorch's names, `out`, and for some `shape`
 * @typedef {object} Backward
 * @property {(grad: Float32Array, x: Float32Array, options?: Options) => any} backward the gradient of x, from x
 * @typedef {((x: Float32Array, options?: Options) => Float32Array) & Backward} ArrayFunction
 */

/** What came, in JavaScript's words. @param {any} value */
export function kindOf(value) {
  if (value === null || value === undefined) return String(value);
  return typeof value === 'object' ? (value.constructor?.name ?? 'object') : `${typeof value} ${String(value)}`;
}

/** @param {string} name of the function @param {string} argument @param {unknown} value */
function requireFloat32Array(name, argument, value) {
  if (!(value instanceof Float32Array))
    throw new TypeError(`${name}(): expected ${argument} to be a Float32Array, but got ${kindOf(value)}`);
}

/** @param {string} name @param {string} argument @param {Float32Array} array @param {number} length */
function requireLength(name, argument, array, length) {
  if (array.length !== length)
    throw new RangeError(`${name}(): expected ${argument} to have ${length} elements, but got ${array.length}`);
}

/** The shape that an array is taken for: one row unless told otherwise. @param {string} name @param {any} shape @param {number} length */
function shapeOf(name, shape, length) {
  if (shape === undefined) return new Size([length]);
  if (!Array.isArray(shape) || !shape.every((size) => Number.isInteger(size) && size >= 0))
    throw new TypeError(
      `${name}(): expected shape to be a list of sizes, but got ${Array.isArray(shape) ? `[${shape.join(', ')}]` : kindOf(shape)}`,
    );
  const size = new Size(shape);
  if (size.numel() !== length)
    throw new RuntimeError(`shape '${bracketed(shape)}' is invalid for input of size ${length}`);
  return size;
}

/** What a parameter of a type may be, and how messages say it. @type {Record<string, [fits: (value: any) => boolean, words: string]>} */
const types = {
  float: [(value) => typeof value === 'number', 'a number'],
  dim: [Number.isInteger, 'a whole number'],
  choice: [(value) => typeof value === 'string', 'a string'],
  weight: [(value) => typeof value === 'number' || value instanceof Float32Array, 'a number or a Float32Array'],
};

/** One function of the table. */
class Call {
  /** @param {Activation} activation */
  constructor(activation) {
    const { functional, kind, parameters } = activation;
    this.activation = activation;
    this.name = /** @type {string} */ (functional);
    const isPrelu = kind === 'prelu';
    /** @type {{ name: string, type: string, fallback: unknown }[]} */
    this.parameters = parameters.map(({ name, type, default: fallback }) => ({
      name,
      type: isPrelu ? 'weight' : type,
      // One row has one dimension to work along: the last is what is meant.
      fallback: type === 'dim' ? -1 : isPrelu ? undefined : fallback,
    }));
    this.known = [...parameters.map(({ name }) => name), ...(kind === 'elementwise' ? [] : ['shape']), 'out'];
  }

  /** @param {Options} options */
  #values(options) {
    /** @type {Options} */ const values = {};
    for (const { name, type, fallback } of this.parameters) {
      const value = options[name] === undefined ? fallback : options[name];
      const [fits, words] = types[type];
      if (value === undefined) throw new TypeError(`${this.name}(): missing option ${name}, ${words}`);
      if (!fits(value))
        throw new TypeError(`${this.name}(): expected ${name} to be ${words}, but got ${kindOf(value)}`);
      values[name] = value;
    }
    if (values.min_val > values.max_val) throw reversedRange();
    return values;
  }

  /** The computation that options ask for. @param {Float32Array} x @param {Options | undefined} options */
  prepared(x, options = {}) {
    const { name, activation, known } = this;
    requireFloat32Array(name, 'x', x);
    if (options === null || typeof options !== 'object' || ArrayBuffer.isView(options) || Array.isArray(options))
      throw new TypeError(`${name}(): expected options to be an object, but got ${kindOf(options)}`);
    const other = Object.keys(options).find((key) => !known.includes(key));
    if (other !== undefined)
      throw new TypeError(`${name}(): there is no option ${other}; there are ${known.join(', ')}`);
    return computation(activation, this.#values(options), shapeOf(name, options.shape, x.length));
  }

  /** Where the result is to go. @param {Options | undefined} options @param {number} length @returns {Float32Array | null} */
  out(options, length) {
    const out = options?.out ?? null;
    if (out === null) return null;
    requireFloat32Array(this.name, 'out', out);
    requireLength(this.name, 'out', out, length);
    return out;
  }
}

/**
 * An array that does not lie partly over the result's: elements that were written before they were read would be lost.
 * @param {Float32Array} array
 * @param {Float32Array | null} out
 */
function apart(array, out) {
  if (out === null || array.buffer !== out.buffer) return array;
  const isSame = array.byteOffset === out.byteOffset && array.length === out.length;
  const isBehind =
    array.byteOffset >= out.byteOffset + out.byteLength || out.byteOffset >= array.byteOffset + array.byteLength;
  return isSame || isBehind ? array : array.slice();
}

/** @param {Activation} activation @returns {ArrayFunction} */
function arrayFunction(activation) {
  const call = new Call(activation);
  /** @param {Float32Array} x @param {Options} [options] */
  const forward = (x, options) => {
    const { shape, forward: run } = call.prepared(x, options);
    const out = call.out(options, shape.numel());
    return run(apart(x, out), out);
  };
  /** @param {Float32Array} grad @param {Float32Array} x @param {Options} [options] */
  const backward = (grad, x, options) => {
    requireFloat32Array(call.name, 'grad', grad);
    const { shape, backward: run, both } = call.prepared(x, options);
    requireLength(call.name, 'grad', grad, shape.numel());
    const out = call.out(options, x.length);
    const [above, at] = [apart(grad, out), apart(x, out)];
    return both ? both(above, at, out) : run(above, at, null, out);
  };
  return Object.defineProperty(Object.assign(forward, { backward }), 'name', { value: call.name });
}

/**
 * By their names in nn.functional, beside `exp` and `squareplus`.
 * @type {Record<string, ArrayFunction>}
 */
export const arrayFunctions = Object.fromEntries(
  activations.filter(({ functional }) => functional).map((a) => [a.functional, arrayFunction(a)]),
);

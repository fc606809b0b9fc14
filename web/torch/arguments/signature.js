// Arguments as Python binds them: the names of types, keyword objects, and calls of Python functions and methods.

import { RuntimeError } from '../../core/errors.js';
import { Float, plain } from '../../core/numbers/written.js';
import { isTensor } from '../storage/base.js';

/**
 * A parameter of a Python function: a name alone must be given, `{ name, default }` may be, `keyword: true` stands
 * behind the `*`.
 * @typedef {string | { name: string, default: unknown, keyword?: boolean }} Parameter
 */

/** What torch.typename says of functions, where the host knows it: torch.nn.functional.relu. @type {WeakMap<Function, string>} */
export const fullNames = new WeakMap();

/** Whether it is what PyTorch takes for a list: Python's range is none. @param {any} value @returns {value is any[]} */
export const isList = (value) => Array.isArray(value) && /** @type {any} */ (value)[Symbol.toStringTag] !== 'range';

/** @type {Record<string, string>} */
const typeNames = {
  bigint: 'int',
  string: 'str',
  boolean: 'bool',
  undefined: 'NoneType',
  symbol: 'object',
};

/** Of what can be called: a module, which is of its class, a class, or a function, which may say what it is in Python. @param {any} value @returns {string} */
function functionName(value) {
  if (typeof value.state_dict === 'function') return value.constructor.name;
  return value.pythonType ?? (/^(class|<class) /.test(String(value)) ? 'type' : 'function');
}

/**
 * What Python calls the type of a value: list, str, NoneType, int, float, bool, Tensor, dict, function…
 * An integral number is an int, as everywhere in torchlet.
 * @param {unknown} value
 * @returns {string}
 */
export function typeName(value) {
  const type = typeof value;
  if (type === 'number') return Number.isSafeInteger(value) ? 'int' : 'float';
  if (type === 'function') return functionName(value);
  if (type !== 'object') return typeNames[type];
  const object = /** @type {any} */ (value);
  if (object === null) return 'NoneType';
  if (object instanceof Float) return 'float';
  if (isTensor(object)) return object[Symbol.toStringTag];
  if (Array.isArray(object)) return object[/** @type {any} */ (Symbol.toStringTag)] ?? 'list';
  if (isKeywords(object) || object instanceof Map) return 'dict';
  if (object instanceof Set) return 'set';
  const tag = tagOf(object);
  // Of a second torchlet in the program, as import and require() give where the host cannot share one.
  return tag === 'Tensor' || tag === 'Parameter' ? `${tag} of another torchlet` : tag;
}

/** Whether Python counts with a value. @param {unknown} value @returns {value is number | bigint | boolean} */
export const isNumber = (value) =>
  typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean' || value instanceof Float;

/**
 * Typed arrays of any realm.
 * @param {any} value
 */
export const isTyped = (value) => ArrayBuffer.isView(value) && tagOf(value) !== 'DataView';

/**
 * What an error adds where one of the arguments is a typed array and a tensor was expected.
 * @param {...unknown} args
 */
export const typedHint = (...args) =>
  args.some(isTyped)
    ? '; torch.from_numpy(array) is a tensor over a Float32Array, torchlet/arrays computes arrays without tensors'
    : '';

/** The name of a built-in class, of any realm. @param {unknown} value */
export const tagOf = (value) => Object.prototype.toString.call(value).slice(8, -1);

/**
 * Whether a value is a plain object, which as the last argument holds keyword arguments. Plain objects of other realms
 * (an iframe, a test's context) count.
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
export function isKeywords(value) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/**
 * Python's truth of a value, as `if inplace:` asks for it.
 * @param {unknown} value
 */
export function truth(value) {
  if (isTensor(value)) {
    const count = value.shape.numel();
    if (count === 1) return truth(value.item());
    throw new RuntimeError(
      `Boolean value of Tensor with ${count === 0 ? 'no values' : 'more than one value'} is ambiguous`,
    );
  }
  // Python takes NaN for true.
  return Array.isArray(value) ? value.length > 0 : Boolean(plain(value)) || Number.isNaN(value);
}

/**
 * The number of arguments given: `undefined` at the end is as good as absent.
 * @param {ArrayLike<unknown>} args
 */
export function given(args) {
  let count = args.length;
  while (count > 0 && args[count - 1] === undefined) count--;
  return count;
}

/** @param {number} count */
const plural = (count) => (count === 1 ? '' : 's');

/**
 * Binds the arguments of a Python function and throws Python's TypeErrors.
 * @param {string} name as Python names it, `LeakyReLU.__init__`
 * @param {ReadonlyArray<Parameter>} parameters without `self`
 * @param {ReadonlyArray<unknown>} args positional arguments, then perhaps one plain object of keyword arguments
 * @param {boolean} [method] whether Python counts a `self` among the positional arguments
 * @param {boolean} [isWritten] whether a float is to be as it was written
 * @returns {unknown[]} the values in the order of the parameters
 * @example bindPython('relu', ['input', { name: 'inplace', default: false }], [x, { inplace: true }]) // [x, true]
 */
export function bindPython(name, parameters, args, method = false, isWritten = false) {
  let count = given(args);
  const last = args[count - 1];
  const keywords = count > 0 && isKeywords(last) ? last : null;
  if (keywords !== null) count--;
  const positional = positionalCount(parameters);
  const values = new Array(parameters.length);
  for (let p = 0; p < parameters.length; p++) {
    const parameter = parameters[p];
    if (p < count && p < positional && args[p] !== undefined) values[p] = args[p];
    else values[p] = typeof parameter === 'string' ? undefined : parameter.default;
  }
  if (keywords !== null) bindKeywords(name, parameters, keywords, values, count);
  if (count > positional) {
    const self = method ? 1 : 0;
    const least = parameters.filter((p) => typeof p === 'string').length;
    throw new TypeError(takes(name, least + self, positional + self, count + self));
  }
  const missing = parameters.filter((p, i) => typeof p === 'string' && values[i] === undefined);
  if (missing.length > 0) {
    const list = new Intl.ListFormat('en').format(missing.map((p) => `'${p}'`));
    throw new TypeError(
      `${name}() missing ${missing.length} required positional argument${plural(missing.length)}: ${list}`,
    );
  }
  // Where a number is expected that is no dimension, it is JavaScript's; elsewhere it must be told from an int.
  return values.map((value, i) => {
    const { name, default: fallback } = /** @type {any} */ (parameters[i]);
    return isWritten || typeof fallback !== 'number' || name === 'dim' ? value : plain(value);
  });
}

/** @param {ReadonlyArray<Parameter>} parameters */
function positionalCount(parameters) {
  return parameters.filter((p) => typeof p === 'string' || !p.keyword).length;
}

/**
 * @param {string} name
 * @param {ReadonlyArray<Parameter>} parameters
 * @param {Record<string, unknown>} keywords
 * @param {unknown[]} values
 * @param {number} count positional arguments given
 */
function bindKeywords(name, parameters, keywords, values, count) {
  for (const key of Object.keys(keywords)) {
    if (keywords[key] === undefined) continue;
    const p = parameters.findIndex((q) => (typeof q === 'string' ? q : q.name) === key);
    if (p < 0)
      throw new TypeError(`${name}() got an unexpected keyword argument '${key}'${suggestion(parameters, key)}`);
    if (p < count) throw new TypeError(`${name}() got multiple values for argument '${key}'`);
    values[p] = keywords[key];
  }
}

/**
 * What Python 3.13 and later add where a parameter's name is near: ". Did you mean 'inplace'?"
 * @param {ReadonlyArray<Parameter>} parameters
 * @param {string} key
 */
function suggestion(parameters, key) {
  const near = nearest(
    parameters.map((parameter) => (typeof parameter === 'string' ? parameter : parameter.name)),
    key,
  );
  return near === '' ? '' : `. Did you mean '${near}'?`;
}

/** The name that is most like another, if any is. @param {Iterable<string>} names @param {string} key */
export function nearest(names, key) {
  let found = '';
  let least = Infinity;
  for (const name of names) {
    const change = distance(key, name);
    // No more than a third of the characters, as Python/suggestions.c has it.
    if (change <= Math.floor((key.length + name.length + 3) / 3) && change < least) [found, least] = [name, change];
  }
  return found;
}

/**
 * Python's edit distance: 2 for a character more, less or other, 1 for another case.
 * @param {string} a
 * @param {string} b
 */
function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, j) => 2 * j);
  for (let i = 0; i < a.length; i++) {
    const next = [2 * (i + 1)];
    for (let j = 0; j < b.length; j++) {
      const change = a[i] === b[j] ? 0 : a[i].toLowerCase() === b[j].toLowerCase() ? 1 : 2;
      next.push(Math.min(row[j] + change, row[j + 1] + 2, next[j] + 2));
    }
    row = next;
  }
  return row[b.length];
}

/**
 * @param {string} name
 * @param {number} least
 * @param {number} most
 * @param {number} count
 */
export function takes(name, least, most, count) {
  const range =
    least === most ? `${most} positional argument${plural(most)}` : `from ${least} to ${most} positional arguments`;
  return `${name}() takes ${range} but ${count} ${count === 1 && least === most ? 'was' : 'were'} given`;
}

/**
 * Refuses arguments to a method that takes none: `TensorBase.dim() takes no arguments (1 given)`.
 * @param {string} name
 * @param {ReadonlyArray<unknown>} args
 */
export function noArguments(name, args) {
  const count = given(args);
  if (count === 0) return;
  const last = args[count - 1];
  if (!isKeywords(last)) throw new TypeError(`TensorBase.${name}() takes no arguments (${count} given)`);
  if (Object.values(last).some((value) => value !== undefined)) {
    throw new TypeError(`TensorBase.${name}() takes no keyword arguments`);
  }
  noArguments(name, args.slice(0, count - 1));
}

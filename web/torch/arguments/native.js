// Calls of PyTorch's C++ functions: signatures in PyTorch's own notation, bound and refused as its argument parser does.
// Source: torch/csrc/utils/python_arg_parser.cpp.
import { Generator } from '../../core/numbers/random.js';
import { Size } from '../../core/numbers/size.js';
import { plain } from '../../core/numbers/written.js';
import { isTensor } from '../storage/base.js';
import { isPlace } from '../storage/device.js';
import { DType, kIntegral } from '../storage/dtype.js';
import { Layout } from '../storage/layout.js';
import { invalidCombination } from './native_errors.js';
import { given, isKeywords, isList, isNumber, noArguments, takes, typedHint, typeName } from './signature.js';

/**
 * @typedef {{ name: string, type: string, accepts: (value: any) => boolean, printed: string, optional: boolean,
 *   nullable: boolean, fallback: unknown, keyword: boolean }} Argument
 * @typedef {{ name: string, args: Argument[], positional: number, least: number, text: string, hidden: boolean,
 *   variadic: boolean }} Signature
 */

/** A tensor of one whole number counts as an int. @param {any} value */
const isInt = (value) =>
  Number.isInteger(value) ||
  typeof value === 'bigint' ||
  (isTensor(value) && value.shape.length === 0 && value.dtype.kind === kIntegral);

/** Of a list of ints only the first element is looked at here, as in PyTorch. @param {any} value */
const isInts = (value) => isList(value) && (value.length === 0 || isInt(value[0]));

const never = () => false;

// What each type accepts, and how it prints in messages if not by its name. Operators of arithmetic take a number for a
// tensor (`Tensor|Scalar`); a scalar may be a tensor of no dimensions that needs no gradient.
/** @type {Record<string, [accepts: (value: any) => boolean, printed?: string]>} */
const types = {
  Tensor: [isTensor],
  'Tensor|Scalar': [(v) => isTensor(v) || isNumber(v), 'Tensor'],
  Scalar: [(v) => isNumber(v) || (isTensor(v) && v.shape.length === 0 && !v.requires_grad), 'Number'],
  int: [isInt],
  'int?': [isInt, 'int'],
  'int[]': [isInts, 'tuple of ints'],
  'int[1]?': [(v) => isInt(v) || isInts(v), 'tuple of ints'],
  'Tensor[]': [(v) => Array.isArray(v), 'tuple of Tensors'],
  bool: [(v) => typeof v === 'boolean'],
  float: [isNumber],
  'float[]?': [(v) => Array.isArray(v), 'tuple of floats'],
  str: [(v) => typeof v === 'string'],
  'str?': [(v) => typeof v === 'string', 'str'],
  'int[]?': [isInts, 'tuple of ints'],
  any: [() => true, 'object'],
  dtype: [(v) => v instanceof DType, 'torch.dtype'],
  device: [isPlace, 'torch.device'],
  layout: [(v) => v instanceof Layout, 'torch.layout'],
  memory_format: [never, 'torch.memory_format'],
  Generator: [(v) => v instanceof Generator, 'torch.Generator'],
  'Generator?': [(v) => v instanceof Generator, 'torch.Generator'],
  'torch.Storage': [never],
  list: [(v) => Array.isArray(v) && !(v instanceof Size), 'object'],
};

/**
 * @param {string} text a default as PyTorch's notation writes it
 * @returns {unknown}
 */
function parseDefault(text) {
  if (text === 'None') return null;
  if (text === 'True' || text === 'False') return text === 'True';
  if (text.startsWith('"')) return text.slice(1, -1);
  return Number.isNaN(Number(text)) ? text : Number(text);
}

/**
 * Reads `add(Tensor input, Tensor other, *, Scalar alpha=1)`, perhaps followed by `|deprecated`.
 * @param {string} source
 * @returns {Signature}
 */
function parseSignature(source) {
  const [, name, list, hidden] = /** @type {RegExpExecArray} */ (/^(\w+)\((.*)\)(\|\w+)?$/.exec(source));
  /** @type {Argument[]} */ const args = [];
  let keyword = false;
  const texts = (list === '' ? [] : list.split(', ')).map((item) => {
    if (item === '*') {
      keyword = true;
      return item;
    }
    const [, type, name, text] = /** @type {RegExpExecArray} */ (/^(\S+) (\w+)(?:=(\S+))?$/.exec(item));
    const [accepts, printed = type] = types[type];
    const optional = text !== undefined;
    const fallback = optional ? parseDefault(text) : undefined;
    const nullable = fallback === null || type.endsWith('?') || noneFlags.includes(name);
    args.push({ name, type, accepts, printed, optional, nullable, fallback, keyword });
    return `${printed} ${name}${optional ? ` = ${text}` : ''}`;
  });
  const positional = args.filter((a) => !a.keyword).length;
  const least = args.filter((a) => !a.optional).length;
  const variadic = positional === 1 && args[0].type === 'int[]';
  return { name, args, positional, least, text: `(${texts.join(', ')})`, hidden: hidden !== undefined, variadic };
}

/** None stands for the default where PyTorch allows it: where the default is None, and for these flags of creation. */
const noneFlags = ['requires_grad', 'pin_memory'];

/** The signatures of one native function; they are read at its first call. */
export class NativeParser {
  /** @type {string[]} */ #sources;
  /** @type {Signature[] | undefined} */ #signatures;
  /** Which of the signatures the last call matched. */ matched = 0;

  /** @param {string[]} sources in PyTorch's notation, deprecated ones last */
  constructor(sources) {
    this.#sources = sources;
  }

  /**
   * The values of the arguments in the order of the matching signature.
   * @param {ReadonlyArray<unknown>} args positional arguments, then perhaps one plain object of keyword arguments
   * @returns {any[]}
   */
  bind(args) {
    this.#signatures ??= this.#sources.map(parseSignature);
    let count = given(args);
    const last = args[count - 1];
    const keywords = typeof last === 'object' && isKeywords(last) ? last : null;
    if (keywords !== null) count--;
    const signatures = this.#signatures;
    for (let s = 0; s < signatures.length; s++) {
      const values = match(signatures[s], args, count, keywords, signatures.length === 1);
      if (Array.isArray(values)) {
        this.matched = s;
        return values;
      }
      if (signatures.length === 1) throw new TypeError(`${values}${typedHint(...args)}`);
    }
    const passed = keywords ?? {};
    const keys = keysOf(passed);
    const total = count + keys.length;
    const shown = signatures.filter((s) => !s.hidden);
    const plausible = shown.filter((s) => total >= s.least && total <= s.args.length);
    // biome-ignore format: one line a case
    const message = plausible.length === 1
      ? match(plausible[0], args, count, keywords, true)
      : invalidCombination(shown[0].name, shown.map((s) => s.text), args.slice(0, count), keys, passed);
    throw new TypeError(`${message}${typedHint(...args)}`);
  }
}

/** The names of the keyword arguments that were given. @param {Record<string, unknown>} keywords */
const keysOf = (keywords) => Object.keys(keywords).filter((key) => keywords[key] !== undefined);

/** NumPy's names of keyword arguments, which PyTorch takes too. @type {Record<string, string>} */
const numpyNames = { dim: 'axis', keepdim: 'keepdims', other: 'x2' };

/**
 * FunctionSignature::parse: the values, or why the arguments do not fit.
 * @param {Signature} signature
 * @param {ReadonlyArray<unknown>} args
 * @param {number} count
 * @param {Record<string, unknown> | null} keywords
 * @param {boolean} raise whether the reason is wanted
 * @returns {any[] | string}
 */
function match({ name, args: parameters, positional, least, variadic }, args, count, keywords, raise) {
  if (count > positional && !variadic) return raise ? takes(name, least, positional, count) : '';
  const values = new Array(parameters.length);
  let position = 0;
  let used = 0;
  for (let p = 0; p < parameters.length; p++) {
    const parameter = parameters[p];
    const isPositional = position < count;
    if (isPositional && parameter.keyword) return raise ? takes(name, least, positional, count) : '';
    const key = parameter.name;
    const value = isPositional ? args[position] : (keywords?.[key] ?? keywords?.[numpyNames[key]] ?? keywords?.[key]);
    if (value === undefined ? parameter.optional : value === null && parameter.nullable) {
      values[p] = parameter.fallback ?? null;
    } else if (value === undefined) return raise ? missing(name, parameters.slice(p)) : '';
    else if (parameter.accepts(value)) values[p] = unpacked(name, parameter, value, p);
    else if (variadic && isPositional && isInt(value)) {
      values[p] = unpacked(name, parameter, args.slice(0, count));
      position = count;
      continue;
    } else return raise ? wrongType(name, parameter, value, isPositional ? position : -1) : '';
    if (isPositional) position++;
    else if (value !== undefined) used++;
  }
  if (keywords !== null) {
    const keys = keysOf(keywords);
    if (position < count || used < keys.length) return raise ? unknownKeyword(name, parameters, keys, count) : '';
  }
  return values;
}

/**
 * @param {string} name
 * @param {Argument} parameter
 * @param {any} value for ints a list, or an int where one stands for a list
 * @param {number} [place] of the argument
 */
function unpacked(name, parameter, value, place = 0) {
  if (parameter.type === 'Tensor[]') return tensorsOf(value, place);
  if (parameter.type === 'float') return plain(value);
  if (!parameter.type.startsWith('int')) return value;
  if (!parameter.type.includes('[')) return Number(value);
  return Array.from(Array.isArray(value) ? value : [value], (item, i) => {
    if (isInt(item) || (typeof item === 'boolean' && i > 0)) return Number(item);
    throw new TypeError(
      `${name}(): argument '${parameter.name}' failed to unpack the object at pos ${i + 1} with error "type must be tuple of ints,but got ${typeName(item)}"`,
    );
  });
}

/** A list of tensors, or a TypeError. @param {any[]} list @param {number} place of the argument */
export function tensorsOf(list, place) {
  const i = list.findIndex((one) => !isTensor(one));
  if (i < 0) return list;
  throw new TypeError(`expected Tensor as element ${i} in argument ${place}, but got ${typeName(list[i])}`);
}

/**
 * @param {string} name
 * @param {Argument[]} args of which the first is missing
 */
function missing(name, args) {
  const names = args.filter((a) => !a.optional).map((a) => `"${a.name}"`);
  // PyTorch has the plural the wrong way round.
  return `${name}() missing ${names.length} required positional argument${names.length === 1 ? 's' : ''}: ${names.join(', ')}`;
}

/**
 * @param {string} name
 * @param {Argument} parameter
 * @param {unknown} value
 * @param {number} position -1 for a keyword argument
 */
function wrongType(name, parameter, value, position) {
  const place = position < 0 ? '' : ` (position ${position + 1})`;
  const found =
    parameter.type === 'int[]' && position >= 0 && isList(value)
      ? `but found element of type ${typeName(value[0])} at pos 0`
      : `not ${typeName(value)}`;
  return `${name}(): argument '${parameter.name}'${place} must be ${parameter.printed}, ${found}`;
}

/**
 * @param {string} name
 * @param {Argument[]} args
 * @param {string[]} keys
 * @param {number} count
 */
function unknownKeyword(name, args, keys, count) {
  for (const key of keys) {
    const p = args.findIndex((a) => a.name === key);
    if (p < 0) return `${name}() got an unexpected keyword argument '${key}'`;
    if (p < count) return `${name}() got multiple values for argument '${key}'`;
  }
  return `${name}() got invalid keyword arguments`;
}

/** @template T @typedef {{ method: (...args: any[]) => T }} Method an operation's form as a method, which takes the tensor for `this` */

/**
 * Makes a function from PyTorch's signatures and one implementation for each (or one for all), which gets the bound
 * values in order. Its `method` is the same operation as a method: the signatures without `input` and `out`.
 * @template {(...args: any[]) => any} F
 * @param {string | string[]} sources
 * @param {...((...values: any[]) => any)} implementations
 * @returns {F & Method<ReturnType<F>>}
 */
export function native(sources, ...implementations) {
  const list = [sources].flat();
  const parser = new NativeParser(list);
  const call = (/** @type {unknown[]} */ ...args) => {
    const values = parser.bind(args);
    return (implementations[parser.matched] ?? implementations[0])(...values);
  };
  // What takes a number for the tensor, as pow(2, x), is no method.
  const isOwn = (/** @type {any} */ _, /** @type {number} */ i) => list.length === 1 || list[i].includes(' input');
  const method = nativeMethod(list.filter(isOwn).map(withoutInput), ...implementations.filter(isOwn));
  return Object.assign(/** @type {any} */ (call), { method, sources: list, implementations });
}

/** Another name of a native function, which its messages then have. @template {Function} F @param {F} own @param {string} name @returns {F} */
export function renamed(own, name) {
  const { sources, implementations } = /** @type {any} */ (own);
  return /** @type {any} */ (native)(
    sources.map((/** @type {string} */ source) => source.replace(/^\w+/, name)),
    ...implementations,
  );
}

/**
 * An operation that is a method only.
 * @param {string | string[]} sources its signatures without `self`
 * @param {...((self: any, ...values: any[]) => any)} implementations
 * @returns {(this: any, ...args: any[]) => any}
 */
export function nativeMethod(sources, ...implementations) {
  const [only, ...others] = [sources].flat();
  if (others.length === 0 && only?.endsWith('()')) return withoutArguments(only.slice(0, -2), implementations[0]);
  const parser = new NativeParser([sources].flat());
  return function (...args) {
    const values = parser.bind(args);
    return (implementations[parser.matched] ?? implementations[0])(this, ...values);
  };
}

/** A method that C++ lets take nothing. @param {string} name @param {(self: any) => any} implementation @returns {(this: any, ...args: any[]) => any} */
function withoutArguments(name, implementation) {
  return function (...args) {
    noArguments(name, args);
    return implementation(this);
  };
}

/** A function's signature as that of a method. @param {string} source */
export const withoutInput = (source) =>
  source
    .replace(/\(\S+ input(, )?/, '(')
    .replace(/(, )?\S+ out=None/, '')
    .replace(/(, )?\*(?=\))/, '');

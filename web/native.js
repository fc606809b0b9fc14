// Calls of PyTorch's C++ functions: signatures in PyTorch's own notation, bound and refused as its argument parser does.
// Source: torch/csrc/utils/python_arg_parser.cpp.
import { isTensor } from './base.js';
import { DType } from './dtype.js';
import { invalidCombination } from './native_errors.js';
import { given, isKeywords, typeName } from './signature.js';

/**
 * @typedef {{ name: string, type: string, printed: string, optional: boolean, fallback: unknown, keyword: boolean }}
 *   Argument
 * @typedef {{ name: string, args: Argument[], positional: number, least: number, text: string, hidden: boolean,
 *   variadic: boolean }} Signature
 */

// How the parser's types print in messages.
/** @type {Record<string, string>} */
const printedTypes = {
  Scalar: 'Number',
  'int[]': 'tuple of ints',
  'int[1]?': 'tuple of ints',
  'int?': 'int',
  memory_format: 'torch.memory_format',
  any: 'object',
  'Tensor[]': 'tuple of Tensors',
  dtype: 'torch.dtype',
  layout: 'torch.layout',
  device: 'torch.device',
  Generator: 'torch.Generator',
};

/** @param {unknown} value */
const isInt = (value) => (typeof value === 'number' && Number.isInteger(value)) || typeof value === 'bigint';

// What each type accepts. Operators of arithmetic take a number for a tensor (`Tensor|Scalar`); a scalar may be a tensor
// of no dimensions that needs no gradient. Of a list of ints only the first element is looked at here, as in PyTorch.
/** @type {Record<string, (value: any) => boolean>} */
const accepts = {
  Tensor: isTensor,
  'Tensor|Scalar': (v) => isTensor(v) || isNumber(v),
  Scalar: (v) => isNumber(v) || (isTensor(v) && v.shape.length === 0 && !v.requires_grad),
  int: isInt,
  'int[]': (v) => Array.isArray(v) && (v.length === 0 || isInt(v[0])),
  'int[1]?': (v) => isInt(v) || (Array.isArray(v) && (v.length === 0 || isInt(v[0]))),
  'Tensor[]': (v) => Array.isArray(v) && v.every(isTensor),
  bool: (v) => typeof v === 'boolean',
  str: (v) => typeof v === 'string',
  dtype: (v) => v instanceof DType,
  'int?': isInt,
  any: () => true,
  memory_format: () => false,
  layout: () => false,
  device: (v) => v === 'cpu',
  Generator: () => false,
};

/** @param {unknown} v */
function isNumber(v) {
  return typeof v === 'number' || typeof v === 'bigint' || typeof v === 'boolean';
}

/**
 * @param {string} text a default as PyTorch's notation writes it
 * @returns {unknown}
 */
function parseDefault(text) {
  if (text === 'None') return null;
  if (text === 'True' || text === 'False') return text === 'True';
  return Number.isNaN(Number(text)) ? text : Number(text);
}

/**
 * Reads `add(Tensor input, Tensor other, *, Scalar alpha=1)`, perhaps followed by `|deprecated`.
 * @param {string} source
 * @returns {Signature}
 */
function parseSignature(source) {
  const [, name, list, flag] = /** @type {RegExpExecArray} */ (/^(\w+)\((.*)\)(\|\w+)?$/.exec(source));
  /** @type {Argument[]} */ const args = [];
  /** @type {string[]} */ const texts = [];
  let keyword = false;
  for (const item of list === '' ? [] : list.split(', ')) {
    if (item === '*') {
      keyword = true;
      texts.push(item);
      continue;
    }
    const [, type, argument, fallback] = /** @type {RegExpExecArray} */ (/^(\S+) (\w+)(?:=(\S+))?$/.exec(item));
    const printed = type === 'Tensor|Scalar' ? 'Tensor' : (printedTypes[type] ?? type);
    const optional = fallback !== undefined;
    args.push({
      name: argument,
      type,
      printed,
      optional,
      fallback: optional ? parseDefault(fallback) : undefined,
      keyword,
    });
    texts.push(`${printed} ${argument}${optional ? ` = ${fallback}` : ''}`);
  }
  const positional = args.filter((a) => !a.keyword).length;
  const least = args.filter((a) => !a.optional).length;
  const variadic = positional === 1 && args[0].type === 'int[]';
  return { name, args, positional, least, text: `(${texts.join(', ')})`, hidden: flag === '|deprecated', variadic };
}

/**
 * @template T
 * @typedef {{ method: (self: any, args: ReadonlyArray<unknown>) => T }} Method an operation's form as a method
 */

/** The signatures of one native function; they are read at its first call. */
export class NativeParser {
  /** @type {string[]} */ #sources;
  /** @type {Signature[] | null} */ #signatures = null;
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
    const keywords = count > 0 && typeof last === 'object' && isKeywords(last) ? last : null;
    if (keywords !== null) count--;
    const signatures = this.#signatures;
    if (signatures.length === 1) return /** @type {any[]} */ (match(signatures[0], args, count, keywords, true));
    for (let s = 0; s < signatures.length; s++) {
      const values = match(signatures[s], args, count, keywords, false);
      if (values !== null) {
        this.matched = s;
        return values;
      }
    }
    throw this.#refuse(signatures, args, count, keywords);
  }

  /**
   * @param {Signature[]} signatures
   * @param {ReadonlyArray<unknown>} args
   * @param {number} count
   * @param {Record<string, unknown> | null} keywords
   */
  #refuse(signatures, args, count, keywords) {
    const total = count + keywordNames(keywords).length;
    const shown = signatures.filter((s) => !s.hidden);
    const plausible = shown.filter((s) => total >= s.least && total <= s.args.length);
    if (plausible.length === 1) match(plausible[0], args, count, keywords, true);
    const texts = shown.map((s) => s.text);
    return new TypeError(invalidCombination(shown[0].name, texts, args.slice(0, count), keywords ?? {}));
  }
}

/** @param {Record<string, unknown> | null} keywords */
function keywordNames(keywords) {
  return keywords === null ? [] : Object.keys(keywords).filter((key) => keywords[key] !== undefined);
}

/**
 * A keyword argument by its name or NumPy's name for it.
 * @param {Record<string, unknown> | null} keywords
 * @param {string} name
 */
function keyword(keywords, name) {
  return keywords === null ? undefined : (keywords[name] ?? keywords[numpyNames[name]] ?? keywords[name]);
}
/** @type {Record<string, string>} */
const numpyNames = { dim: 'axis', keepdim: 'keepdims', other: 'x2' };

/**
 * FunctionSignature::parse: the values, or null (or, with `raise`, an error) where the arguments do not fit.
 * @param {Signature} signature
 * @param {ReadonlyArray<unknown>} args
 * @param {number} count
 * @param {Record<string, unknown> | null} keywords
 * @param {boolean} raise
 * @returns {any[] | null}
 */
function match(signature, args, count, keywords, raise) {
  if (count > signature.positional && !signature.variadic) {
    if (raise) throw extraArguments(signature, count);
    return null;
  }
  const values = new Array(signature.args.length);
  let position = 0;
  let used = 0;
  for (let p = 0; p < signature.args.length; p++) {
    const parameter = signature.args[p];
    const isPositional = position < count;
    if (isPositional && parameter.keyword) {
      if (raise) throw extraArguments(signature, count);
      return null;
    }
    const value = isPositional ? args[position] : keyword(keywords, parameter.name);
    if (value === undefined ? parameter.optional : value === null && allowsNone(parameter)) {
      values[p] = parameter.fallback ?? null;
    } else if (value === undefined) {
      if (raise) throw missingArguments(signature, p);
      return null;
    } else if (accepts[parameter.type](value)) {
      values[p] = parameter.type.startsWith('int[') ? unpackInts(signature, parameter, value) : value;
    } else if (signature.variadic && position === 0 && isPositional && isInt(value)) {
      values[p] = unpackInts(signature, parameter, args.slice(0, count));
      position = count;
      continue;
    } else {
      if (raise) throw wrongType(signature, parameter, value, isPositional ? position : -1);
      return null;
    }
    if (isPositional) position++;
    else if (value !== undefined) used++;
  }
  if (keywords !== null && (position < count || used < keywordNames(keywords).length)) {
    if (raise) throw extraKeywords(signature, keywords, count);
    return null;
  }
  return values;
}

/**
 * None stands for the default where PyTorch allows it: where the default is None, and for the flags of creation.
 * @param {Argument} parameter
 */
const allowsNone = (parameter) =>
  parameter.fallback === null || parameter.type.endsWith('?') || noneFlags.has(parameter.name);
const noneFlags = new Set(['requires_grad', 'pin_memory']);

/**
 * @param {Signature} signature
 * @param {Argument} parameter
 * @param {unknown} value a list, or an int where one stands for a list
 * @returns {number[]}
 */
function unpackInts(signature, parameter, value) {
  const list = Array.isArray(value) ? value : [value];
  return Array.from(list, (value, i) => {
    if (isInt(value) || (typeof value === 'boolean' && i > 0)) return Number(value);
    throw new TypeError(
      `${signature.name}(): argument '${parameter.name}' failed to unpack the object at pos ${i + 1} with error "type must be tuple of ints,but got ${typeName(value)}"`,
    );
  });
}

/**
 * @param {Signature} signature
 * @param {number} count
 */
function extraArguments({ name, positional, least }, count) {
  const takes =
    least === positional
      ? `${positional} positional argument${positional === 1 ? '' : 's'}`
      : `from ${least} to ${positional} positional arguments`;
  return new TypeError(`${name}() takes ${takes} but ${count} ${count === 1 ? 'was' : 'were'} given`);
}

/**
 * @param {Signature} signature
 * @param {number} from
 */
function missingArguments({ name, args }, from) {
  const names = args.slice(from).filter((a) => !a.optional);
  // PyTorch has the plural the wrong way round.
  const s = names.length === 1 ? 's' : '';
  const list = names.map((a) => `"${a.name}"`).join(', ');
  return new TypeError(`${name}() missing ${names.length} required positional argument${s}: ${list}`);
}

/**
 * @param {Signature} signature
 * @param {Argument} parameter
 * @param {unknown} value
 * @param {number} position -1 for a keyword argument
 */
function wrongType({ name }, parameter, value, position) {
  const place = position < 0 ? '' : ` (position ${position + 1})`;
  const argument = `${name}(): argument '${parameter.name}'${place} must be ${parameter.printed}`;
  if (parameter.type === 'int[]' && position >= 0 && Array.isArray(value)) {
    return new TypeError(`${argument}, but found element of type ${typeName(value[0])} at pos 0`);
  }
  return new TypeError(`${argument}, not ${typeName(value)}`);
}

/**
 * @param {Signature} signature
 * @param {Record<string, unknown>} keywords
 * @param {number} count
 */
function extraKeywords({ name, args }, keywords, count) {
  for (const key of keywordNames(keywords)) {
    const p = args.findIndex((a) => a.name === key);
    if (p < 0) return new TypeError(`${name}() got an unexpected keyword argument '${key}'`);
    if (p < count) return new TypeError(`${name}() got multiple values for argument '${key}'`);
  }
  return new TypeError(`${name}() got invalid keyword arguments`);
}

/**
 * Makes a function from PyTorch's signatures and one implementation for each (or one for all), which gets the bound
 * values in order. Its `method` is the same operation as a method: the signatures without `input` and `out`.
 * @template {(...args: any[]) => any} F
 * @param {string | string[]} sources
 * @param {...((...values: any[]) => any)} implementations
 * @returns {F & Method<ReturnType<F>>}
 */
export function native(sources, ...implementations) {
  const list = typeof sources === 'string' ? [sources] : sources;
  const parser = new NativeParser(list);
  const only = implementations.length === 1 ? implementations[0] : null;
  /** @param {any[]} args */
  const call = (...args) => {
    const values = parser.bind(args);
    return (only ?? implementations[parser.matched])(...values);
  };
  return Object.assign(/** @type {any} */ (call), { method: nativeMethod(list.map(withoutInput), ...implementations) });
}

/**
 * An operation that is a method only.
 * @param {string | string[]} sources its signatures without `self`
 * @param {...((self: any, ...values: any[]) => any)} implementations
 * @returns {(self: any, args: ReadonlyArray<unknown>) => any}
 */
export function nativeMethod(sources, ...implementations) {
  const parser = new NativeParser(typeof sources === 'string' ? [sources] : sources);
  const only = implementations.length === 1 ? implementations[0] : null;
  return (self, args) => {
    const values = parser.bind(args);
    return (only ?? implementations[parser.matched])(self, ...values);
  };
}

/** A function's signature as that of a method. @param {string} source */
export const withoutInput = (source) =>
  source
    .replace(/\(\S+ input(, )?/, '(')
    .replace(/(, )?\S+ out=None/, '')
    .replace(/(, )?\*(?=\))/, '');

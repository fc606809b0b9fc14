// str() and repr() of any value, as CPython writes them.

import { formatFloat } from '../../core/text/digits.js';
import { callSpecial, special } from '../operations/objects.js';
import { Module, Range, Singleton, Slice, Tuple } from '../values/containers.js';
import { Dict, PySet } from '../values/dict.js';
import { Exception, raised } from '../values/exceptions.js';
import { PyFunction } from '../values/functions.js';
import { numberOf } from '../values/hashing.js';
import { PyGenerator, PyIterator } from '../values/iterators.js';
import {
  BoundMethod,
  Builtin,
  ClassMethod,
  kDict,
  nameOf,
  Property,
  StaticMethod,
  Type,
  typeOf,
} from '../values/types.js';

/** An address that an object could have. @param {any} object */
export const addressOf = (object) => `0x${(0x7f0000000000 + numberOf(object) * 16).toString(16).padStart(12, '0')}`;

/** @param {number} point */
const isHidden = (point) => /[\p{C}\p{Z}]/u.test(String.fromCodePoint(point)) && point !== 32;

/** repr() of a text. @param {string} text */
export function quoted(text) {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  let result = mark;
  for (const character of text) {
    const point = /** @type {number} */ (character.codePointAt(0));
    if (character === mark || character === '\\') result += `\\${character}`;
    else if (character === '\n') result += '\\n';
    else if (character === '\r') result += '\\r';
    else if (character === '\t') result += '\\t';
    else if (point < 32 || point === 127) result += `\\x${point.toString(16).padStart(2, '0')}`;
    else if (point < 127) result += character;
    else if (isHidden(point)) result += escaped(point);
    else result += character;
  }
  return result + mark;
}

/** @param {number} point */
export function escaped(point) {
  if (point < 256) return `\\x${point.toString(16).padStart(2, '0')}`;
  return point < 65536 ? `\\u${point.toString(16).padStart(4, '0')}` : `\\U${point.toString(16).padStart(8, '0')}`;
}

/** The containers that are being shown, so that one within itself ends. @type {Set<any>} */
const open = new Set();

/** @param {any} container @param {string} within @param {() => string} write */
function once(container, within, write) {
  if (open.has(container)) return within;
  open.add(container);
  try {
    return write();
  } finally {
    open.delete(container);
  }
}

/** Digits of an int that are converted; CPython refuses more. */
const kMostDigits = 4300;

/** @param {bigint} value */
export function intText(value) {
  const text = String(value);
  if (text.length > kMostDigits && text.replace('-', '').length > kMostDigits) {
    throw raised(
      'ValueError',
      'Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit',
    );
  }
  return text;
}

/** repr(value) @param {any} value @returns {string} */
export function repr(value) {
  switch (typeof value) {
    case 'bigint':
      return intText(value);
    case 'number':
      return formatFloat(value);
    case 'string':
      return quoted(value);
    case 'boolean':
      return value ? 'True' : 'False';
    case 'undefined':
      return 'None';
    default:
  }
  if (value === null) return 'None';
  const own = special(value, '__repr__');
  if (own !== undefined) {
    const text = callSpecial(own, value);
    if (typeof text !== 'string') throw raised('TypeError', `__repr__ returned non-string (type ${nameOf(text)})`);
    return text;
  }
  return plainRepr(value);
}

/** repr() of what has no method of its own for it. @param {any} value @returns {string} */
export function plainRepr(value) {
  if (Array.isArray(value)) return once(value, '[...]', () => `[${value.map(repr).join(', ')}]`);
  if (value instanceof Tuple) {
    const { items } = value;
    return once(value, '(...)', () =>
      items.length === 1 ? `(${repr(items[0])},)` : `(${items.map(repr).join(', ')})`,
    );
  }
  if (value instanceof Dict) {
    return once(value, '{...}', () => `{${[...value].map(([key, item]) => `${repr(key)}: ${repr(item)}`).join(', ')}}`);
  }
  if (value instanceof PySet) return once(value, `${nameOf(value)}(...)`, () => setRepr(value));
  if (value instanceof Range)
    return `range(${value.start}, ${value.stop}${value.step === 1n ? '' : `, ${value.step}`})`;
  if (value instanceof Slice) return `slice(${repr(value.start)}, ${repr(value.stop)}, ${repr(value.step)})`;
  if (value instanceof Singleton) return value.name;
  if (value instanceof Exception) {
    return `${value.type.name}(${value.args.map(repr).join(', ')})`;
  }
  return objectRepr(value);
}

/** @param {PySet} set */
function setRepr(set) {
  const items = [...set].map(repr).join(', ');
  const name = nameOf(set);
  if (name === 'set') return set.size === 0 ? 'set()' : `{${items}}`;
  return set.size === 0 ? `${name}()` : `${name}({${items}})`;
}

/** @param {any} value @returns {string} */
function objectRepr(value) {
  if (value instanceof Type) return `<class '${value.fullName}'>`;
  if (value instanceof PyFunction) return `<function ${value.qualname} at ${addressOf(value)}>`;
  if (value instanceof BoundMethod) return methodRepr(value);
  if (value instanceof Builtin) {
    if (value.self !== undefined) return `<bound method ${value.qualname} of ${repr(value.self)}>`;
    if (value.kind === 'function') return `<function ${value.qualname} at ${addressOf(value)}>`;
    if (value.kind !== '') return `<built-in method ${value.name} of type object at ${addressOf(value)}>`;
    return value.qualname.includes('.')
      ? `<method '${value.name}' of '${value.qualname.split('.')[0].replace(/^TensorBase$/, 'torch._C.$&')}' objects>`
      : `<built-in function ${value.name}>`;
  }
  if (value instanceof Module)
    return /^(math|time|itertools|sys|builtins)$/.test(value.name)
      ? `<module '${value.name}' (built-in)>`
      : `<module '${value.name}'>`;
  if (value instanceof PyGenerator) return `<generator object ${value.qualname} at ${addressOf(value)}>`;
  if (value instanceof PyIterator)
    return `<${value.name} object ${value.qualname === '' ? '' : `${value.qualname} `}at ${addressOf(value)}>`;
  if (value instanceof Property || value instanceof StaticMethod || value instanceof ClassMethod) {
    return `<${nameOf(value)} object at ${addressOf(value)}>`;
  }
  const type = typeOf(value);
  return `<${type.module === 'builtins' ? '' : `${type.module}.`}${type.qualname} object at ${addressOf(value)}>`;
}

/** @param {BoundMethod} method */
function methodRepr({ callable, self }) {
  // A module of torchlet's, and what PyTorch has written in Python, is Python's.
  if (callable instanceof Builtin && typeof self !== 'function' && callable.kind !== 'function')
    return `<built-in method ${callable.name} of ${nameOf(self)} object at ${addressOf(self)}>`;
  return `<bound method ${callable.qualname ?? callable.name} of ${repr(self)}>`;
}

/** str(value) @param {any} value @returns {string} */
export function str(value) {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' && typeof value !== 'function') return repr(value);
  if (value === null) return 'None';
  const own = special(value, '__str__');
  if (own !== undefined) {
    const text = callSpecial(own, value);
    if (typeof text !== 'string') throw raised('TypeError', `__str__ returned non-string (type ${nameOf(text)})`);
    return text;
  }
  if (value instanceof Exception && typeOf(value).lookup('__repr__')?.isUsers !== true) return exceptionText(value);
  return repr(value);
}

/** str() of an exception: its message. @param {Exception} error */
export function exceptionText(error) {
  const { type, args } = error;
  if (args.length === 0) return '';
  if (args.length === 1) return type.mro.some((one) => one.name === 'KeyError') ? repr(args[0]) : str(args[0]);
  if (args.length === 2 && type.mro.some((one) => one.name === 'OSError'))
    return `[Errno ${str(args[0])}] ${str(args[1])}${error[kDict].has('filename') ? `: ${repr(error[kDict].get('filename'))}` : ''}`;
  return plainRepr(new Tuple(args));
}

// The built-in functions: print, len, range, sorted, isinstance…
// biome-ignore-all lint/suspicious/noControlCharactersInRegex: ASCII begins with them.

import { bound, counted, fn } from '../operations/arguments.js';
import { binary } from '../operations/arithmetic.js';
import { compare } from '../operations/compare.js';
import { iterate, listOf } from '../operations/iterate.js';
import { powerModulo } from '../operations/numbers.js';
import {
  call,
  callSpecial,
  deleteAttribute,
  find,
  getAttribute,
  isCallable,
  setAttribute,
  special,
} from '../operations/objects.js';
import { countOf, indexOf, sizeOf, truth } from '../operations/truth.js';
import { machine } from '../session.js';
import { format } from '../text/format.js';
import { escaped, repr, str } from '../text/repr.js';
import { Module, Tuple } from '../values/containers.js';
import { Attributes } from '../values/dict.js';
import { isException, raised } from '../values/exceptions.js';
import { numberOf } from '../values/hashing.js';
import { iterator, kStop, PyGenerator, PyIterator } from '../values/iterators.js';
import { kDict, nameOf, Type, typeOf } from '../values/types.js';
import { divmod, extreme, inBase, round, sum } from './arithmetic.js';
import { open } from './files.js';
import { hashOf, namesOf } from './objects.js';
import { order, sorted } from './sequences.js';

/** @param {any[]} args @param {Map<string, any>} keywords */
function print(args, keywords) {
  for (const key of keywords.keys()) {
    if (!['sep', 'end', 'file', 'flush'].includes(key))
      throw raised('TypeError', `'${key}' is an invalid keyword argument for print()`);
  }
  const part = (/** @type {string} */ name, /** @type {string} */ fallback) => {
    const value = keywords.get(name) ?? fallback;
    if (typeof value !== 'string') throw raised('TypeError', `${name} must be None or a string, not ${nameOf(value)}`);
    return value;
  };
  const [between, end, file] = [part('sep', ' '), part('end', '\n'), keywords.get('file') ?? null];
  let text = '';
  try {
    args.forEach((value, i) => {
      if (i > 0) text += between;
      text += str(value);
    });
    text += end;
  } finally {
    // What stands before a value whose text fails is printed all the same.
    if (file === null) machine.session.write(text);
    else call(getAttribute(file, 'write'), [text]);
  }
  return null;
}

/** @param {any} value @param {any} classes @param {string} who @param {(type: any) => boolean} test @returns {boolean} */
function anyOf(value, classes, who, test) {
  if (classes instanceof Tuple) return classes.items.some((one) => anyOf(value, one, who, test));
  if (classes instanceof Type) return test(classes);
  const own = special(classes, '__instancecheck__');
  if (own !== undefined) return truth(callSpecial(own, classes, value));
  throw raised(
    'TypeError',
    who === 'issubclass'
      ? 'issubclass() arg 2 must be a class, a tuple of classes, or a union'
      : 'isinstance() arg 2 must be a type, a tuple of types, or a union',
  );
}

/** isinstance(value, classes) @param {any} value @param {any} classes */
const isInstanceOf = (value, classes) =>
  anyOf(value, classes, 'isinstance', (type) => typeOf(value).derivesFrom(type) || type.covers?.(value) === true);

/** @param {any} value */
function iteratorFor(value) {
  if (value instanceof PyGenerator) return value;
  const own = typeof value === 'string' || Array.isArray(value) ? undefined : special(value, '__iter__');
  return own === undefined ? iterate(value) : callSpecial(own, value);
}

/** The next value of what iter() gave, or kStop. @param {any} source */
function nextOf(source) {
  if (source instanceof PyIterator) return source.step();
  if (source instanceof PyGenerator) return iterate(source).step();
  const own = special(source, '__next__');
  if (own === undefined) throw raised('TypeError', `'${nameOf(source)}' object is not an iterator`);
  try {
    return callSpecial(own, source);
  } catch (error) {
    if (isException(error, 'StopIteration')) return kStop;
    throw error;
  }
}

/** @param {any[]} args @param {Map<string, any>} keywords */
export function zip(args, keywords) {
  const sources = args.map(iterate);
  const isStrict = truth(keywords.get('strict') ?? false);
  return iterator('zip', () => {
    if (sources.length === 0) return kStop;
    const items = [];
    for (const [i, source] of sources.entries()) {
      const one = source.step();
      if (one === kStop) {
        if (isStrict && (i > 0 || sources.slice(1).some((other) => other.step() !== kStop))) {
          throw raised(
            'ValueError',
            i > 0
              ? `zip() argument ${i + 1} is shorter than argument${i > 1 ? 's 1-' : ' '}${i}`
              : 'zip() argument 2 is longer than argument 1',
          );
        }
        return kStop;
      }
      items.push(one);
    }
    return new Tuple(items);
  });
}

/** @type {Record<string, [least: number, most: number, call: (...args: any[]) => any]>} */
const plain = {
  len: [1, 1, (value) => BigInt(sizeOf(value))],
  repr: [1, 1, repr],
  ascii: [
    1,
    1,
    (value) => repr(value).replace(/[^\0-\x7f]/gu, (one) => escaped(/** @type {number} */ (one.codePointAt(0)))),
  ],
  id: [
    1,
    1,
    (value) =>
      BigInt(typeof value === 'object' && value !== null ? 0x7f0000000000 + numberOf(value) * 16 : 0x7f0000000000) +
      (typeof value === 'bigint' ? value * 32n : 0n),
  ],
  hash: [1, 1, hashOf],
  callable: [1, 1, isCallable],
  chr: [
    1,
    1,
    (value) => {
      const point = indexOf(value);
      if (point < -2147483648n || point > 2147483647n)
        throw raised('OverflowError', 'Python int too large to convert to C int');
      if (point < 0n || point > 0x10ffffn) throw raised('ValueError', 'chr() arg not in range(0x110000)');
      return String.fromCodePoint(Number(point));
    },
  ],
  ord: [
    1,
    1,
    (value) => {
      if (typeof value !== 'string')
        throw raised('TypeError', `ord() expected string of length 1, but ${nameOf(value)} found`);
      if (countOf(value) !== 1)
        throw raised('TypeError', `ord() expected a character, but string of length ${countOf(value)} found`);
      return BigInt(/** @type {number} */ (value.codePointAt(0)));
    },
  ],
  abs: [
    1,
    1,
    (value) => {
      if (typeof value === 'bigint' || typeof value === 'boolean')
        return BigInt(value) < 0n ? -BigInt(value) : BigInt(value);
      if (typeof value === 'number') return Math.abs(value);
      const own = special(value, '__abs__');
      if (own === undefined) throw raised('TypeError', `bad operand type for abs(): '${nameOf(value)}'`);
      return callSpecial(own, value);
    },
  ],
  any: [
    1,
    1,
    (items) => {
      const source = iterate(items);
      for (let one = source.step(); one !== kStop; one = source.step()) if (truth(one)) return true;
      return false;
    },
  ],
  all: [
    1,
    1,
    (items) => {
      const source = iterate(items);
      for (let one = source.step(); one !== kStop; one = source.step()) if (!truth(one)) return false;
      return true;
    },
  ],
  iter: [
    1,
    2,
    (value, sentinel) => {
      if (sentinel === undefined) return iteratorFor(value);
      if (!isCallable(value)) throw raised('TypeError', 'iter(v, w): v must be callable');
      return iterator('callable_iterator', () => {
        const one = call(value, []);
        return truth(compare('==', one, sentinel)) ? kStop : one;
      });
    },
  ],
  next: [
    1,
    2,
    (source, fallback) => {
      const value = nextOf(source);
      if (value !== kStop) return value;
      if (fallback !== undefined) return fallback;
      const { result } = source;
      throw raised('StopIteration', ...(result === null || result === undefined ? [] : [result]));
    },
  ],
  divmod: [2, 2, divmod],
  isinstance: [2, 2, isInstanceOf],
  issubclass: [
    2,
    2,
    (type, classes) => {
      if (!(type instanceof Type)) throw raised('TypeError', 'issubclass() arg 1 must be a class');
      return anyOf(type, classes, 'issubclass', (one) => type.derivesFrom(one));
    },
  ],
  getattr: [
    2,
    3,
    (object, name, fallback) => {
      try {
        const found = find(object, attributeName(name));
        if (found !== undefined) return found;
      } catch (error) {
        if (fallback === undefined || !isException(error, 'AttributeError')) throw error;
        return fallback;
      }
      return fallback === undefined ? getAttribute(object, name) : fallback;
    },
  ],
  hasattr: [
    2,
    2,
    (object, name) => {
      try {
        return find(object, attributeName(name)) !== undefined;
      } catch (error) {
        if (isException(error, 'AttributeError')) return false;
        throw error;
      }
    },
  ],
  setattr: [
    3,
    3,
    (object, name, value) => {
      setAttribute(object, attributeName(name), value);
      return null;
    },
  ],
  delattr: [
    2,
    2,
    (object, name) => {
      deleteAttribute(object, name);
      return null;
    },
  ],
  format: [1, 2, (value, spec = '') => format(value, spec)],
  vars: [
    1,
    1,
    (value) => {
      const names = value?.[kDict] ?? (value instanceof Module || value instanceof Type ? value.dict : undefined);
      if (names === undefined) throw raised('TypeError', 'vars() argument must have __dict__ attribute');
      return new Attributes(names);
    },
  ],
  globals: [0, 0, () => new Attributes(machine.session.globals)],
  dir: [1, 1, namesOf],
  exit: [0, 1, exit],
  quit: [0, 1, exit],
  // Where it is called by its name, the compiler reads the frame: ../compile/calls.js.
  locals: [0, 0, () => new Attributes(machine.session.globals)],
};

/** @param {any} name */
function attributeName(name) {
  if (typeof name === 'string') return name;
  throw raised('TypeError', `attribute name must be string, not '${nameOf(name)}'`);
}

/** @param {any} [code] @returns {never} */
function exit(code) {
  throw raised('SystemExit', ...(code === undefined ? [] : [code]));
}

/** What a page has not, with the reason. @type {Record<string, string>} */
const refused = {
  input: 'input() has nobody to ask here: give the name its value, as in name = "Ada"',
  eval: 'eval() is not part of this Python: write the expression itself',
  exec: 'exec() is not part of this Python: write the statements themselves',
  compile: 'compile() is not part of this Python',
  breakpoint: 'breakpoint() is not part of this Python: print() shows values',
  help: 'help() is not part of this Python: the documentation has every name',
  bytes: 'bytes are not part of this Python: a str holds any text, a list of ints any bytes',
  bytearray: 'bytearray is not part of this Python: a list of ints holds any bytes',
  memoryview: 'memoryview is not part of this Python: a list holds any values',
  complex: 'complex numbers are not part of this Python: a tuple holds two parts',
};

/** @type {Record<string, any>} */
export const functions = {
  print: fn('print', print),
  min: fn('min', (args, keywords) => extreme('min', args, keywords)),
  max: fn('max', (args, keywords) => extreme('max', args, keywords)),
  sum: fn('sum', sum),
  round: fn('round', round),
  sorted: fn('sorted', (args, keywords) => {
    if (args.length !== 1) throw raised('TypeError', `sorted expected 1 argument, got ${args.length}`);
    return sorted(listOf(args[0]), ...order(keywords));
  }),
  open,
  pow: fn('pow', (args, keywords) => {
    const [base, exponent, modulus = null] = bound('pow', ['base', 'exp', 'mod?'], args, keywords);
    if (modulus === null) return binary('**', base, exponent);
    if ([base, exponent, modulus].some((one) => typeof one === 'number'))
      throw raised('TypeError', 'pow() 3rd argument not allowed unless all arguments are integers');
    return powerModulo(indexOf(base), indexOf(exponent), indexOf(modulus));
  }),
  bin: inBase('bin', 2n),
  oct: inBase('oct', 8n),
  hex: inBase('hex', 16n),
};
for (const [name, [least, most, run]] of Object.entries(plain)) {
  functions[name] = fn(name, (args, keywords) => {
    counted(name, args, keywords, least, most);
    return run(...args);
  });
}
for (const [name, reason] of Object.entries(refused)) {
  functions[name] = fn(name, () => {
    throw raised('NotImplementedError', reason);
  });
}

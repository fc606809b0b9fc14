// Operators: + - * / // % ** @ << >> & | ^, their forms in place, and - + ~ not of one operand.

import { kNotImplemented, Tuple } from '../values/containers.js';
import { Dict, FrozenSet, PySet } from '../values/dict.js';
import { raised } from '../values/exceptions.js';
import { plainOf } from '../values/held.js';
import { Builtin, nameOf, typeOf } from '../values/types.js';
import { checkCount, listOf } from './iterate.js';
import * as numbers from './numbers.js';
import { callSpecial, special } from './objects.js';

/** @type {Record<string, string>} */
const names = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'truediv',
  '//': 'floordiv',
  '%': 'mod',
  '**': 'pow',
  '@': 'matmul',
  '<<': 'lshift',
  '>>': 'rshift',
  '&': 'and',
  '|': 'or',
  '^': 'xor',
  'divmod()': 'divmod',
};

/** How `%` of a text is done; set by ../text/percent.js. @type {{ percent: (text: string, value: any) => string }} */
export const texts = { percent: () => '' };

/** @param {any} value */
const isInt = (value) => typeof value === 'bigint' || typeof value === 'boolean';
/** @param {any} value */
export const isReal = (value) => typeof value === 'number' || isInt(value);

/** @param {string} op @param {bigint} a @param {bigint} b */
function ofInts(op, a, b) {
  switch (op) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      if (a > 1n << 4096n || b > 1n << 4096n) numbers.checkBits(BigInt(numbers.bitLength(a) + numbers.bitLength(b)));
      return a * b;
    case '/':
      return numbers.trueDivide(a, b);
    case '//':
      return numbers.floorDivide(a, b);
    case '%':
      return numbers.modulo(a, b);
    case '**':
      return numbers.intPower(a, b);
    case '<<':
      if (b < 0n) throw raised('ValueError', 'negative shift count');
      if (a !== 0n) numbers.checkBits(BigInt(numbers.bitLength(a)) + b);
      return a << b;
    case '>>':
      if (b < 0n) throw raised('ValueError', 'negative shift count');
      return a >> b;
    case '&':
      return a & b;
    case '|':
      return a | b;
    case '^':
      return a ^ b;
    default:
      return kNotImplemented;
  }
}

/** @param {string} op @param {number} a @param {number} b */
function ofFloats(op, a, b) {
  switch (op) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      if (b === 0) throw raised('ZeroDivisionError', 'float division by zero');
      return a / b;
    case '//':
      return numbers.floatFloorDivide(a, b);
    case '%':
      return numbers.floatModulo(a, b);
    case '**':
      return numbers.floatPower(a, b);
    default:
      return kNotImplemented;
  }
}

/**
 * `a op b`
 * @param {string} op
 * @param {any} a
 * @param {any} b
 * @returns {any}
 */
export function binary(op, a, b) {
  const result = plain(op, a, b);
  if (result !== kNotImplemented) return result;
  const made = byMethods(op, a, b);
  if (made !== kNotImplemented) return made;
  if (op === '*' && isSequence(a) !== isSequence(b)) return repeatedBy(a, b);
  throw unsupported(op, a, b);
}

/** A sequence as often as an object with `__index__` says. @param {any} a @param {any} b */
function repeatedBy(a, b) {
  const times = isSequence(a) ? b : a;
  const own = special(times, '__index__');
  if (own === undefined) throw unsupported('*', a, b);
  return repeated(isSequence(a) ? a : b, callSpecial(own, times));
}

/** Of built-in values. @param {string} op @param {any} a @param {any} b @returns {any} */
function plain(op, a, b) {
  if (isReal(a) && isReal(b)) {
    if (typeof a === 'boolean' && typeof b === 'boolean') {
      if (op === '&') return a && b;
      if (op === '|') return a || b;
      if (op === '^') return a !== b;
    }
    if (isInt(a) && isInt(b)) return ofInts(op, BigInt(a), BigInt(b));
    return ofFloats(op, real(a), real(b));
  }
  if (typeof a === 'string') {
    if (op === '%') return texts.percent(a, b);
    if (op === '+' && typeof b === 'string') {
      if (a.length + b.length > 100_000_000) throw raised('MemoryError', 'a text of more than 100 million characters');
      return a + b;
    }
  }
  if (op === '*') return repeated(a, b);
  if (op === '+') return joined(a, b);
  if (a instanceof PySet && b instanceof PySet) return ofSets(op, a, b);
  if (op === '|' && a instanceof Dict && b instanceof Dict && typeOf(a).lookup('__or__') === undefined)
    return new Dict([...a, ...b]);
  return kNotImplemented;
}

/** @param {any} value */
const real = (value) => (typeof value === 'bigint' ? numbers.toFloat(value) : Number(value));

/** Whether a type of sequences does something in a way of its own. @param {any} value @param {string} name */
const has = (value, name) => typeOf(value).lookup(name) !== undefined;

/** @param {any} a @param {any} b */
function joined(a, b) {
  if (Array.isArray(a) && Array.isArray(b) && typeOf(a).lookup('__add__') === undefined) return a.concat(b);
  if (a instanceof Tuple && b instanceof Tuple && !has(a, '__add__') && !has(b, '__radd__'))
    return new Tuple([...a.items, ...b.items]);
  return kNotImplemented;
}

/** @param {any} a @param {any} b */
function repeated(a, b) {
  const [sequence, times] = isSequence(a) ? [a, b] : isSequence(b) ? [b, a] : [null, null];
  const count = plainOf(times);
  if (sequence === null) return kNotImplemented;
  if (!isInt(count) || (sequence instanceof Tuple && has(sequence, '__mul__'))) return kNotImplemented;
  if (BigInt.asIntN(64, BigInt(count)) !== BigInt(count))
    throw raised('OverflowError', "cannot fit 'int' into an index-sized integer");
  const many = BigInt(count) < 0n ? 0 : Number(count);
  if (typeof sequence === 'string') {
    if (sequence.length * many > 100_000_000) throw raised('MemoryError', 'a text of more than 100 million characters');
    return sequence.repeat(many);
  }
  const items = Array.isArray(sequence) ? sequence : sequence.items;
  checkCount(items.length * many);
  const all = new Array(items.length * many);
  for (let i = 0; i < all.length; i++) all[i] = items[i % items.length];
  return Array.isArray(sequence) ? all : new Tuple(all);
}

/** @param {any} value */
const isSequence = (value) => typeof value === 'string' || Array.isArray(value) || value instanceof Tuple;

/** In the order in which CPython's loops add the elements; a copy keeps the table as it is. @param {string} op @param {PySet} a @param {PySet} b */
function ofSets(op, a, b) {
  const Kind = a instanceof FrozenSet ? FrozenSet : PySet;
  switch (op) {
    case '|':
      return new Kind([...a.map.values(), ...b]);
    case '&':
      return a.size < b.size
        ? new Kind([...a].filter((one) => b.has(one)))
        : new Kind([...b].filter((one) => a.has(one)));
    case '-':
      return new Kind([...a].filter((one) => !b.has(one)));
    case '^':
      return new Kind([...[...b.map.values()].filter((one) => !a.has(one)), ...[...a].filter((one) => !b.has(one))]);
    default:
      return kNotImplemented;
  }
}

/** By `__add__` and `__radd__` and the like. @param {string} op @param {any} a @param {any} b @returns {any} */
function byMethods(op, a, b) {
  const name = names[op];
  const [first, second] = [typeOf(a), typeOf(b)];
  const direct = first.lookup(`__${name}__`);
  const reflected = first === second ? undefined : second.lookup(`__r${name}__`);
  if (reflected !== undefined && second.derivesFrom(first) && reflected !== first.lookup(`__r${name}__`)) {
    const result = callSpecial(reflected, b, a);
    if (result !== kNotImplemented) return result;
    return direct === undefined ? kNotImplemented : callSpecial(direct, a, b);
  }
  if (direct !== undefined) {
    const result = callSpecial(direct, a, b);
    if (result !== kNotImplemented) return result;
  }
  return reflected === undefined ? kNotImplemented : callSpecial(reflected, b, a);
}

/** @param {string} op @param {any} a @param {any} b @param {string} [shown] */
function unsupported(op, a, b, shown = op) {
  const [first, second] = [nameOf(a), nameOf(b)];
  if (op === '+' && isSequence(a)) {
    return raised(
      'TypeError',
      typeof a === 'string'
        ? `can only concatenate str (not "${second}") to str`
        : `can only concatenate ${Array.isArray(a) ? 'list' : 'tuple'} (not "${second}") to ${Array.isArray(a) ? 'list' : 'tuple'}`,
    );
  }
  if (op === '*' && (isSequence(a) || isSequence(b))) {
    return raised('TypeError', `can't multiply sequence by non-int of type '${isSequence(a) ? second : first}'`);
  }
  const power = op === '**' && shown === op ? '** or pow()' : shown;
  // Python 2's way to print into a file.
  const meant =
    op === '>>' && a instanceof Builtin && a.name === 'print'
      ? '. Did you mean "print(<message>, file=<output_stream>)"?'
      : '';
  return raised('TypeError', `unsupported operand type(s) for ${power}: '${first}' and '${second}'${meant}`);
}

/**
 * `a op= b`: what the name stands for after.
 * @param {string} op without the sign of equality
 * @param {any} a
 * @param {any} b
 * @returns {any}
 */
export function inPlace(op, a, b) {
  if (isReal(a) && isReal(b)) return binary(op, a, b);
  const own = typeof a === 'string' ? undefined : special(a, `__i${names[op]}__`);
  if (own !== undefined) {
    const result = callSpecial(own, a, b);
    if (result !== kNotImplemented) return result;
  }
  if (Array.isArray(a)) {
    if (op === '+') {
      const more = listOf(b);
      checkCount(a.length + more.length);
      for (const one of more) a.push(one);
      return a;
    }
    if (op === '*' && isInt(b)) {
      const all = /** @type {any[]} */ (repeated(a, b));
      a.length = 0;
      for (const one of all) a.push(one);
      return a;
    }
  }
  if (a instanceof PySet && !(a instanceof FrozenSet) && b instanceof PySet) {
    const result = ofSets(op, a, b);
    if (result !== kNotImplemented) {
      a.map = /** @type {PySet} */ (result).map;
      return a;
    }
  }
  if (a instanceof Dict && op === '|') {
    for (const [key, value] of b) a.set(key, value);
    return a;
  }
  const result = plain(op, a, b);
  if (result !== kNotImplemented) return result;
  const made = byMethods(op, a, b);
  if (made !== kNotImplemented) return made;
  throw unsupported(op, a, b, `${op}=`);
}

/** @param {'-' | '+' | '~'} op @param {any} value @returns {any} */
export function unary(op, value) {
  if (typeof value === 'bigint') return op === '-' ? -value : op === '+' ? value : ~value;
  if (typeof value === 'number' && op !== '~') return op === '-' ? -value : value;
  if (typeof value === 'boolean') return op === '-' ? -BigInt(value) : op === '+' ? BigInt(value) : ~BigInt(value);
  const own = special(value, op === '-' ? '__neg__' : op === '+' ? '__pos__' : '__invert__');
  if (own !== undefined) return callSpecial(own, value);
  throw raised('TypeError', `bad operand type for unary ${op}: '${nameOf(value)}'`);
}

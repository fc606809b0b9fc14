// The built-in functions of numbers: min, max, sum, round, divmod, bin, oct, hex.

import { fixed } from '../../core/text/digits.js';
import { bound, counted, fn } from '../operations/arguments.js';
import { binary, isReal } from '../operations/arithmetic.js';
import { compare } from '../operations/compare.js';
import { iterate } from '../operations/iterate.js';
import { floatFloorDivide, floatModulo, toInt } from '../operations/numbers.js';
import { call, callSpecial, special } from '../operations/objects.js';
import { indexOf, truth } from '../operations/truth.js';
import { kNotImplemented, Tuple } from '../values/containers.js';
import { raised } from '../values/exceptions.js';
import { Held } from '../values/held.js';
import { kStop } from '../values/iterators.js';
import { nameOf } from '../values/types.js';

/** @param {string} name @param {any[]} args @param {Map<string, any>} keywords */
export function extreme(name, args, keywords) {
  const key = keywords.get('key') ?? null;
  const fallback = keywords.get('default');
  for (const one of keywords.keys())
    if (one !== 'key' && one !== 'default')
      throw raised('TypeError', `'${one}' is an invalid keyword argument for ${name}()`);
  if (args.length === 0) throw raised('TypeError', `${name} expected at least 1 argument, got 0`);
  if (args.length > 1 && fallback !== undefined)
    throw raised('TypeError', `Cannot specify a default for ${name}() with multiple positional arguments`);
  const items = args.length === 1 ? iterate(args[0]) : iterate(args);
  let best = items.step();
  if (best === kStop) {
    if (fallback !== undefined) return fallback;
    throw raised('ValueError', `${name}() arg is an empty sequence`);
  }
  let bestKey = key === null ? best : call(key, [best]);
  for (let one = items.step(); one !== kStop; one = items.step()) {
    const own = key === null ? one : call(key, [one]);
    if (truth(compare(name === 'max' ? '>' : '<', own, bestKey))) [best, bestKey] = [one, own];
  }
  return best;
}

/** @param {any[]} args @param {Map<string, any>} keywords */
export function sum(args, keywords) {
  if (args.length === 0) throw raised('TypeError', 'sum() takes at least 1 positional argument (0 given)');
  const [items, start = 0n] = bound('sum', ['iterable', 'start?'], args, keywords);
  if (typeof start === 'string') throw raised('TypeError', "sum() can't sum strings [use ''.join(seq) instead]");
  let total = start;
  const source = iterate(items);
  for (let one = source.step(); one !== kStop; one = source.step()) {
    if (typeof total === 'bigint' && typeof one === 'bigint') total += one;
    else if (typeof total === 'number' && typeof one === 'number') total += one;
    else total = binary('+', total, one);
  }
  return total;
}

/** round(value, digits): of a float by its exact decimal, ties to even. @param {any[]} args @param {Map<string, any>} keywords */
export function round(args, keywords) {
  const [value, places = null] = bound('round', ['number', 'ndigits?'], args, keywords);
  if (typeof value === 'number') {
    if (places === null) {
      if (!Number.isFinite(value)) return toInt(value);
      const floor = Math.floor(value);
      const rest = value - floor;
      return BigInt(rest > 0.5 || (rest === 0.5 && floor % 2 !== 0) ? floor + 1 : floor);
    }
    const digits = indexOf(places);
    return roundedFloat(value, Number(digits > 400n ? 400n : digits < -400n ? -400n : digits));
  }
  if (typeof value === 'bigint' || typeof value === 'boolean') {
    const whole = BigInt(value);
    if (places === null || indexOf(places) >= 0n) return whole;
    const unit = 10n ** -indexOf(places);
    const rest = ((whole % unit) + unit) % unit;
    const low = whole - rest;
    const isUp = 2n * rest > unit || (2n * rest === unit && (low / unit) % 2n !== 0n);
    return isUp ? low + unit : low;
  }
  const own = special(value, '__round__');
  if (own === undefined) throw raised('TypeError', `type ${nameOf(value)} doesn't define __round__ method`);
  return places === null ? callSpecial(own, value) : callSpecial(own, value, places);
}

/** @param {number} value @param {number} places */
function roundedFloat(value, places) {
  if (!Number.isFinite(value) || places > 323) return value;
  if (places < -308) return value < 0 ? -0 : 0;
  if (places >= 0)
    return Math.sign(value) < 0 || Object.is(value, -0) ? -Number(fixed(-value, places)) : Number(fixed(value, places));
  const unit = 10n ** BigInt(-places);
  const magnitude = Math.abs(value);
  const whole = BigInt(Math.floor(magnitude));
  const rest = whole % unit;
  const low = whole - rest;
  const isExact = Number.isInteger(magnitude);
  const isUp = 2n * rest > unit || (2n * rest === unit && (!isExact || (low / unit) % 2n === 1n));
  const result = Number(isUp ? low + unit : low);
  return value < 0 || Object.is(value, -0) ? -result : result;
}

/** @param {any} a @param {any} b */
export function divmod(a, b) {
  if (isReal(a) && isReal(b)) {
    if (typeof a !== 'number' && typeof b !== 'number') return new Tuple([binary('//', a, b), binary('%', a, b)]);
    const [x, y] = [binary('*', a, 1), binary('*', b, 1)];
    if (y === 0) throw raised('ZeroDivisionError', 'float divmod()');
    return new Tuple([floatFloorDivide(x, y), floatModulo(x, y)]);
  }
  for (const [self, other, name] of [
    [a, b, '__divmod__'],
    [b, a, '__rdivmod__'],
  ]) {
    const own = isReal(self) ? undefined : special(self, name);
    const made = own === undefined ? kNotImplemented : callSpecial(own, self, other);
    if (made !== kNotImplemented) return made;
  }
  // A number of a class of the program's.
  if (a instanceof Held) return divmod(a.held, b);
  if (b instanceof Held) return divmod(a, b.held);
  throw raised('TypeError', `unsupported operand type(s) for divmod(): '${nameOf(a)}' and '${nameOf(b)}'`);
}

/** @param {string} name @param {bigint} radix */
export const inBase = (name, radix) =>
  fn(name, (args, keywords) => {
    counted(name, args, keywords, 1);
    const value = indexOf(args[0]);
    return `${value < 0n ? '-' : ''}0${name[0] === 'h' ? 'x' : name[0]}${(value < 0n ? -value : value).toString(Number(radix))}`;
  });

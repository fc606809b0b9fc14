// int, float, bool and str as constructors, and the methods of numbers.

import { addMethods, bound, fn } from '../operations/arguments.js';
import { bitLength, toFloat, toInt } from '../operations/numbers.js';
import { callSpecial, special } from '../operations/objects.js';
import { asIndex, floatOf, indexOf, truth } from '../operations/truth.js';
import { format } from '../text/format.js';
import { quoted, repr, str } from '../text/repr.js';
import { Tuple } from '../values/containers.js';
import { raised } from '../values/exceptions.js';
import { plainOf } from '../values/held.js';
import {
  boolType,
  ClassMethod,
  floatType,
  intType,
  Member,
  nameOf,
  noneType,
  StaticMethod,
  strType,
} from '../values/types.js';

/** @param {string} text @param {bigint} base */
function parseInt_(text, base) {
  const wrong = () =>
    raised('ValueError', `invalid literal for int() with base ${base}: ${quoted(text).slice(0, 200)}`);
  const [, sign, prefix = '', digits] =
    /^([+-]?)(0[xXoObB]_?)?([0-9a-zA-Z]+(?:_[0-9a-zA-Z]+)*)$/.exec(text.trim()) ??
    (() => {
      throw wrong();
    })();
  const named = { x: 16n, o: 8n, b: 2n }[prefix[1]?.toLowerCase() ?? ''];
  if (base !== 0n && (base < 2n || base > 36n)) throw raised('ValueError', 'int() base must be >= 2 and <= 36, or 0');
  let body = digits.replaceAll('_', '');
  let radix = base === 0n ? (named ?? 10n) : base;
  if (prefix && named !== radix) body = prefix.replace('_', '') + body;
  if (radix === 0n) radix = 10n;
  if (radix === 10n && /^\d+$/.test(body)) {
    if (body.length > 4300)
      throw raised(
        'ValueError',
        `Exceeds the limit (4300 digits) for integer string conversion: value has ${body.length} digits; use sys.set_int_max_str_digits() to increase the limit`,
      );
    return sign === '-' ? -BigInt(body) : BigInt(body);
  }
  let value = 0n;
  for (const one of body.toLowerCase()) {
    const digit = BigInt(Number.parseInt(one, 36));
    if (digit >= radix) throw wrong();
    value = value * radix + digit;
  }
  return sign === '-' ? -value : value;
}

intType.make = (_, args, keywords) => {
  if (keywords.has('x')) throw raised('TypeError', "'x' is an invalid keyword argument for int()");
  const [value = 0n, base] = bound('int', ['x?', 'base?'], args, keywords);
  if (base !== undefined) {
    if (typeof value !== 'string') throw raised('TypeError', "int() can't convert non-string with explicit base");
    return parseInt_(value, indexOf(base));
  }
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number') return toInt(value);
  if (typeof value === 'boolean') return BigInt(value);
  if (typeof value === 'string') return parseInt_(value, 10n);
  const own = value === null ? undefined : (special(value, '__int__') ?? special(value, '__trunc__'));
  if (own !== undefined) return callSpecial(own, value);
  const index = asIndex(value);
  if (index !== null) return index;
  throw raised(
    'TypeError',
    `int() argument must be a string, a bytes-like object or a real number, not '${nameOf(value)}'`,
  );
};

/** @param {string} text */
function parseFloat_(text) {
  const body = text.trim().toLowerCase();
  const named = { inf: Number.POSITIVE_INFINITY, infinity: Number.POSITIVE_INFINITY, nan: Number.NaN }[
    body.replace(/^[+-]/, '')
  ];
  if (named !== undefined) return body[0] === '-' ? -named : named;
  if (!/^[+-]?(\d+(_\d+)*\.?(\d+(_\d+)*)?|\.\d+(_\d+)*)(e[+-]?\d+(_\d+)*)?$/.test(body)) {
    throw raised('ValueError', `could not convert string to float: ${quoted(text)}`);
  }
  return Number(body.replaceAll('_', ''));
}

floatType.make = (_, args) => {
  const [value = 0] = args;
  if (typeof value === 'string') return parseFloat_(value);
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return floatOf(value);
  if (value !== null && (special(value, '__float__') !== undefined || asIndex(value) !== null)) return floatOf(value);
  throw raised('TypeError', `float() argument must be a string or a real number, not '${nameOf(value)}'`);
};
boolType.make = (_, args) => truth(args[0] ?? false);
strType.make = (_, args, keywords) => {
  const [value = '', encoding] = bound('str', ['object?', 'encoding?', 'errors?'], args, keywords);
  if (encoding !== undefined)
    throw raised(
      'TypeError',
      typeof encoding === 'string'
        ? `decoding ${typeof value === 'string' ? 'str' : `to str: need a bytes-like object, ${nameOf(value)} found`}${typeof value === 'string' ? ' is not supported' : ''}`
        : `str() argument 'encoding' must be str, not ${nameOf(encoding)}`,
    );
  return str(value);
};
noneType.make = () => null;

/** Whole number and divisor of a float. @param {number} value */
function ratioOf(value) {
  if (!Number.isFinite(value)) toInt(value);
  let [top, bottom] = [value, 1n];
  while (!Number.isInteger(top)) {
    top *= 2;
    bottom *= 2n;
  }
  return new Tuple([BigInt(top), bottom]);
}

/** C99's text of a float. @param {number} value */
function hexOf(value) {
  if (!Number.isFinite(value)) return repr(value);
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const sign = bits >> 63n ? '-' : '';
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const mantissa = (bits & 0xfffffffffffffn).toString(16).padStart(13, '0');
  if (value === 0) return `${sign}0x0.0p+0`;
  const power = exponent === 0 ? -1022 : exponent - 1023;
  return `${sign}0x${exponent === 0 ? 0 : 1}.${mantissa}p${power < 0 ? '' : '+'}${power}`;
}

addMethods(intType, {
  bit_length: (value) => BigInt(bitLength(BigInt(value))),
  bit_count: (value) => BigInt(BigInt(value).toString(2).replaceAll('0', '').replace('-', '').length),
  conjugate: BigInt,
  as_integer_ratio: (value) => new Tuple([BigInt(value), 1n]),
  __index__: BigInt,
  __int__: BigInt,
  __float__: (value) => toFloat(BigInt(value)),
  __format__: format,
});
addMethods(floatType, {
  is_integer: Number.isInteger,
  as_integer_ratio: ratioOf,
  conjugate: (value) => value,
  hex: hexOf,
  __float__: (value) => value,
  __int__: toInt,
  __format__: format,
});
for (const type of [intType, floatType]) {
  type.dict.set('real', new Member((value) => (typeof value === 'boolean' ? BigInt(value) : plainOf(value))));
  type.dict.set('imag', new Member((value) => (typeof value === 'number' ? 0 : 0n)));
}
intType.dict.set('numerator', new Member(BigInt));
intType.dict.set('denominator', new Member(() => 1n));
floatType.dict.set('fromhex', new ClassMethod(fn('fromhex', ([, text]) => Number(text))));
/** A table of characters for str.translate. @param {any[]} args */
strType.dict.set('maketrans', new StaticMethod(fn('maketrans', (args) => makeTable(args))));

/** @type {{ make: (args: any[]) => any }} */
export const tables = { make: () => null };
/** @param {any[]} args */
const makeTable = (args) => tables.make(args);

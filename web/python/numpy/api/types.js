// ndarray, the scalars and dtype as Python types: operators, brackets, attributes, text.

import { isTensor } from '../../../torch/storage/base.js';
import {
  binary,
  format,
  hostType,
  isInstance,
  iteratorOf,
  kEllipsis,
  kNotImplemented,
  raised,
  repr,
  Tuple,
  Type,
  truth,
} from '../../host/protocol.js';
import { Dict } from '../../values/dict.js';
import { floatType } from '../../values/types.js';
import { asArray, dtypeOf, operandOf, toList } from '../array/convert.js';
import { bool, DType, dtypes, float64 } from '../array/dtypes.js';
import { getItem, setItem } from '../array/indexing.js';
import { copied, flat, NdArray, stridesOf, tupleText, view, write } from '../array/ndarray.js';
import { given, plainNumber, Scalar, scalar, scalarClasses } from '../array/scalar.js';
import { dot, matmul } from '../functions/linear.js';
import { reshaped, sizesOf, transposed } from '../functions/shaping.js';
import { apply, commonDtype, errors, ufuncs } from '../functions/ufuncs.js';
import { isWeak, methodsOf } from './define.js';
import { functions } from './functions.js';
import { arrayRepr, arrayStr, scalarRepr, scalarStr } from './printing.js';

/** Operators and the functions that they are. @type {Record<string, [ufunc: string, symbol: string]>} */
const operators = {
  add: ['add', '+'],
  sub: ['subtract', '-'],
  mul: ['multiply', '*'],
  truediv: ['divide', '/'],
  floordiv: ['floor_divide', '//'],
  mod: ['remainder', '%'],
  pow: ['power', '** or pow()'],
  and: ['bitwise_and', '&'],
  or: ['bitwise_or', '|'],
  xor: ['bitwise_xor', '^'],
  lshift: ['left_shift', '<<'],
  rshift: ['right_shift', '>>'],
};
const comparisons = { eq: 'equal', ne: 'not_equal', lt: 'less', le: 'less_equal', gt: 'greater', ge: 'greater_equal' };

/** @param {any} one */
const kindName = (one) => ({ b: 'bool', f: 'float', i: 'int', u: 'int' })[/** @type {'b'} */ (asArray(one).dtype.kind)];

/** A float64 with another number, where no warning is due: most of the arithmetic in loops. @param {any} a @param {any} b @param {string} name */
function ofDoubles(a, b, name) {
  const x = doubleOf(a);
  const y = doubleOf(b);
  if (x === undefined || y === undefined) return undefined;
  const value =
    name === 'add'
      ? x + y
      : name === 'subtract'
        ? x - y
        : name === 'multiply'
          ? x * y
          : name === 'divide'
            ? x / y
            : Number.NaN;
  return value - value === 0 ? scalar(value, float64) : undefined;
}
/** @param {any} value */
const doubleOf = (value) =>
  typeof value === 'number'
    ? value
    : typeof value === 'bigint'
      ? Number(value)
      : value instanceof Scalar && value.dtype === float64
        ? value.value
        : undefined;

/** Whether an int of NumPy's repeats a sequence. @param {any} count @param {any} other */
const isRepeated = (count, other) =>
  count instanceof Scalar &&
  count.dtype.kind !== 'f' &&
  (typeof other === 'string' || Array.isArray(other) || other instanceof Tuple);

/** Powers that arrays have functions for. */
const simplePowers = new Map([
  [2, 'square'],
  [0.5, 'sqrt'],
  [-1, 'reciprocal'],
]);

/** An array before a tensor is refused, as PyTorch refuses it; a scalar is left to the tensor. @param {any} a @param {any} b @param {string} symbol */
function besideTensor(a, b, symbol) {
  if (!(a instanceof NdArray && isTensor(b))) return kNotImplemented;
  throw raised(
    'TypeError',
    symbol === '+'
      ? 'Concatenation operation is not implemented for NumPy arrays, use np.concatenate() instead. Please do not rely on this error; it may not be given on all Python implementations.'
      : `unsupported operand type(s) for ${symbol}: 'numpy.ndarray' and 'Tensor'`,
  );
}

/** @param {any} a @param {any} b @param {string} name @param {string} symbol @param {NdArray | null} [out] */
function operate(a, b, name, symbol, out = null) {
  if (isTensor(a) || isTensor(b)) return besideTensor(a, b, symbol);
  const quick = ofDoubles(a, b, name);
  if (quick !== undefined) return quick;
  if (name === 'multiply' && (isRepeated(a, b) || isRepeated(b, a)))
    return a instanceof Scalar ? binary('*', BigInt(a.value), b) : binary('*', a, BigInt(b.value));
  const odd = a === null || typeof a === 'string' ? a : b;
  if (odd === null)
    throw raised(
      'TypeError',
      `unsupported operand type(s) for ${symbol}: ${[a, b].map((one) => (one === null ? "'NoneType'" : `'${kindName(one)}'`)).join(' and ')}`,
    );
  if (typeof odd === 'string')
    throw raised(
      errors.loop,
      `ufunc '${name}' did not contain a loop with signature matching types (${[a, b].map((one) => `dtype('${typeof one === 'string' ? `<U${one.length}` : asArray(one).dtype.name}')`).join(', ')}) -> None`,
    );
  const [x, y] = [operandOf(a), operandOf(b)];
  if (x === undefined || y === undefined) return kNotImplemented;
  const simple = name === 'power' && a instanceof NdArray && isWeak(b) ? simplePowers.get(Number(b)) : undefined;
  if (
    simple !== undefined &&
    (a.dtype.kind === 'f' || (simple === 'square' && a.dtype !== bool)) &&
    !(typeof b === 'number' && a.dtype.kind !== 'f')
  )
    return finished(apply(ufuncs[simple], [a], { out }), out);
  const isScalar = !(a instanceof NdArray || b instanceof NdArray || Array.isArray(a) || Array.isArray(b));
  const made = apply(ufuncs[name], [x, y], { weak: [isWeak(a), isWeak(b)], out, isScalar });
  return finished(made, out);
}
/** @param {NdArray} made @param {NdArray | null} out */
const finished = (made, out) => out ?? given(made);

/** @param {any} a @param {any} b @param {string} name */
function compared(a, b, name) {
  if (isTensor(b)) return kNotImplemented;
  if (b === null || typeof b === 'string' || b instanceof Dict || b instanceof Type) {
    if (name !== 'equal' && name !== 'not_equal') return kNotImplemented;
    const isDifferent = name === 'not_equal';
    if (a instanceof Scalar) return isDifferent;
    const made = apply(ufuncs.isinf, [
      new NdArray(new Float64Array(a.size).fill(isDifferent ? Number.POSITIVE_INFINITY : 0), a.shape, float64),
    ]);
    return given(made);
  }
  const [x, y] = [operandOf(a), operandOf(b)];
  if (x === undefined || y === undefined) return kNotImplemented;
  const weak = [isWeak(a), isWeak(b)];
  // Comparisons with a number out of the dtype's range are exact.
  if (x.dtype.kind !== 'f' && y.dtype.kind !== 'f') return given(apply(ufuncs[name], [x, y]));
  return given(apply(ufuncs[name], weak.some(Boolean) ? rounded([x, y], weak) : [x, y]));
}

/** Python's numbers as the other operand's dtype has them. @param {NdArray[]} operands @param {boolean[]} weak */
function rounded(operands, weak) {
  const dtype = commonDtype(operands, weak);
  return operands.map((one, i) => (weak[i] && one.dtype !== dtype ? copied(one, dtype) : one));
}

/** @type {Record<string, any>} */
const shared = {};
/** @type {Record<string, any>} */
const inPlace = {};
for (const [key, [name, symbol]] of Object.entries(operators)) {
  shared[`__${key}__`] = (/** @type {any} */ a, /** @type {any} */ b) => operate(a, b, name, symbol);
  shared[`__r${key}__`] = (/** @type {any} */ a, /** @type {any} */ b) => operate(b, a, name, symbol);
  inPlace[`__i${key}__`] = (/** @type {any} */ a, /** @type {any} */ b) => operate(a, b, name, symbol, a);
}
for (const [key, name] of Object.entries(comparisons))
  shared[`__${key}__`] = (/** @type {any} */ a, /** @type {any} */ b) => compared(a, b, name);
const unary = (/** @type {string} */ name) => (/** @type {any} */ a) => given(apply(ufuncs[name], [asArray(a)]));
shared.__neg__ = unary('negative');
shared.__pos__ = unary('positive');
shared.__abs__ = unary('absolute');
shared.__invert__ = (/** @type {any} */ a) => unary(asArray(a).dtype === bool ? 'logical_not' : 'invert')(a);
shared.__divmod__ = (/** @type {any} */ a, /** @type {any} */ b) =>
  new Tuple([operate(a, b, 'floor_divide', 'divmod()'), operate(a, b, 'remainder', 'divmod()')]);

/** The only element. @param {any} a */
function only(a) {
  if (a instanceof Scalar) return a.value;
  if (a.shape.length > 0) throw raised('TypeError', 'only 0-dimensional arrays can be converted to Python scalars');
  return a.data[a.offset];
}
shared.__float__ = (/** @type {any} */ a) => only(a);
shared.__int__ = (/** @type {any} */ a) => {
  const value = only(a);
  if (!Number.isFinite(value))
    throw raised(
      Number.isNaN(value) ? 'ValueError' : 'OverflowError',
      `cannot convert float ${Number.isNaN(value) ? 'NaN' : 'infinity'} to integer`,
    );
  return BigInt(Math.trunc(value));
};
shared.__index__ = (/** @type {any} */ a) => {
  if (asArray(a).dtype.kind === 'f' || asArray(a).dtype.kind === 'b' || asArray(a).shape.length > 0)
    throw raised(
      'TypeError',
      a instanceof Scalar
        ? `'numpy.${a.dtype.name}' object cannot be interpreted as an integer`
        : 'only integer scalar arrays can be converted to a scalar index',
    );
  return BigInt(only(a));
};
shared.__round__ = (/** @type {any} */ a, /** @type {any} */ places) => {
  if (a instanceof Scalar && (places === undefined || places === null))
    return shared.__int__(functions.round.call([a], new Map()));
  return functions.round.call([a, ...(places === undefined || places === null ? [] : [places])], new Map());
};

/** What both have beside operators. @param {string[]} names */
const methodNames =
  'sum mean std var min max argmin argmax prod any all cumsum cumprod ravel squeeze round clip repeat sort argsort nonzero take diagonal trace swapaxes searchsorted'.split(
    ' ',
  );

/** @type {Record<string, (self: any, args: any[], keywords: Map<string, any>) => any>} */
const methods = {
  ...methodsOf(
    functions,
    methodNames.filter((one) => one !== 'sort'),
  ),
  dot: (self, [other]) => given(dot(self, asArray(other))),
  reshape: (self, args, keywords) => {
    void keywords;
    return reshaped(self, sizesOf(args));
  },
  transpose: (self, args) => transposed(self, args.length === 0 || args[0] === null ? undefined : sizesOf(args)),
  flatten: (self) => new NdArray(flat(self).slice(), [self.size], self.dtype),
  copy: (self) => copied(self),
  astype: (self, args, keywords) => astype(self, args[0] ?? keywords.get('dtype')),
  fill: (self, [value]) => write(self, asArray(value)) ?? null,
  tolist: (self) => toList(self),
  item: (self, args) => {
    if (args.length > 0) {
      const picked =
        args.length === 1 && typeof args[0] === 'bigint'
          ? getItem(reshaped(self, [-1]), args[0])
          : getItem(self, args[0] instanceof Tuple ? args[0] : new Tuple(args));
      return plainNumber(picked.data[picked.offset], self.dtype);
    }
    if (self.size !== 1) throw raised('ValueError', 'can only convert an array of size 1 to a Python scalar');
    return plainNumber(flat(self)[0], self.dtype);
  },
  sort: (self, args, keywords) => write(self, asArray(functions.sort.call([self, ...args], keywords))) ?? null,
  view: (self) => view(self, self.shape, self.strides),
  __copy__: (self) => copied(self),
  __deepcopy__: (self) => copied(self),
};

/** @param {NdArray} a @param {any} to */
function astype(a, to) {
  const dtype = dtypeOf(to);
  return copied(a, dtype);
}

/** @param {any} self @param {string} name @param {string} of */
function absent(self, name, of) {
  void self;
  if (name.startsWith('__')) return undefined;
  throw raised('AttributeError', `'numpy.${of}' object has no attribute '${name}'`);
}

export const ndarrayType = hostType(NdArray, {
  name: 'ndarray',
  module: 'numpy',
  find: (self, name) => absent(self, name, 'ndarray'),
  operations: {
    ...shared,
    ...inPlace,
    __hash__: null,
    __matmul__: (a, b) => (isTensor(b) ? besideTensor(a, b, '@') : given(matmul(a, asArray(b)))),
    __rmatmul__: (a, b) => given(matmul(asArray(b), a)),
    __imatmul__: (a, b) => write(a, matmul(a, asArray(b))) ?? a,
    __getitem__: (a, key) => {
      if (typeof key === 'bigint' && a.shape.length === 1) {
        const i = Number(key);
        const n = a.shape[0];
        if (i >= -n && i < n) return scalar(a.data[a.offset + (i < 0 ? i + n : i) * a.strides[0]], a.dtype);
      }
      const made = getItem(a, key);
      return hasEllipsis(key) ? made : given(made);
    },
    __setitem__: (a, key, value) => {
      if (typeof value === 'string')
        throw raised(
          'ValueError',
          a.dtype.kind === 'f'
            ? `could not convert string to float: ${repr(value)}`
            : `invalid literal for int() with base 10: ${repr(value)}`,
        );
      if (typeof key === 'bigint' && a.shape.length === 1 && typeof value === 'number' && a.dtype.kind === 'f') {
        const i = Number(key);
        const n = a.shape[0];
        if (i >= -n && i < n) {
          a.data[a.offset + (i < 0 ? i + n : i) * a.strides[0]] = value;
          return;
        }
      }
      if (typeof value === 'number' && a.dtype.kind !== 'f' && a.dtype.kind !== 'b' && !Number.isFinite(value))
        throw raised(
          Number.isNaN(value) ? 'ValueError' : 'OverflowError',
          `cannot convert float ${Number.isNaN(value) ? 'NaN' : 'infinity'} to integer`,
        );
      setItem(a, key, value);
    },
    __len__: (a) => {
      if (a.shape.length === 0) throw raised('TypeError', 'len() of unsized object');
      return BigInt(a.shape[0]);
    },
    __iter__: (a) => {
      if (a.shape.length === 0) throw raised('TypeError', 'iteration over a 0-d array');
      return iteratorOf(rows(a));
    },
    __contains__: (a, item) => {
      const made = compared(a, item, 'equal');
      return asArray(made).size > 0 && flat(asArray(made)).some((/** @type {number} */ one) => one !== 0);
    },
    __bool__: (a) => {
      if (a.size === 0)
        throw raised(
          'ValueError',
          'The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is not empty.',
        );
      if (a.size > 1)
        throw raised(
          'ValueError',
          'The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()',
        );
      return flat(a)[0] !== 0;
    },
    __repr__: arrayRepr,
    __str__: arrayStr,
    __format__: (a, spec) => {
      if (a.shape.length === 0) return format(given(a), spec);
      if (spec !== '') throw raised('TypeError', 'unsupported format string passed to numpy.ndarray.__format__');
      return arrayStr(a);
    },
  },
  methods,
  properties: {
    shape: [
      (a) => new Tuple(a.shape.map(BigInt)),
      (a, value) => {
        const made = reshaped(a, sizesOf([value]));
        Object.assign(a, { shape: made.shape, strides: made.strides });
      },
    ],
    ndim: (a) => BigInt(a.shape.length),
    size: (a) => BigInt(a.size),
    dtype: (a) => a.dtype,
    itemsize: (a) => BigInt(a.dtype.itemsize),
    nbytes: (a) => BigInt(a.dtype.itemsize * a.size),
    strides: (a) => new Tuple(a.strides.map((/** @type {number} */ one) => BigInt(one * a.dtype.itemsize))),
    base: (a) => a.base,
    T: (a) => transposed(a),
    real: (a) => a,
    flat: (a) => iteratorOf(Array.from(flat(a), (one) => scalar(one, a.dtype))),
  },
});

/** @param {any} key */
const hasEllipsis = (key) => key === kEllipsis || (key instanceof Tuple && key.items.includes(kEllipsis));

/** What iteration gives. @param {NdArray} a */
function* rows(a) {
  const [n, ...shape] = a.shape;
  const [step, ...strides] = a.strides;
  for (let i = 0; i < n; i++)
    yield shape.length === 0
      ? scalar(a.data[a.offset + i * step], a.dtype)
      : view(a, shape, strides, a.offset + i * step);
}

/** Methods of scalars are those of arrays without dimensions. @type {Record<string, any>} */
const scalarMethods = Object.fromEntries(
  Object.entries(methods)
    .filter(([name]) => !/^(fill|sort|view|__)/.test(name))
    .map(([name, method]) => [
      name,
      (/** @type {any} */ self, /** @type {any[]} */ args, /** @type {any} */ keywords) => {
        const made = method(asArray(self), args, keywords);
        return made instanceof NdArray ? given(made) : made;
      },
    ]),
);
/** @type {Record<string, any>} */
const floatMethods = { is_integer: (/** @type {any} */ self) => Number.isInteger(self.value) };

/** What every scalar is to isinstance(). */
export const abstract = /** @type {Record<string, Type>} */ ({});
const makeAbstract = (/** @type {string} */ name, /** @type {Type | undefined} */ base) => {
  abstract[name] = hostType(class {}, { name, module: 'numpy', base });
  return abstract[name];
};
const generic = makeAbstract('generic', undefined);
const number = makeAbstract('number', generic);
const integer = makeAbstract('integer', number);
makeAbstract('signedinteger', integer);
makeAbstract('unsignedinteger', integer);
const floating = makeAbstract('floating', number);

/** The types of scalars by their names. @type {Record<string, Type>} */
export const scalarTypes = {};
for (const dtype of dtypes) {
  const base =
    dtype.kind === 'b'
      ? generic
      : dtype.kind === 'f'
        ? floating
        : abstract[dtype.kind === 'i' ? 'signedinteger' : 'unsignedinteger'];
  const Class = /** @type {any} */ (scalarClasses.get(dtype));
  const type = hostType(Class, {
    name: dtype.name,
    module: 'numpy',
    base,
    make: ([value = 0n]) => {
      const text =
        typeof value === 'string' ? Number(value.trim().replace(/^([+-]?)inf(inity)?$/i, '$1Infinity')) : value;
      if (dtype.kind !== 'f' && typeof text === 'number' && !Number.isFinite(text))
        throw raised(
          Number.isNaN(text) ? 'ValueError' : 'OverflowError',
          `cannot convert float ${Number.isNaN(text) ? 'NaN' : 'infinity'} to integer`,
        );
      return given(copied(asArray(text), dtype));
    },
    find: (self, name) => absent(self, name, dtype.name),
    operations: {
      ...shared,
      __matmul__: () => {
        throw raised(
          'ValueError',
          'matmul: Input operand 0 does not have enough dimensions (has 0, gufunc core with signature (n?,k),(k,m?)->(n?,m?) requires 1)',
        );
      },
      __bool__: (a) => a.value !== 0,
      __hash__: (a) => BigInt(Math.trunc(a.value) || 0),
      __getitem__: (a, key) => {
        if (key === kEllipsis || (key instanceof Tuple && key.items.length === 0)) return a;
        throw raised('IndexError', 'invalid index to scalar variable.');
      },
      __repr__: (a) => scalarRepr(a.value, dtype),
      __str__: (a) => scalarStr(a.value, dtype),
      __format__: (a, spec) =>
        dtype === bool || spec === ''
          ? format(scalarStr(a.value, dtype), spec)
          : format(plainNumber(a.value, dtype), spec),
    },
    methods: { ...scalarMethods, ...(dtype.kind === 'f' ? floatMethods : {}) },
    properties: {
      dtype: () => dtype,
      shape: () => new Tuple([]),
      ndim: () => 0n,
      size: () => 1n,
      itemsize: () => BigInt(dtype.itemsize),
      nbytes: () => BigInt(dtype.itemsize),
      T: (a) => a,
      real: (a) => a,
    },
  });
  /** @type {any} */ (type.dict.get('__hash__')).keyOf = (/** @type {Scalar} */ a) => a.value;
  if (dtype.kind === 'f' || dtype.kind === 'b') type.dict.delete('__index__');
  type.hosts = dtype;
  dtype.type = type;
  scalarTypes[dtype.name] = type;
}
// np.float64 is a float to isinstance().
const before = floatType.covers;
floatType.covers = (value) => (before?.(value) ?? false) || (value instanceof Scalar && value.dtype === float64);

export const dtypeType = hostType(DType, {
  name: 'dtype',
  module: 'numpy',
  make: ([value]) => dtypeOf(value),
  operations: {
    __repr__: (a) => `dtype('${a.name}')`,
    __str__: (a) => a.name,
    __eq__: (a, b) => {
      if (b === null) return a === float64;
      try {
        return dtypeOf(b) === a;
      } catch {
        return false;
      }
    },
    __hash__: (a) => BigInt(dtypes.indexOf(a)),
    __call__: (a, ...args) => a.type.make(null, args, new Map()),
  },
  properties: {
    name: (a) => a.name,
    kind: (a) => a.kind,
    itemsize: (a) => BigInt(a.itemsize),
    char: (a) => a.short[0],
    type: (a) => a.type,
    str: (a) => `<${a.short}`,
  },
});

export { isInstance, stridesOf, truth, tupleText };

// ndarray as a Python type: brackets, methods, attributes, text.

import { isTensor } from '../../../torch/storage/base.js';
import { format, hostType, iteratorOf, kEllipsis, raised, repr, Tuple } from '../../host/protocol.js';
import { asArray, dtypeOf, toList } from '../array/convert.js';
import { getItem, setItem } from '../array/indexing.js';
import { copied, flat, NdArray, view, write } from '../array/ndarray.js';
import { given, plainNumber, scalar } from '../array/scalar.js';
import { complain } from '../array/state.js';
import { dot, matmul } from '../functions/linear.js';
import { reshaped, shapedIn, sizesOf, transposed } from '../functions/shaping.js';
import { methodsOf } from './define.js';
import { functions } from './functions.js';
import { besideTensor, compared, inPlace, shared } from './operators.js';
import { arrayRepr, arrayStr } from './printing.js';

/** The elements of an array as those of a vector: `a.flat[3] = 0`. */
class Flat {
  /** @param {NdArray} array */
  constructor(array) {
    this.array = array;
  }
}
hostType(Flat, {
  name: 'flatiter',
  module: 'numpy',
  isOfC: true,
  operations: {
    __iter__: ({ array }) => iteratorOf(Array.from(flat(array), (one) => scalar(one, array.dtype))),
    __len__: ({ array }) => BigInt(array.size),
    __getitem__: ({ array }, key) => given(getItem(reshaped(array, [-1]), key)),
    __setitem__: ({ array }, key, value) => {
      const vector = reshaped(array, [-1]);
      setItem(vector, key, value);
      if (!array.isContiguous) write(array, reshaped(vector, array.shape));
    },
  },
});

/** What both have beside operators. @param {string[]} names */
const methodNames =
  'sum mean std var min max argmin argmax prod any all cumsum cumprod ravel squeeze round clip repeat sort argsort nonzero take diagonal trace swapaxes searchsorted'.split(
    ' ',
  );

/** @type {Record<string, (self: any, args: any[], keywords: Map<string, any>) => any>} */
export const methods = {
  ...methodsOf(
    functions,
    methodNames.filter((one) => one !== 'sort'),
  ),
  dot: (self, [other]) => given(dot(self, asArray(other))),
  reshape: (self, args, keywords) => shapedIn(self, sizesOf(args), keywords.get('order')),
  transpose: (self, args) => transposed(self, args.length === 0 || args[0] === null ? undefined : sizesOf(args)),
  flatten: (self, args, keywords) => copied(shapedIn(self, [-1], args[0] ?? keywords.get('order'))),
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
  view: (self, args, keywords) => {
    if (args.length + keywords.size > 0)
      throw raised('NotImplementedError', 'view() as another dtype is not part of this NumPy; astype() converts');
    return view(self, self.shape, self.strides);
  },
  __copy__: (self) => copied(self),
  __deepcopy__: (self) => copied(self),
};

/** @param {NdArray} a @param {any} to */
function astype(a, to) {
  const dtype = dtypeOf(to);
  const isNumber = (/** @type {number} */ x) => x - x === 0;
  const values = /** @type {any} */ (a.dtype.kind === 'f' ? flat(a) : []);
  if ((dtype.kind === 'i' || dtype.kind === 'u') && !values.every(isNumber)) complain('invalid', 'cast');
  return copied(a, dtype);
}

/** Attributes that NumPy's arrays and scalars have and these do not. */
const elsewhere = new Set(
  'argpartition byteswap choose compress conj conjugate ctypes data device dump dumps flags getfield imag mT partition put real resize setfield setflags to_device tobytes tofile'.split(
    ' ',
  ),
);

/** Refuses an attribute as CPython does. @param {string} name @param {string} of the type */
export function absent(name, of) {
  if (name.startsWith('__')) return undefined;
  if (elsewhere.has(name)) throw raised('NotImplementedError', `ndarray.${name} is not part of this NumPy`);
  throw raised('AttributeError', `'numpy.${of}' object has no attribute '${name}'`);
}

export const ndarrayType = hostType(NdArray, {
  name: 'ndarray',
  module: 'numpy',
  isOfC: true,
  find: (_, name) => absent(name, 'ndarray'),
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
    __delitem__: () => {
      throw raised('ValueError', 'cannot delete array elements');
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
    flat: (a) => new Flat(a),
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

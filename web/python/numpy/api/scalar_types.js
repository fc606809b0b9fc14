// NumPy's scalars and dtype as Python types.

import { format, hostType, kEllipsis, raised, Tuple, Type } from '../../host/protocol.js';
import { floatType } from '../../values/types.js';
import { asArray, dtypeOf } from '../array/convert.js';
import { bool, DType, dtypes, float64 } from '../array/dtypes.js';
import { copied, NdArray } from '../array/ndarray.js';
import { given, plainNumber, Scalar, scalarClasses } from '../array/scalar.js';
import { absent, methods } from './ndarray_type.js';
import { shared } from './operators.js';
import { scalarRepr, scalarStr } from './printing.js';

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
    isOfC: true,
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
    find: (_, name) => absent(name, dtype.name),
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
        dtype === bool ? format(scalarStr(a.value, dtype), spec) : format(plainNumber(a.value, dtype), spec),
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

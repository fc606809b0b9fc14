// Tensors in Python: operators, brackets, attributes; what needs more than a call of torchlet's method of the same name.

import { absentOf } from '../../torch/arguments/absent.js';
import { isNumber } from '../../torch/arguments/signature.js';
import { isTensor } from '../../torch/storage/base.js';
import { bool } from '../../torch/storage/dtype.js';
import { getItem, setItem } from '../../torch/tensor/indexing.js';
import { Tensor as TensorClass } from '../../torch/tensor/tensor.js';
import torch from '../../torch/torch.js';
import { modules } from '../compile/imports.js';
import { addMethods } from '../operations/arguments.js';
import { asIndex } from '../operations/truth.js';
import { format } from '../text/format.js';
import { kEllipsis, kNotImplemented, Range, Slice, Tuple } from '../values/containers.js';
import { raised } from '../values/exceptions.js';
import { iteratorOf } from '../values/iterators.js';
import { Builtin, builtinType, Member, nameOf } from '../values/types.js';
import { arrays, fromTorch, SizeTuple, toArguments, toData, toTorch } from './convert.js';

export const tensorType = builtinType('Tensor', undefined, 'torch');
tensorType.nativeName = 'torch._C.TensorBase';

/** What may stand beside a tensor in an operation. @param {any} value */
const isOperand = (value) => isTensor(value) || isNumber(value);

/** @param {any} value */
function operandOf(value) {
  if (typeof value === 'object' && value !== null && !isTensor(value)) {
    const array = arrays.toTorch(value);
    return array === undefined ? value : array;
  }
  return toTorch(value);
}

/** An array beside a tensor: of the dtype in which NumPy computes the two, and never as weak as a number. @param {any} x @param {any} array */
function besides(x, array) {
  const isWhole = array.dtype === torch.int64 || array.dtype === torch.int32;
  const dtype =
    array.dtype === torch.bool ? x.dtype : isWhole && x.dtype === torch.float32 ? torch.float64 : array.dtype;
  const same = array.to(dtype);
  return array.shape.length === 0 && x.shape.length > 0 ? same.reshape(1) : same;
}

/** @type {Record<string, (a: any, b: any) => any>} */
const operators = {
  add: (a, b) => a.add(b),
  sub: (a, b) => a.sub(b),
  mul: (a, b) => a.mul(b),
  truediv: (a, b) => a.div(b),
  floordiv: (a, b) => a.floor_divide(b),
  mod: (a, b) => a.remainder(b),
  pow: (a, b) => a.pow(b),
  matmul: (a, b) => torch.matmul(a, b),
  and: (a, b) => a.bitwise_and(b),
  or: (a, b) => a.bitwise_or(b),
  xor: (a, b) => a.bitwise_xor(b),
  lshift: (a, b) => /** @type {any} */ (torch).bitwise_left_shift(a, b), // refused in words
  rshift: (a, b) => /** @type {any} */ (torch).bitwise_right_shift(a, b),
  radd: (a, b) => a.add(b),
  rsub: (a, b) => torch.rsub(a, b),
  rmul: (a, b) => a.mul(b),
  rtruediv: (a, b) => a.reciprocal().mul(b),
  rfloordiv: (a, b) => torch.floor_divide(b, a),
  rmod: (a, b) => torch.remainder(b, a),
  rpow: (a, b) => torch.pow(b, a),
  rmatmul: (a, b) => torch.matmul(b, a),
  rand: (a, b) => a.bitwise_and(b),
  ror: (a, b) => a.bitwise_or(b),
  rxor: (a, b) => a.bitwise_xor(b),
  rlshift: (a, b) => /** @type {any} */ (torch).bitwise_left_shift(b, a),
  rrshift: (a, b) => /** @type {any} */ (torch).bitwise_right_shift(b, a),
  iadd: (a, b) => a.add_(b),
  isub: (a, b) => a.sub_(b),
  imul: (a, b) => a.mul_(b),
  itruediv: (a, b) => a.div_(b),
  ifloordiv: (a, b) => a.floor_divide_(b),
  imod: (a, b) => a.remainder_(b),
  ipow: (a, b) => a.pow_(b),
  iand: (a, b) => a.bitwise_and_(b),
  ior: (a, b) => a.bitwise_or_(b),
  ixor: (a, b) => a.bitwise_xor_(b),
  eq: (a, b) => a.eq(b),
  ne: (a, b) => a.ne(b),
  lt: (a, b) => a.lt(b),
  le: (a, b) => a.le(b),
  gt: (a, b) => a.gt(b),
  ge: (a, b) => a.ge(b),
};
addMethods(
  tensorType,
  Object.fromEntries(
    Object.entries(operators).map(([name, apply]) => [
      `__${name}__`,
      (/** @type {any} */ self, /** @type {any} */ other) => {
        const given = operandOf(other);
        const operand = isTensor(given) && !isTensor(other) ? besides(self, given) : given;
        if (!isOperand(operand) || (name.endsWith('matmul') && !isTensor(operand))) {
          return kNotImplemented;
        }
        return apply(self, operand);
      },
    ]),
  ),
);

const noCuda = () => {
  throw raised('AssertionError', 'Torch not compiled with CUDA enabled');
};
addMethods(tensorType, { cuda: noCuda });

/** An index between brackets, for torchlet. @param {any} key */
function itemOf(key) {
  if (typeof key === 'bigint') return Number(key);
  if (key === null || isTensor(key)) return key;
  if (typeof key === 'boolean') return torch.tensor(key);
  if (key === kEllipsis) return '...';
  if (key instanceof Slice) return sliceOf(key);
  if (Array.isArray(key) || key instanceof Tuple || key instanceof Range)
    return torch.tensor(
      toData(key),
      Array.isArray(key) && key.length === 0 ? /** @type {any} */ ({ dtype: torch.int64 }) : {},
    );
  const array = typeof key === 'object' ? arrays.toTorch(key) : undefined;
  if (isTensor(array)) return array;
  const index = typeof key === 'number' ? null : asIndex(key);
  if (index !== null) return Number(index);
  if (typeof key === 'string') throw raised('TypeError', "new(): invalid data type 'str'");
  throw raised(
    'IndexError',
    `only integers, slices (\`:\`), ellipsis (\`...\`), None and long or byte Variables are valid indices (got ${nameOf(key)})`,
  );
}

/** @param {Slice} slice */
function sliceOf({ start, stop, step }) {
  const bound = (/** @type {any} */ value) => {
    if (value === null) return null;
    const index = asIndex(value);
    if (index === null) throw raised('TypeError', 'slice indices must be integers or None or have an __index__ method');
    return Number(index);
  };
  const by = bound(step) ?? 1;
  if (by === 0) throw raised('ValueError', 'slice step cannot be zero');
  if (by < 0) throw raised('ValueError', 'step must be greater than zero');
  return { start: bound(start), stop: bound(stop), step: by };
}

/** @param {any} key @returns {any[]} */
function itemsOf(key) {
  const keys = key instanceof Tuple ? key.items : [key];
  return keys.map(itemOf);
}

/** Python's number of the only element. @param {any} x */
function itemNumber(x) {
  const value = x.item();
  if (x.dtype === bool || typeof value === 'boolean') return Boolean(value);
  return x.dtype.is_floating_point ? Number(value) : BigInt(value);
}

/** @param {any} x @param {any} value nested lists of numbers */
const listFor = (x, value) => {
  const convert = x.dtype === bool ? Boolean : x.dtype.is_floating_point ? Number : BigInt;
  /** @type {(one: any) => any} */
  const each = (one) => (Array.isArray(one) ? one.map(each) : convert(one));
  return each(value);
};

/** @param {any} x @param {string} what */
function only(x, what) {
  if (x.shape.numel() === 1) return itemNumber(x);
  if (what === 'index')
    throw raised('TypeError', 'only integer tensors of a single element can be converted to an index');
  throw raised('ValueError', 'only one element tensors can be converted to Python scalars');
}

addMethods(tensorType, {
  __neg__: (x) => x.neg(),
  __pos__: (x) => x,
  __abs__: (x) => x.abs(),
  __invert__: (x) => {
    if (x.dtype.is_floating_point)
      throw raised('TypeError', '~ (operator.invert) is only implemented on integer and Boolean-type tensors');
    return x.dtype === bool ? x.logical_not() : x.bitwise_not();
  },
  __getitem__: (x, key) => getItem(x, itemsOf(key)),
  __setitem__: (x, key, value) => {
    setItem(x, itemsOf(key), isTensor(value) ? value : assigned(x, value));
  },
  __delitem__: (_x, _key) => {
    throw raised('TypeError', 'Tensor does not support deleting items');
  },
  __len__: (x) => {
    if (x.shape.length === 0) throw raised('TypeError', 'len() of a 0-d tensor');
    return BigInt(x.shape[0]);
  },
  __iter__: (x) => {
    if (x.shape.length === 0) throw raised('TypeError', 'iteration over a 0-d tensor');
    return iteratorOf(x.unbind(0), 'tensor_iterator');
  },
  __bool__: (x) => {
    const count = x.shape.numel();
    if (count !== 1)
      throw raised(
        'RuntimeError',
        `Boolean value of Tensor with ${count === 0 ? 'no values' : 'more than one value'} is ambiguous`,
      );
    return Number(x.item()) !== 0;
  },
  __float__: (x) => Number(only(x, 'float')),
  __int__: (x) => {
    const value = only(x, 'int');
    if (typeof value !== 'number') return BigInt(value);
    if (!Number.isFinite(value))
      throw raised(
        Number.isNaN(value) ? 'ValueError' : 'OverflowError',
        `cannot convert float ${Number.isNaN(value) ? 'NaN' : 'infinity'} to integer`,
      );
    return BigInt(Math.trunc(value));
  },
  __index__: (x) => {
    const value = only(x, 'index');
    if (typeof value === 'number')
      throw raised('TypeError', 'only integer tensors of a single element can be converted to an index');
    return BigInt(value);
  },
  __contains__: (x, item) => {
    if (!isOperand(toTorch(item)))
      throw raised(
        'RuntimeError',
        `Tensor.__contains__ only supports Tensor or scalar, but you passed in a ${item === null ? "<class 'NoneType'>" : `<class '${nameOf(item)}'>`}.`,
      );
    return x.eq(toTorch(item)).any().item() !== false && Number(x.eq(toTorch(item)).any().item()) !== 0;
  },
  __repr__: String,
  __str__: String,
  __format__: (x, spec) => {
    if (x.shape.length === 0) return format(itemNumber(x), spec);
    if (spec !== '') throw raised('TypeError', `unsupported format string passed to ${nameOf(x)}.__format__`);
    return String(x);
  },
  __reversed__: (x) => (x.shape.length === 0 ? x : x.flip([0])),
  __deepcopy__: (x) => x.detach().clone().requires_grad_(x.requires_grad),
  item: (x) => itemNumber(x),
  tolist: (x) => listFor(x, x.tolist()),
  stride: (x) => new Tuple(Array.from(x.strides, BigInt)),
});

/** @param {any} x @param {any} value */
function assigned(x, value) {
  if (Array.isArray(value) || value instanceof Tuple) {
    throw raised('TypeError', `can't assign a ${nameOf(value)} to a ${x.dtype.legacy}`);
  }
  return toTorch(value);
}

/** A tensor over the same memory, of which autograd knows nothing: PyTorch's x.data. @param {any} x */
function dataOf(x) {
  const view = x.detach();
  return x.make({ array: x.storage.array, version: 0 }, view.shape, view.strides, view.offset, view.dtype);
}

/** @param {any} x @param {any} value */
function setData(x, value) {
  if (!isTensor(value)) throw raised('TypeError', `Variable data has to be a tensor, but got ${nameOf(value)}`);
  const from = /** @type {any} */ (value);
  if (from.storage.array !== x.storage.array) x.storage = { array: from.storage.array, version: 0 };
  Object.assign(x, { shape: from.shape, strides: from.strides, offset: from.offset, dtype: from.dtype });
}

tensorType.dict.set('data', new Member(dataOf, setData));
tensorType.dict.set('shape', new Member((x) => new SizeTuple(Array.from(x.shape, BigInt))));
tensorType.dict.set('ndim', new Member((x) => BigInt(x.shape.length)));
tensorType.dict.set('grad_fn', new Member((x) => fromTorch(x.grad_fn)));
tensorType.dict.set('is_leaf', new Member((x) => x.is_leaf));
tensorType.dict.set(
  'numpy',
  Object.assign(
    new Builtin('numpy', ([x, ...args], keywords) => {
      x.numpy(...toArguments(args, keywords));
      if (arrays.ofTensor === null)
        throw raised(
          'NotImplementedError',
          'numpy() needs numpy, which is not part of this Python; tolist() gives a list',
        );
      modules.find('numpy'); // which teaches torch to take arrays, whether the program imports it or not
      return arrays.ofTensor(x);
    }),
    { qualname: 'Tensor.numpy' },
  ),
);

/** Methods whose numbers are data. */
const ofData = new Set(['new_tensor', 'new_full']);
/** Attributes of JavaScript's that are none of Python's. */
const hidden = new Set([
  'constructor',
  'toString',
  'toJSON',
  'valueOf',
  'index',
  'make',
  'storage',
  'strides',
  'offset',
  'meta',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toLocaleString',
]);
const absentNames = new Set(absentOf('x'));

/** Methods that PyTorch has written in Python. */
const ofPython = new Set('backward norm register_hook split unflatten unique unique_consecutive'.split(' '));

/** What programs set on a tensor beyond what it has. @type {WeakMap<object, Map<string, any>>} */
const extras = new WeakMap();
/** What a tensor's methods are to Python. @type {Map<string, Builtin>} */
const methods = new Map();

/** @param {string} name */
function methodNamed(name) {
  let method = methods.get(name);
  if (method === undefined) {
    const convert = ofData.has(name) ? toData : toTorch;
    method = new Builtin(name, ([self, ...args], keywords) =>
      fromTorch(self[name](...toArguments(args, keywords, convert))),
    );
    const isPython = ofPython.has(name);
    method.qualname = `${isPython ? 'Tensor' : 'TensorBase'}.${name}`;
    if (isPython) method.kind = 'function';
    methods.set(name, method);
  }
  return method;
}

// A method of torchlet's is one of the type, so that it is called without being bound first.
for (const name of Object.getOwnPropertyNames(TensorClass.prototype)) {
  if (hidden.has(name) || tensorType.dict.has(name) || name.startsWith('__')) continue;
  const descriptor = Object.getOwnPropertyDescriptor(TensorClass.prototype, name);
  if (typeof descriptor?.value === 'function') tensorType.dict.set(name, methodNamed(name));
  else if (descriptor?.get) {
    const set = descriptor.set
      ? (/** @type {any} */ x, /** @type {any} */ value) => {
          x[name] = toTorch(value);
        }
      : null;
    tensorType.dict.set(name, new Member((x) => fromTorch(x[name]), set));
  }
}
tensorType.dict.set('dtype', new Member((x) => x.dtype));
tensorType.findOwn = (x, name) => {
  const own = extras.get(x)?.get(name);
  if (own !== undefined || hidden.has(name) || name.startsWith('__')) return own;
  if (!absentNames.has(name)) return undefined;
  const refusing = x[name];
  return typeof refusing === 'function' ? fromTorch(refusing.bind(x)) : undefined;
};
tensorType.setOwn = (x, name, value) => {
  const own = extras.get(x) ?? new Map();
  extras.set(x, own.set(name, value));
  return true;
};
tensorType.deleteOwn = (x, name) => {
  if (name !== 'grad') return extras.get(x)?.delete(name) === true;
  x.grad = null;
  return true;
};

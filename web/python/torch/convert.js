// Python values for torchlet's functions, and what these give as Python values.
// An int becomes a number where it fits, a whole float a Float; data for tensors keep BigInt and number apart as they are.

import { sizeOf } from '../../core/numbers/size.js';
import { Float, plain } from '../../core/numbers/written.js';
import { fullNames } from '../../torch/arguments/signature.js';
import { isTensor } from '../../torch/storage/base.js';
import { kDevice } from '../../torch/storage/device.js';
import { bool, DType, float64, int64 } from '../../torch/storage/dtype.js';
import { iterate, listOf } from '../operations/iterate.js';
import { call, callSpecial, isCallable, special } from '../operations/objects.js';
import { sizeOf as lengthOf } from '../operations/truth.js';
import { kEllipsis, Range, Tuple, tupleType } from '../values/containers.js';
import { Dict, PySet } from '../values/dict.js';
import { PyFunction } from '../values/functions.js';
import { iteratorOf, PyGenerator, PyIterator } from '../values/iterators.js';
import {
  BoundMethod,
  Builtin,
  boolType,
  builtinType,
  floatType,
  Instance,
  intType,
  nameOf,
  nativeType,
  registerType,
  StaticMethod,
  Type,
  typeOf,
} from '../values/types.js';

/** What other modules add: NumPy's arrays as typed arrays or tensors, and back. */
export const arrays = {
  /** Of what `toTorch` does not know; undefined where it is none of theirs. @type {(value: any) => any} */ toTorch:
    () => undefined,
  /** What `tensor.numpy()` gives. @type {((tensor: any) => any) | null} */ ofTensor: null,
};

/** torch.Size: a tuple of ints. */
export class SizeTuple extends Tuple {}
export const sizeType = nativeType('Size', tupleType, 'torch');
registerType(SizeTuple.prototype, sizeType);

/** torch.return_types: a tuple whose parts have names. */
export class Returned extends Tuple {
  /** @param {any[]} items @param {string} text @param {Record<string, any>} names */
  constructor(items, text, names) {
    super(items);
    this.text = text;
    this.names = names;
  }
}

/** The prototypes of torch.return_types.max and the like. @type {Map<string, object>} */
const returned = new Map();
/** @param {string} tag */
function returnedPrototype(tag) {
  let prototype = returned.get(tag);
  if (prototype === undefined) {
    prototype = /** @type {object} */ (Object.create(Returned.prototype));
    const type = nativeType(tag.split('.')[2], typeOf(Object.create(Returned.prototype)), 'torch.return_types');
    registerType(prototype, type);
    returned.set(tag, prototype);
  }
  return prototype;
}

/** A torch.device: that of tensors is cpu. */
export class Device {
  /** @param {string} type @param {number | null} index */
  constructor(type, index) {
    this.type = type;
    this.index = index;
  }
  toString() {
    return this.index === null ? this.type : `${this.type}:${this.index}`;
  }
}
export const cpu = new Device('cpu', null);

/** JavaScript's array that Python knows as a tuple. */
class TupleArray extends Array {
  get [Symbol.toStringTag]() {
    return 'tuple';
  }
}
Object.defineProperty(TupleArray.prototype, 'constructor', { value: Array });

/** JavaScript's array that Python knows as a range, which is no list of sizes. */
class RangeArray extends Array {
  get [Symbol.toStringTag]() {
    return 'range';
  }
}
Object.defineProperty(RangeArray.prototype, 'constructor', { value: Array });

/** The functions of Python's that torchlet was given, so that each is one. @type {WeakMap<object, Function>} */
const given = new WeakMap();
/** What stands behind functions of torchlet's that Python has. @type {WeakMap<object, any>} */
export const behind = new WeakMap();

/** A method of an object of torchlet's. */
export class ObjectMethod extends Builtin {
  isMethod = false;
}
registerType(ObjectMethod.prototype, builtinType('method'));

/** @param {any} callee */
function asFunction(callee) {
  const own = behind.get(callee);
  if (own !== undefined) return own;
  let made = given.get(callee);
  if (made === undefined) {
    made = (/** @type {any[]} */ ...args) => toTorch(call(callee, args.map(fromTorch)));
    Object.assign(made, {
      pythonType: nameOf(callee),
    });
    if (callee instanceof PyFunction) Object.defineProperty(made, 'name', { value: callee.name });
    if (callee instanceof PyFunction) fullNames.set(/** @type {Function} */ (made), `__main__.${callee.qualname}`);
    given.set(callee, made);
  }
  return made;
}

/**
 * @param {any} value of Python's
 * @returns {any} of torchlet's
 */
export function toTorch(value) {
  switch (typeof value) {
    case 'bigint': {
      const number = Number(value);
      return Number.isSafeInteger(number) ? number : value;
    }
    case 'number':
      return Number.isInteger(value) ? new Float(value) : value;
    case 'object':
      break;
    default:
      return value;
  }
  if (value === null || isTensor(value)) return value;
  if (Array.isArray(value)) return value.map(toTorch);
  if (value instanceof SizeTuple) return sizeOf(value.items.map(Number));
  if (value instanceof Tuple) return Object.setPrototypeOf(value.items.map(toTorch), TupleArray.prototype);
  if (value instanceof Dict) return toObject(value);
  return ofObject(value);
}

/** @param {Dict} dict */
function toObject(dict) {
  const entries = [...dict].map(([key, value]) => /** @type {[any, any]} */ ([toTorch(key), toTorch(value)]));
  const isPlain = entries.every(([key]) => typeof key === 'string');
  const object = isPlain ? Object.fromEntries(entries) : {};
  // An object has names that are numbers first; a Map keeps the order.
  return isPlain && Object.keys(object).every((key, i) => key === entries[i][0]) ? object : new Map(entries);
}

/** @param {any} value @returns {any} */
function ofObject(value) {
  if (value instanceof Device) return String(value); // kDevice at the end of arguments would be taken for keywords
  if (value === kEllipsis) return '...';
  if (value instanceof Range) return RangeArray.from(listOf(value), Number);
  if (value instanceof PySet) return listOf(value).map(toTorch);
  if (value instanceof PyIterator || value instanceof PyGenerator) return iterable(value);
  if (
    value instanceof PyFunction ||
    value instanceof BoundMethod ||
    value instanceof Builtin ||
    value instanceof StaticMethod
  )
    return asFunction(value);
  if (value instanceof Type) return dtypes.get(value) ?? value.hosts ?? asFunction(value);
  const array = arrays.toTorch(value);
  if (array !== undefined) return array;
  return value instanceof Instance ? ofInstance(value) : value;
}

/** Python's own types as dtypes. */
const dtypes = new Map([
  [floatType, float64],
  [intType, int64],
  [boolType, bool],
]);

/** What a program iterates, for torchlet; of a class of its own, since a plain object at the end of arguments holds keywords. */
class Iterated {
  /** @param {any} value */
  constructor(value) {
    this.python = value;
  }
  *[Symbol.iterator]() {
    for (const one of iterate(this.python)) yield toTorch(one);
  }
  get [Symbol.toStringTag]() {
    return nameOf(this.python);
  }
}
/** @param {any} value */
const iterable = (value) => new Iterated(value);

/** An iterable of a program's that has a length. */
class Counted extends Iterated {
  get length() {
    return lengthOf(this.python);
  }
}

/** An object of a program's that has items and a length. */
class Indexed extends Counted {
  /** @param {number} i */
  get(i) {
    return toTorch(callSpecial(special(this.python, '__getitem__'), this.python, BigInt(i)));
  }
}

/** An object of a program's own class, as a dataset, an iterable or a function. @param {Instance} value */
function ofInstance(value) {
  const [item, length, iter] = ['__getitem__', '__len__', '__iter__'].map((name) => special(value, name));
  if (item !== undefined && length !== undefined) return new Indexed(value);
  if (iter !== undefined) return length === undefined ? iterable(value) : new Counted(value);
  return isCallable(value) ? asFunction(value) : value;
}

/** Data of a tensor: ints as BigInts, floats as numbers. @param {any} value @returns {any} */
export function toData(value) {
  if (Array.isArray(value)) return value.map(toData);
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (value instanceof SizeTuple) return value.items;
  if (value instanceof Tuple) return Object.setPrototypeOf(value.items.map(toData), TupleArray.prototype);
  if (value instanceof Range) return listOf(value);
  return toTorch(value);
}

/**
 * The arguments of a function of torchlet's: those by name are a plain object at the end.
 * @param {any[]} args
 * @param {Map<string, any>} keywords
 * @param {(value: any) => any} [convert]
 */
export function toArguments(args, keywords, convert = toTorch) {
  const list = args.map(convert);
  if (keywords.size > 0) list.push(Object.fromEntries([...keywords].map(([key, value]) => [key, convert(value)])));
  else if (args.length > 1 && args.at(-1) instanceof Dict) list.push({});
  return list;
}

/** How objects of torchlet's become Python's, set by ./classes.js: functions, classes, modules. @type {{ wrap: (value: any) => any }} */
export const wrapping = { wrap: (value) => value };

/**
 * @param {any} value of torchlet's
 * @returns {any} of Python's
 */
export function fromTorch(value) {
  switch (typeof value) {
    case 'number':
      return Number.isSafeInteger(value) && !Object.is(value, -0) ? BigInt(value) : value;
    case 'undefined':
      return null;
    case 'function':
      return wrapping.wrap(value);
    case 'object':
      break;
    default:
      return value;
  }
  if (value === null || isTensor(value)) return value;
  if (value instanceof Float) return plain(value);
  if (Array.isArray(value)) return fromArray(value);
  if (value === kDevice) return cpu;
  if (value instanceof DType || value instanceof Tuple || value instanceof Instance || value instanceof Dict)
    return value;
  if (value.python !== undefined) return value.python;
  if (value instanceof Map) return new Dict([...value].map(([key, one]) => [fromTorch(key), fromTorch(one)]));
  if (
    typeof value.next === 'function' &&
    typeof value[Symbol.iterator] === 'function' &&
    !(value instanceof PyIterator)
  ) {
    return iteratorOf(mappedOf(value), 'generator');
  }
  return wrapping.wrap(value);
}

/** @param {Iterable<any>} items */
function* mappedOf(items) {
  for (const one of items)
    yield Array.isArray(one) &&
    Object.getPrototypeOf(one) === Array.prototype &&
    !Object.isFrozen(one) &&
    typeof one[0] === 'string'
      ? new Tuple(one.map(fromTorch))
      : fromTorch(one);
}

/** @param {any} array */
function fromArray(array) {
  const tag = array[Symbol.toStringTag];
  if (tag === 'torch.Size') return new SizeTuple(Array.from(array, BigInt));
  const items = Array.from(array, fromTorch);
  if (tag === undefined) return Object.isFrozen(array) ? new Tuple(items) : items;
  if (tag === 'tuple') return new Tuple(items);
  const names = Object.fromEntries(
    Object.getOwnPropertyNames(array)
      .filter((name) => !/^\d+$|^length$|^toString$/.test(name))
      .map((name) => [name, fromTorch(array[name])]),
  );
  const made = new Returned(items, String(array), names);
  return Object.setPrototypeOf(made, returnedPrototype(String(tag)));
}

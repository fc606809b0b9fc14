// numpy.ufunc: the functions of elements as objects, with reduce, accumulate and outer of two operands, and at.

import { bound, call, callMethod, raised, Tuple } from '../../host/protocol.js';
import { addMethod, addMethods } from '../../operations/arguments.js';
import { getItem } from '../../operations/subscripts.js';
import { Builtin, builtinType, Member, registerType, typeOf } from '../../values/types.js';
import { asArray } from '../array/convert.js';
import { flat, NdArray, spread } from '../array/ndarray.js';
import { given, zeroD } from '../array/scalar.js';
import { running } from '../functions/reductions.js';

/** A function of elements. */
export class Ufunc extends Builtin {
  /** @param {string} name @param {Builtin['call']} call @param {number} count of its operands */
  constructor(name, call, count) {
    super(name, call);
    this.isMethod = false;
    this.count = count;
  }
}

/** The functions that fold rows, which know the order of sums. @type {{ functions: Record<string, any> }} */
export const folds = { functions: {} };
/** @type {Record<string, Record<string, string>>} */
const named = {
  reduce: { add: 'sum', multiply: 'prod', maximum: 'max', minimum: 'min', logical_and: 'all', logical_or: 'any' },
  accumulate: { add: 'cumsum', multiply: 'cumprod' },
};
/** @type {Record<string, (x: number, y: number) => number>} */
const extremes = { maximum: Math.max, minimum: Math.min };

/** By the function that does the same along an axis, the first where none is named. @param {Ufunc} self @param {string} method @param {any[]} args @param {Map<string, any>} keywords */
function folded(self, method, args, keywords) {
  if (self.count !== 2) throw raised('ValueError', `${method} only supported for binary functions`);
  const name = named[method][self.name];
  const [array, axis, ...rest] = args;
  const options = new Map([['axis', axis === undefined ? 0n : axis], ...keywords]);
  if (rest.length === 0 && name !== undefined) return call(folds.functions[name], [array], options);
  if (rest.length === 0 && method === 'accumulate' && self.name in extremes) {
    const a = asArray(array);
    return given(running(a, options.get('axis'), a.dtype, extremes[self.name]));
  }
  throw notThere(self, method);
}

/** @param {NdArray} a @param {number[]} shape */
function spreadOver(a, shape) {
  const missing = shape.length - a.shape.length;
  if (missing < 0 || a.shape.some((n, i) => n !== 1 && n !== shape[i + missing]))
    throw raised('ValueError', 'array is not broadcastable to correct shape');
  return spread(a, shape);
}

/** Where an element lies that has a number in the order of rows. @param {NdArray} a @param {number} number */
function placeOf(a, number) {
  let [place, rest] = [a.offset, number];
  for (let i = a.shape.length - 1; i >= 0; i--) {
    place += (rest % a.shape[i]) * a.strides[i];
    rest = Math.floor(rest / a.shape[i]);
  }
  return place;
}

/** @param {Ufunc} self @param {string} method */
const notThere = (self, method) =>
  raised('NotImplementedError', `numpy.${self.name}.${method} is not part of this NumPy`);

export const ufuncType = builtinType('numpy.ufunc', typeOf(new Ufunc('', () => null, 1)));
registerType(Ufunc.prototype, ufuncType);
for (const method of ['reduce', 'accumulate'])
  addMethod(ufuncType, method, (self, args, keywords) => folded(self, method, args, keywords));
addMethod(ufuncType, 'outer', (self, args, keywords) => {
  const [a, b] = bound('outer', ['A', 'B'], args, keywords).map((one) => asArray(one));
  const wide = new Tuple([...a.shape, ...b.shape.map(() => 1)].map(BigInt));
  return call(self, [callMethod(a, 'reshape', [wide]), b]);
});
addMethod(ufuncType, 'at', (self, args, keywords) => {
  const [a, indices, other] = bound('at', ['a', 'indices', 'b?'], args, keywords);
  if (!(a instanceof NdArray)) throw raised('TypeError', 'first operand must be array');
  const shape = new Tuple(a.shape.map(BigInt));
  const every = asArray(Array.from({ length: a.size }, (_, i) => BigInt(i)));
  const places = asArray(getItem(callMethod(every, 'reshape', [shape]), indices));
  const others = other === undefined ? [] : flat(spreadOver(asArray(other), places.shape));
  // One after the other, since an element may come several times; what comes out is cast as it is.
  flat(places).forEach((/** @type {number} */ number, /** @type {number} */ i) => {
    const place = placeOf(a, number);
    const more = other === undefined ? [] : [zeroD(others[i], asArray(other).dtype)];
    const { value } = call(self, [zeroD(a.data[place], a.dtype), ...more]);
    a.data[place] = a.dtype.kind === 'f' ? value : Math.trunc(value);
  });
  return null;
});
addMethod(ufuncType, 'reduceat', (self) => {
  throw notThere(self, 'reduceat');
});
addMethods(ufuncType, { __repr__: (self) => `<ufunc '${self.name}'>` });
ufuncType.dict.set('nin', new Member((self) => BigInt(self.count)));
ufuncType.dict.set('nout', new Member(() => 1n));
ufuncType.dict.set('nargs', new Member((self) => BigInt(self.count + 1)));

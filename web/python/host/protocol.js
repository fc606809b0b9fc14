// How a module written in JavaScript (numpy, pyplot, math, random…) shows itself to Python programs.
//
// VALUES. None is null, bool a boolean, int a BigInt, float a number (2 of JavaScript is 2.0), str a string (Python counts code points),
// list an Array, tuple `Tuple` (its `items`), dict `Dict`, set `PySet`, frozenset `FrozenSet`, slice `Slice {start, stop, step}`, range
// `Range`, Ellipsis `kEllipsis`, NotImplemented `kNotImplemented` (see ../values/). torch's tensors and modules are torchlet's own objects.
//
// A MODULE is made once a session: `(session) => hostModule('numpy', { pi: Math.PI, linspace: fn('linspace', (args, keywords) => …) })`, and
// stands in the table of ./table.js by one line. A function is `fn(name, call)`: `call(args, keywords)` gets an array of Python values and a
// Map of those by name, and returns a Python value (null for None, never undefined). `bound('linspace', ['start', 'stop', 'num?', '*',
// 'dtype?'], args, keywords)` gives the values in the order of the names, undefined for what was not given, or throws Python's TypeError.
// Modules within modules are names of it: `random: hostModule('numpy.random', …)`; `import numpy.random` then finds it too.
//
// A TYPE is `hostType(Class, { name, module, make, operations, methods, properties, find, set })` for a JavaScript class: its objects are
// Python values from then on. `operations` are Python's special methods, `(self, …values) => value`: `__add__ __radd__ __iadd__ __matmul__
// __neg__ __eq__ __lt__ __getitem__ __setitem__ __len__ __iter__ __contains__ __repr__ __str__ __bool__ __float__ __int__ __index__
// __format__ __call__ __enter__ __exit__`; one that does not know the other operand returns `kNotImplemented`. `__iter__` returns what
// `iteratorOf(javascriptIterable)` makes; `__len__` a BigInt. Comparisons may return any value (arrays do). `methods` get
// `(self, args, keywords)`; `properties` are `(self) => value`, or a pair with `(self, value) => void`. `make(args, keywords)` is what
// calling the type does, where a program may. `find(self, name)` gives attributes that no table has, or undefined.
// `__hash__: null` makes the objects unhashable.
//
// ERRORS: `throw raised('ValueError', 'message')`. Errors of torchlet's own classes (RuntimeError, IndexError…) become Python's by
// their `name`.
//
// BACK TO PYTHON: `call(value, args, keywords?)` calls whatever can be called; `getAttribute(value, name)`, `callMethod(value, name, args)`;
// `truth(value)`, `equals(a, b)`, `repr(value)`, `str(value)`, `format(value, spec)`, `listOf(iterable)` (an Array), `iterate(value)`
// (`step()` until kStop), `floatOf(value)`, `indexOf(value)` (a BigInt), `smallIndexOf(value)` (a number), `nameOf(value)` (of the type),
// `isInstance(value, type)`, `binary('+', a, b)`.
//
// THE SESSION: `currentSession()` is that of the running program: `write(text)` prints, `warn(text)` warns (never in the printed text), `show(figure)`
// shows, `state('pyplot', () => new Figures())` is what a module keeps from one run of the session to the next.

import { bound, counted, fn } from '../operations/arguments.js';
import { binary } from '../operations/arithmetic.js';
import { equals } from '../operations/compare.js';
import { iterate, listOf } from '../operations/iterate.js';
import { call, callMethod, getAttribute } from '../operations/objects.js';
import { floatOf, indexOf, smallIndexOf, truth } from '../operations/truth.js';
import { machine } from '../session.js';
import { format } from '../text/format.js';
import { repr, str } from '../text/repr.js';
import { dictOf, kEllipsis, kNotImplemented, Module, Range, Slice, Tuple } from '../values/containers.js';
import { Dict, FrozenSet, PySet } from '../values/dict.js';
import { raised } from '../values/exceptions.js';
import { iteratorOf, kStop } from '../values/iterators.js';
import { Builtin, builtinType, isInstance, Member, nameOf, registerType, Type, typeOf } from '../values/types.js';

export {
  binary,
  bound,
  call,
  callMethod,
  counted,
  Dict,
  equals,
  FrozenSet,
  floatOf,
  fn,
  format,
  getAttribute,
  indexOf,
  isInstance,
  iterate,
  iteratorOf,
  kEllipsis,
  kNotImplemented,
  kStop,
  listOf,
  Module,
  nameOf,
  PySet,
  Range,
  raised,
  repr,
  Slice,
  smallIndexOf,
  str,
  Tuple,
  Type,
  truth,
  typeOf,
};

/** The session of the program that is running. */
export const currentSession = () => machine.session;

/**
 * @param {string} name
 * @param {Record<string, any>} names Python values
 * @param {(name: string) => any} [find] gives what `names` has not: a Python value, undefined, or an exception that it throws
 */
export const hostModule = (name, names, find) => new Module(name, dictOf(names), find ?? null);

/**
 * @typedef {object} HostType
 * @property {string} name
 * @property {string} [module] 'builtins' unless given: what stands before the name in `<class '…'>`
 * @property {Type} [base]
 * @property {(args: any[], keywords: Map<string, any>) => any} [make]
 * @property {boolean} [isOfC] whether errors tell its module too
 * @property {Record<string, ((self: any, ...values: any[]) => any) | null>} [operations]
 * @property {Record<string, (self: any, args: any[], keywords: Map<string, any>) => any>} [methods]
 * @property {Record<string, ((self: any) => any) | [get: (self: any) => any, set: (self: any, value: any) => void]>} [properties]
 * @property {(self: any, name: string) => any} [find]
 * @property {(self: any, name: string, value: any) => boolean} [set]
 */

/**
 * @param {Function} Class
 * @param {HostType} facts
 * @returns {Type} the Python type, itself a Python value
 */
export function hostType(
  Class,
  { name, module = 'builtins', isOfC = false, base, make, operations = {}, methods = {}, properties = {}, find, set },
) {
  const type = builtinType(name, base, module);
  type.isOfC = isOfC;
  type.make =
    make === undefined
      ? () => {
          throw raised('TypeError', `cannot create '${type.fullName}' instances`);
        }
      : (_, args, keywords) => make(args, keywords);
  const define = (/** @type {string} */ key, /** @type {(args: any[], keywords: Map<string, any>) => any} */ run) => {
    const method = new Builtin(key, run);
    method.qualname = `${name}.${key}`;
    type.dict.set(key, method);
  };
  for (const [key, operation] of Object.entries(operations)) {
    if (operation === null) type.dict.set(key, null);
    else define(key, (args) => operation(args[0], ...args.slice(1)) ?? null);
  }
  for (const [key, method] of Object.entries(methods)) {
    define(key, ([self, ...args], keywords) => method(self, args, keywords) ?? null);
  }
  for (const [key, property] of Object.entries(properties)) {
    type.dict.set(key, Array.isArray(property) ? new Member(...property) : new Member(property));
  }
  if (find) type.findOwn = find;
  if (set) type.setOwn = set;
  registerType(Class.prototype, type);
  return type;
}

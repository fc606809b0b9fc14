// The special methods of int, float and str, which programs find by their names and classes inherit: `(5).__add__(3)`, `class Celsius(float)`.

import { addMethods } from '../operations/arguments.js';
import { binary, unary } from '../operations/arithmetic.js';
import { compare } from '../operations/compare.js';
import { truth } from '../operations/truth.js';
import { format } from '../text/format.js';
import { repr, str } from '../text/repr.js';
import { kNotImplemented } from '../values/containers.js';
import { Held, plainOf } from '../values/held.js';
import { Builtin, floatType, intType, objectType, strType } from '../values/types.js';
import { divmod, round } from './arithmetic.js';
import { hashOf } from './objects.js';

const arithmetic = /** @type {const} */ ({
  add: '+',
  sub: '-',
  mul: '*',
  truediv: '/',
  floordiv: '//',
  mod: '%',
  pow: '**',
  lshift: '<<',
  rshift: '>>',
  and: '&',
  or: '|',
  xor: '^',
});
const comparisons = /** @type {const} */ ({ eq: '==', ne: '!=', lt: '<', le: '<=', gt: '>', ge: '>=' });

/** Whether a type's methods know an operand. @type {[type: import('../values/types.js').Type, knows: (value: any) => boolean, operators: string[]][]} */
const types = [
  [intType, (value) => typeof value === 'bigint' || typeof value === 'boolean', Object.keys(arithmetic)],
  [
    floatType,
    (value) => typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean',
    ['add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'pow'],
  ],
  [strType, (value) => typeof value === 'string', ['add', 'mul', 'mod']],
];

/** @param {import('../values/types.js').Type} type @param {string} name @param {(self: any, other: any) => any} run */
function define(type, name, run) {
  const made = new Builtin(name, ([self, other]) => run(self, other));
  made.qualname = `${type.name}.${name}`;
  type.dict.set(name, made);
}

for (const [type, knows, operators] of types) {
  for (const name of operators) {
    const op = arithmetic[/** @type {'add'} */ (name)];
    const isKnown = (/** @type {any} */ value) =>
      type === strType && name !== 'add' ? name === 'mod' || typeof value === 'bigint' : knows(value);
    const apply = (/** @type {any} */ a, /** @type {any} */ b) =>
      isKnown(plainOf(b)) ? binary(op, plainOf(a), plainOf(b)) : kNotImplemented;
    define(type, `__${name}__`, apply);
    if (type !== strType || name === 'mul')
      define(type, `__r${name}__`, (a, b) =>
        isKnown(plainOf(b)) ? binary(op, plainOf(b), plainOf(a)) : kNotImplemented,
      );
  }
  for (const [name, op] of Object.entries(comparisons))
    define(type, `__${name}__`, (a, b) =>
      knows(plainOf(b)) || (type === intType && typeof plainOf(b) === 'number')
        ? compare(op, plainOf(a), plainOf(b))
        : kNotImplemented,
    );
  define(type, '__hash__', (self) => hashOf(plainOf(self)));
  define(type, '__repr__', (self) => repr(plainOf(self)));
  define(type, '__format__', (self, spec) => (spec === '' ? str(self) : format(plainOf(self), spec)));
  type.findStatic = objectType.findStatic;
  if (type === strType) continue;
  define(type, '__bool__', (self) => truth(plainOf(self)));
  define(type, '__round__', (self, digits) =>
    round([plainOf(self), ...(digits === undefined ? [] : [digits])], new Map()),
  );
  define(type, '__neg__', (self) => unary('-', plainOf(self)));
  define(type, '__pos__', (self) => unary('+', plainOf(self)));
  define(type, '__divmod__', (a, b) => (knows(plainOf(b)) ? divmod(plainOf(a), plainOf(b)) : kNotImplemented));
}
define(strType, '__str__', plainOf);
define(intType, '__invert__', (self) => unary('~', plainOf(self)));
addMethods(intType, { __abs__: (self) => (self < 0 ? -BigInt(self) : BigInt(self)) });
addMethods(floatType, { __abs__: Math.abs });

/** Makes a type's objects of a program's classes: what the plain type makes, held. @param {import('../values/types.js').Type} type */
function holding(type) {
  const make = /** @type {NonNullable<typeof type.make>} */ (type.make);
  type.make = (own, args, keywords) => {
    const value = make(type, type === strType ? args : args.map(plainOf), keywords);
    return own === type ? value : new Held(own, plainOf(value));
  };
}
for (const [type] of types) holding(type);

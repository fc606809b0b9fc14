// What functions of JavaScript do with their arguments: take them by place or by name, and refuse others in CPython's words.

import { raised } from '../values/exceptions.js';
import { plainOf } from '../values/held.js';
import { Builtin, floatType, intType, nameOf, strType, Type, typeOf } from '../values/types.js';

/**
 * The values of named parameters; `undefined` for what was not given.
 * @param {string} name of the function
 * @param {string[]} parameters `x`, `x?` that may be left out, `*` before those by name only
 * @param {any[]} args
 * @param {Map<string, any>} keywords
 * @returns {any[]}
 */
export function bound(name, parameters, args, keywords) {
  const star = parameters.indexOf('*');
  const names = parameters.filter((one) => one !== '*');
  const most = star < 0 ? names.length : star;
  if (args.length > most) {
    throw raised(
      'TypeError',
      most === 0
        ? `${name}() takes no arguments (${args.length} given)`
        : `${name}() takes at most ${most} argument${most === 1 ? '' : 's'} (${args.length} given)`,
    );
  }
  const values = new Array(names.length);
  for (let i = 0; i < args.length; i++) values[i] = args[i];
  for (const [key, value] of keywords) {
    const place = names.findIndex((one) => one === key || one === `${key}?`);
    if (place < 0) throw raised('TypeError', `'${key}' is an invalid keyword argument for ${name}()`);
    if (place < args.length)
      throw raised('TypeError', `argument for ${name}() given by name ('${key}') and position (${place + 1})`);
    values[place] = value;
  }
  names.forEach((one, i) => {
    if (values[i] === undefined && !one.endsWith('?'))
      throw raised(
        'TypeError',
        `${name}() missing required argument '${one}'${name === 'enumerate' ? '' : ` (pos ${i + 1})`}`,
      );
  });
  return values;
}

const unpacked = new Set([
  'isinstance',
  'issubclass',
  'setattr',
  'delattr',
  'hasattr',
  'divmod',
  'insert',
  'filter',
  'reversed',
  'setdefault',
]);

/** Refuses keywords, and other counts of arguments than there may be. @param {string} name @param {any[]} args @param {Map<string, any>} keywords @param {number} least @param {number} [most] */
export function counted(name, args, keywords, least, most = least) {
  if (keywords.size > 0) throw raised('TypeError', `${name}() takes no keyword arguments`);
  const count = args.length;
  if (count >= least && count <= most) return;
  const plain = name.split('.').at(-1) ?? name;
  if (least === most) {
    // Functions that CPython's C unpacks by hand say it otherwise.
    if (unpacked.has(plain))
      throw raised('TypeError', `${plain} expected ${least} argument${least === 1 ? '' : 's'}, got ${count}`);
    throw raised(
      'TypeError',
      `${least === 0 || name.includes('.') ? name : plain}() takes ${least === 0 ? 'no arguments' : least === 1 ? 'exactly one argument' : `exactly ${least} arguments`} (${count} given)`,
    );
  }
  if (/^str\.(count|r?find|r?index|(starts|ends)with)$/.test(name)) {
    const bound = count < least ? `least ${least}` : `most ${most}`;
    throw raised(
      'TypeError',
      `${plain}() takes at ${bound} argument${bound.endsWith(' 1') ? '' : 's'} (${count} given)`,
    );
  }
  throw raised(
    'TypeError',
    `${plain} expected at ${count < least ? `least ${least}` : `most ${most}`} argument${(count < least ? least : most) === 1 ? '' : 's'}, got ${count}`,
  );
}

/**
 * A function for Python.
 * @param {string} name
 * @param {(args: any[], keywords: Map<string, any>) => any} call
 */
export function fn(name, call) {
  const made = new Builtin(name, call);
  made.isMethod = false;
  return made;
}

/** Types whose methods get plain values for those that programs' classes hold. */
const holds = new Set([intType, floatType, strType]);
/** Types whose methods a program may call on anything: `str.upper(5)`. */
const guarded = new Set(['str', 'list', 'dict', 'set', 'int', 'float', 'tuple', 'deque']);
/** Whether a method of a type sees to it that it gets an object of the type. @param {Type} type @param {string} name */
const isGuarded = (type, name) =>
  (type.module === 'builtins' || type.isOfC) && guarded.has(type.name) && !name.startsWith('__');

/** @param {Type} type @param {string} name @param {any} self */
function checkSelf(type, name, self) {
  if (typeOf(self).derivesFrom(type)) return;
  throw raised(
    'TypeError',
    `descriptor '${name}' for '${type.told}' objects doesn't apply to a '${nameOf(self)}' object`,
  );
}

/**
 * Methods of a type that JavaScript implements: each gets the object, then the arguments, which are as many as it has parameters;
 * a number says how many must be given, a pair the least and the most.
 * @param {Type} type
 * @param {Record<string, (self: any, ...args: any[]) => any>} methods
 * @param {Record<string, [least: number, most: number]>} [counts] where they are not the function's
 */
export function addMethods(type, methods, counts = {}) {
  for (const [name, method] of Object.entries(methods)) {
    const [least, most] = counts[name] ?? [Math.max(0, method.length - 1), Math.max(0, method.length - 1)];
    const isChecked = isGuarded(type, name);
    const made = new Builtin(name, (args, keywords) => {
      if (args.length === 0) throw raised('TypeError', `unbound method ${type.name}.${name}() needs an argument`);
      if (isChecked) checkSelf(type, name, args[0]);
      if (keywords.size > 0 || args.length - 1 < least || args.length - 1 > most)
        counted(`${type.nativeName?.split('.').at(-1) ?? type.name}.${name}`, args.slice(1), keywords, least, most);
      const given = holds.has(type) ? args.map(plainOf) : args;
      const result = method(given[0], ...given.slice(1));
      return result === undefined ? null : result;
    });
    made.qualname = `${type.name}.${name}`;
    type.dict.set(name, made);
  }
}

/** A method with keywords: `call(self, args, keywords)`. @param {Type} type @param {string} name @param {(self: any, args: any[], keywords: Map<string, any>) => any} call */
export function addMethod(type, name, call) {
  const isChecked = isGuarded(type, name);
  const made = new Builtin(name, ([self, ...args], keywords) => {
    if (isChecked) checkSelf(type, name, self);
    const result = call(plainOf(self), args, keywords);
    return result === undefined ? null : result;
  });
  made.qualname = `${type.name}.${name}`;
  type.dict.set(name, made);
}

// class: a body that runs in names of its own, and the type that is made of them.

import { leaving } from '../errors/convert.js';
import { fn } from '../operations/arguments.js';
import { call } from '../operations/objects.js';
import { rangeType, sliceType, tupleType } from '../values/containers.js';
import { Dict, dictType, setType } from '../values/dict.js';
import { exceptions, raised } from '../values/exceptions.js';
import { PyFunction } from '../values/functions.js';
import {
  Builtin,
  boolType,
  ClassMethod,
  floatType,
  functionType,
  intType,
  kDict,
  listType,
  noneType,
  objectType,
  Property,
  registerType,
  StaticMethod,
  strType,
  Type,
  typeOf,
  typeType,
} from '../values/types.js';
import { keywordsOf } from './calls.js';
import { define, Frame } from './compiler.js';
import { spread } from './expressions.js';
import { decorating, docOf } from './functions.js';
import { storeName } from './names.js';
import { collect, Scope } from './scope.js';
import { block } from './statements.js';

/** @typedef {import('./compiler.js').Run} Run @typedef {import('./compiler.js').Context} Context */

/** Types of which a class derives from one at most. */
const solid = [intType, floatType, strType, listType, tupleType, dictType, setType];
/** Types that no program may derive from, or not here. */
const sealed = new Set([boolType, functionType, noneType, rangeType, sliceType]);
const noMetaclass = 'a metaclass, which is not part of this Python; a class decorator changes a class after it is made';

/** @param {any} base @param {string} name @returns {Type} */
function checkedBase(base, name) {
  if (base instanceof Builtin && base.isAbsent) base.call([], new Map());
  if (!(base instanceof Type))
    throw raised('TypeError', `${typeOf(base).name} object cannot be the base of class ${name}`);
  if (sealed.has(base)) throw raised('TypeError', `type '${base.name}' is not an acceptable base type`);
  if (base === typeType) throw raised('NotImplementedError', `class ${name}(type) is ${noMetaclass}`);
  return base;
}

/**
 * A class of a program.
 * @param {string} name
 * @param {Type[]} bases
 * @param {Map<string, any>} dict
 * @param {string} qualname
 * @param {Map<string, any>} keywords
 */
function makeClass(name, bases, dict, qualname, keywords) {
  const list = bases.length > 0 ? bases : [objectType];
  if (new Set(list).size < list.length)
    throw raised('TypeError', `duplicate base class ${list.find((one, i) => list.indexOf(one) < i)?.name}`);
  if (solid.filter((one) => list.some((base) => base.derivesFrom(one))).length > 1)
    throw raised('TypeError', 'multiple bases have instance lay-out conflict');
  const type = new Type(name, list, dict, '__main__');
  if (type.mro.length === 0) {
    throw raised(
      'TypeError',
      `Cannot create a consistent method resolution\norder (MRO) for bases ${list.map((one) => one.name).join(', ')}`,
    );
  }
  type.qualname = qualname;
  type.isUsers = true;
  if (dict.has('__eq__') && !dict.has('__hash__')) dict.set('__hash__', null);
  for (const one of ['__init_subclass__', '__class_getitem__'])
    if (dict.get(one) instanceof PyFunction) dict.set(one, new ClassMethod(dict.get(one)));
  if (dict.get('__new__') instanceof PyFunction) dict.set('__new__', new StaticMethod(dict.get('__new__')));
  slots(type, dict);
  type.abstract = abstractOf(type);
  prepare(type, list);
  for (const [key, value] of dict) {
    const set = value === null || typeof value !== 'object' ? undefined : typeOf(value).lookup('__set_name__');
    if (set instanceof PyFunction) call(set, [value, type, key]);
  }
  const init = list.map((base) => base.lookup('__init_subclass__')).find((one) => one instanceof ClassMethod);
  if (init) call(init.callable, [type], keywords);
  for (const base of list) base.onDerived?.(type, keywords);
  return type;
}

typeType.make = (_, [name, bases, dict]) =>
  makeClass(
    name,
    bases.items.map((/** @type {any} */ one) => checkedBase(one, name)),
    new Map(dict),
    name,
    new Map(),
  );

/** @param {Type} type @param {Map<string, any>} dict */
function slots(type, dict) {
  const given = dict.get('__slots__');
  if (given === undefined) return;
  type.slots = new Set(typeof given === 'string' ? [given] : (given.items ?? given));
  for (const base of type.mro.slice(1)) {
    if (base === objectType) continue;
    if (base.slots === null) {
      type.slots = null;
      return;
    }
    for (const one of base.slots) type.slots.add(one);
  }
}

/** The methods that are marked as abstract and not written yet. @param {Type} type */
function abstractOf(type) {
  const names = new Set(type.mro.flatMap((one) => [...one.dict.keys()]));
  const isAbstract = (/** @type {any} */ value) => {
    const fn =
      value instanceof Property
        ? value.get
        : value instanceof StaticMethod || value instanceof ClassMethod
          ? value.callable
          : value;
    return fn instanceof PyFunction && fn[kDict].get('__isabstractmethod__') === true;
  };
  const isMarked = type.mro.some((one) => one.name === 'ABC' || one.dict.has('__abc__'));
  return isMarked ? new Set([...names].filter((name) => isAbstract(type.lookup(name)))) : null;
}

/** Objects of JavaScript's classes get a prototype of their own, by which their type is found. @param {Type} type @param {Type[]} bases */
function prepare(type, bases) {
  if (type.derive) return type.derive(type);
  const base = bases.find((one) => one.prototype && one !== objectType && !one.derivesFrom(exceptions.BaseException));
  if (!base) return;
  const prototype = Object.create(base.prototype, {
    [kDict]: {
      get() {
        const names = new Map();
        Object.defineProperty(this, kDict, { value: names });
        return names;
      },
    },
  });
  registerType(prototype, type);
}

/** What CPython calls with what stands behind a class's name. */
const buildClass = fn('__build_class__', () => null);

define({
  ClassDef(node, c) {
    const { name } = node;
    const scope = new Scope('class', c.scope);
    collect(node.body, scope, c.source);
    const qualname = c.qualname + name;
    const body = block(node.body, c.within(scope, `${qualname}.`));
    const bases = spread(node.bases, c);
    const keywords = keywordsOf(node.keywords, c);
    const decorators = decorating(node, c);
    const store = storeName(node.bound ?? name, c);
    const doc = docOf(node.body);
    const { line } = node;
    const code = { name, file: c.source.filename };
    const begin = (/** @type {Frame} */ f) => {
      const wraps = decorators.begin(f);
      f.line = line;
      const given = bases.gather(bases.parts.map((one) => one(f))).map((one) => checkedBase(one, name));
      const named = keywords.gather(
        keywords.parts.map((one) => one(f)),
        buildClass,
      );
      const frame = new Frame(0, f, code);
      frame.dict = new Map(
        /** @type {[string, any][]} */ ([
          ['__module__', '__main__'],
          ['__qualname__', qualname],
          ['__annotations__', new Dict()],
        ]),
      );
      if (doc !== null) frame.dict.set('__doc__', doc);
      return { wraps, given, named, frame };
    };
    const finish = (/** @type {Frame} */ f, /** @type {ReturnType<typeof begin>} */ { wraps, given, named, frame }) => {
      const dict = /** @type {Map<string, any>} */ (frame.dict);
      dict.delete('__qualname__');
      const metaclass = named.get('metaclass');
      if (metaclass !== undefined && metaclass.name !== 'type' && metaclass.name !== 'ABCMeta') {
        throw raised('NotImplementedError', `${metaclass.name ?? 'metaclass='} (line ${line}) is ${noMetaclass}`);
      }
      if (metaclass?.name === 'ABCMeta') dict.set('__abc__', true);
      const type = makeClass(name, given, dict, qualname, named);
      frame.made = type;
      store(f, decorators.apply(f, wraps, type));
    };
    return (f) => {
      const begun = begin(f);
      try {
        body(begun.frame);
      } catch (thrown) {
        throw leaving(thrown, begun.frame);
      }
      finish(f, begun);
    };
  },
});

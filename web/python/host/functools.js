// The modules functools and operator.

import { binary, unary } from '../operations/arithmetic.js';
import { compare, contains } from '../operations/compare.js';
import { iterate } from '../operations/iterate.js';
import { bind, call, callMethod, callSpecial, getAttribute, setAttribute, special } from '../operations/objects.js';
import { getItem, setItem } from '../operations/subscripts.js';
import { indexOf, truth } from '../operations/truth.js';
import { repr } from '../text/repr.js';
import { kNotImplemented, Tuple } from '../values/containers.js';
import { Dict } from '../values/dict.js';
import { raised } from '../values/exceptions.js';
import { PyFunction } from '../values/functions.js';
import { kStop } from '../values/iterators.js';
import { BoundMethod, Builtin, Instance, kDict, Member, objectType, Type, typeOf } from '../values/types.js';
import { namedTupleType } from './named_tuple.js';
import { bound, fn, hostModule, hostType } from './protocol.js';

/** functools.partial */
class Partial {
  /** @param {any} callee @param {any[]} args @param {Map<string, any>} keywords */
  constructor(callee, args, keywords) {
    this.callee = callee;
    this.args = args;
    this.keywords = keywords;
  }
}
const partialType = hostType(Partial, {
  name: 'partial',
  isOfC: true,
  module: 'functools',
  make: ([callee, ...args], keywords) => {
    if (callee === undefined) throw raised('TypeError', "type 'partial' takes at least one argument");
    return new Partial(callee, args, new Map(keywords));
  },
  properties: {
    func: (self) => self.callee,
    args: (self) => new Tuple(self.args),
    keywords: (self) => new Dict(self.keywords),
  },
  methods: {
    __call__: (self, args, keywords) =>
      call(self.callee, [...self.args, ...args], new Map([...self.keywords, ...keywords])),
  },
  operations: {
    __repr__: (self) =>
      `functools.partial(${[repr(self.callee), ...self.args.map(repr), ...[...self.keywords].map(([key, value]) => `${key}=${repr(value)}`)].join(', ')})`,
  },
});

/** A function that remembers what it gave. */
class Cached {
  /** @param {any} callee @param {number | null} most */
  constructor(callee, most) {
    this.callee = callee;
    this.most = most;
    this.memory = new Dict();
    this.hits = 0n;
    this.misses = 0n;
  }
  /** @param {any[]} args @param {Map<string, any>} keywords */
  run(args, keywords) {
    const key = new Tuple([...args, ...[...keywords].map(([name, value]) => new Tuple([name, value]))]);
    const found = this.memory.get(key);
    if (found !== undefined) {
      this.hits++;
      if (this.most !== null) {
        this.memory.delete(key);
        this.memory.set(key, found);
      }
      return found;
    }
    this.misses++;
    const value = call(this.callee, args, keywords);
    this.memory.set(key, value);
    if (this.most !== null && this.memory.size > this.most) this.memory.delete(this.memory.keys().next().value);
    return value;
  }
}
const infoType = namedTupleType('CacheInfo', ['hits', 'misses', 'maxsize', 'currsize'], []);
const _cachedType = hostType(Cached, {
  name: '_lru_cache_wrapper',
  isOfC: true,
  module: 'functools',
  methods: {
    __call__: (self, args, keywords) => self.run(args, keywords),
    cache_info: (self) =>
      call(infoType, [self.hits, self.misses, self.most === null ? null : BigInt(self.most), BigInt(self.memory.size)]),
    cache_clear: (self) => {
      self.memory.clear();
      self.hits = 0n;
      self.misses = 0n;
    },
    __get__: (self, [object]) => (object === null ? self : new BoundMethod(self, object)),
  },
  properties: {
    __wrapped__: (self) => self.callee,
    __name__: (self) => self.callee.name,
    __qualname__: (self) => self.callee.qualname,
    __module__: (self) => self.callee.module ?? '__main__',
    __doc__: (self) => self.callee.doc ?? null,
  },
});

/** @param {any[]} args @param {Map<string, any>} keywords */
function lruCache(args, keywords) {
  const [most = 128n] = bound('lru_cache', ['maxsize?', 'typed?'], args, keywords);
  if (most instanceof PyFunction) return new Cached(most, 128);
  const size = most === null ? null : Number(most);
  return fn('decorating_function', ([callee]) => new Cached(callee, size));
}

/** Copies what a function is called. @param {any} to @param {any} from */
function wrapped(to, from) {
  const named = from instanceof Cached ? from.callee : from;
  if (to instanceof PyFunction || to instanceof Builtin) {
    for (const name of ['name', 'qualname', 'doc', 'module', 'annotations'])
      if (named[name] !== undefined) /** @type {any} */ (to)[name] = named[name];
    if (to instanceof PyFunction) {
      for (const [key, value] of named[kDict] ?? []) to[kDict].set(key, value);
      to[kDict].set('__wrapped__', from);
    }
  } else if (to instanceof Instance) {
    for (const name of ['name', 'qualname', 'doc', 'module'])
      if (named[name] !== undefined) to[kDict].set(`__${name}__`, named[name]);
    setAttribute(to, '__wrapped__', from);
  }
  return to;
}

/** @param {any} type */
function totalOrdering(type) {
  const has = (/** @type {string} */ name) =>
    type.mro.some((/** @type {any} */ one) => one.isUsers && one.dict.has(name));
  const root = ['__lt__', '__le__', '__gt__', '__ge__'].find(has);
  if (root === undefined) throw raised('ValueError', 'must define at least one ordering operation: < > <= >=');
  const ask = (/** @type {any} */ self, /** @type {any} */ other) => call(bind(type.lookup(root), self, type), [other]);
  const isEqual = (/** @type {any} */ a, /** @type {any} */ b) => truth(compare('==', a, b));
  const isStrict = root === '__lt__' || root === '__gt__';
  const less = root === '__lt__' || root === '__le__';
  for (const name of ['__lt__', '__le__', '__gt__', '__ge__']) {
    if (has(name)) continue;
    const wantsLess = name === '__lt__' || name === '__le__';
    const wantsEqual = name === '__le__' || name === '__ge__';
    const made = new Builtin(name, ([self, other]) => {
      const result = ask(self, other);
      if (result === kNotImplemented) return result;
      const equal = isEqual(self, other);
      const strictly = isStrict ? truth(result) : truth(result) && !equal;
      const inOrder = wantsLess === less ? strictly : !strictly && !equal;
      return inOrder || (wantsEqual && equal);
    });
    type.dict.set(name, made);
  }
  return type;
}

/** A function that chooses another by the class of its first argument. */
class Dispatched {
  /** @param {any} callee */
  constructor(callee) {
    this.callee = callee;
    this.registry = new Dict([[objectType, callee]]);
  }
  /** @param {Type} type */
  dispatch(type) {
    return this.registry.get(type.mro.find((one) => this.registry.has(one)));
  }
  /** As `f.register(int)(g)`, `f.register(int, g)` or by the annotation of g's first parameter. @param {any[]} args @returns {any} */
  register([first, callee]) {
    if (first instanceof PyFunction) {
      const [type] = [...(first.annotations?.() ?? [])].map(([, one]) => one);
      if (!(type instanceof Type))
        throw raised(
          'TypeError',
          `Invalid first argument to \`register()\`: ${repr(first)}. Use either \`@register(some_class)\` or plain \`@register\` on an annotated function.`,
        );
      return this.register([type, first]);
    }
    if (callee === undefined) return fn('register', ([one]) => this.register([first, one]));
    this.registry.set(first, callee);
    return callee;
  }
}
hostType(Dispatched, {
  name: 'function',
  methods: {
    __call__: (self, args, keywords) => {
      if (args.length === 0) throw raised('TypeError', `${self.callee.name} requires at least 1 positional argument`);
      return call(self.dispatch(typeOf(args[0])), args, keywords);
    },
    register: (self, args) => self.register(args),
    dispatch: (self, [type]) => self.dispatch(type),
  },
  properties: {
    registry: (self) => self.registry,
    __wrapped__: (self) => self.callee,
    __name__: (self) => self.callee.name,
    __doc__: (self) => self.callee.doc ?? null,
  },
});

/** @returns {import('../values/containers.js').Module} */
export const functools = () =>
  hostModule('functools', {
    partial: partialType,
    lru_cache: fn('lru_cache', lruCache),
    singledispatch: fn('singledispatch', ([callee]) => new Dispatched(callee)),
    cache: fn('cache', ([callee]) => new Cached(callee, null)),
    cached_property: fn('cached_property', ([callee]) => new CachedProperty(callee)),
    wraps: fn('wraps', ([from]) => fn('wraps', ([to]) => wrapped(to, from))),
    update_wrapper: fn('update_wrapper', ([to, from]) => wrapped(to, from)),
    total_ordering: fn('total_ordering', ([type]) => totalOrdering(type)),
    cmp_to_key: fn('cmp_to_key', ([callee]) => fn('key', ([value]) => new Key(callee, value))),
    reduce: fn('reduce', ([callee, items, start]) => {
      const source = iterate(items);
      let total = start === undefined ? source.step() : start;
      if (total === kStop) throw raised('TypeError', 'reduce() of empty iterable with no initial value');
      for (let one = source.step(); one !== kStop; one = source.step()) total = call(callee, [total, one]);
      return total;
    }),
  });

/** A value under a comparing function. */
class Key {
  /** @param {any} callee @param {any} value */
  constructor(callee, value) {
    this.callee = callee;
    this.value = value;
  }
}
hostType(Key, {
  name: 'KeyWrapper',
  module: 'functools',
  operations: { __lt__: (a, b) => truth(compare('<', call(a.callee, [a.value, b.value]), 0n)) },
});

/** functools.cached_property */
class CachedProperty extends Member {
  /** @param {any} callee */
  constructor(callee) {
    super((self) => {
      const kept = `cached ${callee.name}`;
      const dict = self[kDict];
      if (!dict.has(kept)) dict.set(kept, call(callee, [self]));
      return dict.get(kept);
    });
  }
}

/** @type {Record<string, string>} */
const operators = {
  add: '+',
  sub: '-',
  mul: '*',
  truediv: '/',
  floordiv: '//',
  mod: '%',
  pow: '**',
  matmul: '@',
  and_: '&',
  or_: '|',
  xor: '^',
  lshift: '<<',
  rshift: '>>',
};
/** @type {Record<string, string>} */
const comparisons = { eq: '==', ne: '!=', lt: '<', le: '<=', gt: '>', ge: '>=' };

/** @returns {import('../values/containers.js').Module} */
export const operator = () =>
  hostModule('operator', {
    ...Object.fromEntries(
      Object.entries(operators).map(([name, op]) => [name, fn(name, ([a, b]) => binary(op, a, b))]),
    ),
    ...Object.fromEntries(
      Object.entries(comparisons).map(([name, op]) => [
        name,
        fn(name, ([a, b]) => compare(/** @type {any} */ (op), a, b)),
      ]),
    ),
    neg: fn('neg', ([a]) => unary('-', a)),
    pos: fn('pos', ([a]) => unary('+', a)),
    invert: fn('invert', ([a]) => unary('~', a)),
    abs: fn('abs', ([a]) => callSpecial(special(a, '__abs__'), a)),
    concat: fn('concat', ([a, b]) => binary('+', a, b)),
    index: fn('index', ([a]) => indexOf(a)),
    not_: fn('not_', ([a]) => !truth(a)),
    truth: fn('truth', ([a]) => truth(a)),
    is_: fn('is_', ([a, b]) => a === b),
    is_not: fn('is_not', ([a, b]) => a !== b),
    contains: fn('contains', ([a, b]) => contains(a, b)),
    getitem: fn('getitem', ([a, b]) => getItem(a, b)),
    setitem: fn('setitem', ([a, b, c]) => setItem(a, b, c) ?? null),
    itemgetter: fn('itemgetter', (keys) =>
      fn('itemgetter', ([a]) =>
        keys.length === 1 ? getItem(a, keys[0]) : new Tuple(keys.map((key) => getItem(a, key))),
      ),
    ),
    attrgetter: fn('attrgetter', (names) => {
      const path = (/** @type {any} */ object, /** @type {string} */ name) =>
        name.split('.').reduce((one, part) => getAttribute(one, part), object);
      return fn('attrgetter', ([a]) =>
        names.length === 1 ? path(a, names[0]) : new Tuple(names.map((name) => path(a, name))),
      );
    }),
    methodcaller: fn('methodcaller', ([name, ...args], keywords) =>
      fn('methodcaller', ([a]) => callMethod(a, name, args, keywords)),
    ),
  });

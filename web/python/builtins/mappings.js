// The methods of dict, set and frozenset.

import { addMethod, addMethods, fn } from '../operations/arguments.js';
import { compare, equals } from '../operations/compare.js';
import { iterateMap, iteratePlain, listOf } from '../operations/iterate.js';
import { call, callMethod, getAttribute, special } from '../operations/objects.js';
import { plainItem } from '../operations/subscripts.js';
import { plainRepr, repr } from '../text/repr.js';
import { kNotImplemented, Tuple } from '../values/containers.js';
import { Attributes, Dict, dictType, FrozenSet, frozensetType, PySet, setType } from '../values/dict.js';
import { raised } from '../values/exceptions.js';
import { iterator, kStop } from '../values/iterators.js';
import { builtinType, ClassMethod, registerType, typeOf } from '../values/types.js';

/** What dict.keys(), values() and items() give: a look at the dict as it is. */
class View {
  /** @param {Dict} dict @param {'keys' | 'values' | 'items'} what */
  constructor(dict, what) {
    this.dict = dict;
    this.what = what;
  }
  *[Symbol.iterator]() {
    for (const entry of this.dict.map.values())
      yield this.what === 'keys' ? entry[0] : this.what === 'values' ? entry[1] : new Tuple([entry[0], entry[1]]);
  }
}
const viewNames = { keys: 'dict_keys', values: 'dict_values', items: 'dict_items' };
/** @type {Record<string, { new (dict: Dict): View }>} */
const views = {};
for (const what of /** @type {('keys' | 'values' | 'items')[]} */ (Object.keys(viewNames))) {
  class OwnView extends View {
    /** @param {Dict} dict */
    constructor(dict) {
      super(dict, what);
    }
  }
  views[what] = OwnView;
  const type = builtinType(viewNames[what]);
  registerType(OwnView.prototype, type);
  /** @param {any} value */
  const asSet = (value) => new PySet(listOf(value));
  addMethods(type, {
    __len__: (view) => BigInt(view.dict.size),
    __iter__: (view) => iterateMap(view.dict, view, `dict_${what.replace(/s$/, '')}iterator`, 'dictionary'),
    __repr__: (view) =>
      `${typeOf(view.dict).name === 'OrderedDict' ? 'o' : ''}${viewNames[what]}([${[...view].map(repr).join(', ')}])`,
    __contains__: (view, item) => {
      if (what === 'keys') return view.dict.has(item);
      if (what === 'values') return [...view].some((one) => equals(one, item));
      return (
        item instanceof Tuple &&
        item.items.length === 2 &&
        view.dict.has(item.items[0]) &&
        equals(view.dict.get(item.items[0]), item.items[1])
      );
    },
    __reversed__: (view) => {
      const list = [...view];
      return iterator('dict_reverseiterator', () => (list.length > 0 ? list.pop() : kStop));
    },
    ...(what === 'values'
      ? {}
      : {
          __and__: (view, other) => new PySet([...asSet(other)].filter((one) => asSet(view).has(one))),
          __or__: (view, other) => new PySet([...view, ...listOf(other)]),
          __sub__: (view, other) => new PySet([...view].filter((one) => !asSet(other).has(one))),
          __xor__: (view, other) =>
            new PySet(
              [...asSet(view)]
                .filter((one) => !asSet(other).has(one))
                .concat([...asSet(other)].filter((one) => !asSet(view).has(one))),
            ),
          __eq__: (view, other) =>
            other instanceof PySet || other instanceof View
              ? compare('==', asSet(view), asSet(other))
              : kNotImplemented,
          __le__: (view, other) => compare('<=', asSet(view), asSet(other)),
          __ge__: (view, other) => compare('>=', asSet(view), asSet(other)),
        }),
  });
}

/**
 * What dict(…) and update(…) add: a mapping or pairs, then names.
 * @param {Dict} dict
 * @param {any[]} args
 * @param {Map<string, any>} keywords
 * @param {string} who
 */
export function fill(dict, args, keywords, who = 'dict') {
  if (args.length > 1) throw raised('TypeError', `${who} expected at most 1 argument, got ${args.length}`);
  const [source] = args;
  if (source instanceof Dict) for (const [key, value] of source) dict.set(key, value);
  else if (source !== undefined && special(source, 'keys') !== undefined) {
    for (const key of listOf(callMethod(source, 'keys', [])))
      dict.set(key, call(getAttribute(source, '__getitem__'), [key]));
  } else if (source !== undefined) addPairs(dict, source);
  for (const [key, value] of keywords) dict.set(key, value);
  return dict;
}

/** @param {Dict} dict @param {any} source */
function addPairs(dict, source) {
  listOf(source).forEach((pair, i) => {
    if (special(pair, '__iter__') === undefined && typeof pair !== 'string') {
      throw raised('TypeError', `cannot convert dictionary update sequence element #${i} to a sequence`);
    }
    const parts = listOf(pair);
    if (parts.length !== 2)
      throw raised('ValueError', `dictionary update sequence element #${i} has length ${parts.length}; 2 is required`);
    dict.set(parts[0], parts[1]);
  });
}

addMethods(
  dictType,
  {
    keys: (dict) => new views.keys(dict),
    values: (dict) => new views.values(dict),
    items: (dict) => new views.items(dict),
    get: (dict, key, fallback = null) => dict.get(key) ?? (dict.has(key) ? null : fallback),
    pop: (dict, key, fallback) => {
      const value = dict.get(key);
      if (value === undefined) {
        if (fallback === undefined) throw raised('KeyError', key);
        return fallback;
      }
      dict.delete(key);
      return value;
    },
    popitem: (dict) => {
      const last = [...dict].at(-1);
      if (last === undefined) throw raised('KeyError', 'popitem(): dictionary is empty');
      dict.delete(last[0]);
      return new Tuple(last);
    },
    setdefault: (dict, key, value = null) => {
      if (!dict.has(key)) dict.set(key, value);
      return dict.get(key);
    },
    clear: (dict) => dict.clear(),
    copy: (dict) =>
      dict instanceof Attributes
        ? new Dict(dict)
        : Object.setPrototypeOf(Object.assign(new Dict(dict), { factory: dict.factory }), Object.getPrototypeOf(dict)),
    __len__: (dict) => BigInt(dict.size),
    __getitem__: plainItem,
    __setitem__: (dict, key, value) => {
      dict.set(key, value);
    },
    __delitem__: (dict, key) => {
      if (!dict.delete(key)) throw raised('KeyError', key);
    },
    __contains__: (dict, key) => dict.has(key),
    __iter__: iteratePlain,
    __repr__: plainRepr,
    __reversed__: (dict) => {
      const list = [...dict.keys()];
      return iterator('dict_reversekeyiterator', () => (list.length > 0 ? list.pop() : kStop));
    },
  },
  { get: [1, 2], pop: [1, 2], setdefault: [1, 2] },
);
addMethod(dictType, 'update', (dict, args, keywords) => {
  fill(dict, args, keywords, 'update');
});
addMethod(dictType, '__init__', (dict, args, keywords) => {
  fill(dict, args, keywords);
});
dictType.dict.set(
  'fromkeys',
  new ClassMethod(fn('fromkeys', ([, keys, value = null]) => new Dict(listOf(keys).map((key) => [key, value])))),
);
dictType.dict.set('__hash__', null);
dictType.make = (type, args, keywords) => {
  if (type !== dictType) return Object.setPrototypeOf(new Dict(), type.prototype);
  return fill(new Dict(), args, keywords);
};

/** @param {any} value */
const setOf = (value) => (value instanceof PySet ? value : new PySet(listOf(value)));
/** The elements of what a set is made of: of a set as they came, for the copy has the same table. @param {any} value @returns {Iterable<any>} */
const historyOf = (value) => (value instanceof PySet ? value.map.values() : listOf(value));
/** @param {PySet} like @param {Iterable<any>} items */
const alike = (like, items) => (like instanceof FrozenSet ? new FrozenSet(items) : new PySet(items));

const shared = {
  copy: (/** @type {PySet} */ set) => (set instanceof FrozenSet ? set : new PySet(set.map.values())),
  issubset: (/** @type {PySet} */ set, /** @type {any} */ other) => compare('<=', set, setOf(other)),
  issuperset: (/** @type {PySet} */ set, /** @type {any} */ other) => compare('>=', set, setOf(other)),
  isdisjoint: (/** @type {PySet} */ set, /** @type {any} */ other) => ![...setOf(other)].some((one) => set.has(one)),
  symmetric_difference: (/** @type {PySet} */ set, /** @type {any} */ other) => {
    const right = setOf(other);
    return alike(set, [
      ...[...right.map.values()].filter((one) => !set.has(one)),
      ...[...set].filter((one) => !right.has(one)),
    ]);
  },
  __len__: (/** @type {PySet} */ set) => BigInt(set.size),
  __contains__: (/** @type {PySet} */ set, /** @type {any} */ item) => set.has(item),
  __iter__: iteratePlain,
  __repr__: plainRepr,
};
for (const type of [setType, frozensetType]) {
  addMethods(type, shared);
  addMethod(type, 'union', (set, others) => alike(set, [...set.map.values(), ...others.flatMap(listOf)]));
  addMethod(type, 'intersection', (set, others) =>
    alike(
      set,
      others.reduce((kept, other) => {
        const smaller = other instanceof PySet && other.size > kept.size;
        const [each, all] = smaller ? [kept, other] : [setOf(other), kept];
        return new PySet([...each].filter((one) => all.has(one)));
      }, set),
    ),
  );
  addMethod(type, 'difference', (set, others) =>
    alike(
      set,
      [...set].filter((one) => !others.some((other) => setOf(other).has(one))),
    ),
  );
  type.make = (own, args) => {
    if (args.length > 1 && own === type)
      throw raised('TypeError', `${type.name} expected at most 1 argument, got ${args.length}`);
    if (own === frozensetType && args[0] instanceof FrozenSet) return args[0];
    const isFilled = args.length > 0 && (own === type || type === frozensetType);
    const made = new (type === setType ? PySet : FrozenSet)(isFilled ? historyOf(args[0]) : []);
    return own === type ? made : Object.setPrototypeOf(made, own.prototype);
  };
}
addMethods(setType, {
  add: (set, item) => set.add(item),
  remove: (set, item) => {
    if (!set.delete(item)) throw raised('KeyError', item);
  },
  discard: (set, item) => {
    set.delete(item);
  },
  pop: (set) => {
    const [first] = set;
    if (first === undefined) throw raised('KeyError', 'pop from an empty set');
    set.delete(first);
    return first;
  },
  clear: (set) => set.clear(),
  symmetric_difference_update: (set, other) => {
    for (const one of listOf(setOf(other))) if (!set.delete(one)) set.add(one);
  },
});
addMethod(setType, '__init__', (set, [items]) => {
  set.clear();
  if (items !== undefined) for (const one of listOf(items)) set.add(one);
});
addMethod(setType, 'update', (set, others) => {
  for (const other of others) for (const one of listOf(other)) set.add(one);
});
addMethod(setType, 'intersection_update', (set, others) => {
  for (const one of [...set]) if (!others.every((other) => setOf(other).has(one))) set.delete(one);
});
addMethod(setType, 'difference_update', (set, others) => {
  for (const other of others) for (const one of listOf(other)) set.delete(one);
});
setType.dict.set('__hash__', null);
frozensetType.dict.set(
  '__hash__',
  Object.assign(
    fn('__hash__', ([set]) => BigInt(set.size)),
    { keyOf: (/** @type {any} */ set) => `\u0000f${[...set.map.keys()].map(String).sort().join(',')}` },
  ),
);

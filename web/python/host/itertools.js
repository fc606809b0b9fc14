// The module itertools.

import { addMethods } from '../operations/arguments.js';
import { binary } from '../operations/arithmetic.js';
import { equals } from '../operations/compare.js';
import { iterate, listOf } from '../operations/iterate.js';
import { call } from '../operations/objects.js';
import { asIndex, smallIndexOf, truth } from '../operations/truth.js';
import { repr } from '../text/repr.js';
import { Tuple } from '../values/containers.js';
import { raised } from '../values/exceptions.js';
import { iteratorOf, iteratorTypeOf, kStop, PyIterator } from '../values/iterators.js';
import { floatType, intType, isInstance, StaticMethod } from '../values/types.js';
import { chosen, permutationsOf, productOf } from './choices.js';
import { bound, fn, hostModule } from './protocol.js';

/** The values of an iterable, one by one; refused at once where it is none. @param {any} value */
const each = (value) => rest(iterate(value));

/** @param {PyIterator} source */
function* rest(source) {
  for (let one = source.step(); one !== kStop; one = source.step()) yield one;
}

/** @param {PyIterator} source @param {any} key */
function* groupsOf(source, key) {
  let one = source.step();
  while (one !== kStop) {
    const own = key === null ? one : call(key, [one]);
    const group = [one];
    one = source.step();
    while (one !== kStop && equals(key === null ? one : call(key, [one]), own)) {
      group.push(one);
      one = source.step();
    }
    yield new Tuple([own, iteratorOf(group, '_grouper')]);
  }
}

/** @param {any} value */
const isNumber = (value) => isInstance(value, intType) || isInstance(value, floatType) || floatType.covers?.(value);

/** Counts on without an end, and shows where it is. */
class Count extends PyIterator {
  /** @param {any} start @param {any} by */
  constructor(start, by) {
    super(() => {
      const { next } = this;
      this.next = binary('+', next, by);
      return next;
    }, 'itertools.count');
    this.next = start;
    this.by = by;
  }
  shown() {
    return `count(${repr(this.next)}${this.by === 1n ? '' : `, ${repr(this.by)}`})`;
  }
}

/** Gives one value again and again, and shows how often it still will. */
class Repeat extends PyIterator {
  /** @param {any} value @param {number} times */
  constructor(value, times) {
    super(() => (this.times-- > 0 ? value : kStop), 'itertools.repeat');
    this.value = value;
    this.times = times;
    this.left = () => Math.max(0, this.times);
  }
  shown() {
    const { times } = this;
    return `repeat(${repr(this.value)}${times === Number.POSITIVE_INFINITY ? '' : `, ${Math.max(0, times)}`})`;
  }
}

/** @type {Record<string, (args: any[], keywords: Map<string, any>) => Iterable<any>>} */
const functions = {
  count(args, keywords) {
    const [start = 0n, step = 1n] = bound('count', ['start?', 'step?'], args, keywords);
    for (const one of [start, step]) if (!isNumber(one)) throw raised('TypeError', 'a number is required');
    return new Count(start, step);
  },
  repeat(args, keywords) {
    const [value, times = null] = bound('repeat', ['object', 'times?'], args, keywords);
    return new Repeat(value, times === null ? Number.POSITIVE_INFINITY : smallIndexOf(times));
  },
  cycle: (args) => cycled(listOf(given('cycle', args, 1)[0])),
  accumulate(args, keywords) {
    const [items, callee = null, initial = null] = bound(
      'accumulate',
      ['iterable', 'func?', '*', 'initial?'],
      args,
      keywords,
    );
    return accumulated(each(items), callee, initial);
  },
  compress(args, keywords) {
    const [data, selectors] = bound('compress', ['data', 'selectors'], args, keywords);
    return compressed(each(data), iterate(selectors));
  },
  dropwhile(args) {
    const [test, items] = given('dropwhile', args, 2);
    return dropped(test, each(items));
  },
  takewhile(args) {
    const [test, items] = given('takewhile', args, 2);
    return takenWhile(test, each(items));
  },
  filterfalse(args) {
    const [test, items] = given('filterfalse', args, 2);
    return failing(test, each(items));
  },
  starmap(args) {
    const [callee, items] = given('starmap', args, 2);
    return starred(callee, each(items));
  },
  islice(args) {
    const [items, ...bounds] = given('islice', args, 2, 4);
    const [start, stop, step] = bounds.length === 1 ? [null, bounds[0], null] : bounds;
    const places = bounds.length === 1 ? 'Stop argument' : 'Indices';
    const from = placeOf(start, 0, 0, `${places} for islice() must be None or an integer: 0 <= x <= sys.maxsize.`);
    const to = placeOf(
      stop,
      Number.POSITIVE_INFINITY,
      0,
      `Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.`,
    );
    const by = placeOf(step ?? null, 1, 1, 'Step for islice() must be a positive integer or None.');
    return sliced(iterate(items), from, to, by);
  },
  pairwise: (args) => paired(each(given('pairwise', args, 1)[0])),
  zip_longest(args, keywords) {
    const [fill = null] = bound('zip_longest', ['*', 'fillvalue?'], [], keywords);
    return zipped(args.map(iterate), fill);
  },
  product(args, keywords) {
    const [times = 1n] = bound('product', ['*', 'repeat?'], [], keywords);
    const count = smallIndexOf(times);
    if (count < 0) throw raised('ValueError', 'repeat argument cannot be negative');
    const lists = args.map(listOf);
    return productOf(Array.from({ length: count }, () => lists).flat());
  },
  combinations(args, keywords) {
    const [items, r] = bound('combinations', ['iterable', 'r'], args, keywords);
    return chosen(listOf(items), lengthOf(r), false);
  },
  combinations_with_replacement(args, keywords) {
    const [items, r] = bound('combinations_with_replacement', ['iterable', 'r'], args, keywords);
    return chosen(listOf(items), lengthOf(r), true);
  },
  permutations(args, keywords) {
    const [items, r = null] = bound('permutations', ['iterable', 'r?'], args, keywords);
    const pool = listOf(items);
    return permutationsOf(pool, r === null ? pool.length : lengthOf(r));
  },
  groupby(args, keywords) {
    const [items, key = null] = bound('groupby', ['iterable', 'key?'], args, keywords);
    return groupsOf(iterate(items), key);
  },
};

/** Arguments that are given by place. @param {string} name @param {any[]} args @param {number} least @param {number} [most] */
function given(name, args, least, most = least) {
  const count = args.length;
  if (count >= least && count <= most) return args;
  const bound = least === most ? `${least}` : count < least ? `at least ${least}` : `at most ${most}`;
  const number = count < least ? least : most;
  throw raised('TypeError', `${name} expected ${bound} argument${number === 1 ? '' : 's'}, got ${count}`);
}

/** How many a choice has. @param {any} r */
function lengthOf(r) {
  const length = smallIndexOf(r);
  if (length < 0) throw raised('ValueError', 'r must be non-negative');
  return length;
}

/** A bound of islice(). @param {any} value @param {number} fallback @param {number} least @param {string} message */
function placeOf(value, fallback, least, message) {
  if (value === null) return fallback;
  const place = asIndex(value);
  if (place === null || place < BigInt(least)) throw raised('ValueError', message);
  return Number(place);
}

/** @param {any[]} list */
function* cycled(list) {
  while (list.length > 0) yield* list;
}

/** @param {Iterable<any>} items @param {any} callee @param {any} initial */
function* accumulated(items, callee, initial) {
  let total = initial;
  if (initial !== null) yield total;
  let isFirst = initial === null;
  for (const one of items) {
    total = isFirst ? one : callee === null ? binary('+', total, one) : call(callee, [total, one]);
    isFirst = false;
    yield total;
  }
}

/** @param {Iterable<any>} data @param {PyIterator} choose */
function* compressed(data, choose) {
  for (const one of data) {
    const isChosen = choose.step();
    if (isChosen === kStop) return;
    if (truth(isChosen)) yield one;
  }
}

/** @param {any} test @param {Iterable<any>} items */
function* dropped(test, items) {
  let drops = true;
  for (const one of items) {
    if (drops && truth(call(test, [one]))) continue;
    drops = false;
    yield one;
  }
}

/** @param {any} test @param {Iterable<any>} items */
function* takenWhile(test, items) {
  for (const one of items) {
    if (!truth(call(test, [one]))) return;
    yield one;
  }
}

/** @param {any} test @param {Iterable<any>} items */
function* failing(test, items) {
  for (const one of items) if (!truth(test === null ? one : call(test, [one]))) yield one;
}

/** @param {any} callee @param {Iterable<any>} items */
function* starred(callee, items) {
  for (const one of items) yield call(callee, listOf(one));
}

/** @param {PyIterator} source @param {number} from @param {number} to @param {number} by */
function* sliced(source, from, to, by) {
  for (let i = 0; i < to; i++) {
    const one = source.step();
    if (one === kStop) return;
    if (i >= from && (i - from) % by === 0) yield one;
  }
}

/** @param {Iterable<any>} items */
function* paired(items) {
  let before = kStop;
  for (const one of items) {
    if (before !== kStop) yield new Tuple([before, one]);
    before = one;
  }
}

/** @param {PyIterator[]} sources @param {any} fill */
function* zipped(sources, fill) {
  for (;;) {
    const values = sources.map((source) => source.step());
    if (values.every((value) => value === kStop)) return;
    yield new Tuple(values.map((value) => (value === kStop ? fill : value)));
  }
}

/** The type of the iterators that a function makes, which is called as one. @param {string} name @param {(args: any[], keywords: Map<string, any>) => Iterable<any>} run */
function typeNamed(name, run) {
  const type = iteratorTypeOf(`itertools.${name}`);
  type.make = (_, args, keywords) => {
    const made = run(args, keywords);
    return made instanceof PyIterator ? made : iteratorOf(made, `itertools.${name}`);
  };
  if (name === 'count' || name === 'repeat') addMethods(type, { __repr__: (self) => self.shown() });
  return type;
}

/** @returns {import('../values/containers.js').Module} */
export function itertools() {
  const chain = iteratorTypeOf('itertools.chain');
  const chained = function* (/** @type {Iterable<any>} */ list) {
    for (const items of list) yield* each(items);
  };
  chain.make = (_, args) => iteratorOf(chained(args), 'itertools.chain');
  chain.dict.set(
    'from_iterable',
    new StaticMethod(fn('from_iterable', ([items]) => iteratorOf(chained(each(items)), 'itertools.chain'))),
  );
  return hostModule('itertools', {
    ...Object.fromEntries(Object.entries(functions).map(([name, run]) => [name, typeNamed(name, run)])),
    tee: fn('tee', ([items, n = 2n]) => {
      const list = listOf(items);
      return new Tuple(Array.from({ length: Number(n) }, () => iteratorOf(list, 'itertools._tee')));
    }),
    chain,
  });
}

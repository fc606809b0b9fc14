// The module itertools.

import { addMethods } from '../operations/arguments.js';
import { binary } from '../operations/arithmetic.js';
import { equals } from '../operations/compare.js';
import { iterate, listOf } from '../operations/iterate.js';
import { call } from '../operations/objects.js';
import { smallIndexOf, truth } from '../operations/truth.js';
import { repr } from '../text/repr.js';
import { Tuple } from '../values/containers.js';
import { raised } from '../values/exceptions.js';
import { iteratorOf, iteratorTypeOf, kStop, PyIterator } from '../values/iterators.js';
import { floatType, intType, isInstance, StaticMethod } from '../values/types.js';
import { bound, fn, hostModule } from './protocol.js';

/** The values of an iterable, one by one. @param {any} value */
function* each(value) {
  const source = iterate(value);
  for (let one = source.step(); one !== kStop; one = source.step()) yield one;
}

/** @param {any[]} lists */
function* productOf(lists) {
  if (lists.some((list) => list.length === 0)) return;
  const places = lists.map(() => 0);
  for (;;) {
    yield new Tuple(places.map((place, i) => lists[i][place]));
    let i = places.length - 1;
    while (i >= 0 && ++places[i] === lists[i].length) places[i--] = 0;
    if (i < 0) return;
  }
}

/** Places in order, of `r` of `n`. @param {number} n @param {number} r @param {boolean} repeats @returns {Generator<number[]>} */
function* combinationsOf(n, r, repeats) {
  if (r > n && !(repeats && n > 0)) return;
  const places = Array.from({ length: r }, (_, i) => (repeats ? 0 : i));
  for (;;) {
    yield places;
    let i = r - 1;
    while (i >= 0 && places[i] === (repeats ? n - 1 : i + n - r)) i--;
    if (i < 0) return;
    places[i]++;
    for (let j = i + 1; j < r; j++) places[j] = repeats ? places[i] : places[j - 1] + 1;
  }
}

/** @param {any[]} pool @param {number} r @returns {Generator<Tuple>} */
function* permutationsOf(pool, r) {
  const n = pool.length;
  if (r > n) return;
  const places = Array.from({ length: n }, (_, i) => i);
  const cycles = Array.from({ length: r }, (_, i) => n - i);
  yield new Tuple(places.slice(0, r).map((i) => pool[i]));
  for (;;) {
    let i = r - 1;
    for (; i >= 0; i--) {
      if (--cycles[i] === 0) {
        places.push(places.splice(i, 1)[0]);
        cycles[i] = n - i;
      } else {
        const j = n - cycles[i];
        [places[i], places[j]] = [places[j], places[i]];
        yield new Tuple(places.slice(0, r).map((k) => pool[k]));
        break;
      }
    }
    if (i < 0) return;
  }
}

/** @param {any} items @param {any} key */
function* groupsOf(items, key) {
  const source = iterate(items);
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
  *cycle([items]) {
    const list = listOf(items);
    while (list.length > 0) yield* list;
  },
  *accumulate(args, keywords) {
    const [items, callee = null, initial = null] = bound(
      'accumulate',
      ['iterable', 'func?', '*', 'initial?'],
      args,
      keywords,
    );
    let total = initial;
    if (initial !== null) yield total;
    let isFirst = initial === null;
    for (const one of each(items)) {
      total = isFirst ? one : callee === null ? binary('+', total, one) : call(callee, [total, one]);
      isFirst = false;
      yield total;
    }
  },
  *compress([data, selectors]) {
    const choose = iterate(selectors);
    for (const one of each(data)) {
      const chosen = choose.step();
      if (chosen === kStop) return;
      if (truth(chosen)) yield one;
    }
  },
  *dropwhile([test, items]) {
    let drops = true;
    for (const one of each(items)) {
      if (drops && truth(call(test, [one]))) continue;
      drops = false;
      yield one;
    }
  },
  *takewhile([test, items]) {
    for (const one of each(items)) {
      if (!truth(call(test, [one]))) return;
      yield one;
    }
  },
  *filterfalse([test, items]) {
    for (const one of each(items)) if (!truth(test === null ? one : call(test, [one]))) yield one;
  },
  *starmap([callee, items]) {
    for (const one of each(items)) yield call(callee, listOf(one));
  },
  *islice([items, ...bounds]) {
    const [start, stop, step] =
      bounds.length === 1 ? [null, bounds[0], null] : [bounds[0], bounds[1], bounds[2] ?? null];
    const [from, by] = [start === null ? 0 : smallIndexOf(start), step === null ? 1 : smallIndexOf(step)];
    const to = stop === null ? Number.POSITIVE_INFINITY : smallIndexOf(stop);
    if (from < 0 || to < 0 || by < 1)
      throw raised('ValueError', 'Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.');
    if (to <= 0) return;
    const source = iterate(items);
    for (let i = 0; i < to; i++) {
      const one = source.step();
      if (one === kStop) return;
      if (i >= from && (i - from) % by === 0) yield one;
    }
  },
  *pairwise([items]) {
    let before = kStop;
    for (const one of each(items)) {
      if (before !== kStop) yield new Tuple([before, one]);
      before = one;
    }
  },
  *zip_longest(args, keywords) {
    const fill = keywords.get('fillvalue') ?? null;
    const sources = args.map(iterate);
    for (;;) {
      const values = sources.map((source) => source.step());
      if (values.every((value) => value === kStop)) return;
      yield new Tuple(values.map((value) => (value === kStop ? fill : value)));
    }
  },
  product(args, keywords) {
    const times = Number(keywords.get('repeat') ?? 1n);
    const lists = args.map(listOf);
    return productOf(Array.from({ length: times }, () => lists).flat());
  },
  *combinations(args, keywords) {
    const [items, r] = bound('combinations', ['iterable', 'r'], args, keywords);
    const pool = listOf(items);
    for (const places of combinationsOf(pool.length, smallIndexOf(r), false))
      yield new Tuple(places.map((i) => pool[i]));
  },
  *combinations_with_replacement(args, keywords) {
    const [items, r] = bound('combinations_with_replacement', ['iterable', 'r'], args, keywords);
    const pool = listOf(items);
    for (const places of combinationsOf(pool.length, smallIndexOf(r), true))
      yield new Tuple(places.map((i) => pool[i]));
  },
  permutations(args, keywords) {
    const [items, r = null] = bound('permutations', ['iterable', 'r?'], args, keywords);
    const pool = listOf(items);
    return permutationsOf(pool, r === null ? pool.length : smallIndexOf(r));
  },
  groupby(args, keywords) {
    const [items, key = null] = bound('groupby', ['iterable', 'key?'], args, keywords);
    return groupsOf(items, key);
  },
};

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

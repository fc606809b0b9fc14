// The modules heapq and bisect, with CPython's steps, so that a printed heap shows the same order. Source: Lib/heapq.py, Lib/bisect.py.

import { sorted } from '../builtins/sequences.js';
import { compare } from '../operations/compare.js';
import { bound, call, fn, hostModule, listOf, raised, smallIndexOf, truth } from './protocol.js';

/** @param {any} a @param {any} b */
const isLess = (a, b) => truth(compare('<', a, b));

/** Moves an item up to its place below `start`. @param {any[]} heap @param {number} start @param {number} at */
function rise(heap, start, at) {
  const item = heap[at];
  for (let i = at; ; ) {
    const parent = (i - 1) >> 1;
    if (i <= start || !isLess(item, heap[parent])) {
      heap[i] = item;
      return;
    }
    heap[i] = heap[parent];
    i = parent;
  }
}

/** Lets the smaller children rise until a leaf is free, and the item from there. @param {any[]} heap @param {number} at */
function sink(heap, at) {
  const item = heap[at];
  let i = at;
  for (let child = 2 * i + 1; child < heap.length; child = 2 * i + 1) {
    const right = child + 1;
    if (right < heap.length && !isLess(heap[child], heap[right])) child = right;
    heap[i] = heap[child];
    i = child;
  }
  heap[i] = item;
  rise(heap, at, i);
}

/** @param {any[]} heap */
function pop(heap) {
  const last = heap.pop();
  if (last === undefined) throw raised('IndexError', 'index out of range');
  return heap.length > 0 ? replace(heap, last) : last;
}

/** @param {any[]} heap @param {any} item */
function replace(heap, item) {
  if (heap.length === 0) throw raised('IndexError', 'index out of range');
  const [first] = heap;
  heap[0] = item;
  sink(heap, 0);
  return first;
}

/** @param {string} name @param {boolean} isReversed */
const some = (name, isReversed) =>
  fn(name, (args, keywords) => {
    const [count, items, key = null] = bound(name, ['n', 'iterable', 'key?'], args, keywords);
    return sorted(listOf(items), key, isReversed).slice(0, Math.max(0, smallIndexOf(count)));
  });

/** @returns {import('../values/containers.js').Module} */
export const heapq = () =>
  hostModule('heapq', {
    heappush: fn('heappush', ([heap, item]) => {
      heap.push(item);
      rise(heap, 0, heap.length - 1);
      return null;
    }),
    heappop: fn('heappop', ([heap]) => pop(heap)),
    heapify: fn('heapify', ([heap]) => {
      for (let i = (heap.length >> 1) - 1; i >= 0; i--) sink(heap, i);
      return null;
    }),
    heapreplace: fn('heapreplace', ([heap, item]) => replace(heap, item)),
    heappushpop: fn('heappushpop', ([heap, item]) =>
      heap.length > 0 && isLess(heap[0], item) ? replace(heap, item) : item,
    ),
    nlargest: some('nlargest', true),
    nsmallest: some('nsmallest', false),
  });

/** Where an item goes, before its equals or behind them. @param {string} name @param {boolean} isRight @param {any[]} args @param {Map<string, any>} keywords */
function placeOf(name, isRight, args, keywords) {
  const [list, x, from, to, key = null] = bound(name, ['a', 'x', 'lo?', 'hi?', 'key?'], args, keywords);
  let low = from === undefined ? 0 : smallIndexOf(from);
  let high = to === undefined || to === null ? list.length : smallIndexOf(to);
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = key === null ? list[middle] : call(key, [list[middle]]);
    if (isRight ? !isLess(x, item) : isLess(item, x)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** @param {string} name @param {boolean} isRight */
const finding = (name, isRight) => fn(name, (args, keywords) => BigInt(placeOf(name, isRight, args, keywords)));
/** @param {string} name @param {boolean} isRight */
const inserting = (name, isRight) =>
  fn(name, ([list, x, ...rest], keywords) => {
    const key = keywords.get('key') ?? null;
    const sought = key === null ? x : call(key, [x]);
    list.splice(placeOf(name, isRight, [list, sought, ...rest], keywords), 0, x);
    return null;
  });

/** @returns {import('../values/containers.js').Module} */
export const bisect = () =>
  hostModule('bisect', {
    bisect: finding('bisect', true),
    bisect_right: finding('bisect_right', true),
    bisect_left: finding('bisect_left', false),
    insort: inserting('insort', true),
    insort_right: inserting('insort_right', true),
    insort_left: inserting('insort_left', false),
  });

// The orders in which itertools chooses: product, combinations, permutations.

import { Tuple } from '../values/containers.js';

/** @param {any[]} lists */
export function* productOf(lists) {
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
export function* permutationsOf(pool, r) {
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

/** @param {any[]} pool @param {number} r @param {boolean} repeats */
export function* chosen(pool, r, repeats) {
  for (const places of combinationsOf(pool.length, r, repeats)) yield new Tuple(places.map((i) => pool[i]));
}

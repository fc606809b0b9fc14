// Axes in rows and columns, as subplots() gives them: NumPy's array, as far as programs index and walk it.
import { hostType, iteratorOf, raised, Slice, smallIndexOf, Tuple } from '../../host/protocol.js';

/** @typedef {import('../model/axes.js').Axes} Axes */

/** Axes in rows and columns, as NumPy's array of them. */
export class AxesArray {
  /** @param {Axes[]} items row by row @param {number[]} shape */
  constructor(items, shape) {
    this.items = items;
    this.shape = shape;
  }
}

/** From where to where a slice goes, the end left out. @param {Slice} slice @param {number} count @returns {[number, number]} */
export function stretchOf({ start, stop }, count) {
  const end = (/** @type {any} */ value, /** @type {number} */ usual) =>
    value === null ? usual : smallIndexOf(value) + (value < 0 ? count : 0);
  return [end(start, 0), Math.min(count, end(stop, count))];
}

/** The place of an index. @param {any} key @param {number} count */
export function placeOf(key, count) {
  const at = smallIndexOf(key);
  const own = at < 0 ? at + count : at;
  if (own < 0 || own >= count) throw raised('IndexError', `index ${at} is out of bounds for axis 0 with size ${count}`);
  return own;
}

/** The places that a key has of so many. @param {any} key @param {number} count */
function placesOf(key, count) {
  if (!(key instanceof Slice)) return { list: [placeOf(key, count)], isOne: true };
  const [from, to] = stretchOf(key, count);
  return { list: Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i), isOne: false };
}

/** @param {AxesArray} self @param {any} key */
function item({ items, shape }, key) {
  const keys = key instanceof Tuple ? key.items : [key];
  const [row, column] = shape.map((count, i) => placesOf(keys[i] ?? kAll, count));
  const columns = column ? column.list : [0];
  const found = row.list.flatMap((i) => columns.map((j) => items[i * (shape[1] ?? 1) + j]));
  const left = [row, ...(column ? [column] : [])].filter(({ isOne }) => !isOne);
  if (left.length === 0) return found[0];
  return new AxesArray(
    found,
    left.map(({ list }) => list.length),
  );
}
const kAll = new Slice(null, null, null);

/** @param {AxesArray} self @returns {any[]} the rows */
const rowsOf = (self) =>
  self.shape.length === 1 ? self.items : Array.from({ length: self.shape[0] }, (_, i) => item(self, BigInt(i)));
const flat = (/** @type {AxesArray} */ self) => new AxesArray(self.items, [self.items.length]);
hostType(AxesArray, {
  name: 'ndarray',
  module: 'numpy',
  operations: {
    __getitem__: item,
    __len__: (self) => BigInt(self.shape[0]),
    __iter__: (self) => iteratorOf(rowsOf(self)),
    __repr__: (self) =>
      `array([${rowsOf(self)
        .map((row) => (row instanceof AxesArray ? `[${row.items.map(() => '<Axes: >').join(', ')}]` : '<Axes: >'))
        .join(', ')}], dtype=object)`,
  },
  methods: {
    item: (self, [key = 0n]) => self.items[smallIndexOf(key)],
    flatten: flat,
    ravel: flat,
    tolist: (self) => rowsOf(self).map((row) => (row instanceof AxesArray ? row.items : row)),
    reshape: (self, args) => {
      const given = (args[0] instanceof Tuple ? [...args[0]] : args).map(smallIndexOf);
      const known = given.filter((one) => one >= 0).reduce((a, b) => a * b, 1);
      return new AxesArray(
        self.items,
        given.map((one) => (one < 0 ? self.items.length / known : one)),
      );
    },
  },
  properties: {
    flat,
    shape: (self) => new Tuple(self.shape.map(BigInt)),
    size: (self) => BigInt(self.items.length),
    ndim: (self) => BigInt(self.shape.length),
    T: (self) => {
      const [rows, columns = 1] = self.shape;
      if (self.shape.length === 1) return self;
      return new AxesArray(
        Array.from({ length: rows * columns }, (_, k) => self.items[(k % rows) * columns + Math.floor(k / rows)]),
        [columns, rows],
      );
    },
  },
});

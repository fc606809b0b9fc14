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

/** @param {AxesArray} self @param {any} key */
function item(self, key) {
  const [rows, columns = 1] = self.shape;
  const pick = (/** @type {any} */ one, /** @type {number} */ count) => {
    if (one instanceof Slice) {
      const end = (/** @type {any} */ value, /** @type {number} */ usual) =>
        value === null ? usual : smallIndexOf(value) + (value < 0 ? count : 0);
      const [from, to] = [end(one.start, 0), end(one.stop, count)];
      return {
        list: Array.from({ length: Math.max(0, Math.min(to, count) - from) }, (_, i) => from + i),
        isOne: false,
      };
    }
    const at = smallIndexOf(one);
    const own = at < 0 ? at + count : at;
    if (own < 0 || own >= count)
      throw raised('IndexError', `index ${at} is out of bounds for axis 0 with size ${count}`);
    return { list: [own], isOne: true };
  };
  const keys = key instanceof Tuple ? key.items : [key];
  const row = pick(keys[0], rows);
  if (self.shape.length === 1) {
    const found = row.list.map((i) => self.items[i]);
    return row.isOne ? found[0] : new AxesArray(found, [found.length]);
  }
  const column =
    keys.length > 1 ? pick(keys[1], columns) : { list: Array.from({ length: columns }, (_, j) => j), isOne: false };
  const found = row.list.flatMap((i) => column.list.map((j) => self.items[i * columns + j]));
  if (row.isOne && column.isOne) return found[0];
  const shape = [row, column].filter(({ isOne }) => !isOne).map(({ list }) => list.length);
  return new AxesArray(found, shape);
}

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

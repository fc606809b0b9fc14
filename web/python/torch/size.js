// torch.Size: a tuple of ints, which stays one where it is sliced, joined and repeated.

import { addMethods } from '../operations/arguments.js';
import { listOf } from '../operations/iterate.js';
import { asIndex } from '../operations/truth.js';
import { kNotImplemented, Slice, Tuple } from '../values/containers.js';
import { raised } from '../values/exceptions.js';
import { nameOf } from '../values/types.js';
import { SizeTuple, sizeType } from './convert.js';

/** @param {any[]} items */
function sizeOf(items) {
  return new SizeTuple(
    items.map((one, i) => {
      const size = typeof one === 'number' ? null : asIndex(one);
      if (size !== null) return size;
      throw raised('TypeError', `torch.Size() takes an iterable of 'int' (item ${i} is '${nameOf(one)}')`);
    }),
  );
}
sizeType.make = (_, [items = []]) => sizeOf(listOf(items));

/** @param {SizeTuple} size @param {any} times */
function repeated(size, times) {
  const count = typeof times === 'number' ? null : asIndex(times);
  if (count === null) throw raised('TypeError', `can't multiply sequence by non-int of type '${nameOf(times)}'`);
  return new SizeTuple(Array.from({ length: Math.max(0, Number(count)) }, () => size.items).flat());
}

addMethods(sizeType, {
  numel: (size) => size.items.reduce((/** @type {bigint} */ a, /** @type {bigint} */ b) => a * b, 1n),
  __repr__: (size) => `torch.Size([${size.items.join(', ')}])`,
  __getitem__: (size, key) => {
    const plain = new Tuple(size.items);
    const found = /** @type {any} */ (sizeType.bases[0].dict.get('__getitem__')).call([plain, key], new Map());
    return key instanceof Slice ? new SizeTuple(found.items) : found;
  },
  __add__: (size, other) => {
    if (other instanceof Tuple) return sizeOf([...size.items, ...other.items]);
    throw raised('TypeError', `can only concatenate tuple (not ${nameOf(other)}) to torch.Size`);
  },
  __radd__: (size, other) => (other instanceof Tuple ? sizeOf([...other.items, ...size.items]) : kNotImplemented),
  __mul__: repeated,
  __rmul__: repeated,
});

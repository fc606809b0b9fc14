// Where tensors' elements lie: addresses, which tell views from copies as in PyTorch, and storages.

import { addMethods } from '../operations/arguments.js';
import { builtinType, Instance } from '../values/types.js';
import { tensorType } from './tensors.js';

/** Where each buffer lies. @type {WeakMap<object, number>} */ const places = new WeakMap();
let next = 0x560000000000;

/** The address of what an array shows of its buffer; new buffers lie behind all others, as malloc aligns them. @param {any} array */
function addressOf({ buffer, byteOffset }) {
  let place = places.get(buffer);
  if (place === undefined) {
    place = next;
    places.set(buffer, place);
    next += Math.ceil((buffer.byteLength + 1) / 64) * 64;
  }
  return place + byteOffset;
}

const storageType = builtinType('UntypedStorage', undefined, 'torch.storage');
/** @param {any} tensor */
const storageOf = (tensor) => Object.assign(new Instance(storageType), { array: tensor.storage.array });

addMethods(storageType, {
  data_ptr: ({ array }) => BigInt(addressOf(array)),
  nbytes: ({ array }) => BigInt(array.byteLength),
});
addMethods(tensorType, {
  data_ptr: ({ storage, offset, dtype }) => BigInt(addressOf(storage.array) + offset * dtype.itemsize),
  storage: storageOf,
  untyped_storage: storageOf,
});

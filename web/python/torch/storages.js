// What Python's tensors have beside those of the package: where their elements lie, which tells views from copies, and detach_.

import { warn } from '../../torch/arguments/warning.js';
import { metaOf } from '../../torch/autograd/graph.js';
import { bool, kFloating } from '../../torch/storage/dtype.js';
import { addMethods } from '../operations/arguments.js';
import { smallIndexOf } from '../operations/truth.js';
import { repr } from '../text/repr.js';
import { raised } from '../values/exceptions.js';
import { builtinType, Instance, Member } from '../values/types.js';
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

/** What the elements of a tensor and of its views are: bytes, or numbers of the tensor's dtype. @param {any} type */
const storageOf =
  (type) =>
  (/** @type {any} */ { storage, dtype }) =>
    Object.assign(new Instance(type), { array: storage.array, dtype });

/** @param {string} name @param {Record<string, (self: any, ...values: any[]) => any>} methods */
function storageType(name, methods) {
  const type = builtinType(name, undefined, 'torch.storage');
  addMethods(type, {
    data_ptr: ({ array }) => BigInt(addressOf(array)),
    nbytes: ({ array }) => BigInt(array.byteLength),
    ...methods,
  });
  return type;
}

/** @param {any} self @returns {any[]} */
const numbersOf = ({ array, dtype }) =>
  Array.from(array, (/** @type {any} */ one) =>
    dtype === bool ? Boolean(one) : dtype.kind === kFloating ? Number(one) : BigInt(one),
  );
/** @param {any} self @param {any} index */
function elementOf(self, index) {
  const all = numbersOf(self);
  const i = smallIndexOf(index);
  if (i < -all.length || i >= all.length)
    throw raised('IndexError', `index ${i} out of range for storage of size ${all.length}`);
  return all.at(i);
}
/** @param {any} self @param {string} title */
const listed = (self, title) =>
  `${numbersOf(self)
    .map((one) => ` ${repr(one)}`)
    .join('\n')}\n${title}`;

const untyped = storageType('UntypedStorage', {
  size: ({ array }) => BigInt(array.byteLength),
  __len__: ({ array }) => BigInt(array.byteLength),
});
const typed = storageType('TypedStorage', {
  size: ({ array }) => BigInt(array.length),
  __len__: ({ array }) => BigInt(array.length),
  __getitem__: elementOf,
  tolist: numbersOf,
  untyped: (self) => Object.assign(new Instance(untyped), { array: self.array, dtype: self.dtype }),
  __repr__: (self) =>
    listed(self, `[torch.storage.TypedStorage(dtype=${self.dtype}, device=cpu) of size ${self.array.length}]`),
});
typed.dict.set('dtype', new Member((self) => self.dtype));
const kDeprecated =
  'TypedStorage is deprecated. It will be removed in the future and UntypedStorage will be the only storage class. This should only matter to you if you are using storages directly.  To access UntypedStorage directly, use tensor.untyped_storage() instead of tensor.storage()';

/** Takes a tensor itself out of the graph. @param {any} tensor */
function detach(tensor) {
  const meta = metaOf(tensor);
  if (meta.base !== null)
    throw raised(
      'RuntimeError',
      "Can't detach views in-place. Use detach() instead. If you are using DistributedDataParallel (DDP) for training, and gradient_as_bucket_view is set as True, gradients are views of DDP buckets, and hence detach_() cannot be called on these gradients. To fix this error, please refer to the Optimizer.zero_grad() function in torch/optim/optimizer.py as the solution.",
    );
  meta.node = null;
  meta.requiresGrad = false;
  return tensor;
}

addMethods(tensorType, {
  detach_: detach,
  data_ptr: ({ storage, offset, dtype }) => BigInt(addressOf(storage.array) + offset * dtype.itemsize),
  storage: (tensor) => {
    warn('UserWarning', kDeprecated);
    return storageOf(typed)(tensor);
  },
  untyped_storage: storageOf(untyped),
});

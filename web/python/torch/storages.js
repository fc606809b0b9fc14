// What Python's tensors have beside those of the package: where their elements lie, which tells views from copies, and detach_.

import { metaOf } from '../../torch/autograd/graph.js';
import { addMethods } from '../operations/arguments.js';
import { raised } from '../values/exceptions.js';
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
  storage: storageOf,
  untyped_storage: storageOf,
});

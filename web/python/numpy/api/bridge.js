// Between arrays and tensors: the same memory where the numbers lie alike, int64 as a copy.

import { sizeOf } from '../../../core/numbers/size.js';
import { Float } from '../../../core/numbers/written.js';
import { isTensor } from '../../../torch/storage/base.js';
import { dtypesByName, bool as torchBool } from '../../../torch/storage/dtype.js';
import torch from '../../../torch/torch.js';
import { callMethod, counted, fn, nameOf, raised, Tuple, truth } from '../../host/protocol.js';
import { arrays } from '../../torch/convert.js';
import { asArray, bridge } from '../array/convert.js';
import { bool, DType, dtypeNamed, int64 } from '../array/dtypes.js';
import { copied, flat, NdArray } from '../array/ndarray.js';
import { plainNumber, Scalar } from '../array/scalar.js';

/** A tensor's elements as an array over the same memory. @param {any} x */
function ofTensor(x) {
  const { array } = x.storage;
  const dtype = /** @type {DType} */ (x.dtype === torchBool ? bool : dtypeNamed(x.dtype.name));
  const shape = Array.from(x.shape);
  if (dtype === int64)
    return new NdArray(
      Float64Array.from(
        x.contiguous().storage.array.subarray(x.contiguous().offset, x.contiguous().offset + x.numel()),
        Number,
      ),
      shape,
      int64,
    );
  return new NdArray(array, shape, dtype, Array.from(x.strides), x.offset);
}

/** A tensor over an array's memory. @param {NdArray} a */
function toTensor(a) {
  const dtype = a.dtype === bool ? torchBool : dtypesByName[a.dtype.name];
  if (dtype === undefined || dtype.array === null)
    throw raised('TypeError', `can't convert np.ndarray of type numpy.${a.dtype.name}.`);
  const isCopied = a.dtype === int64;
  if (!isCopied && a.strides.some((one) => one < 0))
    throw raised(
      'ValueError',
      'At least one stride in the given numpy array is negative, and tensors with negative strides are not currently supported. (You can probably work around this by making a copy of your array  with array.copy().) ',
    );
  const array = isCopied ? BigInt64Array.from(flat(a), BigInt) : a.data;
  const whole = new NdArray(/** @type {any} */ (array), a.shape, a.dtype);
  const { strides, offset } = isCopied ? whole : a;
  const seed = torch.empty(0, /** @type {any} */ ({ dtype }));
  return /** @type {any} */ (seed).make({ array, version: 0 }, sizeOf(a.shape), strides, offset, dtype);
}

bridge.ofTensor = (value) => {
  if (!isTensor(value)) return undefined;
  const tensor = /** @type {any} */ (value);
  if (tensor.requires_grad)
    throw raised(
      'RuntimeError',
      "Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.",
    );
  return ofTensor(tensor);
};
arrays.ofTensor = (tensor) => ofTensor(tensor.detach());
arrays.toTorch = (value) => {
  if (value instanceof NdArray) return toTensor(value);
  if (value instanceof Scalar) {
    const own = plainNumber(value.value, value.dtype);
    return typeof own === 'bigint'
      ? Number(own)
      : typeof own === 'number' && Number.isInteger(own)
        ? new Float(own)
        : own;
  }
  if (value instanceof DType) return dtypesByName[value.name];
  return undefined;
};

/** torch.from_numpy, which takes arrays only. */
export const fromNumpy = fn('from_numpy', (args, keywords) => {
  counted('from_numpy', args, keywords, 1);
  const [array] = args;
  if (!(array instanceof NdArray)) throw raised('TypeError', `expected np.ndarray (got ${nameOf(array)})`);
  return toTensor(array);
});

/** Whether data has arrays or scalars in it. @param {any} value @returns {boolean} */
const isOurs = (value) =>
  value instanceof NdArray ||
  value instanceof Scalar ||
  ((Array.isArray(value) || value instanceof Tuple) && isOurs((value instanceof Tuple ? value.items : value)[0]));

/** torch.tensor and its kin, of arrays and lists of them. @param {string} name @param {any} own the function of torch's */
export function ofData(name, own) {
  const made = fn(name, (args, keywords) => {
    if (args.length !== 1 || !isOurs(args[0])) return own.call(args, keywords);
    const array = asArray(args[0]);
    let tensor = toTensor(name === 'tensor' ? copied(array) : array);
    const dtype = keywords.get('dtype') ?? null;
    if (dtype !== null) tensor = callMethod(tensor, 'to', [dtype]);
    return truth(keywords.get('requires_grad') ?? false) ? callMethod(tensor, 'requires_grad_', []) : tensor;
  });
  const { kind, qualname, module } = own;
  return Object.assign(made, { kind, qualname, module });
}

// Between arrays and tensors: the same memory where the numbers lie alike, int64 as a copy.

import { sizeOf } from '../../../core/numbers/size.js';
import { isTensor } from '../../../torch/storage/base.js';
import { dtypesByName, bool as torchBool } from '../../../torch/storage/dtype.js';
import torch from '../../../torch/torch.js';
import { raised } from '../../host/protocol.js';
import { arrays } from '../../torch/convert.js';
import { bridge } from '../array/convert.js';
import { bool, DType, dtypeNamed, int64 } from '../array/dtypes.js';
import { flat, NdArray } from '../array/ndarray.js';
import { Scalar } from '../array/scalar.js';

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
    const { dtype } = value;
    const a = new NdArray(dtype.array.of(value.value), [], dtype);
    return toTensor(a);
  }
  if (value instanceof DType) return dtypesByName[value.name];
  return undefined;
};

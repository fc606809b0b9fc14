// Tensors of another dtype: to, float, double, long, int, bool, type, with their gradient.

import { NotImplementedError, ValueError } from '../../../core/errors.js';
import { nativeMethod } from '../../arguments/native.js';
import { record } from '../../autograd/graph.js';
import { DType, dtypesByName, requireDType } from '../../storage/dtype.js';
import { allocate, denseStrides, storageOf } from '../../storage/strided.js';
import { place } from '../filling/outputs.js';
import { clone } from '../shapes/views.js';

/** @typedef {import('../../tensor/tensor.js').Tensor} Tensor */

/**
 * A tensor in another dtype; itself where it has it already. The elements keep their order in memory.
 * @param {Tensor} x
 * @param {DType} dtype
 * @param {boolean} [copies] even where nothing changes
 * @returns {Tensor}
 */
export function cast(x, dtype, copies = false) {
  requireDType(dtype, 'to');
  if (dtype === x.dtype) return copies ? clone(x) : x;
  const storage = storageOf(allocate(x.shape.numel(), dtype));
  const made = x.make(storage, x.shape, denseStrides(x), 0, dtype);
  place(made, x);
  if (!dtype.is_floating_point) return made;
  return record(made, { name: 'ToCopyBackward0', inputs: [x], backward: (grad) => [grad] });
}

/** @param {Tensor} x @param {DType | null} dtype @param {unknown} _blocking @param {boolean} copies */
const toDType = (x, dtype, _blocking, copies) => cast(x, dtype ?? x.dtype, copies);

/** What moves of tensors take beside: refused, since none has another order of memory. */
const kFormat = '*, memory_format memory_format=None';
/** The tensor itself, which lies there already. @type {(this: Tensor, ...args: any[]) => Tensor} */
export const cpu = /* @__PURE__ */ nativeMethod(`cpu(${kFormat})`, (x) => x);

const places = [
  'to(device device=None, dtype dtype=None, bool non_blocking=False, bool copy=False, *, memory_format memory_format=None)',
  'to(dtype dtype, bool non_blocking=False, bool copy=False, *, memory_format memory_format=None)',
  'to(Tensor tensor, bool non_blocking=False, bool copy=False, *, memory_format memory_format=None)',
];

/** The dtype that arguments of `to` name, or null. @type {(args: any[]) => DType | null} */
export const placeOf = (args) => parsePlace.apply(null, args);
const parsePlace = /* @__PURE__ */ nativeMethod(
  places,
  (_, _device, dtype) => dtype,
  (_, dtype) => dtype,
  (_, { dtype }) => dtype,
);

/** `x.to(torch.float64)`, `x.to('cpu')`, `x.to(other)`: the same elements in another dtype. */
export const to = /* @__PURE__ */ nativeMethod(
  places,
  (x, _device, dtype, blocking, copies) => toDType(x, dtype, blocking, copies),
  toDType,
  (x, other, blocking, copies) => toDType(x, other.dtype, blocking, copies),
);

/** `x.type()` is the older name of the dtype; with one, or with a dtype, the tensor in it. @type {(this: Tensor, wanted?: any) => any} */
export function type(wanted = null) {
  return wanted === null ? this.dtype.legacy : cast(this, dtypeNamed(wanted));
}

/** A dtype itself, or by its older name. @param {any} wanted @returns {DType} */
export function dtypeNamed(wanted) {
  if (wanted instanceof DType) return wanted;
  if (typeof wanted !== 'string') throw new TypeError('dtype must be a type, str, or dtype object');
  const found = Object.values(dtypesByName).find((dtype) => dtype.legacy === wanted);
  if (found) return found;
  throw new (wanted.startsWith('torch.cuda') ? NotImplementedError : ValueError)(`invalid type: '${wanted}'`);
}

/** The methods named after dtypes. @type {Record<string, (this: Tensor, ...args: any[]) => Tensor>} */
export const castings = /* @__PURE__ */ Object.fromEntries(
  Object.entries({
    float: 'float32',
    double: 'float64',
    int: 'int32',
    long: 'int64',
    bool: 'bool',
    byte: 'uint8',
    half: 'float16',
    bfloat16: 'bfloat16',
    short: 'int16',
  }).map(([name, own]) => [name, nativeMethod(`${name}(${kFormat})`, (x) => cast(x, dtypesByName[own]))]),
);

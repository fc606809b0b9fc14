// Random numbers written into a tensor: uniform_, normal_, exponential_, bernoulli_, random_.
// Sources of the order in which numbers are drawn: aten/src/ATen/native/cpu/DistributionTemplates.h, TensorFactories.cpp.

import { NotImplementedError, RuntimeError } from '../../../core/errors.js';
import { formatG } from '../../../core/text/format.js';
import { nativeMethod } from '../../arguments/native.js';
import { bumpVersion, checkInplace, checkOverlap, recordInplace } from '../../autograd/inplace.js';
import { float32, int64, kFloating } from '../../storage/dtype.js';
import {
  allocate,
  broadcastShape,
  denseStrides,
  elements,
  fresh,
  isContiguous,
  storageOf,
} from '../../storage/strided.js';
import { defaultGenerator } from '../../tensor/generator.js';
import { place } from './outputs.js';

/**
 * @typedef {import('../../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../tensor/generator.js').Generator} Generator
 * @typedef {(array: any, generator: Generator, contiguous: boolean) => void} Draw
 */

/**
 * Fills a tensor with numbers drawn in the order in which its elements lie in memory.
 * @param {Tensor} self
 * @param {string} node of the step backward
 * @param {Generator | null} generator
 * @param {Draw} draw
 */
function fill(self, node, generator, draw) {
  checkInplace(self);
  checkOverlap(self);
  const contiguous = isContiguous(self);
  const array = contiguous ? elements(self) : allocate(self.shape.numel(), self.dtype);
  draw(array, generator ?? defaultGenerator, contiguous);
  if (!contiguous) place(self, self.make(storageOf(array), self.shape, denseStrides(self), 0, self.dtype));
  bumpVersion(self);
  return recordInplace(self, { name: node, inputs: [self], backward: (grad) => [fresh(grad, grad.shape)] });
}

/** @param {Tensor} self @param {string} kernel */
function requireFloating({ dtype }, kernel) {
  if (dtype.kind !== kFloating) throw new NotImplementedError(`"${kernel}" not implemented for '${dtype.short}'`);
}

/** @param {Tensor} self @param {number} from @param {number} to @param {Generator | null} generator */
function uniform(self, from, to, generator) {
  requireFloating(self, 'check_uniform_bounds');
  if (!(from <= to)) {
    throw new RuntimeError(
      `uniform_ expects to return a [from, to) range, but found from=${formatG(from)} > to=${formatG(to)}`,
    );
  }
  return fill(self, 'UniformBackward0', generator, (array, stream) => stream.uniform_(array, from, to));
}

/** @param {Tensor} self @param {number} mean @param {number} std @param {Generator | null} generator */
export function normalize(self, mean, std, generator) {
  if (!(std >= 0)) throw new RuntimeError(`normal expects std >= 0.0, but found std ${formatG(std)}`);
  requireFloating(self, 'normal_kernel_cpu');
  return fill(self, 'NormalBackward0', generator, (array, stream, contiguous) => {
    if (contiguous) stream.normal_(array, mean, std);
    else for (let i = 0; i < array.length; i++) array[i] = stream.normal_double() * std + mean;
  });
}

/** @param {Tensor} self @param {number} rate @param {Generator | null} generator */
function exponential(self, rate, generator) {
  if (!(rate > 0)) throw new RuntimeError(`exponential_ expects lambda > 0.0, but found lambda=${formatG(rate)}`);
  if (self.dtype.kind !== kFloating) {
    throw new RuntimeError(
      `Exponential distribution is a continuous probability distribution. dtype must be a floating point but you specified ${self.dtype.short}`,
    );
  }
  return fill(self, 'ExponentialBackward0', generator, (array, stream) => stream.exponential_(array, rate));
}

/** @param {Tensor} self @param {number} p @param {Generator | null} generator */
export function chance(self, p, generator) {
  if (!(p >= 0 && p <= 1)) throw new RuntimeError(`bernoulli_ expects p to be in [0, 1], but got p=${formatG(p)}`);
  const [yes, no] = self.dtype === int64 ? [1n, 0n] : [1, 0];
  return fill(self, 'BernoulliBackward0', generator, (array, stream) => {
    for (let i = 0; i < array.length; i++) array[i] = stream.uniform_double() < p ? yes : no;
  });
}

/** Each element with its own probability. @param {Tensor} self @param {Tensor} p @param {Generator | null} generator */
export function chances(self, p, generator) {
  if (p.dtype.kind !== kFloating) {
    throw new NotImplementedError(`"bernoulli_tensor_cpu_p_" not implemented for '${p.dtype.short}'`);
  }
  broadcastShape(self.shape, p.shape);
  const each = elements(p.shape.length === 0 || p.shape.numel() !== self.shape.numel() ? p.expand([...self.shape]) : p);
  const [yes, no] = self.dtype === int64 ? [1n, 0n] : [1, 0];
  const isFloat = p.dtype === float32;
  return fill(self, 'BernoulliBackward1', generator, (array, stream) => {
    for (let i = 0; i < array.length; i++) {
      const chance = Number(each[i]);
      if (!(chance >= 0 && chance <= 1))
        throw new RuntimeError(
          'Expected p_in >= 0 && p_in <= 1 to be true, but got false.  (Could this error message be improved?  If so, please report an enhancement request to PyTorch.)',
        );
      array[i] = (isFloat ? stream.uniform_float() : stream.uniform_double()) < chance ? yes : no;
    }
  });
}

/** The largest whole number up to which every one is of the dtype. @type {Record<string, bigint>} */
const wholes = {
  float32: 2n ** 24n + 1n,
  float64: 2n ** 53n + 1n,
  int64: 2n ** 63n,
  int32: 2n ** 31n,
  uint8: 2n ** 8n,
  bool: 2n,
};

/** Whole numbers from a range. @param {Tensor} self @param {bigint} from @param {bigint} to @param {Generator | null} generator */
function wholeNumbers(self, from, to, generator) {
  if (from >= to)
    throw new RuntimeError(`random_ expects 'from' to be less than 'to', but got from=${from} >= to=${to}`);
  const range = to - from;
  return fill(self, 'RandomBackward0', generator, (array, stream) => {
    for (let i = 0; i < array.length; i++) {
      const bits = range >= 2n ** 32n ? stream.random64() : BigInt(stream.random32());
      const value = (bits % range) + from;
      array[i] = self.dtype === int64 ? value : Number(value);
    }
  });
}

/** From zero to the greatest of the dtype. @param {Tensor} self @param {Generator | null} generator */
function anyNumbers(self, generator) {
  const limit = wholes[self.dtype.name];
  return fill(self, 'RandomBackward2', generator, (array, stream) => {
    for (let i = 0; i < array.length; i++) {
      const isLong = self.dtype === int64 || self.dtype.name === 'float64';
      const value = (isLong ? stream.random64() : BigInt(stream.random32())) % limit;
      array[i] = self.dtype === int64 ? value : Number(value);
    }
  });
}

// The methods of Tensor.
export const uniform_ = /* @__PURE__ */ nativeMethod(
  'uniform_(float from=0, float to=1, *, Generator generator=None)',
  uniform,
);
export const normal_ = /* @__PURE__ */ nativeMethod(
  'normal_(float mean=0, float std=1, *, Generator generator=None)',
  normalize,
);
export const exponential_ = /* @__PURE__ */ nativeMethod(
  'exponential_(float lambd=1, *, Generator generator=None)',
  exponential,
);
export const bernoulli_ = /* @__PURE__ */ nativeMethod(
  ['bernoulli_(Tensor p, *, Generator generator=None)', 'bernoulli_(float p=0.5, *, Generator generator=None)'],
  chances,
  chance,
);
export const random_ = /* @__PURE__ */ nativeMethod(
  [
    'random_(*, Generator generator=None)',
    'random_(int to, *, Generator generator=None)',
    'random_(int from, int to, *, Generator generator=None)',
  ],
  anyNumbers,
  (self, to, generator) => wholeNumbers(self, 0n, BigInt(to), generator),
  (self, from, to, generator) => wholeNumbers(self, BigInt(from), BigInt(to), generator),
);

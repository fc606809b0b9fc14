// Products of matrices and vectors: mm, bmm, mv, dot, outer, with their gradients; see addmm.js and matmul.js too.

import { IndexError, NotImplementedError, RuntimeError } from '../../../core/errors.js';
import { bracketed, sizeOf } from '../../../core/numbers/size.js';
import { native } from '../../arguments/native.js';
import { is_grad_enabled } from '../../autograd/grad_mode.js';
import { record, requiresGrad } from '../../autograd/graph.js';
import { bumpVersion } from '../../autograd/inplace.js';
import { bool } from '../../storage/dtype.js';
import { multiplied, turned } from '../../storage/matrices.js';
import { fresh, isWhole } from '../../storage/strided.js';
import { checkOut, place } from '../filling/outputs.js';
import { reshape, transpose } from '../shapes/views.js';
import { mul } from '../two_operands/arithmetic.js';

/**
 * @typedef {import('../../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../../core/numbers/size.js').Size} Size
 * @typedef {import('../../storage/dtype.js').DType} DType
 * @typedef {import('../../storage/matrices.js').Sizes} Sizes
 * @typedef {{ out?: Tensor }} Out
 */

/**
 * @template T
 * @typedef {import('../../arguments/native.js').Method<T>} Method
 */

/** C++'s names of dtypes. @type {Record<string, string>} */
const scalarNames = {
  float32: 'float',
  float64: 'double',
  int64: 'long int',
  int32: 'int',
  uint8: 'unsigned char',
};

/** @param {DType} dtype */
const scalarName = ({ name }) => scalarNames[name] ?? name;

/** @param {string} kernel @param {DType} dtype */
export function refuseBool(kernel, dtype) {
  if (dtype === bool) throw new NotImplementedError(`"${kernel}" not implemented for 'Bool'`);
}

/** A matrix, or each of a batch, transposed for a gradient, and recorded where that is. @param {Tensor} x */
export const mirrored = (x) => (is_grad_enabled() ? transpose(x, -2, -1) : turned(x));

/** What the gradient of another operand needs. @param {Tensor} x @param {Tensor} other */
export const savedFor = (x, other) => (requiresGrad(other) ? x : null);

/**
 * Writes a result to `out`: computed there if it may be, else copied.
 * @param {Tensor} out
 * @param {Tensor[]} inputs
 * @param {number} length
 * @param {(array?: import('../../storage/dtype.js').TypedArray) => import('../../storage/dtype.js').TypedArray} compute
 */
export function written(out, inputs, length, compute) {
  const isOwn = isWhole(out) && inputs.every(({ storage }) => storage !== out.storage);
  if (isOwn && length > 0) compute(out.storage.array);
  else if (length > 0) place(out, fresh(out, out.shape, compute()));
  bumpVersion(out);
  return out;
}

/**
 * Refuses an `out` of another dtype, in the words of most products.
 * @param {string} name
 * @param {Tensor} out
 * @param {Size} shape
 * @param {Tensor[]} inputs
 */
export function checkProductOut(name, out, shape, inputs) {
  checkOut(name, out, shape, inputs);
  const { dtype } = inputs[0];
  if (out.dtype === dtype) return;
  if (name === 'dot') {
    throw new RuntimeError(`result dtype ${out.dtype.short} does not match input dtype ${dtype.short}`);
  }
  if (name === 'mv') throw new RuntimeError(vectorDtypes(out.dtype, dtype, inputs[1].dtype));
  throw new RuntimeError(
    `Expected out tensor to have dtype ${scalarName(dtype)}, but got ${scalarName(out.dtype)} instead`,
  );
}

/** @param {DType} a @param {DType} b @param {DType} c */
const vectorDtypes = (a, b, c) =>
  `addmv input tensors must have the same dtype, but got ${a.short}, ${b.short}, and ${c.short}`;

/**
 * The product of two tensors that were checked, or `out` with it.
 * @param {string} name
 * @param {Tensor} a
 * @param {Tensor} b
 * @param {number[]} dims of the result
 * @param {Sizes} sizes
 * @param {Tensor | null} out
 * @returns {Tensor}
 */
function computed(name, a, b, dims, sizes, out) {
  const shape = sizeOf(dims);
  if (out === null) return fresh(a, shape, multiplied(a, b, sizes));
  checkProductOut(name, out, shape, [a, b]);
  return written(out, [a, b], shape.numel(), (array = undefined) => multiplied(a, b, sizes, { out: array }));
}

/** @param {Tensor} a @param {Tensor} b */
export function checkInner({ shape: a }, { shape: b }) {
  if (a[1] !== b[0]) {
    throw new RuntimeError(`mat1 and mat2 shapes cannot be multiplied (${a[0]}x${a[1]} and ${b[0]}x${b[1]})`);
  }
}

/** @param {Tensor} a @param {Tensor} b */
function checkMatrices(a, b) {
  if (a.shape.length !== 2) throw new RuntimeError('self must be a matrix');
  if (b.shape.length !== 2) throw new RuntimeError('mat2 must be a matrix');
  checkInner(a, b);
  if (a.dtype !== b.dtype) {
    throw new RuntimeError(
      `expected m1 and m2 to have the same dtype, but got: ${scalarName(a.dtype)} != ${scalarName(b.dtype)}`,
    );
  }
  refuseBool('addmm_impl_cpu_', a.dtype);
}

/**
 * @param {Tensor} a
 * @param {Tensor} b
 * @param {Tensor | null} [out]
 * @returns {Tensor}
 */
export function mmOf(a, b, out = null) {
  checkMatrices(a, b);
  const [rows, depth] = a.shape;
  const columns = b.shape[1];
  const result = computed('mm', a, b, [rows, columns], { count: 1, rows, depth, columns }, out);
  return out ?? record(result, { name: 'MmBackward0', inputs: [a, b], ...matrixStep(a, b, mmOf) });
}

/**
 * The gradients of both matrices: G Bᵀ and Aᵀ G.
 * @param {Tensor} a
 * @param {Tensor} b
 * @param {(a: Tensor, b: Tensor) => Tensor} multiply
 */
const matrixStep = (a, b, multiply) => ({
  saved: [savedFor(b, a), savedFor(a, b)],
  /** @type {import('../../autograd/graph.js').Backward} */
  backward: (grad, [right, left], [needsA, needsB]) => [
    needsA ? multiply(grad, mirrored(right)) : null,
    needsB ? multiply(mirrored(left), grad) : null,
  ],
});

/**
 * @param {Tensor} a
 * @param {Tensor} b
 * @param {Tensor | null} [out]
 * @returns {Tensor}
 */
export function bmmOf(a, b, out = null) {
  if (a.shape.length !== 3) throw new RuntimeError('batch1 must be a 3D tensor');
  if (b.shape.length !== 3) throw new RuntimeError('batch2 must be a 3D tensor');
  const [count, rows, depth] = a.shape;
  const columns = b.shape[2];
  if (b.shape[0] !== count || b.shape[1] !== depth) {
    throw new RuntimeError(
      `Expected size for first two dimensions of batch2 tensor to be: [${count}, ${depth}] but got: ${bracketed(b.shape.slice(0, 2))}.`,
    );
  }
  refuseBool('bmm', a.dtype);
  if (a.dtype !== b.dtype) {
    throw new RuntimeError(`expected scalar type ${a.dtype.short} but found ${b.dtype.short}`);
  }
  const result = computed('bmm', a, b, [count, rows, columns], { count, rows, depth, columns }, out);
  return out ?? record(result, { name: 'BmmBackward0', inputs: [a, b], ...matrixStep(a, b, bmmOf) });
}

/** @param {Tensor} a @param {Tensor} v */
function checkVector({ shape, dtype }, v) {
  if (shape.length === 0) throw new IndexError('Dimension specified as 0 but tensor has no dimensions');
  if (shape.length !== 2 || v.shape.length !== 1) {
    throw new RuntimeError(`vector + matrix @ vector expected, got 1, ${shape.length}, ${v.shape.length}`);
  }
  if (shape[1] !== v.shape[0]) {
    throw new RuntimeError(
      `size mismatch, got input (${shape[0]}), mat (${shape[0]}x${shape[1]}), vec (${v.shape[0]})`,
    );
  }
  if (dtype !== v.dtype) throw new RuntimeError(vectorDtypes(v.dtype, dtype, v.dtype));
  refuseBool('addmv_impl_cpu', dtype);
}

/**
 * @param {Tensor} a
 * @param {Tensor} v
 * @param {Tensor | null} [out]
 * @returns {Tensor}
 */
export function mvOf(a, v, out = null) {
  checkVector(a, v);
  const [rows, depth] = a.shape;
  const result = computed('mv', a, v, [rows], { count: 1, rows, depth, columns: 1 }, out);
  if (out !== null) return out;
  return record(result, {
    name: 'MvBackward0',
    inputs: [a, v],
    saved: [savedFor(a, v), savedFor(v, a)],
    backward: (grad, [matrix, vector], [needsA, needsV]) => [
      needsA ? outerOf(grad, vector) : null,
      needsV ? mvOf(mirrored(matrix), grad) : null,
    ],
  });
}

/** @param {Tensor} a @param {Tensor} b */
function checkDot(a, b) {
  const [m, n] = [a.shape.length, b.shape.length];
  if (m !== 1 || n !== 1) throw new RuntimeError(`1D tensors expected, but got ${m}D and ${n}D tensors`);
  if (a.dtype !== b.dtype) {
    throw new RuntimeError(
      `dot : expected both vectors to have same dtype, but found ${a.dtype.short} and ${b.dtype.short}`,
    );
  }
  const [p, q] = [a.shape[0], b.shape[0]];
  if (p !== q) {
    throw new RuntimeError(
      `inconsistent tensor size, expected tensor [${p}] and src [${q}] to have the same number of elements, but got ${p} and ${q} elements respectively`,
    );
  }
  refuseBool('dot', a.dtype);
}

/**
 * @param {Tensor} a
 * @param {Tensor} b
 * @param {Tensor | null} [out]
 * @returns {Tensor}
 */
export function dotOf(a, b, out = null) {
  checkDot(a, b);
  const result = computed('dot', a, b, [], { count: 1, rows: 1, depth: a.shape[0], columns: 1 }, out);
  if (out !== null) return out;
  return record(result, {
    name: 'DotBackward0',
    inputs: [a, b],
    saved: [savedFor(a, b), savedFor(b, a)],
    backward: (grad, [x, y], [needsA, needsB]) => [needsA ? mul(grad, y) : null, needsB ? mul(grad, x) : null],
  });
}

/**
 * @param {Tensor} a
 * @param {Tensor} b
 * @param {Tensor | null} [out]
 * @returns {Tensor}
 */
function outerOf(a, b, out = null) {
  const [m, n] = [a.shape.length, b.shape.length];
  if (m !== 1) throw new RuntimeError(`outer: Expected 1-D argument self, but got ${m}-D`);
  if (n !== 1) throw new RuntimeError(`outer: Expected 1-D argument vec2, but got ${n}-D`);
  const column = reshape(a, [a.shape[0], 1]);
  return out === null ? mul(column, b) : mul(column, b, { out });
}

/** A product whose function, but not its method, has a form for GPUs. @param {string} name @param {typeof mmOf} run */
function ofMatrices(name, run) {
  const source = `${name}(Tensor input, Tensor mat2, *, Tensor out=None)`;
  const elsewhere = () => {
    throw new NotImplementedError(`${name}(): out_dtype is for other devices than the CPU, on which torchlet computes`);
  };
  const call = native([source, source.replace('*', 'dtype out_dtype, *')], run, elsewhere);
  return Object.assign(call, { method: native(source, run).method });
}

/** @typedef {((input: Tensor, other: Tensor, options?: Out) => Tensor) & Method<Tensor>} Product */

/**
 * The product of two matrices, `[n, k]` and `[k, m]`. Each element is the sum of its products in their order, every step rounded.
 * @type {Product}
 * @example torch.mm(torch.ones(2, 3), torch.ones(3, 1)) // tensor([[3.], [3.]])
 */
export const mm = /* @__PURE__ */ ofMatrices('mm', mmOf);

/**
 * The products of matrices one by one, `[b, n, k]` and `[b, k, m]`.
 * @type {Product}
 * @example torch.bmm(torch.ones(1, 2, 3), torch.ones(1, 3, 1)) // tensor([[[3.], [3.]]])
 */
export const bmm = /* @__PURE__ */ ofMatrices('bmm', bmmOf);

/**
 * The product of a matrix `[n, k]` and a vector `[k]`.
 * @type {Product}
 * @example torch.mv(torch.ones(2, 3), torch.ones(3)) // tensor([3., 3.])
 */
export const mv = /* @__PURE__ */ native('mv(Tensor input, Tensor vec, *, Tensor out=None)', mvOf);

/**
 * The sum of the products of two vectors.
 * @type {Product}
 * @example torch.dot(torch.tensor([1, 2]), torch.tensor([3, 4])) // tensor(11.)
 */
export const dot = /* @__PURE__ */ native('dot(Tensor input, Tensor tensor, *, Tensor out=None)', dotOf);

/**
 * Every product of an element of one vector and one of another.
 * @type {Product}
 * @example torch.outer(torch.tensor([1, 2]), torch.tensor([3, 4])) // tensor([[3., 4.], [6., 8.]])
 */
export const outer = /* @__PURE__ */ native('outer(Tensor input, Tensor vec2, *, Tensor out=None)', outerOf);

// torch.nn.Embedding and nn.functional.embedding: rows of a table by their numbers. Source: aten/src/ATen/native/Embedding.cpp.

import { AssertionError, IndexError, RuntimeError } from '../../core/errors.js';
import { sizeOf } from '../../core/numbers/size.js';
import { shown } from '../../core/text/repr.js';
import { optional } from '../arguments/call.js';
import { native } from '../arguments/native.js';
import { bindPython } from '../arguments/signature.js';
import { no_grad } from '../autograd/grad_mode.js';
import { record } from '../autograd/graph.js';
import { int64 } from '../storage/dtype.js';
import { elements, fresh } from '../storage/strided.js';
import { empty } from '../tensor/creation.js';
import { Parameter } from '../tensor/parameter.js';
import { learn } from './attributes.js';
import { normal_ } from './init.js';
import { layerClass } from './layer.js';

/** @typedef {import('../tensor/tensor.js').Tensor} Tensor */

/** @param {Tensor} weight @param {Tensor} indices */
function check(weight, indices) {
  if (weight.shape.length !== 2) throw new RuntimeError("'weight' must be 2-D");
  if (indices.dtype !== int64 && indices.dtype.name !== 'int32')
    throw new RuntimeError(
      `Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got ${indices.dtype.name === 'bool' ? 'CPUBoolType' : indices.dtype.legacy} instead (while checking arguments for embedding)`,
    );
}

const rowsOf = /* @__PURE__ */ native(
  'embedding(Tensor weight, Tensor indices, int padding_idx=-1)',
  (weight, indices, padding) => {
    check(weight, indices);
    const [rows, width] = weight.shape;
    const places = Array.from(elements(indices), Number);
    if (places.some((row) => row < 0 || row >= rows)) throw new IndexError('index out of range in self');
    const output = fresh(weight, sizeOf([...indices.shape, width]));
    const [to, from] = /** @type {any[]} */ ([output.storage.array, elements(weight)]);
    places.forEach((row, i) => {
      to.set(from.subarray(row * width, (row + 1) * width), i * width);
    });
    return record(output, {
      name: 'EmbeddingBackward0',
      inputs: [weight],
      backward: (grad) => {
        const whole = fresh(weight, weight.shape);
        const [sums, parts] = /** @type {any[]} */ ([whole.storage.array, elements(/** @type {Tensor} */ (grad))]);
        places.forEach((row, i) => {
          if (row !== padding) for (let k = 0; k < width; k++) sums[row * width + k] += parts[i * width + k];
        });
        return [whole];
      },
      formula: 'embedding_dense',
    });
  },
);

/** The number of the row that learns nothing, counted from the start; -1: none. @param {number | null} padding @param {number} rows */
function paddingOf(padding, rows) {
  if (padding === null) return -1;
  if (padding >= rows || padding < -rows) throw new AssertionError('Padding_idx must be within num_embeddings');
  return padding < 0 ? padding + rows : padding;
}

/**
 * The rows of `weight` (rows, width) that `input`, whole numbers of any shape, names: (*, width). The row padding_idx gets no
 * gradient. IndexError for a row that is not there.
 * @param {[input: Tensor, weight: Tensor, padding_idx?: number | null | { padding_idx?: number }]} args
 * @returns {Tensor}
 * @example torch.nn.functional.embedding(torch.tensor([1n]), torch.eye(2)) // tensor([[0., 1.]])
 */
export function embedding(...args) {
  const [input, weight, padding] = /** @type {any[]} */ (
    bindPython('embedding', ['input', 'weight', ...optional({ padding_idx: null })], args)
  );
  return rowsOf(weight, input, paddingOf(padding, weight.shape[0]));
}

/**
 * A table of num_embeddings vectors of embedding_dim numbers, drawn from N(0, 1), which are looked up by their numbers; the vector
 * padding_idx is zero and stays it. Shapes: (*) of whole numbers to (*, embedding_dim).
 * @type {import('./layer.js').Made<[num_embeddings: number, embedding_dim: number, padding_idx?: number | null | { padding_idx?: number }], import('./layer.js').Learned & { num_embeddings: number, embedding_dim: number }>}
 * @example torch.nn.Embedding(10, 3)(torch.tensor([1n, 2n])).shape // torch.Size([2, 3])
 */
export const Embedding = layerClass(
  'Embedding',
  'sparse',
  ['num_embeddings', 'embedding_dim', ...optional({ padding_idx: null })],
  (module, { num_embeddings: rows, embedding_dim: width, padding_idx: given }) => {
    const padding = paddingOf(given, rows);
    Object.assign(module, { num_embeddings: rows, embedding_dim: width, padding_idx: given === null ? null : padding });
    learn(module, 'weight', new Parameter(empty([rows, width])));
    module.reset_parameters();
  },
  ['input'],
  (module, input) => rowsOf(module.weight, input, module.padding_idx ?? -1),
  {
    /** Draws the table anew. @this {any} */
    reset_parameters() {
      normal_(this.weight);
      if (this.padding_idx !== null) no_grad(() => this.weight.narrow(0, this.padding_idx, 1).zero_());
    },
    /** @this {any} */
    extra_repr() {
      const { num_embeddings: rows, embedding_dim: width, padding_idx: padding } = this;
      return `${shown(rows, false)}, ${shown(width, false)}${padding === null ? '' : `, padding_idx=${shown(padding, false)}`}`;
    },
  },
);

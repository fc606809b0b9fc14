// Products that sum over named or last dimensions: einsum, tensordot, inner, cdist.

import { NotImplementedError, RuntimeError } from '../../../core/errors.js';
import { bracketed, wrapDim } from '../../../core/numbers/size.js';
import { native } from '../../arguments/native.js';
import { into } from '../filling/filling.js';
import { norm } from '../folds/norms.js';
import { sum } from '../folds/reductions.js';
import { permute, reshape, unsqueeze } from '../shapes/views.js';
import { mul, sub } from '../two_operands/arithmetic.js';
import { bmm } from './products.js';

/** @typedef {import('../../tensor/tensor.js').Tensor} Tensor */

/** @param {number[]} sizes */
const count = (sizes) => sizes.reduce((n, m) => n * m, 1);

/** A tensor without the letters that nothing else needs, summed over. @param {Tensor} x @param {string[]} letters @param {(letter: string) => boolean} isNeeded @returns {[Tensor, string[]]} */
function reduced(x, letters, isNeeded) {
  const gone = letters.flatMap((letter, d) => (isNeeded(letter) ? [] : [d]));
  return [gone.length > 0 ? sum(x, gone, false, 'sum', 'SumBackward1') : x, letters.filter(isNeeded)];
}

/** Two operands multiplied and summed over what they share alone. @param {Tensor} a @param {string[]} left @param {Tensor} b @param {string[]} right @param {string[]} wanted @returns {[Tensor, string[]]} */
function contracted(a, left, b, right, wanted) {
  const [x, own] = reduced(a, left, (letter) => right.includes(letter) || wanted.includes(letter));
  const [y, others] = reduced(b, right, (letter) => left.includes(letter) || wanted.includes(letter));
  const shared = own.filter((letter) => others.includes(letter));
  const batch = shared.filter((letter) => wanted.includes(letter));
  const summed = shared.filter((letter) => !wanted.includes(letter));
  const rows = own.filter((letter) => !shared.includes(letter));
  const columns = others.filter((letter) => !shared.includes(letter));
  const sizeOf = (/** @type {string} */ letter) =>
    own.includes(letter) ? x.shape[own.indexOf(letter)] : y.shape[others.indexOf(letter)];
  const sizes = (/** @type {string[]} */ letters) => letters.map(sizeOf);
  const matrix = (/** @type {Tensor} */ one, /** @type {string[]} */ from, /** @type {string[][]} */ groups) =>
    reshape(
      permute(
        one,
        groups.flat().map((letter) => from.indexOf(letter)),
      ),
      groups.map((letters) => count(sizes(letters))),
    );
  const product = bmm(matrix(x, own, [batch, rows, summed]), matrix(y, others, [batch, summed, columns]));
  const letters = [...batch, ...rows, ...columns];
  return [reshape(product, sizes(letters)), letters];
}

/** @param {string} equation @param {Tensor[]} operands */
function parsed(equation, operands) {
  const [inputs, output] = equation.replace(/\s/g, '').split('->');
  if (/\./.test(equation))
    throw new NotImplementedError(
      "einsum() with '...' is not part of torchlet; with a letter for each dimension it is",
    );
  const lists = inputs.split(',').map((term) => [...term]);
  const bad = [...equation.replace(/[\s,]|->/g, '')].find((letter) => !/[A-Za-z]/.test(letter));
  if (bad)
    throw new RuntimeError(
      `einsum(): invalid subscript given at index ${equation.indexOf(bad)} in the equation string, subscripts must be in [a-zA-Z]`,
    );
  if (lists.length > operands.length)
    throw new RuntimeError('einsum(): fewer operands were provided than specified in the equation');
  if (lists.length < operands.length)
    throw new RuntimeError('einsum(): more operands were provided than specified in the equation');
  lists.forEach((letters, i) => checkTerm(letters, operands[i], i));
  const all = lists.flat();
  const once = [...new Set(all)].filter((letter) => all.indexOf(letter) === all.lastIndexOf(letter)).sort();
  return { lists, wanted: output === undefined ? once : [...output] };
}

/** @param {string[]} letters @param {Tensor} operand @param {number} i */
function checkTerm(letters, operand, i) {
  if (letters.length !== operand.shape.length) {
    throw new RuntimeError(
      `einsum(): the number of subscripts in the equation (${letters.length}) does not match the number of dimensions (${operand.shape.length}) for operand ${i} and no ellipsis was given`,
    );
  }
  if (new Set(letters).size < letters.length)
    throw new NotImplementedError(
      'einsum() with a letter twice in one term is not part of torchlet; torch.diagonal is',
    );
}

/**
 * Products summed over letters that the output lacks: `'ij,jk->ik'` is that of matrices. A letter for each dimension.
 * @type {(equation: string, ...operands: any[]) => Tensor}
 * @example torch.einsum('i,j->ij', torch.tensor([1, 2]), torch.tensor([3, 4])) // tensor([[3., 4.], [6., 8.]])
 */
export function einsum(equation, ...args) {
  const operands = /** @type {Tensor[]} */ (Array.isArray(args[0]) ? args[0] : args);
  const { lists, wanted } = parsed(equation, operands);
  /** @type {Record<string, number>} */ const sizes = {};
  lists.forEach((letters, i) => {
    letters.forEach((letter, d) => {
      const n = operands[i].shape[d];
      sizes[letter] ??= n;
      if (sizes[letter] !== n)
        throw new RuntimeError(
          `einsum(): subscript ${letter} has size ${n} for operand ${i} which does not broadcast with previously seen size ${sizes[letter]}`,
        );
    });
  });
  const missing = wanted.find((letter) => !(letter in sizes));
  if (missing)
    throw new RuntimeError(
      `einsum(): output subscript ${missing} does not appear in the equation for any input operand`,
    );
  let [result, letters] = [operands[0], lists[0]];
  for (let i = 1; i < operands.length; i++) {
    const later = lists.slice(i + 1).flat();
    [result, letters] = contracted(result, letters, operands[i], lists[i], [...new Set([...wanted, ...later])]);
  }
  [result, letters] = reduced(result, letters, (letter) => wanted.includes(letter));
  const order = wanted.map((letter) => letters.indexOf(letter));
  const isSame = order.every((d, i) => d === i) && (operands.length > 1 || order.length < lists[0].length);
  return isSame ? result : permute(result, order);
}

/** Products of the last dimensions. @type {((input: Tensor, other: Tensor) => Tensor) & import('../../arguments/native.js').Method<Tensor>} @example torch.inner(torch.tensor([1, 2]), torch.tensor([3, 4])) // tensor(11.) */
export const inner = /* @__PURE__ */ native(
  'inner(Tensor input, Tensor other, *, Tensor out=None)',
  (a, b, out = null) => {
    if (a.dtype !== b.dtype) throw new RuntimeError('both inputs should have same dtype');
    if (a.shape.length === 0 || b.shape.length === 0) return into(out, 'inner', mul(a, b), [a, b]);
    if (a.shape[a.shape.length - 1] !== b.shape[b.shape.length - 1]) {
      throw new RuntimeError(
        `inner() the last dimension must match on both input tensors but got shapes ${bracketed(a.shape)} and ${bracketed(b.shape)}`,
      );
    }
    return into(out, 'inner', tensordot(a, b, [[-1], [-1]]), [a, b]);
  },
);

/**
 * Products summed over the last dims (2) of one and the first of the other, or over two lists of dimensions.
 * @type {(a: Tensor, b: Tensor, dims?: any) => Tensor}
 * @example torch.tensordot(torch.ones(2, 3), torch.ones(3, 2), 1) // tensor([[3., 3.], [3., 3.]])
 */
export function tensordot(a, b, dims = 2) {
  const given = dims !== null && typeof dims === 'object' && !Array.isArray(dims) ? (dims.dims ?? 2) : dims;
  const rank = a.shape.length;
  const [left, right] = Array.isArray(given)
    ? [
        given[0].map((/** @type {number} */ d) => wrapDim(d, rank)),
        given[1].map((/** @type {number} */ d) => wrapDim(d, b.shape.length)),
      ]
    : [Array.from({ length: given }, (_, i) => rank - given + i), Array.from({ length: given }, (_, i) => i)];
  const letters = (/** @type {Tensor} */ one, /** @type {number[]} */ summed, /** @type {string} */ own) =>
    Array.from(one.shape, (_, d) => (summed.includes(d) ? `s${summed.indexOf(d)}` : own + d));
  const [x, y] = [letters(a, left, 'a'), letters(b, right, 'b')];
  left.forEach((/** @type {number} */ d, /** @type {number} */ i) => {
    if (a.shape[d] !== b.shape[right[i]])
      throw new RuntimeError(
        `contracted dimensions need to match, but first has size ${a.shape[d]} in dim ${d} and second has size ${b.shape[right[i]]} in dim ${right[i]}`,
      );
  });
  return contracted(
    a,
    x,
    b,
    y,
    [...x, ...y].filter((letter) => letter[0] !== 's'),
  )[0];
}

/**
 * The distances of the rows of one matrix to those of another, by the norm p (2).
 * @type {(x1: Tensor, x2: Tensor, p?: number | object) => Tensor}
 * @example torch.cdist(torch.tensor([[0, 0]]), torch.tensor([[3, 4]])) // tensor([[5.]])
 */
export const cdist = /* @__PURE__ */ native(
  'cdist(Tensor x1, Tensor x2, float p=2, str compute_mode=None)',
  (a, b, p) => {
    for (const [name, { shape }] of Object.entries({ x1: a, x2: b })) {
      if (shape.length < 2)
        throw new RuntimeError(
          `cdist only supports at least 2D tensors, ${name === 'x1' ? 'X1' : 'X2'} got: ${shape.length}D`,
        );
    }
    const [m, n] = [a.shape[a.shape.length - 1], b.shape[b.shape.length - 1]];
    if (m !== n) throw new RuntimeError(`X1 and X2 must have the same number of columns. X1: ${m} X2: ${n}`);
    const result = norm(sub(unsqueeze(a, -2), unsqueeze(b, -3)), p, -1);
    if (result.meta?.node) result.meta.node.label = 'CdistBackward0';
    return result;
  },
);

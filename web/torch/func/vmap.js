// torch.vmap: a function of one example as a function of a batch. Examples go through it one after the other, which gives what PyTorch's
// batching rules give. Source of the words: torch/_functorch/vmap.py.

import { NotImplementedError, RuntimeError, ValueError } from '../../core/errors.js';
import { wrapDim } from '../../core/numbers/size.js';
import { optional } from '../arguments/call.js';
import { bindPython, fullNames, typeName } from '../arguments/signature.js';
import { tuple } from '../arguments/tuple.js';
import { stack } from '../operations/shapes/joins.js';
import { isTensor } from '../storage/base.js';
import { defaultGenerator } from '../tensor/generator.js';
import { leavesOf, mapTree, treeSpec, zipTrees } from './tree.js';

/** @typedef {import('../tensor/tensor.js').Tensor} Tensor */

/** @param {any} func */
const nameOf = (func) => fullNames.get(func)?.split('.').at(-1) ?? func.name;

/** A dimension or a tree of them as Python prints it. @param {any} dims @returns {string} */
function printed(dims) {
  if (dims === null || dims === undefined) return 'None';
  return Array.isArray(dims) ? `(${dims.map(printed).join(', ')}${dims.length === 1 ? ',' : ''})` : String(dims);
}

/** The dimension of each leaf: one for all beneath it, or a tree of the same form. @param {any} dims @param {any} tree @returns {any} undefined where the forms differ */
function spread(dims, tree) {
  if (!Array.isArray(dims)) {
    if (dims === null || typeof dims !== 'object') return mapTree(tree, () => dims ?? null);
    const keys = Object.keys(dims);
    if (typeof tree !== 'object' || keys.length !== Object.keys(tree).length) return undefined;
    return Object.fromEntries(keys.map((key) => [key, spread(dims[key], tree[key])]));
  }
  if (!Array.isArray(tree) || tree.length !== dims.length) return undefined;
  return tree.map((one, i) => spread(dims[i], one));
}

/**
 * The size of the batch, of which the leaves of the arguments have one dimension each, or none.
 * @param {any} func
 * @param {any} in_dims as they were given
 * @param {any[]} leaves
 * @param {(number | null)[]} dims
 */
function batchSize(func, in_dims, leaves, dims) {
  const who = `vmap(${nameOf(func)}, in_dims=${printed(in_dims)}, ...)(<inputs>): `;
  const sizes = leaves.flatMap((leaf, i) => {
    const dim = dims[i];
    if (dim === null) return [];
    if (!isTensor(leaf))
      throw new ValueError(
        `${who}Got in_dim=${dim} for an input but the input is of type <class '${typeName(leaf)}'>. We cannot vmap over non-Tensor arguments, please use None as the respective in_dim`,
      );
    const rank = leaf.shape.length;
    if (dim < -rank || dim >= rank)
      throw new ValueError(
        `${who}Got in_dim=${dim} for some input, but that input is a Tensor of dimensionality ${rank} so expected in_dim to satisfy -${rank} <= in_dim < ${rank}.`,
      );
    return [leaf.shape[wrapDim(dim, rank)]];
  });
  if (sizes.length === 0) throw new ValueError('vmap: Expected at least one Tensor to vmap over');
  if (sizes.some((size) => size !== sizes[0]))
    throw new ValueError(
      `vmap: Expected all tensors to have the same size in the mapped dimension, got sizes [${sizes.join(', ')}] for the mapped dimension`,
    );
  return sizes[0];
}

/** What each example gave, stacked. @param {any} func @param {any[]} results @param {any} out_dims */
function batched(func, results, out_dims) {
  const isOne = isTensor(results[0]);
  const dims = spread(isOne && Array.isArray(out_dims) && out_dims.length === 1 ? out_dims[0] : out_dims, results[0]);
  if (dims === undefined)
    throw new ValueError(
      `vmap(${nameOf(func)}, ..., out_dims=${printed(out_dims)})(<inputs>): out_dims is not compatible with the structure of \`outputs\`. out_dims has structure ${treeSpec(out_dims)} but outputs has structure ${treeSpec(results[0])}.`,
    );
  const list = leavesOf(dims);
  let at = 0;
  return zipTrees(results, (leaves) => {
    const dim = list[at++];
    const wrong = leaves.find((one) => !isTensor(one));
    if (wrong !== undefined)
      throw new ValueError(
        `vmap(${nameOf(func)}, ...): \`${nameOf(func)}\` must only return Tensors, got type <class '${typeName(wrong)}'>. Did you mean to set out_dims= to None for output?`,
      );
    if (dim === null)
      throw new ValueError(
        `vmap(${nameOf(func)}, ...): \`${nameOf(func)}\` can not return a BatchedTensor when out_dim is None`,
      );
    return stack(leaves, dim);
  });
}

/** @param {any} func @param {any} in_dims @param {any[]} args */
function dimsOf(func, in_dims, args) {
  const who = `vmap(${nameOf(func)}`;
  if (!Number.isInteger(in_dims) && !Array.isArray(in_dims))
    throw new ValueError(
      `${who}, in_dims=${printed(in_dims)}, ...)(<inputs>): expected \`in_dims\` to be int or a (potentially nested) tuple matching the structure of inputs, got: <class '${typeName(in_dims)}'>.`,
    );
  if (args.length === 0)
    throw new ValueError(
      `${who})(<inputs>): got no inputs. Maybe you forgot to add inputs, or you are trying to vmap over a function with no inputs. The latter is unsupported.`,
    );
  const dims = spread(in_dims, args);
  if (dims === undefined)
    throw new ValueError(
      `${who}, in_dims=${printed(in_dims)}, ...)(<inputs>): in_dims is not compatible with the structure of \`inputs\`. in_dims has structure ${treeSpec(in_dims)} but inputs has structure ${treeSpec(tuple(args))}.`,
    );
  return leavesOf(dims);
}

/** An example's draws would not be those of a batch. */
const kRandom =
  "vmap: called random operation while in randomness error mode. Please either use the 'same' or 'different' randomness flags on vmap or perform the randomness operation out of vmap";

const parameters = ['func', ...optional({ in_dims: 0, out_dims: 0, randomness: 'error', chunk_size: null })];

/**
 * The function that applies `func` to each example of its arguments: of each the slices along in_dims (0; null where an argument is the
 * same for all), whose results are stacked along out_dims (0). ValueError where sizes or forms do not agree.
 * @type {(func: (...args: any[]) => any, in_dims?: any, out_dims?: any, ...rest: any[]) => (...args: any[]) => any}
 * @example torch.vmap(torch.dot)(torch.tensor([[1, 2], [3, 4]]), torch.ones(2, 2)) // tensor([3., 7.])
 */
export const vmap = (...given) => {
  const [func, in_dims, out_dims, randomness] = /** @type {any[]} */ (bindPython('vmap', parameters, given, true));
  if (!['error', 'different', 'same'].includes(randomness))
    throw new RuntimeError(`Only allowed values for randomness are 'error', 'different', or 'same'. Got ${randomness}`);
  if (randomness !== 'error')
    throw new NotImplementedError(`vmap() with randomness='${randomness}' is not part of torchlet; draw outside of it`);
  return (...args) => {
    const before = defaultGenerator.save();
    const dims = dimsOf(func, in_dims, args);
    const leaves = leavesOf(args);
    const size = batchSize(func, in_dims, leaves, dims);
    if (size === 0) throw new NotImplementedError('vmap() over no examples is not part of torchlet');
    const results = Array.from({ length: size }, (_, example) => {
      let at = 0;
      const own = mapTree(args, (leaf) => {
        const dim = dims[at++];
        return dim === null ? leaf : leaf.select(dim, example);
      });
      return func(...own);
    });
    if (defaultGenerator.save().some((byte, i) => byte !== before[i])) throw new RuntimeError(kRandom);
    return batched(func, results, out_dims);
  };
};

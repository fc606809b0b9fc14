// What torch.func takes and gives in place of a tensor: lists, tuples and dicts of them, one within another.

import { tuple } from '../arguments/tuple.js';
import { isTensor } from '../storage/base.js';

/** @typedef {import('../tensor/tensor.js').Tensor} Tensor */

/** @param {any} value */
const isTuple = (value) => Object.isFrozen(value) || value[Symbol.toStringTag] === 'tuple';

/** Whether a value is what a dict is here. @param {any} value */
export const isDict = (value) =>
  value instanceof Map ||
  (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype);

/**
 * The same tree with each leaf, that is each value that is no list, tuple or dict, replaced.
 * @param {any} tree
 * @param {(leaf: any) => any} each
 * @returns {any}
 */
export function mapTree(tree, each) {
  if (Array.isArray(tree)) {
    const made = Array.from(tree, (one) => mapTree(one, each));
    return isTuple(tree) ? tuple(made) : made;
  }
  if (tree instanceof Map) return new Map([...tree].map(([key, one]) => [key, mapTree(one, each)]));
  if (isDict(tree)) return Object.fromEntries(Object.entries(tree).map(([key, one]) => [key, mapTree(one, each)]));
  return each(tree);
}

/** The leaves in order. @param {any} tree */
export function leavesOf(tree) {
  /** @type {any[]} */
  const leaves = [];
  mapTree(tree, (leaf) => leaves.push(leaf));
  return leaves;
}

/** The tree with its tensors replaced. @param {any} tree @param {(tensor: Tensor) => any} each */
export const mapTensors = (tree, each) => mapTree(tree, (leaf) => (isTensor(leaf) ? each(leaf) : leaf));

/**
 * Trees of one form as one tree of what is made of their leaves at each place.
 * @param {any[]} trees
 * @param {(leaves: any[]) => any} each
 */
export function zipTrees(trees, each) {
  const columns = trees.map(leavesOf);
  let at = 0;
  return mapTree(trees[0], () => {
    const leaves = columns.map((one) => one[at]);
    at++;
    return each(leaves);
  });
}

/** The form of a tree, as PyTorch prints it. @param {any} tree @returns {string} */
export function treeSpec(tree, indent = 2) {
  const isList = Array.isArray(tree);
  if (!isList && !isDict(tree)) return '*';
  const entries = isList ? [] : tree instanceof Map ? [...tree] : Object.entries(tree);
  const children = (isList ? [...tree] : entries.map(([, one]) => one)).map((one) => treeSpec(one, indent + 2));
  const type = isList ? (isTuple(tree) ? 'tuple' : 'list') : 'dict';
  const context = isList ? 'None' : `[${entries.map(([key]) => `'${key}'`).join(', ')}]`;
  return `TreeSpec(${type}, ${context}, [${children.join(`,\n${' '.repeat(indent)}`)}])`;
}

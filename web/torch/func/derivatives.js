// torch.func's functions of functions: grad, grad_and_value, vjp, jvp, jacrev, jacfwd, hessian.
// Source: torch/_functorch/eager_transforms.py.

import { RuntimeError } from '../../core/errors.js';
import { wrapDim } from '../../core/numbers/size.js';
import { optional } from '../arguments/call.js';
import { bindPython, typeName } from '../arguments/signature.js';
import { tuple } from '../arguments/tuple.js';
import { grad as gradientsOf } from '../autograd/grad.js';
import { enable_grad } from '../autograd/grad_mode.js';
import { edgeOf, gradNode, requiresGrad } from '../autograd/graph.js';
import { slopes } from '../autograd/jacobian.js';
import { detach } from '../operations/shapes/views.js';
import { isTensor } from '../storage/base.js';
import { leavesOf, mapTensors, mapTree } from './tree.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {(...args: any[]) => any} Func
 * @typedef {[func: Func, argnums?: number | number[] | object, ...rest: any[]]} Arguments
 */

/** How many of these functions stand around what runs: what one gives within another keeps its history. */
let depth = 0;

/** Whether the history of a tensor reaches a leaf that is none of the copies. @param {Tensor} tensor @param {Set<any>} copies their steps */
function leansOnOthers(tensor, copies) {
  const seen = new Set();
  const open = [gradNode(tensor)];
  while (open.length > 0) {
    const node = open.pop();
    if (!node || seen.has(node) || copies.has(node)) continue;
    if (node.edges.length === 0) return true;
    seen.add(node);
    open.push(...node.edges.map((edge) => edge?.node ?? null));
  }
  return false;
}

/**
 * Calls a function with copies of what it is differentiated by, and gives what is made of the result, whose history is kept where
 * something else may be differentiated by it.
 * @param {any[]} args
 * @param {number | number[]} argnums
 * @param {(leaves: any, args: any[]) => any} body of the copies of what argnums names, and of all arguments
 */
function within(args, argnums, body) {
  const own = [...args];
  const copied = [argnums].flat().map((place) => {
    const at = wrapDim(place, args.length);
    own[at] = mapTensors(args[at], (x) => (requiresGrad(x) ? x.view_as(x) : detach(x).requires_grad_()));
    return own[at];
  });
  depth++;
  try {
    const made = enable_grad(() => body(Array.isArray(argnums) ? tuple(copied) : copied[0], own));
    return withoutHistory(made, copied);
  } finally {
    depth--;
  }
}

/** The same without the history that leads to the copies alone; that of a copy itself may lead further. @param {any} made @param {any[]} copied */
function withoutHistory(made, copied) {
  if (depth > 1) return made;
  const own = leavesOf(copied).filter((one) => isTensor(one) && one.is_leaf);
  const steps = new Set(own.map((one) => edgeOf(one)?.node));
  return mapTensors(made, (one) => (requiresGrad(one) && !leansOnOthers(one, steps) ? detach(one) : one));
}

/** The gradients of a number by all tensors of a tree, in its form; above is what the number's gradient is. @param {any} output @param {any} tree @param {any} [above] */
function gradients(output, tree, above = null) {
  const tensors = leavesOf(tree).filter(isTensor);
  const outputs = leavesOf(output);
  const depends = outputs.map((one) => isTensor(one) && requiresGrad(one));
  const found = depends.includes(true)
    ? gradientsOf(
        outputs.filter((_, i) => depends[i]),
        tensors,
        {
          grad_outputs: above === null ? null : leavesOf(above).filter((_, i) => depends[i]),
          create_graph: true,
          allow_unused: true,
          materialize_grads: true,
        },
      )
    : tensors.map((one) => one.new_zeros(one.shape));
  let at = 0;
  return mapTensors(tree, () => found[at++]);
}

/** What a function gives, and beside it what it only reports. @param {string} name @param {any} given @param {boolean} has_aux */
function parted(name, given, has_aux) {
  if (!has_aux) return [given, null];
  if (!Array.isArray(given) || given.length !== 2)
    throw new RuntimeError(`${name}: output of function f should be a tuple: (output, aux) if has_aux is True`);
  return given;
}

/** @param {any} output */
function requireNumber(output) {
  const who = 'grad_and_value(f)(*args): Expected f(*args) to return a';
  if (!isTensor(output)) throw new RuntimeError(`${who} Tensor, got <class '${typeName(output)}'>`);
  if (output.shape.length > 0)
    throw new RuntimeError(
      `${who} scalar Tensor, got tensor with ${output.shape.length} dims. Maybe you wanted to use the vjp or jacrev APIs instead?`,
    );
}

/** @param {string} name @param {Record<string, unknown>} defaults @param {any[]} args @returns {any[]} */
const bound = (name, defaults, args) => bindPython(name, ['func', ...optional(defaults)], args, true);

/**
 * The function that gives the gradient of a function of tensors and its value, a number: `[gradient, value]`. Differentiated is the
 * argument at argnums (0), or several. RuntimeError where the value is no tensor without dimensions.
 * @param {Arguments} args
 * @returns {Func}
 * @example torch.func.grad_and_value((x) => x.pow(2))(torch.tensor(3)) // (tensor(6.), tensor(9.))
 */
export function grad_and_value(...args) {
  const [func, argnums, has_aux] = bound('grad_and_value', { argnums: 0, has_aux: false }, args);
  return (...inputs) =>
    within(inputs, argnums, (tree, own) => {
      const [output, aux] = parted('grad_and_value(f)(*args)', func(...own), has_aux);
      requireNumber(output);
      return tuple([gradients(output, tree), has_aux ? tuple([output, aux]) : output]);
    });
}

/**
 * The function that gives the gradient of a function of tensors; see `grad_and_value`. It may be differentiated itself.
 * @param {Arguments} args
 * @returns {Func}
 * @example torch.func.grad(torch.func.grad((x) => x.pow(3)))(torch.tensor(2)) // tensor(12.)
 */
export function grad(...args) {
  const [func, argnums, has_aux] = bound('grad', { argnums: 0, has_aux: false }, args);
  const both = grad_and_value(func, argnums, has_aux);
  return (...inputs) => {
    const [gradient, value] = both(...inputs);
    return has_aux ? tuple([gradient, value[1]]) : gradient;
  };
}

/**
 * What a function gives, and the function of the gradient above that leads it back to the inputs: `[output, vjp_fn]`, or with has_aux
 * what is reported too.
 * @param {[func: Func, ...primals: any[]]} args
 * @returns {readonly any[]}
 * @example torch.func.vjp((x) => x.pow(2), torch.tensor([1, 3]))[1](torch.ones(2)) // (tensor([2., 6.]),)
 */
export function vjp(...args) {
  const { func, primals, has_aux } = primalsOf(args);
  /** @type {any} */
  let kept = null;
  const output = within(primals, [...primals.keys()], (tree, own) => {
    const [made, aux] = parted('vjp(f, *primals)', func(...own), has_aux);
    kept = { tree, made };
    return tuple([made, aux]);
  });
  const back = (/** @type {any} */ above) => {
    depth++;
    try {
      return withoutHistory(
        enable_grad(() => gradients(kept.made, kept.tree, above)),
        [kept.tree],
      );
    } finally {
      depth--;
    }
  };
  return tuple(has_aux ? [output[0], back, output[1]] : [output[0], back]);
}

/** @param {any[]} args of vjp */
function primalsOf(args) {
  const last = args[args.length - 1];
  const isKeyword = last !== null && typeof last === 'object' && 'has_aux' in last;
  const [func, ...primals] = isKeyword ? args.slice(0, -1) : args;
  return { func, primals, has_aux: Boolean(isKeyword && last.has_aux) };
}

/** All slopes of what a function gives by what argnums names. @param {string} name @param {any[]} args @returns {Func} */
function jacobianOf(name, args) {
  const more = name === 'jacrev' ? { chunk_size: null } : { randomness: 'error' };
  const [func, argnums, has_aux] = bound(name, { argnums: 0, has_aux: false, ...more }, args);
  return (...inputs) =>
    within(inputs, argnums, (tree, own) => {
      const [output, aux] = parted(`${name}(f, argnums)(*args)`, func(...own), has_aux);
      const made = mapTensors(output, (one) => mapTensors(tree, (leaf) => slopes(one, leaf, true)));
      return has_aux ? tuple([made, aux]) : made;
    });
}

/**
 * The function that gives all slopes of a function's outputs by its inputs: of each the output's shape, then the input's.
 * @param {Arguments} args
 * @returns {Func}
 * @example torch.func.jacrev((x) => x.pow(2))(torch.tensor([1, 2])) // tensor([[2., 0.], [0., 4.]])
 */
export const jacrev = (...args) => jacobianOf('jacrev', args);
/** The same slopes as `jacrev`. @type {typeof jacrev} @example torch.func.jacfwd(torch.sin)(torch.tensor(0)) // tensor(1.) */
export const jacfwd = (...args) => jacobianOf('jacfwd', args);

/**
 * The function that gives all slopes of the slopes.
 * @param {[func: Func, argnums?: number | number[] | { argnums?: number | number[] }]} args
 * @returns {Func}
 * @example torch.func.hessian((x) => x.pow(3).sum())(torch.tensor([1, 2])) // tensor([[ 6.,  0.], [ 0., 12.]])
 */
export function hessian(...args) {
  const [func, argnums] = bound('hessian', { argnums: 0 }, args);
  return jacfwd(jacrev(func, argnums), argnums);
}

/**
 * What a function gives, and how it moves when its inputs move along tangents: `[output, jvp]`.
 * @param {[func: Func, primals: readonly any[], tangents: readonly any[], ...rest: any[]]} args
 * @returns {readonly any[]}
 * @example torch.func.jvp(torch.sin, [torch.tensor([0])], [torch.tensor([2])]) // (tensor([0.]), tensor([2.]))
 */
export function jvp(...args) {
  const [func, primals, tangents, , has_aux] = /** @type {any[]} */ (
    bindPython('jvp', ['func', 'primals', 'tangents', ...optional({ strict: false, has_aux: false })], args, true)
  );
  const given = within([...primals], [...primals.keys()], (tree, own) => {
    const [output, aux] = parted('jvp(f, primals, tangents)', func(...own), has_aux);
    return tuple([output, mapTree(output, (one) => movement(one, tree, tangents)), aux]);
  });
  return tuple(has_aux ? [...given] : given.slice(0, 2));
}

/** The slopes of an output times the tangents, summed. @param {any} output @param {any} tree @param {any} tangents */
function movement(output, tree, tangents) {
  // The gradient is linear in what stands above it, u: its slope by u along the tangents is the movement.
  const u = output.new_zeros(output.shape).requires_grad_();
  if (!requiresGrad(output)) return detach(u);
  const back = leavesOf(gradients(output, tree, u));
  const along = leavesOf(tangents);
  const moved = back.map((one, i) => one.mul(along[i]).sum()).reduce((a, b) => a.add(b));
  return gradients(moved, u);
}

// What losses share: their reductions, their arguments, and the loops of those of each element.

import { ValueError } from '../../core/errors.js';
import { requireMethod } from '../arguments/call.js';
import { native } from '../arguments/native.js';
import { bindPython, truth } from '../arguments/signature.js';
import { warn } from '../arguments/warning.js';
import { compute } from '../storage/loops.js';
import { broadcastShape, fresh } from '../storage/strided.js';
import { mean, sum } from '../tensor/functions.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../storage/loops.js').Row} Row
 * @typedef {'none' | 'mean' | 'sum'} Reduction
 */

/** What most losses can be reduced by. */
export const kReductions = ['none', 'mean', 'sum'];

/** What the words of a reduction were before: two flags. */
export const legacy = { size_average: null, reduce: null };

/**
 * The reduction, checked, from its name or the two deprecated flags.
 * @param {any} size_average
 * @param {any} reduce
 * @param {any} reduction
 * @param {string[]} known
 * @returns {any} one of those known
 */
export function reductionOf(size_average, reduce, reduction, known = kReductions) {
  let name = reduction;
  if (size_average !== null || reduce !== null) {
    const [average, reduces] = [size_average ?? true, reduce ?? true];
    name = truth(reduces) ? (truth(average) ? 'mean' : 'sum') : 'none';
    warn('UserWarning', `size_average and reduce args will be deprecated, please use reduction='${name}' instead.`);
  }
  if (!known.includes(name)) throw new ValueError(`${name} is not a valid value for reduction`);
  return name;
}

/** @param {Tensor} loss of each element @param {Reduction} reduction @returns {Tensor} */
export const reduced = (loss, reduction) =>
  reduction === 'mean' ? mean(loss) : reduction === 'sum' ? sum(loss) : loss;

/** A tensor of a shape, of what a loop makes of two others and a number. @param {Row} row @param {Tensor} a @param {Tensor} b @param {number} alpha */
export function loop(row, a, b, alpha = 0) {
  const out = fresh(a, broadcastShape(a.shape, b.shape));
  compute(row, out, a, b, alpha);
  return out;
}

/** The names of C++ functions in errors. @type {Record<string, string>} */
const inNative = { nll_loss: 'nll_loss_nd', cross_entropy: 'cross_entropy_loss' };

/**
 * A function of nn.functional that takes input, target, the legacy flags and a reduction.
 * @param {string} name
 * @param {any[]} between parameters after `target`
 * @param {any[]} after parameters after `reduction`
 * @param {(input: any, target: any, reduction: any, passed: Record<string, any>) => Tensor} run
 * @param {string[]} [reductions] that it knows
 * @returns {(...args: any[]) => Tensor}
 */
export function lossFunction(name, between, after, run, reductions) {
  const parameters = ['input', 'target', ...between, ...after];
  const names = parameters.map((p) => p.name ?? p);
  const handOver = name in inNative ? native(`${inNative[name]}(Tensor input, Tensor target)`, () => {}) : null;
  /** @param {any[]} args */
  const call = (...args) => {
    const values = bindPython(name, parameters, args);
    /** @type {Record<string, any>} */ const passed = { ...legacy };
    for (let i = 0; i < names.length; i++) passed[names[i]] = values[i];
    // Those of classes hand over to C++ at once; the others ask for sizes first.
    if (handOver !== null) handOver(passed.input, passed.target);
    else for (const value of [passed.target, passed.input]) requireMethod(value, 'size');
    const { input, target, size_average, reduce, reduction } = passed;
    return run(input, target, reductionOf(size_average, reduce, reduction, reductions), passed);
  };
  return Object.defineProperty(call, 'name', { value: name });
}

// torch.func's ways with modules: functional_call, with other parameters than their own, and stack_module_state.

import { AttributeError, RuntimeError } from '../../core/errors.js';
import { optional } from '../arguments/call.js';
import { bindPython } from '../arguments/signature.js';
import { tuple } from '../arguments/tuple.js';
import { torchTypeName } from '../nn/attributes.js';
import { stack } from '../operations/shapes/joins.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../nn/module.js').Module} Module
 */

/** The names and tensors of a dict, or of a list of dicts. @param {any} given @returns {[string, Tensor][]} */
const entriesOf = (given) =>
  [given]
    .flat()
    .flatMap((one) => /** @type {[string, Tensor][]} */ (one instanceof Map ? [...one] : Object.entries(one)));

/** Where a dotted name leads. @param {any} module @param {string} name */
function ownerOf(module, name) {
  const parts = name.split('.');
  const own = /** @type {string} */ (parts.pop());
  let owner = module;
  for (const part of parts) {
    owner = owner[part];
    if (owner === undefined)
      throw new AttributeError(`${torchTypeName(module).split('.').at(-1)} has no attribute \`${part}\``);
  }
  if (!(own in owner))
    throw new AttributeError(`${torchTypeName(owner).split('.').at(-1)} has no attribute \`${own}\``);
  return { owner, own };
}

/**
 * A module's output with the parameters and buffers of a dict in the place of its own, which stay as they are. AttributeError for a
 * name that the module has not.
 * @type {(module: any, parameter_and_buffer_dicts: any, args?: any, kwargs?: any, ...rest: any[]) => any}
 * @example torch.func.functional_call(nn.Linear(1, 1), { weight: torch.ones(1, 1), bias: torch.ones(1) }, torch.tensor([2])) // tensor([3.])
 */
export const functional_call = (...given) => {
  // A dict of parameters at the end is the dict, not keywords.
  const isShort = given.length === 2;
  const [module, dicts, args, kwargs] = /** @type {any[]} */ (
    bindPython(
      'functional_call',
      [
        'module',
        'parameter_and_buffer_dicts',
        ...optional({ args: null, kwargs: null, tie_weights: true, strict: false }),
      ],
      isShort ? [...given, {}] : given,
      true,
    )
  );
  /** @type {(() => void)[]} */
  const restore = [];
  try {
    for (const [name, value] of entriesOf(dicts)) {
      const { owner, own } = ownerOf(module, name);
      const before = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(owner, own));
      restore.push(() => Object.defineProperty(owner, own, before));
      Object.defineProperty(owner, own, { value, enumerable: true, configurable: true, writable: true });
    }
    const list = args === null ? [] : Array.isArray(args) ? args : [args];
    return module(...list, ...(kwargs === null ? [] : [kwargs]));
  } finally {
    for (const undo of restore.reverse()) undo();
  }
};

/**
 * The parameters and the buffers of modules of one form, each stacked under its name: `[params, buffers]`.
 * @type {(models: readonly any[]) => readonly any[]}
 * @example torch.func.stack_module_state([nn.Linear(2, 1), nn.Linear(2, 1)])[0].weight.shape // torch.Size([2, 1, 2])
 */
export const stack_module_state = (models) => {
  if (models.length === 0) throw new RuntimeError('stack_module_state: Expected at least one model, got 0.');
  const stacked = (/** @type {any[][]} */ all) =>
    Object.fromEntries(
      all[0].map(([name, first], i) => [
        name,
        stack(all.map((one) => one[i][1].detach())).requires_grad_(first.requires_grad),
      ]),
    );
  const of = (/** @type {'named_parameters' | 'named_buffers'} */ what) =>
    stacked(models.map((one) => [...one[what]()]));
  return tuple([of('named_parameters'), of('named_buffers')]);
};

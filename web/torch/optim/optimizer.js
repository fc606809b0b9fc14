// torch.optim.Optimizer: parameter groups, state, zero_grad, step, and what all optimisers check and print.

import { AttributeError, KeyError, RuntimeError, ValueError } from '../../core/errors.js';
import { plain } from '../../core/numbers/written.js';
import { shown } from '../../core/text/repr.js';
import { optional } from '../arguments/call.js';
import { bindPython, isKeywords, truth, typeName } from '../arguments/signature.js';
import { warn } from '../arguments/warning.js';
import { enable_grad, no_grad } from '../autograd/grad_mode.js';
import { torchTypeName } from '../nn/attributes.js';
import { isTensor } from '../storage/base.js';
import { pythonClass } from '../tensor/parameter.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {Iterable<Tensor> | Iterable<[string, Tensor]> | Iterable<{ params: Tensor | Iterable<Tensor>, [setting: string]: any }>} Parameters
 *   to be optimised: tensors, named ones, or groups with settings of their own
 * @typedef {Record<string, any> & { params: Tensor[] }} Group parameters, and the settings of their steps
 */

/** What every optimiser takes by name beside its own, and only tells. */
export const commonDefaults = { maximize: false, foreach: null, capturable: false, differentiable: false, fused: null };

const duplicates =
  'optimizer contains a parameter group with duplicate parameters; in future, this will cause an error; see github.com/pytorch/pytorch/issues/40967 for more information';

/** Python's text of a setting: a list of numbers is a tuple. @param {any} value */
function settingText(value) {
  if (!Array.isArray(value)) return shown(value, false);
  return typeof value[0] === 'string' ? shown(value, false) : `(${value.map((v) => shown(v, false)).join(', ')})`;
}

/** @param {any} params @returns {any[]} */
function itemsOf(params) {
  if (params instanceof Map) return [...params.keys()];
  if (typeof params?.[Symbol.iterator] === 'function') return [...params];
  if (isKeywords(params)) return Object.keys(params);
  throw new TypeError(`'${typeName(params)}' object is not iterable`);
}

/** The base of all optimisers: not made by itself. */
export class Optimizer {
  /** Parameters with their settings, which may be changed between steps. @type {Group[]} */
  param_groups = [];
  /** What is kept of each parameter. @type {Map<Tensor, Record<string, any>>} */
  state = new Map();
  /** The settings of groups that do not say otherwise. @type {Record<string, any>} */
  defaults = {};
  /** Whether `step` was called since a scheduler looked. @internal */
  _opt_called = false;

  /**
   * @param {any} params tensors, or groups `{ params, lr, … }`
   * @param {Record<string, any>} defaults
   * @internal
   */
  constructor(params, defaults) {
    if (defaults === undefined)
      throw new TypeError("Optimizer.__init__() missing 1 required positional argument: 'defaults'");
    this.defaults = defaults;
    if (isTensor(params)) {
      throw new TypeError(
        `params argument given to the optimizer should be an iterable of Tensors or dicts, but got ${torchTypeName(params)}`,
      );
    }
    const all = itemsOf(params);
    if (all.length === 0) throw new ValueError('optimizer got an empty parameter list');
    for (const group of isKeywords(all[0]) ? all : [{ params: all }]) this.add_param_group(group);
  }

  /**
   * Adds parameters with settings of their own.
   * @param {any} group `{ params, lr, … }`
   */
  add_param_group(group) {
    if (!isKeywords(group)) throw new TypeError(`param_group must be a dict, but got <class '${typeName(group)}'>`);
    if (!('params' in group)) throw new KeyError('params');
    const given = isTensor(group.params) ? [group.params] : itemsOf(group.params);
    const isNamed = given.some((p) => Array.isArray(p) && typeof p[0] === 'string');
    const params = isNamed ? given.map(([, p]) => p) : given;
    for (const param of params) checkParam(param, this.defaults);
    if (new Set(params).size < params.length) warn('UserWarning', duplicates);
    for (const [name, value] of Object.entries(this.defaults)) {
      if (value === undefined && !(name in group)) {
        throw new ValueError(`parameter group didn't specify a value of required optimization parameter ${name}`);
      }
    }
    const seen = new Set(this.param_groups.flatMap((g) => g.params));
    if (params.some((p) => seen.has(p)))
      throw new ValueError('some parameters appear in more than one parameter group');
    const names = isNamed ? { param_names: given.map(([name]) => name) } : {};
    this.param_groups.push(Object.assign({ params }, this.defaults, group, names, { params }));
  }

  /**
   * Forgets the gradients of all parameters, or sets them to zero.
   * @param {[set_to_none?: boolean | { set_to_none?: boolean }]} args true unless given
   */
  zero_grad(...args) {
    const [forgets] = bindPython('Optimizer.zero_grad', optional({ set_to_none: true }), args, true);
    for (const { params } of this.param_groups) {
      for (const param of params) {
        if (param.grad !== null) param.grad = truth(forgets) ? null : param.grad.detach().zero_();
      }
    }
  }

  /**
   * Moves every parameter that has a gradient one step.
   * @param {[closure?: (() => any) | null]} args a function that computes the loss anew, whose result is returned
   */
  step(...args) {
    const [closure] = /** @type {any[]} */ (
      bindPython(`${this.constructor.name}.step`, optional({ closure: null }), args, true)
    );
    this._opt_called = true;
    if (closure !== null && typeof closure !== 'function')
      throw new TypeError(`'${typeName(closure)}' object is not callable`);
    const loss = closure === null ? null : enable_grad(closure);
    no_grad(() => {
      for (const group of this.param_groups) {
        const settings = plainly(group);
        for (const param of group.params) {
          const grad = param.meta?.grad ?? null;
          if (grad === null) continue;
          const state = this.state.get(param) ?? {};
          this.state.set(param, state);
          this.update(param, group.maximize ? grad.neg() : grad, state, settings);
        }
      }
    });
    return loss;
  }

  /**
   * Moves one parameter.
   * @param {Tensor} _param
   * @param {Tensor} _grad
   * @param {Record<string, any>} _state
   * @param {Group} _group
   * @internal
   */
  update(_param, _grad, _state, _group) {
    throw new RuntimeError(`${this.constructor.name} has no step`);
  }

  /** The state and the settings, with parameters by their numbers. */
  state_dict() {
    const all = this.param_groups.flatMap((group) => group.params);
    const state = all.flatMap((param, i) => (this.state.has(param) ? [[i, { ...this.state.get(param) }]] : []));
    let next = 0;
    const param_groups = this.param_groups.map(({ params, ...settings }) => ({
      ...settings,
      params: params.map(() => next++),
    }));
    return { state: Object.fromEntries(state), param_groups };
  }

  /**
   * Takes over what `state_dict` gave, for as many groups of as many parameters. ValueError for others.
   * @param {{ state: Record<string, any> | Map<number, any>, param_groups: any[] }} state_dict
   */
  load_state_dict(state_dict) {
    const { state, param_groups: saved } = checkState(state_dict);
    if (saved.length !== this.param_groups.length) {
      throw new ValueError('loaded state dict has a different number of parameter groups');
    }
    if (
      saved.some(
        (/** @type {any} */ group, /** @type {number} */ i) =>
          sizeOfGroup(group) !== this.param_groups[i].params.length,
      )
    ) {
      throw new ValueError(
        "loaded state dict contains a parameter group that doesn't match the size of optimizer's group",
      );
    }
    this.param_groups = saved.map((/** @type {any} */ group, /** @type {number} */ i) => ({
      ...group,
      params: this.param_groups[i].params,
    }));
    const numbers = saved.flatMap((/** @type {any} */ group) => group.params);
    const of = (/** @type {number} */ number) => (state instanceof Map ? state.get(number) : state[number]);
    this.state = new Map(
      this.param_groups
        .flatMap((group) => group.params)
        .flatMap((param, i) => (of(numbers[i]) ? [[param, { ...of(numbers[i]) }]] : [])),
    );
  }

  toString() {
    const groups = this.param_groups.map((group, i) => {
      const names = Object.keys(group)
        .filter((name) => name !== 'params')
        .sort();
      return `\nParameter Group ${i}\n${names.map((name) => `    ${name}: ${settingText(group[name])}\n`).join('')}`;
    });
    return `${this.constructor.name} (${groups.join('')})`;
  }

  [Symbol.for('nodejs.util.inspect.custom')]() {
    return this.toString();
  }
}

/** @param {any} param @param {Record<string, any>} defaults */
function checkParam(param, defaults) {
  if (!isTensor(param))
    throw new TypeError(`optimizer can only optimize Tensors, but one of the params is ${torchTypeName(param)}`);
  if (!param.is_leaf && !defaults.differentiable) throw new ValueError("can't optimize a non-leaf Tensor");
}

/** What load_state_dict takes, or Python's error of what is none. @param {any} state_dict @returns {any} */
function checkState(state_dict) {
  bindPython('Optimizer.load_state_dict', ['state_dict'], state_dict === undefined ? [] : [null], true);
  if (Array.isArray(state_dict)) throw new TypeError('list indices must be integers or slices, not str');
  if (state_dict instanceof Map || !isKeywords(state_dict)) {
    if (!(state_dict instanceof Map))
      throw new AttributeError(`'${typeName(state_dict)}' object has no attribute 'copy'`);
    throw new KeyError('param_groups');
  }
  const { param_groups: saved } = state_dict;
  if (saved === undefined) throw new KeyError('param_groups');
  if (!Array.isArray(saved)) throw new TypeError(`object of type '${typeName(saved)}' has no len()`);
  return state_dict;
}

/** @param {any} group that was saved @returns {number} */
function sizeOfGroup(group) {
  if (group.params === undefined) throw new KeyError('params');
  return group.params.length;
}

/** Settings as JavaScript's numbers. @param {any} group @returns {any} */
const plainly = (group) => Object.fromEntries(Object.entries(group).map(([name, value]) => [name, plain(value)]));

/**
 * @typedef {[name: string, message: string, isRight: (value: any) => boolean]} Demand of a setting; the message stands
 *   before the value that is refused
 */

/** Refuses settings. @param {Demand[]} demands @param {Record<string, any>} passed @param {boolean} isFirst whether they stand first in comparisons, as in SGD's */
function check(demands, passed, isFirst) {
  for (const [name, message, isRight] of demands) {
    if (!/^(number|boolean)$/.test(typeof plain(passed[name]))) {
      const types = [typeName(passed[name]), 'float'];
      if (!isFirst) types.reverse();
      throw new TypeError(`'${isFirst ? '<' : '<='}' not supported between instances of '${types.join("' and '")}'`);
    }
    if (!isRight(passed[name])) throw new ValueError(`${message}: ${shown(passed[name], false)}`);
  }
}

/** The demands that optimisers share. @type {Record<string, Demand>} */
export const demands = {
  lr: ['lr', 'Invalid learning rate', (v) => v >= 0],
  eps: ['eps', 'Invalid epsilon value', (v) => v >= 0],
  momentum: ['momentum', 'Invalid momentum value', (v) => v >= 0],
  weight_decay: ['weight_decay', 'Invalid weight_decay value', (v) => v >= 0],
};

/**
 * A class of torch.optim.
 * @param {string} name
 * @param {Record<string, unknown>} positional settings with their defaults
 * @param {Record<string, unknown>} keywords settings by name only
 * @param {Demand[]} asked
 * @param {(passed: Record<string, any>) => Record<string, any> | void} prepare further checks; what it returns are the settings in the order that groups show
 * @param {(param: Tensor, grad: Tensor, state: Record<string, any>, group: Group) => void} update
 * @param {any} [base]
 * @returns {any}
 */
export function optimizerClass(name, positional, keywords, asked, prepare, update, base = Optimizer) {
  const parameters = ['params', ...optional(positional), ...optional(keywords).map((p) => ({ ...p, keyword: true }))];
  const type = pythonClass(
    `${name}.__init__`,
    base,
    parameters,
    ({ params, ...passed }, target) => {
      check(asked, passed, name === 'SGD');
      const settings = prepare(passed) ?? passed;
      return Object.setPrototypeOf(new Optimizer(params, settings), target.prototype);
    },
    { update },
  );
  return Object.defineProperty(type, 'toString', {
    value: () => `<class 'torch.optim.${name.toLowerCase()}.${name}'>`,
  });
}

// What Module.state_dict gives and Module.load_state_dict takes: the parameters and buffers by their dotted names.

import { RuntimeError } from '../../core/errors.js';
import { sameShape } from '../../core/numbers/size.js';
import { formatSize } from '../../core/text/format.js';
import { isKeywords, typeName } from '../arguments/signature.js';
import { copyFrom } from '../operations/filling/filling.js';
import { detach } from '../operations/shapes/views.js';
import { isTensor } from '../storage/base.js';
import { torchTypeName } from './attributes.js';
import { isModule, ownBuffers, ownModules, ownParameters } from './members.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('./module.js').Module} Module
 * @typedef {Record<string, Tensor>} StateDict
 */

/**
 * The parameters by name, one in several places under each of its names.
 * @param {Module} module
 * @param {string} prefix with the dot at its end
 * @param {boolean} keep whether the parameters themselves, not what is detached from them
 * @param {StateDict} [state] to which they are added
 */
export function stateOf(module, prefix, keep, state = {}) {
  const own = [...ownParameters(module), ...ownBuffers(module, true)];
  for (const [name, parameter] of own) state[prefix + name] = keep ? parameter : detach(parameter);
  for (const [name, child] of ownModules(module)) stateOf(child, `${prefix}${name}.`, keep, state);
  return state;
}

/** What Python prints for a list of names. @param {string[]} names */
const listed = (names) => `[${names.map((name) => `'${name}'`).join(', ')}]`;

/** Which names were missing and which too many. */
class IncompatibleKeys {
  /** @type {string[]} */ missing_keys;
  /** @type {string[]} */ unexpected_keys;

  /** @param {string[]} missing @param {string[]} unexpected */
  constructor(missing, unexpected) {
    this.missing_keys = missing;
    this.unexpected_keys = unexpected;
  }

  toString() {
    const { missing_keys: missing, unexpected_keys: unexpected } = this;
    if (missing.length + unexpected.length === 0) return '<All keys matched successfully>';
    return `_IncompatibleKeys(missing_keys=${listed(missing)}, unexpected_keys=${listed(unexpected)})`;
  }

  [Symbol.for('nodejs.util.inspect.custom')]() {
    return this.toString();
  }
}

/**
 * @param {string} name
 * @param {Tensor} parameter
 * @param {any} value
 * @returns {string} why the value cannot be the parameter's, or nothing
 */
function refusal(name, parameter, value) {
  if (!isTensor(value)) {
    return `While copying the parameter named "${name}", expected torch.Tensor or Tensor-like object from checkpoint but received <class '${typeName(value)}'>`;
  }
  if (sameShape(value.shape, parameter.shape)) return '';
  return `size mismatch for ${name}: copying a param with shape ${formatSize(value.shape)} from checkpoint, the shape in current model is ${formatSize(parameter.shape)}.`;
}

/** @param {string[]} names */
const quoted = (names) => names.map((name) => `"${name}"`).join(', ');

/** What states of PyTorch's earlier versions do not have, and need not. */
const olderLack = /(^|\.)num_batches_tracked$/;

/**
 * Copies into the parameters what a state has under their names.
 * @param {Module} module
 * @param {any} state
 * @param {unknown} strict whether names that are missing or too many are an error
 */
export function loadState(module, state, strict) {
  if (!isKeywords(state)) {
    const type = isModule(state) ? torchTypeName(state) : typeName(state);
    throw new TypeError(`Expected state_dict to be dict-like, got <class '${type}'>.`);
  }
  const parameters = stateOf(module, '', true);
  const missing = Object.keys(parameters).filter((name) => !Object.hasOwn(state, name) && !olderLack.test(name));
  const unexpected = Object.keys(state).filter((name) => !Object.hasOwn(parameters, name));
  const errors = [];
  if (strict && missing.length > 0) errors.push(`Missing key(s) in state_dict: ${quoted(missing)}. `);
  if (strict && unexpected.length > 0) errors.push(`Unexpected key(s) in state_dict: ${quoted(unexpected)}. `);
  for (const [name, parameter] of Object.entries(parameters)) {
    if (!Object.hasOwn(state, name)) continue;
    const reason = refusal(name, parameter, state[name]);
    if (reason === '') copyFrom(detach(parameter), detach(/** @type {Tensor} */ (state[name])));
    else errors.push(reason);
  }
  if (errors.length > 0) {
    throw new RuntimeError(`Error(s) in loading state_dict for ${module.constructor.name}:\n\t${errors.join('\n\t')}`);
  }
  return new IncompatibleKeys(missing, unexpected);
}

// What a module gets under a name: parameters, buffers, modules, each refused in PyTorch's words where it does not fit.

import { AttributeError, KeyError, ValueError } from '../../core/errors.js';
import { fullNames, typeName } from '../arguments/signature.js';
import { isTensor } from '../storage/base.js';
import { Parameter } from '../tensor/parameter.js';
import { isBuffer, isModule, isModuleName, markBuffer, markVacant, noteOrder } from './members.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('./module.js').Module} Module
 */

/** torch.typename of a value: of a tensor its older type, of a class or a module the class's full name. @param {any} value @returns {string} */
export function torchTypeName(value) {
  if (isTensor(value)) return value.dtype.legacy;
  const named = typeof value === 'function' ? fullNames.get(value) : undefined;
  if (named !== undefined) return named;
  const type = isModule(value) ? value.constructor : value;
  return (typeof type === 'function' && /^<class '([\w.]+)'>$/.exec(String(type))?.[1]) || typeName(value);
}

/** Whether Python's hasattr finds it; what JavaScript's functions have does not count. @param {any} module @param {string} name */
const has = (module, name) => Object.hasOwn(module, name) || (name in module && !(name in Function.prototype));

/**
 * Refuses a name that is no name or is taken.
 * @param {Module} module
 * @param {any} name
 * @param {string} what
 * @param {boolean} isOwn whether the name stands for such a thing already
 */
function checkName(module, name, what, isOwn) {
  if (typeof name !== 'string') throw new TypeError(`${what} name should be a string. Got ${torchTypeName(name)}`);
  const got = what === 'module' ? `, got: ${name}` : '';
  if (name.includes('.')) throw new KeyError(`${what} name can't contain "."${got}`);
  if (name === '') throw new KeyError(`${what} name can't be empty string ""`);
  if (has(module, name) && !isOwn) throw new KeyError(`attribute '${name}' already exists`);
}

/** @param {any} module @param {string} name @param {any} value */
const set = (module, name, value) =>
  Object.defineProperty(module, name, { value, enumerable: true, configurable: true, writable: true });

/**
 * A property that holds a parameter or null, and takes nothing else.
 * @param {any} module
 * @param {string} name
 * @param {any} value
 */
export function learn(module, name, value) {
  let parameter = value;
  Object.defineProperty(module, name, {
    enumerable: true,
    configurable: true,
    get: () => parameter,
    set(value) {
      if (value !== null && !(value instanceof Parameter)) {
        throw new TypeError(
          `cannot assign '${torchTypeName(value)}' as parameter '${name}' (torch.nn.Parameter or None expected)`,
        );
      }
      parameter = value;
    },
  });
}

/** @param {any} module @param {any} name @param {any} parameter */
export function addParameter(module, name, parameter) {
  checkName(module, name, 'parameter', Object.hasOwn(module, name) && module[name] instanceof Parameter);
  if (parameter !== null && !(parameter instanceof Parameter)) {
    throw new TypeError(
      `cannot assign '${torchTypeName(parameter)}' object to parameter '${name}' (torch.nn.Parameter or None required)`,
    );
  }
  if (parameter?.grad_fn) {
    throw new ValueError(
      `Cannot assign non-leaf Tensor to parameter '${name}'. Model parameters must be created explicitly. To express '${name}' as a function of another Tensor, compute the value in the forward() method.`,
    );
  }
  learn(module, name, parameter);
}

/** @param {Module} module @param {any} name @param {any} tensor @param {boolean} persistent */
export function addBuffer(module, name, tensor, persistent) {
  checkName(module, name, 'buffer', isBuffer(module, name));
  if (tensor !== null && !isTensor(tensor)) {
    throw new TypeError(
      `cannot assign '${torchTypeName(tensor)}' object to buffer '${name}' (torch Tensor or None required)`,
    );
  }
  set(module, name, tensor);
  markBuffer(module, name, persistent);
}

/** @param {any} module @param {any} name @param {any} child */
export function addModule(module, name, child) {
  if (child !== null && !isModule(child)) throw new TypeError(`${torchTypeName(child)} is not a Module subclass`);
  checkName(module, name, 'module', isModuleName(module, name));
  noteOrder(module, name);
  set(module, name, child);
  if (child === null) markVacant(module, name);
}

/** What a dotted name stands for, of a kind. @param {any} module @param {string} target @param {string} kind @param {(owner: any, name: string) => boolean} fits */
function member(module, target, kind, fits) {
  const at = target.lastIndexOf('.');
  const [owner, name] = [submodule(module, target.slice(0, Math.max(at, 0))), target.slice(at + 1)];
  if (!has(owner, name)) throw new AttributeError(`${owner.constructor.name} has no attribute \`${name}\``);
  if (!fits(owner, name)) throw new AttributeError(`\`${name}\` is not ${kind}`);
  return owner[name];
}
/** @param {any} module @param {string} target */
export const parameterOf = (module, target) =>
  member(module, target, 'an nn.Parameter', (owner, name) => owner[name] instanceof Parameter);
/** @param {any} module @param {string} target */
export const bufferOf = (module, target) => member(module, target, 'a buffer', isBuffer);

/** @param {any} module @param {string} target */
export function submodule(module, target) {
  let found = module;
  for (const item of target === '' ? [] : target.split('.')) {
    if (!has(found, item)) throw new AttributeError(`${found.constructor.name} has no attribute \`${item}\``);
    found = found[item];
    if (!isModule(found)) throw new AttributeError(`\`${item}\` is not an nn.Module`);
  }
  return found;
}

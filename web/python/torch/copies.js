// Copies of tensors and of torch.nn's modules, for the module copy.

import { addBuffer, addModule, learn } from '../../torch/nn/attributes.js';
import { isBuffer, isModule, isModuleName, ownBuffers } from '../../torch/nn/members.js';
import { callable } from '../../torch/nn/module.js';
import { isTensor } from '../../torch/storage/base.js';
import { Parameter } from '../../torch/tensor/parameter.js';
import { copiers } from '../values/copies.js';
import { Dict } from '../values/dict.js';
import { raised } from '../values/exceptions.js';
import { namesOf } from './classes.js';
import { ObjectDict } from './object_dict.js';

/** A leaf of a tensor's own class with its elements. @param {any} x */
export function leafOf(x) {
  const copy = Object.setPrototypeOf(x.detach().clone(), Object.getPrototypeOf(x));
  return x.requires_grad ? copy.requires_grad_() : copy;
}

/** @param {any} x */
function copiedTensor(x) {
  if (x.grad_fn !== null)
    throw raised(
      'RuntimeError',
      'Only Tensors created explicitly by the user (graph leaves) support the deepcopy protocol at the moment.  If you were attempting to deepcopy a module, this may be because of a torch.nn.utils.weight_norm usage, see https://github.com/pytorch/pytorch/pull/103001',
    );
  const copy = leafOf(x);
  if (x.grad !== null) copy.grad = x.grad.clone();
  return copy;
}

/** A module of the same class that holds copies of what this one holds; hooks stay behind. @param {any} module @param {(part: any) => any} each @param {(copy: any) => void} tell */
function copiedModule(module, each, tell) {
  const copy = callable(Object.getPrototypeOf(module).constructor);
  tell(copy);
  const isKept = new Set(ownBuffers(module, true).map(([name]) => name));
  for (const name of Object.getOwnPropertyNames(module)) {
    const value = module[name];
    // A parameter's property has a getter, also where the parameter is None: a bias that was not asked for.
    if (value instanceof Parameter || (value === null && Object.getOwnPropertyDescriptor(module, name)?.get))
      learn(copy, name, each(value));
    else if (isBuffer(module, name)) addBuffer(copy, name, each(value), isKept.has(name));
    else if (isModuleName(module, name)) addModule(copy, name, each(value));
    else if (Object.hasOwn(copy, name)) copy[name] = value;
    else Object.defineProperty(copy, name, { ...Object.getOwnPropertyDescriptor(module, name), value: each(value) });
  }
  for (const [name, value] of namesOf(module)) namesOf(copy).set(name, each(value));
  return copy;
}

copiers.push((value, each, tell) => {
  if (isTensor(value)) {
    if (each === null) return value;
    const copy = copiedTensor(value);
    tell(copy);
    return copy;
  }
  if (value instanceof ObjectDict) {
    const copy = new Dict();
    tell(copy);
    for (const [key, one] of value) copy.set(key, each === null ? one : each(one));
    return copy;
  }
  return isModule(value) ? copiedModule(value, each ?? ((part) => part), tell) : undefined;
});

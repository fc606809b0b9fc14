// The module copy: copies of containers, of objects, of tensors and of torch.nn's modules.

import { addBuffer, learn } from '../../torch/nn/attributes.js';
import { isBuffer, isModule, ownBuffers } from '../../torch/nn/members.js';
import { callable } from '../../torch/nn/module.js';
import { isTensor } from '../../torch/storage/base.js';
import { Parameter } from '../../torch/tensor/parameter.js';
import { callSpecial, special } from '../operations/objects.js';
import { namesOf } from '../torch/classes.js';
import { Tuple } from '../values/containers.js';
import { Dict, PySet } from '../values/dict.js';
import { raised } from '../values/exceptions.js';
import { PyFunction } from '../values/functions.js';
import { Held } from '../values/held.js';
import { Instance, kDict, typeOf } from '../values/types.js';
import { fn, hostModule } from './protocol.js';

/** @param {any} value @param {Map<any, any>} memo @returns {any} */
function deepCopy(value, memo) {
  if (value === null || (typeof value !== 'object' && !isModule(value))) return value;
  if (memo.has(value)) return memo.get(value);
  if (isTensor(value)) {
    const x = /** @type {any} */ (value);
    if (x.grad_fn !== null)
      throw raised(
        'RuntimeError',
        'Only Tensors created explicitly by the user (graph leaves) support the deepcopy protocol at the moment.  If you were attempting to deepcopy a module, this may be because of a torch.nn.utils.weight_norm usage, see https://github.com/pytorch/pytorch/pull/103001',
      );
    const copy = Object.setPrototypeOf(x.detach().clone(), Object.getPrototypeOf(x));
    if (x.requires_grad) copy.requires_grad_();
    if (x.grad !== null) copy.grad = x.grad.clone();
    memo.set(value, copy);
    return copy;
  }
  return copied(
    value,
    (one) => deepCopy(one, memo),
    (copy) => memo.set(value, copy),
  );
}

/** A module of the same class that holds copies of what this one holds; hooks stay behind. @param {any} module @param {(one: any) => any} each @param {(copy: any) => void} tell */
function copiedModule(module, each, tell) {
  const copy = callable(Object.getPrototypeOf(module).constructor);
  tell(copy);
  const isKept = new Set(ownBuffers(module, true).map(([name]) => name));
  for (const name of Object.getOwnPropertyNames(module)) {
    const value = module[name];
    if (value instanceof Parameter) learn(copy, name, each(value));
    else if (isBuffer(module, name)) addBuffer(copy, name, each(value), isKept.has(name));
    else if (Object.hasOwn(copy, name)) copy[name] = value;
    else Object.defineProperty(copy, name, { ...Object.getOwnPropertyDescriptor(module, name), value: each(value) });
  }
  for (const [name, value] of namesOf(module)) namesOf(copy).set(name, each(value));
  return copy;
}

/** @param {any} value @param {(one: any) => any} each @param {(copy: any) => void} tell @returns {any} */
function copied(value, each, tell) {
  const own = special(value, '__deepcopy__');
  if (own instanceof PyFunction) return callSpecial(own, value, new Dict());
  if (value instanceof Held || typeOf(value).meta !== null) return value;
  const prototype = Object.getPrototypeOf(value);
  if (Array.isArray(value)) {
    const copy = Object.setPrototypeOf([], prototype);
    tell(copy);
    for (const one of value) copy.push(each(one));
    return copy;
  }
  if (value instanceof Tuple) return Object.assign(Object.create(prototype), { items: value.items.map(each) });
  if (value instanceof Dict || value instanceof PySet) {
    const copy = Object.assign(Object.create(prototype), value, { map: new Map() });
    tell(copy);
    if (value instanceof Dict) for (const [key, one] of value) copy.set(each(key), each(one));
    else for (const one of value) copy.add(each(one));
    return copy;
  }
  if (value instanceof Instance && !value.type.dict.has('make')) {
    const copy = Object.assign(Object.create(prototype), value, { [kDict]: new Map() });
    tell(copy);
    for (const [key, one] of value[kDict]) copy[kDict].set(key, each(one));
    return copy;
  }
  if (isModule(value)) return copiedModule(value, each, tell);
  return value;
}

/** @returns {import('../values/containers.js').Module} */
export const copy = () =>
  hostModule('copy', {
    copy: fn('copy', ([value]) =>
      value === null || (typeof value !== 'object' && !isModule(value)) || value instanceof Tuple
        ? value
        : copied(
            value,
            (one) => one,
            () => {},
          ),
    ),
    deepcopy: fn('deepcopy', ([value]) => deepCopy(value, new Map())),
  });

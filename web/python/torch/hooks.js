// A module's hooks as the dicts that PyTorch keeps them in, by the numbers of their handles: a view, which a program may clear.

import { hooksOf } from '../../torch/nn/hooks.js';
import { OrderedDict } from '../host/ordered.js';
import { keyOf } from '../values/hashing.js';
import { Member } from '../values/types.js';
import { fromTorch } from './convert.js';

/** The handles' numbers, which begin with 0 in each process. @type {WeakMap<Function, bigint>} */
const numbers = new WeakMap();
let next = 0n;

/** @param {Function} hook */
function numberOf(hook) {
  if (!numbers.has(hook)) numbers.set(hook, next++);
  return /** @type {bigint} */ (numbers.get(hook));
}

class Hooks extends OrderedDict {
  /** @param {Set<Function>} hooks */
  constructor(hooks) {
    super();
    this.hooks = hooks;
    Object.defineProperty(this, 'map', {
      get: () =>
        new Map(
          [...hooks].map((hook) => {
            const key = numberOf(hook);
            return [keyOf(key), [key, fromTorch(hook)]];
          }),
        ),
    });
  }
  /** @param {any} key */
  delete(key) {
    const found = [...this.hooks].find((hook) => numberOf(hook) === key);
    return found !== undefined && this.hooks.delete(found);
  }
  clear() {
    this.hooks.clear();
  }
}
Object.defineProperty(Hooks.prototype, 'constructor', { value: OrderedDict });

/** @type {Record<string, Parameters<typeof hooksOf>[1]>} */
const kinds = {
  _forward_hooks: 'after',
  _forward_pre_hooks: 'before',
  _backward_hooks: 'backward',
  _backward_pre_hooks: 'backwardPre',
};

/** @param {import('../values/types.js').Type} type of torch.nn.Module */
export function addHookDicts(type) {
  for (const [name, when] of Object.entries(kinds))
    type.dict.set(name, new Member((module) => new Hooks(hooksOf(module, when))));
}

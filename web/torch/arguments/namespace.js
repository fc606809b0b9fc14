// Python's modules as objects: a name that is not there is Python's AttributeError instead of a silent undefined.
import { AttributeError } from '../../core/errors.js';

/** Names that JavaScript's own machinery asks any object for (promises, JSON, bundlers, test runners, frameworks). */
const probes =
  /^(then|toJSON|constructor|prototype|inspect|default|nodeType|tagName|asymmetricMatch|toString|valueOf|hasOwnProperty|[$_@].*)$/;

/**
 * @template {object} T
 * @param {string} name as Python names the module, `torch.nn`
 * @param {T} members
 * @returns {T}
 */
export function namespace(name, members) {
  return new Proxy(Object.freeze(members), {
    get(target, key, receiver) {
      if (typeof key === 'string' && !(key in target) && !probes.test(key)) {
        throw new AttributeError(`module '${name}' has no attribute '${key}'`);
      }
      return Reflect.get(target, key, receiver);
    },
  });
}

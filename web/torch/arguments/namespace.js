// Python's modules as objects: a name that is not there is Python's AttributeError instead of a silent undefined.
import { AttributeError } from '../../core/errors.js';
import { absent } from './absent.js';

/** Names that JavaScript's own machinery asks any object for (promises, JSON, bundlers, test runners, frameworks). */
const probes =
  /^(then|toJSON|constructor|prototype|inspect|default|nodeType|tagName|asymmetricMatch|toString|valueOf|hasOwnProperty|[$_@].*)$/;

/**
 * @template {object} T
 * @param {string} name as Python names the module, `torch.nn`
 * @param {T} members
 * @param {string} [letter] of its place in the list of absent names
 * @returns {T}
 */
export function namespace(name, members, letter = '-') {
  return new Proxy(Object.freeze(members), {
    get(target, key, receiver) {
      if (typeof key === 'string' && !(key in target) && !probes.test(key)) {
        const refused = absent(letter, key, () => Object.keys(target));
        if (refused) return refused;
        throw new AttributeError(`module '${name}' has no attribute '${key}'`);
      }
      return Reflect.get(target, key, receiver);
    },
  });
}

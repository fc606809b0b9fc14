// The module copy: copies of containers and objects, and of what others have said how to copy.

import { callSpecial, special } from '../operations/objects.js';
import { Tuple } from '../values/containers.js';
import { copiers } from '../values/copies.js';
import { Dict, PySet } from '../values/dict.js';
import { PyFunction } from '../values/functions.js';
import { Held } from '../values/held.js';
import { Instance, kDict, typeOf } from '../values/types.js';
import { fn, hostModule } from './protocol.js';

/** Numbers, texts, None. @param {any} value */
const isPlain = (value) => value === null || (typeof value !== 'object' && typeof value !== 'function');

/** A copy that shares nothing. @param {any} value @param {Map<any, any>} memo what is copied already @returns {any} */
export function deepCopy(value, memo) {
  if (isPlain(value)) return value;
  if (memo.has(value)) return memo.get(value);
  return copied(
    value,
    (part) => deepCopy(part, memo),
    (copy) => memo.set(value, copy),
  );
}

/** A copy of one level, whose parts are what a function makes of them. @type {import('../values/copies.js').Copier} */
export function copied(value, parts, tell) {
  const own = special(value, '__deepcopy__');
  if (own instanceof PyFunction) return callSpecial(own, value, new Dict());
  for (const copier of copiers) {
    const copy = copier(value, parts, tell);
    if (copy !== undefined) return copy;
  }
  if (value instanceof Held || typeOf(value).meta !== null) return value;
  const each = parts ?? ((part) => part);
  const prototype = Object.getPrototypeOf(value);
  // A tuple of torch that holds plain values alone is its own copy, as in Python.
  if (Object.isFrozen(value) && Array.isArray(value) && value.every(isPlain)) return value;
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
  return value;
}

/** @returns {import('../values/containers.js').Module} */
export const copy = () =>
  hostModule('copy', {
    copy: fn('copy', ([value]) => (isPlain(value) || value instanceof Tuple ? value : copied(value, null, () => {}))),
    deepcopy: fn('deepcopy', ([value]) => deepCopy(value, new Map())),
  });

// super(): attributes as the classes behind one in the order of inheritance have them.

import { bind } from '../operations/objects.js';
import { raised } from '../values/exceptions.js';
import { builtinType, registerType, StaticMethod, Type, typeOf } from '../values/types.js';
import { defaultOf } from './objects.js';

export class Super {
  /** @param {Type} type the class that it looks behind @param {any} self an object of it, or the class */
  constructor(type, self) {
    this.type = type;
    this.self = self;
  }
}
export const superType = builtinType('super');
registerType(Super.prototype, superType);
superType.make = (_, [type, self]) => {
  if (!(type instanceof Type)) throw raised('TypeError', 'super() argument 1 must be a type');
  const own = self instanceof Type && self.derivesFrom(type) ? self : typeOf(self);
  if (!own.derivesFrom(type)) throw raised('TypeError', 'super(type, obj): obj must be an instance or subtype of type');
  return new Super(type, self);
};
superType.findOwn = ({ type, self }, name) => {
  const isClass = self instanceof Type && self.derivesFrom(type);
  const own = isClass ? self : typeOf(self);
  const { mro } = own;
  for (const one of mro.slice(mro.indexOf(type) + 1)) {
    const found = one.dict.get(name);
    if (found === undefined) {
      const hosts = one.findSuper?.(self, name);
      if (hosts !== undefined) return hosts;
      continue;
    }
    if (name === '__new__') return found instanceof StaticMethod ? found.callable : found;
    if (isClass) return bind(found, self, self) === found ? found : bind(found, self, self);
    return bind(found, self, own);
  }
  const fallback = defaultOf(name);
  return fallback === undefined ? undefined : bind(fallback, self, own);
};

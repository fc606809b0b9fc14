// What an optimiser keeps, as Python sees it: groups and states, which a program reads and changes as dicts.

import { Optimizer } from '../../torch/optim/optimizer.js';
import { DefaultDict } from '../host/defaultdict.js';
import { dictType } from '../values/dict.js';
import { keyOf } from '../values/hashing.js';
import { Member, typeOf } from '../values/types.js';
import { ObjectDict, preparations } from './classes.js';
import { fromTorch, toTorch } from './convert.js';

/** An optimiser's states, by their parameters. */
class States extends DefaultDict {
  factory = dictType;
  /** @param {any} optimizer */
  constructor(optimizer) {
    super();
    this.optimizer = optimizer;
    Object.defineProperty(this, 'map', {
      get: () => new Map([...optimizer.state].map(([param, kept]) => [keyOf(param), [param, fromTorch(kept)]])),
    });
  }
  /** @param {any} key @param {any} value */
  set(key, value) {
    // What a program's own optimiser keeps are its own objects.
    this.optimizer.state.set(key, typeOf(this.optimizer).isUsers ? value : toTorch(value));
    return this;
  }
  /** @param {any} key */
  delete(key) {
    return this.optimizer.state.delete(key);
  }
  clear() {
    this.optimizer.state.clear();
  }
}
Object.defineProperty(States.prototype, 'constructor', { value: DefaultDict });

/** What is made once for each object. @param {(object: any) => any} make */
function once(make) {
  const views = new WeakMap();
  return (/** @type {any} */ object) => {
    if (!views.has(object)) views.set(object, make(object));
    return views.get(object);
  };
}
const states = once((optimizer) => new States(optimizer));
const groups = once((group) => new ObjectDict(group));

preparations.set(Optimizer, (type) => {
  type.dict.set('state', new Member(states));
  type.dict.set('param_groups', new Member((optimizer) => optimizer.param_groups.map(groups)));
});

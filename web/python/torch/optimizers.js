// What an optimiser keeps, as Python sees it: groups and states, which a program reads and changes as dicts.

import { LRScheduler } from '../../torch/optim/lr_scheduler/scheduler.js';
import { Optimizer } from '../../torch/optim/optimizer.js';
import { DefaultDict } from '../host/defaultdict.js';
import { addMethod } from '../operations/arguments.js';
import { Dict, dictType } from '../values/dict.js';
import { keyOf } from '../values/hashing.js';
import { Builtin, Member, typeOf } from '../values/types.js';
import { families, namesOf, preparations } from './classes.js';
import { fromTorch, toArguments, toTorch } from './convert.js';
import { derived } from './modules.js';
import { ObjectDict } from './object_dict.js';

/** @typedef {import('../values/types.js').Type} Type */

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
  addMethod(type, 'state_dict', (optimizer) => {
    const { state } = optimizer;
    optimizer.state = new Map([...state].map(([param, kept]) => [param, kept instanceof Dict ? toTorch(kept) : kept]));
    try {
      return fromTorch(optimizer.state_dict());
    } finally {
      optimizer.state = state;
    }
  });
});

/** A class that programs derive from: an object is there before `__init__` makes of it what PyTorch's class is. @param {(object: any, hosts: any, args: any[]) => void} initialize */
const derivable = (initialize) => (/** @type {Type} */ type) => {
  const { make, hosts } = type;
  type.derive = derived;
  type.make = (own, args, keywords) => (own.isUsers ? Object.create(own.hosts.prototype) : make?.(own, args, keywords));
  type.dict.set(
    '__init__',
    new Builtin('__init__', ([object, ...args], keywords) => {
      initialize(object, hosts, toArguments(args, keywords));
      return null;
    }),
  );
};

families.set(
  Optimizer,
  derivable((optimizer, hosts, args) => {
    Object.assign(optimizer, Reflect.construct(hosts, args));
    // A step of a program's own does not tell the schedulers that it was done.
    Object.defineProperty(optimizer, '_opt_called', { get: () => true, set: () => {} });
  }),
);

families.set(
  LRScheduler,
  derivable((scheduler, hosts, args) => {
    const { prototype } = scheduler.constructor;
    Reflect.construct(
      hosts,
      args,
      Object.assign(function Derived() {}, { prototype, instance: scheduler }),
    );
  }),
);

/** What a program set on its scheduler is part of its state. */
preparations.set(LRScheduler, (type) => {
  addMethod(type, 'state_dict', (scheduler) => {
    const own = [...namesOf(scheduler)].filter(([name]) => name !== 'optimizer');
    const rest = fromTorch(scheduler.state_dict());
    return own.length > 0 ? new Dict([...own, ...rest]) : rest;
  });
});

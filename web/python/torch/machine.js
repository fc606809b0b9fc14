// The modules in which PyTorch speaks of the machine: cuda, backends, accelerator, version; and random. A page has the CPU alone.

import torch from '../../torch/torch.js';
import { addMethods, fn } from '../operations/arguments.js';
import { Module } from '../values/containers.js';
import { raised } from '../values/exceptions.js';
import { builtinType, Instance } from '../values/types.js';
import { fromTorch } from './convert.js';
import { refuseModule } from './submodules.js';

/** A function that does nothing here. @param {string} name @param {any} [result] */
export const idle = (name, result = null) =>
  fn(name, (args) => {
    if (name === 'is_available' && args.length > 0)
      throw raised(
        'TypeError',
        `is_available() takes 0 positional arguments but ${args.length} ${args.length === 1 ? 'was' : 'were'} given`,
      );
    return result;
  });

/** @param {string} name @param {Record<string, any>} members */
const moduleOf = (name, members) =>
  new Module(name, new Map(Object.entries(members)), (one) => refuseModule(`${name}.${one}`));

/** Functions that tell what there is, or do nothing. @param {Record<string, any>} results by their names */
const idles = (results) =>
  Object.fromEntries(Object.entries(results).map(([name, result]) => [name, idle(name, result)]));

const isAbsent = { is_available: false };
export const cuda = moduleOf(
  'torch.cuda',
  idles({
    ...isAbsent,
    device_count: 0n,
    is_initialized: false,
    manual_seed: null,
    manual_seed_all: null,
    empty_cache: null,
    synchronize: null,
  }),
);
export const mps = moduleOf('torch.backends.mps', idles({ ...isAbsent, is_built: false }));
const cudnn = moduleOf('torch.backends.cudnn', {
  deterministic: false,
  benchmark: false,
  enabled: true,
  ...idles(isAbsent),
});
export const backends = moduleOf('torch.backends', { mps, cudnn });
export const accelerator = moduleOf(
  'torch.accelerator',
  idles({ ...isAbsent, current_accelerator: null, device_count: 0n }),
);
const { __version__, manual_seed, seed, initial_seed, get_rng_state, set_rng_state } = /** @type {any} */ (torch);
export const version = moduleOf('torch.version', { __version__, cuda: null, hip: null, xpu: null, debug: false });
/** The generator's functions, which torch has too. */
export const random = moduleOf('torch.random', {
  ...Object.fromEntries(
    Object.entries({ manual_seed, seed, initial_seed, get_rng_state, set_rng_state }).map(([name, own]) => {
      const made = fromTorch(own);
      Object.assign(made, { name, qualname: name, kind: 'function' });
      return [name, made];
    }),
  ),
  fork_rng: forkType(),
});

/** A context after which the random numbers go on from where they stood before it. */
function forkType() {
  const type = builtinType('fork_rng', undefined, 'torch.random');
  type.make = (own) => Object.assign(/** @type {any} */ (new Instance(own)), { state: null });
  addMethods(type, {
    __enter__: (self) => {
      self.state = get_rng_state();
      return null;
    },
    __exit__: (self, _type, _error, _traceback) => {
      set_rng_state(self.state);
      return false;
    },
  });
  return type;
}

// The modules beneath PyTorch's that torchlet has not.

import { NotImplementedError } from '../../core/errors.js';
import { moduleNames } from './module_names.js';

/** @type {Set<string> | undefined} */
let known;

/** Refuses a module that PyTorch has. @param {string} path */
export function refuseModule(path) {
  known ??= new Set(
    moduleNames.split(';').flatMap((group) => {
      const [parent, ...names] = group.split(' ');
      return names.map((name) => `torch.${parent}.${name}`);
    }),
  );
  if (known.has(path)) throw new NotImplementedError(`${path} is not part of torchlet`);
}

// The modules of PyTorch's that only say in which file a name stands (torch.nn.modules.activation, torch.optim.adam), and those that
// torchlet has not.

import { NotImplementedError } from '../../core/errors.js';
import { moduleNames } from './module_names.js';

/** @type {[RegExp, string][]} */
const files = [
  [/^torch\.nn\.(parameter|modules)$/, 'torch.nn'],
  [
    /^torch\.nn\.modules\.(activation|batchnorm|container|distance|dropout|flatten|linear|loss|module|normalization|padding|sparse)$/,
    'torch.nn',
  ],
  [/^torch\.nn\.utils\.(clip_grad|convert_parameters)$/, 'torch.nn.utils'],
  [/^torch\.optim\.(adadelta|adagrad|adam|adamax|adamw|nadam|optimizer|radam|rmsprop|rprop|sgd)$/, 'torch.optim'],
  [/^torch\.utils\.data\.(dataset|dataloader)$/, 'torch.utils.data'],
  [/^torch\.distributions\.(bernoulli|categorical|distribution|kl|normal|uniform)$/, 'torch.distributions'],
  [/^torch\.autograd\.(anomaly_mode|function|grad_mode|variable)$/, 'torch.autograd'],
];

/** The module whose names a file's are; undefined where it is no file of one that is there. @param {string} path */
export const moduleOfFile = (path) => files.find(([pattern]) => pattern.test(path))?.[1];

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

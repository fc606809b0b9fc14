// The torch that trains here: torchlet's own, with its kernels embedded. What of it is used here is named, so that a page carries no
// more.
import '../core/embedded.js';
import {
  arange,
  cat,
  from_numpy,
  Generator,
  manual_seed,
  nn,
  no_grad,
  optim,
  pi,
  rand,
  randn,
  tensor,
  utils,
} from '../torch/torch.js';

export { nn };

export default { arange, cat, from_numpy, Generator, manual_seed, nn, no_grad, optim, pi, rand, randn, tensor, utils };

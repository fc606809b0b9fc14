// L-BFGS, loaded where a program names it.

import { LBFGS } from '../../torch/optim/lbfgs.js';
import { addParts } from './namespaces.js';

addParts({}, { 'torch.optim': { LBFGS } });

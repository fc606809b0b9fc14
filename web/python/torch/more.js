// The parts of torch that are loaded where a program names them: torch.func and vmap, distributions, special, testing.

import { distributions } from '../../torch/distributions/distributions.js';
import { func } from '../../torch/func/func.js';
import { special } from '../../torch/special/special.js';
import { testing } from '../../torch/testing/testing.js';
import { addParts } from './namespaces.js';

addParts({ distributions, func, special, testing }, { torch: { vmap: func.vmap } });

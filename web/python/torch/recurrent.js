// Recurrent layers, loaded where a program names one.

import * as layers from '../../torch/recurrent/layers.js';
import { addParts } from './namespaces.js';

addParts({}, { 'torch.nn': layers });

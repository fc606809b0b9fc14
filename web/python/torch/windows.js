// Convolutions and pools, loaded where a program names them.

import { conv1d, conv2d } from '../../torch/windows/convolution.js';
import * as layers from '../../torch/windows/layers.js';
import * as pools from '../../torch/windows/pooling.js';
import { addParts } from './namespaces.js';

const { dropout1d, dropout2d, ...classes } = layers;
addParts({}, { 'torch.nn': classes, 'torch.nn.functional': { ...pools, conv1d, conv2d, dropout1d, dropout2d } });

// Registers the figures' parts.
import { TorchletCurve } from './parts/curve.js';
import { TorchletNumber } from './parts/number.js';
import { TorchletTensor } from './parts/printed.js';
import { TorchletRows } from './parts/rows.js';
import { register } from './register.js';

const parts = {
  'torchlet-curve': TorchletCurve,
  'torchlet-rows': TorchletRows,
  'torchlet-tensor': TorchletTensor,
  'torchlet-number': TorchletNumber,
};

/**
 * Registers the figures' parts, or those of them that a figure has: each takes a page that has just begun a millisecond.
 * @param {(keyof typeof parts)[]} [names]
 */
export const defineParts = (names) =>
  register(names ? Object.fromEntries(names.map((name) => [name, parts[name]])) : parts);

// Registers the elements; two copies of this file on a page do no harm.
import { TorchletCurve } from './curve.js';
import { TorchletNumber } from './number.js';
import { TorchletTensor } from './printed.js';
import { TorchletRows } from './rows.js';

const elements = {
  'torchlet-curve': TorchletCurve,
  'torchlet-rows': TorchletRows,
  'torchlet-tensor': TorchletTensor,
  'torchlet-number': TorchletNumber,
};

/** Registers what is not registered yet. */
export function define() {
  for (const [name, element] of Object.entries(elements)) {
    if (!customElements.get(name)) customElements.define(name, element);
  }
}

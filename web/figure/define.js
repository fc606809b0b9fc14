// Registers the elements; two copies of this file on a page do no harm.
import { TorchletCurve } from './parts/curve.js';
import { TorchletNumber } from './parts/number.js';
import { TorchletTensor } from './parts/printed.js';
import { TorchletRows } from './parts/rows.js';

const parts = {
  'torchlet-curve': TorchletCurve,
  'torchlet-rows': TorchletRows,
  'torchlet-tensor': TorchletTensor,
  'torchlet-number': TorchletNumber,
};

/**
 * Registers what is not registered yet; nothing where there is no page.
 * @param {Record<string, CustomElementConstructor>} elements by their tags
 */
export function register(elements) {
  if (typeof customElements === 'undefined') return;
  for (const [name, element] of Object.entries(elements)) {
    if (!customElements.get(name)) customElements.define(name, element);
  }
}

/**
 * Registers the figures' parts, or those of them that a figure has: each takes a page that has just begun a millisecond.
 * @param {(keyof typeof parts)[]} [names]
 */
export const defineParts = (names) =>
  register(names ? Object.fromEntries(names.map((name) => [name, parts[name]])) : parts);

// The activations that the figures can draw: PyTorch's element-wise ones that are set by numbers, and softmax.
import { isPyTorchs } from '../activation.js';
import { activations as described } from '../build/facts.js';

/**
 * @typedef {import('../facts.js').Slider & { default: number | null }} Parameter `default` is where the slider starts if
 *   PyTorch has no default
 * @typedef {Omit<import('../facts.js').Described, 'parameters'> & {
 *   module: string, functional: string, elementwise: boolean, parameters: Parameter[] }} Activation
 */

/** RReLU would need its draws shown, the other row-wise ones figures of their own. @param {import('../facts.js').Described} activation */
function isDrawn(activation) {
  const { module, functional, kind } = activation;
  const isKnown = kind === 'softmax' || (kind === 'elementwise' && functional !== 'rrelu');
  return isPyTorchs(activation) && module !== undefined && isKnown;
}

/** A choice stays at its default. @type {Activation[]} */
export const activations = described.filter(isDrawn).map(
  (activation) =>
    /** @type {Activation} */ ({
      ...activation,
      elementwise: activation.kind === 'elementwise',
      parameters: activation.parameters
        .filter((p) => p.type !== 'choice')
        .map((p) => ({ ...p, default: p.default === undefined ? p.start : p.default })),
    }),
);

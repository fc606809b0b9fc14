// The activations that the figures can draw: all of PyTorch's but GLU, whose input is two halves.
import { isPyTorchs } from '../activation.js';
import { activations as described } from '../build/facts.js';

/**
 * @typedef {number | string | null} Value of a parameter: a number, the word of a choice, or None
 * @typedef {Record<string, Value>} Values by PyTorch's names
 * @typedef {import('../facts.js').Slider & { default: Value, required: boolean }} Parameter `default` is where the slider starts if PyTorch has
 *   no default
 * @typedef {Omit<import('../facts.js').Described, 'parameters'> & {
 *   module: string, elementwise: boolean, parameters: Parameter[] }} Activation elementwise: it has a curve
 */

/** @param {import('../facts.js').Described} activation */
const isDrawn = (activation) => isPyTorchs(activation) && activation.module !== undefined && activation.kind !== 'glu';

/** @type {Activation[]} */
export const activations = described.filter(isDrawn).map(
  (activation) =>
    /** @type {Activation} */ ({
      ...activation,
      elementwise: activation.kind === 'elementwise' || activation.kind === 'prelu',
      parameters: activation.parameters.map((p) => ({
        ...p,
        required: p.default === undefined,
        default: p.default === undefined ? p.start : p.default,
      })),
    }),
);

/** The numbers of dimensions that an activation takes, where not all. @param {Activation} activation @returns {number[] | null} */
export const ranksOf = ({ kind }) => (kind === 'softmax2d' ? [3, 4] : null);

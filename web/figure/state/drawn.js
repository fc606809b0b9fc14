// The activations that the figures can draw: all of PyTorch's.

import { activations as described } from '../../build/facts.js';
import { isPyTorchs } from '../../core/activations.js';

/**
 * @typedef {number | string | null} Value of a parameter: a number, the word of a choice, or None
 * @typedef {Record<string, Value>} Values by PyTorch's names
 * @typedef {import('../../core/facts.js').Slider & { default: Value, required: boolean }} Parameter `default` is where the slider starts if PyTorch has
 *   no default
 * @typedef {Omit<import('../../core/facts.js').Described, 'parameters'> & {
 *   module: string, elementwise: boolean, parameters: Parameter[] }} Activation elementwise: it has a curve
 */

/** @param {import('../../core/facts.js').Described} activation */
const isDrawn = (activation) => isPyTorchs(activation) && activation.module !== undefined;

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

/** Whether the input is two halves, of which one gates the other. @param {Pick<Activation, 'kind'>} activation */
export const isGated = ({ kind }) => kind === 'glu';

/**
 * What is wrong with a shape for an activation, in its words.
 * @param {Activation} activation
 * @param {readonly number[]} shape
 * @param {number} [dim]
 * @returns {string | undefined}
 */
export function shapeProblem({ kind, module }, shape, dim = -1) {
  const rank = shape.length;
  if (kind === 'softmax2d' && rank !== 3 && rank !== 4)
    return `${module} takes tensors of 3 or 4 dimensions, not ${rank}`;
  if (kind !== 'glu') return undefined;
  if (rank === 0) return `${module} halves a dimension, and a scalar has none`;
  const size = shape.at(dim) ?? 0;
  return size % 2 === 0 ? undefined : `${module} halves dimension ${dim}, whose size ${size} is odd`;
}

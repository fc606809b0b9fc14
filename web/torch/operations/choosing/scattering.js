// How gradients go to places and come from them, each the way back of another: elements added, taken, or made zero.

import { linearly } from '../../autograd/twice.js';
import { elements, fresh, packed } from '../../storage/strided.js';

/**
 * @typedef {import('../../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../../core/numbers/size.js').Size} Size
 */

/** @param {Tensor} grad @param {ArrayLike<number>} places @param {Size} shape */
function scattered(grad, places, shape) {
  const whole = fresh(grad, shape);
  const [to, from] = [/** @type {any} */ (whole.storage.array), elements(grad)];
  for (let i = 0; i < from.length; i++) to[places[i]] += from[i];
  return whole;
}

/** @param {Tensor} grad @param {ArrayLike<number>} places @param {Size} shape */
function gathered(grad, places, shape) {
  const part = fresh(grad, shape);
  const [to, from] = [/** @type {any} */ (part.storage.array), elements(grad)];
  for (let i = 0; i < places.length; i++) to[i] = from[places[i]];
  return part;
}

/** Zeros of a shape with each element of a gradient added at its place. @param {Tensor} grad @param {ArrayLike<number>} places @param {Size} shape */
export const addedAt = (grad, places, shape) =>
  linearly(
    'PutBackward0',
    grad,
    (one) => scattered(one, places, shape),
    (one) => gathered(one, places, grad.shape),
  );

/** A tensor of a shape, which begins with the elements at places. @param {Tensor} grad @param {ArrayLike<number>} places @param {Size} shape */
export const takenAt = (grad, places, shape) =>
  linearly(
    'TakeBackward0',
    grad,
    (one) => gathered(one, places, shape),
    (one) => scattered(firstOf(one, places.length), places, grad.shape),
  );

/** The elements that were taken, of all. @param {Tensor} x @param {number} count @returns {any} */
const firstOf = (x, count) => /** @type {any} */ (x).reshape(-1).narrow(0, 0, count);

/** A copy with zeros at places. @param {Tensor} grad @param {ArrayLike<number>} places */
export function zeroedAt(grad, places) {
  const zeroed = (/** @type {Tensor} */ one) => {
    const result = fresh(one, one.shape, packed(one));
    const to = /** @type {any} */ (result.storage.array);
    for (let i = 0; i < places.length; i++) to[places[i]] = 0;
    return result;
  };
  return linearly('MaskedFillBackward0', grad, zeroed, zeroed);
}

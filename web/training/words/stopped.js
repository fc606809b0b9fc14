// Why a training stopped, in sentences: the first tensor that became inf or NaN, at which step, and how.
import { twoDigits } from './phrases.js';

/** The largest float32. */
const kLargest = '3.4e38';

/** How the operation came to it. @param {import('../run/finite.js').Cause} cause */
function how({ phase, operation, value, largest, weight, tensor }) {
  if (value === 'nan' && weight > 0)
    return `products of numbers up to ${twoDigits(largest)} and ${twoDigits(weight)} passed ${kLargest}, the largest float32, with both signs: inf - inf`;
  if (value === 'nan') return 'it took inf from inf, or divided one by the other';
  const size = `numbers up to ${twoDigits(largest)}`;
  if (phase === 'step' && /^(exp_avg_sq|square_avg)/.test(tensor))
    return `it squared gradients up to ${twoDigits(largest)}`;
  if (phase === 'step') return `it moved by gradients up to ${twoDigits(largest)} times the learning rate`;
  if (phase === 'loss' && operation.startsWith('MSE')) return `it squared errors of ${size}`;
  return weight > 0
    ? `it multiplied ${size} by numbers up to ${twoDigits(weight)} and added them`
    : `it was given ${size}`;
}

/** @param {import('../run/finite.js').Cause} cause */
export function stoppedSentence(cause) {
  const { step, tensor, operation, value } = cause;
  const word = value === 'nan' ? 'NaN' : 'inf';
  const limit = value === 'inf' ? `: more than ${kLargest}, the largest float32` : '';
  return `Stopped at step ${step}: the ${tensor} became ${word} first. In ${operation} ${how(cause)}${limit}. All before it is kept; a smaller learning rate is what helps most often.`;
}

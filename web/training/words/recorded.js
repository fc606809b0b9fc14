// How far the numbers are PyTorch's, in a sentence.
import { release } from '../recorded/losses.js';
import { counted } from './phrases.js';

/**
 * @param {import('../recorded/comparison.js').Comparison | null} comparison null where nothing is recorded
 * @returns {string}
 */
export function recordedSentence(comparison) {
  if (comparison === null) return 'PyTorch’s losses of this setting are not recorded: run its script to compare.';
  const { steps, equal } = comparison;
  if (steps === 0) return `PyTorch ${release}’s losses of this setting are recorded: no step is made yet.`;
  if (equal === steps) return `Equal to PyTorch ${release}’s losses in all ${counted(steps, 'step')} so far, to 2e-6.`;
  const until = equal === 0 ? 'at no step' : `to step ${equal - 1}`;
  return `Equal to PyTorch ${release}’s losses ${until}, to 2e-6. From there a last digit has grown: compare counts, not losses.`;
}

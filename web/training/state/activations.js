// The activations that a network here can have, and lists of them as words: `ReLU,LeakyReLU(negative_slope=0.1)`.
import { readCompared, writeCompared } from '../../figure/state/compared.js';
import { activations } from '../../figure/state/drawn.js';
import { activationNamed } from '../../figure/state/naming.js';

/**
 * @typedef {import('../../figure/state/compared.js').Compared} Chosen an activation with the values of its parameters
 */

/** Functions of one element. RReLU draws new slopes at each step, so that no step could be gone back to. */
export const trainable = activations.filter(({ elementwise, module }) => elementwise && module !== 'RReLU');

/** The facts of one of them. @param {string} name torch.nn's */
export const factsOf = (name) => {
  const facts = trainable.find(({ module }) => module === name);
  if (!facts)
    throw new RangeError(`No network here has ${name}; there are ${trainable.map((a) => a.module).join(', ')}.`);
  return facts;
};

/** One with PyTorch's defaults. @param {string} name @returns {Chosen} */
export const chosen = (name) => ({
  activation: name,
  parameters: Object.fromEntries(factsOf(name).parameters.map((p) => [p.name, p.default])),
});

/**
 * The activation of a name, or why there is none.
 * @param {string} name
 * @returns {{ module?: string, problem?: string }}
 */
export function readName(name) {
  const known = activationNamed(name);
  if (!known) return { problem: `there is no “${name.trim()}” here` };
  if (trainable.some(({ module }) => module === known.module)) return { module: known.module };
  return {
    problem: known.elementwise
      ? `${known.module} draws at random at each step, which could not be gone back to`
      : `${known.module} is no function of one element`,
  };
}

/** Commas that stand in no parentheses part the items. @param {string} text */
const itemsOf = (text) => (text.match(/[^,;(]+(?:\([^)]*\)?)?/g) ?? []).map((item) => item.trim()).filter(Boolean);

/**
 * Reads what can be read of a list.
 * @param {string} text
 * @param {number} most how many are taken
 * @returns {{ list: Chosen[], problem?: string }}
 */
export function readActivations(text, most) {
  /** @type {Chosen[]} */ const list = [];
  /** @type {string[]} */ const problems = [];
  for (const item of itemsOf(text)) {
    const name = item.replace(/\(.*$/, '');
    const { problem: unknown } = readName(name);
    const { compare, problem } = unknown ? { compare: [], problem: unknown } : readCompared(item);
    if (problem) problems.push(problem);
    if (compare.length > 0 && list.length === most) problems.push(`${item} is one more than the ${most} that fit`);
    else list.push(...compare);
  }
  return problems.length > 0 ? { list, problem: problems.join('; ') } : { list };
}

/** The same words again. @param {Chosen[]} list */
export const writeActivations = (list) => writeCompared(list);

/** One as its repr has it, without what PyTorch's default is: `LeakyReLU(negative_slope=0.1)`, `ReLU`. @param {Chosen} one */
export const nameOf = (one) => writeCompared([one]);

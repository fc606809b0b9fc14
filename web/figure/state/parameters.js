// A parameter's value as it stands in a link or an attribute: a number, the word of a choice, None.
import { parameterProblem, readNumber } from '../text/numbers.js';

/** @typedef {import('./drawn.js').Parameter} Parameter */

/**
 * @param {Pick<Parameter, 'type' | 'choices'>} parameter
 * @param {string} text
 * @returns {{ value?: import('./drawn.js').Value, problem?: string }} the value, or what is wrong with the text
 */
export function readParameter({ type, choices = [] }, text) {
  if (type === 'choice')
    return choices.includes(text) ? { value: text } : { problem: `“${text}” is none of ${choices.join(', ')}` };
  if (type === 'dim' && text.trim() === 'None') return { value: null };
  const value = readNumber(text);
  if (value === undefined || Number.isNaN(value)) return { problem: `“${text.trim()}” is not a number` };
  const problem = parameterProblem(value);
  if (problem) return { problem: `it ${problem}` };
  if (type === 'dim' && !Number.isInteger(value))
    return { problem: `a dimension is a whole number, not ${text.trim()}` };
  return { value };
}

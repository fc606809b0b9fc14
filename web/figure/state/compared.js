// The functions that stand beside the chosen one in a plot, as words: `GELU,ELU(alpha=0.5)`.
import { activations } from './drawn.js';
import { activationNamed } from './naming.js';
import { readParameter } from './parameters.js';

/**
 * @typedef {{ activation: string, parameters: import('./drawn.js').Values }} Compared
 */

/** Beside the chosen one: four curves in all can be told apart. */
export const kMostCompared = 3;

/** Commas that stand in no parentheses part the items. @param {string} text */
const itemsOf = (text) => text.match(/[^,;(]+(?:\([^)]*\)?)?/g)?.map((item) => item.trim()) ?? [];

/**
 * Reads what can be read.
 * @param {string} text
 * @returns {{ compare: Compared[], problem?: string }} and what is wrong with the rest
 */
export function readCompared(text) {
  /** @type {Compared[]} */ const compare = [];
  const problems = [];
  for (const item of itemsOf(text).filter((one) => one !== '')) {
    const { one, problem } = readItem(item);
    if (problem) problems.push(problem);
    if (one && compare.length < kMostCompared) compare.push(one);
    else if (one) problems.push(`${item} is one more than the ${kMostCompared} that a plot takes`);
  }
  return problems.length > 0 ? { compare, problem: problems.join('; ') } : { compare };
}

/** @param {string} item @returns {{ one?: Compared, problem?: string }} */
function readItem(item) {
  const [, name, inner = ''] = /** @type {RegExpExecArray} */ (/^([^(]*)(?:\(([^)]*)\)?)?$/.exec(item) ?? ['', item]);
  const known = activationNamed(name);
  if (!known) return { problem: `there is no “${name.trim()}” here` };
  if (!known.elementwise) return { problem: `${known.module} has no curve to compare` };
  const parameters = Object.fromEntries(known.parameters.map((p) => [p.name, p.default]));
  const problems = [];
  for (const given of inner.split(/[,;]/).filter((part) => part.trim() !== '')) {
    const [key, value = ''] = given.split('=').map((part) => part.trim().replace(/^'(.*)'$/, '$1'));
    const parameter = known.parameters.find((p) => p.name === key);
    const read = parameter ? readParameter(parameter, value) : { problem: `${known.module} has no such parameter` };
    if (read.problem) problems.push(`${key}: ${read.problem}`);
    else parameters[key] = read.value ?? null;
  }
  const one = { activation: known.module, parameters };
  return problems.length > 0 ? { one, problem: problems.join('; ') } : { one };
}

/** The same words again. @param {Compared[]} compare */
export function writeCompared(compare) {
  return compare
    .map(({ activation, parameters }) => {
      const known = /** @type {import('./drawn.js').Activation} */ (activations.find((a) => a.module === activation));
      const given = known.parameters.filter((p) => parameters[p.name] !== p.default);
      const words = given.map(({ name }) => `${name}=${parameters[name]}`);
      return words.length > 0 ? `${activation}(${words.join(',')})` : activation;
    })
    .join(',');
}

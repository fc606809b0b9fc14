// Every environment that the packed package is tried in, and how one is.
import { bundlers, vites } from './environments/bundlers.js';
import { jests } from './environments/jest.js';
import { nexts } from './environments/next.js';
import { nodes, servers } from './environments/node.js';
import { runtimes } from './environments/runtimes.js';
import { workers } from './environments/workers.js';
import { Untested } from './kit.js';
import { expected } from './lesson.js';

/** @typedef {import('./environments/node.js').Environment} Environment */

/** @type {Environment[]} */
export const environments = [...nodes, ...jests, ...servers, ...vites, ...bundlers, ...workers, ...nexts, ...runtimes];

/**
 * Tries one.
 * @param {Environment} environment
 * @param {import('./kit.js').Kit} kit
 * @returns {Promise<{ result: 'passed' | 'failed' | 'untested', reason: string }>}
 */
export async function tried({ run, text: wanted = expected }, kit) {
  try {
    const text = await run(kit);
    if (text === wanted) return { result: 'passed', reason: '' };
    return { result: 'failed', reason: `it printed\n${text}\ninstead of\n${wanted}` };
  } catch (error) {
    return { result: error instanceof Untested ? 'untested' : 'failed', reason: /** @type {Error} */ (error).message };
  }
}

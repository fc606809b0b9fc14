// What a generated program of Python's gives here, and whether it agrees with what CPython gave.
import { run } from '../web/python/python.js';

/** @typedef {{ printed: string, error: string | null, lines: number[] }} Outcome the last line of the error, and the lines it passed */

/** What torchlet makes of a program. @param {string} source @returns {Promise<Outcome>} */
export async function outcomeOf(source) {
  let printed = '';
  const print = (/** @type {string} */ text) => {
    printed += text;
  };
  try {
    await run(source, { print, filename: 'x.py', maxSteps: 300_000 });
    return { printed, error: null, lines: [] };
  } catch (error) {
    const { traceback = String(/** @type {any} */ (error).stack) } = /** @type {any} */ (error);
    const last = /** @type {string} */ (traceback).trimEnd().split('\n').at(-1) ?? '';
    const lines = [...traceback.matchAll(/^ {2}File "x.py", line (\d+), in/gm)].map(([, line]) => Number(line));
    // The generator's CPython was asked for the error alone, without the name it suggests.
    return { printed, error: last.replace(/\. Did you mean: '\w+'\?$/, ''), lines };
  }
}

/** Whether two outcomes are the same; 'outside' for what this Python refuses, and says so. @param {Outcome} got @param {Outcome} right @returns {boolean | 'outside'} */
export function agree(got, right) {
  if (got.error?.startsWith('NotImplementedError') && got.error !== right.error) {
    return right.printed.startsWith(got.printed) ? 'outside' : false;
  }
  if (got.error?.startsWith('MemoryError')) return 'outside';
  return got.printed === right.printed && got.error === right.error && String(got.lines) === String(right.lines);
}

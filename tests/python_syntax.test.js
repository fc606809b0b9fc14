// Which sources are programs: CPython 3.11 and we read the same ones, and say the same of the others.
import { describe, expect, it } from 'vitest';
import { run } from '../web/python/python.js';
import recorded from './reference/python/syntax.json' with { type: 'json' };

/** The SyntaxError of a source with its line, or null; what happens when it runs does not matter here. @param {string} source */
async function problem(source) {
  try {
    await run(source, { filename: 'x.py', maxSteps: 1000 });
  } catch (thrown) {
    const { name, message, traceback } = /** @type {any} */ (thrown);
    if (!/^(SyntaxError|IndentationError|TabError|NotImplementedError)$/.test(name)) return null;
    return `${name}: ${message} (line ${/File "x.py", line (\d+)/.exec(traceback)?.[1]})`;
  }
  return null;
}

describe('CPython and we read the same:', () => {
  it.each(recorded.sources)('$source', async ({ source, problem: right }) => {
    expect(await problem(source)).toBe(right);
  });
});

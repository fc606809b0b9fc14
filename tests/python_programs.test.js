// Programs of tutorials' kind print what PyTorch and CPython print, to the character.
import { describe, expect, it } from 'vitest';
import { run } from '../web/python/python.js';
import recorded from './reference/python/programs.json' with { type: 'json' };
import training from './reference/python/training.json' with { type: 'json' };

/** What a program prints here, and its error's last line. @param {string} source */
async function outcome(source) {
  let printed = '';
  let error = null;
  try {
    await run(source, {
      print: (text) => {
        printed += text;
      },
    });
  } catch (thrown) {
    error = /** @type {any} */ (thrown).traceback?.trimEnd().split('\n').at(-1) ?? String(thrown);
  }
  return { printed, error };
}

describe("a tutorial's program", () => {
  it.each([...recorded.programs, ...training.programs])('$name', async ({ source, printed, error }) => {
    expect(await outcome(source)).toEqual({ printed, error });
  });
});

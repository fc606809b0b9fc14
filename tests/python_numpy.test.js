// Programs with numpy, as NumPy on CPython ran them: what they print, what they warn of, what they raise.
import { expect, test } from 'vitest';
import { run } from '../web/python/python.js';
import numpy from './reference/numpy.json';

/** @param {string} source */
async function outcome(source) {
  let printed = '';
  /** @type {string[]} */ const warned = [];
  let error = null;
  try {
    await run(source, {
      print: (text) => {
        printed += text;
      },
      warn: (text) => void warned.push(text),
    });
  } catch (thrown) {
    const { name, message } = /** @type {Error} */ (thrown);
    error = [name, message];
  }
  return { source, printed, warned, error };
}

test('there are a hundred and fifty of them', () => expect(numpy.cases.length).toBeGreaterThanOrEqual(150));

test.each(numpy.cases.map((one, i) => ({ i, one })))('program $i gives what NumPy gives', async ({ one }) => {
  expect(await outcome(one.source)).toEqual(one);
});

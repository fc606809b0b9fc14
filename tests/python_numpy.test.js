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

// What NumPy has and this has not is refused by its name, a parameter too.
test.each([
  ['np.std(a, mean=1)', 'std(mean=…)'],
  ['np.max(a, where=a < 3, initial=-1)', 'max(where=…)'],
  ['np.random.default_rng(0).standard_normal(2, dtype=np.float32)', 'standard_normal(dtype=…)'],
  ['np.percentile(a, 30, method="lower")', 'percentile(method=…)'],
  ['a.ravel("K")', "order='K'"],
  ['a.view(np.int64)', 'view() as another dtype'],
  ['a.flags', 'ndarray.flags'],
  ['np.random.default_rng(0).laplace()', 'Generator.laplace'],
  ['np.random.RandomState(0).gamma(1)', 'RandomState.gamma'],
  ['np.random.gumbel()', 'numpy.random.gumbel'],
])('%s is refused in words', async (line, words) => {
  const { error } = await outcome(`import numpy as np\na = np.arange(6.).reshape(2, 3)\n${line}\n`);
  expect(error?.[0]).toBe('NotImplementedError');
  expect(error?.[1]).toContain(words);
});

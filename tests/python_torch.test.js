// What PyTorch was recorded to print and to refuse, as Python text in Python cells; and the article's five blocks as printed there.
import { describe, expect, it } from 'vitest';
import { run } from '../web/python/python.js';
import article from './reference/article_tensors.json' with { type: 'json' };
import errors from './reference/errors.json' with { type: 'json' };
import operations from './reference/operations.json' with { type: 'json' };
import examples from './reference/print_examples.json' with { type: 'json' };

const kDTypes = ['bool', 'uint8', 'int32', 'int64', 'float32', 'float64'];
const prelude = `import torch
from torch import nn
import torch.nn.functional as F
from math import inf, nan
torch.manual_seed(0)
x = torch.tensor([-2.,-0.5,0.,0.5,2.])
`;

/** @typedef {{ python?: string, printed?: any, error?: string, message?: string, needs?: string[] }} Case */

/** What a case gives as Python. @param {string} source */
async function outcome(source) {
  // Where the recording took its result from a name, the name is the last expression here.
  const named = /(^|[;\n]) *r *= */.test(source) ? `${source}\nr` : source;
  try {
    return await run(prelude + named);
  } catch (error) {
    const { name, message } = /** @type {Error} */ (error);
    return `${name}: ${message}`;
  }
}

/** Whether a case can be said here: of our dtypes, with one text or error. @param {Case} entry */
const isOurs = ({ python, printed, error, needs = [] }) =>
  python !== undefined &&
  !Array.isArray(printed) &&
  (printed ?? error) !== undefined &&
  needs.every((name) => kDTypes.includes(name));

describe.each(Object.entries({ errors, operations, examples }))('%s, as Python text', (_, { cases }) => {
  it('agree with PyTorch, but for names that torchlet lacks', async () => {
    /** @type {[string | undefined, unknown, unknown][]} */ const apart = [];
    for (const entry of /** @type {Case[]} */ (cases).filter(isOurs)) {
      const got = await outcome(/** @type {string} */ (entry.python));
      const right = entry.error === undefined ? entry.printed : `${entry.error}: ${entry.message}`;
      if (got !== right && !/is not part of torchlet/.test(String(got))) apart.push([entry.python, got, right]);
    }
    expect(apart).toEqual([]);
  }, 60_000);
});

describe("the article's blocks run as they stand, with no import:", () => {
  it.each(Object.entries(article))('%s', async (_, { code, input, output }) => {
    let text = '';
    const print = (/** @type {string} */ part) => {
      text += part;
    };
    await run(code, { print });
    const count = (/** @type {any} */ list) => list.flat().length;
    // All zeros print as `0.`: the blocks draw at random.
    const numbers = text.match(/-?\d+\.\d*/g) ?? [];
    expect(text).toMatch(/tensor\(\[/);
    expect(numbers.length).toBe(count(input) + count(output));
  });
});

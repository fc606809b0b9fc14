// Errors of Python programs: class, message and traceback as CPython 3.11 writes them, without carets; and a line of ours for beginners.
import { describe, expect, it } from 'vitest';
import { run } from '../web/python/python.js';
import recorded from './reference/python/errors.json' with { type: 'json' };

/** The error of a program. @param {string} source @param {object} [options] @returns {Promise<any>} */
async function errorOf(source, options = {}) {
  try {
    await run(source, options);
  } catch (error) {
    return error;
  }
  return { traceback: '' };
}

describe('a traceback is as CPython writes it:', () => {
  it.each(recorded.programs)('$name', async ({ source, printed, traceback }) => {
    let text = '';
    const error = await errorOf(source, {
      filename: 'x.py',
      print: (/** @type {string} */ part) => {
        text += part;
      },
    });
    expect([text, error.traceback]).toEqual([printed, traceback]);
  });
});

describe('a hint says what was meant:', () => {
  it.each([
    ['nn.ReLU(torch.ones(2))', /nn\.ReLU\(\)\(x\)/],
    ['m = nn.ReLU() input = torch.randn(2)', /Two statements/],
    ['import math\ntorch.ones(2)', /import torch/],
    ['value = 1\nvlaue', /value/],
    ['import torchvision', /out of reach/],
    ['import torch\ntorch.rnadn(2)', /randn/],
    ['"a" + 1', /str\(number\)/],
  ])('%s', async (source, hint) => {
    expect((await errorOf(source)).hint).toMatch(hint);
  });
});

describe('what lies outside is named, with its line and what works instead:', () => {
  it.each([
    ['x = 1\nmatch x:\n  case 1: pass', /match \(line 2\).*if and elif/],
    ['async def f(): pass', /async def \(line 1\).*def works/],
    ['x = 1 + 2j', /complex number \(line 1\)/],
    ['open("data.csv")', /open\(\) finds no files/],
    ['input("name? ")', /input\(\) has nobody to ask/],
    ['class A(type): pass', /class A\(type\)/],
    ["x = b'bytes'", /bytes \(line 1\)/],
  ])('%s', async (source, message) => {
    const error = await errorOf(source);
    expect(error.name).toBe('NotImplementedError');
    expect(error.message).toMatch(message);
  });
});

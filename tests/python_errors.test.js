// Errors of Python programs: class, message and traceback as CPython 3.11 writes them, without carets; and a line of ours for beginners.
import { describe, expect, it } from 'vitest';
import { run } from '../web/python/python.js';
import basics from './reference/python/basics.json' with { type: 'json' };
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

/** What a program prints, and its traceback. @param {string} source */
async function outcomeOf(source) {
  let text = '';
  const error = await errorOf(source, {
    filename: 'x.py',
    print: (/** @type {string} */ part) => {
      text += part;
    },
  });
  return [text, error.traceback];
}

describe('a traceback is as CPython writes it:', () => {
  it.each(recorded.programs)('$name', async ({ source, printed, traceback }) => {
    expect(await outcomeOf(source)).toEqual([printed, traceback]);
  });
});

describe("a beginners' program prints what CPython prints:", () => {
  it.each(basics.programs)('$name', async ({ source, printed, traceback }) => {
    expect(await outcomeOf(source)).toEqual([printed, traceback]);
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
    ['x = torch.ones(2)\ny = nn.ReLU(x)\nprint(y(x))', /nn\.ReLU\(\)\(x\)/],
    ['y = nn.ReLU()\nprint(y + 1)', /nn\.ReLU\(\)\(x\)/],
    ['nn.Tanh().mean()', /nn\.Tanh\(\)\(x\)/],
    ['nn.MSELoss(torch.ones(2), torch.ones(2)).item()', /nn\.MSELoss\(\)\(input, target\)/],
    ['F.rleu(torch.ones(2))', /`relu`/],
    ['torch.ones(2, 3) @ torch.ones(2, 3)', /first size of the second, 2/],
    ['nn.Linear(4, 2)(torch.ones(3, 5))', /in_features/],
    ['import matplotlib.pyplot as plt\nplt.plot([1], colour="r")', /`color=`/],
    ['torch.ones(2, require_grad=True)', /`requires_grad=`/],
    ['class A:\n  def f(): pass\nA().f()', /self/],
    ['class A:\n  def f(self): return x\n  def g(self): self.x = 1\nA().f()', /self\.x/],
    ['def f(): total = 3\nf()\nprint(total)', /only inside its function/],
    ['x = null', /Python writes None/],
    ['x = 1 y = 2', /Two statements/],
    ['print(“a”)', /straight/],
    ['1st = 2', /does not begin with a digit/],
    ['x++', /x \+= 1/],
    ['x = [2, 1].sort()\nx[0]', /sort\(\).*give None/],
    ['[1].push(2)', /\.append\(x\)/],
    ['int("3.5")', /int\(float\(text\)\)/],
    ['n = 0\ndef f(): n += 1\nf()', /global n/],
    ['if torch.ones(2) > 0: pass', /\.any\(\) or \.all\(\)/],
    ['with open("data.csv") as f: pass', /open\(\) finds no files here/],
    ['d = {"a": 1}\nprint(f"{d["a"]}")', /other quotes than around/],
  ])('%s', async (source, hint) => {
    expect((await errorOf(source)).hint).toMatch(hint);
  });
});

describe('no hint is better than a wrong one:', () => {
  it.each(['def f(x): return g(x)\nf(1)', 'print(y)\ny = 3'])('%s', async (source) => {
    expect((await errorOf(source)).hint).toMatch(/^Nothing is called \w yet/);
  });
  it.each([
    'x = [i for i in range(3) if]',
    '1 / 0',
    'nn.Linear(1, 1).activation',
    'a, b = 1, 2, 3',
    'f = lambda x: x\nf(1, 2)',
    'raise ValueError("x")',
  ])('%s', async (source) => {
    expect((await errorOf(source)).hint).toBe(null);
  });
});

describe('what lies outside is named, with its line and what works instead:', () => {
  it.each([
    ['x = 1\nmatch x:\n  case 1: pass', /match \(line 2\).*if and elif/],
    ['async def f(): pass', /async def \(line 1\).*def works/],
    ['x = 1 + 2j', /complex number \(line 1\)/],
    ['open("log.txt", "w")', /open\(\) writes no files/],
    ['input("name? ")', /input\(\) has nobody to ask/],
    ['class A(type): pass', /class A\(type\)/],
    ["x = b'bytes'", /bytes \(line 1\)/],
  ])('%s', async (source, message) => {
    const error = await errorOf(source);
    expect(error.name).toBe('NotImplementedError');
    expect(error.message).toMatch(message);
  });
});

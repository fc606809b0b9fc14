// run(): its result, sessions, bounds, and that the page stays alive.
import { expect, test } from 'vitest';
import torch from '../web/index.js';
import { createSession, run } from '../web/python/python.js';

/** What a program prints. @param {string} source @param {object} [options] */
async function printed(source, options = {}) {
  let text = '';
  await run(source, {
    ...options,
    print: (/** @type {string} */ part) => {
      text += part;
    },
  });
  return text;
}
/** @param {Promise<any>} promise @returns {Promise<any>} */
const failure = (promise) =>
  promise.then(
    () => null,
    (error) => error,
  );

test('the result is the repr of the last expression, or null', async () => {
  expect(await run('1 + 1')).toBe('2');
  expect(await run('"a"')).toBe("'a'");
  expect(await run('x = 1')).toBe(null);
  expect(await run('None')).toBe(null);
  expect(await run('')).toBe(null);
  expect(await run('torch.tensor([1, 2])')).toBe('tensor([1, 2])');
});

test('print receives the text as written', async () => {
  const parts = /** @type {string[]} */ ([]);
  await run('print("a", 1, sep="-", end="!\\n")\nprint()', { print: (text) => parts.push(text) });
  expect(parts).toEqual(['a-1!\n', '\n']);
});

test('a session keeps names from run to run; without one each run is a fresh process', async () => {
  const session = createSession();
  await run('x = 5', { session });
  expect(await run('x + 1', { session })).toBe('6');
  expect((await failure(run('x'))).name).toBe('NameError');
});

test('generator, print options, default dtype and grad mode are the session’s own', async () => {
  torch.manual_seed(1);
  const before = String(torch.rand(2));
  torch.manual_seed(1);
  const source =
    'torch.manual_seed(0)\ntorch.set_printoptions(precision=2)\ntorch.set_grad_enabled(False)\ntorch.set_default_dtype(torch.float64)';
  const session = createSession();
  await run(source, { session });
  expect(await run('torch.rand(1), torch.is_grad_enabled(), torch.tensor(1.5).dtype', { session })).toMatch(
    /False, torch.float64/,
  );
  expect(await run('torch.tensor(0.12345), torch.is_grad_enabled()')).toBe('(tensor(0.1235), True)');
  expect(String(torch.rand(2))).toBe(before);
  expect(String(torch.tensor(0.12345))).toBe('tensor(0.1235)');
});

test('a program without an import finds torch, nn, F, inf and nan; one with an import finds what it imports', async () => {
  expect(await run('nn.ReLU()(torch.tensor([-inf, 1.])), F.relu(torch.tensor(nan))')).toBe(
    '(tensor([0., 1.]), tensor(nan))',
  );
  expect((await failure(run('import math\nnn.ReLU()'))).message).toBe("name 'nn' is not defined");
});

test('the page has its turn while a program runs: a timer ends what has no end, from within functions too', async () => {
  for (const source of ['def f():\n    n = 0\n    while True:\n        n += 1\nf()', 'while True:\n    pass']) {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 60);
    expect((await failure(run(source, { signal: stop.signal }))).name).toBe('KeyboardInterrupt');
  }
});

test('steps, output and memory are bounded, with a word', async () => {
  expect(await failure(run('while True: pass', { maxSteps: 1000 }))).toMatchObject({
    name: 'RuntimeError',
    message: expect.stringMatching(/1,000 steps/),
  });
  expect((await failure(run('while True: print("x" * 1000)'))).message).toMatch(/printed more than/);
  expect((await failure(run('x = [0] * 10**9'))).name).toBe('MemoryError');
  expect((await failure(run('x = 2 ** 10**9'))).name).toBe('MemoryError');
  const grown = 'x = [0] * 19_990_000\nwhile True: x.append(0)';
  expect((await failure(run(grown))).message).toBe('more than 20 million elements at once');
  expect((await failure(run('def f(n): return f(n + 1)\nf(0)'))).name).toBe('RecursionError');
});

test('warnings go to warn, never into the printed text', async () => {
  let warned = '';
  const text = await printed('import torch\nx = torch.tensor([1.])\ny = torch.tensor(x)\nprint(y)', {
    warn: (/** @type {string} */ part) => {
      warned += part;
    },
  });
  expect(text).toBe('tensor([1.])\n');
  expect(warned).toMatch(/UserWarning: To copy construct/);
});

test('a magic does nothing, and __name__ is __main__', async () => {
  expect(await printed('%matplotlib inline\nif __name__ == "__main__":\n    print("run")')).toBe('run\n');
});

test('two runs of one session come one after the other', async () => {
  const session = createSession();
  const first = run('import time\ntime.sleep(0.05)\nx = 1', { session });
  expect(await run('x', { session })).toBe('1');
  await first;
});

test('calls nest nearly as deep as in CPython, in callbacks too', async () => {
  const source = 'def deep(n): return 0 if n == 0 else 1 + deep(n - 1)\ndeep(900), list(map(deep, [900]))';
  expect(await run(source)).toBe('(900, [900])');
});

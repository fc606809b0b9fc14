// Modules and types of JavaScript's in Python programs, as web/python/host/protocol.js describes them.
import { expect, test } from 'vitest';
import {
  bound,
  call,
  currentSession,
  fn,
  hostModule,
  hostType,
  iteratorOf,
  kNotImplemented,
  raised,
  Slice,
  Tuple,
} from '../web/python/host/protocol.js';
import { places } from '../web/python/host/table.js';
import { createSession, run } from '../web/python/python.js';

class Vector {
  /** @param {number[]} items */
  constructor(items) {
    this.items = items;
  }
}
const combine =
  (/** @type {(a: number, b: number) => number} */ f) => (/** @type {Vector} */ self, /** @type {any} */ other) => {
    if (other instanceof Vector) return new Vector(self.items.map((x, i) => f(x, other.items[i])));
    return typeof other === 'number' || typeof other === 'bigint'
      ? new Vector(self.items.map((x) => f(x, Number(other))))
      : kNotImplemented;
  };
const vectorType = hostType(Vector, {
  name: 'vector',
  module: 'vectors',
  make: ([items]) => new Vector(items.map(Number)),
  operations: {
    __add__: combine((a, b) => a + b),
    __radd__: combine((a, b) => a + b),
    __iadd__: (self, other) => {
      self.items = combine((a, b) => a + b)(self, other).items;
      return self;
    },
    __eq__: (self, other) => (other instanceof Vector ? self.items.join() === other.items.join() : kNotImplemented),
    __getitem__: (self, key) =>
      key instanceof Slice ? new Vector(self.items.slice(Number(key.start ?? 0))) : self.items[Number(key)],
    __len__: (self) => BigInt(self.items.length),
    __iter__: (self) => iteratorOf(self.items),
    __repr__: (self) => `vector(${self.items.join(' ')})`,
    __hash__: null,
  },
  methods: {
    map: (self, [callee]) => new Vector(self.items.map((/** @type {number} */ x) => call(callee, [x]))),
  },
  properties: { size: (self) => BigInt(self.items.length), shape: (self) => new Tuple([BigInt(self.items.length)]) },
});
const vectors = () => {
  const inner = hostModule('vectors.inner', { pi: 3.5 });
  return hostModule('vectors', {
    vector: vectorType,
    inner,
    fill: fn('fill', (args, keywords) => {
      const [count, value = 0] = bound('fill', ['count', '*', 'value?'], args, keywords);
      if (count < 0n) throw raised('ValueError', 'count is negative');
      return new Vector(new Array(Number(count)).fill(Number(value)));
    }),
    count: fn('count', () => currentSession().state('vectors', () => ({ calls: 0n })).calls++),
  });
};
places.vectors = async () => ({ vectors });

test.each([
  ['v + v, v + 1, 1 + v, sum([v, v])', '(vector(2 4 6), vector(2 3 4), vector(2 3 4), vector(2 4 6))'],
  ['v[0], v[1:], len(v), list(v), v.size, v.shape', '(1.0, vector(2 3), 3, [1.0, 2.0, 3.0], 3, (3,))'],
  ['v.map(lambda x: x * 2)', 'vector(2 4 6)'],
  [
    'v == vectors.vector([1, 2, 3]), v != v, v == 1, type(v), isinstance(v, vectors.vector)',
    "(True, False, False, <class 'vectors.vector'>, True)",
  ],
  ['vectors.fill(2, value=7), vectors.inner.pi', '(vector(7 7), 3.5)'],
  ['w = v\nw += 1\nv', 'vector(2 3 4)'],
])('%s', async (source, result) => {
  expect(await run(`import vectors\nimport vectors.inner\nv = vectors.vector([1, 2, 3])\n${source}`)).toBe(result);
});

test.each([
  ['v + "a"', "unsupported operand type(s) for +: 'vector' and 'str'"],
  ['vectors.fill(-1)', 'count is negative'],
  ['vectors.fill()', "fill() missing required argument 'count' (pos 1)"],
  ['{v: 1}', "unhashable type: 'vector'"],
  ['v.nothing', "'vector' object has no attribute 'nothing'"],
])('%s is refused', async (source, message) => {
  await expect(run(`import vectors\nv = vectors.vector([1, 2, 3])\n${source}`)).rejects.toThrow(message);
});

test('what a module keeps, it keeps for its session', async () => {
  const session = createSession();
  await run('import vectors\nvectors.count()', { session });
  expect(await run('vectors.count()', { session })).toBe('1');
  expect(await run('import vectors\nvectors.count()')).toBe('0');
});

test('a part of torch is loaded for a later program of a session too, which does not import torch itself', async () => {
  const session = createSession();
  await run('import torch.nn as nn', { session });
  let text = '';
  const print = (/** @type {string} */ more) => {
    text += more;
  };
  await run('import math\nprint(nn.GRU(1, 2), nn.MaxPool2d(2).stride)', { session, print });
  expect(text).toBe('GRU(1, 2) 2\n');
});

test('arguments that a script does not take end it, with its usage where errors go', async () => {
  const source = `import argparse
p = argparse.ArgumentParser(prog="train")
p.add_argument("name")
p.add_argument("--act", choices=["relu", "tanh"])
p.add_argument("--sizes", nargs="+", type=int)
for words in ([], ["net", "--act", "gelu"], ["net", "--sizes", "a"], ["net", "x"], ["net", "--act"]):
    try: print(p.parse_args(words))
    except SystemExit as e: print("exit", e.code)`;
  /** @type {string[]} */ const warned = [];
  let text = '';
  await run(source, {
    print: (/** @type {string} */ more) => {
      text += more;
    },
    warn: (/** @type {string} */ line) => warned.push(line),
  });
  expect(text).toBe('exit 2\n'.repeat(5));
  expect(warned[0]).toBe('usage: train [-h] [--act {relu,tanh}] [--sizes SIZES [SIZES ...]] name');
  expect(warned.filter((_, i) => i % 2 === 1)).toEqual([
    'train: error: the following arguments are required: name',
    "train: error: argument --act: invalid choice: 'gelu' (choose from 'relu', 'tanh')",
    "train: error: argument --sizes: invalid int value: 'a'",
    'train: error: unrecognized arguments: x',
    'train: error: argument --act: expected one argument',
  ]);
});

// Matrix products against PyTorch: the bits of values and gradients, graphs, errors; and against a plain loop in float32.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { product } from '../web/core/kernels.js';
import torch, { F } from '../web/index.js';
import { bitsOf, fnv1a } from './arrays.js';
import data from './reference/products.json';

/** @param {string} name @returns {(...args: any[]) => any} */
const functionOf = (name) => (name === 'linear' ? F.linear : /** @type {any} */ (torch)[name]);

/**
 * The same numbers, lying otherwise in memory, as in tests/reference/make_products.py.
 * @param {any} x
 * @param {string} layout
 * @param {boolean} isPinned
 */
function laidOut(x, layout, isPinned) {
  const own = (/** @type {any} */ tensor) => (isPinned ? tensor.pin_memory() : tensor);
  // What has a dimension of 1 lies no otherwise when it is turned, and so keeps its strides.
  if (layout === 'turned' && x.dim() > 1 && !x.shape.slice(-2).includes(1))
    return own(x.transpose(-1, -2).contiguous()).transpose(-1, -2);
  if (layout !== 'strided') return own(x);
  const slot = torch.zeros([...x.shape, 2], { pin_memory: isPinned }).select(-1, 0);
  slot.copy_(x);
  return slot;
}

describe.each(['plain', 'turned', 'strided'])('operands that lie %s', (layout) => {
  const cases = data.values.filter((entry) => entry.layout === layout);

  test.each([false, true])('values and gradients have the bits of PyTorch, pinned: %s', (isPinned) => {
    for (const { name, shapes, seed, y: hash, grads, beta, alpha } of cases) {
      const title = `${name} of ${JSON.stringify(shapes)}, alpha ${alpha}`;
      torch.manual_seed(seed);
      const operands = shapes.map((shape) => laidOut(torch.randn(shape), layout, isPinned).detach().requires_grad_());
      const y = functionOf(name)(...operands, ...(alpha === undefined ? [] : [{ beta, alpha }]));
      y.backward(torch.randn([...y.shape]));
      expect(fnv1a(y.detach().data), title).toBe(hash);
      const factors = name === 'addmm' ? operands.slice(1) : operands;
      grads.forEach((hash, i) => {
        expect(fnv1a(factors[i].grad.data), `gradient ${i} of ${title}`).toBe(hash);
      });
    }
  });
});

/** A graph as the reference data has it. @param {any} node @returns {string} */
function graphOf(node) {
  if (node === null) return 'None';
  const following = node.next_functions.map((/** @type {any[]} */ [one]) => graphOf(one)).join(', ');
  return node.name().split('::').pop() + (following === '' ? '' : `(${following})`);
}

test.each(data.graphs)('$name of $shapes records the graph of PyTorch', ({ name, shapes, graph, y }) => {
  const result = functionOf(name)(...shapes.map((shape) => torch.ones(shape).requires_grad_()));
  expect(graphOf(result.grad_fn)).toBe(graph);
  expect(result.tolist()).toEqual(y);
});

test('shapes and dtypes that do not fit are refused as in PyTorch, the others give its values', () => {
  for (const entry of data.outcomes) {
    const { name, operands, error, message, dtype, y } = entry;
    const tensors = operands.map(([sizes, kind]) => {
      const shape = /** @type {number[]} */ (sizes);
      const count = torch.ones(shape).numel();
      const x = 'counts' in entry ? torch.arange(count).add(60).reshape(shape) : torch.ones(shape);
      return x.to(/** @type {any} */ (torch)[String(kind)]);
    });
    const title = `${name} of ${JSON.stringify(operands)}`;
    let result = null;
    let thrown = { name: '', message: '' };
    try {
      result = functionOf(name)(...tensors);
    } catch (caught) {
      thrown = /** @type {Error} */ (caught);
    }
    if (error) expect(`${thrown.name}: ${thrown.message}`, title).toBe(`${error}: ${message}`);
    else {
      expect(thrown.message, title).toBe('');
      expect(String(result.dtype), title).toBe(dtype);
      expect(result.tolist(), title).toEqual(y);
    }
  }
});

/**
 * @param {Float32Array} a
 * @param {Float32Array} b
 * @param {number[]} sizes
 */
function plain(a, b, [rows, depth, columns]) {
  const c = new Float32Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      let sum = 0;
      for (let k = 0; k < depth; k++) sum = Math.fround(sum + Math.fround(a[i * depth + k] * b[k * columns + j]));
      c[i * columns + j] = sum;
    }
  }
  return c;
}

const side = fc.integer({ min: 0, max: 40 });

test('a product has the bits of a plain loop in float32', () => {
  fc.assert(
    fc.property(side, side, side, fc.integer(), (rows, depth, columns, seed) => {
      torch.manual_seed(seed);
      const a = torch.randn(rows, depth).mul(1e3);
      const b = torch.randn(depth, columns);
      const expected = bitsOf(plain(a.data, b.data, [rows, depth, columns]));
      expect(bitsOf(torch.mm(a, b).data)).toEqual(expected);
      expect(bitsOf(torch.mm(a.pin_memory(), b).data)).toEqual(expected);
      const out = torch.zeros(rows, columns, { pin_memory: true });
      expect(bitsOf(torch.mm(a, b.t().contiguous().t(), { out }).data)).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

test('infinities and NaN go where a plain loop takes them', () => {
  const a = Float32Array.from([Infinity, 0, -0, NaN, 1, -1, 3e38, 1e-45]);
  const b = Float32Array.from([0, 1, -Infinity, 2, 1, 1, 3e38, 1e-45]);
  const sizes = { rows: 2, depth: 4, columns: 2, count: 1 };
  const factors = { a, aTransposed: false, b, bTransposed: false, bias: null };
  expect(product(factors, null, sizes)).toEqual(plain(a, b, [2, 4, 2]));
});

test('a transposed operand is not the same as another shape', () => {
  const a = torch.arange(6).reshape(2, 3);
  expect(torch.mm(a.t(), a).tolist()).toEqual([
    [9, 12, 15],
    [12, 17, 22],
    [15, 22, 29],
  ]);
});

test('`out` may be an operand, of another layout, and refuses what PyTorch refuses', () => {
  const x = torch.tensor([
    [1, 2],
    [3, 4],
  ]);
  const y = x.clone();
  torch.mm(y, y, { out: y });
  expect(y.tolist()).toEqual(torch.mm(x, x).tolist());
  const turned = torch.zeros(2, 2).t();
  expect(torch.matmul(x, x, { out: turned })).toBe(turned);
  expect(turned.tolist()).toEqual(y.tolist());
  expect(() => torch.mm(x, x, { out: torch.zeros(2, 2, { dtype: torch.float64 }) })).toThrow(
    'Expected out tensor to have dtype float, but got double instead',
  );
  expect(() => torch.mm(x.clone().requires_grad_(), x, { out: turned })).toThrow(
    "mm(): functions with out=... arguments don't support automatic differentiation, but one of the arguments requires grad.",
  );
});

test('addmm scales by alpha and beta, and ignores its input where beta is 0', () => {
  const x = torch.ones(2, 2);
  expect(torch.addmm(x, x, x, { beta: 0.5, alpha: 2 }).tolist()).toEqual([
    [4.5, 4.5],
    [4.5, 4.5],
  ]);
  expect(torch.addmm(x.mul(Number.NaN), x, x, { beta: 0 }).tolist()).toEqual([
    [2, 2],
    [2, 2],
  ]);
  const whole = x.long();
  expect(whole.addmm(whole, whole, { beta: 2, alpha: 3 }).tolist()).toEqual([
    [8, 8],
    [8, 8],
  ]);
});

test('an operand that was changed in place makes backward fail', () => {
  const a = torch.ones(2, 2).requires_grad_();
  const b = torch.ones(2, 2).requires_grad_();
  const y = torch.mm(a, b).sum();
  torch.no_grad(() => b.add_(1));
  expect(() => y.backward()).toThrow('is at version 1; expected version 0 instead');
});

/** @type {[name: string, f: (...args: any[]) => any, shapes: number[][]][]} */
const differentiable = [
  [
    'mm',
    torch.mm,
    [
      [3, 4],
      [4, 2],
    ],
  ],
  ['mv', torch.mv, [[3, 4], [4]]],
  ['dot', torch.dot, [[4], [4]]],
  [
    'bmm',
    torch.bmm,
    [
      [2, 3, 4],
      [2, 4, 2],
    ],
  ],
  ['outer', torch.outer, [[3], [2]]],
  ['addmm', (...args) => functionOf('addmm')(...args, { beta: 2, alpha: 3 }), [[2], [3, 4], [4, 2]]],
  ['matmul of a vector and a matrix', torch.matmul, [[4], [4, 2]]],
  ['matmul of a vector and a batch', torch.matmul, [[4], [2, 4, 3]]],
  [
    'matmul of a matrix and a batch',
    torch.matmul,
    [
      [3, 4],
      [2, 4, 2],
    ],
  ],
  ['matmul of a batch and a vector', torch.matmul, [[2, 3, 4], [4]]],
  [
    'matmul of broadcast batches',
    torch.matmul,
    [
      [2, 1, 3, 4],
      [3, 4, 2],
    ],
  ],
  [
    'matmul of one and two matrices',
    torch.matmul,
    [
      [1, 3, 4],
      [2, 4, 2],
    ],
  ],
  ['linear', F.linear, [[2, 5, 3], [4, 3], [4]]],
  ['linear of a vector', F.linear, [[3], [4, 3], [4]]],
  [
    'linear with a bias of two dimensions',
    F.linear,
    [
      [2, 5, 3],
      [4, 3],
      [5, 4],
    ],
  ],
];

test.each(differentiable)('the gradients of %s are its differences in float64', (_, f, shapes) => {
  torch.manual_seed(15);
  const double = (/** @type {number[]} */ shape) => torch.randn(shape).to(torch.float64);
  const operands = shapes.map((shape) => double(shape).requires_grad_());
  const y = f(...operands);
  const upstream = double([...y.shape]);
  y.backward(upstream);
  const h = 1e-5;
  const loss = () =>
    torch.no_grad(() =>
      f(...operands)
        .mul(upstream)
        .sum()
        .item(),
    );
  for (const operand of operands) {
    const { data } = operand.detach();
    for (let i = 0; i < data.length; i++) {
      const [own, slope] = [data[i], operand.grad.data[i]];
      const at = (/** @type {number} */ x) => {
        data[i] = x;
        return loss();
      };
      expect(Math.abs((at(own + h) - at(own - h)) / (2 * h) - slope)).toBeLessThan(1e-6);
      data[i] = own;
    }
  }
});

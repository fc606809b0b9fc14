// Gradients in float64 against quotients of differences: every operation that has one, its broadcasting and its dimensions.
import { describe, expect, test } from 'vitest';
import { activations } from '../web/build/table.js';
import torch, { F } from '../web/index.js';
import { kDifferences } from './tolerances.js';

const float64 = { dtype: torch.float64 };
const kStep = 1e-5;

/** Numbers away from zero, from one another and from whole numbers, where functions have kinks. @param {number[]} shape @param {number} seed */
function awayFromKinks(shape, seed) {
  const count = shape.reduce((a, b) => a * b, 1);
  const places = Array.from({ length: count }, (_, i) => (i * 7 + seed * 3) % count);
  const values = places.map((place, i) => (0.45 + (1.7 * place) / count) * (i % 2 ? 1 : -1) + 0.003 * seed);
  return torch.tensor(values, float64).reshape(shape);
}

/** @param {number[]} shape @param {number} [seed] */
const x = (shape, seed = 1) => awayFromKinks(shape, seed);
/** @param {number[]} shape @param {number} [seed] */
const positive = (shape, seed = 1) => x(shape, seed).abs().add(0.2);

/**
 * The largest difference of a gradient from quotients of differences, over all inputs; the results' elements are weighed unevenly.
 * @param {(...inputs: any[]) => any} f
 * @param {any[]} inputs
 */
function gradientError(f, inputs) {
  const value = (/** @type {any[]} */ tensors) => {
    const results = [f(...tensors)].flat();
    const sums = results.map((/** @type {any} */ y) => y.mul(positive([...y.shape], 2)).sum());
    return sums.reduce((/** @type {any} */ a, /** @type {any} */ b) => a.add(b));
  };
  const leaves = inputs.map((one) => one.clone().requires_grad_());
  value(leaves).backward();
  let largest = 0;
  inputs.forEach((input, k) => {
    const own = leaves[k].grad.contiguous().data;
    own.forEach((/** @type {number} */ slope, /** @type {number} */ i) => {
      const [up, down] = [kStep, -kStep].map((step) => {
        const moved = inputs.map((one) => one.clone());
        moved[k].data[i] += step;
        return value(moved).item();
      });
      largest = Math.max(largest, Math.abs((up - down) / (2 * kStep) - slope));
    });
    expect(own).toHaveLength(input.numel());
  });
  return largest;
}

const shape = [2, 3];
const places = torch.tensor([
  [0n, 1n, 0n],
  [1n, 0n, 1n],
]);

/** Of two operands: of one shape, with broadcasting either way, a row by a column. */
const pairs = [
  [shape, shape],
  [shape, [3]],
  [[1], shape],
  [
    [2, 1],
    [1, 3],
  ],
  [[], shape],
];
/** @type {Record<string, (a: any, b: any) => any>} */
const binary = {
  add: (a, b) => torch.add(a, b, { alpha: 0.7 }),
  sub: (a, b) => torch.sub(a, b, { alpha: 1.3 }),
  rsub: (a, b) => torch.rsub(a, b),
  mul: torch.mul,
  div: torch.div,
  pow: (a, b) => torch.pow(a.abs(), b),
  'clamp by tensors': (a, b) => torch.clamp(a, b.sub(1), b.add(1)),
  where: (a, b) => torch.where(torch.tensor([true, false, true]), a, b),
  remainder: (a, b) => torch.remainder(a, b.detach()),
  fmod: (a, b) => torch.fmod(a, b.detach()),
};

/** @type {Record<string, (x: any) => any>} */
const unary = {
  neg: torch.neg,
  reciprocal: torch.reciprocal,
  abs: torch.abs,
  sqrt: (x) => torch.sqrt(x.abs()),
  rsqrt: (x) => torch.rsqrt(x.abs()),
  log: (x) => torch.log(x.abs()),
  log2: (x) => torch.log2(x.abs()),
  log10: (x) => torch.log10(x.abs()),
  log1p: (x) => torch.log1p(x.abs()),
  exp: torch.exp,
  sin: torch.sin,
  cos: torch.cos,
  erf: torch.erf,
  square: torch.square,
  sign: torch.sign,
  floor: torch.floor,
  ceil: torch.ceil,
  round: torch.round,
  trunc: torch.trunc,
  pow: (x) => torch.pow(x, 3),
  'pow of a number': (x) => torch.pow(2, x),
  clamp: (x) => torch.clamp(x, -0.8, 0.9),
  cumsum: (x) => torch.cumsum(x, 1),
  logsumexp: (x) => torch.logsumexp(x, 1),
  'logsumexp of all': (x) => torch.logsumexp(x, [0, 1], { keepdim: true }),
  norm: (x) => torch.norm(x),
  'norm by rows': (x) => torch.norm(x, 2, 1),
  std: (x) => torch.std(x),
  'std by columns': (x) => torch.std(x, 0, { correction: 0 }),
  var: (x) => torch.var(x, 1, { keepdim: true }),
  sum: (x) => torch.sum(x),
  'sum by columns': (x) => torch.sum(x, 0),
  'sum by rows': (x) => torch.sum(x, [1], { keepdim: true }),
  mean: (x) => torch.mean(x),
  'mean by columns': (x) => torch.mean(x, 0),
  prod: (x) => torch.prod(x),
  'prod by rows': (x) => torch.prod(x, 1),
  max: (x) => torch.max(x),
  'max by rows': (x) => torch.max(x, 1).values,
  min: (x) => torch.min(x),
  'min by columns': (x) => torch.min(x, 0, { keepdim: true }).values,
  median: (x) => torch.median(x),
  'median by rows': (x) => torch.median(x, 1).values,
  sort: (x) => torch.sort(x, 1).values,
  topk: (x) => torch.topk(x, 2, 1).values,
  view: (x) => x.view(3, 2),
  'reshape of a transpose': (x) => x.t().reshape(6),
  transpose: (x) => x.transpose(0, 1).mul(x.t()),
  permute: (x) => x.reshape(1, 2, 3).permute(2, 0, 1),
  expand: (x) => x.unsqueeze(1).expand(2, 4, 3),
  squeeze: (x) => x.unsqueeze(0).squeeze(0),
  'squeeze of all': (x) => x.reshape(2, 1, 3).squeeze(),
  select: (x) => x.select(1, 2),
  slice: (x) => x.narrow(1, 1, 2),
  'slice in steps': (x) => x['..., ::2'],
  flip: (x) => torch.flip(x, [1]),
  roll: (x) => torch.roll(x, 1, 1),
  repeat: (x) => x.repeat(2, 2),
  diagonal: (x) => torch.diag(x),
  'diag of a vector': (x) => torch.diag(x.reshape(6)),
  tril: (x) => torch.tril(x),
  triu: (x) => torch.triu(x, 1),
  chunk: (x) => torch.chunk(x, 2, 1),
  split: (x) => torch.split(x, [1, 2], 1),
  unbind: (x) => torch.unbind(x, 1),
  cat: (x) => torch.cat([x, x.mul(2)], 1),
  stack: (x) => torch.stack([x, x.exp()], 1),
  gather: (x) => torch.gather(x, 1, places),
  index_select: (x) => torch.index_select(x, 1, torch.tensor([2n, 0n, 2n])),
  'index by places': (x) => x.index(torch.tensor([1n, 0n, 1n])),
  'index by truths': (x) => x.index(x.gt(0)),
  masked_select: (x) => torch.masked_select(x, x.gt(0)),
  masked_fill: (x) => x.masked_fill(x.gt(0), 2),
  clone: (x) => x.clone(),
  'changed in place': (x) => x.mul(1).mul_(3).add_(x).div_(2),
  'a view changed in place': (x) => {
    const y = x.mul(1);
    y.select(0, 0).mul_(x.select(0, 1));
    return y;
  },
  fill_: (x) => {
    const y = x.mul(2);
    y.select(1, 0).fill_(1);
    return y;
  },
  index_put_: (x) => x.mul(1).index_put_([torch.tensor([0n])], x.select(0, 1)),
  linear: (x) => F.linear(x, x.add(1), x.select(1, 0)),
  layer_norm: (x) => F.layer_norm(x, [3]),
  batch_norm: (x) => F.batch_norm(x, null, null, null, null, true),
  float: (x) => x.to(torch.float64).mul(2),
};

/** @type {Record<string, [f: (...inputs: any[]) => any, shapes: number[][]]>} */
const products = {
  mm: [
    torch.mm,
    [
      [2, 3],
      [3, 4],
    ],
  ],
  'mm of transposes': [
    (a, b) => torch.mm(a.t(), b.t()),
    [
      [3, 2],
      [4, 3],
    ],
  ],
  mv: [torch.mv, [[2, 3], [3]]],
  dot: [torch.dot, [[3], [3]]],
  bmm: [
    torch.bmm,
    [
      [2, 2, 3],
      [2, 3, 2],
    ],
  ],
  'matmul of batches': [
    torch.matmul,
    [
      [2, 1, 2, 3],
      [2, 3, 1],
    ],
  ],
  'matmul of a vector': [torch.matmul, [[3], [3, 2]]],
  addmm: [(c, a, b) => torch.addmm(c, a, b, { beta: 0.5, alpha: 1.5 }), [[4], [2, 3], [3, 4]]],
  linear: [F.linear, [[2, 2, 3], [4, 3], [4]]],
};

describe('gradients in float64 are those of differences', () => {
  test.each(Object.entries(binary))('%s, broadcast or not', (_, f) => {
    for (const [left, right] of pairs) {
      const inputs = [x(left), positive(right, 2)];
      const own = f === binary.remainder || f === binary.fmod ? inputs.slice(0, 1) : inputs;
      const of = own.length === 1 ? (/** @type {any} */ a) => f(a, inputs[1]) : f;
      expect(gradientError(of, own), `${left} and ${right}`).toBeLessThan(kDifferences);
    }
  });

  test.each(Object.entries(unary))('%s', (_, f) => {
    expect(gradientError(f, [x(shape)])).toBeLessThan(kDifferences);
  });

  test.each(Object.entries(products))('%s', (_, [f, shapes]) => {
    const inputs = shapes.map((one, i) => x(one, i + 1));
    expect(gradientError(f, inputs)).toBeLessThan(kDifferences);
  });

  const named = activations.filter(({ functional }) => functional);
  test.each(named.map((one) => ({ ...one, name: one.functional })))('$name', ({ name, kind, parameters }) => {
    const f = /** @type {any} */ (name in F ? F : torch)[/** @type {string} */ (name)];
    const asked = parameters.filter((/** @type {any} */ p) => p.default === undefined).map(() => 0.05);
    const dims = kind === 'elementwise' || kind === 'prelu' ? [] : [0, 1];
    const input = x([4, 6]);
    if (kind === 'prelu') expect(gradientError(f, [input, positive([6], 3)])).toBeLessThan(kDifferences);
    else if (dims.length === 0) expect(gradientError((one) => f(one, ...asked), [input])).toBeLessThan(kDifferences);
    for (const dim of dims) expect(gradientError((one) => f(one, dim), [input])).toBeLessThan(kDifferences);
  });
});

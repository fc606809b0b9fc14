// Tensors in the order of another's memory: strides and random numbers as PyTorch 2.14 has them.
import { describe, expect, test } from 'vitest';
import torch from '../web/index.js';

const zeros = torch.zeros;
/** @type {[string, any, number[], number[], number[]][]} input, strides, the first numbers of rand_like and randn_like */
const cases = [
  ['transposed', zeros(3, 2).t(), [1, 2], [0.2914, 0.6286, 0.7363], [-0.1187, 0.7463, -0.1186]],
  ['transposed, 20 elements', zeros(5, 4).t(), [1, 4], [0.2914, 0.7363, 0.4078], [-0.1187, -0.1186, 2.4644]],
  ['expanded', zeros(3, 1).expand(3, 4), [4, 1], [0.2914, 0.5875, 0.6286], [-0.1187, 0.211, 0.7463]],
  ['permuted', zeros(2, 3, 4).permute(2, 0, 1), [1, 12, 4], [0.2914, 0.7363, 0.4078], [-0.1187, -0.1186, 2.4644]],
  ['sliced', zeros(4, 6)[':, ::2'], [3, 1], [0.2914, 0.5875, 0.6286], [-0.1187, 0.211, 0.7463]],
  ['sliced and transposed', zeros(6, 4)['::2'].t(), [1, 4], [0.2914, 0.7363, 0.4078], [-0.1187, -0.1186, 2.4644]],
  [
    'expanded and permuted',
    zeros(2, 1, 3).expand(2, 4, 3).permute(1, 0, 2),
    [6, 3, 1],
    [0.2914, 0.5875, 0.6286],
    [-0.6946, -1.3275, -1.1976],
  ],
  [
    'expanded and transposed',
    zeros(4, 1, 5).expand(4, 5, 5).transpose(0, 2),
    [1, 5, 25],
    [0.2914, 0.5688, 0.8401],
    [-0.1187, -0.7596, -0.5143],
  ],
  [
    'of four dimensions',
    zeros(2, 3, 1, 4).expand(2, 3, 2, 4).permute(3, 1, 0, 2),
    [2, 8, 24, 1],
    [0.2914, 0.5875, 0.6934],
    [-0.1187, 0.211, -1.4057],
  ],
  ['with a dimension of one', zeros(1, 3).t(), [1, 3], [0.2914, 0.5875, 0.6286], [-0.1187, 0.211, 0.7463]],
];
/** @param {any} x */
const first = (x) => {
  const list = x.flatten()['0:3'].tolist();
  return list.map((/** @type {number} */ v) => Number(v.toFixed(4)));
};

describe.each(cases)('of a tensor that is %s', (_, input, strides, uniform, normal) => {
  test('the strides keep the order of memory', () => {
    for (const make of ['zeros_like', 'ones_like', 'empty_like', 'rand_like', 'randn_like']) {
      expect(/** @type {any} */ (torch)[make](input).stride(), make).toEqual(strides);
    }
  });

  test('random numbers come in the order of memory', () => {
    torch.manual_seed(2019);
    expect(first(torch.rand_like(input))).toEqual(uniform);
    torch.manual_seed(2019);
    expect(first(torch.randn_like(input))).toEqual(normal);
  });
});

test.each([
  ['transposed', () => zeros(5, 4).t(), [0.2914, 0.7363, 0.4078], [-0.1187, -0.1186, 2.4644]],
  ['sliced', () => zeros(5, 8)[':, ::2'], [0.2914, 0.5875, 0.6286], [-0.1187, 0.211, 0.7463]],
])('out that is %s is filled in the order of its memory', (_, make, uniform, normal) => {
  const out = make();
  torch.manual_seed(2019);
  expect(first(torch.rand([...out.shape], { out }))).toEqual(uniform);
  torch.manual_seed(2019);
  torch.randn([...out.shape], { out });
  expect(first(out)).toEqual(normal);
});

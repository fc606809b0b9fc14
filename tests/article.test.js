// The tutorial's five code blocks, as JavaScript, on the tutorial's tensors: its numbers in PyTorch's layout.
import { describe, expect, test } from 'vitest';
import torch, { nn } from '../web/index.js';
import article from './reference/article_tensors.json';

const modules = {
  ReLU: nn.ReLU(),
  LeakyReLU: nn.LeakyReLU(0.1),
  Sigmoid: nn.Sigmoid(),
  Tanh: nn.Tanh(),
  Softmax: nn.Softmax({ dim: 1 }),
};

describe.each(Object.entries(modules))('%s', (name, m) => {
  const { input, output } = /** @type {any} */ (article)[name];

  test('the printed input is the tutorial’s', () => {
    const numbers = String(torch.tensor(input)).match(/-?\d+\.\d{4}/g);
    expect(numbers?.map(Number)).toEqual(input.flat());
  });

  test('the printed output has the tutorial’s numbers to four decimals', () => {
    const numbers = String(m(torch.tensor(input)))
      .match(/-?\d+\.\d{4}/g)
      ?.map(Number);
    const right = output.flat();
    // The tutorial's first tanh came from an input with more digits than it printed.
    if (name === 'Tanh') right[0] = -0.6092;
    expect(numbers).toEqual(right);
  });
});

test('eighteen numbers wrap as PyTorch wraps them', () => {
  expect(String(modules.LeakyReLU(torch.tensor(article.LeakyReLU.input)))).toBe(
    `tensor([ 1.3159, -0.2469,  0.3144,  1.3210, -0.2089,  0.7903,  0.4291, -0.0794,
        -0.0503,  0.7853, -0.0455,  1.4221, -0.1651,  1.3590, -0.0452, -0.0062,
        -0.1876,  0.7038])`,
  );
});

// The input of <torchlet-figure>, of a frame and of a link: text as PyTorch and NumPy print it keeps its numbers and its shape.
import { describe, expect, test } from 'vitest';
import { textOfValue, valueIn } from '../../web/figure/state/attributes.js';
import { readTensor } from '../../web/figure/state/tensor_text.js';
import { readState, writeState } from '../../web/figure/state/vocabulary.js';
import torch, { nn } from '../../web/index.js';
import { drawn, host, pageOf, tensorIn } from './host.js';
import { site, tensor } from './site.js';

const { open } = host();
const { open: openSite } = site();
const { nan, inf } = { nan: Number.NaN, inf: Number.POSITIVE_INFINITY };

/** @type {[text: string, numbers: number[], shape: number[]][]} */
const printed = [
  ["tensor([1., 2.], device='cuda:0')", [1, 2], [2]],
  ['tensor([1.], dtype=torch.float64, requires_grad=True)', [1], [1]],
  [
    "tensor([[1., 2.],\n        [3., 4.]], device='cuda:0', dtype=torch.float16,\n       grad_fn=<AddBackward0>)",
    [1, 2, 3, 4],
    [2, 2],
  ],
  ['tensor([1., 2.], grad_fn=<SelectBackward0 object at 0x7f>)', [1, 2], [2]],
  ["tensor([[1., 2.]], names=('N', 'C'))", [1, 2], [1, 2]],
  [
    'tensor([3., 4.], size=(2,), dtype=torch.quint8, quantization_scheme=torch.per_tensor_affine, scale=0.1)',
    [3, 4],
    [2],
  ],
  ['tensor([], size=(0, 3))', [], [0, 3]],
  ['tensor([], size=(2, 0), dtype=torch.int64)', [], [2, 0]],
  ['tensor([])', [], [0]],
  ['Parameter containing:\ntensor([[ 0.5000],\n        [-1.0000]], requires_grad=True)', [0.5, -1], [2, 1]],
  ['tensor(2.5000)', [2.5], []],
  ["tensor(2.5000, device='cuda:0', grad_fn=<MeanBackward0>)", [2.5], []],
  ['array([1., 2.], dtype=float32)', [1, 2], [2]],
  ['array([], shape=(0, 3), dtype=float64)', [], [0, 3]],
  ['array([[1., 2.],\n       [3., 4.]])', [1, 2, 3, 4], [2, 2]],
  ['array(2.5)', [2.5], []],
  ['np.float32(2.5)', [2.5], []],
  ['[np.float32(1.5), np.float64(-2.0)]', [1.5, -2], [2]],
  ['[1. 2.]', [1, 2], [2]],
  ['[[1. 2.]\n [3. 4.]]', [1, 2, 3, 4], [2, 2]],
  ['[[[ 1.e-05 -2.e+00]]]', [1e-5, -2], [1, 1, 2]],
  ['tensor([ True, False])', [1, 0], [2]],
  ['[ True False  True]', [1, 0, 1], [3]],
  ['tensor([nan, inf, -inf])', [nan, inf, -inf], [3]],
  ['[ nan  inf -inf]', [nan, inf, -inf], [3]],
  ['\u22122, \u22120.5', [-2, -0.5], [2]],
  ['[\u22122. \u22121.5e\u22123]', [-2, -1.5e-3], [2]],
  ['1,5', [1, 5], [2]],
  ['1,2,3 4,5,6', [1, 2, 3, 4, 5, 6], [6]],
  ['[1,2, 3,4]', [1, 2, 3, 4], [4]],
  ['1,2\n3,4', [1, 2, 3, 4], [2, 2]],
  ['1, 2,\n3, 4', [1, 2, 3, 4], [4]],
];

describe('text', () => {
  test.each(printed)('%j', (text, numbers, shape) => {
    expect(readTensor(text)).toEqual({ numbers, shape });
  });

  test.each([
    '1,5 2,5',
    '0,25;1,5',
    '-1,5\t2,5\n3,5\t4,5',
    '[1,5 2,5]',
    'array([1,5 2,5])',
    '1,5; 2',
    '1,5, 2,5',
    '\u22121,5 2,5',
  ])('whose commas may be points asks: %j', (text) => {
    const { problem } = readTensor(text);
    expect(problem).toMatch(/may be -?\u2212?\d\.\d+ and .* or [34] numbers: write “/);
  });

  test('the question names both', () => {
    expect(readTensor('1,5 2,5').problem).toBe(
      '“1,5 2,5” may be 1.5 and 2.5, or 4 numbers: write “1.5, 2.5” or “1, 5, 2, 5”.',
    );
  });

  test.each([
    ['tensor([0., 1., ..., 8., 9.])', 'summarised'],
    ['[0. 1. ... 8. 9.]', 'summarised'],
    ['tensor([1., 2.', 'not closed'],
    ['tensor([1., 2.]).abs', 'follows'],
    ['[1, , 2]', 'missing'],
    [
      'tensor(indices=tensor([[0, 1]]),\n       values=tensor([3., 4.]), size=(2,), nnz=2, layout=torch.sparse_coo)',
      'to_dense',
    ],
    ['tensor([1.+2.j])', 'is not a number'],
  ])('%j is refused in words', (text, words) => {
    expect(readTensor(text).problem).toContain(words);
  });

  test.each(['[[1, 2], [3, 4]]', 'tensor(2.5)', 'tensor([], size=(0, 3))', '[]', '1,2', '[[[1]]]', '[nan, -inf, -0]'])(
    'comes back from the words of its state: %s',
    (input) => {
      const { state, problems } = readState([
        ['activation', 'ReLU'],
        ['input', input],
      ]);
      expect(problems).toEqual([]);
      const { numbers, shape } = readTensor(input);
      expect([state.numbers, state.shape]).toEqual([numbers, shape]);
      expect(readState(writeState(state))).toEqual({ state, problems: [] });
    },
  );

  test('a shape that is said wins where its count agrees', () => {
    const of = (/** @type {string} */ shape) =>
      readState([
        ['shape', shape],
        ['activation', 'ReLU'],
        ['input', '[[1,2],[3,4]]'],
      ]);
    expect(of('4')).toMatchObject({ state: { shape: [4] }, problems: [] });
    expect(of('3')).toMatchObject({ state: { shape: [2, 2] }, problems: ['shape: [3] has 3 elements, the input 4'] });
  });

  test('values of properties: lists in lists, typed arrays, tensors', () => {
    const texts = [
      [1, -2],
      [
        [1, -2],
        [3, -4],
      ],
      [[1, nan]],
      [new Float32Array([1, 2])],
      torch.tensor([[1, 2]]),
      torch.tensor(2.5),
    ];
    expect(texts.map(textOfValue)).toEqual([
      '1,-2',
      '[[1,-2],[3,-4]]',
      '[[1,nan]]',
      '[[1,2]]',
      '[[1,2]]',
      'tensor(2.5)',
    ]);
    const { state } = readState([
      ['activation', 'ReLU'],
      ['input', '[[1,-2],[3,-4]]'],
    ]);
    expect(valueIn(state, 'input')).toEqual([
      [1, -2],
      [3, -4],
    ]);
  });
});

describe('a figure of a table', () => {
  const text = 'tensor([[1., 2.], [3., 4.]])';
  const output = String(
    nn.Softmax({ dim: 0 })(
      torch.tensor([
        [1, 2],
        [3, 4],
      ]),
    ),
  );

  test('as a tag, as a property and in a frame’s address', async () => {
    const page = await open({
      html: pageOf(`<torchlet-figure loading="eager" activation="Softmax" dim="0" input="${text}"></torchlet-figure>`),
    });
    const figure = page.locator('torchlet-figure');
    await drawn(figure);
    expect(await tensorIn(figure, 'output').textContent()).toBe(output);
    await figure.evaluate((el) =>
      Object.assign(el, {
        input: [
          [1, -2],
          [3, -4],
        ],
      }),
    );
    await expect
      .poll(() => tensorIn(figure, 'input').textContent())
      .toBe(
        String(
          torch.tensor([
            [1, -2],
            [3, -4],
          ]),
        ),
      );
    await figure.evaluate((el) => Object.assign(el, { activation: 'ReLU', dim: null, input: 'tensor(2.5000)' }));
    await expect.poll(() => figure.locator('torchlet-tensor .size').first().textContent()).toBe('torch.Size([])');
    const frame = await open(`/embed.html?activation=Softmax&dim=0&input=${encodeURIComponent(text)}`);
    await drawn(frame.locator('torchlet-figure'));
    expect(await tensorIn(frame.locator('torchlet-figure'), 'output').textContent()).toBe(output);
  });

  test('in a link', async () => {
    const page = await openSite(`activation=Softmax&dim=0&input=${encodeURIComponent(text)}`);
    await expect.poll(() => tensor(page, 'output').textContent()).toBe(output);
  });
});

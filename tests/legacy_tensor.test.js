// torch.Tensor's own constructor, tensors beside JavaScript's operators, and typed arrays where tensors are expected.
// The texts are PyTorch 2.14's for the same calls in Python.
import torch, { F, nn, Tensor } from 'torchlet';
import { describe, expect, test } from 'vitest';

/** @param {() => unknown} call */
function outcome(call) {
  try {
    return String(call());
  } catch (error) {
    return `${/** @type {Error} */ (error).name}: ${/** @type {Error} */ (error).message}`;
  }
}

const make = /** @type {any} */ (Tensor);

/** @param {string} got @param {string[]} reasons after each of the signatures */
const refused = (got, reasons = []) =>
  `TypeError: new() received an invalid combination of arguments - got ${got}, but expected one of:\n${[
    '(*, torch.device device = None)',
    '(torch.Storage storage)',
    '(Tensor other)',
    '(tuple of ints size, *, torch.device device = None)',
    '(object data, *, torch.device device = None)',
  ]
    .map((signature, i) => ` * ${signature}\n${reasons[i] ? `      didn't match because some of ${reasons[i]}\n` : ''}`)
    .join('')}`;

describe('the constructor of PyTorch before torch.tensor', () => {
  test.each(
    /** @type {[string, unknown[], string][]} */ ([
      ['nothing', [], 'tensor([])'],
      ['integers in a list', [[1, 2]], 'tensor([1., 2.])'],
      ['an integer before a fraction', [[2, 0.5]], 'tensor([2.0000, 0.5000])'],
      [
        'lists in a list',
        [
          [
            [1, 2],
            [3, 4],
          ],
        ],
        'tensor([[1., 2.],\n        [3., 4.]])',
      ],
      ['an empty list', [[]], 'tensor([])'],
      ['empty lists', [[[], []]], 'tensor([], size=(2, 0))'],
      ['booleans', [[true, false]], 'tensor([1., 0.])'],
      ['what float32 cannot hold', [[1e40, Number.NaN]], 'tensor([inf, nan])'],
      ['a BigInt', [[2n ** 70n]], 'tensor([1.1806e+21])'],
      ['tensors of one element', [[torch.tensor(1), torch.tensor(2)]], 'tensor([1., 2.])'],
      ['a typed array', [new Float64Array([1, 2.5])], 'tensor([1.0000, 2.5000])'],
      ['sizes', [2, 0], 'tensor([], size=(2, 0))'],
      ['a torch.Size', [torch.empty(2, 0).shape], 'tensor([], size=(2, 0))'],
      ['data by name', [{ data: [1, 2] }], 'tensor([1., 2.])'],
      ['size by name', [{ size: torch.empty(2, 0).shape }], 'tensor([], size=(2, 0))'],
      ['a tensor by name', [{ other: torch.tensor(1) }], 'tensor(1.)'],
      ['a device', [[1], { device: 'cpu' }], 'tensor([1.])'],
      ['a fraction', [2.5], 'TypeError: new(): data must be a sequence (got float)'],
      ['a boolean', [true], 'TypeError: new(): data must be a sequence (got bool)'],
      ['None', [null], 'TypeError: new(): data must be a sequence (got NoneType)'],
      ['a text', ['a'], "TypeError: new(): invalid data type 'str'"],
      ['texts', [['a']], "ValueError: too many dimensions 'str'"],
      ['a number before a list', [[1, [2]]], 'TypeError: must be real number, not list'],
      ['a number before None', [[0.5, null]], 'TypeError: must be real number, not NoneType'],
      ['a dict in a list', [[{}]], 'TypeError: must be real number, not dict'],
      ['unequal lists', [[[1, 2], [3]]], 'ValueError: expected sequence of length 2 at dim 1 (got 1)'],
      [
        'a tensor of two elements in a list',
        [[torch.ones(2)]],
        'ValueError: only one element tensors can be converted to Python scalars',
      ],
      ['a negative size', [-1], 'RuntimeError: Trying to create tensor with negative dimension -1: [-1]'],
      [
        'a size that is no integer',
        [2, 2.5],
        `TypeError: new(): argument 'size' failed to unpack the object at pos 2 with error "type must be tuple of ints,but got float"`,
      ],
      [
        'two lists',
        [[1, 2], [2]],
        refused('(list, list)', ['the arguments have invalid types: (!list of [int, int]!, !list of [int]!)']),
      ],
      [
        'a dtype',
        [[1], { dtype: torch.float32 }],
        refused('(list, dtype=torch.dtype)', ['the keywords were incorrect: dtype']),
      ],
      [
        'an unknown name',
        [{ foo: 2 }],
        refused('(foo=int, )', ['', 'the keywords were incorrect: foo', 'the keywords were incorrect: foo']),
      ],
    ]),
  )('%s', (_, args, text) => {
    expect(outcome(() => new make(...args))).toBe(text);
    expect(outcome(() => make(...args))).toBe(text);
  });

  test('numbers are sizes of a tensor whose elements mean nothing', () => {
    expect([...new Tensor(2, 3).shape]).toEqual([2, 3]);
    expect([...new Tensor(3).shape]).toEqual([3]);
  });

  test('a tensor is shared, with its gradient', () => {
    const x = torch.tensor([1, 2], { requires_grad: true });
    const other = new Tensor(x);
    expect(String(other)).toBe('tensor([1., 2.], grad_fn=<AliasBackward0>)');
    other.mul(3).sum().backward();
    expect(String(x.grad)).toBe('tensor([3., 3.])');
    const plain = torch.ones(2);
    new Tensor(plain).zero_();
    expect(plain.tolist()).toEqual([0, 0]);
  });

  test('it is the class of every tensor, and may be extended', () => {
    class Named extends Tensor {
      name = 'x';
    }
    const x = new Named([1, 2]);
    expect([x instanceof Named, x instanceof Tensor, x.name, x.sum().item()]).toEqual([true, true, 'x', 3]);
    expect(torch.ones(2).constructor).toBe(Tensor);
    expect(Tensor.name).toBe('Tensor');
    expect(nn.Parameter(torch.ones(2))).toBeInstanceOf(Tensor);
  });
});

describe("JavaScript's operators", () => {
  const refusal =
    'TypeError: JavaScript has no operators for tensors: write x.add(y) for x + y, likewise sub, mul and div; x.item() is the only element as a number, String(x) the text';
  const one = /** @type {any} */ (torch.tensor([2.5]));
  const two = /** @type {any} */ (torch.tensor([1, 2]));

  test('+ and == with anything are refused, with what to write instead', () => {
    for (const call of [
      () => one + 1,
      () => two + 1,
      () => 1 + one,
      () => one + two,
      // biome-ignore lint/style/useTemplate: a template is another operation
      () => one + '',
      // biome-ignore lint/suspicious/noDoubleEquals: what is tested
      () => one == 2.5,
    ])
      expect(outcome(call)).toBe(refusal);
  });

  test('text is text', () => {
    expect([String(two), `${two}`, ['x', two].join(' ')]).toEqual([
      'tensor([1., 2.])',
      'tensor([1., 2.])',
      'x tensor([1., 2.])',
    ]);
  });

  test('one element counts as a number, as in Python', () => {
    expect([-one, one * 2, one > 2, Math.exp(torch.zeros(1)), Number(one)]).toEqual([-2.5, 5, true, 1, 2.5]);
    expect(outcome(() => two * 2)).toBe('ValueError: only one element tensors can be converted to Python scalars');
  });
});

test('a typed array is called by its name, with the way to a tensor', () => {
  const hint =
    '; torch.from_numpy(array) is a tensor over a Float32Array, torchlet/arrays computes arrays without tensors';
  const floats = /** @type {any} */ (new Float32Array(3));
  const bytes = /** @type {any} */ (new Uint8Array(3));
  const x = torch.zeros(3);
  for (const [call, message] of /** @type {[() => unknown, string][]} */ ([
    [() => F.sigmoid(floats), "AttributeError: 'Float32Array' object has no attribute 'sigmoid'"],
    [() => F.relu(bytes), "TypeError: relu(): argument 'input' (position 1) must be Tensor, not Uint8Array"],
    [() => nn.Softmax({ dim: 0 })(floats), "AttributeError: 'Float32Array' object has no attribute 'softmax'"],
    [() => F.relu(x, { out: floats }), "TypeError: relu(): argument 'out' must be Tensor, not Float32Array"],
    [() => x.add(floats), "TypeError: add(): argument 'other' (position 1) must be Tensor, not Float32Array"],
    [
      () => torch.max(floats, 0),
      'TypeError: max() received an invalid combination of arguments - got (Float32Array, int), but expected one of:',
    ],
    [() => nn.Parameter(floats), "AttributeError: 'Float32Array' object has no attribute 'detach'"],
    [
      () => F.gumbel_softmax(floats),
      "TypeError: empty_like(): argument 'input' (position 1) must be Tensor, not Float32Array",
    ],
  ])) {
    const text = outcome(call);
    expect(text.slice(0, message.length)).toBe(message);
    expect(text.endsWith(hint)).toBe(true);
  }
  expect(outcome(() => F.relu(/** @type {any} */ ([1, 2])))).toBe(
    "TypeError: relu(): argument 'input' (position 1) must be Tensor, not list",
  );
});

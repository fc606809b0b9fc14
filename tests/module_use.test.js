// Modules as programs use them: with and without new, as base classes, with hooks of gradients; lists cut as Python cuts them.
import { describe, expect, test, vi } from 'vitest';
import torch, { nn } from '../web/index.js';

describe('nn.Module', () => {
  test('is made with and without new, and is the class of all modules', () => {
    expect(String(/** @type {any} */ (nn).Module())).toBe('Module()');
    expect(String(new nn.Module())).toBe('Module()');
    for (const made of [new nn.Module(), new nn.ReLU(), nn.Sequential(), nn.ParameterList()]) {
      expect(made).toBeInstanceOf(nn.Module);
    }
  });
  test('is the base of classes of a program', () => {
    class Net extends nn.Module {
      first = nn.Linear(2, 3);
      act = nn.ReLU();
      /** @param {any} x */
      forward(x) {
        return this.act(this.first(x));
      }
    }
    const net = new Net();
    expect(String(net)).toBe('Net(\n  (first): Linear(in_features=2, out_features=3, bias=True)\n  (act): ReLU()\n)');
    expect(String(/** @type {any} */ (net)(torch.ones(1, 2)).shape)).toBe('torch.Size([1, 3])');
    expect(String(net.get_parameter('first.weight').shape)).toBe('torch.Size([3, 2])');
    expect(net.double().first.weight.dtype).toBe(torch.float64);
    expect([...net.named_children()].map(([name]) => name)).toEqual(['first', 'act']);
  });
});

describe('hooks of gradients', () => {
  const twice = () => {
    const layer = nn.Linear(2, 1);
    nn.init.constant_(layer.weight, 2);
    return layer;
  };
  const input = () => torch.ones(1, 2, { requires_grad: true });

  test('see the gradients of inputs and outputs, as PyTorch prints them', () => {
    const [layer, x, seen] = [twice(), input(), vi.fn()];
    layer.register_full_backward_hook((/** @type {any} */ _, /** @type {any} */ inputs, /** @type {any} */ outputs) => {
      seen(String(inputs), String(outputs));
    });
    const y = layer(x);
    expect(String(y.grad_fn)).toBe('<BackwardHookFunctionBackward>');
    y.sum().backward();
    expect(seen).toHaveBeenCalledWith('tensor([[2., 2.]])', 'tensor([[1.]])');
    expect(String(x.grad)).toBe('tensor([[2., 2.]])');
  });
  test('replace them, until they are removed', () => {
    const [layer, x] = [twice(), input()];
    const handle = layer.register_full_backward_hook((/** @type {any} */ _, /** @type {any} */ [grad]) => [
      grad.mul(10),
    ]);
    layer.register_full_backward_pre_hook((/** @type {any} */ _, /** @type {any} */ [grad]) => [grad.mul(5)]);
    layer(x).sum().backward();
    expect(String(x.grad)).toBe('tensor([[100., 100.]])');
    handle.remove();
    layer(x).sum().backward();
    expect(String(x.grad)).toBe('tensor([[110., 110.]])');
  });
  test('have none for inputs that need none', () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const [layer, seen] = [twice(), vi.fn()];
    layer.register_full_backward_hook((/** @type {any} */ _, /** @type {any} */ inputs) => seen(inputs));
    layer(torch.ones(1, 2)).sum().backward();
    expect(seen).toHaveBeenCalledWith([null]);
    vi.restoreAllMocks();
  });
});

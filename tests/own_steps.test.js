// Steps that a program brings to autograd: autograd.Function, hooks of tensors, and gradcheck.
import { describe, expect, test, vi } from 'vitest';
import torch from '../web/index.js';

class Cube extends torch.autograd.Function {
  /** @param {any} ctx @param {any} x */
  static forward(ctx, x) {
    ctx.save_for_backward(x);
    return x.pow(3);
  }
  /** @param {any} ctx @param {any} grad */
  static backward(ctx, grad) {
    const [x] = ctx.saved_tensors;
    return grad.mul(x.pow(2)).mul(3);
  }
}

const leaf = () => torch.tensor([1, 2], { requires_grad: true });

describe('torch.autograd.Function', () => {
  test('computes, records under its name, and gives its own gradients', () => {
    const x = leaf();
    const y = Cube.apply(x);
    expect(String(y)).toBe('tensor([1., 8.], grad_fn=<CubeBackward>)');
    y.sum().backward();
    expect(String(x.grad)).toBe('tensor([ 3., 12.])');
  });
  test('agrees with differences', () => {
    const x = torch.tensor([0.5, -2], { dtype: torch.float64, requires_grad: true });
    expect(torch.autograd.gradcheck((/** @type {any} */ one) => Cube.apply(one), [x])).toBe(true);
  });
  test('has several inputs and outputs, of which some need nothing', () => {
    class Both extends torch.autograd.Function {
      /** @param {any} ctx @param {any} a @param {any} b @param {number} factor */
      static forward(ctx, a, b, factor) {
        ctx.factor = factor;
        return [a.mul(factor), b.add(a)];
      }
      /** @param {any} ctx @param {any} first @param {any} second */
      static backward(ctx, first, second) {
        return [first.mul(ctx.factor).add(second), second, null];
      }
    }
    const [a, b] = [leaf(), leaf()];
    const [first, second] = Both.apply(a, b, 5);
    first.sum().add(second.mul(2).sum()).backward();
    expect(String([a.grad, b.grad])).toBe('tensor([7., 7.]),tensor([2., 2.])');
  });
  test('refuses gradients too many, and a forward that is not there', () => {
    class Wrong extends torch.autograd.Function {
      /** @param {any} _ctx @param {any} x */
      static forward(_ctx, x) {
        return x.clone();
      }
      /** @param {any} _ctx @param {any} grad */
      static backward(_ctx, grad) {
        return [grad, grad];
      }
    }
    expect(() => Wrong.apply(leaf()).sum().backward()).toThrow(
      'function WrongBackward returned an incorrect number of gradients (expected 1, got 2)',
    );
    expect(() => torch.autograd.Function.apply(leaf())).toThrow('You must implement the forward function');
  });
  test('what it keeps may not be changed before backward', () => {
    const x = leaf().mul(1);
    const y = Cube.apply(x);
    x.add_(1);
    expect(() => y.sum().backward()).toThrow('modified by an inplace operation');
  });
});

describe('Tensor.register_hook', () => {
  test('sees the gradient, of a leaf and of a result, and may replace it', () => {
    const x = leaf();
    const y = x.mul(3);
    const seen = vi.fn();
    y.register_hook((grad) => seen(String(grad)));
    const handle = x.register_hook((grad) => grad.mul(10));
    y.sum().backward();
    expect(seen).toHaveBeenCalledWith('tensor([1., 1.])');
    expect(String(x.grad)).toBe('tensor([30., 30.])');
    handle.remove();
    x.mul(1).sum().backward();
    expect(String(x.grad)).toBe('tensor([31., 31.])');
  });
  test('refuses a tensor without gradient and a gradient of another size', () => {
    expect(() => torch.ones(2).register_hook(() => {})).toThrow(
      "cannot register a hook on a tensor that doesn't require gradient",
    );
    const x = leaf();
    x.register_hook(() => torch.ones(3));
    expect(() => x.sum().backward()).toThrow('hook has changed the size of value');
  });
});

describe('gradcheck', () => {
  const x = () => torch.tensor([0.5, -1.5], { dtype: torch.float64, requires_grad: true });
  test.each(['sin', 'exp2', 'erfc', 'asinh', 'sinc', 'logaddexp', 'atan2', 'hypot', 'copysign', 'cumprod'])(
    'agrees for %s',
    (name) => {
      const other = name === 'cumprod' ? [0] : torch[/** @type {'sin'} */ (name)].length > 1 ? [x()] : [];
      const args = ['logaddexp', 'atan2', 'hypot', 'copysign'].includes(name) ? [x()] : other;
      const call = (/** @type {any[]} */ ...inputs) => /** @type {any} */ (torch)[name](...inputs);
      expect(torch.autograd.gradcheck(call, [x(), ...args])).toBe(true);
    },
  );
  test('finds a gradient that is wrong', () => {
    class Half extends torch.autograd.Function {
      /** @param {any} _ctx @param {any} x */
      static forward(_ctx, x) {
        return x.mul(2);
      }
      /** @param {any} _ctx @param {any} grad */
      static backward(_ctx, grad) {
        return grad;
      }
    }
    const call = (/** @type {any} */ one) => Half.apply(one);
    expect(() => torch.autograd.gradcheck(call, x())).toThrow(
      expect.objectContaining({
        name: 'GradcheckError',
        message: expect.stringContaining('Jacobian mismatch for output 0 with respect to input 0,\nnumerical:tensor'),
      }),
    );
    expect(torch.autograd.gradcheck(call, x(), { raise_exception: false })).toBe(false);
  });
  test('asks for an input that requires grad', () => {
    expect(() => torch.autograd.gradcheck(torch.sin, torch.ones(1))).toThrow('requires_grad=True');
  });
});

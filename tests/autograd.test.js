// Gradients: the graph, accumulation, in-place operations and views, grad modes, and what backward refuses.
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import torch from '../web/index.js';

/** @param {number[]} list */
const leaf = (list) => torch.tensor(list, { requires_grad: true });
/** @param {() => unknown} call */
const failure = (call) => {
  try {
    call();
  } catch (error) {
    const { name, message } = /** @type {Error} */ (error);
    return `${name}: ${message}`;
  }
  return 'no error';
};
const modified = (/** @type {string} */ what) =>
  `RuntimeError: one of the variables needed for gradient computation has been modified by an inplace operation: ${what} Hint: enable anomaly detection to find the operation that failed to compute its gradient, with torch.autograd.set_detect_anomaly(True, check_nan=False).`;

describe('backward', () => {
  test('the gradient of a composition is the product of the slopes', () => {
    const w = leaf([1, 2, 3]);
    w.mul(2).add(1).mul(w).sum().backward(); // (2w + 1) w
    expect(w.grad?.tolist()).toEqual([5, 9, 13]);
  });
  test('gradients agree with central differences', () => {
    const numbers = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(numbers, (list) => {
        const f = (/** @type {import('../web/index.js').Tensor} */ x) => x.mul(x).div(x.sum()).add(x.std()).mean();
        const w = leaf(list);
        f(w).backward();
        list.forEach((_, i) => {
          const [up, down] = [0.01, -0.01].map((h) =>
            f(torch.tensor(list.map((v, k) => (k === i ? v + h : v)))).item(),
          );
          expect(/** @type {any} */ (w.grad)[i].item()).toBeCloseTo((up - down) / 0.02, 2);
        });
      }),
      { numRuns: 30 },
    );
  });
  test('broadcast operands get sums over what was repeated', () => {
    const [a, b] = [torch.ones(2, 3).requires_grad_(), torch.full([3], 2).requires_grad_()];
    a.mul(b).sum().backward();
    expect(a.grad?.tolist()).toEqual([
      [2, 2, 2],
      [2, 2, 2],
    ]);
    expect(b.grad?.tolist()).toEqual([2, 2, 2]);
  });
  test('gradients add up in place until they are cleared', () => {
    const w = leaf([1, 2]);
    w.sum().backward();
    const { grad } = w;
    w.sum().backward();
    expect(w.grad).toBe(grad);
    expect(grad?.tolist()).toEqual([2, 2]);
    w.grad = null;
    w.mul(3).sum().backward();
    expect(w.grad).toEqual(expect.objectContaining({ shape: w.shape }));
    expect(/** @type {any} */ (w.grad).tolist()).toEqual([3, 3]);
  });
  test('a gradient that was passed in is not taken over', () => {
    const [w, g] = [leaf([1, 2]), torch.ones(2)];
    w.add(1).backward(g);
    w.add(1).backward(g);
    expect(g.tolist()).toEqual([1, 1]);
    expect(w.grad?.tolist()).toEqual([2, 2]);
  });
  test('two uses of one value meet before they go on', () => {
    const w = leaf([3]);
    const y = w.mul(w);
    y.mul(y).add(y).backward();
    expect(w.grad?.tolist()).toEqual([2 * 3 * (2 * 9 + 1)]);
  });
  test('retain_grad keeps the gradient of what is no leaf', () => {
    const y = leaf([1, 2]).mul(2);
    y.retain_grad();
    y.mul(y).sum().backward();
    expect(y.grad?.tolist()).toEqual([4, 8]);
  });
  test.each(
    /** @type {[string, () => unknown, string][]} */ ([
      [
        'a vector',
        () => leaf([1, 2]).mul(2).backward(),
        'RuntimeError: grad can be implicitly created only for scalar outputs',
      ],
      [
        'no graph',
        () => torch.ones(1).backward(),
        'RuntimeError: element 0 of tensors does not require grad and does not have a grad_fn',
      ],
      [
        'another shape',
        () => leaf([1, 2]).backward(torch.ones(3)),
        'RuntimeError: Mismatch in shape: grad_output[0] has a shape of torch.Size([3]) and output[0] has a shape of torch.Size([2]).',
      ],
      [
        'an unknown keyword',
        () => leaf([1]).backward(/** @type {any} */ ({ retain: true })),
        "TypeError: Tensor.backward() got an unexpected keyword argument 'retain'",
      ],
    ]),
  )('backward of %s is refused', (_, call, message) => {
    expect(failure(call)).toBe(message);
  });
  test('a second time needs retain_graph, where something was saved', () => {
    const w = leaf([2]);
    const y = w.mul(w);
    y.backward({ retain_graph: true });
    y.backward();
    expect(w.grad?.tolist()).toEqual([8]);
    expect(failure(() => y.backward())).toContain('Trying to backward through the graph a second time');
    const s = w.sum();
    s.backward();
    s.backward(); // a sum saves nothing
  });
});

describe('in place', () => {
  test('a saved value that changed is found at backward', () => {
    const y = leaf([1, 2, 3]).mul(2);
    const z = y.mul(y);
    y.add_(1);
    expect(failure(() => z.sum().backward())).toBe(
      modified('[torch.FloatTensor [3]], which is output 0 of Add, is at version 1; expected version 0 instead.'),
    );
  });
  test('leaves and views of leaves may not change', () => {
    const w = leaf([1, 2]);
    expect(failure(() => w.add_(1))).toBe(
      'RuntimeError: a leaf Variable that requires grad is being used in an in-place operation.',
    );
    expect(failure(() => Object.assign(w, { 0: 1 }))).toBe(
      'RuntimeError: a view of a leaf Variable that requires grad is being used in an in-place operation.',
    );
    expect(w.tolist()).toEqual([1, 2]);
  });
  test('a change of a view reaches the history of its base', () => {
    const w = leaf([1, 2, 3]);
    const y = /** @type {any} */ (w.mul(2));
    const view = y['1:'];
    view.mul_(3);
    y[0] = 5;
    expect(String(y)).toBe('tensor([ 5., 12., 18.], grad_fn=<CopySlices>)');
    expect(String(view)).toBe('tensor([12., 18.], grad_fn=<AsStridedBackward0>)');
    y.sum().add(view.sum()).backward();
    expect(w.grad?.tolist()).toEqual([0, 12, 12]);
  });
  test('an activation in place on a strided view has the gradient of one out of place', () => {
    for (const key of ['::2', '1::3', '-3:']) {
      const [w, v] = [leaf([-2, -1, 1, 2, 3]), leaf([-2, -1, 1, 2, 3])];
      const y = /** @type {any} */ (w.mul(1));
      y[key].tanh_();
      const z = /** @type {any} */ (v.mul(1));
      z[key] = z[key].tanh();
      for (const t of [y, z]) t.mul(t).sum().backward();
      expect(y._version).toBe(1);
      expect(w.grad?.tolist()).toEqual(v.grad?.tolist());
    }
  });
  test('a constant tensor joins the graph when a gradient is written into it', () => {
    const [x, w] = [/** @type {any} */ (torch.zeros(3)), leaf([4])];
    x[1] = w.mul(2).sum();
    x.sum().backward();
    expect(w.grad?.tolist()).toEqual([2]);
  });
  test('mul_ keeps the value it overwrites', () => {
    const w = leaf([2, 3]);
    w.mul(2).mul_(w).sum().backward();
    expect(w.grad?.tolist()).toEqual([8, 12]);
  });
});

describe('grad modes', () => {
  test('no_grad records nothing, may be nested and is restored after an error', () => {
    const w = leaf([1]);
    expect(torch.no_grad(() => torch.enable_grad(() => w.mul(2).requires_grad))).toBe(true);
    expect(torch.no_grad(() => w.mul(2).requires_grad)).toBe(false);
    expect(failure(() => torch.no_grad(() => w.view(9)))).toContain("shape '[9]' is invalid");
    expect(torch.is_grad_enabled()).toBe(true);
  });
  test('an asynchronous function is refused', () => {
    expect(failure(() => torch.no_grad(async () => 1))).toContain('must be synchronous');
    expect(torch.is_grad_enabled()).toBe(true);
  });
  test('parameters may be stepped in no_grad', () => {
    const w = leaf([1, 2]);
    w.mul(w).sum().backward();
    torch.no_grad(() => w.sub_(/** @type {any} */ (w.grad), { alpha: 0.5 }));
    expect(w.tolist()).toEqual([0, 0]);
    expect(w.requires_grad).toBe(true);
  });
  test('detach shares storage and version but no history', () => {
    const y = leaf([1, 2]).mul(2);
    const z = y.detach();
    z.add_(1);
    expect(y.tolist()).toEqual([3, 5]);
    expect(y._version).toBe(1);
    expect(z.requires_grad).toBe(false);
  });
  test('only leaves may stop requiring grad', () => {
    expect(failure(() => leaf([1]).mul(2).requires_grad_(false))).toContain(
      'you can only change requires_grad flags of leaf variables.',
    );
  });
});

test('gradients that are kept lie in memory of their own, whatever views lie between', () => {
  const x = torch.randn(3, 4).requires_grad_();
  const h = x.t();
  h.retain_grad();
  const upstream = torch.ones(2, 6);
  h.reshape(2, 6).mul(2).backward(upstream, { retain_graph: true });
  const storages = [x.grad, h.grad, upstream].map((one) => one.storage);
  expect(new Set(storages).size).toBe(3);
  const loss = h.t().mul(3).sum();
  const [byView, byLeaf] = torch.autograd.grad(loss, [h, x]);
  byView.zero_();
  expect(byLeaf.tolist()).toEqual(torch.full([3, 4], 3).tolist());
  const given = torch.ones(3, 4);
  const y = torch.zeros(3, 4).requires_grad_();
  y.view(12).view(3, 4).backward(given);
  y.grad.add_(1);
  expect(given.tolist()).toEqual(torch.ones(3, 4).tolist());
});

test("the gradient of a layer's weight lies row by row, as the weight", () => {
  const layer = torch.nn.Linear(3, 2);
  layer(torch.ones(4, 3)).sum().backward();
  expect(layer.weight.grad.stride()).toEqual(layer.weight.stride());
});

describe('create_graph', () => {
  const { grad, functional } = torch.autograd;

  test('gradients have gradients, to any order', () => {
    const x = torch.tensor(2, { requires_grad: true });
    let slope = x.pow(4);
    const values = [32, 48, 48, 24];
    for (const value of values) {
      [slope] = /** @type {any} */ (grad(slope, x, { create_graph: true }));
      expect(slope.item()).toBe(value);
    }
  });

  test('a network whose slopes are in its loss trains by them', () => {
    torch.manual_seed(0);
    const net = torch.nn.Sequential(torch.nn.Linear(1, 4), torch.nn.Tanh(), torch.nn.Linear(4, 1));
    const x = torch.tensor([[0.3], [-0.8]], { requires_grad: true });
    const lossOf = () => {
      const [slope] = grad(/** @type {any} */ (net)(x).sum(), x, { create_graph: true });
      return /** @type {any} */ (slope).sub(1).pow(2).sum();
    };
    lossOf().backward();
    const weight = /** @type {any} */ (net)[0].weight;
    const [before, analytical] = [weight.detach().clone(), weight.grad.view(-1).tolist()];
    const numerical = analytical.map((/** @type {number} */ _, /** @type {number} */ i) => {
      const at = (/** @type {number} */ by) => {
        torch.no_grad(() => weight.copy_(before).view(-1).select(0, i).add_(by));
        return lossOf().item();
      };
      return (at(0.01) - at(-0.01)) / 0.02;
    });
    analytical.forEach((/** @type {number} */ value, /** @type {number} */ i) => {
      expect(value).toBeCloseTo(numerical[i], 2);
    });
  });

  test('the graph is kept with it, and backward warns of the cycle', () => {
    const x = leaf([3]);
    const y = x.pow(2);
    const [slope] = grad(y, x, { create_graph: true });
    expect(slope?.requires_grad).toBe(true);
    expect(grad(y, x)[0]?.tolist()).toEqual([6]);
    const spy = vi.spyOn(console, 'warn').mockImplementation(() => {});
    x.pow(3).backward({ create_graph: true });
    const [warning] = spy.mock.calls[0];
    spy.mockRestore();
    expect(warning).toMatch(/^UserWarning: Using backward\(\) with create_graph=True will create a reference cycle/);
    expect(String(x.grad)).toBe('tensor([27.], grad_fn=<CopyBackwards>)');
  });

  test('of steps that have no formula the gradient is refused by name, and nothing is lost', () => {
    const x = leaf([1, 2, 4]);
    const { nn } = torch;
    const layer = (/** @type {any} */ f) => () => {
      const [slope] = grad(f(x).pow(2).sum(), x, { create_graph: true });
      return grad(/** @type {any} */ (slope).sum(), x);
    };
    expect(failure(layer((/** @type {any} */ t) => nn.functional.layer_norm(t, [3])))).toBe(
      'RuntimeError: derivative for aten::native_layer_norm_backward is not implemented',
    );
    expect(failure(layer(nn.functional.hardsigmoid))).toBe(
      'RuntimeError: derivative for aten::hardsigmoid_backward is not implemented',
    );
    const inPlace = (/** @type {any} */ t) => {
      const y = t.mul(1);
      y.select(0, 0).mul_(2);
      return y;
    };
    expect(failure(layer(inPlace))).toBe('RuntimeError: derivative for aten::copy_slices_backward is not implemented');
    // Also where the gradient that arrives is a constant, and only what was saved depends on x.
    const saving = (/** @type {any} */ t) => {
      const y = t.mul(1);
      y.select(0, 0).mul_(t.select(0, 1));
      return y;
    };
    const [slope] = grad(saving(x).sum(), x, { create_graph: true });
    expect(slope?.tolist()).toEqual([2, 2, 1]);
    expect(failure(() => grad(/** @type {any} */ (slope).sum(), x))).toBe(
      'RuntimeError: derivative for aten::copy_slices_backward is not implemented',
    );
    expect([x.tolist(), x.grad]).toEqual([[1, 2, 4], null]);
  });

  test('a hessian is the slopes of the slopes, and symmetric', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 4 }), (numbers) => {
        const list = numbers.map((n) => (n % 2 ? n : -n) / 20);
        const of = (/** @type {any} */ x) => x.sin().sum().mul(x.prod()).add(x.pow(3).sum());
        const dtype = torch.float64;
        const matrix = functional.hessian(of, torch.tensor(list, { dtype }));
        expect(matrix.sub(matrix.t()).abs().max().item()).toBeLessThan(1e-10);
        const slope = (/** @type {any} */ x) => functional.jacobian(of, x);
        const step = torch.eye(list.length, { dtype }).mul(1e-5);
        const x = torch.tensor(list, { dtype });
        list.forEach((_, i) => {
          const row = slope(x.add(step.select(0, i)))
            .sub(slope(x.sub(step.select(0, i))))
            .div(2e-5);
          expect(row.sub(matrix.select(0, i)).abs().max().item()).toBeLessThan(1e-5);
        });
      }),
      { numRuns: 30 },
    );
  });
});

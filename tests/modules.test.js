// Modules made of modules: what PyTorch's nn.Module tells and does of those within it.
import { describe, expect, test } from 'vitest';
import torch, { nn } from '../web/index.js';

class Inner extends nn.Module {
  p = nn.PReLU(2);
  scale = new nn.Parameter(torch.ones(2));
  off = null;
  extra_repr() {
    return 'a=1\nb=2';
  }
}
class Net extends nn.Module {
  act = nn.RReLU(0.1, 0.9);
  constructor() {
    super();
    /** @type {any} */ (this).inner = new Inner();
    /** @type {any} */ (this).again = /** @type {any} */ (this).inner.p;
    /** @type {any} */ (this).g = nn.Parameter(torch.ones(1));
    /** @type {any} */ (this).h = /** @type {any} */ (this).g;
  }
  /** @param {any} x */
  forward(x) {
    return /** @type {any} */ (this.act)(x);
  }
}
const net = () => /** @type {any} */ (new Net());
const keys = (/** @type {Iterable<[string, unknown]>} */ pairs) => [...pairs].map(([name]) => name);

describe('a module of modules', () => {
  test('prints them with indented lines', () => {
    expect(String(net())).toBe(`Net(
  (act): RReLU(lower=0.1, upper=0.9)
  (inner): Inner(
    a=1
    b=2
    (p): PReLU(num_parameters=2)
  )
  (again): PReLU(num_parameters=2)
)`);
  });

  test('changes their mode with its own', () => {
    const module = net();
    expect(module.eval()).toBe(module);
    expect([...module.modules()].map((one) => one.training)).toEqual([false, false, false, false]);
    module.train();
    expect(module.inner.p.training).toBe(true);
    expect(
      module
        .eval()(torch.tensor([-1]))
        .item(),
    ).toBe(-0.5);
    expect(() => module.train(1)).toThrow('training mode is expected to be boolean');
    expect(() => module.eval(1)).toThrow('Module.eval() takes 1 positional argument but 2 were given');
  });

  test('names its parameters first, those in several places once', () => {
    const module = net();
    expect(keys(module.named_parameters())).toEqual(['g', 'inner.scale', 'inner.p.weight']);
    const all = ['g', 'h', 'inner.scale', 'inner.p.weight', 'again.weight'];
    expect(keys(module.named_parameters({ remove_duplicate: false }))).toEqual(all);
    expect(keys(module.named_parameters('net', false))).toEqual(['net.g']);
    const expected = [module.g, module.inner.scale, module.inner.p.weight];
    expect([...module.parameters()].map((one, i) => one === expected[i])).toEqual([true, true, true]);
    expect([...module.parameters(false)].map((one) => one === module.g)).toEqual([true]);
    expect(() => module.named_parameters({ foo: 1 })).toThrow(
      "Module.named_parameters() got an unexpected keyword argument 'foo'",
    );
    expect(() => module.parameters(1, 2)).toThrow(
      'Module.parameters() takes from 1 to 2 positional arguments but 3 were given',
    );
  });

  test('names its modules', () => {
    const module = net();
    const [first] = module.named_modules();
    expect(first[0]).toBe('');
    expect(first[1]).toBe(module);
    expect(keys(module.named_modules())).toEqual(['', 'act', 'inner', 'inner.p']);
    const all = ['x', 'x.act', 'x.inner', 'x.inner.p', 'x.again'];
    expect(keys(module.named_modules({ prefix: 'x', remove_duplicate: false }))).toEqual(all);
    expect(keys(module.named_children())).toEqual(['act', 'inner', 'again']);
    expect([...module.children()].length).toBe(3);
    expect(() => module.children(1)).toThrow('Module.children() takes 1 positional argument but 2 were given');
  });

  test('applies a function to those within, then to itself', () => {
    const module = net();
    /** @type {string[]} */ const names = [];
    expect(module.apply((/** @type {any} */ one) => names.push(one.constructor.name))).toBe(module);
    expect(names).toEqual(['RReLU', 'PReLU', 'Inner', 'PReLU', 'Net']);
    expect(() => module.apply(1)).toThrow("'int' object is not callable");
    expect(Reflect.apply(module.eval(), null, [torch.ones(1)]).item()).toBe(1);
  });

  test('stops and forgets the gradients of all parameters', () => {
    const module = net();
    module.inner
      .p(torch.tensor([[-1, 2]]))
      .sum()
      .backward();
    const { weight } = module.inner.p;
    expect(String(weight.grad)).toBe('tensor([-1.,  0.])');
    module.zero_grad(false);
    expect(String(weight.grad)).toBe('tensor([0., 0.])');
    module.zero_grad();
    expect(weight.grad).toBe(null);
    module.requires_grad_(false);
    expect([...module.parameters()].some((one) => one.requires_grad)).toBe(false);
  });

  test('gives and takes its state', () => {
    const module = net();
    const state = module.state_dict();
    expect(Object.keys(state)).toEqual(['g', 'h', 'inner.scale', 'inner.p.weight', 'again.weight']);
    expect(state.g.requires_grad).toBe(false);
    expect(Object.keys(module.state_dict({ prefix: 'q.' }))[2]).toBe('q.inner.scale');
    expect(String(module.load_state_dict(state))).toBe('<All keys matched successfully>');
    const other = { ...state, 'inner.scale': torch.tensor([3, 4]) };
    module.load_state_dict(other);
    expect(String(module.inner.scale)).toBe('Parameter containing:\ntensor([3., 4.], requires_grad=True)');
    expect(String(module.load_state_dict({ g: torch.ones(1) }, { strict: false }))).toBe(
      "_IncompatibleKeys(missing_keys=['h', 'inner.scale', 'inner.p.weight', 'again.weight'], unexpected_keys=[])",
    );
    expect(() => module.load_state_dict({ g: torch.ones(2), foo: torch.ones(1), 'bar.x': torch.ones(1) })).toThrow(
      `Error(s) in loading state_dict for Net:
	Missing key(s) in state_dict: "h", "inner.scale", "inner.p.weight", "again.weight". 
	Unexpected key(s) in state_dict: "foo", "bar.x". 
	size mismatch for g: copying a param with shape torch.Size([2]) from checkpoint, the shape in current model is torch.Size([1]).`,
    );
    expect(() => module.load_state_dict(5)).toThrow("Expected state_dict to be dict-like, got <class 'int'>.");
  });
});

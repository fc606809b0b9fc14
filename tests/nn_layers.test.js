// Layers, containers, first weights and random fills: PyTorch's bits, texts and errors.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import torch, { nn } from '../web/index.js';
import { float32Of } from './arrays.js';
import { outcome, recorded } from './cases.js';
import data from './reference/nn.json' with { type: 'json' };
import { kNormalized } from './tolerances.js';

/** @typedef {import('./cases.js').Case} Case */

beforeAll(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}));
afterAll(() => void vi.restoreAllMocks());

describe('containers', () => {
  test.each(/** @type {Case[]} */ (/** @type {unknown} */ (data.containers)))('$js', (entry) => {
    expect(outcome(entry)).toEqual(recorded(entry));
  });
});

describe('layers', () => {
  test.each(/** @type {Case[]} */ (/** @type {unknown} */ (data.layers)))('$js', (entry) => {
    expect(outcome(entry)).toEqual(recorded(entry));
  });
});

/** @param {string} js @returns {any} */
function run(js) {
  torch.manual_seed(0);
  return new Function('torch', 'nn', 'F', 'x', 'source', 'return eval(source)')(torch, nn, nn.functional, null, js);
}

describe('normalisation and truncated normals, to rounding', () => {
  test.each(/** @type {any[]} */ (data.rounded))('$js', ({ js, bits }) => {
    const result = [run(js)].flat();
    [bits].flat().forEach((text, i) => {
      const expected = float32Of(text);
      const own = Float32Array.from(result[i].data);
      expect(own.length).toBe(expected.length);
      own.forEach((value, k) => {
        expect(Math.abs(value - expected[k])).toBeLessThan(kNormalized);
      });
    });
  });
});

describe('modules of modules', () => {
  test('a subclass registers what its constructor sets, and is called', () => {
    class Net extends nn.Module {
      constructor() {
        super();
        /** @type {any} */ (this).fc = nn.Linear(2, 3);
        /** @type {any} */ (this).norm = nn.BatchNorm1d(3);
      }
      /** @param {any} x */
      forward(x) {
        return this.norm(this.fc(x));
      }
    }
    const net = /** @type {any} */ (new Net());
    expect([...net(torch.randn(4, 2)).shape]).toEqual([4, 3]);
    expect(Object.keys(net.state_dict())).toEqual([
      'fc.weight',
      'fc.bias',
      'norm.weight',
      'norm.bias',
      'norm.running_mean',
      'norm.running_var',
      'norm.num_batches_tracked',
    ]);
    expect([...net.named_buffers()].map(([name]) => name)).toEqual([
      'norm.running_mean',
      'norm.running_var',
      'norm.num_batches_tracked',
    ]);
    const other = /** @type {any} */ (new Net());
    expect(String(other.load_state_dict(net.state_dict()))).toBe('<All keys matched successfully>');
    expect(other.norm.num_batches_tracked.item()).toBe(1);
    expect(other.fc.weight.tolist()).toEqual(net.fc.weight.tolist());
  });

  test('Sequential takes names, and is a list of its modules', () => {
    const net = nn.Sequential({ fc: nn.Linear(2, 3), act: nn.ReLU() });
    expect(String(net)).toBe(
      'Sequential(\n  (fc): Linear(in_features=2, out_features=3, bias=True)\n  (act): ReLU()\n)',
    );
    expect([net.length, net[0] === net.fc, net[-1] === net.act, [...net].length]).toEqual([2, true, true, 2]);
    expect(net instanceof nn.Module).toBe(true);
    expect(new nn.Sequential(nn.ReLU()).append(nn.Tanh()).length).toBe(2);
    const numbered = nn.Sequential(nn.ReLU(), nn.Tanh()).insert(0, nn.Identity());
    expect([...numbered].map(String)).toEqual(['Identity()', 'ReLU()', 'Tanh()']);
    expect(() => net.insert(0, nn.Identity())).toThrow('1'); // PyTorch moves modules by their numbers
    expect(net.length).toBe(2);
  });

  test('ModuleDict holds modules by name', () => {
    const dict = nn.ModuleDict({ a: nn.Linear(2, 2), b: nn.Sequential(nn.ReLU()) });
    expect(String(dict)).toBe(
      'ModuleDict(\n  (a): Linear(in_features=2, out_features=2, bias=True)\n  (b): Sequential(\n    (0): ReLU()\n  )\n)',
    );
    expect([...dict.keys()]).toEqual(['a', 'b']);
    expect(() => nn.ModuleDict({ 'a.b': nn.ReLU() })).toThrow("'module name can\\'t contain \".\", got: a.b'");
    expect(() => nn.ModuleDict({ keys: nn.ReLU() })).toThrow(`"attribute 'keys' already exists"`);
    dict.pop('a');
    expect([...dict]).toEqual(['b']);
  });

  test('apply reaches every module, and init changes weights without recording', () => {
    const net = nn.Sequential(nn.Linear(2, 2), nn.ReLU(), nn.Linear(2, 1));
    net.apply((/** @type {any} */ m) => m instanceof nn.Linear && nn.init.constant_(m.weight, 0.5));
    expect(net[2].weight.tolist()).toEqual([[0.5, 0.5]]);
    expect(net[2].weight.is_leaf).toBe(true);
  });

  test('double and to change the dtype of what is learned, and hooks see inputs and outputs', () => {
    const net = nn.Linear(2, 1);
    const weight = net.weight;
    expect(net.double().weight).toBe(weight);
    expect([String(weight.dtype), weight.requires_grad]).toEqual(['torch.float64', true]);
    expect(String(net.to(torch.float32).bias.dtype)).toBe('torch.float32');
    /** @type {unknown[]} */ const seen = [];
    const act = nn.ReLU();
    const handle = act.register_forward_hook((/** @type {any} */ _m, /** @type {any} */ [x], /** @type {any} */ y) => {
      seen.push(x.item(), y.item());
    });
    act(torch.tensor(-1));
    handle.remove();
    act(torch.tensor(2));
    expect(seen).toEqual([-1, 0]);
  });

  test('a module may have a name', () => {
    const net = /** @type {any} */ (new nn.Module());
    net.name = 'first';
    net.length = nn.ReLU();
    expect([net.name, String(net)]).toEqual(['first', 'Module(\n  (length): ReLU()\n)']);
    expect(nn.Sequential(nn.ReLU()).length).toBe(1);
  });

  test('fills take a generator', () => {
    const draw = () =>
      torch
        .empty(4)
        .normal_({ generator: new torch.Generator().manual_seed(3) })
        .tolist();
    expect(draw()).toEqual(draw());
    const stream = () => torch.rand(2, { generator: new torch.Generator().manual_seed(3) }).tolist();
    torch.manual_seed(3);
    expect(stream()).toEqual(torch.rand(2).tolist());
  });
});

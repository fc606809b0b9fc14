// Optimisers, schedulers and loaders: PyTorch's bits after several steps, its texts, errors and shuffles.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import torch, { nn } from '../web/index.js';
import { outcome, recorded } from './cases.js';
import data from './reference/nn.json' with { type: 'json' };

/** @typedef {import('./cases.js').Case} Case */

const { DataLoader, TensorDataset, random_split } = torch.utils.data;

beforeAll(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}));
afterAll(() => void vi.restoreAllMocks());

describe('steps, texts and errors', () => {
  test.each(/** @type {Case[]} */ (/** @type {unknown} */ (data.optim)))('$js', (entry) => {
    expect(outcome(entry)).toEqual(recorded(entry));
  });
});

describe('optimisers', () => {
  test('take groups with settings of their own', () => {
    const [a, b] = [torch.zeros(1, { requires_grad: true }), torch.zeros(2, { requires_grad: true })];
    const optimizer = torch.optim.SGD([{ params: [a], lr: 0.5 }, { params: b }], { lr: 0.1 });
    expect(optimizer.param_groups.map((/** @type {any} */ group) => group.lr)).toEqual([0.5, 0.1]);
    a.grad = torch.ones(1);
    b.grad = torch.ones(2);
    optimizer.param_groups[1].lr = 1;
    optimizer.step();
    expect([a.item(), b.tolist()]).toEqual([-0.5, [-1, -1]]);
    expect(() => torch.optim.SGD([{ params: [a] }, { params: [a] }])).toThrow(
      'some parameters appear in more than one parameter group',
    );
  });

  test('step returns what the closure gives, recorded', () => {
    const w = torch.ones(2, { requires_grad: true });
    const optimizer = new torch.optim.Adam([w], { lr: 0.1 });
    const loss = optimizer.step(() => {
      optimizer.zero_grad();
      const loss = w.mul(w).sum();
      loss.backward();
      return loss;
    });
    expect(loss.item()).toBe(2);
    expect(w.tolist()[0]).toBeCloseTo(0.9, 6);
  });

  test('their state can be taken out and put into another, which then goes on alike', () => {
    const make = () => {
      torch.manual_seed(1);
      const net = nn.Linear(3, 2);
      return { net, optimizer: torch.optim.Adam(net.parameters(), { lr: 0.1 }) };
    };
    const train = (/** @type {any} */ { net, optimizer }) => {
      optimizer.zero_grad();
      net(torch.ones(4, 3)).pow(2).mean().backward();
      optimizer.step();
    };
    const [first, second] = [make(), make()];
    train(first);
    second.net.load_state_dict(first.net.state_dict());
    // As in PyTorch the tensors of a state are the optimiser's own until they are copied.
    const state = first.optimizer.state_dict();
    for (const one of Object.values(state.state))
      for (const [name, value] of Object.entries(one)) one[name] = value.clone();
    second.optimizer.load_state_dict(state);
    train(first);
    train(second);
    expect(second.net.weight.tolist()).toEqual(first.net.weight.tolist());
  });

  test('LambdaLR multiplies the first rates', () => {
    const optimizer = torch.optim.SGD([torch.zeros(1)], { lr: 2 });
    const scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, (/** @type {number} */ epoch) => 1 / (1 + epoch));
    optimizer.step();
    scheduler.step();
    expect([scheduler.get_last_lr(), optimizer.param_groups[0].lr]).toEqual([[1], 1]);
  });
});

describe('a class of rates of its own', () => {
  const { LRScheduler } = torch.optim.lr_scheduler;
  class Halving extends LRScheduler {
    get_lr() {
      return this.base_lrs?.map((lr) => lr / 2 ** (this.last_epoch ?? 0)) ?? [];
    }
  }

  test('extends the base of all schedulers', () => {
    const optimizer = torch.optim.SGD([torch.zeros(1)], { lr: 2 });
    const scheduler = new Halving(optimizer);
    for (let i = 0; i < 3; i++) {
      optimizer.step();
      scheduler.step();
    }
    expect(scheduler.get_last_lr()).toEqual([0.25]);
    expect(() => new LRScheduler(optimizer)).toThrow(expect.objectContaining({ name: 'NotImplementedError' }));
    expect(() => new Halving(3)).toThrow('int is not an Optimizer');
  });
});

describe('loaders', () => {
  test.each(data.orders)('shuffle $count in batches of $size with seed $seed, drop_last $drop', (order) => {
    const { seed, count, size, drop, rounds, after } = order;
    torch.manual_seed(seed);
    const dataset = TensorDataset(torch.arange(count));
    const loader = DataLoader(dataset, { batch_size: size, shuffle: true, drop_last: drop });
    const own = [0, 1].map(() => Array.from(loader, ([batch]) => batch.tolist()));
    expect(own).toEqual(rounds);
    expect(loader.length).toBe(rounds[0].length);
    expect(torch.rand(1).item()).toBe(after);
  });

  test.each(data.ownOrders)('shuffle $count by a generator of their own', ({ seed, count, rounds, after }) => {
    torch.manual_seed(seed);
    const generator = new torch.Generator().manual_seed(seed + 1);
    const loader = DataLoader(torch.arange(count), { batch_size: 3, shuffle: true, generator });
    expect([0, 1].map(() => Array.from(loader, (batch) => batch.tolist()))).toEqual(rounds);
    expect([torch.rand(1, { generator }).item(), torch.rand(1).item()]).toEqual(after);
  });

  test.each(data.splits)('random_split of $count by $lengths', ({ seed, count, lengths, parts }) => {
    const dataset = Array.from({ length: count }, (_, i) => i);
    const own = random_split(dataset, lengths, new torch.Generator().manual_seed(seed));
    expect(own.map((part) => part.indices)).toEqual(parts);
  });

  test('collate samples by place', () => {
    const pairs = [
      ...DataLoader(
        [
          [1, 2.5],
          [3, 4.5],
        ],
        { batch_size: 2 },
      ),
    ][0];
    expect(pairs.map(String)).toEqual(['tensor([1, 3])', 'tensor([2.5000, 4.5000], dtype=torch.float64)']);
    expect(() => [...DataLoader([torch.ones(2), torch.ones(3)], { batch_size: 2 })]).toThrow(
      'stack expects each tensor to be equal size, but got [2] at entry 0 and [3] at entry 1',
    );
    expect(() => DataLoader([1], { batch_size: 0 })).toThrow(
      'batch_size should be a positive integer value, but got batch_size=0',
    );
    expect(() => TensorDataset(torch.ones(2), torch.ones(3))).toThrow('Size mismatch between tensors');
    expect(() => random_split([1, 2], [1, 2])).toThrow(
      'Sum of input lengths does not equal the length of the input dataset!',
    );
  });
});

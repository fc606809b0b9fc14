// The data sets of training: PyTorch's bits from the same seed, by both languages' texts.
import { describe, expect, test } from 'vitest';
import torch from '../web/index.js';
import { dataOf, dataSets } from '../web/training/data/sets.js';
import { openingOf } from '../web/training/state/vocabulary.js';
import { fnv1a } from './arrays.js';
import recorded from './reference/lessons.json' with { type: 'json' };

describe('data sets', () => {
  test.each(recorded.data)('$data of $count points, seed $seed: every bit is PyTorch’s', (entry) => {
    torch.manual_seed(entry.seed);
    const [points, targets] = dataSets[/** @type {'circles'} */ (entry.data)].make(entry.count);
    expect([fnv1a(points.data), fnv1a(targets.data)]).toEqual([entry.points, entry.targets]);
  });

  test.each(Object.keys(dataSets))('%s: the JavaScript beside it makes the same', (name) => {
    const { make, javascript } = dataSets[/** @type {'circles'} */ (name)];
    const written = new Function('torch', `${javascript}\nreturn ${name};`)(torch);
    torch.manual_seed(3);
    const own = make(20);
    torch.manual_seed(3);
    expect(written(20).map(String)).toEqual(own.map(String));
  });

  test('have as many points of either class, but for xor', () => {
    for (const name of /** @type {const} */ (['circles', 'moons', 'spirals'])) {
      expect(dataSets[name].make(100)[1].sum().item()).toBe(50);
    }
  });

  test('points that a reader sets are taken as they are', () => {
    const data = /** @type {any} */ ([
      [0.5, -1, 1],
      [2, 0.25, 0],
    ]);
    const { points, targets, test: held } = dataOf({ ...openingOf('network'), data });
    expect([points.tolist(), targets.tolist(), held]).toEqual([
      [
        [0.5, -1],
        [2, 0.25],
      ],
      [[1], [0]],
      null,
    ]);
  });
});

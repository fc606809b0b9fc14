// Training: PyTorch's losses, every step to be gone back to, what is seen of it, where it stops.
import { describe, expect, test } from 'vitest';
import { accuracyOf } from '../web/training/measures/maps.js';
import { compared, kEqual, recordedOf } from '../web/training/recorded/comparison.js';
import { packed, unpacked } from '../web/training/recorded/packing.js';
import { Training } from '../web/training/run/training.js';
import { inits, optimizers } from '../web/training/state/choices.js';
import { presets } from '../web/training/state/presets.js';
import { comparedOf, openingOf } from '../web/training/state/vocabulary.js';
import torch from '../web/training/torch.js';
import { stoppedSentence } from '../web/training/words/stopped.js';
import { bitsOf } from './arrays.js';
import recorded from './reference/lessons.json' with { type: 'json' };
import { kTrainingLoss } from './tolerances.js';
import { furtherSettings } from './training_settings.js';

/** Short runs for what does not depend on length. */
const small = { ...openingOf('dying'), lr: 0.1, layers: [2, 6, 5, 1], batch: 12, points: 40, steps: 150 };

/** The bits of all parameters and of what the optimiser keeps. @param {Training} training */
function bits({ network, optimizer }) {
  const parameters = [...network.net.parameters()];
  const kept = parameters.flatMap((parameter) => Object.values(optimizer.state.get(parameter) ?? {}));
  return [...parameters.map((parameter) => parameter.detach()), ...kept].map(({ data }) => bitsOf(data));
}

/** The runs of a setting: of a lesson on vanishing gradients with each initialisation. @param {{ state: import('../web/training/state/vocabulary.js').State }} setting */
const runsOf = ({ state }) =>
  comparedOf(state).flatMap((chosen) =>
    (state.lesson === 'vanishing' ? inits : [state.init]).map((init) => ({ chosen, init })),
  );

describe('losses', () => {
  for (const preset of [...presets, ...furtherSettings]) {
    test(`of ${preset.name} are PyTorch’s at every step`, () => {
      const losses = Object.values(/** @type {any} */ (recorded.runs.find(({ name }) => name === preset.name)).losses);
      for (const [i, { chosen, init }] of runsOf(preset).entries()) {
        const own = new Training({ ...preset.state, ...chosen, init }, { observes: false }).run().losses;
        const largest = Math.max(...own.map((loss, step) => Math.abs(loss - losses[i][step])));
        expect(largest, `${chosen.activation}, ${init}`).toBeLessThan(kTrainingLoss);
        expect(own.length).toBe(preset.state.steps);
      }
    }, 40_000); // two seconds, on a machine that does nothing else
  }

  test.each(presets)('of $name are equal as the page compares them', ({ state }) => {
    const own = new Training({ ...state, steps: 40 }).run().losses;
    expect(compared(own, /** @type {any} */ (recordedOf(state)))).toMatchObject({ steps: 40, equal: 40 });
  });

  test('recorded for the page are those of the reference data', () => {
    for (const preset of presets) {
      const { name, losses } = /** @type {any} */ (recorded.runs.find((one) => one.name === preset.name));
      for (const [i, series] of Object.values(/** @type {Record<string, number[]>} */ (losses)).entries()) {
        const unpackedLosses = recordedOf(preset.state, runsOf(preset)[i]);
        const largest = Math.max(...series.map((loss, step) => Math.abs(loss - (unpackedLosses?.[step] ?? 9))));
        expect(largest, name).toBeLessThanOrEqual(kEqual / 8 + 1e-12);
      }
    }
  });

  test('of a setting that is not recorded are not there', () => {
    expect(recordedOf({ ...openingOf('dying'), lr: 1 })).toBe(null);
    expect(recordedOf({ ...openingOf('dying'), theme: 'dark' })).not.toBe(null);
  });

  test('are packed and unpacked, those that are not finite as NaN', () => {
    const losses = [0.7, 0.69, 123456.789, 0, 'Infinity', 0.5];
    expect([...unpacked(packed(losses))].map((loss) => Number(loss.toFixed(6)))).toEqual([
      0.7,
      0.69,
      123456.789,
      0,
      Number.NaN,
      0.5,
    ]);
  });
});

describe('going back', () => {
  test.each(optimizers)('to any step gives the bits of having stopped there: %s', (optimizer) => {
    const state = { ...small, optimizer, weight_decay: 0.001 };
    const whole = new Training(state).run();
    const losses = whole.losses.slice();
    for (const step of [149, 3, 97, 0, 64, 150, 1]) {
      whole.goTo(step);
      expect(whole.step).toBe(step);
      expect(bits(whole), `step ${step}`).toEqual(bits(new Training(state).run(step)));
    }
    whole.goTo(10).run();
    expect(bits(whole)).toEqual(bits(new Training(state).run()));
    expect(whole.losses).toEqual(losses);
  });

  test('works with all points in each step, and with a learned slope', () => {
    const state = { ...small, batch: 0, activation: 'PReLU', parameters: { weight: 0.25 } };
    const whole = new Training(state).run().goTo(77);
    expect(bits(whole)).toEqual(bits(new Training(state).run(77)));
  });

  test('keeps a bounded number of copies', () => {
    const training = new Training({ ...small, steps: 2000, points: 16, batch: 8, layers: [2, 3, 1] }).run();
    training.goTo(1999);
    expect(training.step).toBe(1999);
  });
});

describe('in pieces', () => {
  test('the same steps are made as in one', () => {
    const training = new Training(small);
    let pieces = 0;
    while (!training.isDone) {
      expect(training.advance(1)).toBeGreaterThan(0);
      pieces++;
    }
    expect(pieces).toBeGreaterThan(1);
    expect(bits(training)).toEqual(bits(new Training(small).run()));
    expect(training.advance(8)).toBe(0);
  });

  test('two trainings take turns and do not disturb each other', () => {
    const [one, other] = [new Training(small), new Training({ ...small, seed: '5' })];
    while (!one.isDone || !other.isDone) {
      one.advanceOne();
      other.advanceOne();
    }
    expect(bits(one)).toEqual(bits(new Training(small).run()));
  });
});

describe('what is written down', () => {
  test('before a step are the weights that the step starts from, and the loss on points held back', () => {
    const state = { ...openingOf('network'), steps: 20 };
    const training = new Training(state).run();
    const { observer } = training;
    expect([observer?.lives.length, observer?.first.length, observer?.tested.length]).toEqual([21, 21, 21]);
    const stopped = new Training(state).run(7);
    const [layer] = stopped.network.linears;
    expect([...(observer?.first.at(7) ?? [])]).toEqual([...layer.weight.detach().data, ...layer.bias.detach().data]);
    const held = /** @type {any} */ (stopped.data.test);
    const loss = stopped.criterion(stopped.network.net(held.points), held.targets).item();
    expect(observer?.tested.at(7)[0]).toBe(loss);
    expect(accuracyOf(stopped).of).toBe(256);
  });
});

describe('a tensor that is inf or NaN', () => {
  const far = {
    activation: 'LeakyReLU',
    parameters: { negative_slope: 0.01 },
    loss: 'MSELoss',
    data: [
      [1000, 1000, 1],
      [-1000, 500, 0],
    ],
  };
  /** @type {[Partial<typeof small> & { loss?: any, optimizer?: any, data?: any }, RegExp][]} */
  const cases = [
    [{ loss: 'MSELoss', lr: 1e5 }, /^Stopped at step \d+: the output of net\[\d\], Linear\(.*\) became inf first\./],
    [{ ...far, optimizer: 'RMSprop', lr: 1e6 }, /the loss became inf first\. In MSELoss\(\) it squared errors/],
    [
      { ...far, optimizer: 'Adam', lr: 1e4 },
      /the exp_avg_sq of net\[\d\]\.weight became inf first\. In Adam\.step it squared/,
    ],
    [{ ...far, optimizer: 'SGD', lr: 1e6, weight_decay: 10 }, /became (inf|NaN) first/],
  ];
  test.each(cases)('stops the training, which keeps all and says which was first: %#', (changes, words) => {
    const training = new Training({ ...small, ...changes }).run();
    const { stopped } = training;
    expect(stoppedSentence(/** @type {any} */ (stopped))).toMatch(words);
    expect([training.step, training.reached, training.isDone]).toEqual([stopped?.step, stopped?.step, true]);
    expect(training.losses.length).toBe(training.step + 1);
    expect(training.advance(1)).toBe(0);
    for (const parameter of training.network.net.parameters()) {
      expect([...parameter.detach().data].every(Number.isFinite)).toBe(true);
    }
    training.goTo(0).run();
    expect(training.step).toBe(stopped?.step);
  });
});

test('a training leaves the page’s own random numbers alone', () => {
  torch.manual_seed(0);
  const [first] = [torch.randn(1).item()];
  new Training({ ...openingOf('dying'), steps: 2 }).run();
  expect([first, torch.randn(1).item()].map((value) => value.toFixed(4))).toEqual(['1.5410', '-0.2934']);
});

// What is measured of a training: lives of units, lines, sizes of gradients, histograms, medians, maps.
import { describe, expect, test } from 'vitest';
import { Census } from '../web/training/measures/census.js';
import { atDepth, initialProfile, profileOf, rms } from '../web/training/measures/gradients.js';
import { flowOf, histogramOf } from '../web/training/measures/histogram.js';
import { lineOf, pathOf } from '../web/training/measures/lines.js';
import { decisionMap, unitMaps, windowOf } from '../web/training/measures/maps.js';
import { Race, standingOf } from '../web/training/measures/race.js';
import { Slopes } from '../web/training/measures/slopes.js';
import { Training } from '../web/training/run/training.js';
import { chosen } from '../web/training/state/activations.js';
import { presetsOf } from '../web/training/state/presets.js';
import { openingOf } from '../web/training/state/vocabulary.js';
import torch from '../web/training/torch.js';
import { fastestSentence, ranked } from '../web/training/words/convergence.js';
import { deadSentence, unitSentence, whySentence } from '../web/training/words/dying.js';
import { initsSentence, profileSentence } from '../web/training/words/vanishing.js';
import recorded from './reference/lessons.json' with { type: 'json' };
import { kGradientRatio } from './tolerances.js';

/** The counts that a script printed. @param {string} name @param {'start' | 'end'} when */
function printedDead(name, when) {
  const run = /** @type {any} */ (recorded.runs.find((one) => one.name === name));
  const line = run.printed.find((/** @type {string} */ one) => one.startsWith(`dead at the ${when}`));
  return JSON.parse(line.slice(line.indexOf('[')));
}

describe('dead units', () => {
  test.each(presetsOf('dying'))('of $name are as many as PyTorch’s, at the start and at the end', ({ name, state }) => {
    const census = new Census(new Training(state).run());
    expect(census.deadIn(0)).toEqual(printedDead(name, 'start'));
    expect(census.deadIn(state.steps)).toEqual(printedDead(name, 'end'));
  });

  test('have a slope of 0 at every point, and no others do', () => {
    const training = new Training({ ...openingOf('dying'), steps: 30 }).run(30);
    const census = new Census(training);
    const { net, linears } = training.network;
    for (const step of [0, 9, 30]) {
      training.goTo(step);
      const hidden = torch.no_grad(() => linears[0](training.data.points).relu());
      const alive = hidden.gt(0).any(0).tolist();
      expect(alive.map(Number)).toEqual([...training.observer.lives.at(step).subarray(0, 32)]);
      expect(census.deadIn(step)[0]).toBe(alive.filter((/** @type {boolean} */ is) => !is).length);
    }
    expect(net.length).toBe(5);
  });

  test('are told apart by when they died', () => {
    const census = new Census(new Training(openingOf('dying')).run());
    const units = census.units();
    for (const [unit, life] of units.entries()) {
      expect(census.lifeOf(0, unit)).toBe(life.deadAtStart ? 'start' : 'alive');
      for (const state of life.deaths) expect(census.lifeOf(state, unit)).toBe('died');
      for (const state of life.revivals) expect(census.lifeOf(state, unit)).toBe('revived');
      expect(life.deaths.length - life.revivals.length).toBe(Number(life.isDead) - Number(life.deadAtStart));
    }
    const never = units.findIndex((life) => life.deadAtStart && life.revivals.length === 0);
    expect(census.lifeOf(300, never)).toBe('start');
    const [first] = units.filter((life) => life.deaths.length > 0 && life.isDead);
    expect(census.lifeOf(300, census.starts[first.layer] + first.unit)).toBe('dead');
  });

  test('are none of LeakyReLU’s, and the words say so', () => {
    const training = new Training({ ...openingOf('dying'), ...chosen('LeakyReLU'), steps: 10 }).run();
    expect(deadSentence(new Census(training))).toBe('Dead after 10 steps: none.');
    expect(whySentence(new Slopes(chosen('LeakyReLU')).sides())).toMatch('cannot die');
    expect(new Slopes(chosen('ReLU')).sides()).toEqual({ below: false, above: true });
    expect(new Slopes(chosen('Tanh')).sides()).toEqual({ below: false, above: false });
  });
});

describe('a unit’s line', () => {
  test('is where its input is 0, and ends at the window’s edges', () => {
    const training = new Training({ ...openingOf('dying'), lr: 0.1, steps: 5 }).run();
    const window = windowOf(training);
    for (let unit = 0; unit < 32; unit++) {
      const { weights, bias, ends, towards } = lineOf(training, unit, 3, window);
      expect(Math.hypot(...towards)).toBeCloseTo(1, 12);
      expect([...pathOf(training, unit).subarray(9, 12)]).toEqual([...weights, bias]);
      for (const [x, y] of ends ?? []) {
        expect(weights[0] * x + weights[1] * y + bias).toBeCloseTo(0, 9);
        expect(Math.max(Math.abs(x), Math.abs(y))).toBeCloseTo(window[1], 9);
      }
    }
    expect(unitSentence(new Census(training), 0, training)).toMatch(/^Unit 1 of layer 1 /);
  });
});

describe('sizes of gradients', () => {
  const normal = 2 ** -126; // below it a float32 has fewer digits, and every sum rounds in its own way
  test.each(recorded.depths)('$activation, $init, depth $depth: PyTorch’s ratio of first to last', (entry) => {
    const state = atDepth(
      { ...openingOf('vanishing'), ...chosen(entry.activation), init: /** @type {any} */ (entry.init) },
      entry.depth,
    );
    const { rms: sizes, ratio } = initialProfile(state);
    const [first, last] = [Number(entry.first), Number(entry.last)];
    expect(sizes.length).toBe(entry.depth + 1);
    if (first < 1e3 * normal || last < 1e3 * normal)
      return expect(Math.abs(sizes[0] - first)).toBeLessThan(1e3 * normal);
    expect(Math.abs(ratio / (first / last) - 1)).toBeLessThan(kGradientRatio(entry.depth));
  });

  test('do not disturb the training that they are asked of', () => {
    const state = { ...openingOf('vanishing'), steps: 4 };
    const asked = new Training(state);
    while (asked.advanceOne()) {
      profileOf(asked);
      flowOf(asked, 3);
    }
    expect(asked.losses).toEqual(new Training(state).run().losses);
  });

  test('are the mean of squares in float64', () => {
    expect(rms(Float32Array.of(3e-30, 4e-30))).toBeCloseTo(Math.sqrt(12.5) * 1e-30, 34);
  });

  test('are put into words', () => {
    const profile = { rms: [1e-10, 0.5, 2e-4], ratio: 5e-7 };
    expect(profileSentence('ReLU', 'default', profile)).toBe(
      'ReLU, PyTorch’s default, 3 layers, at initialisation: the first layer’s gradient is 1.0e-10, the last one’s 2.0e-4, a ratio of 5.0e-7; the gradient vanishes.',
    );
    expect(
      initsSentence(
        'ReLU',
        new Map(
          /** @type {const} */ ([
            ['default', profile],
            ['he', { rms: [1, 1], ratio: 1 }],
          ]),
        ),
      ),
    ).toBe(
      'ReLU: with PyTorch’s default (5.0e-7) the gradient vanishes; with He (1) the gradient arrives. The initialisation decides.',
    );
  });
});

describe('what flows through a layer', () => {
  test('is what autograd gives', () => {
    const training = new Training({ ...openingOf('network'), steps: 3 }).run();
    const { activations, gradients, shape } = flowOf(training, 1);
    const { linears, acts } = training.network;
    const hidden = acts[1](linears[1](acts[0](linears[0](training.data.points))))
      .detach()
      .requires_grad_();
    training.criterion(linears[2](hidden), training.data.targets).backward();
    expect([shape, activations, gradients]).toEqual([[256, 8], hidden.detach().data, hidden.grad.data]);
    const { counts } = histogramOf(activations, 12);
    expect(counts.reduce((a, b) => a + b, 0)).toBe(256 * 8);
    expect(histogramOf(new Float32Array(5)).counts.reduce((a, b) => a + b, 0)).toBe(5);
  });
});

describe('a race', () => {
  test('has the median, the band and the step below the mark', () => {
    const losses = [
      [3, 0.2, 0.05],
      [1, 0.05, 0.01],
      [2, 0.3, 0.2],
    ].map((row) => Float32Array.from(row));
    expect(standingOf(losses)).toEqual({
      median: Float32Array.of(2, 0.2, 0.05),
      least: Float32Array.of(1, 0.05, 0.01),
      most: Float32Array.of(3, 0.3, 0.2),
      below: 2,
    });
    expect([...standingOf(losses.slice(0, 2)).median]).toEqual([1, Math.fround(0.05), Math.fround(0.01)]);
  });

  test('in pieces is the same as in one, and is told from the fastest to the slowest', () => {
    const state = {
      ...openingOf('convergence'),
      optimizer: /** @type {const} */ ('Adam'),
      lr: 0.05,
      steps: 40,
      seeds: 3,
    };
    const [race, whole] = [new Race(state), new Race(state).run()];
    while (!race.isDone) race.advance(8);
    while (race.advanceOthers(8));
    for (const [i, entrant] of race.entrants.entries()) {
      expect(race.standing(entrant)).toEqual(whole.standing(whole.entrants[i]));
    }
    expect([race.reached, race.entrants.length, race.runs.length]).toEqual([40, 5, 15]);
    const [first] = ranked(race);
    expect(fastestSentence(race)).toMatch(`${first.name} is fastest: the median of its losses falls below 0.1 at step`);
  });
});

describe('maps', () => {
  test('are the network’s and its units’ answers at the places of pixels', () => {
    const training = new Training({ ...openingOf('network'), steps: 5 }).run();
    const { size, values } = decisionMap(training, [-1, 1, -2, 2], 5);
    const corner = torch.tensor([[-1, 2]]); // the first pixel is the upper left one
    expect([size, values.length]).toEqual([5, 25]);
    expect(values[0]).toBe(training.network.net(corner).sigmoid().item());
    const maps = unitMaps(training, [-1, 1, -2, 2], 5);
    expect(maps.map((layer) => layer.length)).toEqual([8, 8]);
    expect(maps[0][3].values[0]).toBe(training.network.linears[0](corner).tanh().tolist()[0][3]);
  });
});

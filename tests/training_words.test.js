// The sentences of training: what they say is computed from what they tell of.
import { describe, expect, test } from 'vitest';
import { Census } from '../web/training/measures/census.js';
import { Descents } from '../web/training/measures/descents.js';
import { initialProfile } from '../web/training/measures/gradients.js';
import { compared, recordedOf } from '../web/training/recorded/comparison.js';
import { release } from '../web/training/recorded/losses.js';
import { Training } from '../web/training/run/training.js';
import { inits } from '../web/training/state/choices.js';
import { openingOf } from '../web/training/state/vocabulary.js';
import {
  deadSentence,
  extinctSentence,
  harmSentence,
  unitSentence,
  whenSentence,
  whySentence,
} from '../web/training/words/dying.js';
import { networkSentence, standingSentence, stepSentence } from '../web/training/words/network.js';
import { counted, listed, twoDigits } from '../web/training/words/phrases.js';
import { recordedSentence } from '../web/training/words/recorded.js';
import { stoppedSentence } from '../web/training/words/stopped.js';
import { alikeSentence, defaultSentence, initsSentence, ratioWord } from '../web/training/words/vanishing.js';
import reference from './reference/lessons.json' with { type: 'json' };

describe('phrases', () => {
  test('count, list and round', () => {
    expect([counted(1, 'step'), counted(1200, 'step')]).toEqual(['1 step', '1,200 steps']);
    expect([listed([]), listed(['a']), listed(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c']);
    expect([0.034567, 1e-10, 123456, 0, Number.NaN, -0.5].map(twoDigits)).toEqual([
      '0.035',
      '1.0e-10',
      '1.2e5',
      '0',
      'NaN',
      '-0.5',
    ]);
  });
});

describe('dying', () => {
  const training = new Training(openingOf('dying')).run();
  const census = new Census(training);

  test('the counts at the start are PyTorch’s', () => {
    const printed = /** @type {any} */ (reference.runs.find(({ name }) => name === 'dying_SGD_5')).printed[0];
    const [first, second] = JSON.parse(printed.slice(printed.indexOf('[')));
    expect(deadSentence(census, 0)).toBe(
      `Dead at the start: ${first} of 32 in layer 1 and ${second} of 32 in layer 2.`,
    );
  });

  test('when, why, what for', () => {
    const deaths = census.units().filter((unit) => unit.deaths.length > 0);
    const first = Math.min(...deaths.map((unit) => unit.deaths[0]));
    expect(whenSentence(census)).toMatch(`${deaths.length} units died while it learned, the first at step ${first},`);
    expect(extinctSentence(census, training)).toMatch(
      /^From step \d+ on all of layer 2 is dead: no gradient passes it/,
    );
    expect(harmSentence(census, training)).toMatch(/^\d+ of 64 units are dead and the loss is 0\.6\d+, from 0\.6962/);
    expect(whySentence({ below: false, above: true })).toMatch('what it gets is negative for all of them');
    for (let unit = 0; unit < 64; unit++)
      expect(unitSentence(census, unit, training)).toMatch(/^Unit \d+ of layer [12] /);
  });

  test('a run that learns well says that dead is not failed', () => {
    const adam = new Training({ ...openingOf('dying'), optimizer: 'Adam', lr: 0.3 }).run();
    expect(harmSentence(new Census(adam), adam)).toMatch(
      /^\d+ of 64 units are dead and the loss is 0\.0\d+: dead is not failed\.$/,
    );
  });
});

describe('vanishing', () => {
  test('with nn.Linear’s own weights ReLU vanishes, and He lets it through', () => {
    const state = { ...openingOf('vanishing'), activation: 'ReLU' };
    const profiles = new Map(inits.map((init) => [init, initialProfile({ ...state, init })]));
    const own = /** @type {any} */ (profiles.get('default'));
    expect(defaultSentence(new Map([['ReLU', own]]))).toBe(
      `With nn.Linear’s own weights the gradient vanishes for ReLU (${twoDigits(own.ratio)}).`,
    );
    expect(initsSentence('ReLU', profiles)).toMatch(
      /default \(.*e-7\) the gradient vanishes; .* The initialisation decides\.$/,
    );
    expect([Number.NaN, 0, 1e-9, 0.5, 1e6].map(ratioWord)).toEqual([
      'there is no gradient at all',
      'nothing arrives at the first layer',
      'the gradient vanishes',
      'the gradient arrives',
      'the gradient explodes',
    ]);
    expect([alikeSentence('he'), alikeSentence('alike').length > 0]).toEqual(['', true]);
  });

  test('descents are the networks that profiles are of, and train together', () => {
    const state = { ...openingOf('vanishing'), layers: [2, 8, 8, 8, 1], steps: 3 };
    const all = new Descents(state);
    for (const one of all.descents) {
      expect(all.profile(one)).toEqual(initialProfile({ ...state, init: one.init }));
    }
    all.advance(1000);
    expect([all.isDone, all.reached, all.runs.length]).toEqual([true, 3, 4]);
    const [own] = all.descents;
    expect(own.training.losses).toEqual(new Training(state).run().losses);
    expect(all.profile(own).rms.length).toBe(4);
  });
});

describe('network', () => {
  test('what it is, where it stands, what a step does', () => {
    const training = new Training({ ...openingOf('network'), steps: 50 }).run();
    expect(networkSentence(training)).toBe('2-8-8-1 with Tanh: it learns 105 numbers.');
    expect(standingSentence(training)).toMatch(
      /^After 50 steps \d+ of 256 points are in their class\. The latest batch had a loss of 0\.\d{4}\. Of the points that it has not seen, \d+ of 256, with a loss of 0\.\d{4}\.$/,
    );
    expect(stepSentence(training)).toMatch(/^Step 50 looks at 32 points, .* by Adam with a learning rate of 0\.01\.$/);
  });
});

describe('PyTorch’s losses', () => {
  test('are equal at all steps, or to some step, or not recorded', () => {
    const state = { ...openingOf('dying'), lr: 0.5 };
    const { losses } = new Training(state).run(30);
    const recorded = /** @type {Float64Array} */ (recordedOf(state));
    expect(recordedSentence(compared(losses, recorded))).toBe(
      `Equal to PyTorch ${release}’s losses in all 30 steps so far, to 2e-6.`,
    );
    const other = losses.slice();
    other[12] += 1e-4;
    expect(recordedSentence(compared(other, recorded))).toMatch(
      /losses to step 11, to 2e-6\. From there a last digit has grown/,
    );
    expect(recordedSentence(null)).toMatch('not recorded');
    expect(recordedSentence(compared([], recorded))).toMatch('no step is made yet');
  });
});

describe('a stop', () => {
  test('says which tensor, where and how', () => {
    const state = { ...openingOf('dying'), loss: /** @type {const} */ ('MSELoss'), lr: 1e5 };
    const { stopped } = new Training(state).run();
    const { step, largest, weight } = /** @type {any} */ (stopped);
    expect(stoppedSentence(/** @type {any} */ (stopped))).toBe(
      `Stopped at step ${step}: the output of net[2], Linear(in_features=32, out_features=32, bias=True) became inf first. In Linear(in_features=32, out_features=32, bias=True) it multiplied numbers up to ${twoDigits(largest)} by numbers up to ${twoDigits(weight)} and added them: more than 3.4e38, the largest float32. All before it is kept; a smaller learning rate is what helps most often.`,
    );
  });
});

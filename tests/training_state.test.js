// The state of a training in words: round trips, damaged and newer states, presets.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chosen, factsOf, nameOf, trainable } from '../web/training/state/activations.js';
import { dataNames, inits, lessons, losses, optimizers } from '../web/training/state/choices.js';
import { kMostOthers, kMostSeeds, kMostSteps } from '../web/training/state/keys.js';
import { readLayers, writeLayers } from '../web/training/state/layers.js';
import { presets, presetsOf } from '../web/training/state/presets.js';
import { hashOf, openingOf, readState, vocabulary, writeState } from '../web/training/state/vocabulary.js';

/** An activation with numbers for its parameters. */
const activation = fc.constantFrom(...trainable.map(({ module }) => module)).chain((name) => {
  const numbers = factsOf(name).parameters.filter(({ type }) => type === 'float');
  const values = Object.fromEntries(numbers.map(({ name: key }) => [key, fc.constantFrom(0.1, 0.5, 2, -1.25, 1e-7)]));
  return fc.record(values).map((given) => {
    const one = chosen(name);
    return { ...one, parameters: { ...one.parameters, ...given } };
  });
});
const width = fc.integer({ min: 1, max: 128 });
const coordinate = fc.float({ min: -1000, max: 1000, noNaN: true });
const point = fc.tuple(coordinate, coordinate, fc.constantFrom(0, 1));

/** States as a figure comes to them. */
const states = fc
  .record({
    lesson: fc.constantFrom(...lessons),
    one: activation,
    compare: fc.array(activation, { maxLength: kMostOthers }),
    hidden: fc.array(width, { minLength: 1, maxLength: 50 }),
    init: fc.constantFrom(...inits),
    optimizer: fc.constantFrom(...optimizers),
    loss: fc.constantFrom(...losses),
    lr: fc.double({ min: 0, max: 1e6, noNaN: true }),
    weight_decay: fc.constantFrom(0, 0.01, 1e-5),
    batch: fc.integer({ min: 0, max: 1000 }),
    steps: fc.integer({ min: 1, max: kMostSteps }),
    data: fc.oneof(fc.constantFrom(...dataNames), fc.array(point, { minLength: 2, maxLength: 9 })),
    points: fc.integer({ min: 2, max: 1000 }),
    seed: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 64n - 10n }).map(String),
    seeds: fc.integer({ min: 1, max: kMostSeeds }),
    theme: fc.constantFrom('auto', 'light', 'dark'),
  })
  .map(({ lesson, one, hidden, ...rest }) => {
    /** @type {any} */ const state = { ...openingOf(lesson), ...one, ...rest, layers: [2, ...hidden, 1] };
    return state;
  });

/** What Object.is tells apart and words do not: the sign of a zero. @param {any} state */
const plain = (state) => JSON.parse(JSON.stringify(state));

describe('words', () => {
  test('give every state again', () => {
    fc.assert(
      fc.property(states, (state) => {
        const { state: read, problems } = readState(writeState(state));
        expect(problems).toEqual([]);
        expect(plain(read)).toEqual(plain(state));
      }),
    );
  });

  test('of a link give every state again', () => {
    fc.assert(
      fc.property(states, (state) => {
        const { state: read } = readState(new URLSearchParams(hashOf(state).replaceAll('+', '%2B')));
        expect(plain(read)).toEqual(plain(state));
      }),
    );
  });

  test('say only what differs from how the lesson opens', () => {
    expect(hashOf(openingOf('dying'))).toBe('lesson=dying&activation=ReLU&v=1');
    expect(hashOf({ ...openingOf('dying'), lr: 0.5 })).toBe('lesson=dying&activation=ReLU&lr=0.5&v=1');
  });

  test('of an activation for each layer of a network', () => {
    const words = 'lesson=network&layers=2-8-8-1&activations=ReLU,LeakyReLU(negative_slope=0.2)';
    const { state, problems } = readState(new URLSearchParams(words));
    expect(problems).toEqual([]);
    expect(state.activations.map(nameOf)).toEqual(['ReLU', 'LeakyReLU(negative_slope=0.2)']);
    expect(new Map(writeState(state)).get('activations')).toBe('ReLU,LeakyReLU(negative_slope=0.2)');
  });
});

describe('a damaged or newer state', () => {
  test('recovers every key that is intact and names the rest', () => {
    fc.assert(
      fc.property(
        states,
        fc.constantFrom('layers', 'init', 'optimizer', 'lr', 'batch', 'steps', 'points', 'seed', 'loss'),
        fc.constantFrom('', '?', '-', 'none of these', '1e', '[]'),
        (state, key, text) => {
          const pairs = new Map(writeState(state)).set(key, text);
          const { state: read, problems } = readState(pairs);
          expect(problems.map((problem) => problem.split(':')[0])).toEqual([key]);
          const opening = /** @type {any} */ (openingOf(state.lesson));
          expect(plain(read)).toEqual(plain({ ...state, [key]: opening[key] }));
        },
      ),
    );
  });

  test('never throws, whatever it says', () => {
    const texts = fc.oneof(fc.string(), fc.constantFrom('RReLU', 'Softmax', '2-2', '1,2,3', '9e99', '__proto__'));
    const keys = fc.oneof(fc.constantFrom(...vocabulary), fc.string());
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, texts)), (pairs) => {
        const { state } = readState(pairs);
        expect(plain(readState(writeState(state)).state)).toEqual(plain(state));
      }),
    );
  });

  test('says what is wrong in words', () => {
    const wrong = (/** @type {string} */ words) => readState(new URLSearchParams(words)).problems;
    expect(wrong('lesson=sleeping')).toEqual(['lesson: “sleeping” is none of dying, vanishing, convergence, network']);
    expect(wrong('activation=RReLU')).toEqual([
      'activation: RReLU draws at random at each step, which could not be gone back to',
    ]);
    expect(wrong('activation=Softmax')).toEqual(['activation: Softmax is no function of one element']);
    expect(wrong('activation=ReLU&negative_slope=1')).toEqual(['negative_slope: ReLU has no such parameter']);
    expect(wrong('layers=2-32-2')).toEqual(['layers: the network answers with 1 number, not 2']);
    expect(wrong('data=stars')).toEqual([
      'data: “stars” is none of circles, moons, xor, spirals, nor points as x,y,class;x,y,class',
    ]);
    expect(wrong('data=1,2,3;0,0,0')).toEqual(['data: “1,2,3” has a class other than 0 or 1']);
    expect(wrong('lesson=network&activations=ReLU')).toEqual(['activations: 1 for 2 hidden layers']);
    expect(wrong('lesson=convergence&compare=A,ReLU')).toEqual(['compare: there is no “A” here']);
    expect(wrong('v=2&colour=red')).toEqual(['v: written by a newer page (2)', 'colour: unknown']);
    expect(wrong('lesson=convergence&seed=18446744073709551615')).toEqual(['seeds: PyTorch’s seeds end at 2^64 - 1']);
  });
});

describe('layers', () => {
  test('are read in several spellings and written in one', () => {
    for (const text of ['2-32x20-1', '2 - 32*20 - 1', '2,32×20,1']) {
      expect(writeLayers(readLayers(text).layers)).toBe('2-32x20-1');
    }
    expect(writeLayers([2, 3, 3, 3, 1])).toBe('2-3-3-3-1');
  });
});

describe('presets', () => {
  test('open each lesson, and are states that can be written', () => {
    for (const lesson of lessons) expect(presetsOf(lesson)[0].state).toEqual(openingOf(lesson));
    for (const { state } of presets) expect(readState(writeState(state))).toEqual({ state, problems: [] });
  });
});

// The bench apart from its timing: what its options mean, the arithmetic of the start row, what the pages of that row must show.
import { expect, test } from 'vitest';
import { Model } from '../web/figure/numbers/model.js';
import { readState } from '../web/figure/state/vocabulary.js';
import { plainTraining } from './bench/networks/plain_network.js';
import { taskOf, trainings } from './bench/networks/settings.js';
import { training as torchletTraining } from './bench/networks/torchlet.js';
import { options } from './bench/options.js';
import { expectedTexts } from './bench/start/answers.js';
import { numbers } from './bench/start/numbers.js';
import { compared, verdict } from './bench/start/report.js';
import { judged } from './bench/start/start.js';

test('without names everything is measured, in Node and Chromium', () => {
  const all = options([]);
  expect(all).toMatchObject({
    in: ['node', 'chromium'],
    browsers: ['chromium'],
    start: true,
    page: ['load', 'frame', 'task'],
  });
  expect(all.ops).toContain('softmax');
});

test('start alone measures no function', () => {
  expect(options(['start'])).toMatchObject({ ops: [], page: [], start: true, first: false, browsers: ['chromium'] });
  expect(options(['relu'])).toMatchObject({ ops: ['relu'], page: [], start: false });
});

test('first alone measures no function', () => {
  expect(options(['first'])).toMatchObject({ ops: [], page: [], start: false, first: true });
});

test('training and products alone measure no function', () => {
  expect(options(['training', 'products'])).toMatchObject({ ops: [], page: [], networks: ['training', 'products'] });
  expect(options(['relu'])).toMatchObject({ ops: ['relu'], networks: [] });
});

test('plain JavaScript and torchlet train the networks of the bench to the same losses', () => {
  for (const training of trainings) {
    const task = taskOf({ ...training, batch: 8 });
    const steps = [plainTraining(task), torchletTraining(task)];
    for (let i = 0; i < 20; i++) {
      const [right, loss] = steps.map((step) => step());
      expect(Math.abs(loss - right)).toBeLessThan(1e-4 * right);
    }
  }
});

test('--in names engines, in whose page functions and the start row are measured', () => {
  expect(options(['relu', 'start', '--in', 'firefox,webkit'])).toMatchObject({
    in: ['firefox', 'webkit'],
    browsers: ['firefox', 'webkit'],
  });
  expect(options(['--in', 'node'])).toMatchObject({ in: ['node'], browsers: ['chromium'] });
});

test('an engine that nobody knows is refused, with the ones that are known', () => {
  expect(() => options(['--in', 'opera'])).toThrow(/does not know opera[\s\S]*node, chromium, firefox, webkit/);
});

/** @param {string} name @param {number[]} samples */
const row = (name, samples) => ({ name, kB: 1, samples });

test('a contender is set beside the plain page by medians, with the spread of nine tenths', () => {
  const [plain, torchlet] = compared([row('plain', [100, 90, 400]), row('torchlet', [200, 250, 240, 210])]);
  expect(plain).toMatchObject({ median: 100, ratio: 1, difference: 0 });
  expect(torchlet).toMatchObject({ median: 225, ratio: 2.25, difference: 125 });
  expect(torchlet.spread[0]).toBeCloseTo(201.5);
  expect(torchlet.spread[1]).toBeCloseTo(248.5);
});

test('the goal holds up to 150 ms after the plain page, and not beyond', () => {
  const after = (/** @type {number} */ ms) => verdict(compared([row('plain', [100]), row('torchlet', [100 + ms])]));
  expect(after(150)).toMatch(/^holds: .*: 150$/);
  expect(after(151)).toMatch(/^DOES NOT HOLD: .*: 151$/);
});

test('without the plain page nothing is claimed', () => {
  expect(verdict(compared([row('torchlet', [200])]))).toBeNull();
  expect(compared([row('torchlet', [200])])[0]).toMatchObject({ ratio: null, difference: null });
});

test('the eighteen numbers are those that the figure opens with', () => {
  const { state } = readState([
    ['activation', 'LeakyReLU'],
    ['negative_slope', '0.1'],
  ]);
  const { repr, input, output } = new Model().update(state);
  expect(expectedTexts()).toEqual([repr, String(input), String(output)]);
  expect(Array.from(input.data)).toEqual(numbers.map(Math.fround));
});

test('a page that shows another number, or no curve, is found out', () => {
  const texts = expectedTexts();
  expect(() => judged('plain', { texts, points: 257 })).not.toThrow();
  expect(() =>
    judged('plain', { texts: [...texts.slice(0, 2), texts[2].replace('-0.2469', '-0.2468')], points: 257 }),
  ).toThrow(/-0.2468/);
  expect(() => judged('torchlet', { texts, points: 1 })).toThrow('no curve');
});

test('a peer whose first result is wrong is found out', () => {
  const right = numbers.map((x) => Math.fround(x > 0 ? x : 0.01 * x));
  expect(() => judged('ort', { texts: [right.join(', ')] })).not.toThrow();
  expect(() => judged('ort', { texts: [right.with(1, 0).join(', ')] })).toThrow('element 1 is 0');
  expect(() => judged('ort', { texts: [right.slice(1).join(', ')] })).toThrow('17 elements');
});

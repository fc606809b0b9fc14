// A curve as sound: the score in numbers, and what comes out of Web Audio where there is one.
import { describe, expect, test } from 'vitest';
import { evaluate, sample } from '../web/figure/numbers/sample.js';
import { activationOf, defaultParameters } from '../web/figure/state/vocabulary.js';
import { schedule } from '../web/playground/sound/play.js';
import { pitch, scoreOf, timbres, wordsOf } from '../web/playground/sound/score.js';

/** A function in a window, as it is heard. @param {string} name @param {number[]} window @param {number} [duration] */
function heard(name, [from, to, low, high], duration = 2.5) {
  const [activation, parameters] = [activationOf(name), defaultParameters(name)];
  const own = sample(activation, parameters, from, to);
  const f = (/** @type {Float32Array} */ x) => evaluate(activation, parameters, x);
  const kinks = own.kinks.map(({ x }) => x);
  return { scene: /** @type {any} */ ({ sample: own }), heard: { f, from, to, low, high, kinks, duration } };
}
/** @param {string} name @param {number[]} window @param {number} [duration] */
const scored = (name, window, duration) => scoreOf(heard(name, window, duration).heard);
/** The timbre at a time. @param {import('../web/playground/sound/score.js').Score} score @param {number} time */
const timbreAt = ({ levels, duration }, time) =>
  timbres.filter((one) => levels[one][Math.round((time / duration) * (levels[one].length - 1))] === 1).join();

describe('the score', () => {
  test('has a pitch for each value: four octaves over what is in view, and the ends beyond', () => {
    expect([-1, 0, 0.25, 0.5, 1, 7].map((y) => Math.round(pitch(y, 0, 1)))).toEqual([110, 110, 220, 440, 1760, 1760]);
    const { frequencies, duration } = scored('Sigmoid', [-8, 8, 0, 1]);
    expect(duration).toBe(2.5);
    expect(frequencies[(frequencies.length - 1) / 2]).toBeCloseTo(440, 3);
    expect(frequencies.every((one, i) => i === 0 || one >= frequencies[i - 1])).toBe(true);
  });

  test('has a timbre for what is dead, saturated, out of view', () => {
    const relu = scored('ReLU', [-5, 5, -1, 3]);
    expect([0.5, 1.24, 1.3, 1.9, 2.2].map((time) => timbreAt(relu, time))).toEqual([
      'dead',
      'dead',
      'plain',
      'plain',
      'thin',
    ]);
    const sigmoid = scored('Sigmoid', [-10, 10, 0, 1]);
    expect([0.1, 1.25, 2.4].map((time) => timbreAt(sigmoid, time))).toEqual(['saturated', 'plain', 'saturated']);
  });

  test('has a click at each kink, at any speed', () => {
    expect(scored('Hardtanh', [-5, 5, -2, 2]).clicks).toEqual([1, 1.5]);
    expect(scored('Hardtanh', [-5, 5, -2, 2], 5).clicks).toEqual([2, 3]);
    expect(scored('Tanh', [-5, 5, -2, 2]).clicks).toEqual([]);
  });

  test('is silent with a tick where there is no finite value, and its tone fades at both ends', () => {
    const f = (/** @type {Float32Array} */ x) => ({
      y: x.map((one) => (one < -1 ? Number.NaN : one > 1 ? Number.POSITIVE_INFINITY : one)),
      slope: x.map(() => 1),
    });
    const score = scoreOf({ f, from: -2, to: 2, low: -2, high: 2, kinks: [], duration: 2 });
    expect(score.ticks).toEqual([0, expect.closeTo(1.5, 1)]);
    expect([0.2, 1, 1.8].map((time) => timbreAt(score, time))).toEqual(['', 'plain', '']);
    expect(score.frequencies.every(Number.isFinite)).toBe(true);
    for (const timbre of timbres) expect([score.levels[timbre][0], score.levels[timbre].at(-1)]).toEqual([0, 0]);
  });

  test('is said in words', () => {
    const { scene, heard: one } = heard('Hardtanh', [-5, 5, -2, 2]);
    expect(wordsOf(scene, one)).toBe(
      'x from -5 to 5: f from -1 to 1, kinks at -1 and 1, dead from -5 to -1, dead from 1 to 5.',
    );
    const tanh = heard('Tanh', [-2, 2, -2, 2]);
    expect(wordsOf(tanh.scene, tanh.heard)).toBe('x from -2 to 2: f from -0.964 to 0.964, no kinks.');
  });
});

const kSampleRate = 44_100;

/** What a score sounds like. @param {import('../web/playground/sound/score.js').Score} score */
async function rendered(score) {
  const context = new OfflineAudioContext(1, Math.ceil(kSampleRate * (score.duration + 0.2)), kSampleRate);
  schedule(context, score, 0, 0.5);
  return (await context.startRendering()).getChannelData(0);
}

/** A stretch of samples around a time. @param {Float32Array} data @param {number} time @param {number} [length] in seconds */
const around = (data, time, length = 0.06) =>
  data.subarray(Math.round((time - length / 2) * kSampleRate), Math.round((time + length / 2) * kSampleRate));

/** The pitch of a stretch by autocorrelation, in hertz. @param {Float32Array} data */
function heardPitch(data) {
  const alike = (/** @type {number} */ lag) => {
    let [both, own, other] = [0, 0, 0];
    for (let i = 0; i + lag < data.length; i++) {
      both += data[i] * data[i + lag];
      own += data[i] ** 2;
      other += data[i + lag] ** 2;
    }
    return both / Math.sqrt(own * other || 1);
  };
  const lags = Array.from({ length: 430 }, (_, i) => i + 20);
  const all = lags.map(alike);
  const most = Math.max(...all);
  // The first peak that is almost the highest: later ones are its multiples.
  const first = all.findIndex((one, i) => one > most - 0.03 && one >= (all[i - 1] ?? -1) && one >= (all[i + 1] ?? -1));
  const [a, b, c] = [all[first - 1] ?? all[first], all[first], all[first + 1] ?? all[first]];
  const bend = a - 2 * b + c;
  return kSampleRate / (lags[first] + (bend === 0 ? 0 : (a - c) / (2 * bend)));
}

/** How strong a frequency is in a stretch. @param {Float32Array} data @param {number} frequency */
function strength(data, frequency) {
  let [re, im] = [0, 0];
  for (let i = 0; i < data.length; i++) {
    const window = 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / data.length);
    const angle = (2 * Math.PI * frequency * i) / kSampleRate;
    re += window * data[i] * Math.cos(angle);
    im += window * data[i] * Math.sin(angle);
  }
  return Math.hypot(re, im) / data.length;
}

/** How strong what is above 5 kHz is: the mean of the second difference. @param {Float32Array} data */
const sharpness = (data) =>
  data.reduce((sum, one, i) => sum + (i < 2 ? 0 : Math.abs(one - 2 * data[i - 1] + data[i - 2])), 0) / data.length;
const loudness = (/** @type {Float32Array} */ data) =>
  Math.sqrt(data.reduce((sum, one) => sum + one * one, 0) / data.length);

describe.runIf(typeof OfflineAudioContext !== 'undefined')('rendered', () => {
  test('Sigmoid has the pitch of its value at every time', async () => {
    const { heard: one } = heard('Sigmoid', [-8, 8, -0.1, 1.1]);
    const data = await rendered(scoreOf(one));
    for (const time of [0.3, 0.8, 1.05, 1.25, 1.45, 1.7, 2.2]) {
      const y = one.f(Float32Array.of(-8 + (16 * time) / 2.5)).y[0];
      expect(Math.log2(heardPitch(around(data, time, 0.05)) / pitch(y, -0.1, 1.1)), `at ${time} s`).toBeCloseTo(0, 1);
    }
    expect(loudness(data.subarray(Math.round(2.55 * kSampleRate)))).toBe(0);
  });

  test('ReLU is hollow where it is dead: no second harmonic, a strong third; and full where it is not', async () => {
    const data = await rendered(scored('ReLU', [-5, 5, -2, 5]));
    const low = pitch(0, -2, 5);
    const dead = around(data, 0.6, 0.2);
    expect(heardPitch(around(data, 0.6))).toBeCloseTo(low, 0);
    expect(strength(dead, 2 * low) / strength(dead, low)).toBeLessThan(0.02);
    expect(strength(dead, 3 * low) / strength(dead, low)).toBeGreaterThan(0.5);
    const high = pitch(2.5, -2, 5);
    const plain = around(data, 1.25 + 1.25 / 2, 0.02);
    expect(strength(plain, 2 * high) / strength(plain, high)).toBeGreaterThan(0.2);
  });

  test('Hardtanh clicks at its kinks and nowhere else', async () => {
    const score = scored('Hardtanh', [-5, 5, -2, 2]);
    const [data, without] = [await rendered(score), await rendered({ ...score, clicks: [] })];
    const louder = (/** @type {number} */ time) =>
      sharpness(around(data, time + 0.004, 0.006)) / sharpness(around(without, time + 0.004, 0.006));
    for (const time of score.clicks) expect(louder(time), `at ${time}`).toBeGreaterThan(5);
    for (const time of [0.5, 1.25, 2]) expect(louder(time), `at ${time}`).toBeCloseTo(1, 5);
  });

  test('what is out of view is thinner: its fundamental is gone', async () => {
    const above = await rendered(scored('ReLU', [1, 9, 0, 3]));
    const below = await rendered(scored('ELU', [-5, 5, 1, 3]));
    for (const [thin, full, fundamental] of /** @type {[Float32Array, Float32Array, number][]} */ ([
      [around(above, 2, 0.2), around(above, 0.3, 0.2), 1760],
      [around(below, 0.6, 0.2), around(below, 2, 0.2), 110],
    ])) {
      expect(heardPitch(thin.subarray(0, 2600))).toBeCloseTo(fundamental, -1);
      expect(strength(thin, fundamental) / strength(thin, 4 * fundamental)).toBeLessThan(0.3);
      expect(loudness(thin)).toBeGreaterThan(0.2 * loudness(full));
      expect(loudness(thin)).toBeLessThan(loudness(full));
    }
  });

  test('never leaves what a device can play', async () => {
    for (const [name, window] of /** @type {[string, number[]][]} */ ([
      ['Hardshrink', [-1, 1, -1, 1]],
      ['Threshold', [-1, 1, -1, 30]],
      ['GELU', [-5, 5, 0, 3]],
    ])) {
      const data = await rendered(scored(name, window));
      expect(Math.max(...data.map(Math.abs)), name).toBeLessThan(1);
    }
  });
});

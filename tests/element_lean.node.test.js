// The element's lean stand-in for torch: for every activation it gives the bits and the words of torch itself.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, describe, expect, test } from 'vitest';
import { svgOf } from '../web/figure/drawing/still.js';
import { Model } from '../web/figure/numbers/model.js';
import { probe } from '../web/figure/probe.js';
import { activations } from '../web/figure/state/drawn.js';
import { readState } from '../web/figure/state/vocabulary.js';
import { lean, shared } from '../web/tools/element.js';

const folder = mkdtempSync(join(tmpdir(), 'torchlet-lean-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'lean.mjs');
const source = ['model', 'still', 'probe'].map((name) => `export * from './${name}.js';`).join('\n');
const { metafile } = await build({
  stdin: { contents: source, resolveDir: join(import.meta.dirname, '../web/figure') },
  ...shared,
  outfile: file,
  plugins: [lean],
  metafile: true,
});
const other = await import(file);

/** Inputs that differ in kind, and gradients from above. */
const words = [
  [
    'shape=4,6&seed=0',
    'shape=2,3,4&seed=18446744073709551615&mean=0.5&scale=3',
    'shape=4,2,3,2&seed=7&element=3,1,2,0',
  ],
  [
    'input=rand&shape=2,6,4&seed=3&from=-2&to=7',
    'input=linspace&shape=2,2,9&from=-20&to=20',
    'input=nan,inf,-inf,0,-0,1e-40,88,-88',
  ],
  ['shape=4,6&seed=1&upstream=random', 'input=linspace&shape=2,2,4&upstream=random', 'shape=2,4,6&seed=5&upstream=0.5'],
  ['shape=2,4,6&seed=2&temperature=0.7', 'input=article', 'shape=2,100,102&seed=9'],
].flat();

/** @param {{ data: Float32Array, shape: ArrayLike<number> }} tensor */
const bits = ({ data, shape }) => [
  String(shape),
  Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('base64'),
];

/** All that a figure shows of a result; or the error. @param {{ update: Function }} model @param {object} state */
function shown(model, state) {
  try {
    const result = model.update(state);
    const { input, output, slopes, gradient, upstream } = result;
    const { repr, chosen, dim, counts, moments, warnings } = result;
    const tensors = [input, output, slopes, gradient, upstream].filter(Boolean);
    return { repr, chosen, dim, counts, moments, warnings, bits: tensors.map(bits), text: tensors.map(String) };
  } catch (error) {
    return /** @type {Error} */ (error).message;
  }
}

/** A function with its defaults, and with each parameter at the ends of its slider. */
const settings = activations.flatMap(({ module, parameters }) => [
  `activation=${module}`,
  ...parameters.flatMap((p) =>
    [p.minimum, p.maximum, ...(p.choices ?? [])]
      .map((value) => value ?? p.default)
      .map((value) => `activation=${module}&${p.name}=${value}`),
  ),
]);

describe.each(settings)('%s', (setting) => {
  test('has the bits and the text of torch, forward and backward', () => {
    for (const input of words) {
      const { state } = readState(new URLSearchParams(`${setting}&${input}`));
      expect(shown(new other.Model(), state), input).toEqual(shown(new Model(), state));
    }
  });
});

test('a model that is kept gives, one state after another, what torch gives', () => {
  const [own, whole] = [new other.Model(), new Model()];
  for (const setting of [...settings, ...settings.slice(0, 20)]) {
    const { state } = readState(new URLSearchParams(`${setting}&shape=2,4,6&seed=4`));
    expect(shown(own, state), setting).toEqual(shown(whole, state));
  }
});

test.each([
  'activation=Tanh&shape=50&seed=1',
  'activation=ReLU&shape=2000&seed=1',
  'activation=LogSoftmax&shape=2,3,4&seed=0',
  'activation=GLU&shape=4,6&seed=0&dim=1',
])('the picture of %s is the same', (text) => {
  const { state } = readState(new URLSearchParams(text));
  expect(other.svgOf(state)).toBe(svgOf(state));
});

test('refuses what PyTorch refuses, in its words', () => {
  for (const text of [
    'activation=Hardtanh&min_val=2&max_val=1',
    'activation=RReLU&lower=1&upper=0',
    'activation=CELU&alpha=0',
    'activation=Softshrink&lambd=-1',
  ]) {
    const { state } = readState(new URLSearchParams(text));
    const message = shown(new Model(), state);
    expect(typeof message, text).toBe('string');
    expect(shown(new other.Model(), state)).toBe(message);
  }
});

test('both pass the probe, which is the first thing that a figure does', () => {
  expect(() => probe()).not.toThrow();
  expect(() => other.probe()).not.toThrow();
});

test('brings none of what only programs need', () => {
  const [{ inputs }] = Object.values(metafile.outputs);
  const heavy = ['autograd', 'tensor', 'native', 'engine', 'views'].map((name) => `web/${name}.js`);
  const kept = Object.entries(inputs).filter(([path, { bytesInOutput }]) => bytesInOutput > 0 && heavy.includes(path));
  expect(kept).toEqual([]);
});

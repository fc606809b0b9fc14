// Whether the kernels compute here what they compute everywhere: asked once, before the first figure.
import { Evaluation } from './numbers/evaluation.js';
import { ShapedArray } from './numbers/shaped_array.js';
import { activationOf, defaultParameters } from './state/vocabulary.js';

// Five numbers are a whole vector and a tail; both signs, since a broken lane shows in one of them. The values are those of the
// native build, to the bit; each stands for another family of instructions.
const kInput = [-2.5, -0.75, 0, 0.5, 3];
/** @type {[name: string, parameters: object, output: number[], gradient: number[]][]} */
const known = [
  [
    'LeakyReLU',
    { negative_slope: 0.1 },
    [-0.25, -0.075000003, 0, 0.5, 3],
    [0.100000001, 0.100000001, 0.100000001, 1, 1],
  ],
  [
    'GELU',
    {},
    [-0.0155241638, -0.169970512, 0, 0.345731229, 2.99595022],
    [-0.0376110859, 0.000774266373, 0.5, 0.86749512, 1.01194561],
  ],
  [
    'Softplus',
    {},
    [0.078889735, 0.38687101, 0.693147182, 0.974076986, 3.04858732],
    [0.0758581758, 0.320821285, 0.5, 0.622459352, 0.952574134],
  ],
  ['Softmax', { dim: 0 }, [0.00352466945, 0.0202830732, 0.0429392643, 0.0707948804, 0.862458169], []],
];

let isSound = false;

/** Only Safari of iOS 16.4 is known to have given other numbers (wasm-feature-detect#75). @param {string} name */
const unsound = (name) =>
  new Error(`This browser's WebAssembly computes ${name} otherwise than PyTorch: no numbers of it are shown.`);

/**
 * Runs the kernels on known values; does nothing from the second time on.
 * @throws {Error} where they do not run, or give other numbers
 */
export function probe() {
  if (isSound) return;
  for (const [name, parameters, output, gradient] of known) {
    const x = new ShapedArray(Float32Array.from(kInput));
    const run = new Evaluation(activationOf(name), { ...defaultParameters(name), ...parameters });
    const isEqual = (/** @type {number[]} */ values, /** @type {Float32Array} */ found) =>
      values.every((value, i) => Object.is(Math.fround(value), found[i]));
    if (!isEqual(output, run.forward(x).data) || !isEqual(gradient, run.gradient(x, null).data)) throw unsound(name);
  }
  isSound = true;
}

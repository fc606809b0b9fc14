// Measures a row of networks: every contender's answer is checked, then they take turns.
import { inTurns } from '../measure.js';
import { restoreGlobals } from '../peers/peers.js';
import { plainTraining } from './plain_network.js';
import { products as sizes, taskOf, trainings } from './settings.js';
import * as torchlet from './torchlet.js';

/**
 * @typedef {object} NetworkRow
 * @property {'training' | 'products'} kind
 * @property {number} index of the setting
 * @property {Record<string, number>} ns median nanoseconds a step or a product
 * @property {{ name: string, why: string }[]} absent
 *
 * @typedef {{ name: string, run: () => any, awaits?: boolean, answer?: () => ArrayLike<number> | Promise<ArrayLike<number>> }} Contender
 */

/** A step is much code, of which all is compiled for good only after some hundreds. @type {import('../measure.js').Pace} */
const kPace = { turn: 100, warmUp: 1500, share: 2000 };
/** Losses are compared after so many steps. */
const kChecked = 20;
/** Orders of sums differ, and so do the last places of exp and tanh; a wrong step of Adam shows in the second digit. */
const kLossTolerance = 1e-4;
/** Of sums of at most 784 products of normal numbers. */
const kProductTolerance = 1e-2;

/** @param {Float32Array} a @param {Float32Array} b @param {number[]} size */
function multiplied(a, b, [rows, depth, columns]) {
  const c = new Float32Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < depth; k++) {
      const factor = a[i * depth + k];
      for (let j = 0; j < columns; j++) c[i * columns + j] += factor * b[k * columns + j];
    }
  }
  return c;
}

/** Contenders that can be loaded and are right, and why others are not here. @param {[name: string, load: () => Promise<Contender[]> | Contender[]][]} loaders @param {(contender: Contender) => Promise<void>} check */
async function entered(loaders, check) {
  /** @type {Contender[]} */ const contenders = [];
  /** @type {NetworkRow['absent']} */ const absent = [];
  for (const [name, load] of loaders) {
    try {
      for (const contender of await load()) {
        await check(contender);
        contenders.push(contender);
      }
    } catch (error) {
      absent.push({ name, why: String(error).split('\n')[0] });
    }
    restoreGlobals();
  }
  if (absent.some(({ name }) => name === 'torchlet' || name === 'plain')) throw new Error(absent[0].why);
  return { contenders, absent };
}

/** @param {number} index @param {string[]} peers */
async function trainers(index, peers) {
  const task = taskOf(trainings[index]);
  const one = (/** @type {string} */ name, /** @type {() => any} */ run, awaits = false) => [{ name, run, awaits }];
  const expected = Array.from({ length: kChecked }, plainTraining(task))[kChecked - 1];
  const check = async (/** @type {Contender} */ { name, run }) => {
    let loss = Number.NaN;
    for (let i = 0; i < kChecked; i++) loss = await run();
    if (!(Math.abs(loss - expected) <= kLossTolerance * expected))
      throw new Error(`${name} has a loss of ${loss} after ${kChecked} steps, not ${expected}`);
  };
  /** @type {[string, () => Promise<Contender[]> | Contender[]][]} */
  const loaders = [
    ['plain', () => one('plain', plainTraining(task))],
    ['torchlet', () => one('torchlet', torchlet.training(task))],
  ];
  if (peers.includes('tfjs')) {
    const tf = () => import('./tensorflow.js');
    loaders.push(['tfjs', async () => one('tfjs', await (await tf()).training(task, 'wasm'))]);
    loaders.push(['tfjs cpu', async () => one('tfjs cpu', await (await tf()).training(task, 'cpu'))]);
  }
  if (peers.includes('jax'))
    loaders.push(['jax', async () => one('jax', await (await import('./jax.js')).training(task), true)]);
  return entered(loaders, check);
}

/** Uniform in [-1, 1]. @param {number} length */
const numbers = (length) => Float32Array.from({ length }, () => 2 * Math.random() - 1);

/** @param {number} index @param {string[]} peers */
async function multipliers(index, peers) {
  const size = sizes[index];
  const [rows, depth, columns] = size;
  const [a, b] = [numbers(rows * depth), numbers(depth * columns)];
  const plain = () => multiplied(a, b, size);
  const expected = plain();
  const check = async (/** @type {Contender} */ { name, answer }) => {
    const values = await /** @type {NonNullable<Contender['answer']>} */ (answer)();
    const wrong = expected.findIndex((value, i) => !(Math.abs(values[i] - value) < kProductTolerance));
    if (wrong >= 0) throw new Error(`${name} has ${values[wrong]} at ${wrong}, not ${expected[wrong]}`);
  };
  /** @type {[string, () => Promise<Contender[]> | Contender[]][]} */
  const loaders = [
    ['plain', () => [{ name: 'plain', run: plain, answer: plain }]],
    ['torchlet', () => torchlet.products(a, b, size)],
  ];
  if (peers.includes('tfjs'))
    loaders.push(['tfjs', async () => (await import('./tensorflow.js')).products(a, b, size)]);
  if (peers.includes('jax')) loaders.push(['jax', async () => (await import('./jax.js')).products(a, b, size)]);
  return entered(loaders, check);
}

/** @param {{ kind: 'training' | 'products', index: number, peers: string[], turns: number }} task @returns {Promise<NetworkRow>} */
export async function measureNetwork({ kind, index, peers, turns }) {
  const { contenders, absent } = await (kind === 'training' ? trainers : multipliers)(index, peers);
  const medians = await inTurns(contenders, turns, 1, kPace);
  return { kind, index, ns: Object.fromEntries(contenders.map(({ name }, i) => [name, medians[i]])), absent };
}

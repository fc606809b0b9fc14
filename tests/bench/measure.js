// Measures activations in the environment it is loaded into: Node or a browser. Contenders take turns, so that a machine whose
// speed drifts slows all of them; medians are given, and ratios from the same turns.
import torch, { F } from '../../web/index.js';
import { plain, rowLength } from './plain.js';

/**
 * @typedef {object} Row
 * @property {string} op
 * @property {number} n elements
 * @property {Record<string, number>} ns median nanoseconds an element, for each contender
 */

/** Clocks in browsers tick at 0.1 ms: a turn must last many ticks. */
const turnMilliseconds = 4;

/** @param {number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** @param {() => unknown} run @param {number} repeats */
function time(run, repeats) {
  const start = performance.now();
  for (let i = 0; i < repeats; i++) run();
  return performance.now() - start;
}

/** How often `run` fits into a turn, once the engine has compiled it for good. @param {() => unknown} run */
function calibrate(run) {
  const start = performance.now();
  for (let i = 0; i < 5000 && performance.now() - start < 50; i++) run();
  let repeats = 1;
  for (;;) {
    const spent = time(run, repeats);
    if (spent >= turnMilliseconds) return repeats;
    repeats = spent < turnMilliseconds / 20 ? repeats * 10 : Math.ceil((repeats * turnMilliseconds * 1.2) / spent);
  }
}

/** Refuses to time contenders that disagree. @param {string} op @param {Float32Array} got @param {Float32Array} right */
function checkAnswer(op, got, right) {
  for (let i = 0; i < right.length; i++) {
    if (!(Math.abs(got[i] - right[i]) <= 1e-6 + 1e-5 * Math.abs(right[i]))) {
      throw new Error(`${op}: element ${i} is ${got[i]}, and plain JavaScript gives ${right[i]}`);
    }
  }
}

/** What is timed for one operation and size. @param {string} op @param {number} n @returns {Record<string, () => unknown>} */
function contenders(op, n) {
  torch.manual_seed(n);
  const shape = op === 'softmax' ? [n / rowLength(n), rowLength(n)] : [n];
  const input = torch.rand(shape).mul(16).sub(8);
  const out = torch.empty(shape);
  const x = input.data;
  const y = new Float32Array(n);
  const f = /** @type {any} */ (F)[op];
  const run =
    op === 'softmax'
      ? (/** @type {object} */ keywords) => f(input, 1, keywords)
      : (/** @type {object} */ keywords) => f(input, keywords);
  plain[op](x, y);
  checkAnswer(op, run({ out }).data, y);
  const keywords = { out };
  return {
    copy: () => y.set(x),
    plainOut: () => plain[op](x, y),
    torchletOut: () => run(keywords),
    plainFresh: () => plain[op](x, new Float32Array(n)),
    torchletFresh: () => (op === 'softmax' ? f(input, 1) : f(input)),
  };
}

/** @param {string} op @param {number} n @param {number} turns @returns {Row} */
export function measure(op, n, turns) {
  const runs = Object.entries(contenders(op, n)).map(([name, run]) => {
    return { name, run, repeats: calibrate(run), samples: /** @type {number[]} */ ([]) };
  });
  for (let turn = 0; turn < turns; turn++) {
    for (const { run, repeats, samples } of runs) samples.push((time(run, repeats) / repeats / n) * 1e6);
  }
  return { op, n, ns: Object.fromEntries(runs.map(({ name, samples }) => [name, median(samples)])) };
}

// What a function takes on the reader's machine: the kernel, and plain JavaScript in turns with it.
import { median } from 'd3-array';
import { Evaluation } from '../figure/numbers/evaluation.js';
import { ShapedArray } from '../figure/numbers/shaped_array.js';
import { defaultParameters } from '../figure/state/vocabulary.js';

/**
 * @typedef {import('../figure/numbers/model.js').Result} Result
 * @typedef {object} Speed
 * @property {number} elements that were measured
 * @property {number} kernel microseconds of a call that writes into a given array: the median of the turns
 * @property {number | null} plain the same of plain JavaScript; null where there is nothing to compare with
 * @property {string} why there is not
 */

/** Of longer tensors so many elements are measured, so that no turn holds the page up. */
const kMost = 2 ** 18;
export const kTurns = 7;
/** A turn lasts so long, in milliseconds, and so many ticks of the clock, which browsers make coarse. */
const kTurn = 8;
const kTicks = 20;
const kCoarsest = 2;
const kSteps = 5;
const kWarmUp = 20;

/** Lets the page breathe. */
const pause = () => new Promise((done) => setTimeout(done));

/**
 * How far the clock moves at once, in milliseconds: the smallest of some steps, of which several are seen, for another program may
 * take the processor during one.
 */
function tick() {
  let [least, steps] = [Number.POSITIVE_INFINITY, 0];
  const start = performance.now();
  for (let last = start; last - start < 10 || steps < kSteps; ) {
    const now = performance.now();
    if (now === last) continue;
    least = Math.min(least, now - last);
    last = now;
    steps++;
  }
  return least;
}

/** Milliseconds of some calls. @param {() => void} run @param {number} calls */
function time(run, calls) {
  const start = performance.now();
  for (let i = 0; i < calls; i++) run();
  return performance.now() - start;
}

/** How many calls make a turn. @param {() => void} run @param {number} turn in milliseconds */
async function callsOf(run, turn) {
  for (const start = performance.now(); performance.now() - start < kWarmUp; await pause()) time(run, 1);
  for (let calls = 1; ; await pause()) {
    const spent = time(run, calls);
    if (spent >= turn) return calls;
    calls = spent < turn / 10 ? calls * 8 : Math.ceil((calls * turn * 1.1) / spent);
  }
}

/**
 * Plain JavaScript for the same, if its answer is right; or why there is none.
 * @param {Result} result
 * @param {Float32Array} x
 * @param {Float32Array} right
 * @returns {Promise<(() => void) | string>}
 */
async function plainOf({ activation, parameters }, x, right) {
  if (!activation.elementwise) return 'Plain JavaScript is there to compare with for curves only.';
  const defaults = defaultParameters(activation.module);
  const isDefault = activation.parameters.every(
    ({ name, type }) => type === 'choice' || parameters[name] === defaults[name],
  );
  if (!isDefault) return 'Plain JavaScript is there to compare with for PyTorch’s defaults only.';
  const { plain } = await import('../../tests/bench/plain.js');
  const choice = activation.parameters.find((p) => p.type === 'choice' && parameters[p.name] !== p.default);
  const run = plain[choice ? `${activation.functional}_${parameters[choice.name]}` : `${activation.functional}`];
  const y = new Float32Array(x.length);
  run(x, y);
  // Its sums and differences are the plain ones, so less exact than the kernels.
  const agrees = y.every((value, i) => {
    const bound = 1e-5 + 1e-4 * Math.abs(right[i]);
    return Object.is(value, right[i]) || Math.abs(value - right[i]) <= bound || !Number.isFinite(right[i]);
  });
  return agrees ? () => run(x, y) : 'Plain JavaScript gives other numbers for this input.';
}

/**
 * Measures a result's function on its own input. The answer of plain JavaScript is checked first.
 * @param {Result} result
 * @returns {Promise<Speed>}
 * @throws {Error} if the clock is too coarse
 */
export async function measure(result) {
  const step = tick();
  if (step > kCoarsest)
    throw new Error(`This browser’s clock moves in steps of ${step.toFixed(0)} ms: too coarse to measure with.`);
  const whole = result.input;
  const isLong = result.activation.elementwise && whole.numel() > kMost;
  const input = isLong ? new ShapedArray(whole.data.subarray(0, kMost)) : whole;
  const out = ShapedArray.zeros(isLong ? input.shape : result.output.shape);
  const { activation, parameters, dim } = result;
  const run = new Evaluation(activation, 'dim' in parameters ? { dim } : parameters);
  const kernel = () => run.forward(input, out);
  time(kernel, 1);
  const plain = await plainOf(result, input.data, out.data);
  const turn = Math.max(kTurn, kTicks * step);
  const runs = [kernel, ...(typeof plain === 'string' ? [] : [plain])];
  const calls = [];
  for (const run of runs) calls.push(await callsOf(run, turn));
  /** @type {number[][]} */ const times = runs.map(() => []);
  for (let i = 0; i < kTurns; i++) {
    for (const [r, run] of runs.entries()) {
      times[r].push((1000 * time(run, calls[r])) / calls[r]);
      await pause();
    }
  }
  return {
    elements: input.numel(),
    kernel: Number(median(times[0])),
    plain: runs.length > 1 ? Number(median(times[1])) : null,
    why: typeof plain === 'string' ? plain : '',
  };
}

// Measures one operation at one size, in the environment it is loaded into: Node or a page. Contenders take turns, so that a
// machine whose speed drifts slows all of them; medians are given, and ratios are of medians from the same turns.
import { ourselves } from './contenders.js';
import { elementsOf } from './ops.js';
import { enter } from './tried.js';

/**
 * What is timed. `out` repeats: its input and its output's place are there already. `pinned` is that in the kernels' own memory,
 * as peers have theirs, and `gradient` its backward pass there. `fresh` starts with a Float32Array and ends with a new one.
 * @typedef {'out' | 'pinned' | 'gradient' | 'fresh'} Form
 * @typedef {object} Runner
 * @property {string} name
 * @property {() => unknown} run
 * @property {boolean} [awaits] `run` gives a promise that its user would await
 * @typedef {Runner & { form: Form }} Contender
 *
 * @typedef {object} Row
 * @property {string} op
 * @property {number} n elements of the input
 * @property {Record<Form, Record<string, number>>} ns median nanoseconds an element of each contender; the peers' resident form is
 *   their only one that repeats, so it is in `out` and in `pinned`
 * @property {Note[]} notes
 *
 * What a peer could not do.
 * @typedef {{ peer: string, what: string, why: string }} Note
 *
 * @typedef {{ peers: string[], turns: number }} Options
 */

/**
 * How long things take, in milliseconds.
 * @typedef {object} Pace
 * @property {number} turn at least
 * @property {number} warmUp a contender runs so long before anything is timed, so that the engine has compiled it for good
 * @property {number} share of a contender in a row: where a call takes long it has fewer turns, spread over the row
 */

/** A turn lasts many ticks of the clock: of Chromium's, which ticks at 0.1 ms, so many; elsewhere a tick may be 1 ms. */
const kTicks = 40;
/** Of one function. @type {Pace} */
const kPace = { turn: Math.max(4, kTicks * tick()), warmUp: 20, share: 300 };

/** The least that the clock moves by, in milliseconds. */
function tick() {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 20; i++) {
    const start = performance.now();
    let now = start;
    while (now === start) now = performance.now();
    least = Math.min(least, now - start);
  }
  return least;
}

/** @param {number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Milliseconds. @param {Runner} contender @param {number} repeats */
async function time({ run, awaits }, repeats) {
  const start = performance.now();
  if (awaits) for (let i = 0; i < repeats; i++) await run();
  else loop(run, repeats);
  return performance.now() - start;
}

/** Apart from `time`, for an async function's loop is not what a caller would run. @param {() => unknown} run @param {number} repeats */
function loop(run, repeats) {
  for (let i = 0; i < repeats; i++) run();
}

/** How often `run` fits into a turn, and how long it takes then. @param {Runner} contender @param {Pace} pace */
async function calibrate(contender, { turn, warmUp }) {
  // A first call may compile, which says nothing of the others.
  await time(contender, 1);
  const start = performance.now();
  let calls = 0;
  while (performance.now() - start < warmUp) {
    const some = calls < 16 ? 1 : 16;
    await time(contender, some);
    calls += some;
  }
  if (calls === 1) return { repeats: 1, spent: performance.now() - start };
  let repeats = 1;
  for (;;) {
    const spent = await time(contender, repeats);
    if (spent >= turn) return { repeats, spent };
    repeats = spent < turn / 20 ? repeats * 10 : Math.ceil((repeats * turn * 1.2) / spent);
  }
}

/** @param {Runner} contender @param {number} turns @param {number} elements @param {Pace} pace */
async function entry(contender, turns, elements, pace) {
  const { repeats, spent } = await calibrate(contender, pace);
  const nanoseconds = (/** @type {number} */ milliseconds) => (milliseconds / repeats / elements) * 1e6;
  const share = Math.min(turns, Math.floor(pace.share / spent));
  // Of a call so slow that it has few turns, the one that calibrated counts as well.
  const samples = share < 3 ? [nanoseconds(spent)] : [];
  return {
    samples,
    async turn(/** @type {number} */ turn) {
      const takesPart = Math.floor(((turn + 1) * share) / turns) > Math.floor((turn * share) / turns);
      if (takesPart) samples.push(nanoseconds(await time(contender, repeats)));
    },
  };
}

/**
 * Median nanoseconds an element of each contender.
 * @param {Runner[]} contenders
 * @param {number} turns of each
 * @param {number} elements that a run computes
 * @param {Pace} [pace]
 */
export async function inTurns(contenders, turns, elements, pace = kPace) {
  const entries = [];
  for (const contender of contenders) entries.push(await entry(contender, turns, elements, pace));
  for (let turn = 0; turn < turns; turn++) for (const one of entries) await one.turn(turn);
  return entries.map(({ samples }) => median(samples));
}

/** A reproducible input, uniform in [-8, 8]. @param {number} n */
function uniform(n) {
  const x = new Float32Array(n);
  let state = n;
  for (let i = 0; i < n; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    x[i] = (state / 2 ** 32) * 16 - 8;
  }
  return x;
}

/** @param {string} op @param {number} n @param {Options} options @returns {Promise<Row>} */
export async function measure(op, n, { peers, turns }) {
  const x = uniform(elementsOf(op, n));
  /** @type {Note[]} */
  const notes = [];
  const { contenders, right, gradient } = ourselves(op, x);
  const entered = [];
  for (const name of peers) entered.push(await enter(name, op, x, right, gradient, notes));
  const all = [...contenders, ...entered.flatMap((one) => one.contenders)];
  const medians = await inTurns(all, turns, x.length);
  for (const one of entered) one.finish();
  /** @type {Row['ns']} */
  const ns = { out: {}, pinned: {}, gradient: {}, fresh: {} };
  all.forEach(({ form, name }, i) => {
    ns[form][name] = medians[i];
  });
  ns.pinned = { ...ns.out, ...ns.pinned };
  return { op, n, ns, notes };
}

// A curve as something to hear, in numbers: pitch, timbre, clicks, each with its time. Pure, so that it can be tested in silence.
import { kSaturated } from '../../figure/numbers/sample.js';

/**
 * @typedef {'plain' | 'saturated' | 'dead' | 'thin'} Timbre of a tone; thin: what lies out of view
 * @typedef {object} Heard what of a curve is played
 * @property {(x: Float32Array) => { y: Float32Array, slope: Float32Array }} f
 * @property {number} from
 * @property {number} to
 * @property {number} low
 * @property {number} high
 * @property {number[]} kinks
 * @property {number} duration in seconds
 * @typedef {object} Score
 * @property {number} duration
 * @property {Float32Array} frequencies evenly over the duration, in hertz
 * @property {Record<Timbre, Float32Array>} levels how loud each timbre is, 0 or 1, with ends that fade
 * @property {number[]} clicks when a kink is passed
 * @property {number[]} ticks when a stretch without a finite value begins, which is silent
 */

/** The whole range of y in view is four octaves. */
const kLowest = 110;
const kHighest = 1760;
/** So many points a second. Between two of them a change of timbre fades, too short to be heard as one. */
const kRate = 200;

/** @type {Timbre[]} */
export const timbres = ['plain', 'saturated', 'dead', 'thin'];

/**
 * The pitch of a value: as many octaves up as it stands high in view; what lies beyond stays at the end.
 * @param {number} y
 * @param {number} low
 * @param {number} high
 */
export function pitch(y, low, high) {
  const share = Math.min(1, Math.max(0, (y - low) / (high - low)));
  return kLowest * (kHighest / kLowest) ** share;
}

/** @param {number} y @param {number} slope @param {Heard} heard @returns {Timbre | null} null: silence */
function timbreOf(y, slope, { low, high }) {
  if (!Number.isFinite(y)) return null;
  if (slope === 0) return 'dead';
  if (y < low || y > high) return 'thin';
  return Math.abs(slope) < kSaturated ? 'saturated' : 'plain';
}

/** @param {Heard} heard @returns {Score} */
export function scoreOf(heard) {
  const { f, from, to, low, high, kinks, duration } = heard;
  const last = Math.max(2, Math.round(duration * kRate));
  const { y, slope } = f(Float32Array.from({ length: last + 1 }, (_, i) => from + ((to - from) * i) / last));
  const frequencies = new Float32Array(last + 1);
  const levels = /** @type {Score['levels']} */ (
    Object.fromEntries(timbres.map((timbre) => [timbre, new Float32Array(last + 1)]))
  );
  const ticks = [];
  let [before, wasSilent] = [kLowest, false];
  for (let i = 0; i <= last; i++) {
    const timbre = timbreOf(y[i], slope[i], heard);
    if (timbre) before = pitch(y[i], low, high);
    else if (!wasSilent) ticks.push((duration * i) / last);
    wasSilent = timbre === null;
    frequencies[i] = before;
    if (timbre && i > 0 && i < last) levels[timbre][i] = 1;
  }
  const clicks = kinks.map((kink) => (duration * (kink - from)) / (to - from));
  return { duration, frequencies, levels, clicks, ticks };
}

/**
 * What was heard, in words, for those who cannot see where the cursor was.
 * @param {import('../../figure/drawing/curve/scene.js').Scene} scene
 * @param {Heard} heard
 */
export function wordsOf({ sample }, { f, from, to }) {
  const place = (/** @type {number} */ x) => String(Number(x.toPrecision(4)));
  const [start, end] = [...f(Float32Array.of(from, to)).y].map(place);
  const kinks = sample.kinks.map(({ x }) => place(x));
  const regions = sample.regions.map((one) => `${one.kind} from ${place(one.from)} to ${place(one.to)}`);
  const corners =
    kinks.length === 0 ? 'no kinks' : `${kinks.length === 1 ? 'a kink' : 'kinks'} at ${kinks.join(' and ')}`;
  return `x from ${place(from)} to ${place(to)}: f from ${start} to ${end}, ${[corners, ...regions].join(', ')}.`;
}

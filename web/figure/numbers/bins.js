// Many elements as counts along an axis.

/**
 * @typedef {{ counts: Float64Array, from: number, to: number, beyond: number, full: number }} Bins counts between two
 *   ends; `beyond` were outside or not finite; `full` is the count that fills a histogram's room
 */

/**
 * @param {Float32Array} values
 * @param {number} from
 * @param {number} to
 * @param {number} count of bins
 * @returns {Bins}
 */
export function binned(values, from, to, count) {
  // What lies outside goes to a bin of its own, which costs less than asking twice.
  const all = new Uint32Array(count + 1);
  const scale = count / (to - from);
  for (let i = 0; i < values.length; i++) {
    const place = (values[i] - from) * scale;
    all[place >= 0 && place < count ? place | 0 : count]++;
  }
  const counts = Float64Array.from(all.subarray(0, count));
  let beyond = all[count];
  for (let i = 0; beyond > 0 && i < values.length; i++) {
    if (values[i] !== to) continue;
    counts[count - 1]++;
    beyond--;
  }
  return { counts, from, to, beyond, full: fullOf(counts) };
}

/**
 * The count that fills the room. A few bins far above all others (ReLU's zeros) are cut short and labelled instead, or nothing
 * else would be seen.
 * @param {Float64Array} counts
 */
function fullOf(counts) {
  const sorted = counts.filter((count) => count > 0).sort((a, b) => b - a);
  let spikes = 0;
  while (spikes < 2 && spikes + 1 < sorted.length && sorted[spikes] > 4 * sorted[spikes + 1]) spikes++;
  const isSpiked = spikes > 0 && sorted.length > spikes + 4;
  return isSpiked ? sorted[spikes] * 1.25 : (sorted[0] ?? 1);
}

/** What was counted of arrays that nobody writes to any more. @type {WeakMap<Float32Array, { key: string, bins: Bins }>} */
const counted = new WeakMap();

/**
 * binned() of an array that does not change: input and gradient, while a slider moves.
 * @type {typeof binned}
 */
export function binnedOnce(values, from, to, count) {
  const key = `${from} ${to} ${count}`;
  let entry = counted.get(values);
  if (entry?.key !== key) {
    entry = { key, bins: binned(values, from, to, count) };
    counted.set(values, entry);
  }
  return entry.bins;
}

/** @type {WeakMap<Float32Array, { extent: [number, number] | undefined }>} */
const measured = new WeakMap();

/**
 * finiteExtent() of an array that does not change.
 * @type {typeof finiteExtent}
 */
export function extentOnce(values) {
  let entry = measured.get(values);
  if (!entry) {
    entry = { extent: finiteExtent(values) };
    measured.set(values, entry);
  }
  return entry.extent;
}

/** What was found while an array was made. @param {Float32Array} values @param {[number, number] | undefined} extent */
export const remember = (values, extent) => measured.set(values, { extent });

/**
 * The smallest and the largest finite value, undefined where there is none.
 * @param {Float32Array} values
 * @returns {[number, number] | undefined}
 */
export function finiteExtent(values) {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value < least && value !== Number.NEGATIVE_INFINITY) least = value;
    if (value > most && value !== Number.POSITIVE_INFINITY) most = value;
  }
  return least <= most ? [least, most] : undefined;
}

/**
 * The index of the value nearest to a place on the axis, or -1.
 * @param {Float32Array} values
 * @param {number} place
 * @param {number} reach how far away it may be
 */
export function nearest(values, place, reach) {
  let found = -1;
  let least = reach;
  for (let i = 0; i < values.length; i++) {
    const distance = Math.abs(values[i] - place);
    if (distance <= least && (distance < least || found < 0)) {
      least = distance;
      found = i;
    }
  }
  return found;
}

/**
 * The value that more than half of those in a bin have, if there is one, and how many have it.
 * @param {Float32Array} values
 * @param {number} from
 * @param {number} to
 */
export function commonest(values, from, to) {
  // Boyer and Moore's vote: one pass for the candidate, one to count it.
  let value = Number.NaN;
  let lead = 0;
  for (let i = 0; i < values.length; i++) {
    const candidate = values[i];
    if (candidate < from || candidate >= to) continue;
    if (lead === 0) value = candidate;
    lead += candidate === value ? 1 : -1;
  }
  let count = 0;
  for (let i = 0; i < values.length; i++) if (values[i] === value) count++;
  return { value: value + 0, count };
}

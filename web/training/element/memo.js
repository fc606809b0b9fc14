// What was measured of a run, kept until it is in another state.

/** @type {WeakMap<object, Map<string, { at: unknown, value: any }>>} */
const kept = new WeakMap();

/**
 * @template T
 * @param {object} run
 * @param {string} name of what is measured
 * @param {unknown} at what the measure depends on, as text or number
 * @param {() => T} measure
 * @returns {T}
 */
export function once(run, name, at, measure) {
  const own = kept.get(run) ?? new Map();
  kept.set(run, own);
  const entry = own.get(name);
  if (entry && entry.at === at) return entry.value;
  const value = measure();
  own.set(name, { at, value });
  return value;
}

/** What was measured last, wherever the run is by now; undefined before that. @param {object} run @param {string} name */
export const latest = (run, name) => kept.get(run)?.get(name)?.value;

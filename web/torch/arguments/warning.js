// Python's warnings on the console: each text once, as Python shows a warning once for the place that raised it.

/** @type {Set<string>} */
const shown = new Set();
/** @type {((category: string, message: string) => void) | null} */
let other = null;

/** Lets warnings go elsewhere, or to the console again; gives where they went. @param {typeof other} write */
export function divert(write) {
  const before = other;
  other = write;
  return before;
}

/**
 * @param {string} category Python's class, `UserWarning`
 * @param {string} message
 */
export function warn(category, message) {
  if (other !== null) return other(category, message);
  if (shown.has(message)) return;
  shown.add(message);
  console.warn(`${category}: ${message}`);
}

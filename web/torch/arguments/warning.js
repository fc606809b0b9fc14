// Python's warnings on the console: each text once, as Python shows a warning once for the place that raised it.

/** @type {Set<string>} */
const shown = new Set();

/**
 * @param {string} category Python's class, `UserWarning`
 * @param {string} message
 */
export function warn(category, message) {
  if (shown.has(message)) return;
  shown.add(message);
  console.warn(`${category}: ${message}`);
}

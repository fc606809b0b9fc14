// One more line for beginners, clearly ours, beside an error: what was probably meant.

/** @param {any} _error @param {string} _text @param {any} _session @returns {string | null} */
export function hintFor(_error, _text, _session) {
  return null;
}

// The order of elements: nan counts as the largest.

/** @param {any} a @param {any} b */
export const order = (a, b) => {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a < b ? -1 : a > b ? 1 : 0;
};

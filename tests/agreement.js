// Whether two answers of a program are the same, but for the last digits of sums that were formed in another order.

/** So far apart printed numbers may be, relative: sums in another order print another last digit. */
const kNear = 2e-4;
/** And absolute: what cancels leaves noise. */
const kNoise = 1e-6;
const numbers = /-?(?:\d+\.?\d*(?:e[-+]\d+)?|inf|nan)/g;

/** A printed text with its numbers taken out, and the numbers. @param {string} text */
function parted(text) {
  return { rest: text.replace(numbers, '#').replace(/\s+/g, ''), values: (text.match(numbers) ?? []).map(numberOf) };
}

/** @param {string} text */
const numberOf = (text) => Number(text.replace('inf', 'Infinity').replace('nan', 'NaN'));

/** @param {number} a @param {number} b */
const isNear = (a, b) =>
  Object.is(a, b) || a === b || Math.abs(a - b) <= kNoise + kNear * Math.max(Math.abs(a), Math.abs(b));

/** @param {unknown} got @param {unknown} right @returns {boolean} */
export function agrees(got, right) {
  const [a, b] = [JSON.stringify(got), JSON.stringify(right)];
  if (a === b) return true;
  const [x, y] = [parted(a ?? ''), parted(b ?? '')];
  return x.rest === y.rest && x.values.every((value, i) => isNear(value, y.values[i]));
}

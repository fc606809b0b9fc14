// Numbers as text and back: what is typed into a field or stands in a link, and the shortest text of a float32.

/**
 * The shortest decimal that gives this float32 again, with Python's names of what is not finite.
 * @param {number} value
 */
export function shortest(value) {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  if (Object.is(value, -0)) return '-0';
  // Nine digits always suffice for a float32.
  for (let digits = 1; digits < 9; digits++) {
    const text = Number(value.toPrecision(digits));
    if (Math.fround(text) === Math.fround(value)) return String(text);
  }
  return String(Number(value.toPrecision(9)));
}

/** A parameter as a person writes it: at most four digits of a third, all of what was chosen by hand. @param {number} value */
export function written(value) {
  const text = String(value);
  return text.length < 9 ? text : String(Number(Math.abs(value) < 1 ? value.toPrecision(4) : value.toFixed(4)));
}

const named = new Map([
  ['nan', Number.NaN],
  ['inf', Number.POSITIVE_INFINITY],
  ['infinity', Number.POSITIVE_INFINITY],
]);

/** A text with the sign of numbers that keyboards have for the true minus that axes print. @param {string} text */
export const withHyphen = (text) => text.replaceAll('\u2212', '-');

/**
 * A number as Python's float() reads it: `-1.5`, `1e-3`, `inf`, `nan`; the minus may be the true one. Undefined for anything else.
 * @param {string} text
 * @returns {number | undefined}
 */
export function readNumber(text) {
  const trimmed = withHyphen(text.trim());
  if (/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(trimmed)) return Number(trimmed);
  const word = /^([-+]?)([a-z]+)$/i.exec(trimmed);
  const magnitude = word ? named.get(word[2].toLowerCase()) : undefined;
  return magnitude === undefined ? undefined : word?.[1] === '-' ? -magnitude : magnitude;
}

/** The largest finite float32. */
const kMostFloat32 = 3.4028234663852886e38;

/**
 * What is wrong with a parameter's value, which PyTorch turns into a float32 and refuses where it cannot.
 * @param {number} value
 * @returns {string | undefined}
 */
export function parameterProblem(value) {
  if (!Number.isFinite(value)) return 'must be a finite number';
  return Math.abs(value) > kMostFloat32 ? 'must lie between -3.4e38 and 3.4e38' : undefined;
}

/**
 * A count with its thousands apart, `1,000,000`.
 * @param {number} count
 */
export const grouped = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/**
 * @param {number} part
 * @param {number} whole
 * @returns {string} `37 of 100`
 */
export const share = (part, whole) => `${grouped(part)} of ${grouped(whole)}`;

// Tensors and arrays as PyTorch and NumPy print them: the numbers alone, and what stands around them.

/**
 * @typedef {object} Bare
 * @property {string} body brackets and numbers
 * @property {boolean} isScalar whether a number without brackets has no dimension
 * @property {number[] | undefined} size that a tensor without elements tells of itself
 * @property {string} [problem]
 */

const kOpening = /^(?:\w{1,20}\.){0,3}(?:tensor|array|asarray|as_tensor|Parameter|Tensor|FloatTensor)\( ?/;
/** A number of NumPy's own types, as lists of them print it. */
const kScalar = /\b(?:np|numpy)\.(?:float|int|uint|bool)\w{0,9}\(([^()[\],]{0,40})\)/g;

/** Words that stand for numbers. @param {string} text with single spaces */
const inNumbers = (text) => text.replace(/\b(?:np\.)?[Tt]rue_?\b/g, '1').replace(/\b(?:np\.)?[Ff]alse_?\b/g, '0');

/**
 * What a text holds, without the call around it. All of `dtype=…`, `device=…`, `requires_grad=…`, `grad_fn=…` is passed over: a
 * figure computes in float32.
 * @param {string} text
 * @returns {Bare}
 */
export function bareOf(text) {
  // Long runs of spaces would cost patterns their square.
  const line = text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^Parameter containing: ?/, '');
  const plain = inNumbers(line.replace(kScalar, '$1'));
  const isNumber = plain !== line && /^(?:np|numpy)\.\w{1,20}\([^()]*\)$/.test(line);
  const opening = kOpening.exec(plain)?.[0];
  /** @type {Bare} */ const bare = { body: plain, isScalar: isNumber, size: undefined };
  if (opening === undefined) return bare;
  bare.isScalar = true;
  if (!plain.endsWith(')')) return { ...bare, problem: closing(plain) };
  const inner = plain.slice(opening.length, -1);
  const equals = inner.indexOf('=');
  if (equals < 0) return { ...bare, body: inner.replace(/,? ?$/, '') };
  const cut = inner.lastIndexOf(',', equals);
  if (cut < 0) return { ...bare, problem: 'This is a sparse tensor, or none: paste what its to_dense() prints.' };
  const size = /\b(?:size|shape)=\(([\d, ]*)\)/.exec(inner.slice(cut))?.[1];
  return { ...bare, body: inner.slice(0, cut).trim(), size: size?.match(/\d+/g)?.map(Number) };
}

/** @param {string} text that begins with a call and does not end with one */
const closing = (text) => (text.includes(')') ? 'Something follows the last bracket.' : 'A bracket is not closed.');

const kTight = /^[-+\u2212]?\d+(?:,\d+)?(?:e[-+]?\d+)?$/i;

/** @param {string[]} groups @returns {boolean} whether each may be one number, and some have a comma for it */
const mayBeDecimals = (groups) =>
  groups.length > 1 && groups.every((group) => kTight.test(group)) && groups.some((group) => group.includes(','));

/**
 * The groups of a text whose commas may stand for points, as in `1,5 2,5`; undefined where they can only separate.
 * @param {string} text
 * @returns {string[] | undefined}
 */
export function decimalCommas(text) {
  const inner = text.match(/\[[^[\]]*\]/g)?.map((part) => part.slice(1, -1));
  // In brackets a comma before a space is Python's; without them it may separate what has commas inside.
  if (inner) return inner.map((part) => part.trim().split(/[;\s]+/)).find(mayBeDecimals);
  const lines = text
    .trim()
    .replace(/[^\S\n]+/g, ' ')
    .split('\n');
  const rows = lines.map((line) => line.split(/ ?; ?|,? /).filter(Boolean));
  const isTable = rows.every((row) => row.length === 1 && row[0].includes(','));
  return !isTable && mayBeDecimals(rows.flat()) ? rows.flat() : undefined;
}

// Where elements stand in tensors: indices and flat places, what a printed summary shows, which output belongs to which input.

/** What a printed summary shows at either end of a dimension, and from how many elements on. */
const kEdge = 3;
const kThreshold = 1000;

/**
 * The flat indices of the elements that a printed tensor shows, in the order of the text.
 * @param {readonly number[]} shape
 * @returns {number[]}
 */
export function shownElements(shape) {
  const count = shape.reduce((product, size) => product * size, 1);
  let at = [0];
  for (const size of shape) {
    const isCut = count > kThreshold && size > 2 * kEdge;
    const indices = Array.from({ length: isCut ? 2 * kEdge : size }, (_, i) =>
      isCut && i >= kEdge ? size - 2 * kEdge + i : i,
    );
    at = at.flatMap((start) => indices.map((index) => start * size + index));
  }
  return count === 0 ? [] : at;
}

/**
 * The indices of an element in a shape.
 * @param {readonly number[]} shape
 * @param {number} flat
 */
export function indicesOf(shape, flat) {
  const indices = new Array(shape.length);
  let rest = flat;
  for (let d = shape.length - 1; d >= 0; d--) {
    indices[d] = rest % shape[d];
    rest = Math.floor(rest / shape[d]);
  }
  return indices;
}

/** @param {readonly number[]} shape @param {readonly number[]} indices */
export const flatIndex = (shape, indices) => shape.reduce((flat, size, d) => flat * size + indices[d], 0);

/**
 * The output that an element goes to: its own place, or for GLU, whose output is half as long, that of its pair.
 * @param {readonly number[]} from the input's shape
 * @param {readonly number[]} to the output's
 * @param {number} flat
 */
export function outputOf(from, to, flat) {
  const dim = from.findIndex((size, d) => size !== to[d]);
  if (dim < 0) return flat;
  return flatIndex(
    to,
    indicesOf(from, flat).map((index, d) => (d === dim ? index % to[d] : index)),
  );
}

/** The element that stands where an output does: for GLU that of the first half. @param {readonly number[]} from @param {readonly number[]} to @param {number} flat */
export const inputOfOutput = (from, to, flat) => flatIndex(from, indicesOf(to, flat));

/**
 * An element as Python names it, `output[0, 1]`; a scalar is the tensor itself.
 * @param {string} name
 * @param {readonly number[]} shape
 * @param {number} flat
 */
export const elementName = (name, shape, flat) =>
  shape.length === 0 ? name : `${name}[${indicesOf(shape, flat).join(', ')}]`;

// Long tensors in pieces: work on so many elements at a time that a page can answer between two of them.

/** So many elements are worked on at once: a multiple of 16, since torch.randn draws in blocks of so many. */
export const kPiece = 2 ** 16;

/**
 * The borders of pieces: none is shorter than a piece, unless the whole is.
 * @param {number} count
 * @param {number} [piece] elements
 * @returns {Generator<[number, number]>} from and to
 */
export function* piecesOf(count, piece = kPiece) {
  for (let start = 0; start < count; ) {
    const end = count - start < 2 * piece ? count : start + piece;
    yield [start, end];
    start = end;
  }
}

/** @typedef {{ done: number }} Progress the share of a work that is done */

/**
 * What a work gives, done at one go.
 * @template T
 * @param {Generator<unknown, T>} steps
 * @returns {T}
 */
export function atOnce(steps) {
  for (;;) {
    const { value, done } = steps.next();
    if (done) return /** @type {T} */ (value);
  }
}

/**
 * Sums, extremes and deviations of a tensor that comes in pieces.
 */
export class Tally {
  count = 0;
  mean = 0;
  /** The sum of squared distances from the mean. */ squares = 0;
  least = Number.POSITIVE_INFINITY;
  most = Number.NEGATIVE_INFINITY;

  /** @param {Float32Array} values */
  add(values) {
    let [sum, least, most] = [0, this.least, this.most];
    for (let i = 0; i < values.length; i++) {
      const value = values[i];
      sum += value;
      if (value < least && value !== Number.NEGATIVE_INFINITY) least = value;
      if (value > most && value !== Number.POSITIVE_INFINITY) most = value;
    }
    const mean = sum / values.length;
    let squares = 0;
    for (let i = 0; i < values.length; i++) squares += (values[i] - mean) ** 2;
    this.#join(values.length, mean, squares);
    [this.least, this.most] = [least, most];
  }

  /**
   * Two parts as one: Chan, Golub and LeVeque's formula, 1979.
   * @param {number} count
   * @param {number} mean
   * @param {number} squares
   */
  #join(count, mean, squares) {
    if (count === 0) return;
    const total = this.count + count;
    const apart = mean - this.mean;
    this.squares += squares + (apart ** 2 * this.count * count) / total;
    this.mean += (apart * count) / total;
    this.count = total;
  }

  /** As torch.mean and torch.std give them: nan where there are too few. */
  get moments() {
    const { count, mean, squares } = this;
    return {
      mean: count > 0 ? Math.fround(mean) : Number.NaN,
      std: count > 1 ? Math.fround(Math.sqrt(squares / (count - 1))) : Number.NaN,
    };
  }

  /** @returns {[number, number] | undefined} of the finite values */
  get extent() {
    return this.least <= this.most ? [this.least, this.most] : undefined;
  }
}

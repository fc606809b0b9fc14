// What is written down of each step: rows of numbers that grow as steps are made.

/** A list of rows of one width, in one array that doubles when it is full. @template {Float32Array | Uint8Array} A */
export class Rows {
  /** How many rows were written. */
  length = 0;

  /** @param {new (length: number) => A} type @param {number} width */
  constructor(type, width) {
    this.type = type;
    this.width = width;
    /** @type {A} */ this.array = new type(16 * width);
  }

  /** The row of a step, to read or, once it is `length`, to write. @param {number} row @returns {A} */
  at(row) {
    const end = (row + 1) * this.width;
    if (end > this.array.length) {
      const larger = new this.type(Math.max(end, 2 * this.array.length));
      larger.set(this.array);
      this.array = larger;
    }
    if (row >= this.length) this.length = row + 1;
    return /** @type {A} */ (this.array.subarray(end - this.width, end));
  }

  /** All that was written. @returns {A} */
  all() {
    return /** @type {A} */ (this.array.subarray(0, this.length * this.width));
  }
}

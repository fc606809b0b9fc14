// NumPy's scalars: a number with its dtype. One class for each dtype, so that each has its Python type.

import { bool, dtypes, float64 } from './dtypes.js';
import { NdArray } from './ndarray.js';

/** @typedef {import('./dtypes.js').DType} DType */

export class Scalar {
  /** @param {number} value */
  constructor(value) {
    this.value = value;
  }
  /** @returns {DType} */
  get dtype() {
    return float64;
  }
}

/** @type {Map<DType, typeof Scalar>} */
export const scalarClasses = new Map(
  dtypes.map((dtype) => [
    dtype,
    class extends Scalar {
      get dtype() {
        return dtype;
      }
    },
  ]),
);

/** @param {number} value as the dtype has it @param {DType} dtype */
export const scalar = (value, dtype) => new /** @type {typeof Scalar} */ (scalarClasses.get(dtype))(value);

/** Python's own number. @param {number} value @param {DType} dtype */
export const plainNumber = (value, dtype) =>
  dtype === bool ? value !== 0 : dtype.kind === 'f' ? value : BigInt(value);

/** What a function gives: an array, or a scalar where there are no dimensions. @param {NdArray} a */
export const given = (a) => (a.shape.length === 0 ? scalar(a.data[a.offset], a.dtype) : a);

/** An array without dimensions. @param {number} value @param {DType} dtype */
export const zeroD = (value, dtype) => {
  const made = new NdArray(new dtype.array(1), [], dtype);
  made.data[0] = value;
  return made;
};

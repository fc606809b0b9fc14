// Sums of float32 numbers, formed in float64 and rounded once by whoever stores them.

/** The sum of array[start ... end]. @param {ArrayLike<number>} array @param {number} [start] @param {number} [end] */
export function total(array, start = 0, end = array.length) {
  let sum = 0;
  for (let i = start; i < end; i++) sum += array[i];
  return sum;
}

/** The sum of squared distances from a center. @param {ArrayLike<number>} array @param {number} center @param {number} [start] @param {number} [end] */
export function squaresAbout(array, center, start = 0, end = array.length) {
  let squares = 0;
  for (let i = start; i < end; i++) squares += (array[i] - center) ** 2;
  return squares;
}

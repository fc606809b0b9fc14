// Float32 arithmetic that Math.fround alone does not give: the fused multiply-add, checked conversion.
import { RuntimeError } from '../errors.js';

/**
 * A number as the float32 it becomes in a tensor. PyTorch refuses finite numbers beyond float32 in some places
 * (`fill_`, `full`, `alpha`), and rounds them to infinity in others (arithmetic, `torch.tensor`).
 * @param {number | bigint | boolean} value
 */
export function checkedFloat32(value) {
  const number = Number(value);
  if (Math.abs(number) > 3.4028234663852886e38 && Number.isFinite(number)) {
    throw new RuntimeError('value cannot be converted to type float without overflow');
  }
  return Math.fround(number);
}

/** Moves a double to its neighbour: between .5 and 1.25 units in its last place. */
const kNudge = 1.25 * 2 ** -53;

/**
 * a * b + c for float32 numbers, rounded once, as the processor's fused instruction does. The product is exact in
 * float64, so rounding the sum again goes wrong only where it lies exactly midway between two float32 and was itself
 * rounded: there it is first moved to the side where the exact value lies.
 * @param {number} a
 * @param {number} b
 * @param {number} c
 */
export function fma(a, b, c) {
  const product = a * b;
  const sum = product + c;
  const near = Math.fround(sum);
  const other = sum + (sum - near); // as far from the sum as `near`, on its other side: a float32 only at a midpoint
  return other !== near && Math.fround(other) === other ? settled(product, c, sum) : near;
}

/**
 * The float32 nearest to product + c where the double sum is a midpoint: Knuth's TwoSum finds what the sum has lost.
 * @param {number} product
 * @param {number} c
 * @param {number} sum
 */
function settled(product, c, sum) {
  const part = sum - product;
  const lost = product - (sum - part) + (c - part);
  return Math.fround(sum + Math.sign(lost) * Math.abs(sum) * kNudge);
}

/**
 * start + step * i in float64, with the product unrounded, as a compiler that contracts to fused instructions makes it.
 * @param {number} start
 * @param {number} step
 * @param {number} i a whole number
 */
export function fusedStep(start, step, i) {
  const product = step * i;
  // Dekker's exact product: what `product` lost.
  const high = split(step);
  const low = step - high;
  const [a, b] = [split(i), i - split(i)];
  const lost = high * a - product + high * b + low * a + low * b;
  const sum = start + product;
  if (!Number.isFinite(lost) || !Number.isFinite(sum)) return sum;
  const part = sum - start;
  return sum + (start - (sum - part) + (product - part) + lost);
}

/** The upper 26 bits of a number (Veltkamp). @param {number} x */
function split(x) {
  const scaled = x * 134217729; // 2^27 + 1
  return scaled - (scaled - x);
}

/**
 * Fills with some of the `count` numbers from start to end, those from place `at` on.
 * @param {Float32Array} array
 * @param {number} start a float32, as end
 * @param {number} end
 * @param {number} count
 * @param {number} at
 */
export function fillEven(array, start, end, count, at) {
  const step = Math.fround(Math.fround(end - start) / Math.fround(count - 1));
  const half = Math.floor(count / 2);
  for (let k = 0; k < array.length; k++) {
    const i = at + k;
    array[k] = i < half ? fma(step, i, start) : fma(-step, count - 1 - i, end);
  }
  if (count === 1) array[0] = start;
}

/** torch.linspace's numbers. @param {number} start @param {number} end @param {number} count */
export function evenlySpaced(start, end, count) {
  const array = new Float32Array(count);
  fillEven(array, Math.fround(start), Math.fround(end), count, 0);
  return array;
}

/** To the nearest whole number, half to the even one. @param {number} x */
export function rounded(x) {
  const floor = Math.floor(x);
  const part = x - floor;
  if (part !== 0.5) return Math.round(x) === 0 && x < 0 ? -0 : Math.round(x);
  const even = floor % 2 === 0 ? floor : floor + 1;
  return even === 0 && x < 0 ? -0 : even;
}

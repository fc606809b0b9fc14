// Float32 arithmetic that Math.fround alone does not give: the fused multiply-add, checked conversion.
import { RuntimeError } from './errors.js';

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

const double = /* @__PURE__ */ new Float64Array(1);
const words = /* @__PURE__ */ new Uint32Array(double.buffer); // [low, high]: WebAssembly's byte order is little-endian

/**
 * a * b + c for float32 numbers, rounded once, as the processor's fused instruction does. The product is exact in
 * float64; the sum is rounded to odd (Boldo and Melquiond 2008), so that the rounding to float32 sees which side of a
 * tie the exact value lies on.
 * @param {number} a
 * @param {number} b
 * @param {number} c
 */
export function fma(a, b, c) {
  const product = a * b;
  const sum = product + c;
  const part = sum - product;
  const error = product - (sum - part) + (c - part); // Knuth's two-sum: what `sum` lost
  if (error === 0 || !Number.isFinite(sum)) return Math.fround(sum);
  double[0] = sum;
  if ((words[0] & 1) === 0) {
    // Even: step to the odd neighbour towards the exact value; upwards the low word cannot overflow.
    if (error > 0 === sum > 0) words[0] |= 1;
    else if (words[0] === 0) {
      words[0] = 0xffffffff;
      words[1] -= 1;
    } else words[0] -= 1;
  }
  return Math.fround(double[0]);
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

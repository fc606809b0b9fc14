// Sums as NumPy forms them: in pairs of halves, eight at a time, blocks of at most 128 (its pairwise_sum).

const kBlock = 128;
const { fround } = Math;

/** @param {ArrayLike<number>} a @param {number} from @param {number} n @param {number} step @returns {number} */
export function pairwise(a, from, n, step) {
  if (n < 8) {
    let sum = -0;
    for (let i = 0, at = from; i < n; i++, at += step) sum += a[at];
    return sum;
  }
  if (n <= kBlock) {
    let [r0, r1, r2, r3] = [a[from], a[from + step], a[from + 2 * step], a[from + 3 * step]];
    let [r4, r5, r6, r7] = [a[from + 4 * step], a[from + 5 * step], a[from + 6 * step], a[from + 7 * step]];
    let i = 8;
    for (; i < n - (n % 8); i += 8) {
      const at = from + i * step;
      r0 += a[at];
      r1 += a[at + step];
      r2 += a[at + 2 * step];
      r3 += a[at + 3 * step];
      r4 += a[at + 4 * step];
      r5 += a[at + 5 * step];
      r6 += a[at + 6 * step];
      r7 += a[at + 7 * step];
    }
    let sum = r0 + r1 + (r2 + r3) + (r4 + r5 + (r6 + r7));
    for (; i < n; i++) sum += a[from + i * step];
    return sum;
  }
  const half = (n >> 1) - ((n >> 1) % 8);
  return pairwise(a, from, half, step) + pairwise(a, from + half * step, n - half, step);
}

/** The same with every sum rounded to float32. @param {ArrayLike<number>} a @param {number} from @param {number} n @param {number} step @returns {number} */
export function pairwiseFloat(a, from, n, step) {
  if (n < 8) {
    let sum = -0;
    for (let i = 0, at = from; i < n; i++, at += step) sum = fround(sum + a[at]);
    return sum;
  }
  if (n <= kBlock) {
    const r = Array.from({ length: 8 }, (_, k) => a[from + k * step]);
    let i = 8;
    for (; i < n - (n % 8); i += 8) for (let k = 0; k < 8; k++) r[k] = fround(r[k] + a[from + (i + k) * step]);
    const pair = (/** @type {number} */ x, /** @type {number} */ y) => fround(x + y);
    let sum = pair(pair(pair(r[0], r[1]), pair(r[2], r[3])), pair(pair(r[4], r[5]), pair(r[6], r[7])));
    for (; i < n; i++) sum = fround(sum + a[from + i * step]);
    return sum;
  }
  const half = (n >> 1) - ((n >> 1) % 8);
  return fround(pairwiseFloat(a, from, half, step) + pairwiseFloat(a, from + half * step, n - half, step));
}

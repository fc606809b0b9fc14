// The error function and its inverse in float64, for truncated normal numbers.

/**
 * erf(x) by the series 2/√π e^(-x²) Σ 2ⁿ x^(2n+1) / (2n+1)!!, whose terms all have one sign; within 4e-16.
 * @param {number} x
 */
export function erf(x) {
  if (!(Math.abs(x) < 6)) return Math.sign(x);
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > Math.abs(sum) * 1e-17; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

/**
 * The number whose erf is y, for |y| ≤ 1: Winitzki's approximation, then Halley's steps.
 * @param {number} y
 */
export function erfinv(y) {
  if (!(Math.abs(y) < 1)) return Math.abs(y) === 1 ? y * Infinity : NaN;
  const a = 0.147; // Winitzki 2008
  const log = Math.log1p(-y * y);
  const half = 2 / (Math.PI * a) + log / 2;
  let x = Math.sign(y) * Math.sqrt(Math.sqrt(half * half - log / a) - half);
  for (let k = 0; k < 3; k++) {
    const step = (erf(x) - y) / ((2 / Math.sqrt(Math.PI)) * Math.exp(-x * x));
    x -= step / (1 + x * step);
  }
  return x;
}

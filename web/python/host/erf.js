// erf and erfc to the last digit that CPython prints: as glibc computes them (sysdeps/ieee754/dbl-64/s_erf.c, after Sun's fdlibm).

import { exp } from '../../core/numbers/exact.js';

// biome-ignore format: as many a line as fit
const table = {
  pp: [0.12837916709551256, -0.3250421072470015, -0.02848174957559851, -0.005770270296489442, -2.3763016656650163e-05],
  qq: [1, 0.39791722395915535, 0.0650222499887673, 0.005081306281875766, 0.00013249473800432164, -3.960228278775368e-06],
  pa: [-0.0023621185607526594, 0.41485611868374833, -0.3722078760357013, 0.31834661990116175, -0.11089469428239668, 0.035478304325618236, -0.002166375594868791],
  qa: [1, 0.10642088040084423, 0.540397917702171, 0.07182865441419627, 0.12617121980876164, 0.01363708391202905, 0.011984499846799107],
  ra: [-0.009864944034847148, -0.6938585727071818, -10.558626225323291, -62.375332450326006, -162.39666946257347, -184.60509290671104, -81.2874355063066, -9.814329344169145],
  sa: [1, 19.651271667439257, 137.65775414351904, 434.56587747522923, 645.3872717332679, 429.00814002756783, 108.63500554177944, 6.570249770319282, -0.0604244152148581],
  rb: [-0.0098649429247001, -0.799283237680523, -17.757954917754752, -160.63638485582192, -637.5664433683896, -1025.0951316110772, -483.5191916086514],
  sb: [1, 30.33806074348246, 325.7925129965739, 1536.729586084437, 3199.8582195085955, 2553.0504064331644, 474.52854120695537, -22.44095244658582],
};
const kErx = 0.8450629115104675;
const kEfx = 0.1283791670955126;

/** A polynomial in glibc's order: pairs of terms, then their powers. @param {number[]} c @param {number} s */
function polynomial(c, s) {
  const s2 = s * s;
  const s4 = s2 * s2;
  const powers = [1, s2, s4, s4 * s2, s4 * s4];
  let total = 0;
  for (let i = 0; i < c.length; i += 2) {
    const part = i + 1 < c.length ? c[i] + s * c[i + 1] : c[i];
    total = i === 0 ? part : total + powers[i / 2] * part;
  }
  return total;
}

/** The high half of a float's bits. @param {number} x */
function high(x) {
  const bits = new Float64Array([x]);
  new Uint32Array(bits.buffer)[0] = 0;
  return bits[0];
}

/** erfc(x) x for x of 1.25 and more. @param {number} x */
function tail(x) {
  const s = 1 / (x * x);
  const [r, q] = x < 1 / 0.35 ? [table.ra, table.sa] : [table.rb, table.sb];
  const z = high(x);
  return exp(-z * z - 0.5625) * exp((z - x) * (z + x) + polynomial(r, s) / polynomial(q, s));
}

/** @param {number} s */
const middle = (s) => polynomial(table.pa, s) / polynomial(table.qa, s);

/** @param {number} x @returns {number} */
export function erf(x) {
  const a = Math.abs(x);
  if (a < 0.84375) {
    if (a < 2 ** -28) return x + kEfx * x;
    const z = x * x;
    return x + x * (polynomial(table.pp, z) / polynomial(table.qq, z));
  }
  if (!(a < 6)) return Number.isNaN(x) ? x : Math.sign(x);
  return Math.sign(x) * (a < 1.25 ? kErx + middle(a - 1) : 1 - tail(a) / a);
}

/** @param {number} x @returns {number} */
export function erfc(x) {
  const a = Math.abs(x);
  if (Number.isNaN(x)) return x;
  if (a < 0.84375) {
    if (a < 2 ** -56) return 1 - x;
    const z = x * x;
    const y = polynomial(table.pp, z) / polynomial(table.qq, z);
    return x < 0.25 ? 1 - (x + x * y) : 0.5 - (x - 0.5 + x * y);
  }
  if (a < 1.25) return x > 0 ? 1 - kErx - middle(a - 1) : 1 + (kErx + middle(a - 1));
  if (x > 28) return 0;
  if (x < -6) return 2;
  return x > 0 ? tail(a) / a : 2 - tail(a) / a;
}

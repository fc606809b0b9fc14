// tanh of doubles with the last bits that NumPy's vector code gives: Intel's polynomials (SVML, as in NumPy's loops_hyperbolic), one for each of
// fifteen intervals, in fused steps. Right to the last bit it is not (one value of four differs), so no other formula agrees with it.

import { fused } from './exact.js';

/** For each interval its centre and seventeen coefficients, the lowest first. */
const kTable =
  'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAPA/GarfP+qz8LtVVVVVVVXVvzbWTuQ+hua8tSoRERERwT+0s93dGeqhvQtSkBm6oau/HwGW8KccNb5OwWpO+WSWP/5SeP3BxKi+3al6VwQkgr9z1R4imtn9vkE4QonmO24/Ok86cQYTKr9xaMVt59dVv+cmard65jU/AAAAAAAAzD+SfGpB0I/LPzKF8KMshO4/IbxT66pIyr8RupLCr4PRv17HdgTNTcA/rQj8/Z7BtT/f5FyZ37iwv/z2Urp745a/UTgMMvOqnj/dOa47NNOUvxNvBLEWzsy/oyqo9weLPUC0ujU3OllwQMGqWx9RY9LAZrAWkVBeBMHHkJyAOIxSQQaCfWLgjoRBAAAAAAAA1D8OZeqgmF/TPxuP9UpXEe0/Fpky9CGZ0b/6m5wDSxrMvwgPqEk0PcQ/rPs03JhMpz9kgR70XJWyv5lTRRjf988+wR92/iP4nD9D+A3mSMd7v7a3SyJvoYG/Cqv7kqtEn79eg0ROZavMv1y+XrFznxZAzoQJJbn6QUACCxm1f9V2wOyJtBjWFqLAAAAAAAAA3D83gEjuKVfaP/nkJJxblOo/EYDvm/Dg1b/mC41tHm7Bv+e3mTZvwsU/dwr/jmoNeb/G9wnDBZ2vv0460zQoNpc/H/9UFycikD+FukMrN4mMvwm8BgTwy2K/aj1HBMbqsj+s2zcA2D7RP7VszUHdwSXAld7DDgmNRcDaio+In/CFQE+vyAeRuKVAAAAAAAAA5D+Vj7vqR7/hPxX4dDNMKOY/gsg1nLWT2L+iSB51bEKSvzMlq/aGpsE/hqeJFwI8rL+RQv/MJ32Yv0VLGICDf54/r2CcfOcfc796dN6SoCmBv5v2LLCbsnU/yKo6kH34RT+HxGwHuUVgv9HgBf6J/Vi/Yz0RYJ2UdL+lyy8qM0aiP9oOUnSDnbY/AAAAAAAA7D8VIIwLZYbmP26Nn6AAJeA/OGVXt3y61r8k0bqyUvG0PzDnbDE8IK8/WWgyt5Yhrr+YsHIlpiyLP9QgxOdDlYY/fexlaASmhL9Gh1NNW8hgPxcM+fnwfWA/AGMDcUYQXr9wwYp+7oUgP3qv1QGv93M/3goNINaffD/Nb4kahZ2yvxYXmJ9R7b2/AAAAAAAA9D/uLWu7IyXrP8Co4zFR8tE/VXU9dJFyzr++cu/LQLq7P3xViCegx4m/Koz/EaCnk78KsPXH9hyPPyoiFEm9JnO/Kxm58vGjTL8Y7JkhOelbP9VYB24qhUu/QPPw3Zi8GT8wBGEiRlIjP2t+0eq9QB6/nwqt4EDNAj8SsmnjWgbZPnEzW4soLfC+AAAAAAAA/D8nNeOXvx/uPzmhJBzKIr0/gPseoIVtu789ar44oBuwP0HV4CZ+FZi/DkPoxwlHbj/VPeQRmDdgP/qYnQpbwV+/J9Kv4N53TD8Qn0ikaAwqv0WEGz3GeAC/6EaSvARDDT+0EWliphL/vuUTRWzNJOI+EfMZ4LiKhb4woJhMuuG4vqbBCRKYkLI+AAAAAAAABEDCcQomWJLvP3Zcuh/+Ops/GhTHWK7dmr/I73FI9G2RP3jSx8FVe4C/URFh+ipoZz9+U3hvgpNHv7b7afr8zxQ/ellozlsFBD+qL9wBJkYAv3q+Vd3qEuw+QZ17X0E80b6vCKS8CJCrPqPqjuZFtiS++Hw7MqYveb4WQK1mB/1vPm7/9UuSfla+AAAAAAAADEB3kDrGEvHvPyErshl9020/GarHdpPFbb9wiPydhsZjPw8ZQ1iNoVO/v3xxd+7yPj8PJDZeaQUkvxCdt+VIfgU/RxantAy/4r70qd4Zora3PhsYk/UApm++sM0gl40rcr4g9mUY901jPoO8cvvrv0q+AmSHZ03wLT5bX1CfwmMMvrYOa9739+M9AAAAAAAAFEAR32iWQf/vP5bvqRPszCc/EHRndF7MJ78o2BX5rrkfP1sam8i7tg+/t4DxgkRa+T5W55zjjeDgvmRy19dmO8M+1e9z/qoeo76KXEyNzMuAPn0/zl2TPFq+wL4512YmMj5zyoPPG7sFvtNeafg4HNU9LE1e6SvHlb1JDp5rIat/vbzr47oY7Wk9AAAAAAAAHEDyUCeD/P/vP65QMvPD5ss+h8y06MDmy74Rbnzi0ZnCPmOphMbJmbK+A7ajfcLCnT5OcV+6CdeDvhCbi1dOrGY+7WhDLLCrRr4pXhojuyUkPpau45VtHAC+GHl+PVVq1z1iZ/tDwSqvvSuDxjisE4M9BjEgMJyoVb0nqlYgtiYoPXH6PU9MU/e8AAAAAAAAJEA1b8n9///vP1/3lFOGtEE+ZQVrUoa0Qb5MM8rcXZs3PgE9+9Rdmye+PkP32a/iEj7gY+7FPy75vUJcPY1Lx9w93XmAyknHvL1ihqy+pJKZPdMf6gBadXS9OWpBWfrgTT1Xvz0q5eojvYVmYjV5ePc8Zf+eu7PWyrwj9WIX4xOjPCD/6vFzC3O8AAAAAAAALEBYz//////vPyhf2hvwU4g9pGPvG/BTiL2aLMZ79TeAPaYq53r1N3C9unmGNCDzWT0OEfIwwExBvbSSfxOJxSM90rk2OIjFA71n+9NeupHhPKy3OwZsHLy8tIE2zxaHlDxelaCcPl5rvCm8xkn8H0A8hNg9zVxwErwZU4khqjfqO2LUNYH/LLq7AAAAAAAANEAAAAAAAADwP1jvlwE8lXM8Mb4Z5VuVc7z3z6JQSy1qPIaOp7uiLFq8QMm8mx22RDyHKtjoIqArvKEHhyyOfxA87EomFlR68LvERK0LRZLIOwD+YESavqO7mdovLZ8/hzsuusHiaMpeu6tS+qwhC7+69XWuR0wKjrqWFIf98cflOjWQfV8bp7W6';
const kWidth = 18;
/** @type {Float64Array | null} */ let table = null;
const view = new DataView(new ArrayBuffer(8));

function unpack() {
  table = new Float64Array(Uint8Array.from(atob(kTable), (one) => one.charCodeAt(0)).buffer);
  return table;
}

/** @param {number} x */
export function tanh(x) {
  if (Number.isNaN(x)) return x;
  const t = table ?? unpack();
  view.setFloat64(0, x);
  const row = Math.min(15, Math.max(0, (view.getInt32(0) & 0x7ff80000) - 0x3fc00000) >> 19);
  if (row === 15) return Math.sign(x);
  const at = row * kWidth;
  const y = Math.abs(x) - t[at];
  let r = t[at + 17];
  for (let i = at + 16; i > at + 3; i--) r = r * y + t[i];
  r = fused(fused(fused(r, y, t[at + 3]), y, t[at + 2]), y, t[at + 1]);
  return x < 0 || Object.is(x, -0) ? -r : r;
}

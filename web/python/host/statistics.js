// The module statistics: sums are exact, as CPython's fractions are, and rounded once.

import { sorted } from '../builtins/sequences.js';
import { binary } from '../operations/arithmetic.js';
import { listOf } from '../operations/iterate.js';
import { trueDivide } from '../operations/numbers.js';
import { floatOf } from '../operations/truth.js';
import { Dict } from '../values/dict.js';
import { exceptions, raised } from '../values/exceptions.js';
import { Type } from '../values/types.js';
import { isqrt } from './math.js';
import { fn, hostModule } from './protocol.js';

const statisticsError = new Type('StatisticsError', [exceptions.ValueError], new Map(), 'statistics');
/** Every float is a whole number of these. */
const kUnit = 1n << 1074n;

/** A value in units; ints stay exact at any size. @param {any} value */
function unitsOf(value) {
  if (typeof value === 'bigint' || typeof value === 'boolean') return BigInt(value) * kUnit;
  if (typeof value === 'string') throw raised('TypeError', "can't convert type 'str' to numerator/denominator");
  let [x, power] = [floatOf(value), 0n];
  for (; !Number.isInteger(x); power++) x *= 2;
  return BigInt(x) * (kUnit >> power);
}

/** A fraction as an int where all values are ints and it is one, else as a float. @param {any[]} list @param {bigint} top @param {bigint} bottom */
const fraction = (list, top, bottom) =>
  top % bottom === 0n && list.every((one) => typeof one === 'bigint') ? top / bottom : trueDivide(top, bottom);

/** @param {any} items @param {string} name @param {number} least */
function dataOf(items, name, least) {
  const list = listOf(items);
  if (list.length >= least) return list;
  throw raised(
    statisticsError,
    /(mean|variance|stdev)$/.test(name)
      ? `${name} requires at least ${least === 1 ? 'one data point' : 'two data points'}`
      : `no ${name} for empty data`,
  );
}

/** @param {any[]} list */
const mean = (list) =>
  fraction(
    list,
    list.map(unitsOf).reduce((a, b) => a + b),
    BigInt(list.length) * kUnit,
  );

/** Sum of squares around the mean, over n or n - 1. @param {any[]} list @param {number} less @returns {[bigint, bigint]} a fraction */
function spread(list, less) {
  const units = list.map(unitsOf);
  const n = BigInt(list.length);
  const sum = units.reduce((a, b) => a + b);
  const squares = units.reduce((total, one) => total + one * one, 0n);
  return [n * squares - sum * sum, n * (n - BigInt(less)) * kUnit * kUnit];
}

/** The root of a fraction, rounded once: 55 bits and whether more follow. @param {[bigint, bigint]} fraction */
function rootOf([top, bottom]) {
  if (top === 0n) return 0;
  const half = BigInt((top.toString(2).length - bottom.toString(2).length - 109) >> 1);
  const [n, m] = half >= 0n ? [top, bottom << (2n * half)] : [top << (-2n * half), bottom];
  const root = isqrt(n / m);
  const sticky = root * root * m === n ? root : root | 1n;
  return half >= 0n ? trueDivide(sticky << half, 1n) : trueDivide(sticky, 1n << -half);
}

/** @param {any[]} list */
function counts(list) {
  const all = new Dict();
  for (const one of list) all.set(one, (all.get(one) ?? 0) + 1);
  return [...all];
}

/** @returns {import('../values/containers.js').Module} */
export function statistics() {
  const of = (/** @type {string} */ name, /** @type {(list: any[]) => any} */ run, least = 1) => [
    name,
    fn(name, ([items]) => run(dataOf(items, name, least))),
  ];
  const middle = (/** @type {any[]} */ list) => {
    const order = sorted(list, null, false);
    const half = order.length >> 1;
    return order.length % 2 ? order[half] : binary('/', binary('+', order[half - 1], order[half]), 2n);
  };
  return hostModule('statistics', {
    ...Object.fromEntries([
      of('mean', mean),
      of('fmean', (list) => floatOf(mean(list))),
      of('median', middle),
      of('mode', (list) => counts(list).reduce((a, b) => (b[1] > a[1] ? b : a))[0]),
      of(
        'multimode',
        (list) => {
          const all = counts(list);
          const most = Math.max(...all.map(([, count]) => count));
          return all.filter(([, count]) => count === most).map(([one]) => one);
        },
        0,
      ),
      of('variance', (list) => fraction(list, ...spread(list, 1)), 2),
      of('pvariance', (list) => fraction(list, ...spread(list, 0))),
      of('stdev', (list) => rootOf(spread(list, 1)), 2),
      of('pstdev', (list) => rootOf(spread(list, 0))),
    ]),
    StatisticsError: statisticsError,
  });
}

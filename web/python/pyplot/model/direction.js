// One direction of axes: its scale, limits and ticks, which axes may share; and its own name, side and looks.
import { linearTicks, logTicks } from './ticks.js';
import { Writing } from './writing.js';

/** What axes that share a direction have in common. */
class Shared {
  scale = /** @type {'linear' | 'log'} */ ('linear');
  /** @type {[number | null, number | null]} */ limits = [null, null];
  isInverted = false;
  /** @type {number[] | null} */ ticks = null;
  /** @type {string[] | null} */ tickTexts = null;
  /** @type {((from: number, to: number, most: number) => number[]) | null} */ locator = null;
  /** @type {((value: number, index: number) => string) | null} */ formatter = null;
  /** Between the others: none, between those of `kParts`, at numbers, or as a locator says. @type {'none' | 'auto' | number[] | ((from: number, to: number, most: number) => number[])} */ minor =
    'none';
  /** Names of bars, in the order of their places. @type {string[]} */ categories = [];
  /** Powers of ten beyond which labels are multiples of one. @type {[number, number]} */ powers = [-5, 6];
}

export class Direction {
  shared = new Shared();
  label = new Writing();
  margin = 0.05;
  /** Where ticks and names stand. @type {'left' | 'right' | 'bottom' | 'top'} */ side;
  isHidden = false;
  /** Whether ticks have marks, and names. */ isMarked = true;
  isNamed = true;
  /** @type {'in' | 'out' | 'inout'} */ tickWay = 'out';
  /** In points; null for the usual ones. @type {number | null} */ tickLength = null;
  /** @type {string | null} */ tickColor = null;
  /** How names of ticks look, and what some of them have of their own. */ names = new Writing();
  /** @type {Map<number, Partial<Writing>>} */ ownNames = new Map();

  /** @param {'left' | 'bottom'} side */
  constructor(side) {
    this.side = side;
  }

  /** The places of texts, each new one behind the others. @param {any[]} values @returns {number[]} */
  places(values) {
    const { categories } = this.shared;
    return values.map((value) => {
      if (typeof value !== 'string') return Number(value);
      if (!categories.includes(value)) categories.push(value);
      return categories.indexOf(value);
    });
  }

  /** Where ticks stand. @param {[number, number]} limits @param {number} most */
  ticksWithin(limits, most) {
    const { ticks, locator, scale, categories } = this.shared;
    if (ticks) return ticks;
    const [from, to] = [Math.min(...limits), Math.max(...limits)];
    if (locator) return locator(from, to, most);
    if (categories.length > 0) return categories.map((_, i) => i);
    return scale === 'log' ? logTicks(from, to, most) : linearTicks(from, to, most);
  }

  /** Short ticks between those. @param {[number, number]} limits @param {number[]} ticks */
  minorTicks(limits, ticks) {
    const { minor, scale, locator, ticks: own } = this.shared;
    const [from, to] = [Math.min(...limits), Math.max(...limits)];
    const within = (/** @type {number[]} */ all) => all.filter((tick) => tick >= from && tick <= to);
    if (Array.isArray(minor)) return within(minor);
    if (typeof minor === 'function') return within(minor(from, to, 9));
    if (scale === 'log') {
      const isSparse = ticks.length > 1 && ticks[1] / ticks[0] > 11;
      if (isSparse || locator) return [];
      const powers = logTicks(from / 10, to);
      return within(powers.flatMap((power) => [2, 3, 4, 5, 6, 7, 8, 9].map((times) => times * power)));
    }
    if (minor === 'none' || ticks.length < 2 || own?.length === 0) return [];
    const step = ticks[1] - ticks[0];
    // matplotlib's AutoMinorLocator: five parts of 1, 2.5, 5 and 10, four of others.
    const digit = Math.round(10 ** (((Math.log10(Math.abs(step)) % 1) + 1) % 1) * 100) / 100;
    const parts = [1, 2.5, 5, 10].includes(digit) ? 5 : 4;
    const count = Math.ceil((to - from) / (step / parts)) + parts;
    const first = ticks[0] - Math.ceil((ticks[0] - from) / step) * step;
    return within(Array.from({ length: count }, (_, i) => (i % parts === 0 ? Number.NaN : first + (i * step) / parts)));
  }
}

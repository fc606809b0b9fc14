// Where the names in a plot stand: beside their curve, over no other curve and no other name.
import { round } from '../pixels.js';

/**
 * @typedef {{ x: number, y: number, anchor: 'start' | 'middle' | 'end' }} Place of a text's baseline
 * @typedef {{ left: number, right: number, top: number, bottom: number }} Box
 * @typedef {{ x: Float32Array, y: Float32Array }} Stretch of a line, in pixels, from left to right
 * @typedef {{ low: Float64Array, high: Float64Array }} Line from where to where it goes in each column
 */

/** The width of letters and the height of a line at 12 pixels, a little more than fonts take. */
const kSmall = 7.8;
const kCapital = 9.8;
const kAbove = 12;
const kBelow = 4;
/** So far apart lines are told from each other. */
const kApart = 14;
/** Columns are so many pixels wide. */
const kColumn = 4;
/** What stands in the way costs so much: another name, the edge of the plot, a column of a line. */
const kName = 1000;
const kEdge = 500;

/** @param {string} text @param {Place} place @returns {Box} */
function boxOf(text, { x, y, anchor }) {
  const capitals = text.replace(/[^A-Z]/g, '').length;
  const width = capitals * kCapital + (text.length - capitals) * kSmall;
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - kAbove, bottom: y + kBelow };
}

/** @param {Box} a @param {Box} b */
const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The names of one plot: each is put where least is in its way, and is then in the way of the others. */
export class Labels {
  /** @type {Box[]} */ #taken = [];
  /** @type {Line[]} */ #lines = [];

  /** @param {Box} plot */
  constructor(plot) {
    this.plot = plot;
    this.columns = Math.max(1, Math.ceil((plot.right - plot.left) / kColumn));
  }

  /**
   * A line that names keep off.
   * @param {Stretch[]} stretches from left to right
   * @returns {Line}
   */
  line(stretches) {
    const low = new Float64Array(this.columns).fill(Number.POSITIVE_INFINITY);
    const high = new Float64Array(this.columns).fill(Number.NEGATIVE_INFINITY);
    let [before, last] = [-1, 0];
    for (const { x, y } of stretches) {
      for (let i = 0; i < x.length; i++) {
        const column = this.#columnOf(x[i]);
        // A jump, and a way between two points that are columns apart, passes all that lies between.
        const from = before < 0 ? column : before;
        if (before < 0) last = y[i];
        for (let c = from; c <= column; c++) {
          low[c] = Math.min(low[c], y[i], last);
          high[c] = Math.max(high[c], y[i], last);
        }
        [before, last] = [column, y[i]];
      }
    }
    const line = { low, high };
    this.#lines.push(line);
    return line;
  }

  /** What no name may cover. @param {Box} box */
  take(box) {
    this.#taken.push(box);
  }

  /** @param {number} x */
  #columnOf(x) {
    return Math.min(this.columns - 1, Math.max(0, Math.floor((x - this.plot.left) / kColumn)));
  }

  /** @param {Box} box */
  #cost(box) {
    const { left, right, top, bottom } = this.plot;
    const isOut = box.left < left || box.right > right || box.top < top - 2 || box.bottom > bottom + 2;
    let cost = isOut ? kEdge : 0;
    for (const other of this.#taken) if (overlap(box, other)) cost += kName;
    for (const { low, high } of this.#lines) {
      const last = this.#columnOf(box.right);
      for (let c = this.#columnOf(box.left); c <= last; c++) if (high[c] > box.top && low[c] < box.bottom) cost++;
    }
    return cost;
  }

  /**
   * The first of some places that is free, else the one with least in its way.
   * @param {string} text
   * @param {Place[]} places the best one first
   * @returns {Place}
   */
  put(text, places) {
    let [best, least] = [places[0], Number.POSITIVE_INFINITY];
    for (const place of places) {
      const cost = this.#cost(boxOf(text, place));
      if (cost < least) [best, least] = [place, cost];
      if (cost === 0) break;
    }
    this.#taken.push(boxOf(text, best));
    return { ...best, x: round(best.x), y: round(best.y) };
  }

  /** How far from a line the nearest other one is at a column. @param {Line} line @param {number} column */
  #apart({ low, high }, column) {
    const middle = (low[column] + high[column]) / 2;
    const gaps = this.#lines
      .filter((other) => other.low !== low)
      .map((other) => Math.max(0, other.low[column] - middle, middle - other.high[column]));
    return Math.min(...gaps);
  }

  /**
   * Places along a line, above and beneath it: first where it is apart from the others.
   * @param {Line} line
   * @param {readonly number[]} shares of the plot's width, the best one first
   * @returns {Place[]}
   */
  along(line, shares) {
    const { left, right, top, bottom } = this.plot;
    const isApart = (/** @type {number} */ share) =>
      this.#apart(line, this.#columnOf(left + share * (right - left))) >= kApart;
    const sorted = [...shares.filter(isApart), ...shares.filter((share) => !isApart(share))];
    const heightAt = (/** @type {number} */ x) => (line.low[this.#columnOf(x)] + line.high[this.#columnOf(x)]) / 2;
    const inside = (/** @type {number} */ y) => Math.min(bottom - kBelow, Math.max(top + kAbove, y));
    return sorted.flatMap((share) => {
      const x = left + share * (right - left);
      const y = heightAt(x);
      if (!Number.isFinite(y)) return [];
      return [
        { x: x - 8, y: inside(y), anchor: /** @type {const} */ ('end') },
        { x, y: inside(y - 8), anchor: /** @type {const} */ ('middle') },
        { x, y: inside(y + 18), anchor: /** @type {const} */ ('middle') },
        { x: x + 8, y: inside(y), anchor: /** @type {const} */ ('start') },
      ];
    });
  }
}

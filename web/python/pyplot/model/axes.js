// One pair of axes as a program describes it: what is drawn in it, its limits, its names.
import { cycle } from './colors.js';
import { linearTicks, logTicks } from './ticks.js';

/**
 * @typedef {object} Artist something drawn; what the members mean depends on the kind
 * @property {'line' | 'scatter' | 'bars' | 'fill' | 'image' | 'rule' | 'span' | 'text' | 'regions' | 'polygon'} kind
 * @property {string} label of the legend; nothing, or beginning with _, for none
 * @property {number} order what is drawn above what
 * @property {number} alpha
 * @property {string} color
 * @property {number[]} [xs]
 * @property {number[]} [ys]
 * @property {boolean} [isLimitless] whether the limits do not follow it
 * @property {{ x?: number[], y?: number[] }} [sticky] edges at which there is no margin
 * @property {any} [more] what only this kind has
 */

/** One direction: linear or logarithmic, its limits where a program sets them, its ticks. */
export class Direction {
  scale = /** @type {'linear' | 'log'} */ ('linear');
  /** @type {[number | null, number | null]} */ limits = [null, null];
  isInverted = false;
  /** @type {number[] | null} */ ticks = null;
  /** @type {string[] | null} */ tickTexts = null;
  label = '';
  margin = 0.05;
  /** Names of bars, in the order of their places. @type {string[]} */ categories = [];

  /** The places of texts, each new one behind the others. @param {any[]} values @returns {number[]} */
  places(values) {
    return values.map((value) => {
      if (typeof value !== 'string') return Number(value);
      if (!this.categories.includes(value)) this.categories.push(value);
      return this.categories.indexOf(value);
    });
  }
}

const kEdges = ['left', 'right', 'top', 'bottom'];

export class Axes {
  /** @type {Artist[]} */ artists = [];
  title = '';
  x = new Direction();
  y = new Direction();
  /** @type {{ axis: 'x' | 'y' | 'both', alpha: number, style: string, color: string | null } | null} */ grid = null;
  /** @type {{ labels: string[] | null, place: string | number, title: string, size: number | null } | null} */ legend =
    null;
  aspect = /** @type {'auto' | 'equal'} */ ('auto');
  isOff = false;
  /** @type {Record<string, { isVisible: boolean, position: any, color: string | null }>} */
  spines = Object.fromEntries(kEdges.map((edge) => [edge, { isVisible: true, position: null, color: null }]));
  /** @type {string | null} */ face = null;
  /** The colour bar's picture, where these axes are one. @type {{ map: (share: number) => string, from: number, to: number } | null} */ bar =
    null;
  #lines = 0;
  #patches = 0;
  /** Axes whose limits along x or y are these as well. @type {{ x: Axes[], y: Axes[] }} */ shared = { x: [], y: [] };

  /** @param {import('./figure.js').Figure} figure @param {import('./figure.js').Place} place */
  constructor(figure, place) {
    this.figure = figure;
    this.place = place;
  }

  /** The colour that the next line takes. */
  nextLineColor() {
    return cycle[this.#lines++ % cycle.length];
  }

  /** The colour that the next bars, points or regions take. */
  nextPatchColor() {
    return cycle[this.#patches++ % cycle.length];
  }

  /** As new, but for its place. */
  clear() {
    const { figure, place, shared } = this;
    Object.assign(this, new Axes(figure, place), { shared });
    this.#lines = 0;
    this.#patches = 0;
  }

  /** Adds something to be drawn. @template {Artist} A @param {A} artist @returns {A} */
  add(artist) {
    this.artists.push(artist);
    return artist;
  }

  /** From where to where a direction goes. @param {'x' | 'y'} name @returns {[number, number]} the first end is the lower or left one */
  limitsOf(name) {
    const direction = this[name];
    const all = [this, ...this.shared[name]].flatMap((axes) => axes.#extents(name));
    const own = withMargins(all, direction);
    const set = [this, ...this.shared[name]].map((axes) => axes[name].limits).reverse();
    for (const [from, to] of set) {
      if (from !== null) own[0] = from;
      if (to !== null) own[1] = to;
    }
    return direction.isInverted ? [own[1], own[0]] : own;
  }

  /** The numbers that a direction must hold, with the edges at which it has no margin. @param {'x' | 'y'} name */
  #extents(name) {
    const key = name === 'x' ? 'xs' : 'ys';
    return this.artists
      .filter((artist) => !artist.isLimitless)
      .map((artist) => ({ values: artist[key] ?? [], sticky: artist.sticky?.[name] ?? [] }));
  }

  /** Where ticks stand. @param {'x' | 'y'} name @param {[number, number]} limits @param {number} most */
  ticksOf(name, limits, most) {
    const { ticks, scale, categories } = this[name];
    if (ticks) return ticks;
    if (categories.length > 0) return categories.map((_, i) => i);
    const [from, to] = [Math.min(...limits), Math.max(...limits)];
    return scale === 'log' ? logTicks(from, to, most) : linearTicks(from, to, most);
  }
}

/** @param {{ values: number[], sticky: number[] }[]} all @param {Direction} direction @returns {[number, number]} */
function withMargins(all, { scale, margin }) {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { values } of all) {
    for (const value of values) {
      if (!Number.isFinite(value) || (scale === 'log' && value <= 0)) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  if (low > high) return scale === 'log' ? [1, 10] : [0, 1];
  const isStuck = (/** @type {number} */ edge) => all.some(({ sticky }) => sticky.includes(edge));
  if (scale === 'log') {
    const span = (Math.log10(high) - Math.log10(low) || 2) * margin;
    return [10 ** (Math.log10(low) - span), 10 ** (Math.log10(high) + span)];
  }
  if (low === high) {
    const around = low === 0 ? 0.055 : Math.abs(low) * 0.055;
    return [isStuck(low) ? low : low - around, high + around];
  }
  const room = (high - low) * margin;
  return [isStuck(low) ? low : low - room, isStuck(high) ? high : high + room];
}

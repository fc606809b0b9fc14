// One pair of axes as a program describes it: what is drawn in it, its limits, its names.
import { cycle } from './colors.js';
import { Direction } from './direction.js';
import { Writing } from './writing.js';

/**
 * @typedef {object} Artist something drawn; what the members mean depends on the kind
 * @property {'line' | 'scatter' | 'bars' | 'fill' | 'image' | 'mesh' | 'rule' | 'slope' | 'span' | 'text' | 'regions' | 'polygon'} kind
 * @property {string} label of the legend; nothing, or beginning with _, for none
 * @property {number} order what is drawn above what
 * @property {number} alpha
 * @property {string} color
 * @property {number[]} [xs]
 * @property {number[]} [ys]
 * @property {boolean} [isLimitless] whether the limits do not follow it
 * @property {boolean} [isHidden]
 * @property {{ x?: number[], y?: number[] }} [sticky] edges at which there is no margin
 * @property {any} [more] what only this kind has
 */

/**
 * @typedef {{ axis: 'x' | 'y' | 'both', isMinor: boolean, alpha: number, style: string | number[], width: number, color: string | null }} Grid
 * @typedef {{ isVisible: boolean, position: any, color: string | null, width?: number, style?: string }} Edge
 */

const kEdges = ['left', 'right', 'top', 'bottom'];

export class Axes {
  /** @type {Artist[]} */ artists = [];
  titles = { left: new Writing(), center: new Writing(), right: new Writing() };
  x = new Direction('bottom');
  y = new Direction('left');
  /** @type {Grid[]} */ grids = [];
  /** @type {import('./legend.js').Legend | null} */ legend = null;
  /** Those that a program keeps beside the current one. @type {import('./legend.js').Legend[]} */ kept = [];
  /** How long a unit of y is to one of x; null for what the room gives. @type {number | null} */ aspect = null;
  /** Whether limits give way to it, not the box. */ isAspectOfData = false;
  isOff = false;
  /** @type {Record<string, Edge>} */
  spines = Object.fromEntries(kEdges.map((edge) => [edge, { isVisible: true, position: null, color: null }]));
  /** @type {string | null} */ face = null;
  isFrameless = false;
  /** Whether the grid is beneath all; else only beneath lines. */ isGridBelow = false;
  isHidden = false;
  /** The colours that lines take in turn. */ cycle = { colors: cycle, lines: 0, patches: 0 };
  /** Axes whose limits along x or y are these as well. @type {{ x: Axes[], y: Axes[] }} */ shared = { x: [], y: [] };

  /** @param {import('./figure.js').Figure} figure @param {import('./figure.js').Place} place */
  constructor(figure, place) {
    this.figure = figure;
    this.place = place;
  }

  /** The colour that the next line takes. */
  nextLineColor() {
    return this.cycle.colors[this.cycle.lines++ % this.cycle.colors.length];
  }

  /** The colour that the next bars, points or regions take. */
  nextPatchColor() {
    return this.cycle.colors[this.cycle.patches++ % this.cycle.colors.length];
  }

  /** As new, but for its place. */
  clear() {
    const { figure, place, shared } = this;
    const fresh = new Axes(figure, place);
    for (const name of /** @type {const} */ (['x', 'y'])) fresh[name].side = this[name].side;
    Object.assign(this, fresh, { shared });
  }

  /** Adds something to be drawn. @template {Artist} A @param {A} artist @returns {A} */
  add(artist) {
    this.artists.push(artist);
    return artist;
  }

  /** Has one direction in common with other axes. @param {'x' | 'y'} name @param {Axes} other */
  share(name, other) {
    this[name].shared = other[name].shared;
    const all = [...new Set([this, other, ...this.shared[name], ...other.shared[name]])];
    for (const one of all) one.shared[name] = all.filter((each) => each !== one);
  }

  /** From where to where a direction goes. @param {'x' | 'y'} name @returns {[number, number]} the first end is the lower or left one */
  limitsOf(name) {
    const { margin, shared } = this[name];
    const all = [this, ...this.shared[name]].flatMap((axes) => axes.#extents(name));
    const own = withMargins(all, shared.scale, margin);
    const [from, to] = shared.limits;
    if (from !== null) own[0] = from;
    if (to !== null) own[1] = to;
    return shared.isInverted ? [own[1], own[0]] : own;
  }

  /** The numbers that a direction must hold, with the edges at which it has no margin. @param {'x' | 'y'} name */
  #extents(name) {
    const key = name === 'x' ? 'xs' : 'ys';
    return this.artists
      .filter((artist) => !artist.isLimitless)
      .map((artist) => ({ values: artist[key] ?? [], sticky: artist.sticky?.[name] ?? [] }));
  }
}

/** @param {{ values: number[], sticky: number[] }[]} all @param {string} scale @param {number} margin @returns {[number, number]} */
function withMargins(all, scale, margin) {
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
    return [
      isStuck(low) ? low : 10 ** (Math.log10(low) - span),
      isStuck(high) ? high : 10 ** (Math.log10(high) + span),
    ];
  }
  if (low === high) {
    const around = low === 0 ? 0.055 : Math.abs(low) * 0.055;
    return [isStuck(low) ? low : low - around, high + around];
  }
  const room = (high - low) * margin;
  return [isStuck(low) ? low : low - room, isStuck(high) ? high : high + room];
}

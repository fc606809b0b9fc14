// A figure: its size, its axes and where they stand.
import { Axes } from './axes.js';
import { cycle } from './colors.js';
import { Writing } from './writing.js';

/**
 * @typedef {object} Place of axes in a figure's grid, or on it
 * @property {number} rows
 * @property {number} columns
 * @property {[from: number, to: number]} row the first and the last row that it takes
 * @property {[from: number, to: number]} column
 * @property {[left: number, bottom: number, width: number, height: number] | null} [free] shares of the figure, where it stands freely
 * @property {{ widths: number[] | null, heights: number[] | null, margins: Partial<Margins> }} [grid] what a grid of its own says
 * @property {Bar | null} [bar] what it is the colour bar of, and how
 *
 * @typedef {{ of: Axes[], isAcross: boolean, shrink: number, fraction: number, pad: number, aspect: number }} Bar
 *
 * @typedef {{ left: number, right: number, bottom: number, top: number, wspace: number, hspace: number }} Margins shares of the figure, and of axes
 */

/** matplotlib's size, in inches. */
const kSize = /** @type {[number, number]} */ ([6.4, 4.8]);
/** @type {Margins} */
const kMargins = { left: 0.125, right: 0.9, bottom: 0.11, top: 0.88, wspace: 0.2, hspace: 0.2 };

export class Figure {
  /** @type {Axes[]} */ axes = [];
  /** @type {Axes | null} */ current = null;
  suptitle = new Writing();
  supxlabel = new Writing();
  supylabel = new Writing();
  /** Texts on the figure. @type {import('./axes.js').Artist[]} */ artists = [];
  /** @type {import('./legend.js').Legend | null} */ legend = null;
  isTight = false;
  /** Whether its axes begin with a grid. */ hasGrid = false;
  /** The colours that lines of its axes take in turn. */ colors = cycle;
  /** @type {string | null} */ face = null;
  /** @type {Margins} */ margins = { ...kMargins };

  /** @param {number} number @param {[number, number]} [size] in inches */
  constructor(number, size = kSize) {
    this.number = number;
    this.size = size;
  }

  /** The current axes, made where there are none. */
  gca() {
    return this.current ?? this.add({ rows: 1, columns: 1, row: [0, 0], column: [0, 0] });
  }

  /** @param {Place} place */
  add(place) {
    const axes = new Axes(this, place);
    axes.cycle.colors = this.colors;
    if (this.hasGrid && !place.bar)
      axes.grids.push({ axis: 'both', isMinor: false, alpha: 1, style: '-', width: 0.8, color: null });
    this.axes.push(axes);
    this.current = axes;
    return axes;
  }

  /** Axes over others, at their place, with one direction in common. @param {Axes} axes @param {'x' | 'y'} name the common one */
  addTwin(axes, name) {
    const twin = this.add(axes.place);
    twin.share(name, axes);
    const other = name === 'x' ? 'y' : 'x';
    twin[other].side = name === 'x' ? 'right' : 'top';
    twin[name].isHidden = true;
    twin[name].side = axes[name].side;
    return twin;
  }

  /** The axes at a place, made where there are none. @param {Place} place */
  at(place) {
    const same = this.axes.find((axes) => !axes.place.free && !axes.place.bar && sameText(axes.place, place));
    if (!same) return this.add(place);
    this.current = same;
    return same;
  }

  clear() {
    this.axes = [];
    this.current = null;
    this.suptitle = new Writing();
    this.supxlabel = new Writing();
    this.supylabel = new Writing();
    this.artists = [];
    this.legend = null;
  }
}

/** @param {Place} a @param {Place} b */
const sameText = (a, b) =>
  [a, b]
    .map(({ rows, columns, row, column }) => `${rows} ${columns} ${row} ${column}`)
    .every((text, _, all) => text === all[0]);

/** The figures of a session: those that are open, and the current one. */
export class Figures {
  /** @type {Map<number, Figure>} */ open = new Map();
  /** @type {Figure | null} */ current = null;

  /** A new figure, or the open one of a number. @param {number | null} number @param {[number, number]} [size] */
  figure(number, size) {
    const known = number === null ? undefined : this.open.get(number);
    const own = known ?? new Figure(number ?? Math.max(0, ...this.open.keys()) + 1, size);
    this.open.set(own.number, own);
    this.current = own;
    return own;
  }

  /** The current figure, made where there is none. */
  gcf() {
    return this.current ?? this.figure(null);
  }

  /** @param {Figure} figure */
  close(figure) {
    this.open.delete(figure.number);
    if (this.current === figure) this.current = [...this.open.values()].at(-1) ?? null;
  }
}

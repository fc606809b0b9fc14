// The cells that share a session: their order in the page, which ran, and which no longer fit what ran before them.
import { createSession, run } from '../../python/python.js';

/**
 * @typedef {object} Cell what a notebook asks of a cell
 * @property {Element} element
 * @property {string} source
 * @property {'idle' | 'waiting' | 'running' | 'done' | 'failed' | 'stale'} status
 * @property {number} count when it ran, counted through the session; 0: not yet
 * @property {string} ran the source that it ran with
 * @property {import('./output.js').Output} output
 * @property {() => void} changed
 */

/** Bounds of one run: a page's tab stays alive, whatever a program does. */
const kMostSteps = 200_000_000;

export class Notebook {
  #session = createSession();
  /** @type {Set<Cell>} */ #cells = new Set();
  #count = 0;
  /** @type {Promise<void>} */ #turn = Promise.resolve();
  /** @type {AbortController | null} */ #stop = null;

  /** The cells in the order of the page. @returns {Cell[]} */
  get cells() {
    return [...this.#cells].sort((a, b) =>
      a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
    );
  }

  /** @param {Cell} cell */
  add(cell) {
    this.#cells.add(cell);
  }

  /** @param {Cell} cell */
  remove(cell) {
    this.#cells.delete(cell);
  }

  /** Those before a cell. @param {Cell} cell */
  above(cell) {
    const all = this.cells;
    return all.slice(0, all.indexOf(cell));
  }

  /** Whether cells before it have not run as they stand. @param {Cell} cell */
  isBehind(cell) {
    return this.above(cell).some(({ status }) => status !== 'done' && status !== 'running' && status !== 'waiting');
  }

  /** Runs cells one after another; one that fails ends the row. @param {Cell[]} cells */
  async run(cells) {
    for (const cell of cells) this.#set(cell, 'waiting');
    const before = this.#turn;
    const own = (async () => {
      await before;
      for (const [i, cell] of cells.entries()) {
        if (await this.#one(cell)) continue;
        for (const rest of cells.slice(i + 1)) this.#set(rest, rest.count > 0 ? 'stale' : 'idle');
        return;
      }
    })();
    this.#turn = own;
    return own;
  }

  /** Ends the program that runs. */
  stop() {
    this.#stop?.abort();
  }

  /** All names are forgotten, and nothing has run. */
  restart() {
    this.stop();
    this.#session = createSession();
    this.#count = 0;
    for (const cell of this.#cells) {
      cell.count = 0;
      cell.output.clear();
      this.#set(cell, 'idle');
    }
  }

  /** @param {Cell} cell @param {Cell['status']} status */
  #set(cell, status) {
    cell.status = status;
    cell.changed();
  }

  /** @param {Cell} cell @returns {Promise<boolean>} whether it ended well */
  async #one(cell) {
    const { source, output } = cell;
    const stop = new AbortController();
    this.#stop = stop;
    output.clear();
    cell.ran = source;
    cell.count = ++this.#count;
    this.#set(cell, 'running');
    let isWell = true;
    try {
      const value = await run(source, {
        session: this.#session,
        signal: stop.signal,
        maxSteps: kMostSteps,
        filename: `<cell ${cell.count}>`,
        print: (text) => output.print(text),
        warn: (text) => output.warn(text),
        show: (/** @type {string} */ svg, /** @type {any} */ facts) => output.show(svg, facts),
      });
      if (value !== null) output.echo(value);
    } catch (error) {
      isWell = false;
      output.fail(/** @type {any} */ (error));
    }
    this.#set(cell, isWell ? 'done' : 'failed');
    // What ran after it, with the names of before, may no longer hold.
    for (const other of this.#below(cell)) if (other.status === 'done') this.#set(other, 'stale');
    return isWell;
  }

  /** @param {Cell} cell */
  #below(cell) {
    const all = this.cells;
    return all.slice(all.indexOf(cell) + 1);
  }

  /** A source that changed since it ran. @param {Cell} cell */
  edited(cell) {
    if (cell.count === 0 || cell.status === 'running') return;
    this.#set(cell, cell.source === cell.ran ? 'done' : 'stale');
  }
}

/** By their names, for each document. @type {WeakMap<Document, Map<string, Notebook>>} */
const notebooks = new WeakMap();

/** @param {Document} owner @param {string} name */
export function notebookOf(owner, name) {
  const own = notebooks.get(owner) ?? new Map();
  notebooks.set(owner, own);
  if (!own.has(name)) own.set(name, new Notebook());
  return /** @type {Notebook} */ (own.get(name));
}

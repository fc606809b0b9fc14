// What a cell has put out, in order: printed text, warnings, figures, the value of its last expression, an error.

/**
 * @typedef {{ name: string, x: string, y: string, xs: number[], ys: number[] }} Series
 * @typedef {{ kind: 'text' | 'warning', text: string } | { kind: 'figure', svg: string, title: string, series: Series[] }
 *   | { kind: 'error', traceback: string, hint: string }} Part
 */

/** Printed in one go, so much is drawn at a time. */
const kMostText = 200_000;

export class Output {
  /** @type {Part[]} */ parts = [];
  #frame = 0;

  /** @param {() => void} changed */
  constructor(changed) {
    this.changed = changed;
  }

  clear() {
    this.parts = [];
    this.#soon();
  }

  /** Text goes on where the last text ended. @param {'text' | 'warning'} kind @param {string} text */
  #write(kind, text) {
    const last = this.parts.at(-1);
    if (last?.kind === kind && last.text.length < kMostText) last.text += text;
    else this.parts.push({ kind, text });
    this.#soon();
  }

  /** @param {string} text */
  print(text) {
    this.#write('text', text);
  }

  /** @param {string} text */
  warn(text) {
    this.#write('warning', text.endsWith('\n') ? text : `${text}\n`);
  }

  /** @param {string} svg @param {{ title?: string, series?: Series[] }} [facts] */
  show(svg, { title = 'Figure', series = [] } = {}) {
    this.parts.push({ kind: 'figure', svg, title, series });
    this.#soon();
  }

  /** The value of a last expression. @param {string} text */
  echo(text) {
    this.#write('text', `${text}\n`);
  }

  /** @param {{ traceback?: string, hint?: string | null, message: string, name: string }} error */
  fail({ traceback, hint, message, name }) {
    const text = traceback ?? `${name}: ${message}`;
    // CPython's own suggestion stands in the traceback already.
    const isSaid = /^Did you mean/.test(hint ?? '') && text.includes('Did you mean');
    this.parts.push({ kind: 'error', traceback: text, hint: isSaid ? '' : (hint ?? '') });
    this.#soon();
  }

  /** Many lines are drawn in one frame. */
  #soon() {
    if (this.#frame) return;
    const draw = () => {
      this.#frame = 0;
      this.changed();
    };
    this.#frame = typeof requestAnimationFrame === 'undefined' ? 1 : requestAnimationFrame(draw);
  }
}

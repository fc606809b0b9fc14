// What a screen reader is told of a figure: one change at a time, once the hand has rested.

/** A change is announced once, when the hand has rested this long. */
const kRest = 700;

export class Announcer {
  /** What is said. */
  text = '';
  #timer = 0;

  /** @param {import('lit').LitElement} element whose statement is said */
  constructor(element) {
    this.element = element;
  }

  /** Soon, unless something else is to be said before. */
  say() {
    clearTimeout(this.#timer);
    this.#timer = Number(
      setTimeout(() => {
        const words = this.element.renderRoot.querySelector('.statement')?.textContent ?? '';
        this.text = words.replace(/\s+/g, ' ').trim();
        this.element.requestUpdate();
      }, kRest),
    );
  }

  stop() {
    clearTimeout(this.#timer);
  }
}

// Whether an element has left the window: nothing moves where nobody looks.

export class Unseen {
  /** @type {IntersectionObserver | null} */ #observer = null;

  /** @param {Element} element @param {() => void} left is called when it is out of sight */
  constructor(element, left) {
    this.element = element;
    this.left = left;
  }

  /** @param {boolean} isThere whether the element is in the page */
  follow(isThere) {
    if (typeof IntersectionObserver === 'undefined') return;
    this.#observer ??= new IntersectionObserver((entries) => {
      if (!entries.at(-1)?.isIntersecting) this.left();
    });
    if (isThere) this.#observer.observe(this.element);
    else this.#observer.disconnect();
  }
}

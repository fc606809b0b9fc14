// The attributes of <torchlet-figure> as properties, each with its value in JavaScript's form.
import { readAttributes, textOfValue, valueIn, vocabulary } from '../state/attributes.js';

/**
 * What was set on an element before its class was known hides the properties: it is set again.
 * @param {Record<string, unknown>} own
 * @param {string[]} names
 */
export function adoptProperties(own, names) {
  for (const name of names.filter((name) => Object.hasOwn(own, name))) {
    const value = own[name];
    delete own[name];
    own[name] = value;
  }
}

/** The text of a list without an item, where nothing would be no words. @param {string} name @param {unknown} value */
const emptyOf = (name, value) => (typeof value === 'object' && ['input', 'shape'].includes(name) ? '[]' : '');

/** A property for each key of a link. @param {Element} prototype */
export function defineProperties(prototype) {
  for (const name of vocabulary) {
    Object.defineProperty(prototype, name, {
      configurable: true,
      enumerable: true,
      /** @this {Element} */
      get() {
        return valueIn(readAttributes(this).state, name);
      },
      /** @this {Element} @param {unknown} value */
      set(value) {
        if (value === null || value === undefined) this.removeAttribute(name);
        else this.setAttribute(name, textOfValue(value) || emptyOf(name, value));
      },
    });
  }
}

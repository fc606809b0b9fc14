// Registers elements; two copies of a script on a page do no harm.

/**
 * Registers what is not registered yet; nothing where there is no page.
 * @param {Record<string, CustomElementConstructor>} elements by their tags
 */
export function register(elements) {
  if (typeof customElements === 'undefined') return;
  for (const [name, element] of Object.entries(elements)) {
    if (!customElements.get(name)) customElements.define(name, element);
  }
}

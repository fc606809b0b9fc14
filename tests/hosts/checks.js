// What is asked of a figure in a host's page, whoever asks: the tests in npm test and those with the tools.

/** What the recipes' figure prints, and its fallback says. */
export const kOutput = 'tensor([-0.2000, -0.1000,  0.0000,  1.0000,  2.0000])';
export const kPapers = { light: 'rgb(255, 255, 255)', dark: 'rgb(21, 23, 26)' };

/**
 * Waits until a figure is drawn.
 * @param {import('playwright').Locator} figure
 */
export async function drawn(figure) {
  // Not Playwright's own way, which waits for a frame that is out of sight to be painted.
  await figure.evaluate((el) => el.scrollIntoView({ block: 'nearest' }));
  await figure.locator('figure').first().waitFor();
}

/** The printed output of a drawn figure. @param {import('playwright').Locator} figure */
export const output = (figure) => figure.locator('torchlet-tensor[kind=output] pre').first().textContent();

/** The ground that a drawn figure stands on. @param {import('playwright').Locator} figure */
export const paper = (figure) =>
  figure
    .locator('figure')
    .first()
    .evaluate((el) => getComputedStyle(el).backgroundColor);

/**
 * A figure's tag and fallback, however a tool has set attributes and lines.
 * @param {import('playwright').Locator} figure in a page without scripts
 * @param {string} source what its author wrote
 * @returns {Promise<{ is: string, should: string }>}
 */
export const asWritten = (figure, source) =>
  figure.evaluate((el, text) => {
    const template = document.createElement('template');
    template.innerHTML = text;
    /** @param {Element} one */
    const plain = (one) =>
      [
        one.localName,
        ...one
          .getAttributeNames()
          .sort()
          .map((name) => `${name}=${one.getAttribute(name)}`),
        one.innerHTML.replace(/\s+/g, ' ').trim(),
      ].join('\n');
    return { is: plain(el), should: plain(/** @type {Element} */ (template.content.firstElementChild)) };
  }, source);

/** How a figure stands in its host's column. @param {import('playwright').Locator} figure */
export const place = (figure) =>
  figure.evaluate((el) => {
    const column = /** @type {HTMLElement} */ (el.parentElement);
    const style = getComputedStyle(column);
    const inner = /** @type {Element} */ (el.shadowRoot?.querySelector('figure'));
    const { width } = inner.getBoundingClientRect();
    // The room that there is without it: a figure must not make its column wider.
    el.toggleAttribute('hidden', true);
    const room = column.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
    el.toggleAttribute('hidden', false);
    return {
      width: Math.round(width),
      room: Math.round(room),
      text: Number.parseFloat(getComputedStyle(inner).fontSize),
      sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    };
  });

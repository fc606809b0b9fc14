// What of the page is in sight: the figure is brought there, what a reader looks at stays there, a list shows what is chosen.

/** So much of a figure, or of the window, must be seen of it. */
const kMostSeen = 0.7;
/** What stands on the page, part by part. */
const kParts = '.stage > *, .settings > *, .tensors > *, .chain, .words > *';
/** Those parts that show what the chosen function does, whichever it is. */
const kOwn = '.statement, .formulas, .tensors > *, .chain, .words > :not(.all, .all ~ *)';

/** @typedef {{ section: Element, top: number }} Place of what a reader looks at, in the window */

/** How much of an element's height the window shows. @param {Element} element */
function seenOf(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return Math.min(bottom, innerHeight) - Math.max(top, 0);
}

/** Whether most of the figure is seen. @param {Element} page */
export function hasFigure(page) {
  const figure = page.querySelector('.figure');
  return !figure || seenOf(figure) >= kMostSeen * Math.min(figure.getBoundingClientRect().height, innerHeight);
}

/**
 * Where a reader is who looks at something else than the figure that will show another function too.
 * @param {Element} page
 * @returns {Place | null}
 */
export function placeOf(page) {
  const parts = [...page.querySelectorAll(kParts)].filter((part) => seenOf(part) > 0);
  const own = parts.filter((part) => part.matches(kOwn)).sort((a, b) => seenOf(b) - seenOf(a));
  const sum = (/** @type {Element[]} */ list) => list.reduce((seen, part) => seen + seenOf(part), 0);
  // Most of what is seen must be of the function.
  if (own.length === 0 || 2 * sum(own) < sum(parts)) return null;
  // How much stands in these differs from function to function.
  const section = own[0].closest('.chain, .words') ?? own[0];
  return { section, top: section.getBoundingClientRect().top };
}

/** Whether it is still there; then it stands where it stood. @param {Place} place */
export function holds({ section, top }) {
  if (section.isConnected) scrollBy({ top: section.getBoundingClientRect().top - top, behavior: 'instant' });
  return section.isConnected;
}

/**
 * Scrolls a list, which on a phone is a strip, so that one of its parts is seen; one that is seen stays where it is.
 * @param {Element} list
 * @param {HTMLElement} part
 */
export function showIn(list, part) {
  const [outer, inner] = [list.getBoundingClientRect(), part.getBoundingClientRect()];
  if (list.scrollWidth > list.clientWidth) list.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
  if (inner.top < outer.top || inner.bottom > outer.bottom)
    list.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2;
}

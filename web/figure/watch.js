// Which figures wait to be seen: one observer for all on the page, and none when nobody waits.

/** How far below the window work begins, so that a figure is there when it is scrolled to. */
const kMargin = '300px';

/** @type {Map<Element, () => void>} */
const waiting = new Map();
/** @type {IntersectionObserver | undefined} */
let observer;

/** @param {Element} element */
function begin(element) {
  const start = waiting.get(element);
  unwatch(element);
  start?.();
}

/** What is printed is seen, wherever it stands. */
const beginAll = () => [...waiting.keys()].forEach(begin);

/**
 * Calls back once, when an element comes near the window or the page is printed.
 * @param {Element} element
 * @param {() => void} start
 */
export function watch(element, start) {
  if (typeof IntersectionObserver === 'undefined') return start();
  if (waiting.size === 0) addEventListener('beforeprint', beginAll);
  waiting.set(element, start);
  observer ??= new IntersectionObserver(
    (entries) => entries.filter((entry) => entry.isIntersecting).forEach(({ target }) => begin(target)),
    { rootMargin: kMargin },
  );
  observer.observe(element);
}

/** @param {Element} element that need not be watched any more */
export function unwatch(element) {
  if (!waiting.delete(element)) return;
  observer?.unobserve(element);
  if (waiting.size > 0) return;
  observer?.disconnect();
  observer = undefined;
  removeEventListener('beforeprint', beginAll);
}

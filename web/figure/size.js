// Whether what is drawn has room on its page.

/** @param {Element | null | undefined} element @returns {boolean} false of what is not displayed, too */
export function hasSize(element) {
  const box = element?.getBoundingClientRect();
  return box !== undefined && box.width > 0 && box.height > 0;
}

/**
 * Waits until an element has a size: what is hidden at first may be shown later.
 * @param {Element | null} element
 * @returns {Promise<void>}
 */
export async function whenSized(element) {
  if (!element || hasSize(element)) return;
  await new Promise((done) => {
    const observer = new ResizeObserver(() => {
      if (!hasSize(element)) return;
      observer.disconnect();
      done(undefined);
    });
    observer.observe(element);
  });
}

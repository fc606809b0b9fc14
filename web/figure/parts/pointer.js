// Where a pointer is, in an element's own pixels: a page may have scaled or zoomed what stands around it.

/**
 * @param {{ clientX: number, clientY: number }} event
 * @param {HTMLElement} element with no border
 * @returns {{ x: number, y: number }} from the element's left upper corner
 */
export function placeIn({ clientX, clientY }, element) {
  const box = element.getBoundingClientRect();
  // What is not laid out has neither width.
  const [across, down] = [element.offsetWidth / box.width || 1, element.offsetHeight / box.height || 1];
  return { x: (clientX - box.left) * across, y: (clientY - box.top) * down };
}

// A peer's page: the library starts, computes LeakyReLU of the eighteen numbers once, and the page shows them as text.
import { numbers } from './numbers.js';

/** @param {() => Promise<import('../tried.js').Peer>} load of a peer */
export async function firstResult(load) {
  const place = /** @type {HTMLElement} */ (document.querySelector('#figure'));
  try {
    const { prepare } = await load();
    const { fresh } = await prepare('leaky_relu', Float32Array.from(numbers), [numbers.length]);
    place.textContent = Array.from(await fresh.answer()).join(', ');
    place.dispatchEvent(new CustomEvent('ready'));
  } catch (error) {
    /** @type {any} */ (window).failure = String(error);
  }
}

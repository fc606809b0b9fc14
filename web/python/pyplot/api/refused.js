// What these figures have not: an error that names it, and the nearest that they have.
import { raised } from '../../host/protocol.js';

/** @param {string} what @param {string} [nearest] */
export const NotThere = (what, nearest) =>
  raised(
    'NotImplementedError',
    `matplotlib's ${what} is not drawn here${nearest ? `; the nearest is ${nearest}` : ''}`,
  );

/** savefig() of pyplot and of a figure. @returns {never} */
export function savefig() {
  throw raised(
    'NotImplementedError',
    'savefig() writes a file, and a page has none: plt.show() draws the figure here, and its SVG can be copied',
  );
}

// What these figures have not: an error that names it, and the nearest that they have.
import { raised } from '../../host/protocol.js';

/** @param {string} what @param {string} [nearest] */
export const NotThere = (what, nearest) =>
  raised(
    'NotImplementedError',
    `matplotlib's ${what} is not drawn here${nearest ? `; the nearest is ${nearest}` : ''}`,
  );

/** Writes a picture without a figure. @returns {never} */
export function imsave() {
  throw raised(
    'NotImplementedError',
    'imsave() writes a file, and a page has none: plt.imshow() and plt.show() draw the picture here',
  );
}

/** Python's error for what is not given. @param {string} owner @param {Record<string, any>} values */
export function needed(owner, values) {
  const missing = Object.keys(values).filter((key) => values[key] === undefined);
  if (missing.length === 0) return;
  const names = missing
    .map((key) => `'${key}'`)
    .join(missing.length > 2 ? ', ' : ' and ')
    .replace(/, ([^,]*)$/, ', and $1');
  throw raised(
    'TypeError',
    `${owner}() missing ${missing.length} required positional argument${missing.length > 1 ? 's' : ''}: ${names}`,
  );
}

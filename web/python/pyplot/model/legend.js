// A legend as a program describes it: whose names, where, in how many columns.

export class Legend {
  /** Given ones; null for all that have a name. @type {{ artist: import('./axes.js').Artist, label: string }[] | null} */
  entries = null;
  /** matplotlib's name of a place, its number, or shares of the axes. @type {string | number | [number, number]} */
  place = 'best';
  /** What the place is of, in shares of the axes: x, y, width, height. @type {number[] | null} */ anchor = null;
  title = '';
  /** @type {number | null} */ size = null;
  /** @type {number | null} */ titleSize = null;
  columns = 1;
  hasFrame = true;
  alpha = 0.8;
  /** @type {string | null} */ face = null;
  /** @type {string | null} */ edge = null;
}

/** Whether legends name it: matplotlib's labels that begin with _ are for none. @param {import('./axes.js').Artist} artist */
export const isNamed = ({ label }) => label !== '' && !label.startsWith('_');

// The theme that a reader chose: kept on the device, for every page of the site.

/** @typedef {'auto' | 'light' | 'dark'} Theme */

const kKey = 'torchlet-theme';
/** @type {Theme[]} */
export const themes = ['auto', 'light', 'dark'];

/** Where a page may keep nothing, the choice holds as long as the page. @type {Theme} */
let chosen = 'auto';

/** @returns {Theme} */
export function keptTheme() {
  try {
    chosen = themes.find((theme) => theme === localStorage.getItem(kKey)) ?? chosen;
  } catch {
    // Storage is barred here.
  }
  return chosen;
}

/** @param {Theme} theme */
export function keepTheme(theme) {
  chosen = theme;
  try {
    localStorage.setItem(kKey, theme);
  } catch {
    // As above.
  }
}

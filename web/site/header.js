// The header of every page that a script draws: the wordmark, the rooms, the theme. The documentation writes the same as plain HTML.
import { html, nothing } from 'lit';
import { addressOf, rooms, siteFolder } from './rooms.js';
import { themes } from './theme.js';

/** @typedef {import('./theme.js').Theme} Theme */

/** @param {string} folder the site's @param {string} current the room that the page is */
const roomList = (folder, current) => html`<nav class="rooms" aria-label="Rooms">
  ${rooms.map(
    (room) =>
      html`<a href=${addressOf(folder, room)} aria-current=${room.name === current ? 'page' : nothing}>${room.name}</a>`,
  )}
</nav>`;

/** @param {Theme} theme @param {(theme: Theme) => void} choose */
const themeChoice = (theme, choose) => html`<label class="theme">
  theme
  <select @change=${(/** @type {Event} */ { target }) => choose(/** @type {Theme} */ (/** @type {HTMLSelectElement} */ (target).value))}>
    ${themes.map((one) => html`<option ?selected=${one === theme}>${one}</option>`)}
  </select>
</label>`;

/**
 * @param {object} page
 * @param {string} page.current the room that it is
 * @param {{ words: string, go: () => void }} page.skip for a keyboard: what is skipped to. The address holds the state, so it is no link
 * @param {{ shown: Theme, choose: (theme: Theme) => void }} page.theme
 * @param {unknown} [page.tagline] what stands between
 */
export function header({ current, skip, theme, tagline = nothing }) {
  const folder = siteFolder();
  return html`<header class="masthead">
    <button type="button" class="skip" @click=${skip.go}>${skip.words}</button>
    <p class="wordmark">torchlet</p>
    ${folder === undefined ? nothing : roomList(folder, current)}
    ${tagline}
    ${themeChoice(theme.shown, theme.choose)}
  </header>`;
}

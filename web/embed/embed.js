// embed.html: a figure in a frame, from the keys of its address; tells its height to the page around it, and listens to nobody.

import { TorchletFigure } from '../figure/figure.js';
import { register } from '../figure/register.js';
import { vocabulary } from '../figure/state/attributes.js';

const kKeys = new Set([...vocabulary, 'controls', 'height', 'lang']);

/**
 * The figure that an address describes. Keys that are no attributes of a figure, as mailers and networks add them, are passed
 * over: an address can set no other attribute.
 * @param {string} query
 */
function figureOf(query) {
  const figure = document.createElement('torchlet-figure');
  // The frame itself may be lazy: once it is loaded, it is seen.
  figure.setAttribute('loading', 'eager');
  for (const [key, value] of new URLSearchParams(query)) if (kKeys.has(key)) figure.setAttribute(key, value);
  return figure;
}

/** Units of the frame's own height, which the page around it may make follow the figure's. */
const kOfFrame = /%|\d(?:[sld]?v(?:h|b|min|max)|cq(?:h|b|min|max))/i;

/**
 * A height in units of the frame's, in pixels as of now: as its content grew, so would the frame, and the content again.
 * @param {string | null} text
 * @returns {string | undefined} undefined for what does not depend on it
 */
function heightInPixels(text) {
  if (text === null || !kOfFrame.test(text) || !CSS.supports('height', text)) return undefined;
  const probe = document.createElement('div');
  probe.style.position = 'fixed';
  probe.style.height = text;
  document.body.append(probe);
  const { height } = probe.getBoundingClientRect();
  probe.remove();
  return String(Math.round(height));
}

/** Tells the page around the frame how high its content is, whenever that changes. */
function tellHeight() {
  let told = -1;
  const tell = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    // Whoever embeds it may know: a height tells nothing of anybody.
    parent.postMessage({ type: 'torchlet:height', height }, '*');
  };
  new ResizeObserver(tell).observe(document.body);
  tell();
}

register({ 'torchlet-figure': TorchletFigure });
const figure = figureOf(location.search);
const theme = figure.getAttribute('theme');
if (theme === 'light' || theme === 'dark') document.documentElement.style.colorScheme = theme;
figure.addEventListener('ready', () => {
  const name = figure.shadowRoot?.querySelector('figcaption')?.textContent;
  if (name) document.title = `${name} · torchlet`;
});
// Of a page of its own, which nothing around it follows, the window's units stay; a percentage is the window's in either.
const given = figure.getAttribute('height');
const height = parent === window && !given?.includes('%') ? undefined : heightInPixels(given);
if (height !== undefined) figure.setAttribute('height', height);
document.body.append(figure);
if (parent !== window) tellHeight();

// What an author pastes into a page: the tag with its fallback inside, or a frame for hosts that allow only those.

import { svgOf } from '../drawing/still.js';
import { Model } from '../numbers/model.js';
import { indicesOf, outputOf } from '../numbers/places.js';
import { partsOf } from '../state/attributes.js';
import { hashOf, writeState } from '../state/vocabulary.js';
import { grouped } from './numbers.js';
import { printed } from './readout.js';

/**
 * @typedef {import('../state/vocabulary.js').State} State
 * @typedef {import('../numbers/model.js').Result} Result
 * @typedef {{ version: string, integrity: string }} ElementFile which element.js it is: see build/element_file.js
 */

/** A fallback's table has at most so many rows. */
const kRows = 50;
const kPicture = { width: 640, height: 420 };

/** Text or an attribute's value in HTML. @param {unknown} text */
const escaped = (text) =>
  String(text).replace(
    /[&<>"']/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? '&#39;',
  );

/** What a page of any encoding may have in a data: address. @param {string} svg */
const dataAddress = (svg) =>
  `data:image/svg+xml,${svg.replace(/[^ \w.,:;()=/*+-]/gu, (sign) => encodeURIComponent(sign)).replace(/'/g, '%27')}`;

/** A state with the parts that a playground shows, unless it names its own. @param {State} state @returns {State} */
function embedded(state) {
  const isNamed = state.show.some((word) => ['curve', 'tensors', 'gradient', 'code'].includes(word));
  return isNamed ? state : { ...state, show: ['curve', 'tensors', 'gradient', ...state.show] };
}

/** @param {State} state */
const attributesOf = (state) =>
  [...writeState(embedded(state)).map(([key, value]) => `${key}="${escaped(value)}"`), 'controls'].join(' ');

/** All numbers, or the first of many. @param {Result} result */
function table({ repr, input, output, gradient }) {
  const count = Math.min(kRows, input.numel());
  const rest = count < input.numel() ? `, the first ${count} of ${grouped(input.numel())} elements` : '';
  const cells = (/** @type {string[]} */ list, tag = 'td') =>
    list.map((text) => `<${tag}>${escaped(text)}</${tag}>`).join('');
  const rows = Array.from({ length: count }, (_, i) => {
    const at = outputOf(input.shape, output.shape, i);
    const values = [input.data[i], output.data[at], gradient.data[i]].map(printed);
    return `    <tr>${cells([`[${indicesOf(input.shape, i).join(', ')}]`, ...values])}</tr>`;
  });
  return [
    '  <table>',
    `    <caption>${escaped(repr)}${rest}</caption>`,
    `    <tr>${cells(['index', 'input', 'output', 'input.grad'], 'th')}</tr>`,
    ...rows,
    '  </table>',
  ].join('\n');
}

/** @param {State} state @param {Result} result */
function picture(state, result) {
  const alt = `${result.repr} and an input of shape [${[...result.input.shape].join(', ')}] that goes through it`;
  const { width, height } = kPicture;
  const address = dataAddress(svgOf(state, { ...kPicture, result }));
  return `  <img src="${address}" alt="${escaped(alt)}" width="${width}" height="${height}">`;
}

/**
 * The tag of a state. Inside, for readers without JavaScript and for print, is a line that leads to the playground, and as wished
 * a picture and a table of the numbers.
 * @param {State} state
 * @param {{ site: string, file: ElementFile, result?: Result, hasPicture?: boolean, hasTable?: boolean }} from where element.js is (an address with a slash at its end), and which it is
 * @returns {string} HTML; every value in it is escaped
 * @example tagSnippet(state, { site: 'https://example.org/torchlet/', file: elementFile, hasPicture: true })
 */
export function tagSnippet(state, from) {
  const { site, file, result = new Model().update(state), hasPicture = false, hasTable = false } = from;
  const address = escaped(`${new URL('element.js', site).href}?v=${file.version}`);
  return [
    `<script type="module" src="${address}" integrity="${escaped(file.integrity)}" crossorigin="anonymous"></script>`,
    `<torchlet-figure ${attributesOf(state)}>`,
    ...(hasPicture ? [picture(state, result)] : []),
    ...(hasTable ? [table(result)] : []),
    `  <p><a href="${escaped(`${site}#${hashOf(state)}`)}">${escaped(result.repr)} in the playground</a></p>`,
    '</torchlet-figure>\n',
  ].join('\n');
}

/** About how high a figure stands in a column of an article. @param {State} state @param {Result} result */
function heightOf(state, { activation, input, output, gradient }) {
  const parts = partsOf(embedded(state));
  const lines = (/** @type {{ toString(): string }} */ tensor) =>
    44 + 18 * Math.min(9, String(tensor).split('\n').length);
  const texts = [parts.has('tensors') ? [input, output] : [], parts.has('gradient') ? [gradient] : []].flat();
  const controls = 50 * (activation.parameters.length + Number(state.source === 'random' || state.source === 'rand'));
  return 80 + (parts.has('curve') ? 450 : 0) + controls + texts.reduce((sum, tensor) => sum + lines(tensor), 0);
}

/**
 * A frame that shows a state.
 * @param {State} state
 * @param {{ site: string, result?: Result }} from where embed.html is
 * @returns {string} HTML
 */
export function frameSnippet(state, { site, result = new Model().update(state) }) {
  const query = new URLSearchParams([...writeState(embedded(state)), ['controls', '']]);
  const address = new URL(
    `embed.html?${String(query)
      .replace(/%2C/g, ',')
      .replace(/controls=$/, 'controls')}`,
    site,
  ).href;
  const title = `${result.repr}, drawn by torchlet`;
  return `<iframe src="${escaped(address)}" title="${escaped(title)}" width="100%" height="${heightOf(state, result)}" loading="lazy" frameborder="0"></iframe>
`;
}

// A figure as a picture that stands alone: an SVG text, the same in a browser and in Node.
import { svg } from 'lit';
import { Model } from '../numbers/model.js';
import { readState } from '../state/vocabulary.js';
import { joint, namesOf } from './curve/joint.js';
import { halfWindow, layOut, stretches } from './curve/scene.js';
import { kGap, rowParts } from './rows/row_parts.js';
import { compact, textOf } from './serial.js';
import { stillStyles } from './still_styles.js';

/**
 * @typedef {import('../state/vocabulary.js').State} State
 * @typedef {import('../numbers/model.js').Result} Result
 * @typedef {{ width?: number, height?: number, shade?: 'light' | 'dark', result?: Result }} Picture width and height in pixels;
 *   the state's result where it has been computed
 */

/** Above the drawing: the name. */
const kHead = 34;
const kPad = 12;
const kRow = 16;

/**
 * @param {State} state
 * @param {Result} result
 * @param {number} width
 * @param {number} height
 */
function curve(state, result, width, height) {
  const { compare, hide, window, show } = state;
  const stretch = stretches(result.activation, show);
  const isDifference = show.includes('differences');
  const scene = layOut(result, halfWindow(result), { width, height, stretch, compare, hide, window, isDifference });
  return svg`${joint(result, scene, show.includes('arrows'))}${namesOf(result, scene)}`;
}

/** @param {import('./rows/row_parts.js').Part} part @param {number} y */
const headed = ({ kind, title, note, drawing }, y) =>
  svg`<text class="heading ${kind}" x="0" y=${y + kRow}>${title}<tspan class="note" dx="6">${note}</tspan></text><g transform="translate(0 ${y + kRow + 8})">${drawing}</g>`;

/** @param {Result} result @param {number} width @param {number} height */
function rows(result, width, height) {
  if (result.input.numel() === 0)
    return svg`<text class="note" x="0" y="20">A tensor without elements has no slices to draw.</text>`;
  const { grids, bars, gridWidth, barsWidth, isAbreast } = rowParts(result, result.chosen ?? 0, null, {
    width,
    height,
    isNarrow: false,
  });
  const stack = (/** @type {import('./rows/row_parts.js').Part[]} */ parts, start = 0) => {
    let y = start;
    return parts.map((part) => {
      const at = y;
      const bottom = at + kRow + 8 + part.height + 16;
      y = bottom + (part.sum ? 12 : 0);
      const sum = part.sum
        ? svg`<text class="note" x="0" y=${bottom}>${part.sum.words} <tspan class="number">${part.sum.value}</tspan></text>`
        : '';
      return svg`${headed(part, at)}${sum}`;
    });
  };
  if (isAbreast) {
    const below = grids.reduce((sum, { height: own }) => sum + kRow + 8 + own + 16, 0);
    return svg`<g>${stack(grids)}</g>${bars.map((part, i) => svg`<g transform="translate(${i * (barsWidth + kGap)} 0)">${stack([part], below)}</g>`)}`;
  }
  return svg`<g>${stack(grids)}</g><g transform="translate(${gridWidth + kGap} 0)">${stack(bars)}</g>`;
}

/**
 * The figure of a state as SVG.
 * @param {State} state
 * @param {Picture} [picture]
 * @returns {string} a whole file, with its own style, title and description
 * @throws what PyTorch would of the state's numbers
 * @example svgOf(readState([['activation', 'ReLU'], ['input', '-1,2']]).state)
 */
export function svgOf(state, { width = 720, height = 480, shade = 'light', result = new Model().update(state) } = {}) {
  const isCurve = result.activation.elementwise;
  const [across, down] = [width - 2 * kPad, height - kHead - kPad];
  const drawing = isCurve ? curve(state, result, across, down) : rows(result, across, down);
  const { dead, saturated, total } = result.counts;
  const counts = isCurve ? ` ${dead} of ${total} elements are dead, ${saturated} saturated.` : '';
  const words = `${result.repr} of an input of shape [${[...result.input.shape].join(', ')}], computed by torchlet with PyTorch’s numbers.${counts}`;
  return compact(
    textOf(svg`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width=${width} height=${height} role="img">
      <title>${result.repr}</title>
      <desc>${words}</desc>
      <style>${stillStyles(isCurve ? 'curve' : 'rows', shade)}</style>
      <rect class="paper" width=${width} height=${height}></rect>
      <text class="repr" x=${kPad} y="24">${result.repr}</text>
      <g transform="translate(${kPad} ${kHead})" font-size="12">${drawing}</g>
    </svg>`),
  );
}

/**
 * The same of a link's or an element's words.
 * @param {Iterable<[string, string]>} pairs
 * @param {Picture} [picture]
 * @returns {{ svg: string, problems: string[] }} and what of the words could not be read
 */
export function stillOf(pairs, picture) {
  const { state, problems } = readState(pairs);
  return { svg: svgOf(state, picture), problems };
}

// The gradient through many layers of the function alone: a number, a sentence, a small drawing.
import { html, svg } from 'lit';
import { chainOf, kMostLayers } from '../../figure/numbers/chain.js';
import { share } from '../../figure/text/numbers.js';

/**
 * @typedef {import('../app.js').Playground} Playground
 * @typedef {import('../../figure/numbers/model.js').Result} Result
 * @typedef {import('../../figure/numbers/chain.js').Layer} Layer
 */

const kLayers = 10;
const [kWidth, kHeight] = [300, 84];
/** Powers of ten that are drawn. */
const [kLow, kHigh] = [-12, 3];

/** How many layers a state asks for. @param {string[]} show */
function layersOf(show) {
  const word = show.find((one) => /^layers\d+$/.test(one));
  return word ? Math.min(kMostLayers, Math.max(1, Number(word.slice(6)))) : kLayers;
}

/** @param {Playground} page @param {number} layers @param {boolean} moving */
function set(page, layers, moving) {
  const others = page.state.show.filter((word) => !word.startsWith('layers'));
  const whole = Math.min(kMostLayers, Math.max(1, Math.round(layers)));
  page.set({ show: whole === kLayers ? others : [...others, `layers${whole}`] }, { moving });
}

/** Two digits that count, as a power of ten where there are many zeros. @param {number} value */
function factor(value) {
  if (value === 0) return '0';
  if (!Number.isFinite(value)) return 'more than any number';
  if (value >= 0.001 && value < 10_000) return String(Number(value.toPrecision(2)));
  const [digits, power] = value.toExponential(1).split('e');
  return html`${digits} · 10<sup>${power.replace('+', '').replace('-', '−')}</sup>`;
}

/** @type {{ result: Result | null, layers: Layer[] }} */
let last = { result: null, layers: [] };

/** @param {Playground} page @param {Result} result */
export function chainView(page, result) {
  if (!result.activation.elementwise || result.input.numel() === 0) return '';
  // While a slider moves on a large tensor it waits, as the gradient does.
  if (last.result !== result && (result.isWhole || last.result?.activation !== result.activation))
    last = { result, layers: chainOf(result.activation, result.parameters, result.input.data) };
  const count = layersOf(page.state.show);
  const { median, dead, counted } = last.layers[count - 1];
  return html`<section class="chain" aria-label="Through many layers">
    <torchlet-number
      label="layers"
      .value=${count}
      .fallback=${kLayers}
      .minimum=${1}
      .maximum=${kMostLayers}
      .step=${1}
      @torchlet-value=${(/** @type {CustomEvent<{ value: number, moving: boolean }>} */ e) => set(page, e.detail.value, e.detail.moving)}
    ></torchlet-number>
    ${drawing(last.layers, count)}
    <p>
      ${
        counted === 0
          ? 'No element has a slope that is a number.'
          : html`Back through ${count} ${count === 1 ? 'layer' : 'layers'} of ${result.activation.module} alone the median element’s gradient is multiplied by <b>${factor(median)}</b>.
              ${dead > 0 ? html`For <b>${share(dead, counted)}</b> it is exactly 0. ` : ''}`
      }<span class="quiet">The slopes multiply; in a network weights do too.</span>
    </p>
  </section>`;
}

/** @param {Layer[]} layers @param {number} count */
function drawing(layers, count) {
  const x = (/** @type {number} */ layer) => 48 + ((layer - 1) / (kMostLayers - 1)) * (kWidth - 54);
  const y = (/** @type {number} */ power) => 8 + ((kHigh - power) / (kHigh - kLow)) * (kHeight - 16);
  // Off the drawing the line ends: there it would look like a constant.
  const isDrawn = (/** @type {Layer} */ { median }) => median >= 10 ** kLow && median <= 10 ** kHigh;
  const end = layers.findIndex((layer) => !isDrawn(layer));
  const path = layers
    .slice(0, end < 0 ? layers.length : end)
    .map(({ median }, i) => `${i ? 'L' : 'M'}${x(i + 1).toFixed(1)} ${y(Math.log10(median)).toFixed(1)}`)
    .join('');
  const { median } = layers[count - 1];
  return svg`<svg viewBox="0 0 ${kWidth} ${kHeight}" width=${kWidth} height=${kHeight} role="img" aria-label="The median factor after 1 to ${kMostLayers} layers, from 1000 down to 10 to the minus 12">
    ${[0, -6, -12].map((power) => svg`<line class="tiny-axis" x1="48" x2=${kWidth} y1=${y(power)} y2=${y(power)}></line><text class="power" x="42" y=${y(power) + 4} text-anchor="end">${power === 0 ? '1' : svg`10<tspan dy="-4">${`−${-power}`}</tspan>`}</text>`)}
    <path class="falling" d=${path}></path>
    ${isDrawn(layers[count - 1]) ? svg`<circle class="at" cx=${x(count)} cy=${y(Math.log10(median))} r="4"></circle>` : ''}
  </svg>`;
}

// The gradient through many layers of the function alone: what multiplies it, element by element, on a logarithmic axis.
import { html, svg } from 'lit';
import { nameOf } from '../../figure/drawing/curve/scene.js';
import { namesAt, roomFor, shortened } from '../../figure/drawing/end_names.js';
import { drawnLogAxis, logAxis, nameOfLast, placeOnLog } from '../../figure/drawing/log_axis.js';
import { round } from '../../figure/drawing/pixels.js';
import { chainOf, kMostLayers } from '../../figure/numbers/chain.js';
import { share } from '../../figure/text/numbers.js';
import { otherLine, othersOf } from './chain_others.js';

/**
 * @typedef {import('../app.js').Playground} Playground
 * @typedef {import('../../figure/numbers/model.js').Result} Result
 * @typedef {import('../../figure/numbers/chain.js').Layer} Layer
 */

const kLayers = 10;

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

/** @typedef {{ result: Result | null, layers: Layer[], others: import('./chain_others.js').Other[] }} Chain also of the compared functions */
/** @type {Chain} */
let last = { result: null, layers: [], others: [] };

/** @param {Playground} page @param {Result} result @returns {Chain} */
function chainsOf({ state }, result) {
  const { activation, parameters, input } = result;
  const layers = chainOf(activation, parameters, input.data);
  return { result, layers, others: othersOf(state.compare, input.data) };
}

/** @param {Playground} page @param {Result} result */
export function chainView(page, result) {
  if (!result.activation.elementwise || result.input.numel() === 0) return '';
  // While a slider moves on a large tensor it waits, as the gradient does.
  if (last.result !== result && (result.isWhole || last.result?.activation !== result.activation))
    last = chainsOf(page, result);
  const chosen = layersOf(page.state.show);
  const { layers, others } = last;
  const shown = Math.min(layers.length, page.layerAt ?? chosen);
  const { module } = result.activation;
  return html`<section class="chain" aria-labelledby="chain-title">
    <div class="chain-words">
      <h2 id="chain-title">Through many layers: does the gradient vanish?</h2>
      <p>On its way back through a deep network the gradient meets one layer after another, and each multiplies it by its slope there. This is what ${module} alone does to it, for each element of the input above; in a network the weights multiply as well. It <b>vanishes</b> where so little is left that the first layers learn nothing.</p>
      <torchlet-number
        label="layers"
        .value=${chosen}
        .fallback=${kLayers}
        .minimum=${1}
        .maximum=${kMostLayers}
        .step=${1}
        @torchlet-value=${(/** @type {CustomEvent<{ value: number, moving: boolean }>} */ e) => set(page, e.detail.value, e.detail.moving)}
      ></torchlet-number>
      <p class="reading">${reading(layers[shown - 1], shown, module)} ${beside(others, shown)}</p>
    </div>
    ${drawing(page, last, shown)}
  </section>`;
}

/** @param {Layer} layer @param {number} count @param {string} module */
function reading({ median, middle: [low, high], dead, counted }, count, module) {
  if (counted === 0) return 'No element has a slope that is a number.';
  const spread =
    counted > 3 && low !== high ? html` Half of the elements lie between ${factor(low)} and ${factor(high)}.` : '';
  return html`Back through ${count} ${count === 1 ? 'layer' : 'layers'} of ${module} alone the median element’s gradient is multiplied by <b>${factor(median)}</b>.${spread}
    ${dead > 0 ? html`For <b>${share(dead, counted)}</b> it is exactly 0.` : ''}`;
}

/** The compared functions' factors. @param {Chain['others']} others @param {number} count */
const beside = (others, count) =>
  others.length === 0
    ? ''
    : html`Beside it: ${others.map(({ name, layers }, i) => html`${i > 0 ? ', ' : ''}${name} ${layers[count - 1].counted === 0 ? 'nan' : factor(layers[count - 1].median)}`)}.`;

/** The drawing's size, and its room for labels. @param {boolean} isNarrow */
const roomOf = (isNarrow) =>
  isNarrow
    ? { width: 360, height: 300, left: 44, right: 350, top: 30, bottom: 250 }
    : { width: 760, height: 380, left: 56, right: 748, top: 30, bottom: 330 };

/** A line through the points that are above 0; in between it ends. @param {{ x: number, y: number }[]} points @param {boolean[]} isDrawn */
const pathOf = (points, isDrawn) =>
  points.map(({ x, y }, i) => (isDrawn[i] ? `${i > 0 && isDrawn[i - 1] ? 'L' : 'M'}${x} ${y}` : '')).join('');

/**
 * The region between two values a layer; 0 ends it at the line of 0.
 * @param {Layer[]} layers
 * @param {(layer: Layer) => [number, number]} ends
 * @param {(layer: number) => number} x
 * @param {(value: number) => number} y
 */
function band(layers, ends, x, y) {
  const there = layers.map(ends).filter(([low]) => !Number.isNaN(low));
  const side = (/** @type {0 | 1} */ end) => there.map((both, i) => `${x(i + 1)} ${y(both[end])}`);
  return there.length === 0 ? '' : `M${[...side(1), ...side(0).reverse()].join('L')}z`;
}

/** Whether a region is more than a line somewhere. @param {Layer[]} layers @param {'middle' | 'all'} region */
const isSeen = (layers, region) => layers.some(({ [region]: [low, high] }) => low < high);

/** The greatest factor that is drawn. @param {Chain} chain */
const mostOf = ({ layers, others }) =>
  [...layers.map(({ all }) => all[1]), ...others.flatMap((one) => one.layers.map(({ median }) => median))].reduce(
    (most, value) => (value > most ? value : most),
    0,
  );

/** @param {Playground} page @param {Chain} chain @param {number} shown */
function drawing(page, chain, shown) {
  const { layers, others, result } = chain;
  const { width, height, left, right: edge, top, bottom } = roomOf(page.isNarrow);
  const { activation, parameters } = /** @type {Result} */ (result);
  const names = [nameOf({ activation: activation.module, parameters }), ...others.map(({ name }) => name)].map((name) =>
    shortened(name, page.isNarrow),
  );
  const right = edge - roomFor(names);
  const axis = logAxis(mostOf(chain), top, bottom);
  const x = (/** @type {number} */ layer) => round(left + 8 + ((layer - 1) / (kMostLayers - 1)) * (right - left - 16));
  const y = (/** @type {number} */ value) => placeOnLog(axis, value);
  const points = layers.map(({ median }, i) => ({ x: x(i + 1), y: Number.isNaN(median) ? bottom : y(median) }));
  const endOf = (/** @type {Layer[]} */ all) => {
    const { median } = all[all.length - 1];
    return Number.isNaN(median) ? bottom : y(median);
  };
  const ends = [layers, ...others.map((one) => one.layers)].map((all, i) => ({
    text: names[i],
    kind: i === 0 ? 'own' : `other-${i}`,
    at: endOf(all),
  }));
  const isAlive = layers.map(({ median }) => median > 0);
  const layerUnder = (/** @type {PointerEvent} */ event) => {
    const box = /** @type {Element} */ (event.currentTarget).getBoundingClientRect();
    const at = ((event.clientX - box.left) / box.width) * width;
    const layer = Math.round(1 + ((at - left - 8) / (right - left - 16)) * (kMostLayers - 1));
    return Math.min(kMostLayers, Math.max(1, layer));
  };
  const hover = (/** @type {PointerEvent} */ event) => {
    page.layerAt = event.pointerType === 'touch' ? null : layerUnder(event);
  };
  const leave = () => {
    page.layerAt = null;
  };
  const ticks = [1, 10, 20, 30, 40, 50];
  return html`<svg class="chain-drawing" viewBox="0 0 ${width} ${height}" role="img" aria-label="The factor after 1 to ${kMostLayers} layers on a logarithmic axis, down to the last float32 above 0, and 0 beneath"
    @pointermove=${hover} @pointerleave=${leave} @click=${(/** @type {PointerEvent} */ e) => set(page, layerUnder(e), false)}>
    <text class="axis-name" x="2" y="14">the gradient is multiplied by</text>
    ${drawnLogAxis(axis, left, right)}
    <path class="reach" d=${band(layers, ({ all }) => all, x, y)}></path>
    <path class="middle" d=${band(layers, ({ middle }) => middle, x, y)}></path>
    <line class="at-line" x1=${points[shown - 1].x} x2=${points[shown - 1].x} y1=${top} y2=${bottom}></line>
    ${others.map((other, i) => otherLine(other.layers, i, x, y))}
    <path class="falling" d=${pathOf(points, isAlive)}></path>
    ${points.map(({ x, y }, i) => (layers[i].counted === 0 ? '' : svg`<circle class=${i + 1 === shown ? 'at' : 'point'} cx=${x} cy=${y} r=${i + 1 === shown ? 6 : 2.5}></circle>`))}
    ${nameOfLast(axis, right)}
    ${others.length > 0 ? namesAt(ends, right + 4, top, bottom) : ''}
    ${ticks.map((layer) => svg`<text class="tick-name" x=${x(layer)} y=${bottom + 20} text-anchor="middle">${layer}</text>`)}
    <text class="axis-name" x=${edge} y=${bottom + 40} text-anchor="end">layers</text>
    <g class="key" transform="translate(${left} ${bottom + 36})">
      <path class="falling" d="M0 0H18"></path><text x="24" y="4">median</text>
      ${isSeen(layers, 'middle') ? svg`<rect class="middle" x="76" y="-6" width="18" height="12"></rect><text x="100" y="4">half of them</text>` : ''}
      ${isSeen(layers, 'all') ? svg`<rect class="reach" x="184" y="-6" width="18" height="12"></rect><text x="208" y="4">all</text>` : ''}
    </g>
  </svg>`;
}

// The network drawn: every unit by what it hands on over the plane, every weight as a line, its gradient beside it.
import { html, nothing, svg } from 'lit';
import { round } from '../../../figure/drawing/pixels.js';
import { centred, fewLevels, shades } from '../../drawing/plane.js';
import { once } from '../../element/memo.js';
import { gradientsOf } from '../../measures/gradients.js';
import { unitMaps, windowOf } from '../../measures/maps.js';
import { arranged } from './arrangement.js';

/**
 * @typedef {import('../lessons.js').Scene} Scene
 * @typedef {import('./arrangement.js').Place} Place
 * @typedef {'weights' | 'gradients' | 'both'} Shown
 */

const kGrid = 16;
/** The widest line, in pixels. */
const kWidest = 5;

/** A line from one thumb to another. @param {Place} from @param {Place} to @param {number} thumb @param {number} aside */
function curve(from, to, thumb, aside) {
  const [x0, x1] = [from.x + thumb / 2, to.x - (to.unit === 0 && to.x - from.x < thumb ? 0 : thumb / 2)];
  const [y0, y1] = [from.y + aside, to.y + aside];
  const middle = (x0 + x1) / 2;
  return `M${round(x0)} ${round(y0)}C${round(middle)} ${round(y0)} ${round(middle)} ${round(y1)} ${round(x1)} ${round(y1)}`;
}

/** The lines between two columns. @param {Place[]} from @param {Place[]} to @param {any} values a tensor (to, from) @param {number} inputs its columns @param {number} thumb @param {number} aside @param {(value: number, most: number) => string} kind */
function linesBetween(from, to, values, inputs, thumb, aside, kind) {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  if (most === 0 || !Number.isFinite(most)) return [];
  return to.flatMap((end) =>
    from.map((start) => {
      const value = values[end.unit * inputs + start.unit];
      const width = Math.max(0.3, (kWidest * Math.abs(value)) / most);
      return svg`<path class="weight ${kind(value, most)}" stroke-width=${round(width)} d=${curve(start, end, thumb, aside)}></path>`;
    }),
  );
}

/** @param {Scene} scene @param {ReturnType<typeof arranged>} arrangement @param {Shown} shown */
function weightLines({ run }, { columns, output, thumb }, shown) {
  const gradients = shown === 'weights' ? [] : once(run, 'gradients', run.step, () => gradientsOf(run));
  const ends = output ? [...columns.slice(1), [output]] : columns.slice(1);
  return ends.map((to, i) => {
    const { weight, in_features: inputs } = run.network.linears[i];
    const from = columns[i];
    const end = to === ends.at(-1) && output ? to.map((place) => ({ ...place, x: place.x + thumb / 2 - 6 })) : to;
    const own =
      shown === 'gradients'
        ? []
        : linesBetween(from, end, weight.detach().data, inputs, thumb, shown === 'both' ? -2 : 0, (value) =>
            value < 0 ? 'negative' : 'positive',
          );
    const back =
      shown === 'weights'
        ? []
        : linesBetween(from, end, gradients[i], inputs, thumb, shown === 'both' ? 2 : 0, () => 'slope');
    return [own, back];
  });
}

/** A unit's thumb. @param {Place} place @param {any} map @param {{ thumb: number, isChosen: boolean, name: string, choose: () => void }} look */
function thumbOf({ x, y }, map, { thumb, isChosen, name, choose }) {
  return svg`<svg class="thumb" x=${round(x - thumb / 2)} y=${round(y - thumb / 2)} width=${thumb} height=${thumb} @click=${choose}>
    <title>${name}</title>
    ${shades(centred(map), thumb, fewLevels)}
    <rect class="edge ${isChosen ? 'is-chosen' : ''}" x="0.75" y="0.75" width=${thumb - 1.5} height=${thumb - 1.5} rx="2"></rect>
  </svg>`;
}

/** What the two inputs are over the plane. */
const inputMap = (/** @type {0 | 1} */ which) => ({
  size: kGrid,
  window: /** @type {any} */ ([-1, 1, -1, 1]),
  values: Float32Array.from({ length: kGrid * kGrid }, (_, i) =>
    which === 0 ? (i % kGrid) - (kGrid - 1) / 2 : (kGrid - 1) / 2 - Math.floor(i / kGrid),
  ),
});

/**
 * @param {Scene} scene
 * @param {number} width
 * @param {Shown} shown
 */
export function diagram(scene, width, shown) {
  const { run, state, change } = scene;
  const arrangement = arranged(state.layers, width);
  const { columns, thumb, height, hiddenUnits, hiddenLayers, output } = arrangement;
  const window = once(run, 'window', 0, () => windowOf(run));
  const maps = once(run, 'thumbs', run.step, () => unitMaps(run, window, kGrid));
  const [layer, unit] = state.unit ?? [0, 0];
  const choose = (/** @type {Place} */ place) => () => {
    const isSame = place.layer === layer && place.unit + 1 === unit;
    change({ unit: place.layer === 0 || isSame ? null : [place.layer, place.unit + 1] });
  };
  return html`<svg class="drawing network" width=${width} height=${height} role="img" aria-label="The network: ${state.layers.join(', ')} units from the inputs to the output, each drawn by what it hands on; lines are weights">
    ${weightLines(scene, arrangement, shown)}
    ${output ? svg`<circle class="answer" cx=${output.x} cy=${output.y} r="5"></circle>` : nothing}
    ${columns.map((column) =>
      column.map((place) =>
        thumbOf(
          place,
          place.layer === 0 ? inputMap(/** @type {0 | 1} */ (place.unit)) : maps[place.layer - 1][place.unit],
          {
            thumb,
            isChosen: place.layer === layer && place.unit + 1 === unit,
            name: place.layer === 0 ? `x${place.unit + 1}` : `unit ${place.unit + 1} of layer ${place.layer}`,
            choose: choose(place),
          },
        ),
      ),
    )}
    ${columns.map((column, i) => (hiddenUnits[i] > 0 ? svg`<text x=${column[0].x} y=${height - 4} text-anchor="middle">+ ${hiddenUnits[i]} more</text>` : nothing))}
    ${hiddenLayers > 0 ? svg`<text x=${width} y=${height - 4} text-anchor="end">+ ${hiddenLayers} more layers</text>` : nothing}
  </svg>`;
}

// A tensor's elements as shaded cells with their values, in the places that a grid gives them.
import { nothing, svg } from 'lit';
import { printed, rounded } from '../../text/readout.js';

/**
 * @typedef {import('./grid.js').Grid} Grid
 * @typedef {object} Shading
 * @property {string} kind input, output or gradient
 * @property {[number, number]} span the values of the lightest and the darkest cell
 * @property {number | null} marked
 * @property {string} label
 * @property {(flat: number) => number} [flatOf] the element that a cell stands for when it is pointed at
 * @property {unknown} [behind] drawn first
 * @property {unknown} [before] drawn over the cells
 */

/**
 * @param {ArrayLike<number>} values
 * @param {Grid} grid
 * @param {Shading} shading
 */
export function cellsOf(
  values,
  grid,
  { kind, span: [least, most], marked, label, flatOf = (flat) => flat, behind, before },
) {
  const { cells, cellWidth: w, cellHeight: h, text } = grid;
  const strength = (/** @type {number} */ value) =>
    (0.05 + 0.42 * Math.min(1, Math.max(0, (value - least) / (most - least || 1)))).toFixed(3);
  return svg`<svg class="cells" role="img" aria-label=${label} width=${grid.width + 2} height=${grid.height + 3}>
    ${behind ?? nothing}
    ${cells.map(({ flat, x, y }) => {
      const value = values[flat];
      return svg`<g class="cell ${kind} ${flat === marked ? 'marked' : ''}" data-flat=${flatOf(flat)}>
        <rect x=${x + 0.5} y=${y + 0.5} width=${w - 1} height=${h - 1} fill-opacity=${Number.isNaN(value) ? 0 : strength(value)}></rect>
        ${text === 'none' ? nothing : svg`<text x=${x + w - 5} y=${y + h / 2 + 4} text-anchor="end">${text === 'full' ? printed(value) : rounded(value)}</text>`}
      </g>`;
    })}
    ${before ?? nothing}
    ${cells.filter((c) => c.flat === marked).map((c) => svg`<rect class="marker" x=${c.x + 1} y=${c.y + 1} width=${w - 2} height=${h - 2}></rect>`)}
  </svg>`;
}

/** The dimensions' names along a grid. @param {Grid} grid @param {number} dim the chosen one @param {(dim: number) => void} [choose] */
export function axisNames(grid, dim, choose) {
  return svg`${grid.axes.map((axis) => {
    const isChosen = axis.dim === dim;
    const place = `translate(${axis.x} ${axis.y})${axis.isUpright ? ' rotate(-90)' : ''}`;
    return svg`<g class="dim ${isChosen ? 'chosen' : ''}" transform=${place} data-dim=${axis.dim} @pointerdown=${(/** @type {Event} */ e) => e.stopPropagation()} @click=${() => choose?.(axis.dim)}>
      <rect class="reach" x="-32" y="-12" width="64" height="24"></rect>${choose ? svg`<rect class="button" x="-30" y="-11" width="60" height="20" rx="4"></rect>` : nothing}
      <text text-anchor="middle" y="4">${axis.isUpright ? '← ' : ''}dim ${axis.dim}${axis.isUpright ? '' : ' →'}</text>
    </g>`;
  })}`;
}

/**
 * What joins the cells of a slice that do not lie side by side.
 * @param {Grid} grid
 * @param {number} dim
 * @param {Int32Array} chosen
 */
export function joints({ cells, cellHeight: h, shown }, dim, chosen) {
  if (dim >= shown.length - 2) return nothing;
  const inSlice = new Set(chosen);
  // Along the cells' edge, where no number stands.
  const points = cells.filter((c) => inSlice.has(c.flat)).map((c) => `${c.x + 1} ${c.y + h / 2}`);
  return svg`<path class="joint" d="M${points.join('L')}"></path>`;
}

/**
 * Each slice's outline, or each half's where a slice has two, where its cells lie side by side, else each cell's; the chosen slice's heavier.
 * @param {Grid} grid
 * @param {number} dim
 * @param {Int32Array} chosen
 * @param {number} half of a slice's length; 0 where it is whole
 */
export function outlines({ cells, cellWidth: w, cellHeight: h, shown }, dim, chosen, half) {
  const rank = shown.length;
  const isWithin = dim >= rank - 2;
  const inSlice = new Set(chosen);
  /** @type {Map<string, { x: number, y: number, right: number, bottom: number, isChosen: boolean }>} */
  const boxes = new Map();
  for (const { flat, indices, x, y } of cells) {
    const key = isWithin
      ? indices.map((index, d) => (d === dim ? (half && index >= half ? 'b' : '') : index)).join()
      : String(flat);
    const box = boxes.get(key) ?? { x, y, right: x, bottom: y, isChosen: false };
    boxes.set(key, {
      x: Math.min(box.x, x),
      y: Math.min(box.y, y),
      right: Math.max(box.right, x + w),
      bottom: Math.max(box.bottom, y + h),
      isChosen: box.isChosen || inSlice.has(flat),
    });
  }
  const all = [...boxes.values()].sort((a, b) => Number(a.isChosen) - Number(b.isChosen));
  return svg`${all.map((b) => svg`<rect class="slice ${b.isChosen ? 'chosen' : ''}" x=${b.x + 1} y=${b.y + 1} width=${b.right - b.x - 2} height=${b.bottom - b.y - 2} rx="3"></rect>`)}`;
}

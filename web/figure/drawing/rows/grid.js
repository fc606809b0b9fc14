// Where the cells of a tensor of up to four dimensions stand: matrices of the last two, in rows and columns of blocks.

/**
 * @typedef {{ flat: number, indices: number[], x: number, y: number }} Cell
 * @typedef {object} Grid
 * @property {Cell[]} cells
 * @property {number} cellWidth
 * @property {number} cellHeight
 * @property {number} width
 * @property {number} height
 * @property {number[]} shown sizes of what is drawn, at most the shape's
 * @property {'none' | 'short' | 'full'} text how much of a number fits a cell
 * @property {number} left
 * @property {number} top
 * @property {{ dim: number, x: number, y: number, isUpright: boolean }[]} axes where each dimension's name stands
 */

/** Room for `-0.0198` and for `-0.02`, apart from the cell's edges. */
const kTextWidth = 62;
const kShortTextWidth = 47;
const kLeast = 10;
const kTallest = 44;
const kWidest = 88;
const kBlockGap = 10;
const kAxis = 24;

/**
 * @param {readonly number[]} shape
 * @param {number} width at hand
 * @param {number} height at hand
 * @param {boolean} hasAxes
 * @returns {Grid}
 */
export function gridOf(shape, width, height, hasAxes) {
  const rank = shape.length;
  const [blockRows, blockColumns, rows, columns] =
    rank === 3 ? [shape[0], 1, shape[1], shape[2]] : [1, 1, 1, 1, ...shape].slice(-4);
  // The names of the vertical dimensions stand at the left, of the horizontal ones above.
  const upright = rank === 4 ? [0, 2] : rank === 3 ? [0, 1] : rank === 2 ? [0] : [];
  const level = rank === 4 ? [1, 3] : rank > 0 ? [rank - 1] : [];
  const left = hasAxes ? Math.max(1, upright.length) * kAxis : 0;
  const top = hasAxes ? level.length * kAxis : 0;
  const most = (/** @type {number} */ room, /** @type {number} */ blocks) =>
    Math.max(1, Math.floor((room - (blocks - 1) * kBlockGap) / blocks / kLeast));
  const shownBlocks = [Math.min(blockRows, 4), Math.min(blockColumns, 4)];
  const shownRows = Math.min(rows, most(height - top, shownBlocks[0]));
  const shownColumns = Math.min(columns, most(width - left, shownBlocks[1]));
  const across = (width - left - (shownBlocks[1] - 1) * kBlockGap) / (shownBlocks[1] * shownColumns);
  const down = (height - top - (shownBlocks[0] - 1) * kBlockGap) / (shownBlocks[0] * shownRows);
  const cellWidth = Math.floor(Math.min(across, kWidest));
  const cellHeight = Math.floor(Math.min(down, kTallest));
  const shown = [shownBlocks[0], shownBlocks[1], shownRows, shownColumns];
  /** @type {Cell[]} */ const cells = [];
  for (let a = 0; a < shown[0]; a++) {
    for (let b = 0; b < shown[1]; b++) {
      for (let r = 0; r < shown[2]; r++) {
        for (let c = 0; c < shown[3]; c++) {
          const indices = (rank === 3 ? [a, r, c] : [a, b, r, c]).slice(rank === 3 ? 0 : 4 - rank);
          const flat = indices.reduce((at, index, d) => at * shape[d] + index, 0);
          const x = left + b * (shownColumns * cellWidth + kBlockGap) + c * cellWidth;
          const y = top + a * (shownRows * cellHeight + kBlockGap) + r * cellHeight;
          cells.push({ flat, indices, x, y });
        }
      }
    }
  }
  const wide = shown[1] * shownColumns * cellWidth + (shown[1] - 1) * kBlockGap;
  const tall = shown[0] * shownRows * cellHeight + (shown[0] - 1) * kBlockGap;
  const axes = [
    ...upright.map((dim, i) => ({ dim, x: i * kAxis + 12, y: top + tall / 2, isUpright: true })),
    ...level.map((dim, i) => ({ dim, x: left + wide / 2, y: i * kAxis + 12, isUpright: false })),
  ];
  return {
    cells,
    cellWidth,
    cellHeight,
    width: left + wide,
    height: top + tall,
    shown: rank === 3 ? [shown[0], shown[2], shown[3]] : shown.slice(4 - rank),
    text: cellHeight < 16 || cellWidth < kShortTextWidth ? 'none' : cellWidth < kTextWidth ? 'short' : 'full',
    left,
    top,
    axes,
  };
}

/**
 * The flat indices of the slice through an element along a dimension.
 * @param {readonly number[]} shape
 * @param {number} dim
 * @param {number} flat
 * @returns {{ flats: Int32Array, at: number }} and the element's place in it
 */
export function sliceThrough(shape, dim, flat) {
  if (shape.length === 0) return { flats: Int32Array.of(0), at: 0 };
  const stride = shape.slice(dim + 1).reduce((product, size) => product * size, 1);
  const at = Math.floor(flat / stride) % shape[dim];
  const start = flat - at * stride;
  return { flats: Int32Array.from({ length: shape[dim] }, (_, i) => start + i * stride), at };
}

/**
 * The slice in Python: `[1, :]`; nothing for a scalar, which is not indexed.
 * @param {readonly number[]} indices
 * @param {number} dim
 */
export const sliceName = (indices, dim) =>
  indices.length === 0 ? '' : `[${indices.map((index, d) => (d === dim ? ':' : index)).join(', ')}]`;

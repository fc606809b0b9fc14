// Where the units of a network stand in the picture: as many columns and rows as there is room for.

/**
 * @typedef {object} Place of a unit's thumb
 * @property {number} layer 0: the inputs; then the hidden ones; the last is the output
 * @property {number} unit within its layer, from 0
 * @property {number} x of its middle
 * @property {number} y of its middle
 *
 * @typedef {object} Arrangement
 * @property {Place[][]} columns of the inputs and of the hidden layers that are drawn
 * @property {Place | null} output where the lines to the answer end; null where the last hidden layer is not drawn
 * @property {number} thumb the side of a thumb
 * @property {number} height
 * @property {number} hiddenLayers how many layers are not drawn
 * @property {number[]} hiddenUnits of each drawn column, how many units are not drawn
 */

const kMostRows = 8;
/** Between two thumbs in a column, and the least between two columns. */
const kGap = 8;
const kLeastBetween = 44;
const kThumb = 38;

/**
 * @param {number[]} layers widths from the inputs to the output
 * @param {number} width in pixels
 * @returns {Arrangement}
 */
export function arranged(layers, width) {
  const hidden = layers.length - 2;
  const most = Math.max(1, Math.floor((width - kThumb - 24) / (kThumb + kLeastBetween)));
  const drawn = Math.min(hidden, most);
  const rows = Math.min(kMostRows, Math.max(...layers.slice(0, drawn + 1)));
  const height = rows * (kThumb + kGap) + 20;
  const between = (width - kThumb - 20) / (drawn + 1);
  const columns = layers.slice(0, drawn + 1).map((count, layer) => {
    const own = Math.min(count, kMostRows);
    const top = (height - 20 - own * (kThumb + kGap) + kGap) / 2 + kThumb / 2;
    return Array.from({ length: own }, (_, unit) => ({
      layer,
      unit,
      x: kThumb / 2 + 2 + layer * between,
      y: top + unit * (kThumb + kGap),
    }));
  });
  const output = drawn === hidden ? { layer: layers.length - 1, unit: 0, x: width - 6, y: (height - 20) / 2 } : null;
  return {
    columns,
    output,
    thumb: kThumb,
    height,
    hiddenLayers: hidden - drawn,
    hiddenUnits: columns.map((column, layer) => layers[layer] - column.length),
  };
}

// The parts of a row-wise figure, drawn: input and output as cells with their slices, one slice as bars.

import { svg } from 'lit';
import { finiteExtent } from '../../numbers/bins.js';
import { indicesOf, inputOfOutput, outputOf } from '../../numbers/places.js';
import { areShares, isLogarithmic, outputWords } from '../../numbers/shares.js';
import { isGated } from '../../state/drawn.js';
import { barsOf } from './bars.js';
import { axisNames, cellsOf, joints, outlines } from './cells.js';
import { gridOf, sliceName, sliceThrough } from './grid.js';

/**
 * @typedef {import('../../numbers/model.js').Result} Result
 * @typedef {import('./grid.js').Grid} Grid
 * @typedef {import('lit').SVGTemplateResult} Drawing
 * @typedef {{ kind: string, title: string, note: string, drawing: Drawing, height: number,
 *   sum?: { words: string, value: string } }} Part a titled drawing, with what its numbers add up to
 * @typedef {{ width: number, height: number, isNarrow: boolean, choose?: (dim: number) => void }} Room narrow: bars stand
 *   beneath the cells; `choose` is called with a dimension whose name is pressed
 */

/** Between cells and bars. */
export const kGap = 28;
/** What of the width the cells get. */
const kCellsShare = 0.56;
const kTitles = 76;
/** The height of one row of cells with its dimension's name. */
const kOneRow = 64;

/**
 * @param {Result} result
 * @param {number} element whose slice is shown
 * @param {number | null} marked
 * @param {Room} room
 * @returns {{ grids: Part[], bars: Part[], gridWidth: number, barsWidth: number, isAbreast: boolean }} abreast: the bars stand
 *   beside each other beneath cells that take the whole width
 */
export function rowParts(result, element, marked, { width, height, isNarrow, choose }) {
  const { input, output, activation, dim } = result;
  // A single row of cells is as wide as there is room.
  const isAbreast = !isNarrow && input.shape.length < 2 && !isGated(activation);
  const gridWidth = isNarrow || isAbreast ? width : Math.floor((width - kGap) * kCellsShare);
  const barsWidth = isNarrow ? width : isAbreast ? Math.floor((width - 2 * kGap) / 3) : width - kGap - gridWidth;
  const tall = isNarrow ? height * 0.47 : isAbreast ? kTitles + 2 * kOneRow : height;
  const gridFor = (/** @type {readonly number[]} */ shape) => gridOf(shape, gridWidth, (tall - kTitles) / 2, true);
  const grid = gridFor(input.shape);
  const slice = sliceThrough(input.shape, dim, element);
  const toOutput = (/** @type {number} */ flat) => outputOf(input.shape, output.shape, flat);
  const isCut = input.shape.some((size, d) => grid.shown[d] < size);
  const name = sliceName(indicesOf(input.shape, element), dim);
  const cells = (
    /** @type {'input' | 'output'} */ kind,
    /** @type {Grid} */ at,
    /** @type {Int32Array} */ flats,
    /** @type {number | null} */ mark,
  ) => shaded(result, kind, at, flats, mark, choose);
  return {
    gridWidth,
    barsWidth,
    isAbreast,
    grids: [
      {
        kind: 'input',
        title: 'input',
        note: isCut ? `the first ${grid.shown.join(' × ')} drawn` : '',
        drawing: cells('input', grid, slice.flats, marked),
        height: grid.height,
      },
      {
        kind: 'output',
        title: 'output',
        note: result.counts.nan > 0 ? 'nan where nan or inf came in' : outputWords(activation, dim),
        drawing: cells(
          'output',
          isGated(activation) ? gridFor(output.shape) : grid,
          slice.flats.map(toOutput),
          marked === null ? null : toOutput(marked),
        ),
        height: grid.height,
      },
    ],
    bars: barsOf(result, slice, name, marked, barsWidth, tall < height ? height - tall : height, isAbreast),
  };
}

/**
 * @param {Result} result
 * @param {'input' | 'output'} kind
 * @param {Grid} grid
 * @param {Int32Array} chosen the slice that is looked at
 * @param {number | null} marked
 * @param {((dim: number) => void) | undefined} choose
 */
function shaded(result, kind, grid, chosen, marked, choose) {
  const { activation, dim, input, output } = result;
  const values = result[kind].data;
  const [low, high] = finiteExtent(values) ?? [0, 1];
  // Shares are seen against 1, unless all are too small for that.
  const isShare = kind === 'output' && areShares(activation) && !isLogarithmic(activation);
  const half = kind === 'input' && isGated(activation) ? input.shape[dim] / 2 : 0;
  return cellsOf(values, grid, {
    kind,
    span: isShare ? [0, high < 0.1 ? high : 1] : [low, high],
    marked,
    label: `${kind} as cells: ${grid.shown.join(' by ')}`,
    flatOf: (flat) => (kind === 'input' ? flat : inputOfOutput(input.shape, output.shape, flat)),
    behind: svg`${axisNames(grid, dim, choose)}${joints(grid, dim, chosen)}`,
    before: outlines(grid, dim, chosen, half),
  });
}

// One slice of a row-wise activation as bars: before, after, its sum, and the gradient of one output.
import { nothing, svg } from 'lit';
import { finiteExtent } from '../../numbers/bins.js';
import { applied } from '../../numbers/evaluation.js';
import { elementName, outputOf } from '../../numbers/places.js';
import { isLogarithmic, shareSum, sumOf } from '../../numbers/shares.js';
import { isGated } from '../../state/drawn.js';
import { grouped } from '../../text/numbers.js';
import { printed, rounded } from '../../text/readout.js';

/**
 * @typedef {import('../../numbers/model.js').Result} Result
 * @typedef {{ flats: Int32Array, at: number }} Slice
 */

const kTallest = 26;
const kLeast = 5;
const kValueWidth = 62;
const kHeadings = 168;
/** One of the three's title and sum. */
const kHeading = 60;
/** Five titles. */
const kGatedHeadings = 150;

/**
 * @param {Result} result
 * @param {Slice} slice
 * @param {string} name `[1, :]`
 * @param {number | null} marked
 * @param {number} width
 * @param {number} height
 * @param {boolean} isAbreast whether the three stand beside each other, not beneath
 * @returns {import('./row_parts.js').Part[]}
 */
export function barsOf(result, slice, name, marked, width, height, isAbreast) {
  if (isGated(result.activation)) return gatedBars(result, slice, marked, width, height);
  const { activation, input, output, gradient, chosen } = result;
  const isLog = isLogarithmic(activation);
  const own = isAbreast ? height - kHeading : (height - kHeadings) / 3;
  const most = Math.max(1, Math.floor(own / kLeast));
  const count = Math.min(slice.flats.length, most);
  const start = Math.max(0, Math.min(slice.flats.length - count, slice.at - Math.floor(count / 2)));
  const flats = slice.flats.subarray(start, start + count);
  const rowHeight = Math.min(kTallest, Math.floor(own / count));
  const sums = [sumOf(valuesOf(input, slice.flats)), shareSum(activation, valuesOf(output, slice.flats))].map((sum) =>
    rounded(sum, 4),
  );
  const whole = wholeOf(output.data, flats);
  const isCut = count < slice.flats.length;
  const chosenName = chosen === null ? '' : elementName('output', output.shape, chosen);
  const part = (
    /** @type {string} */ kind,
    /** @type {string} */ title,
    /** @type {string} */ note,
    /** @type {Float32Array} */ values,
  ) =>
    partOf(
      kind,
      title,
      note,
      Float32Array.from(flats, (flat) => values[flat]),
      flats,
      {
        span: kind === 'output' && !isLog ? [0, whole] : null,
        marked,
        width,
        rowHeight,
      },
    );
  return [
    {
      ...part(
        'input',
        `input${name}`,
        isCut ? `${count} of ${grouped(slice.flats.length)} drawn` : 'before',
        input.data,
      ),
      sum: { words: 'sum', value: sums[0] },
    },
    {
      ...part('output', `output${name}`, whole < 1 && !isLog ? `to ${printed(whole)}` : 'after', output.data),
      sum: { words: isLog ? 'sum of e to these' : 'sum', value: sums[1] },
    },
    part('gradient', 'gradient', chosenName ? `of ${chosenName}` : 'of all', gradient.data),
  ];
}

/**
 * GLU's slice: what comes, how far each gate is open, what gets through, and the gradient of one output at both.
 * @param {Result} result
 * @param {Slice} slice of the input
 * @param {number | null} marked
 * @param {number} width
 * @param {number} height
 */
function gatedBars(result, slice, marked, width, height) {
  const { input, output, gradient, chosen } = result;
  const half = slice.flats.length / 2;
  const most = Math.max(1, Math.floor((height - kGatedHeadings) / 5 / kLeast));
  const count = Math.min(half, most);
  const start = Math.max(0, Math.min(half - count, (slice.at % half) - Math.floor(count / 2)));
  const first = slice.flats.subarray(start, start + count);
  const second = slice.flats.subarray(half + start, half + start + count);
  const rowHeight = Math.min(kTallest, Math.floor((height - kGatedHeadings) / 5 / count));
  const gates = applied('sigmoid', valuesOf(input, second));
  const outputs = Float32Array.from(first, (flat) => output.data[outputOf(input.shape, output.shape, flat)]);
  const of = chosen === null ? 'of all' : `of ${elementName('output', output.shape, chosen)}`;
  const part = (
    /** @type {string} */ kind,
    /** @type {string} */ title,
    /** @type {string} */ note,
    /** @type {Float32Array} */ shown,
    /** @type {Int32Array} */ flats,
    /** @type {[number, number] | null} */ span = null,
  ) => partOf(kind, title, note, shown, flats, { span, marked, width, rowHeight });
  return [
    part(
      'input',
      'a',
      count < half ? `${count} of ${grouped(half)} drawn` : 'what comes',
      valuesOf(input, first),
      first,
    ),
    part('input', 'σ(b)', 'its gate, 0 to 1', gates, second, [0, 1]),
    part('output', 'a · σ(b)', 'what gets through', outputs, first),
    part('gradient', 'gradient at a', of, valuesOf(gradient, first), first),
    part('gradient', 'gradient at b', of, valuesOf(gradient, second), second),
  ];
}

/**
 * @typedef {object} Bars
 * @property {[number, number] | null} span that the room stands for; null for what lies between the values' ends and 0
 * @property {number | null} marked
 * @property {number} width
 * @property {number} rowHeight
 */

/**
 * @param {string} kind
 * @param {string} title
 * @param {string} note
 * @param {Float32Array} shown
 * @param {Int32Array} flats their places in the tensor
 * @param {Bars} how
 * @returns {import('./row_parts.js').Part}
 */
function partOf(kind, title, note, shown, flats, how) {
  const height = how.rowHeight * flats.length + 2;
  return { kind, title, note, drawing: bars(shown, flats, kind, how), height };
}

/**
 * What a full bar of the output stands for: 1, or the largest share where all are so small that nothing would be seen.
 * @param {Float32Array} values
 * @param {Int32Array} flats
 */
function wholeOf(values, flats) {
  const most = flats.reduce((largest, flat) => Math.max(largest, values[flat]), 0);
  return most > 0 && most < 0.1 ? most : 1;
}

/** @param {import('../../numbers/shaped_array.js').ShapedArray} tensor @param {Int32Array} flats */
const valuesOf = (tensor, flats) => Float32Array.from(flats, (flat) => tensor.data[flat]);

/**
 * @param {Float32Array} shown
 * @param {Int32Array} flats
 * @param {string} kind
 * @param {Bars} how
 */
function bars(shown, flats, kind, { span, marked, width, rowHeight }) {
  const [low, high] = finiteExtent(shown) ?? [0, 1];
  const [least, most] = span ?? [Math.min(0, low), Math.max(0, high)];
  const hasText = rowHeight >= 15;
  const room = hasText ? width - kValueWidth : width;
  const scale = (/** @type {number} */ value) =>
    ((Math.min(most, Math.max(least, value)) - least) / (most - least || 1)) * room;
  return svg`<svg role="img" aria-label="${kind} of the slice as bars" width=${width} height=${rowHeight * flats.length + 2}>
    ${[...flats].map((flat, i) => {
      const value = shown[i];
      const [a, b] = [scale(0), scale(Number.isNaN(value) ? 0 : value)];
      const y = i * rowHeight + 1;
      return svg`<g class="bar ${kind} ${flat === marked ? 'marked' : ''}" data-flat=${flat}>
        <rect class="reach" x="0" y=${y} width=${width} height=${rowHeight}></rect>
        <rect class="fill" x=${Math.min(a, b)} y=${y + (rowHeight > 8 ? 2 : 0.5)} width=${Math.max(1, Math.abs(b - a))} height=${rowHeight - (rowHeight > 8 ? 4 : 1)}></rect>
        ${hasText ? svg`<text x=${width - 2} y=${y + rowHeight / 2 + 4} text-anchor="end">${printed(value)}</text>` : nothing}
      </g>`;
    })}
    <line class="zero" x1=${scale(0)} x2=${scale(0)} y1="0" y2=${rowHeight * flats.length + 2}></line>
  </svg>`;
}

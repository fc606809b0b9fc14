// torch.histogram: how many elements lie between edges, which are given or evenly apart. Source: aten/src/ATen/native/Histogram.cpp.

import { NotImplementedError, RuntimeError } from '../../core/errors.js';
import { evenlySpaced, fusedStep } from '../../core/numbers/float.js';
import { sizeOf } from '../../core/numbers/size.js';
import { native } from '../arguments/native.js';
import { tuple } from '../arguments/tuple.js';
import { float32, kFloating } from '../storage/dtype.js';
import { elements, fresh } from '../storage/strided.js';

/** @typedef {import('./tensor.js').Tensor} Tensor */

/** Each element counts, or its weight, in the bin whose lower edge is the last below it; the last bin has both its ends. @param {Tensor} x @param {any} edges @param {Tensor | null} weight @param {boolean} isDensity */
function counted(x, edges, weight, isDensity) {
  const bounds = Array.from(elements(edges), Number);
  const last = bounds.length - 1;
  const hist = /** @type {any} */ (fresh(x, sizeOf([last])));
  const weights = weight && elements(weight);
  Array.from(elements(x), Number).forEach((value, i) => {
    if (!(value >= bounds[0] && value <= bounds[last])) return;
    const bin = Math.min(
      last - 1,
      bounds.findLastIndex((edge) => edge <= value),
    );
    hist.storage.array[bin] += weights ? Number(weights[i]) : 1;
  });
  const widths = () => edges.narrow(0, 1, last).sub(edges.narrow(0, 0, last));
  return tuple([isDensity ? hist.div(hist.sum()).div(widths()) : hist, edges], 'histogram', ['hist', 'bin_edges']);
}

/** From where to where bins reach that are not given. @param {Tensor} x @param {number[] | null} range */
function limits(x, range) {
  const values = Array.from(elements(x), Number);
  const own =
    values.length > 0 ? [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))] : [0, 1];
  const [low, high] = (range ?? own).map(Number);
  if (!Number.isFinite(low) || !Number.isFinite(high))
    throw new RuntimeError(
      `torch.histogramdd: dimension 0's range [${low}, ${high}] is not finite`
        .replace(/NaN/g, 'nan')
        .replace(/Infinity/g, 'inf'),
    );
  if (low > high)
    throw new RuntimeError(
      `torch.histogramdd: min should not exceed max, but got min ${low} max ${high} for dimension 0`,
    );
  return low === high ? [low - 0.5, high + 0.5] : [low, high];
}

/** Edges evenly apart, counted from both ends as torch.linspace's numbers are. @param {Tensor} x @param {number} low @param {number} high @param {number} count */
function evenEdges(x, low, high, count) {
  const step = (high - low) / (count - 1);
  const array =
    x.dtype === float32
      ? evenlySpaced(low, high, count)
      : Float64Array.from({ length: count }, (_, i) =>
          i < count >> 1 ? fusedStep(low, step, i) : fusedStep(high, -step, count - 1 - i),
        );
  return fresh(x, sizeOf([count]), array);
}

/** @param {Tensor} x */
function requireFloating(x) {
  if (x.dtype.kind !== kFloating) throw new NotImplementedError(`"histogramdd" not implemented for '${x.dtype.short}'`);
}

/**
 * How many elements lie in each bin, or what they weigh, and the bins' edges: so many bins from the least to the greatest element
 * or over a range, or edges of one's own. A density has the area 1.
 * @type {((input: Tensor, bins?: number | Tensor | object, options?: { range?: [number, number], weight?: Tensor, density?: boolean }) => readonly [Tensor, Tensor] & { hist: Tensor, bin_edges: Tensor }) & import('../arguments/native.js').Method<any>}
 * @example torch.histogram(torch.tensor([1, 2, 1]), 2).hist // tensor([2., 1.])
 */
export const histogram = /* @__PURE__ */ native(
  [
    'histogram(Tensor input, Tensor bins, *, Tensor weight=None, bool density=False)',
    'histogram(Tensor input, int bins=100, *, float[]? range=None, Tensor weight=None, bool density=False)',
  ],
  (x, edges, weight, isDensity) => {
    requireFloating(x);
    return counted(x, edges, weight, isDensity);
  },
  (x, bins, range, weight, isDensity) => {
    requireFloating(x);
    if (bins <= 0) throw new RuntimeError(`torch.histogram(): bins must be > 0, but got ${bins} for dimension 0`);
    const [low, high] = limits(x, range);
    return counted(x, evenEdges(x, low, high, bins + 1), weight, isDensity);
  },
);

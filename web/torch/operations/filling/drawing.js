// Draws from a distribution that is given: multinomial. Source: multinomial in aten/src/ATen/native/Distributions.cpp and its kernel.

import { RuntimeError } from '../../../core/errors.js';
import { Size } from '../../../core/numbers/size.js';
import { native } from '../../arguments/native.js';
import { float32, int64, kFloating } from '../../storage/dtype.js';
import { elements, fresh } from '../../storage/strided.js';
import { defaultGenerator } from '../../tensor/generator.js';
import { topk } from '../choosing/sorting.js';
import { div } from '../two_operands/arithmetic.js';
import { into } from './filling.js';

/** @typedef {import('../../tensor/tensor.js').Tensor} Tensor */

/** @param {Tensor} weights @param {number} count @param {boolean} replaces */
function checkDraws({ dtype, shape }, count, replaces) {
  const rank = shape.length;
  if (rank < 1 || rank > 2) throw new RuntimeError('prob_dist must be 1 or 2 dim');
  if (dtype.kind !== kFloating)
    throw new RuntimeError(`multinomial only supports floating-point dtypes for input, got: ${dtype.short}`);
  if (count <= 0) throw new RuntimeError('cannot sample n_sample <= 0 samples');
  if (!replaces && count > shape[rank - 1])
    throw new RuntimeError('cannot sample n_sample > prob_dist.size(-1) samples without replacement');
}

/** @param {any} array */
function checkWeights(array) {
  if (array.some((/** @type {number} */ w) => !(w >= 0 && w < Infinity)))
    throw new RuntimeError('probability tensor contains either `inf`, `nan` or element < 0');
}

/** Where a number falls among running sums. @param {any} sums @param {number} value */
function placeIn(sums, value) {
  let [low, high] = [0, sums.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** @param {Tensor} weights @param {number} count @param {any} generator */
function withReplacement(weights, count, generator) {
  const { shape, dtype } = weights;
  const n = shape[shape.length - 1];
  const [from, places] = [/** @type {any} */ (elements(weights)), new BigInt64Array((shape.numel() / n) * count)];
  const fit = dtype === float32 ? Math.fround : Number;
  for (let r = 0; r * n < from.length; r++) {
    let total = 0;
    const sums = Array.from({ length: n }, (_, i) => (total = fit(total + from[r * n + i])));
    if (!(total > 0)) throw new RuntimeError('invalid multinomial distribution (sum of probabilities <= 0)');
    const shares = sums.map((sum) => fit(sum / total));
    shares[n - 1] = 1;
    for (let k = 0; k < count; k++) places[r * count + k] = BigInt(placeIn(shares, generator.uniform_double()));
  }
  return fresh(weights, new Size(shape.with(-1, count)), places, int64);
}

/**
 * Places drawn with chances in proportion to weights, a row of them each; without replacement unless it is asked for.
 * @type {((input: Tensor, num_samples: number | object, replacement?: boolean | object) => Tensor) & import('../../arguments/native.js').Method<Tensor>}
 * @example torch.manual_seed(0), torch.multinomial(torch.tensor([1, 2, 3]), 2) // tensor([2, 1])
 */
export const multinomial = /* @__PURE__ */ native(
  'multinomial(Tensor input, int num_samples, bool replacement=False, *, Generator generator=None, Tensor out=None)',
  (weights, count, replaces, generator, out = null) => {
    checkDraws(weights, count, replaces);
    const source = generator ?? defaultGenerator;
    const plain = weights.detach();
    if (replaces && count > 1) {
      checkWeights(elements(plain));
      return into(out, 'multinomial', withReplacement(plain, count, source), []);
    }
    checkWeights(elements(plain));
    const least = Array.from(/** @type {any} */ (plain.sum(-1).reshape(-1)));
    if (least.some((sum) => !(/** @type {any} */ (sum.item() > 0))))
      throw new RuntimeError('invalid multinomial distribution (sum of probabilities <= 0)');
    // Each weight over an exponential number: the largest are a draw without replacement.
    const chances = div(plain, fresh(plain, plain.shape).exponential_(1, { generator: source }));
    return into(out, 'multinomial', topk(chances, count).indices, []);
  },
);

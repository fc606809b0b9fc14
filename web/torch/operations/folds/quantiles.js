// What shares of the elements lie beneath: quantile.

import { RuntimeError } from '../../../core/errors.js';
import { Size, wrapDim } from '../../../core/numbers/size.js';
import { formatG } from '../../../core/text/format.js';
import { native } from '../../arguments/native.js';
import { isTensor } from '../../storage/base.js';
import { float32, int64, kFloating } from '../../storage/dtype.js';
import { fresh } from '../../storage/strided.js';
import { gather } from '../choosing/selecting.js';
import { sort } from '../choosing/sorting.js';
import { where } from '../elements/choice.js';
import { into } from '../filling/filling.js';
import { isnan } from '../two_operands/comparisons.js';
import { lerp } from '../two_operands/partners.js';

/** @typedef {import('../../tensor/tensor.js').Tensor} Tensor */

/**
 * What a share q (0 to 1) of the elements lies beneath, of all or along a dimension; between two elements by `interpolation` ('linear').
 * @type {((input: Tensor, q: number | Tensor, dim?: number | null | object, keepdim?: boolean | object, options?: object) => Tensor) & import('../../arguments/native.js').Method<Tensor>}
 * @example torch.quantile(torch.tensor([1, 2, 3, 4]), 0.5) // tensor(2.5000)
 */
export const quantile = /* @__PURE__ */ native(
  ['Tensor', 'float'].map(
    (q) =>
      `quantile(Tensor input, ${q} q, int? dim=None, bool keepdim=False, *, str interpolation=linear, Tensor out=None)`,
  ),
  (x, q, dim, keepdim, way, out = null) => {
    const result = quantiles(x, q, dim, keepdim, way);
    if (result.meta?.node) result.meta.node.label = 'SqueezeBackward4'; // PyTorch's last step, in place
    return into(out, 'quantile', result, [x]);
  },
);

/** @param {Tensor} x @param {any} q */
function checkQuantile(x, q) {
  if (x.shape.numel() === 0) throw new RuntimeError('quantile() input tensor must be non-empty');
  if (isTensor(q) && q.shape.length > 1) throw new RuntimeError('quantile() q must be a scalar or 1D tensor');
  if (x.dtype.kind !== kFloating)
    throw new RuntimeError('quantile() input tensor must be either float or double dtype');
  if (isTensor(q) && q.dtype !== x.dtype)
    throw new RuntimeError('quantile() q tensor must be same dtype as the input tensor');
  const list = isTensor(q) ? [q.tolist()].flat() : [q];
  if (list.some((/** @type {number} */ share) => !(share >= 0 && share <= 1)))
    throw new RuntimeError(
      isTensor(q)
        ? 'quantile() q values must be in the range [0, 1]'
        : `quantile() q must be in the range [0, 1] but got ${formatG(q)}`,
    );
  return list;
}

/** @type {Record<string, (rank: number) => number>} */
const nearRank = {
  lower: Math.floor,
  higher: Math.ceil,
  nearest: (rank) => (rank % 1 === 0.5 ? 2 * Math.round(rank / 2) : Math.round(rank)),
};

/** @param {Tensor} x @param {number | Tensor} q @param {number | null} dim @param {boolean} keepdim @param {string} way */
function quantiles(x, q, dim, keepdim, way) {
  const shares = checkQuantile(x, q);
  if (!(way in nearRank) && way !== 'linear' && way !== 'midpoint')
    throw new RuntimeError(
      `quantile() interpolation must be one of linear, lower, higher, midpoint or nearest, but got ${way}`,
    );
  const rank = x.shape.length;
  const d = wrapDim(dim ?? 0, rank);
  const source = /** @type {any} */ (dim === null ? x.reshape(-1) : rank === 0 ? x.reshape(1) : x.transpose(d, -1));
  const sorted = sort(source).values;
  const last = sorted.shape[sorted.shape.length - 1] - 1;
  const fit = x.dtype === float32 ? Math.fround : Number;
  const kept = sorted.shape.slice(0, -1);
  const at = (/** @type {(place: number) => number} */ place) => {
    const list = shares.map((/** @type {number} */ share) => BigInt(place(fit(fit(share) * last))));
    const index = fresh(x, new Size([list.length]), BigInt64Array.from(list), int64);
    return gather(sorted, -1, index.expand([...kept, list.length]));
  };
  const own = nearRank[way];
  const weights = shares.map((/** @type {number} */ share) => {
    const place = fit(share) * last; // PyTorch takes the whole part off the product before it rounds
    return way === 'midpoint' ? 0.5 : fit(place - Math.floor(fit(place)));
  });
  const found = own ? at(own) : lerp(at(Math.floor), at(Math.ceil), x.new_tensor(weights));
  const hasNan = isnan(sorted.select(-1, last)).unsqueeze(-1);
  const values = /** @type {any} */ (where(hasNan, Number.NaN, found));
  const one =
    isTensor(q) && q.shape.length === 1 ? values.unsqueeze(0).transpose(0, -1).squeeze(-1) : values.squeeze(-1);
  if (!keepdim || rank === 0) return one;
  const lead = one.shape.length - kept.length;
  return dim === null
    ? one.reshape([...one.shape.slice(0, lead), ...new Array(rank).fill(1)])
    : one.unsqueeze(-1).transpose(lead + d, -1);
}

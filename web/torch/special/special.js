// torch.special: names of its own for functions that torch has, and those that it alone has.

import { torchFunctions } from '../activations/functional.js';
import { namespace } from '../arguments/namespace.js';
import { native } from '../arguments/native.js';
import { bindPython } from '../arguments/signature.js';
import { named } from '../autograd/graph.js';
import { functional } from '../nn/nn_functional.js';
import { erfc, erfinv, exp2, logit, sinc } from '../operations/elements/inverses.js';
import { pair } from '../operations/elements/pairs.js';
import { erf, expm1, log1p, round } from '../operations/elements/pointwise.js';
import { logsumexp } from '../operations/folds/norms.js';
import { add, mul, neg } from '../operations/two_operands/arithmetic.js';
import { xlogy } from '../operations/two_operands/partners.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../operations/elements/pairs.js').Pointwise} Pointwise
 */

/** Φ, how likely a standard normal number is not above x. @type {Pointwise} @example torch.special.ndtr(torch.tensor([0, 1])) // tensor([0.5000, 0.8413]) */
export const ndtr = /* @__PURE__ */ native('special_ndtr(Tensor input, *, Tensor out=None)', (x) =>
  named(mul(add(/** @type {any} */ (erf(mul(x, Math.SQRT1_2))), 1), 0.5), 'MulBackward1'),
);

const entrForms = /* @__PURE__ */ pair('special_entr', {
  node: 'SpecialEntrBackward0',
  ofFloat: (x) => (x > 0 ? -x * Math.log(x) : x === 0 ? 0 : x < 0 ? Number.NEGATIVE_INFINITY : x),
  saves: 'x',
  gradient: (grad, x) => mul(grad, /** @type {any} */ (neg(/** @type {any} */ (x).log())).sub(1)),
});
/** -x log(x), what a probability adds to an entropy; 0 at 0, -inf below. @type {Pointwise} @example torch.special.entr(torch.tensor([0, 0.5, 1])) // tensor([0.0000, 0.3466, -0.0000]) */
export const entr = entrForms[0];

/** x log(1 + y), 0 where x is. @type {(input: any, other: any) => Tensor} @example torch.special.xlog1py(torch.tensor([0, 2]), torch.tensor([3, 1])) // tensor([0.0000, 1.3863]) */
export const xlog1py = (...args) => {
  const [x, y] = /** @type {any[]} */ (bindPython('special_xlog1py', ['input', 'other'], args, true));
  return /** @type {any} */ (xlogy)(x, typeof y === 'number' ? 1 + y : add(y, 1));
};

/** The same function under torch.special, of which Python knows the place. @param {(...args: any[]) => any} own */
const alias =
  (own) =>
  (/** @type {any[]} */ ...args) =>
    own(...args);

/** torch.special. */
export const special = /* @__PURE__ */ namespace(
  'torch.special',
  {
    entr,
    erf: alias(erf),
    erfc: alias(erfc),
    erfinv: alias(erfinv),
    exp2: alias(exp2),
    expit: alias(torchFunctions.sigmoid),
    expm1: alias(expm1),
    log1p: alias(log1p),
    log_softmax: alias(functional.log_softmax),
    logit: alias(logit),
    logsumexp: alias(logsumexp),
    ndtr,
    round: alias(round),
    sinc: alias(sinc),
    softmax: alias(functional.softmax),
    xlog1py,
    xlogy: alias(xlogy),
  },
  'S',
);

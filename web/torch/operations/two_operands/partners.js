// More operations of two or three operands: atan2, hypot, logaddexp, float_power, fmax, copysign, xlogy, heaviside; lerp, addcmul, addcdiv.

import { RuntimeError } from '../../../core/errors.js';
import { fma } from '../../../core/numbers/float.js';
import { native } from '../../arguments/native.js';
import { record } from '../../autograd/graph.js';
import { isTensor } from '../../storage/base.js';
import { cNameOf, float32, float64, kFloating } from '../../storage/dtype.js';
import { resultType } from '../../storage/promotion.js';
import { broadcastShape, elements, fresh } from '../../storage/strided.js';
import { cast } from '../elements/casting.js';
import { where, zeroWhere } from '../elements/choice.js';
import { shared } from '../elements/extremes.js';
import { abs } from '../elements/pointwise.js';
import { into } from '../filling/filling.js';
import { expand } from '../shapes/views.js';
import { add, div, mul, neg, rsub, sub } from './arithmetic.js';
import { eq, le, logical_and, lt } from './comparisons.js';
import { binary, ofTensors, outOfPlace } from './operands.js';
import { pow } from './powers.js';

/**
 * @typedef {import('../../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../storage/loops.js').Operand} Operand
 * @typedef {import('./operands.js').Operation} Operation
 * @typedef {import('./operands.js').Binary} Binary
 */

/** @param {string} name @param {Operation['node']} node @param {(x: number, y: number) => number} f @param {Operation['gradients']} gradients @param {Partial<Operation>} [more] @returns {Operation} */
const operation = (name, node, f, gradients, more) => ({ name, node, of: () => f, gradients, ...more });

/** The angle of a point (other, input). @type {Binary} @example torch.atan2(torch.tensor([1, -1]), torch.tensor([1, 1])) // tensor([ 0.7854, -0.7854]) */
export const atan2 = /* @__PURE__ */ ofTensors(
  /* @__PURE__ */ operation(
    'atan2',
    'Atan2Backward0',
    Math.atan2,
    (grad, a, b) => {
      const square = add(mul(a, a), mul(b, b));
      const slope = where(eq(square, 0), 0, div(grad, square)); // at the origin PyTorch's is 0
      return [mul(slope, b), mul(slope, neg(a))];
    },
    { isTrue: true },
  ),
);
/** √(input² + other²). @type {Binary} @example torch.hypot(torch.tensor([3]), torch.tensor([4])) // tensor([5.]) */
export const hypot = /* @__PURE__ */ ofTensors(
  /* @__PURE__ */ operation(
    'hypot',
    'HypotBackward0',
    Math.hypot,
    (grad, a, b, y) => [mul(grad, div(a, y)), mul(grad, div(b, y))],
    { whole: 'hypot_cpu' },
  ),
);

/** @param {string} name @param {string} node @param {(x: number) => number} exp @param {(x: number) => number} log1p of a power @param {'exp' | 'exp2'} power @returns {Operation} */
const sumOfPowers = (name, node, exp, log1p, power) =>
  operation(
    name,
    node,
    (x, y) => (x === y && !Number.isFinite(x) ? x : Math.max(x, y) + log1p(exp(-Math.abs(x - y)))),
    (grad, a, b) => {
      const share = (/** @type {Tensor} */ x, /** @type {Tensor} */ y) =>
        div(grad, /** @type {any} */ (sub(y, x))[power]().add(1));
      return [share(a, b), share(b, a)];
    },
    { whole: `${name}_cpu` },
  );
/** log(eᵃ + eᵇ), without overflow. @type {Binary} @example torch.logaddexp(torch.tensor([0]), torch.tensor([0])) // tensor([0.6931]) */
export const logaddexp = /* @__PURE__ */ ofTensors(
  /* @__PURE__ */ sumOfPowers('logaddexp', 'LogaddexpBackward0', Math.exp, Math.log1p, 'exp'),
);
/** log₂(2ᵃ + 2ᵇ), without overflow. @type {Binary} @example torch.logaddexp2(torch.tensor([0]), torch.tensor([0])) // tensor([1.]) */
export const logaddexp2 = /* @__PURE__ */ ofTensors(
  /* @__PURE__ */ sumOfPowers(
    'logaddexp2',
    'Logaddexp2Backward0',
    (x) => 2 ** x,
    (x) => Math.log1p(x) / Math.LN2,
    'exp2',
  ),
);

/** @param {string} name @param {string} node @param {boolean} isLarger @returns {Operation} */
const numberOf = (name, node, isLarger) =>
  operation(
    name,
    node,
    (x, y) => (Number.isNaN(x) ? y : Number.isNaN(y) || (isLarger ? x >= y : x <= y) ? x : y),
    shared(isLarger),
  );
/** The larger of two; of nan and a number the number. @type {Binary} @example torch.fmax(torch.tensor([1, NaN]), torch.tensor([3, 2])) // tensor([3., 2.]) */
export const fmax = /* @__PURE__ */ ofTensors(/* @__PURE__ */ numberOf('fmax', 'FmaxBackward0', true));
/** The smaller of two; of nan and a number the number. @type {Binary} @example torch.fmin(torch.tensor([1, NaN]), torch.tensor([3, 2])) // tensor([1., 2.]) */
export const fmin = /* @__PURE__ */ ofTensors(/* @__PURE__ */ numberOf('fmin', 'FminBackward0', false));

/** The size of one with the sign of another. @type {Binary} @example torch.copysign(torch.tensor([1, 2]), -1) // tensor([-1., -2.]) */
export const copysign = /* @__PURE__ */ binary(
  'copysign',
  /* @__PURE__ */ operation(
    'copysign',
    ['CopysignBackward0', 'CopysignBackward1'],
    (x, y) => (y < 0 || Object.is(y, -0) ? -Math.abs(x) : Math.abs(x)),
    (grad, a, _b, y, needs) => [
      needs[0] ? zeroWhere(eq(a, 0), mul(grad, div(y, a))) : null,
      needs[1] ? mul(grad, 0) : null,
    ],
    { isTrue: true },
  ),
);

/** @param {number} x @param {number} y */
const timesLog = (x, y) => (Number.isNaN(y) ? y : x === 0 ? 0 : x * Math.log(y));
/** input · log(other), 0 where input is 0. @type {Binary} @example torch.xlogy(torch.tensor([0, 2]), torch.tensor([0, 1])) // tensor([0., 0.]) */
export const xlogy = /* @__PURE__ */ native(
  ['Tensor input, Tensor', 'Scalar self, Tensor', 'Tensor input, Scalar'].map(
    (start) => `xlogy(${start} other, *, Tensor out=None)`,
  ),
  (a, b, out = null) => {
    const node = `XlogyBackward${isTensor(a) ? (isTensor(b) ? 0 : 2) : 1}`;
    return xlogyOf(a, b, out, node);
  },
);

/** @param {any} a @param {any} b @param {Tensor | null} out @param {string} node */
const xlogyOf = (a, b, out, node) =>
  outOfPlace(operation('xlogy', node, timesLog, logGradients, { isTrue: true }), a, b, out);

/** @type {Operation['gradients']} */
const logGradients = (grad, x, y, _result, needs) => {
  const isFlat = () => logical_and(eq(x, 0), isTensor(y) ? le(y, 0) : eq(x, y <= 0 ? 0 : Number.NaN));
  return [needs[0] ? zeroWhere(isFlat(), xlogy(grad, y)) : null, needs[1] ? div(mul(grad, x), y) : null];
};

/** 0 beneath 0, 1 above it, and a given value at it. @type {Binary} @example torch.heaviside(torch.tensor([-1, 0, 1]), torch.tensor(0.5)) // tensor([0.0000, 0.5000, 1.0000]) */
export const heaviside = /* @__PURE__ */ native(
  'heaviside(Tensor input, Tensor values, *, Tensor out=None)',
  (a, b, out = null) => {
    if (a.dtype !== b.dtype)
      throw new RuntimeError('heaviside is not yet implemented for tensors with different dtypes.');
    return outOfPlace(stepping, a, b, out);
  },
);
const stepping = /* @__PURE__ */ operation(
  'heaviside',
  'NotImplemented',
  // BigInts too.
  (/** @type {any} */ x, y) => (x > 0 ? unit(y) : x < 0 || Number.isNaN(x) ? zero(y) : y),
  () => {
    throw new RuntimeError('derivative for aten::heaviside is not implemented');
  },
);
/** @param {any} like */
const unit = (like) => (typeof like === 'bigint' ? /** @type {any} */ (1n) : 1);
/** @param {any} like */
const zero = (like) => (typeof like === 'bigint' ? /** @type {any} */ (0n) : 0);

/**
 * input ** exponent in float64.
 * @type {Binary}
 * @example torch.float_power(torch.tensor([2n]), -1) // tensor([0.5000], dtype=torch.float64)
 */
export const float_power = /* @__PURE__ */ native(
  ['Tensor input, Tensor', 'Scalar self, Tensor', 'Tensor input, Scalar'].map(
    (start) => `float_power(${start} exponent, *, Tensor out=None)`,
  ),
  (a, b, out = null) => {
    const [x, y] = [a, b].map((one) => (isTensor(one) ? cast(one, float64) : one));
    return into(out, 'float_power', pow(x, y), []);
  },
);

// Of three.

/** base + a · b, of float32 rounded once, as PyTorch's fused step. @param {Tensor} base @param {Tensor} a @param {Tensor} b */
function fused(base, a, b) {
  if ([base, a, b].some(({ dtype }) => dtype !== float32)) return add(base, mul(a, b));
  const shape = broadcastShape(broadcastShape(base.shape, a.shape), b.shape);
  const result = fresh(base, shape);
  const [to, x, y, z] = [result, ...[a, b, base].map((one) => expand(one, [...shape]))].map(elements);
  for (let i = 0; i < to.length; i++) to[i] = fma(Number(x[i]), Number(y[i]), Number(z[i]));
  return result;
}

/** From the nearer end: a + w (b - a), or b + (w - 1) (b - a). @param {Tensor} a @param {Tensor} b @param {Operand} weight */
function between(a, b, weight) {
  const w = isTensor(weight) ? weight : /** @type {any} */ (a).new_tensor(Number(weight));
  const isNear = lt(abs(w), 0.5);
  return fused(where(isNear, a, b), where(isNear, w, sub(w, 1)), sub(b, a));
}

/** @param {Tensor} a @param {Tensor} b */
function requireOne(a, b, name = 'end') {
  if (a.dtype !== b.dtype)
    throw new RuntimeError(`expected dtype ${cName(a)} for \`${name}\` but got dtype ${cName(b)}`);
}
/** @param {Tensor} x */
const cName = ({ dtype }) => cNameOf(dtype);

/**
 * Between two: input + weight · (end - input).
 * @type {((input: Tensor, end: Tensor, weight: Operand, options?: { out?: Tensor }) => Tensor) & import('../../arguments/native.js').Method<Tensor>}
 * @example torch.lerp(torch.tensor([0]), torch.tensor([10]), 0.5) // tensor([5.])
 */
export const lerp = /* @__PURE__ */ native(
  [
    'lerp(Tensor input, Tensor end, Tensor weight, *, Tensor out=None)',
    'lerp(Tensor input, Tensor end, Scalar weight, *, Tensor out=None)',
  ],
  (a, b, w, out = null) => {
    requireOne(a, b);
    if (isTensor(w)) requireOne(a, w, 'weight');
    const result = between(a.detach(), b.detach(), isTensor(w) ? w.detach() : w);
    if (out !== null) return into(out, 'lerp', result, [a, b]);
    return record(result, {
      name: isTensor(w) ? 'LerpBackward1' : 'LerpBackward0',
      inputs: [a, b, isTensor(w) ? w : null],
      saved: [a, b, w],
      backward: (grad, [x, y, weight], needs) => [
        mul(grad, isTensor(weight) ? rsub(weight, 1) : 1 - Number(weight)),
        mul(grad, weight),
        needs[2] ? mul(grad, sub(y, x)) : null,
      ],
    });
  },
);

/** @param {'addcmul' | 'addcdiv'} name @returns {((input: Tensor, tensor1: Tensor, tensor2: Tensor, options?: { value?: number, out?: Tensor }) => Tensor) & import('../../arguments/native.js').Method<Tensor>} */
const withAdded = (name) =>
  native(
    [
      `${name}(Tensor input, Tensor tensor1, Tensor tensor2, *, Scalar value=1, Tensor out=None)`,
      `${name}(Tensor input, Scalar value, Tensor tensor1, Tensor tensor2, *, Tensor out=None)|deprecated`,
    ],
    (x, a, b, value, out = null) => added(name, x, a, b, value, out),
    (x, value, a, b, out = null) => added(name, x, a, b, value, out),
  );

/** @param {'addcmul' | 'addcdiv'} name @param {Tensor} x @param {Tensor} a @param {Tensor} b @param {number} value @param {Tensor | null} out */
function added(name, x, a, b, value, out) {
  const isProduct = name === 'addcmul';
  if (!isProduct && resultType(a, b).kind !== kFloating) throw new RuntimeError(noIntegers);
  const [base, one, other] = [x.detach(), a.detach(), b.detach()];
  const scaled = value === 1 ? one : mul(one, value);
  const result = isProduct ? fused(base, scaled, other) : add(base, div(scaled, other));
  if (out !== null) return into(out, name, result, [x, a, b]);
  return record(result, {
    name: isProduct ? 'AddcmulBackward0' : 'AddcdivBackward0',
    inputs: [x, a, b],
    saved: [a, b],
    backward: (grad, [first, second]) =>
      isProduct
        ? [grad, mul(grad, mul(second, value)), mul(grad, mul(first, value))]
        : [grad, mul(grad, div(value, second)), neg(mul(grad, div(mul(first, value), mul(second, second))))],
  });
}
const noIntegers =
  'Integer division with addcdiv is no longer supported, and in a future  release addcdiv will perform a true division of tensor1 and tensor2. The historic addcdiv behavior can be implemented as (input + value * torch.trunc(tensor1 / tensor2)).to(input.dtype) for integer inputs and as (input + value * tensor1 / tensor2) for float inputs. The future addcdiv behavior is just the latter implementation: (input + value * tensor1 / tensor2), for all dtypes.';

/** input + value · tensor1 · tensor2. @example torch.addcmul(torch.tensor([1]), torch.tensor([2]), torch.tensor([3])) // tensor([7.]) */
export const addcmul = /* @__PURE__ */ withAdded('addcmul');
/** input + value · tensor1 / tensor2. @example torch.addcdiv(torch.tensor([1]), torch.tensor([6]), torch.tensor([3])) // tensor([3.]) */
export const addcdiv = /* @__PURE__ */ withAdded('addcdiv');

// Evenly spaced numbers: arange and linspace, to the bit as PyTorch's kernels count them.

import { RuntimeError } from '../../core/errors.js';
import { fillEven, fusedStep } from '../../core/numbers/float.js';
import { signed } from '../../core/text/format.js';
import { native } from '../arguments/native.js';
import { into } from '../operations/filling/filling.js';
import { isTensor } from '../storage/base.js';
import { wrap } from '../storage/data.js';
import { asElement, float32, float64, get_default_dtype, int64, kFloating, kIntegral } from '../storage/dtype.js';
import { factory, room } from './creation.js';

/**
 * @typedef {import('./tensor.js').Tensor} Tensor
 * @typedef {import('../storage/dtype.js').DType} DType
 * @typedef {import('./creation.js').Options} Options
 */

/**
 * The numbers from start (0) up to, but without, end in steps (1).
 * @type {(start: number, end?: number | Options, step?: number | Options, options?: Options) => Tensor}
 * @example torch.arange(1, 2, 0.5) // tensor([1.0000, 1.5000])
 */
export const arange = /* @__PURE__ */ native(
  [
    `arange(Scalar end, *, Tensor out=None, ${factory})`,
    `arange(Scalar start, Scalar end, *, ${factory})`,
    `arange(Scalar start, Scalar end, Scalar step=1, *, Tensor out=None, ${factory})`,
  ],
  (end, out, dtype, _l, _d, pin, grad) => range(typeof end === 'bigint' ? 0n : 0, end, 1, out, dtype, pin, grad),
  (start, end, dtype, _l, _d, pin, grad) => range(start, end, 1, null, dtype, pin, grad),
  (start, end, step, out, dtype, _l, _d, pin, grad) => range(start, end, step, out, dtype, pin, grad),
);

/**
 * @param {any} from
 * @param {any} to
 * @param {any} by
 * @param {Tensor | null} out
 * @param {DType | null} wanted
 * @param {boolean} isPinned
 * @param {boolean} requiresGrad
 */
function range(from, to, by, out, wanted, isPinned, requiresGrad) {
  const isWhole = (/** @type {any} */ one) =>
    typeof one === 'bigint' || (isTensor(one) && one.dtype.kind === kIntegral);
  const ofInts = (isWhole(from) || (from === 0 && isTensor(to))) && isWhole(to) && (isWhole(by) || by === 1);
  const own = wanted ?? out?.dtype ?? (ofInts ? int64 : get_default_dtype());
  const whole = (/** @type {any} */ value) => (own.kind === kIntegral ? Math.trunc(Number(value)) : Number(value));
  const [start, end, step] = [from, to, by].map(whole);
  if (!(step > 0 || step < 0)) throw new RuntimeError('step must be nonzero');
  if (!Number.isFinite(start) || !Number.isFinite(end)) {
    throw new RuntimeError(`unsupported range: ${signed(start, String)} -> ${signed(end, String)}`);
  }
  if (step > 0 ? end < start : end > start) {
    throw new RuntimeError('upper bound and lower bound inconsistent with step sign');
  }
  const count = Math.ceil((end - start) / step);
  if (!(count < 2 ** 63)) throw new RuntimeError('invalid size, possible overflow?');
  const { shape, array, dtype } = room('arange', [count], own, isPinned && out === null);
  fillRange(array, start, step, dtype);
  return into(out, 'arange', wrap(array, shape, requiresGrad, dtype));
}

// PyTorch's kernel takes two vectors of 32 bytes at a time: of each the first is rounded to the dtype, and the others are counted
// from it in float64. What is left over is counted from the start.
const kVectorBytes = 32;

/**
 * @param {any} array
 * @param {number} start
 * @param {number} step
 * @param {DType} dtype
 */
function fillRange(array, start, step, dtype) {
  if (dtype.kind !== kFloating) {
    for (let i = 0; i < array.length; i++) array[i] = asElement(start + step * i, dtype);
    return;
  }
  const vector = kVectorBytes / dtype.itemsize;
  const blocks = array.length - (array.length % (2 * vector));
  for (let i = 0; i < blocks; i += vector) {
    array[i] = fusedStep(start, step, i);
    const base = array[i];
    for (let k = 1; k < vector; k++) array[i + k] = fusedStep(base, step, k);
  }
  for (let i = blocks; i < array.length; i++) array[i] = fusedStep(start, step, i);
}

/**
 * Refuses bounds that are tensors of more than no dimensions.
 * @param {unknown} from
 * @param {unknown} to
 */
function checkBounds(from, to, name = 'linspace') {
  if (![from, to].some((bound) => isTensor(bound) && bound.shape.length > 0)) return;
  const list = Object.entries({ start: from, end: to })
    .flatMap(([name, bound]) => (isTensor(bound) ? [`${name} with ${bound.shape.length} dimension(s)`] : []))
    .join(' and ');
  throw new RuntimeError(`${name} only supports 0-dimensional start and end tensors, but got ${list}.`);
}

const overloads = [
  'Tensor start, Tensor end',
  'Scalar start, Tensor end',
  'Tensor start, Scalar end',
  'Scalar start, Scalar end',
];

/**
 * `steps` numbers from start to end, both included, evenly apart; counted from both ends, with one rounding each.
 * @type {(start: number, end: number, steps: number | Options & { steps: number }, options?: Options) => Tensor}
 * @example torch.linspace(0, 1, 3) // tensor([0.0000, 0.5000, 1.0000])
 */
export const linspace = /* @__PURE__ */ native(
  overloads.map((bounds) => `linspace(${bounds}, int steps, *, Tensor out=None, ${factory})`),
  (from, to, count, out, wanted, _layout, _device, isPinned, requiresGrad) =>
    spaced('linspace', from, to, count, null, out, wanted, isPinned, requiresGrad),
);

/**
 * `steps` powers of base (10), whose exponents are evenly apart from start to end.
 * @type {(start: number, end: number, steps: number | Options & { steps: number }, base?: number | Options & { base?: number }, options?: Options) => Tensor}
 * @example torch.logspace(0, 2, 3) // tensor([  1.,  10., 100.])
 */
export const logspace = /* @__PURE__ */ native(
  overloads.map((bounds) => `logspace(${bounds}, int steps, float base=10.0, *, Tensor out=None, ${factory})`),
  (from, to, count, base, out, wanted, _layout, _device, isPinned, requiresGrad) =>
    spaced('logspace', from, to, count, base, out, wanted, isPinned, requiresGrad),
);

/**
 * @param {'linspace' | 'logspace'} name
 * @param {any} from
 * @param {any} to
 * @param {number} count
 * @param {number | null} base null: the numbers themselves
 * @param {Tensor | null} out
 * @param {DType | null} wanted
 * @param {boolean} isPinned
 * @param {boolean} requiresGrad
 */
function spaced(name, from, to, count, base, out, wanted, isPinned, requiresGrad) {
  checkBounds(from, to, name);
  const [first, last] = [from, to].map((bound) => (isTensor(bound) ? bound.item() : bound));
  if (count < 0) throw new RuntimeError('number of steps must be non-negative');
  const { shape, array, dtype } = room(name, [count], wanted ?? out?.dtype ?? null, isPinned && out === null);
  const [start, end] = [first, last].map((bound) => Number(base === null ? asElement(bound, dtype) : bound));
  if (base !== null) fillPowers(array, start, end, dtype, base);
  else if (dtype === float32) fillEven(/** @type {Float32Array} */ (array), start, end, count, 0);
  else fillEvenly(array, start, end, dtype);
  return into(out, name, wrap(array, shape, requiresGrad, dtype));
}

/** Powers are counted from both ends too. @param {any} array @param {number} start @param {number} end @param {DType} dtype @param {number} base */
function fillPowers(array, start, end, dtype, base) {
  const count = array.length;
  const fit = dtype === float32 ? Math.fround : Number;
  const step = count === 1 ? 0 : fit(fit(fit(end) - fit(start)) / (count - 1));
  const half = Math.floor(count / 2);
  for (let i = 0; i < count; i++) {
    const exponent =
      i < half || count === 1 ? fit(fit(start) + fit(step * i)) : fit(fit(end) - fit(step * (count - 1 - i)));
    array[i] = asElement(base ** exponent, dtype);
  }
}

/**
 * The same in float64, from which whole numbers are cut.
 * @param {any} array
 * @param {number} start
 * @param {number} end
 * @param {DType} dtype
 */
function fillEvenly(array, start, end, dtype) {
  const count = array.length;
  const step = (end - start) / (count - 1);
  const half = Math.floor(count / 2);
  for (let i = 0; i < count; i++) {
    const value = i < half ? fusedStep(start, step, i) : fusedStep(end, -step, count - 1 - i);
    array[i] = dtype === float64 ? value : asElement(value, dtype);
  }
  if (count === 1) array[0] = asElement(start, dtype);
}

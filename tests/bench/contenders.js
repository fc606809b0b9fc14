// The contenders of the house: torchlet in its three forms, plain JavaScript, and the copy, below which nobody can get.
import * as arrays from '../../web/arrays.js';
import torch, { F } from '../../web/index.js';
import { ops, outputLength, shapeOf } from './ops.js';
import { plain } from './plain.js';
import { checked } from './tried.js';

/** @typedef {import('./measure.js').Contender} Contender */

/**
 * torchlet's function with the op's arguments. By number of arguments, for a spread call would be measured with it.
 * @param {string} op
 */
function caller(op) {
  const { name = op, args = () => [], keywords } = ops[op];
  const f = /** @type {any} */ (name in F ? F : torch)[name];
  const [a, b] = args(torch);
  const count = args(torch).length + (keywords ? 1 : 0);
  /** @typedef {(input: any) => any} Call */
  const fresh = /** @type {Call[]} */ ([
    (input) => f(input),
    keywords ? (input) => f(input, keywords) : (input) => f(input, a),
    (input) => f(input, a, b),
  ])[count];
  const into = (/** @type {any} */ out) => {
    const all = { ...keywords, out };
    return /** @type {Call[]} */ ([
      (input) => f(input, all),
      (input) => f(input, a, all),
      (input) => f(input, a, b, all),
    ])[args(torch).length];
  };
  return { fresh, into };
}

/** Why torchlet cannot do an operation, or null: the kernels are written one after another. @param {string} op */
function missing(op) {
  const { name = op } = ops[op];
  if (!(name in F || name in torch)) return 'not there yet';
  try {
    const { fresh, into } = caller(op);
    const input = torch.zeros(shapeOf(op, 4));
    into(fresh(input))(input);
    return null;
  } catch (error) {
    return String(error);
  }
}

/** The operations that torchlet cannot do, with the reason. @returns {Record<string, string>} */
export function absent() {
  const reasons = Object.keys(ops).map((op) => [op, missing(op)]);
  return Object.fromEntries(reasons.filter(([, reason]) => reason !== null));
}

/**
 * The backward pass in the kernels' memory, from a gradient of the output that is not the same everywhere.
 * @param {string} op
 * @param {Float32Array} x
 * @param {number[]} shape
 * @param {number} length of the output
 */
function backwards(op, x, shape, length) {
  const { name = op, options, rows } = ops[op];
  const f = /** @type {any} */ (arrays)[name];
  const all = { ...options, ...(rows ? { shape } : {}) };
  const [above, at, slope] = [length, x.length, x.length].map((count) => arrays.pinned(count));
  for (let i = 0; i < length; i++) above[i] = 1 - (i % 7) / 4;
  at.set(x);
  const into = { ...all, out: slope };
  const fresh = f.backward(above.slice(), x, all);
  return {
    run: () => f.backward(above, at, into),
    upstream: { data: above.slice(), shape: shape.with(-1, (shape[shape.length - 1] * length) / x.length) },
    input: /** @type {Float32Array} */ (fresh.input ?? fresh),
  };
}

/** @param {string} op @param {Float32Array} x @returns {{ contenders: Contender[], right: Float32Array, gradient: import('./tried.js').Gradient }} */
export function ourselves(op, x) {
  const shape = shapeOf(op, x.length);
  const length = outputLength(op, x.length);
  const { fresh, into } = caller(op);
  const input = torch.from_numpy(x).reshape(shape);
  const out = fresh(input).clone();
  const intoOut = into(out);
  const pinnedInput = input.pin_memory();
  const intoPinned = into(out.pin_memory());
  const y = new Float32Array(length);
  const end = new Float32Array(x.length);
  const whole =
    shape.length === 1 ? () => fresh(torch.from_numpy(x)).data : () => fresh(torch.from_numpy(x).reshape(shape)).data;

  const { run: backward, ...gradient } = backwards(op, x, shape, length);
  const right = new Float32Array(length);
  const { of = op } = ops[op];
  const plainly = (/** @type {Float32Array} */ to) => plain[of](x, to, shape.at(-1));
  plainly(right);
  checked(intoOut(input).data, right, 'torchlet');
  checked(whole(), right, 'torchlet');
  checked(intoPinned(pinnedInput).data, right, 'torchlet');
  return {
    right,
    gradient,
    contenders: [
      { name: 'copy', form: 'out', run: () => end.set(x) },
      { name: 'plain', form: 'out', run: () => plainly(y) },
      { name: 'torchlet', form: 'out', run: () => intoOut(input) },
      { name: 'torchlet', form: 'pinned', run: () => intoPinned(pinnedInput) },
      { name: 'torchlet', form: 'gradient', run: backward },
      { name: 'copy', form: 'fresh', run: () => x.slice() },
      { name: 'plain', form: 'fresh', run: () => plainly(new Float32Array(length)) },
      { name: 'torchlet', form: 'fresh', run: whole },
    ],
  };
}

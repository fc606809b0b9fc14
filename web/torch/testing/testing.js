// torch.testing: assert_close. Source: torch/testing/_comparison.py.

import { AssertionError, ValueError } from '../../core/errors.js';
import { sameShape } from '../../core/numbers/size.js';
import { plain } from '../../core/numbers/written.js';
import { formatFloat } from '../../core/text/digits.js';
import { namespace } from '../arguments/namespace.js';
import { bindPython, isNumber, typeName } from '../arguments/signature.js';
import { isDict } from '../func/tree.js';
import { isclose } from '../operations/folds/truths.js';
import { isTensor } from '../storage/base.js';
import { float32, float64, int64, kFloating } from '../storage/dtype.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {{ rtol: number | null, atol: number | null, equal_nan: boolean, check_dtype: boolean, check_stride: boolean, msg: any }} How
 * @typedef {(string | number)[]} Path where in lists and dicts a pair stands
 */

/** Relative and absolute tolerance by dtype; whole numbers have none. @type {Map<any, [number, number]>} */
const precisions = new Map([
  [float32, [1.3e-6, 1e-5]],
  [float64, [1e-7, 1e-7]],
]);

/** What Python prints for a value. @param {any} value */
function shown(value) {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeName(value) === 'float' ? formatFloat(Number(value)) : String(value);
}

/** @param {any[]} dtypes @param {How} how @returns {{ rtol: number, atol: number }} */
function tolerances(dtypes, { rtol, atol }) {
  if ((rtol === null) !== (atol === null))
    throw new ValueError(
      `Both 'rtol' and 'atol' must be either specified or omitted, but got no ${rtol === null ? 'rtol' : 'atol'}.`,
    );
  if (rtol !== null && atol !== null) return { rtol, atol };
  const all = dtypes.map((one) => precisions.get(one) ?? [0, 0]);
  return { rtol: Math.max(...all.map(([r]) => r)), atol: Math.max(...all.map(([, a]) => a)) };
}

/**
 * @param {string} what
 * @param {string} extra
 * @param {{ diff: any, index?: string }[]} differences the absolute and the relative one
 * @param {{ rtol: number, atol: number }} within
 */
function mismatch(what, extra, differences, { rtol, atol }) {
  const isEqual = rtol === 0 && atol === 0;
  const lines = differences.map(({ diff, index }, i) => {
    const type = ['absolute', 'relative'][i];
    const head =
      index === undefined ? `${type[0].toUpperCase()}${type.slice(1)} difference: ` : `Greatest ${type} difference: `;
    const place = index === undefined ? '' : ` at index ${index}`;
    const allowed = isEqual ? '' : ` (up to ${formatFloat([atol, rtol][i])} allowed)`;
    return `${head}${diff}${place}${allowed}`;
  });
  return `${what} are not ${isEqual ? 'equal' : 'close'}!\n\n${[extra, ...lines].join('\n')}`;
}

/** @param {any} actual @param {any} expected numbers @param {{ rtol: number, atol: number }} within @param {boolean} areFloats */
function scalarMismatch(actual, expected, within, areFloats) {
  const apart = Math.abs(Number(actual) - Number(expected));
  const relative = Number(expected) === 0 ? Number.POSITIVE_INFINITY : apart / Math.abs(Number(expected));
  const text = (/** @type {any} */ value) => (areFloats ? formatFloat(Number(value)) : String(value));
  const differences = [{ diff: areFloats ? formatFloat(apart) : String(apart) }, { diff: formatFloat(relative) }];
  return mismatch('Scalars', `Expected ${text(expected)} but got ${text(actual)}.`, differences, within);
}

/** @param {Tensor} actual @param {Tensor} expected @param {any} matches @param {{ rtol: number, atol: number }} within */
function tensorMismatch(actual, expected, matches, within) {
  const count = matches.shape.numel();
  const wrong = count - Number(matches.sum().item());
  const isFloat = actual.dtype.kind === kFloating;
  const flat = (/** @type {any} */ x) => (isFloat ? x.detach().flatten() : x.flatten().to(int64));
  const none = matches.flatten();
  const differences = flat(actual).sub(flat(expected)).abs().masked_fill(none, 0);
  const relative = differences.div(flat(expected).abs()).masked_fill(none, 0);
  const greatest = (/** @type {any} */ all, /** @type {boolean} */ asFloat) => {
    const { values, indices } = all.max(0);
    const number = values.item();
    return {
      diff: asFloat ? formatFloat(Number(number)) : String(number),
      index: place(Number(indices.item()), matches.shape),
    };
  };
  const extra = `Mismatched elements: ${wrong} / ${count} (${((wrong / count) * 100).toFixed(1)}%)`;
  return mismatch('Tensor-likes', extra, [greatest(differences, isFloat), greatest(relative, true)], within);
}

/** A place in the flattened tensor as Python's tuple of indices. @param {number} flat @param {readonly number[]} shape */
function place(flat, shape) {
  const indices = [];
  let rest = flat;
  for (const size of [...shape].reverse()) {
    indices.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return `(${indices.join(', ')}${indices.length === 1 ? ',' : ''})`;
}

/** @param {any} actual @param {any} expected @param {How} how @returns {string | null} what is wrong */
function compareTensors(actual, expected, how) {
  const differs = (/** @type {string} */ name, /** @type {any} */ a, /** @type {any} */ b) =>
    `The values for attribute '${name}' do not match: ${a} != ${b}.`;
  if (!sameShape(actual.shape, expected.shape)) return differs('shape', actual.shape, expected.shape);
  const [a, b] = [actual, expected].map((one) => `(${one.stride().join(', ')}${one.stride().length === 1 ? ',' : ''})`);
  if (how.check_stride && a !== b) return differs('stride()', a, b);
  if (how.check_dtype && actual.dtype !== expected.dtype) return differs('dtype', actual.dtype, expected.dtype);
  const within = tolerances([actual.dtype, expected.dtype], how);
  const wide = actual.dtype === expected.dtype ? expected : expected.to(actual.mul(expected).dtype);
  const own = actual.dtype === wide.dtype ? actual : actual.to(wide.dtype);
  const matches = /** @type {any} */ (isclose)(own, wide, { ...within, equal_nan: how.equal_nan });
  if (matches.all().item()) return null;
  if (own.shape.length === 0) return scalarMismatch(own.item(), wide.item(), within, own.dtype.kind === kFloating);
  return tensorMismatch(own, wide, matches, within);
}

/** @param {any} actual @param {any} expected numbers @param {How} how @returns {string | null} */
function compareNumbers(actual, expected, how) {
  const types = [actual, expected].map(typeName);
  if (how.check_dtype && types[0] !== types[1])
    return `The (d)types do not match: <class '${types[0]}'> != <class '${types[1]}'>.`;
  const [a, b] = [Number(actual), Number(expected)];
  const within = tolerances(
    types.map((type) => (type === 'float' ? float64 : int64)),
    how,
  );
  if (a === b || (how.equal_nan && Number.isNaN(a) && Number.isNaN(b))) return null;
  const apart = Math.abs(a - b);
  if (Number.isFinite(apart) && apart <= within.atol + within.rtol * Math.abs(b)) return null;
  return scalarMismatch(plain(actual), plain(expected), within, types.includes('float'));
}

/** The first thing that is wrong, of values one within another. @param {any} actual @param {any} expected @param {How} how @param {Path} path @returns {{ text: string, path: Path } | null} */
function firstWrong(actual, expected, how, path = []) {
  const wrong = (/** @type {string | null} */ text) => (text === null ? null : { text, path });
  if (isTensor(actual) && isTensor(expected)) return wrong(compareTensors(actual, expected, how));
  if (Array.isArray(actual) && Array.isArray(expected)) {
    if (actual.length !== expected.length)
      return wrong(`The length of the sequences mismatch: ${actual.length} != ${expected.length}`);
    for (let i = 0; i < actual.length; i++) {
      const found = firstWrong(actual[i], expected[i], how, [...path, i]);
      if (found) return found;
    }
    return null;
  }
  if (isDict(actual) && isDict(expected)) return ofDicts(actual, expected, how, path);
  if (actual === null || expected === null)
    return wrong(actual === expected ? null : `None mismatch: ${shown(actual)} is not ${shown(expected)}`);
  if (typeof actual === 'boolean' && typeof expected === 'boolean')
    return wrong(actual === expected ? null : `Booleans mismatch: ${shown(actual)} is not ${shown(expected)}`);
  if (isNumber(actual) && isNumber(expected)) return wrong(compareNumbers(actual, expected, how));
  const [a, b] = [actual, expected].map((one) => `<class '${isTensor(one) ? 'torch.Tensor' : typeName(one)}'>`);
  throw new TypeError(`No comparison pair was able to handle inputs of type ${a} and ${b}.`);
}

/** @param {any} actual @param {any} expected @param {How} how @param {Path} path */
function ofDicts(actual, expected, how, path) {
  const [own, other] = [actual, expected].map((one) => new Map(one instanceof Map ? one : Object.entries(one)));
  const listed = (/** @type {Map<any, any>} */ of, /** @type {Map<any, any>} */ lacking) =>
    `[${[...of.keys()]
      .filter((key) => !lacking.has(key))
      .sort()
      .map((key) => `'${key}'`)
      .join(', ')}]`;
  const [missing, additional] = [listed(other, own), listed(own, other)];
  if (missing !== '[]' || additional !== '[]')
    return {
      text: `The keys of the mappings do not match:\nMissing keys in the actual mapping: ${missing}\nAdditional keys in the actual mapping: ${additional}`,
      path,
    };
  for (const key of [...own.keys()].sort()) {
    const found = firstWrong(own.get(key), other.get(key), how, [...path, key]);
    if (found) return found;
  }
  return null;
}

const keyword = Object.entries({
  allow_subclasses: true,
  rtol: null,
  atol: null,
  equal_nan: false,
  check_device: true,
  check_dtype: true,
  check_layout: true,
  check_stride: false,
  msg: null,
}).map(([name, fallback]) => ({ name, default: fallback, keyword: true }));

/**
 * Refuses what is not close to what was expected: tensors, numbers, and lists and dicts of them. |actual - expected| may be at most
 * atol + rtol |expected|, of float32 1e-5 and 1.3e-6, of float64 1e-7 both. AssertionError says how far they are apart.
 * @type {(actual: any, expected: any, options?: { rtol?: number, atol?: number, equal_nan?: boolean, check_dtype?: boolean, check_stride?: boolean, msg?: any }) => void}
 * @example torch.testing.assert_close(torch.tensor([1, 2]), torch.tensor([1, 2.000001])) // undefined
 */
export const assert_close = (...args) => {
  const [actual, expected, , rtol, atol, equal_nan, , check_dtype, , check_stride, msg] = /** @type {any[]} */ (
    bindPython('assert_close', ['actual', 'expected', ...keyword], args, true)
  );
  const how = { rtol: plain(rtol), atol: plain(atol), equal_nan, check_dtype, check_stride, msg };
  const found = firstWrong(actual, expected, how);
  if (found === null) return;
  const where = found.path.map((one) => `[${typeof one === 'string' ? `'${one}'` : one}]`).join('');
  const text = `${found.text}${where === '' ? '' : `\n\nThe failure occurred for item ${where}`}`;
  throw new AssertionError(msg === null ? text : typeof msg === 'function' ? msg(text) : msg);
};

/** torch.testing. */
export const testing = /* @__PURE__ */ namespace('torch.testing', { assert_close }, 'T');

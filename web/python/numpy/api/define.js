// How NumPy's functions are written down: a name, its parameters, what it does with their values.

import { isTensor } from '../../../torch/storage/base.js';
import { bound, Dict, fn, raised, Tuple, truth } from '../../host/protocol.js';
import { arrays } from '../../torch/convert.js';
import { asArray, optionalDtype } from '../array/convert.js';
import { NdArray, write } from '../array/ndarray.js';
import { given } from '../array/scalar.js';
import { apply } from '../functions/ufuncs.js';
import { Ufunc } from './ufunc_type.js';

/** @typedef {(...values: any[]) => any} Run */

/** What a function may give: arrays without dimensions become scalars. @param {any} result @returns {any} */
export const result = (result) =>
  result instanceof NdArray ? given(result) : result?.isExact ? result.array : (result ?? null);

/** Names of parameters that NumPy's functions have and these may not. */
const parameters =
  /^(aweights|axes|axis|bias|casting|copy|correction|ddof|device|dtype|fweights|initial|keepdims|kind|like|mean|method|mode|ndmin|order|out|overwrite_input|prepend|append|replace|return_\w+|returned|shuffle|sorted|sorter|stable|subok|where)$/;

/** The values of parameters by their names; what NumPy has beyond them is refused by its name. @type {typeof bound} */
export function boundTo(name, names, args, keywords) {
  for (const key of keywords.keys())
    if (parameters.test(key) && !names.some((one) => one.replace('?', '') === key))
      throw raised('NotImplementedError', `${name}(${key}=…) is not part of this NumPy`);
  return bound(name, names, args, keywords);
}

/**
 * Functions of Python's: `'sum': ['a axis? dtype? out? keepdims?', (a, axis, …) => …]`.
 * @param {Record<string, [parameters: string, run: Run]>} table
 * @returns {Record<string, any>}
 */
export function defined(table) {
  return Object.fromEntries(
    Object.entries(table).map(([name, [parameters, run]]) => {
      const names = parameters === '' ? [] : parameters.split(' ');
      return [name, fn(name, (args, keywords) => result(run(...boundTo(name, names, args, keywords))))];
    }),
  );
}

/** The same as methods: the object is the first value. @param {Record<string, any>} functions @param {string[]} names @returns {Record<string, any>} */
export const methodsOf = (functions, names) =>
  Object.fromEntries(
    names.map((name) => [
      name,
      (/** @type {any} */ self, /** @type {any[]} */ args, /** @type {Map<string, any>} */ keywords) =>
        functions[name].call([self, ...args], keywords),
    ]),
  );

/** Whether a value of Python's own follows the dtype of the others. @param {any} value */
export const isWeak = (value) => typeof value === 'number' || typeof value === 'bigint';

/** A result as `out=` asks for it. @param {any} out @param {NdArray} made */
export function into(out, made) {
  if (out === undefined || out === null) return made;
  write(out, made);
  return out;
}

/** A function of elements, for Python. @param {import('../functions/ufuncs.js').Ufunc} ufunc */
export function ufuncFunction(ufunc) {
  const { name, count } = ufunc;
  const run = (/** @type {any[]} */ args, /** @type {Map<string, any>} */ keywords) => {
    if (args.length < count || args.length > count + 1)
      throw raised(
        'TypeError',
        `${name}() takes from ${count} to ${count + 1} positional arguments but ${args.length} were given`,
      );
    for (const key of keywords.keys())
      if (!/^(out|dtype|where|casting|order)$/.test(key))
        throw raised('TypeError', `${name}() got an unexpected keyword argument '${key}'`);
    const values = args.slice(0, count);
    for (const one of values)
      if (typeof one === 'string' || one === null || one instanceof Dict) throw notSupported(name);
    const outs = args[count] ?? keywords.get('out') ?? null;
    const out = outs instanceof Tuple ? outs.items[0] : outs;
    const where = keywords.get('where');
    const dtype = optionalDtype(keywords.get('dtype'));
    const operands = values.map((one) => asArray(one));
    const options = { weak: values.map(isWeak), dtype };
    if (where !== undefined && where !== true) return elsewhere(ufunc, operands, options, asArray(where), out);
    const made = apply(ufunc, operands, { ...options, out });
    if (out !== null) return out;
    if (values.some(isTensor)) return arrays.toTorch(made);
    return given(made);
  };
  return new Ufunc(name, run, count);
}

/** Only where a mask is true; elsewhere `out` stays. @param {any} ufunc @param {NdArray[]} operands @param {any} options @param {NdArray} where @param {NdArray | null} out */
function elsewhere(ufunc, operands, options, where, out) {
  const made = apply({ ...ufunc, isQuiet: true }, operands, options);
  const to = out ?? asArray(made.shape.length === 0 ? given(made) : made);
  const mask = asArray(where);
  const wide = apply(andNumber, [mask, new NdArray(new Float64Array(made.size), made.shape, made.dtype)]);
  const [values, chosen] = [to, wide];
  const own = made.data;
  for (let i = 0; i < made.size; i++)
    if (chosen.data[i] !== 0 && values.isContiguous) values.data[values.offset + i] = own[i];
  return given(to);
}
const andNumber = /** @type {any} */ ({
  name: 'where',
  count: 2,
  kind: 'same',
  isQuiet: true,
  of: (/** @type {number} */ a) => a,
});

/** @param {string} name */
function notSupported(name) {
  return raised(
    'TypeError',
    `ufunc '${name}' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''`,
  );
}

/** @param {any} value @param {boolean} [usual] */
export const flag = (value, usual = false) => (value === undefined || value === null ? usual : truth(value));

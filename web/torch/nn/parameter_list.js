// torch.nn.ParameterList and ParameterDict: parameters in order or by names, each of which counts as the module's own.

import { IndexError, KeyError, RuntimeError } from '../../core/errors.js';
import { isKeywords, typeName } from '../arguments/signature.js';
import { isTensor } from '../storage/base.js';
import { Parameter } from '../tensor/parameter.js';
import { learn } from './attributes.js';
import { containerClass, placesOf } from './containers.js';
import { isModule, ownParameters } from './members.js';

/** @param {any} list */
const parametersOf = (list) => ownParameters(list).map(([, parameter]) => parameter);

/**
 * A list of parameters; tensors become parameters. `list[0]`, `list['1:']`, length, iteration, append, extend.
 * @type {any}
 * @example [...torch.nn.ParameterList([torch.ones(2)]).parameters()].length // 1
 */
export const ParameterList = containerClass(
  'ParameterList',
  (module, [values]) => {
    if (values) module.extend(values);
  },
  {
    get length() {
      return ownParameters(/** @type {any} */ (this)).length;
    },
    /** @this {any} @param {number} index */
    at(index) {
      const all = parametersOf(this);
      const found = all[index < 0 ? index + all.length : index];
      if (!found) throw new IndexError(`index ${index} is out of range`);
      return found;
    },
    /** @this {any} */
    [Symbol.iterator]() {
      return parametersOf(this)[Symbol.iterator]();
    },
    /** @this {any} @param {any} value */
    append(value) {
      learn(this, String(this.length), isTensor(value) && !(value instanceof Parameter) ? Parameter(value) : value);
      return this;
    },
    /** @this {any} @param {Iterable<any>} values */
    extend(values) {
      if (values?.[Symbol.iterator] === undefined) {
        throw new TypeError(`ParameterList.extend should be called with an iterable, but got ${typeName(values)}`);
      }
      for (const value of values) this.append(value);
      return this;
    },
    /** The list of a slice: what `list['1:']` gives. @this {any} @param {string} key */
    part(key) {
      return new this.constructor(placesOf(key, this.length).map((i) => this.at(i)));
    },
    forward() {
      throw new RuntimeError('ParameterList should not be called.');
    },
    /** @this {any} */
    extra_repr() {
      const line = (/** @type {[string, any]} */ [name, { shape, dtype }]) => {
        const size = shape.length > 0 ? ` of size ${shape.join('x')}` : '';
        return `  (${name}): Parameter containing: [${dtype}${size}]`;
      };
      return ownParameters(this).map(line).join('\n');
    },
  },
);

/** The pairs of an object, a Map, a ParameterDict or pairs. @param {any} given @returns {Iterable<[string, any]>} */
function pairsOf(given) {
  if (isModule(given)) return /** @type {any} */ (given).items();
  if (isKeywords(given)) return Object.entries(given);
  if (given?.[Symbol.iterator] !== undefined) return given;
  throw new TypeError(
    `ParametersDict.update should be called with an iterable of key/value pairs, but got ${typeName(given)}`,
  );
}

/**
 * Parameters by names; tensors become parameters. `dict.get(name)`, keys(), values(), items(), pop(name), update(object).
 * @type {any}
 * @example [...torch.nn.ParameterDict({ w: torch.ones(2) }).keys()] // ['w']
 */
export const ParameterDict = containerClass(
  'ParameterDict',
  (module, [values]) => {
    if (values) module.update(values);
  },
  {
    get length() {
      return ownParameters(/** @type {any} */ (this)).length;
    },
    /** @this {any} */
    [Symbol.iterator]() {
      return this.keys();
    },
    /** @this {any} */
    keys() {
      return ownParameters(this)
        .map(([name]) => name)
        [Symbol.iterator]();
    },
    /** @this {any} */
    values() {
      return parametersOf(this)[Symbol.iterator]();
    },
    /** @this {any} */
    items() {
      return ownParameters(this)[Symbol.iterator]();
    },
    /** @this {any} @param {string} name */
    pop(name) {
      const found = ownParameters(this).find(([own]) => own === name);
      if (!found) throw new KeyError(name);
      delete this[name];
      return found[1];
    },
    /** Adds one. @this {any} @param {string} name @param {any} value */
    put(name, value) {
      learn(this, name, isTensor(value) && !(value instanceof Parameter) ? Parameter(value) : value);
    },
    /** @this {any} @param {any} values */
    update(values) {
      for (const [name, value] of pairsOf(values)) this.put(name, value);
    },
    forward() {
      throw new RuntimeError('ParameterDict should not be called.');
    },
    /** @this {any} */
    extra_repr() {
      const line = (/** @type {[string, any]} */ [name, { shape, dtype }]) =>
        `  (${name}): Parameter containing: [${dtype.legacy} of size ${shape.join('x')}]`;
      return ownParameters(this).map(line).join('\n');
    },
  },
);

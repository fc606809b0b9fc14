// torch.nn.ParameterList: parameters in order, each of which counts as the list's own.

import { IndexError, RuntimeError } from '../../core/errors.js';
import { typeName } from '../arguments/signature.js';
import { isTensor } from '../storage/base.js';
import { Parameter } from '../tensor/parameter.js';
import { learn } from './attributes.js';
import { containerClass, placesOf } from './containers.js';
import { ownParameters } from './members.js';

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
      const line = (/** @type {any} */ one, /** @type {number} */ i) => {
        const size = one.shape.length > 0 ? ` of size ${one.shape.join('x')}` : '';
        return `  (${i}): Parameter containing: [${one.dtype}${size}]`;
      };
      return parametersOf(this).map(line).join('\n');
    },
  },
);

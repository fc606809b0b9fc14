// What the outputs of a row-wise activation are: shares of 1, or for LogSoftmax the logarithms of such shares.
import { arraySum } from '../../core/numbers/cascade.js';
import { isGated } from '../state/drawn.js';
import { applied } from './evaluation.js';

/** @typedef {import('../state/drawn.js').Activation} Activation */

/** Whether the outputs are shares of 1, or logarithms of such. @param {Activation} activation */
export const areShares = (activation) => !isGated(activation);

/** @param {Activation} activation */
export const isLogarithmic = ({ kind }) => kind === 'log_softmax';

/** What the outputs are, in few words. @param {Activation} activation @param {number} dim */
export const outputWords = (activation, dim) =>
  isGated(activation)
    ? `halved along dim ${dim}: a · σ(b)`
    : isLogarithmic(activation)
      ? 'logarithms of shares'
      : `each slice along dim ${dim} sums to 1`;

/** What each slice adds up to, in words. @param {Activation} activation */
export const sumWords = (activation) =>
  isGated(activation)
    ? 'its first half is let through as far as its second half opens'
    : isLogarithmic(activation)
      ? 'each sums to 1 as powers of e'
      : 'each sums to 1';

/**
 * The sum of a slice as torch forms it, of shares even where the outputs are their logarithms.
 * @param {Activation} activation
 * @param {Float32Array} values
 */
export const shareSum = (activation, values) => sumOf(isLogarithmic(activation) ? applied('exp', values) : values);

/** A sum as torch.sum forms it of what lies one behind the other. @param {Float32Array} values */
export const sumOf = (values) => arraySum(values);

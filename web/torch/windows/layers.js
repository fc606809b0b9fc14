// torch.nn's layers of windows: Conv1d and Conv2d, the pools, and Dropout1d and Dropout2d, which zero whole channels.

import { NotImplementedError, ValueError } from '../../core/errors.js';
import { shown } from '../../core/text/repr.js';
import { optional } from '../arguments/call.js';
import { bindPython, truth } from '../arguments/signature.js';
import { tuple } from '../arguments/tuple.js';
import { learn } from '../nn/attributes.js';
import { checkProbability, dropoutClass } from '../nn/dropout.js';
import { fans, kaiming_uniform_, uniform_ } from '../nn/init.js';
import { layerClass } from '../nn/layer.js';
import { chance } from '../operations/filling/draws.js';
import { mul } from '../operations/two_operands/arithmetic.js';
import { empty } from '../tensor/creation.js';
import { Parameter } from '../tensor/parameter.js';
import { conv1d, conv2d } from './convolution.js';
import { adaptive_avg_pool1d, adaptive_avg_pool2d, avg_pool1d, avg_pool2d, max_pool1d, max_pool2d } from './pooling.js';

/** @typedef {import('../tensor/tensor.js').Tensor} Tensor */

/** @param {unknown} value */
const asText = (value) => (Array.isArray(value) ? String(tuple([...value])) : shown(value, false));

/** A number for each dimension, as PyTorch keeps it. @param {any} value @param {number} dims */
const each = (value, dims) => tuple(Array.isArray(value) ? [...value] : new Array(dims).fill(value));

const positional = { stride: 1, padding: 0, dilation: 1, groups: 1, bias: true, padding_mode: 'zeros', device: null };

/** @param {Record<string, any>} passed */
function checkConvolution({ in_channels, out_channels, groups, padding, padding_mode }) {
  if (groups <= 0) throw new ValueError('groups must be a positive integer');
  if (in_channels % groups !== 0) throw new ValueError('in_channels must be divisible by groups');
  if (out_channels % groups !== 0) throw new ValueError('out_channels must be divisible by groups');
  if (typeof padding === 'string' && !['same', 'valid'].includes(padding))
    throw new ValueError(`Invalid padding string '${padding}', should be one of {'valid', 'same'}`);
  if (padding_mode !== 'zeros')
    throw new NotImplementedError(`padding_mode='${padding_mode}' is not part of torchlet; 'zeros' is`);
}

/** What a convolution prints beside its channels, kernel and stride, where it is not the default. @param {any} module */
function rarer({ padding, dilation, groups, bias }) {
  const usual = (/** @type {any} */ list, /** @type {number} */ n) =>
    typeof list !== 'string' && list.every((/** @type {number} */ one) => one === n);
  return [
    ...(usual(padding, 0) ? [] : [`padding=${typeof padding === 'string' ? padding : asText(padding)}`]),
    ...(usual(dilation, 1) ? [] : [`dilation=${asText(dilation)}`]),
    ...(groups === 1 ? [] : [`groups=${groups}`]),
    ...(bias === null ? ['bias=False'] : []),
  ];
}

/** @param {1 | 2} dims */
const convolutionClass = (dims) =>
  layerClass(
    `Conv${dims}d`,
    'conv',
    ['in_channels', 'out_channels', 'kernel_size', ...optional({ ...positional, dtype: null })],
    (module, passed) => {
      checkConvolution(passed);
      const { in_channels, out_channels, kernel_size, stride, padding, dilation, groups, bias, padding_mode } = passed;
      Object.assign(module, { in_channels, out_channels, groups, padding_mode, transposed: false });
      const kernel = each(kernel_size, dims);
      const shapes = { kernel_size: kernel, stride: each(stride, dims), dilation: each(dilation, dims) };
      Object.assign(module, shapes, { padding: typeof padding === 'string' ? padding : each(padding, dims) });
      const placed = { device: passed.device, dtype: passed.dtype };
      learn(module, 'weight', new Parameter(empty([out_channels, in_channels / groups, ...kernel], placed)));
      learn(module, 'bias', truth(bias) ? new Parameter(empty([out_channels], placed)) : null);
      module.reset_parameters();
    },
    ['input'],
    (module, input) => {
      const { weight, bias, stride, padding, dilation, groups } = module;
      return (dims === 1 ? conv1d : conv2d)(input, weight, bias, stride, padding, dilation, groups);
    },
    {
      /** Draws the parameters anew. @this {any} */
      reset_parameters() {
        kaiming_uniform_(this.weight, { a: Math.sqrt(5) });
        if (this.bias === null) return;
        const bound = 1 / Math.sqrt(fans(this.weight)[0]);
        uniform_(this.bias, -bound, bound);
      },
      /** @this {any} */
      extra_repr() {
        const { in_channels, out_channels, kernel_size, stride } = this;
        const first = [in_channels, out_channels, `kernel_size=${asText(kernel_size)}`, `stride=${asText(stride)}`];
        return [...first, ...rarer(this)].join(', ');
      },
    },
  );

/** Convolution of (N, C, L): in_channels, out_channels, kernel_size, stride (1), padding (0), dilation (1), groups (1), bias (true). */
export const Conv1d = convolutionClass(1);
/** Convolution of (N, C, H, W), with the same arguments. */
export const Conv2d = convolutionClass(2);

/** @param {1 | 2} dims */
const maxPoolClass = (dims) =>
  layerClass(
    `MaxPool${dims}d`,
    'pooling',
    ['kernel_size', ...optional({ stride: null, padding: 0, dilation: 1, return_indices: false, ceil_mode: false })],
    (module, passed) => Object.assign(module, passed, { stride: passed.stride ?? passed.kernel_size }),
    ['input'],
    (module, input) => {
      const { kernel_size, stride, padding, dilation, ceil_mode, return_indices } = module;
      const pool = dims === 1 ? max_pool1d : max_pool2d;
      return pool(input, kernel_size, stride, padding, dilation, ceil_mode, return_indices);
    },
    {
      /** @this {any} */
      extra_repr() {
        const names = ['kernel_size', 'stride', 'padding', 'dilation', 'ceil_mode'];
        return names.map((name) => `${name}=${asText(this[name])}`).join(', ');
      },
    },
  );
/** The largest of each window: kernel_size, stride (kernel_size), padding (0), dilation (1), ceil_mode (false). */
export const MaxPool1d = maxPoolClass(1);
/** The same of (N, C, H, W). */
export const MaxPool2d = maxPoolClass(2);

/** @param {1 | 2} dims */
const avgPoolClass = (dims) =>
  layerClass(
    `AvgPool${dims}d`,
    'pooling',
    [
      'kernel_size',
      ...optional({ stride: null, padding: 0, ceil_mode: false, count_include_pad: true }),
      ...(dims === 2 ? optional({ divisor_override: null }) : []),
    ],
    (module, passed) => {
      /** @type {Record<string, any>} */
      const own = { ...passed, stride: passed.stride ?? passed.kernel_size };
      // One dimension's are kept as tuples, two dimensions' as they were given.
      if (dims === 1) for (const name of ['kernel_size', 'stride', 'padding']) own[name] = each(own[name], 1);
      Object.assign(module, own);
    },
    ['input'],
    (module, input) => {
      const { kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override } = module;
      const more = dims === 2 ? [divisor_override] : [];
      const pool = dims === 1 ? avg_pool1d : avg_pool2d;
      return pool(input, kernel_size, stride, padding, ceil_mode, count_include_pad, ...more);
    },
    {
      /** @this {any} */
      extra_repr() {
        return ['kernel_size', 'stride', 'padding'].map((name) => `${name}=${asText(this[name])}`).join(', ');
      },
    },
  );
/** The mean of each window: kernel_size, stride (kernel_size), padding (0), ceil_mode (false), count_include_pad (true). */
export const AvgPool1d = avgPoolClass(1);
/** The same of (N, C, H, W). */
export const AvgPool2d = avgPoolClass(2);

/** @param {1 | 2} dims */
const adaptiveClass = (dims) =>
  layerClass(
    `AdaptiveAvgPool${dims}d`,
    'pooling',
    ['output_size'],
    (module, { output_size }) => Object.assign(module, { output_size }),
    ['input'],
    (module, input) => (dims === 1 ? adaptive_avg_pool1d : adaptive_avg_pool2d)(input, module.output_size),
    {
      /** @this {any} */
      extra_repr() {
        return `output_size=${asText(this.output_size)}`;
      },
    },
  );
/** The means of output_size equal parts. */
export const AdaptiveAvgPool1d = adaptiveClass(1);
/** The same of both last dimensions. */
export const AdaptiveAvgPool2d = adaptiveClass(2);

/** @param {1 | 2} dims @param {any[]} args */
function channelDropout(dims, args) {
  const name = `dropout${dims}d`;
  const [input, p, training] = /** @type {any[]} */ (
    bindPython(name, ['input', ...optional({ p: 0.5, training: true, inplace: false })], args)
  );
  checkProbability(p, 'float');
  if (p === 0 || !truth(training) || input.shape.numel() === 0) return input;
  // Of (C, L) or (C, H, W) the channels come first.
  const lead = input.shape.length === dims + 1 ? 1 : 2;
  const shape = input.shape.map((/** @type {number} */ n, /** @type {number} */ d) => (d < lead ? n : 1));
  const noise = input.new_zeros(shape);
  return mul(input, p === 1 ? noise : chance(noise, 1 - p, null).div_(1 - p));
}
/** Whole channels of (N, C, L) are zero with probability p (0.5) in training, the others 1 / (1 - p) of themselves. @param {any[]} args @returns {Tensor} */
export const dropout1d = (...args) => channelDropout(1, args);
/** The same of (N, C, H, W). @param {any[]} args @returns {Tensor} */
export const dropout2d = (...args) => channelDropout(2, args);

/** @param {1 | 2} dims */
const channelClass = (dims) =>
  dropoutClass(`Dropout${dims}d`, (module, input) => channelDropout(dims, [input, module.p, module.training]));
/** `dropout1d` in training mode; in evaluation the input itself. */
export const Dropout1d = channelClass(1);
/** `dropout2d` in training mode; in evaluation the input itself. */
export const Dropout2d = channelClass(2);

// torch.nn.Linear, Identity, Flatten and Unflatten.

import { shown } from '../../core/text/repr.js';
import { optional, requireMethod } from '../arguments/call.js';
import { truth, typeName } from '../arguments/signature.js';
import { tuple } from '../arguments/tuple.js';
import { linear } from '../operations/products/matmul.js';
import { unflatten } from '../operations/shapes/shapes.js';
import { empty } from '../tensor/creation.js';
import { flatten } from '../tensor/functions.js';
import { Parameter } from '../tensor/parameter.js';
import { learn } from './attributes.js';
import { fans, kaiming_uniform_, uniform_ } from './init.js';
import { layerClass } from './layer.js';

/** @param {unknown} value */
const asText = (value) => shown(value, false);

/**
 * `y = x Aᵀ + b`: in_features, out_features, bias (true), device, dtype. The weight (out, in) and the bias (out) are drawn
 * uniformly between -1/√in and 1/√in, the bits PyTorch draws. Shapes: (*, in) to (*, out).
 * @type {import('./layer.js').Made<[in_features: number, out_features: number, bias?: boolean | (import('./layer.js').Placed & { bias?: boolean }), options?: import('./layer.js').Placed], import('./layer.js').Learned & { in_features: number, out_features: number }>}
 * @example torch.manual_seed(0), torch.nn.Linear(2, 1)(torch.ones(1, 2)).shape // torch.Size([1, 1])
 */
export const Linear = layerClass(
  'Linear',
  'linear',
  ['in_features', 'out_features', ...optional({ bias: true, device: null, dtype: null })],
  (module, { in_features, out_features, bias, device, dtype }) => {
    Object.assign(module, { in_features, out_features });
    learn(module, 'weight', new Parameter(empty([out_features, in_features], { device, dtype })));
    learn(module, 'bias', truth(bias) ? new Parameter(empty([out_features], { device, dtype })) : null);
    module.reset_parameters();
  },
  ['input'],
  (module, input) => linear(input, module.weight, module.bias),
  {
    /** Draws the parameters anew. @this {any} */
    reset_parameters() {
      kaiming_uniform_(this.weight, { a: Math.sqrt(5) });
      if (this.bias === null) return;
      const [fanIn] = fans(this.weight);
      const bound = fanIn > 0 ? 1 / Math.sqrt(fanIn) : 0;
      uniform_(this.bias, -bound, bound);
    },
    /** @this {any} */
    extra_repr() {
      const { in_features, out_features, bias } = this;
      return `in_features=${asText(in_features)}, out_features=${asText(out_features)}, bias=${asText(bias !== null)}`;
    },
  },
);

const identityClass = () => {
  const type = layerClass(
    'Identity',
    'linear',
    [],
    () => {},
    ['input'],
    (_module, input) => input,
    {},
  );
  // PyTorch's takes any arguments and forgets them.
  const made = new Proxy(type, {
    apply: (target) => Reflect.apply(target, undefined, []),
    construct: (target, _args, newTarget) => Reflect.construct(target, [], newTarget),
  });
  Object.defineProperty(type.prototype, 'constructor', { value: made });
  return made;
};

/**
 * What comes goes: takes any arguments and returns its input.
 * @type {import('./layer.js').Made<any[], import('./layer.js').Layer>}
 * @example torch.nn.Identity()(torch.ones(1)) // tensor([1.])
 */
export const Identity = identityClass();

/**
 * Makes one dimension of those from start_dim (1) to end_dim (-1).
 * @type {import('./layer.js').Made<[start_dim?: number | { start_dim?: number, end_dim?: number }, end_dim?: number | { end_dim?: number }], import('./layer.js').Layer>}
 * @example torch.nn.Flatten()(torch.ones(2, 3, 4)).shape // torch.Size([2, 12])
 */
export const Flatten = layerClass(
  'Flatten',
  'flatten',
  optional({ start_dim: 1, end_dim: -1 }),
  (module, passed) => Object.assign(module, passed),
  ['input'],
  (module, input) => {
    requireMethod(input, 'flatten');
    return flatten.method.call(input, module.start_dim, module.end_dim);
  },
  {
    /** @this {any} */
    extra_repr() {
      return `start_dim=${asText(this.start_dim)}, end_dim=${asText(this.end_dim)}`;
    },
  },
);

/**
 * Makes several dimensions of one: dim, unflattened_size.
 * @type {import('./layer.js').Made<[dim: number, unflattened_size: readonly number[]], import('./layer.js').Layer>}
 * @example torch.nn.Unflatten(1, [2, 3])(torch.ones(4, 6)).shape // torch.Size([4, 2, 3])
 */
export const Unflatten = layerClass(
  'Unflatten',
  'flatten',
  ['dim', 'unflattened_size'],
  (module, { dim, unflattened_size }) => {
    if (!Array.isArray(unflattened_size))
      throw new TypeError(`unflattened_size must be a tuple of ints, but found type ${typeName(unflattened_size)}`);
    Object.assign(module, { dim, unflattened_size: tuple([...unflattened_size]) });
  },
  ['input'],
  (module, input) => {
    requireMethod(input, 'unflatten');
    return unflatten.method.call(input, module.dim, module.unflattened_size);
  },
  {
    /** @this {any} */
    extra_repr() {
      return `dim=${asText(this.dim)}, unflattened_size=${this.unflattened_size}`;
    },
  },
);

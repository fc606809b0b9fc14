// Views that a tensor takes of itself: unsqueeze_, squeeze_, transpose_, t_ and their aliases. Its elements stay where they are.

import { nativeMethod } from '../../arguments/native.js';
import { named, requiresGrad } from '../../autograd/graph.js';
import { bumpVersion, checkInplace } from '../../autograd/inplace.js';
import * as views from './views.js';

/** @typedef {import('../../tensor/tensor.js').Tensor} Tensor */

/** @param {string} label of the step @param {(x: Tensor, ...args: any[]) => Tensor} view */
const taken =
  (label, view) =>
  (/** @type {Tensor} */ self, /** @type {any[]} */ ...args) => {
    checkInplace(self);
    const before = self.make(self.storage, self.shape, self.strides, self.offset, self.dtype);
    before.meta = self.meta;
    bumpVersion(self);
    const { shape, strides, meta } = named(view(before, ...args), label);
    Object.assign(self, { shape, strides });
    if (requiresGrad(before)) self.meta = meta;
    return self;
  };

/** @param {string} name */
const exchanged = (name) => nativeMethod(`${name}(int dim0, int dim1)`, taken('TransposeBackward1', views.transpose));

export const unsqueeze_ = /* @__PURE__ */ nativeMethod(
  'unsqueeze_(int dim)',
  taken('UnsqueezeBackward1', views.unsqueeze),
);
export const squeeze_ = /* @__PURE__ */ nativeMethod(
  ['squeeze_()', 'squeeze_(int dim)', 'squeeze_(int[] dim)'],
  taken('SqueezeBackward3', (x) => views.squeeze(x, null, '')),
  taken('SqueezeBackward4', (x, dim) => views.squeeze(x, [dim], '')),
  taken('SqueezeBackward5', (x, dims) => views.squeeze(x, dims, '')),
);
export const transpose_ = /* @__PURE__ */ exchanged('transpose_');
export const swapaxes_ = /* @__PURE__ */ exchanged('swapaxes_');
export const swapdims_ = /* @__PURE__ */ exchanged('swapdims_');
export const t_ = /* @__PURE__ */ nativeMethod('t_()', taken('TBackward1', views.t));

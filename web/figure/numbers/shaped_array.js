// What a figure holds: float32 numbers with a shape, row by row, and PyTorch's text of them.

import { Size } from '../../core/numbers/size.js';
import { formatTensor } from '../../core/text/format.js';
import { roomFor } from './room.js';

export class ShapedArray {
  /** @param {Float32Array} data @param {ArrayLike<number>} [shape] one dimension unless given */
  constructor(data, shape = [data.length]) {
    this.data = data;
    this.shape = shape instanceof Size ? shape : new Size(shape);
  }

  /** Zeros. @param {ArrayLike<number>} shape */
  static zeros(shape) {
    const size = new Size(shape);
    return new ShapedArray(roomFor(size.numel()), size);
  }

  numel() {
    return this.data.length;
  }

  dim() {
    return this.shape.length;
  }

  toString() {
    const { data: array, shape } = this;
    return formatTensor({ array, offset: 0, shape, strides: shape.strides, dtype: { name: 'float32' } });
  }
}

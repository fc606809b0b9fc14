// Attributes that every tensor here has alike: it is real, and lies where the processor reads it.

import { edgeOf } from '../../torch/autograd/graph.js';
import { raised } from '../values/exceptions.js';
import { Member } from '../values/types.js';
import { tensorType } from './tensors.js';

// A real tensor is its own real part, and has no other.
tensorType.dict.set('real', new Member((x) => x));
tensorType.dict.set(
  'imag',
  new Member(() => {
    throw raised('RuntimeError', 'imag is not implemented for tensors with non-complex dtypes.');
  }),
);
tensorType.dict.set('output_nr', new Member((x) => BigInt(edgeOf(x)?.index ?? 0)));
for (const where of 'ipu maia meta mkldnn mps mtia nested quantized sparse_csr vulkan xla xpu'.split(' '))
  tensorType.dict.set(`is_${where}`, new Member(() => false));

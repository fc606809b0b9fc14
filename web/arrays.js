// torchlet/arrays: PyTorch's activations on typed arrays, without tensors, with the WebAssembly kernels embedded.
import './core/embedded.js';

export * from './build/arrays.js';

// The package torchlet: torch.js with the WebAssembly kernels embedded.
import './core/embedded.js';

export * from './torch/torch.js';
export { default } from './torch/torch.js';

// The package torchlet: torch.js with the WebAssembly kernels embedded.
// biome-ignore-all assist/source/organizeImports: the order decides what a bundle compresses to. With the embedded binary
// last gzip codes most of it in a block of its own, which saves 1 kB.
import { inject } from './core/kernels.js';
export { default } from './torch/torch.js';
export * from './torch/torch.js';
import { start } from './core/embedded.js';

inject(start);

// All that require() finds where it takes no ES module, in one bundle (build/torchlet.cjs), so that the entries share tensors and
// kernels. A file for each module was four times slower to load, and small operations a fifth slower.
export * as arrays from './arrays.js';
export * as torchlet from './index.js';
export { default as createTorch } from './slim.js';

// The hash of a kernel's outputs over every stride-th float, from the shipped WebAssembly: the one that accuracy.cpp prints.
import { activations } from '../../web/build/facts.js';
import '../../web/index.js';
import { forward } from '../../web/core/kernels.js';

/** The finalizer of MurmurHash3. @param {number} value */
function mix(value) {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

const chunk = 1 << 14;

/**
 * @param {string} name of a kernel, which gets its default parameters
 * @param {number} stride
 */
export function outputHash(name, stride = 1) {
  const activation = activations.find((one) => one.kernels.some((kernel) => kernel.name === name));
  if (!activation) throw new Error(`no kernel is called ${name}`);
  const { index } = /** @type {any} */ (activation.kernels.find((kernel) => kernel.name === name));
  const isNumber = (/** @type {{ type: string }} */ { type }) => type === 'float';
  const [p0 = 0, p1 = 0] = activation.parameters.filter(isNumber).map((one) => Number(one.default ?? one.start));
  const x = new Float32Array(chunk);
  const y = new Float32Array(chunk);
  const places = new Uint32Array(x.buffer);
  const bits = new Uint32Array(y.buffer);
  let first = 0;
  let second = 0;
  for (let start = 0; start < 2 ** 32; start += chunk * stride) {
    for (let i = 0; i < chunk; i++) places[i] = start + i * stride;
    forward(index, x, y, p0, p1);
    const count = Math.min(chunk, Math.ceil((2 ** 32 - start) / stride));
    for (let i = 0; i < count; i++) {
      const value = Number.isNaN(y[i]) ? 0x7fc00000 : bits[i];
      const one = mix(value + mix(places[i] ^ 0x9e3779b9));
      first = (first + one) | 0;
      second = (second + mix(one ^ places[i])) | 0;
    }
  }
  return [first, second].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

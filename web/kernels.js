// Loads the WebAssembly module and walks arrays through its scratch pad; the only file that knows pointers and chunks.
//
// The module's memory is a small fixed pad, so nothing is ever to be freed and no view is ever detached: an array of any length
// goes through it chunk by chunk (copy in, kernel, copy out), and the results are plain Float32Arrays. Not reentrant.

import binary from './build/binary.js';
import createModule from './build/glue.js';
import { hash } from './build/table.js';
import { RuntimeError } from './errors.js';

/**
 * One activation's facts, from the table in cpp/.
 * @typedef {object} Parameter
 * @property {string} name PyTorch's name
 * @property {'float' | 'dim'} type
 * @property {number | null} default PyTorch's default
 * @property {number} [minimum] what a slider offers; any number may be typed
 * @property {number} [maximum]
 * @property {number} [step]
 *
 * @typedef {object} Activation
 * @property {number} index the kernel's place in the table
 * @property {boolean} elementwise else it works on rows along a dimension
 * @property {string} module torch.nn's class, "LeakyReLU"
 * @property {string} functional torch.nn.functional's function, "leaky_relu"
 * @property {string} grad_fn "LeakyReluBackward0"
 * @property {string} kernel PyTorch's name of its kernel, as its dtype errors give it
 * @property {string} family
 * @property {string} formula TeX
 * @property {string} derivative TeX
 * @property {'input' | 'result'} saves what the backward pass is computed from
 * @property {boolean} inplace whether PyTorch has in-place forms
 * @property {boolean} in_torch whether torch.NAME and tensor.NAME exist
 * @property {boolean} calls_method whether the functional form calls the tensor's method, which decides the words of errors
 * @property {Parameter[]} parameters
 * @property {string[]} kinks where the derivative jumps: a number, or a parameter's name
 * @property {string[]} asymptotes "y=1"
 */

/** @typedef {{ [name: string]: any, HEAPF32: Float32Array }} Module what Emscripten fills */

/** Below this length a loop copies faster than TypedArray.set, which costs 50 ns a call. */
const shortArray = 32;

/** @type {Module | undefined} */
let kernels;
/** @type {[Float32Array, Float32Array]} */
let pads;
let padFloats = 0;
let streamColumns = 0;

function decodeBase64(/** @type {string} */ text) {
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i);
  return bytes;
}

/** Why the module did not start, in words for the person who must change something. */
function explain(/** @type {Uint8Array<ArrayBuffer>} */ bytes) {
  if (typeof WebAssembly === 'undefined') return 'this environment has no WebAssembly';
  try {
    new WebAssembly.Module(bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (!WebAssembly.validate(bytes)) return `this environment's WebAssembly lacks SIMD (${reason})`;
    return `compiling WebAssembly is barred here (${reason}); a page with a Content-Security-Policy must allow 'wasm-unsafe-eval' in its script-src`;
  }
  return 'the module compiled but did not start';
}

/** Compiles the embedded module, at the first use of a kernel. @returns {Module} */
function load() {
  const bytes = decodeBase64(binary);
  const module = /** @type {Module} */ ({});
  // The factory is declared async but awaits nothing before the module is ready: the object is filled when it returns.
  createModule(Object.assign(module, { wasmBinary: bytes })).catch(() => {});
  if (typeof module.forward !== 'function') {
    throw new RuntimeError(`torchlet cannot start its WebAssembly kernels: ${explain(bytes)}.`);
  }
  if (module.tableHash() >>> 0 !== hash) {
    throw new RuntimeError('torchlet: the WebAssembly binary and the table of activations are of different versions.');
  }
  padFloats = module.padFloats();
  streamColumns = module.streamColumns();
  const view = (/** @type {number} */ i) =>
    module.HEAPF32.subarray(module.padAddress(i) / 4, module.padAddress(i) / 4 + padFloats);
  pads = [view(0), view(1)];
  kernels = module;
  return module;
}

/** Whether the kernels can run here. Compiles them if they have not been needed yet. */
export function available() {
  try {
    kernels ?? load();
    return true;
  } catch {
    return false;
  }
}

/** to[0 ... count] = from[start ... start + count] */
function copyIn(/** @type {Float32Array} */ to, /** @type {Float32Array} */ from, start = 0, count = from.length) {
  if (count < shortArray) {
    for (let i = 0; i < count; i++) to[i] = from[start + i];
  } else {
    to.set(count === from.length ? from : from.subarray(start, start + count));
  }
}

/** to[start ... start + count] = pad[0 ... count] */
function copyOut(/** @type {Float32Array} */ to, /** @type {Float32Array} */ pad, start = 0, count = to.length) {
  if (count < shortArray) {
    for (let i = 0; i < count; i++) to[start + i] = pad[i];
  } else {
    to.set(count === pad.length ? pad : pad.subarray(0, count), start);
  }
}

/** A fresh array of what the pad holds, without the zeros that `new Float32Array(count)` would write first. */
function fresh(/** @type {Float32Array} */ pad, /** @type {number} */ count) {
  return pad.slice(0, count);
}

/**
 * y = f(x), element by element.
 * @param {number} index the activation's place in the table
 * @param {Float32Array} x
 * @param {Float32Array | null} out of x's length, may be x; null for a fresh array
 * @param {number} p0 first parameter
 * @param {number} p1 second parameter
 * @returns {Float32Array} out
 */
export function forward(index, x, out, p0, p1) {
  const module = kernels ?? load();
  const n = x.length;
  const pad = pads[0];
  if (n <= padFloats) {
    copyIn(pad, x);
    module.forward(index, n, p0, p1);
    if (out === null) return fresh(pad, n);
    copyOut(out, pad);
    return out;
  }
  const y = out ?? new Float32Array(n);
  for (let start = 0; start < n; start += padFloats) {
    const count = Math.min(padFloats, n - start);
    copyIn(pad, x, start, count);
    module.forward(index, count, p0, p1);
    copyOut(y, pad, start, count);
  }
  return y;
}

/**
 * The gradient of the input, element by element: grad * f'(saved).
 * @param {number} index
 * @param {Float32Array} grad of the output
 * @param {Float32Array} saved the input or the result, as the table's `saves` says
 * @param {number} p0
 * @param {number} p1
 * @returns {Float32Array} a fresh array
 */
export function backward(index, grad, saved, p0, p1) {
  const module = kernels ?? load();
  const n = grad.length;
  const result = n <= padFloats ? null : new Float32Array(n);
  for (let start = 0; start < n || start === 0; start += padFloats) {
    const count = Math.min(padFloats, n - start);
    copyIn(pads[0], grad, start, count);
    copyIn(pads[1], saved, start, count);
    module.backward(index, count, p0, p1);
    if (result === null) return fresh(pads[0], count);
    copyOut(result, pads[0], start, count);
  }
  return /** @type {Float32Array} */ (result);
}

/**
 * A piece [rows, columns] of a slab, and the way between its place in an array and the pads.
 * @typedef {{ start: number, rows: number, columns: number, inner: number }} Piece
 */

function pieceIn(/** @type {Float32Array} */ pad, /** @type {Float32Array} */ array, /** @type {Piece} */ piece) {
  const { start, rows, columns, inner } = piece;
  if (columns === inner) return copyIn(pad, array, start, rows * columns);
  for (let row = 0; row < rows; row++) {
    const from = start + row * inner;
    pad.set(array.subarray(from, from + columns), row * columns);
  }
}

function pieceOut(/** @type {Float32Array} */ array, /** @type {Float32Array} */ pad, /** @type {Piece} */ piece) {
  const { start, rows, columns, inner } = piece;
  if (columns === inner) return copyOut(array, pad, start, rows * columns);
  for (let row = 0; row < rows; row++) {
    array.set(pad.subarray(row * columns, (row + 1) * columns), start + row * inner);
  }
}

/**
 * Walks [outer, n, inner] through the pad in whole rows where they fit: several slabs at once, or a slab's columns in groups;
 * rows longer than the pad are streamed in pieces.
 * @param {number} outer
 * @param {number} n
 * @param {number} inner
 * @param {(piece: Piece, outer: number) => void} whole `outer` slabs [n, inner], or some columns of one
 * @param {(pieces: Piece[]) => void} stream the pieces of one group of columns, from the first row to the last
 */
function walkRows(outer, n, inner, whole, stream) {
  const slab = n * inner;
  if (slab <= padFloats) {
    const slabs = Math.max(1, Math.floor(padFloats / slab));
    for (let o = 0; o < outer; o += slabs) {
      const count = Math.min(slabs, outer - o);
      whole({ start: o * slab, rows: count * n, columns: inner, inner }, count);
    }
    return;
  }
  const width = Math.min(inner, Math.max(streamColumns, Math.floor(padFloats / n)));
  const height = Math.floor(padFloats / width / 16) * 16; // whole rounds of the 16 accumulators: see cpp/stream.hpp
  for (let o = 0; o < outer; o++) {
    for (let column = 0; column < inner; column += width) {
      const columns = Math.min(width, inner - column);
      const start = o * slab + column;
      if (n * columns <= padFloats) {
        whole({ start, rows: n, columns, inner }, 1);
        continue;
      }
      const pieces = [];
      for (let row = 0; row < n; row += height) {
        pieces.push({ start: start + row * inner, rows: Math.min(height, n - row), columns, inner });
      }
      stream(pieces);
    }
  }
}

/**
 * softmax along the middle of [outer, n, inner].
 * @param {Float32Array} x
 * @param {Float32Array | null} out may be x; null for a fresh array
 * @param {number} outer
 * @param {number} n
 * @param {number} inner
 * @returns {Float32Array}
 */
export function softmax(x, out, outer, n, inner) {
  const module = kernels ?? load();
  const pad = pads[0];
  if (x.length <= padFloats) {
    copyIn(pad, x);
    if (x.length > 0) module.softmax(outer, n, inner);
    if (out === null) return fresh(pad, x.length);
    copyOut(out, pad);
    return out;
  }
  const y = out ?? new Float32Array(x.length);
  const whole = (/** @type {Piece} */ piece, /** @type {number} */ slabs) => {
    pieceIn(pad, x, piece);
    module.softmax(slabs, piece.rows / slabs, piece.columns);
    pieceOut(y, pad, piece);
  };
  const stream = (/** @type {Piece[]} */ pieces) => {
    module.streamBegin();
    for (let pass = 0; pass < 3; pass++) {
      for (const piece of pieces) {
        pieceIn(pad, pass === 2 ? y : x, piece);
        module.streamForward(pass, piece.rows, piece.columns);
        if (pass > 0) pieceOut(y, pad, piece);
      }
    }
  };
  walkRows(outer, n, inner, whole, stream);
  return y;
}

/**
 * The gradient of softmax's input: (grad - sum(grad * result)) * result along the middle of [outer, n, inner].
 * @param {Float32Array} grad
 * @param {Float32Array} result
 * @param {number} outer
 * @param {number} n
 * @param {number} inner
 * @returns {Float32Array} a fresh array
 */
export function softmaxBackward(grad, result, outer, n, inner) {
  const module = kernels ?? load();
  const y = new Float32Array(grad.length);
  if (y.length === 0) return y;
  const whole = (/** @type {Piece} */ piece, /** @type {number} */ slabs) => {
    pieceIn(pads[0], grad, piece);
    pieceIn(pads[1], result, piece);
    module.softmaxBackward(slabs, piece.rows / slabs, piece.columns);
    pieceOut(y, pads[0], piece);
  };
  const stream = (/** @type {Piece[]} */ pieces) => {
    module.streamBegin();
    for (let pass = 0; pass < 2; pass++) {
      for (const piece of pieces) {
        pieceIn(pads[0], grad, piece);
        pieceIn(pads[1], result, piece);
        module.streamBackward(pass, piece.rows, piece.columns);
        if (pass > 0) pieceOut(y, pads[0], piece);
      }
    }
  };
  walkRows(outer, n, inner, whole, stream);
  return y;
}

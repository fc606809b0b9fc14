// Loads the WebAssembly module and walks arrays through its scratch pad; the only file that knows pointers and chunks, hence
// longer than others.
//
// The module's memory is a small fixed pad, so nothing is ever to be freed and no view is ever detached: an array of any length
// goes through it chunk by chunk (copy in, kernel, copy out), and the results are plain Float32Arrays. Not reentrant.

import createModule from '../build/glue.js';
import { RuntimeError } from './errors.js';

/**
 * What calls need to know of an activation, from the table in cpp/. What people read of it besides is in build/facts.js.
 * @typedef {object} Parameter
 * @property {string} name PyTorch's name
 * @property {'float' | 'dim' | 'choice'} type
 * @property {number | string | null} [default] PyTorch's default; absent where the caller must give a value
 * @property {string[]} [choices] what a choice may be; each has a kernel of its own, in this order from `index` on
 *
 * @typedef {object} Activation
 * @property {number} index of its kernel, if it is element-wise
 * @property {'elementwise' | 'softmax' | 'softmin' | 'log_softmax' | 'softmax2d' | 'glu' | 'prelu'} kind
 * @property {string} [module] torch.nn's class, "LeakyReLU"; absent for exp, which has none
 * @property {string} [functional] torch.nn.functional's function, "leaky_relu"; absent for Softmax2d, which has none
 * @property {string} grad_fn "LeakyReluBackward0"
 * @property {string} kernel PyTorch's name of its kernel, as its dtype errors give it
 * @property {string} [calls] the method that the functional form calls, which decides the words of errors
 * @property {string} [origin] whose it is, where not PyTorch's
 * @property {true} [inplace] the module and the functional form take `inplace`
 * @property {true} [underscore] nn.functional has NAME_
 * @property {true} [in_torch] torch.NAME exists
 * @property {true} [in_tensor] tensor.NAME exists
 * @property {'result'} [saves] the backward pass is computed from the result, else from the input
 * @property {'result'} [inplace_saves] that of in-place forms likewise, else from a copy of the input
 * @property {Parameter[]} parameters
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

/** Gives the started module when a kernel is first used: see `inject`. @type {() => Module} */
let source;

/** Tells where the module comes from: the embedded text (index.js), or a module that the caller brought (slim.js). @param {() => Module} start */
export const inject = (start) => {
  source = start;
};

/** Starts a compiled module. @param {WebAssembly.Module} compiled @returns {Module} */
export function started(compiled) {
  const module = /** @type {Module} */ ({});
  // The glue takes a compiled module for bytes (web/tools/generate.js). Its factory is declared async but awaits nothing
  // before the module is ready: the object is filled when it returns.
  createModule(Object.assign(module, { wasmBinary: compiled })).catch(() => {});
  if (typeof module.forward !== 'function') {
    throw new RuntimeError('torchlet cannot start its WebAssembly kernels: the module compiled but did not start.');
  }
  return module;
}

/** Gets the module, at the first use of a kernel. @returns {Module} */
function load() {
  const module = source();
  const { HEAPF32 } = module;
  const at = module.layout() / 4; // see cpp/bindings.cpp
  const [first, second, length, columns] = HEAPF32.subarray(at, at + 4);
  padFloats = length;
  streamColumns = columns;
  const [a, b] = [first, second].map((address) => HEAPF32.subarray(address / 4, address / 4 + length));
  pads = [a, b];
  kernels = module;
  return module;
}

/**
 * Whether the kernels can run here. Compiles them if they have not been needed yet.
 * @example torch.available() // true
 */
export function available() {
  try {
    kernels ?? load();
    return true;
  } catch {
    return false;
  }
}

/** to[at ... at + count] = from[start ... start + count] */
function copy(
  /** @type {Float32Array} */ to,
  /** @type {number} */ at,
  /** @type {Float32Array} */ from,
  /** @type {number} */ start,
  /** @type {number} */ count,
) {
  if (count < shortArray) {
    for (let i = 0; i < count; i++) to[at + i] = from[start + i];
  } else {
    to.set(count === from.length ? from : from.subarray(start, start + count), at);
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
  const y = out ?? (n <= padFloats ? null : new Float32Array(n));
  for (let start = 0; start < n || start === 0; start += padFloats) {
    const count = Math.min(padFloats, n - start);
    copy(pads[0], 0, x, start, count);
    module.forward(index, count, p0, p1);
    if (y === null) return fresh(pads[0], count);
    copy(y, start, pads[0], 0, count);
  }
  return /** @type {Float32Array} */ (y);
}

/**
 * The gradient of the input, element by element: grad * f'(saved).
 * @param {number} index
 * @param {Float32Array} grad of the output
 * @param {Float32Array} saved the input or the result, as the table's `saves` says
 * @param {number} p0
 * @param {number} p1
 * @param {boolean} [fromResult] whether `saved` is the result of an in-place form (`inplace_saves`)
 * @returns {Float32Array} a fresh array
 */
export function backward(index, grad, saved, p0, p1, fromResult = false) {
  const module = kernels ?? load();
  const kernel = fromResult ? module.backwardFromResult : module.backward;
  const n = grad.length;
  const result = n <= padFloats ? null : new Float32Array(n);
  for (let start = 0; start < n || start === 0; start += padFloats) {
    const count = Math.min(padFloats, n - start);
    copy(pads[0], 0, grad, start, count);
    copy(pads[1], 0, saved, start, count);
    kernel(index, count, p0, p1);
    if (result === null) return fresh(pads[0], count);
    copy(result, start, pads[0], 0, count);
  }
  return /** @type {Float32Array} */ (result);
}

/**
 * A piece [rows, columns] of a slab, and the way between its place in an array and the pads.
 * @typedef {{ start: number, rows: number, columns: number, inner: number }} Piece
 */

function pieceIn(/** @type {Float32Array} */ pad, /** @type {Float32Array} */ array, /** @type {Piece} */ piece) {
  const { start, rows, columns, inner } = piece;
  if (columns === inner) return copy(pad, 0, array, start, rows * columns);
  for (let row = 0; row < rows; row++) copy(pad, row * columns, array, start + row * inner, columns);
}

function pieceOut(/** @type {Float32Array} */ array, /** @type {Float32Array} */ pad, /** @type {Piece} */ piece) {
  const { start, rows, columns, inner } = piece;
  if (columns === inner) return copy(array, start, pad, 0, rows * columns);
  for (let row = 0; row < rows; row++) copy(array, start + row * inner, pad, row * columns, columns);
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

/** The order of the kinds in cpp/rowwise.hpp. */
const rowKinds = ['softmax', 'softmin', 'log_softmax'];

/**
 * Runs the passes of a row kernel along the middle of [outer, n, inner].
 * @param {number} row the kind's number
 * @param {Float32Array[]} inputs one for each pad; the result is left in the first
 * @param {Float32Array} y the result
 * @param {number[]} shape outer, n, inner
 * @param {(...args: number[]) => void} whole the kernel of rows that fit into the pad
 * @param {(...args: number[]) => void} stream that of one pass over a piece of longer ones
 * @param {number} passes
 * @param {boolean} keeps whether a pass before the last leaves behind what the last one works on
 */
function walk(row, inputs, y, [outer, n, inner], whole, stream, passes, keeps) {
  const { streamBegin } = kernels ?? load();
  const read = (/** @type {Piece} */ piece, own = false) =>
    inputs.forEach((array, i) => pieceIn(pads[i], own ? y : array, piece));
  walkRows(
    outer,
    n,
    inner,
    (piece, slabs) => {
      read(piece);
      whole(row, slabs, piece.rows / slabs, piece.columns);
      pieceOut(y, pads[0], piece);
    },
    (pieces) => {
      streamBegin();
      for (let pass = 0; pass < passes; pass++) {
        const isLast = pass === passes - 1;
        for (const piece of pieces) {
          read(piece, isLast && keeps);
          stream(row, pass, piece.rows, piece.columns);
          if (isLast || (pass > 0 && keeps)) pieceOut(y, pads[0], piece);
        }
      }
    },
  );
  return y;
}

/**
 * softmax, softmin or log_softmax along the middle of [outer, n, inner].
 * @param {string} kind
 * @param {Float32Array} x
 * @param {Float32Array | null} out may be x; null for a fresh array
 * @param {number} outer
 * @param {number} n
 * @param {number} inner
 * @returns {Float32Array}
 */
export function rows(kind, x, out, outer, n, inner) {
  const { softmax, streamForward } = kernels ?? load();
  const row = rowKinds.indexOf(kind);
  const pad = pads[0];
  if (x.length <= padFloats) {
    copy(pad, 0, x, 0, x.length);
    if (x.length > 0) softmax(row, outer, n, inner);
    if (out === null) return fresh(pad, x.length);
    copy(out, 0, pad, 0, x.length);
    return out;
  }
  const y = out ?? new Float32Array(x.length);
  // The second pass of softmax leaves exponentials behind, which the third one scales; that of log_softmax only adds up.
  return walk(row, [x], y, [outer, n, inner], softmax, streamForward, 3, kind !== 'log_softmax');
}

/**
 * The gradient of the input of softmax, softmin or log_softmax along the middle of [outer, n, inner].
 * @param {string} kind
 * @param {Float32Array} grad
 * @param {Float32Array} result
 * @param {number} outer
 * @param {number} n
 * @param {number} inner
 * @returns {Float32Array} a fresh array
 */
export function rowsBackward(kind, grad, result, outer, n, inner) {
  const { softmaxBackward, streamBackward } = kernels ?? load();
  const y = new Float32Array(grad.length);
  if (y.length === 0) return y;
  const shape = [outer, n, inner];
  return walk(rowKinds.indexOf(kind), [grad, result], y, shape, softmaxBackward, streamBackward, 2, false);
}

/**
 * Runs a kernel of glu over pieces of x [outer, 2, half] that fit into the first pad, and of its other operand [outer, half]
 * in the second one.
 * @param {number} outer
 * @param {number} half
 * @param {(outers: number, half: number, place: number, each: (move: (at: number, start: number, count: number) => void) => void) => void} step
 *   place: in the other operand; each: calls what moves `count` floats between a place in the pad and one in x
 */
function walkHalves(outer, half, step) {
  const room = padFloats / 2;
  const columns = Math.min(half, room);
  const most = Math.max(1, Math.floor(room / (half || 1)));
  for (let o = 0; o < outer; o += most) {
    const outers = Math.min(most, outer - o);
    for (let start = 0; start < half; start += columns) {
      const count = Math.min(columns, half - start);
      step(outers, count, o * half + start, (move) => {
        const at = o * 2 * half + start;
        if (count === half) return move(0, at, outers * 2 * half);
        move(0, at, count);
        move(count, at + half, count);
      });
    }
  }
}

/**
 * glu: a * sigmoid(b) of [outer, 2, half].
 * @param {Float32Array} x
 * @param {Float32Array | null} out [outer, half], not x; null for a fresh array
 * @param {number} outer
 * @param {number} half
 * @returns {Float32Array}
 */
export function glu(x, out, outer, half) {
  const module = kernels ?? load();
  const [pad, result] = pads;
  const y = out ?? new Float32Array(x.length / 2);
  walkHalves(outer, half, (outers, columns, place, each) => {
    each((at, start, count) => copy(pad, at, x, start, count));
    module.glu(outers, columns);
    copy(y, place, result, 0, outers * columns);
  });
  return y;
}

/**
 * The gradient of glu's input.
 * @param {Float32Array} grad [outer, half]
 * @param {Float32Array} x [outer, 2, half]
 * @param {number} outer
 * @param {number} half
 * @returns {Float32Array} a fresh array [outer, 2, half]
 */
export function gluBackward(grad, x, outer, half) {
  const module = kernels ?? load();
  const [pad, upstream] = pads;
  const y = new Float32Array(x.length);
  walkHalves(outer, half, (outers, columns, place, each) => {
    each((at, start, count) => copy(pad, at, x, start, count));
    copy(upstream, 0, grad, place, outers * columns);
    module.gluBackward(outers, columns);
    each((at, start, count) => copy(y, start, pad, at, count));
  });
  return y;
}

/**
 * The second pad filled with the weights of the elements from `start` on of [outer, channels, inner].
 * @param {Float32Array} weight
 * @param {number} inner
 * @param {number} start
 * @param {number} count
 */
function weightsIn(weight, inner, start, count) {
  const to = pads[1];
  let channel = Math.floor(start / inner);
  for (let i = 0, end = inner - (start % inner); i < count; channel++, end += inner) {
    for (const one = weight[channel % weight.length]; i < end && i < count; i++) to[i] = one;
  }
}

/**
 * prelu: x > 0 ? x : weight * x of [outer, channels, inner].
 * @param {Float32Array} x
 * @param {Float32Array} weight one a channel
 * @param {Float32Array | null} out may be x; null for a fresh array
 * @param {number} inner
 * @returns {Float32Array}
 */
export function prelu(x, weight, out, inner) {
  const module = kernels ?? load();
  const y = out ?? new Float32Array(x.length);
  for (let start = 0; start < x.length; start += padFloats) {
    const count = Math.min(padFloats, x.length - start);
    copy(pads[0], 0, x, start, count);
    weightsIn(weight, inner, start, count);
    module.prelu(count);
    copy(y, start, pads[0], 0, count);
  }
  return y;
}

/**
 * The gradients of prelu's input and of its weight, summed up in float64.
 * @param {Float32Array} grad
 * @param {Float32Array} x
 * @param {Float32Array} weight
 * @param {number} inner
 * @returns {{ input: Float32Array, weight: Float32Array }} fresh arrays
 */
export function preluBackward(grad, x, weight, inner) {
  const module = kernels ?? load();
  const half = padFloats / 2;
  const y = new Float32Array(x.length);
  const sums = new Float64Array(weight.length);
  for (let start = 0; start < x.length; start += half) {
    const count = Math.min(half, x.length - start);
    copy(pads[0], 0, grad, start, count);
    copy(pads[0], half, x, start, count);
    weightsIn(weight, inner, start, count);
    module.preluBackward(count);
    copy(y, start, pads[0], 0, count);
    for (let i = 0; i < count; i++) sums[Math.floor((start + i) / inner) % sums.length] += pads[1][i];
  }
  return { input: y, weight: Float32Array.from(sums) };
}

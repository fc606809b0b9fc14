// Kernels of whole rows on arrays: softmax and its kin along any dimension, and glu, whose rows are two halves.
import { copy, fresh } from './copying.js';
import { main } from './instance.js';
import { homeOf } from './pinned.js';

/**
 * @typedef {import('./instance.js').Instance} Instance
 * @typedef {{ start: number, rows: number, columns: number, inner: number }} Piece [rows, columns] of a slab: what goes through a
 *   pad at once
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

/** How many columns to take of those left. No column is left alone: it would be taken for a contiguous row, which is rounded otherwise. @param {number} most @param {number} left */
const columnsOf = (most, left) => Math.min(most, left === most + 1 ? most - 1 : left);

/**
 * Walks [outer, n, inner] through a pad in whole rows where they fit: several slabs at once, or a slab's columns in groups; rows
 * longer than the pad are streamed in pieces.
 * @param {Instance} instance
 * @param {number[]} shape outer, n, inner
 * @param {(piece: Piece, outer: number) => void} whole `outer` slabs [n, inner], or some columns of one
 * @param {(pieces: Piece[]) => void} stream the pieces of one group of columns, from the first row to the last
 */
function walkRows({ padFloats, streamColumns }, [outer, n, inner], whole, stream) {
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
    for (let column = 0, columns; column < inner; column += columns) {
      columns = columnsOf(width, inner - column);
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
 * Runs the passes of a row kernel along the middle of [outer, n, inner], the result in an array of other memory.
 * @param {Instance} instance
 * @param {number} row the kind's number
 * @param {Float32Array[]} inputs one for each pad; the result is left in the first
 * @param {Float32Array} y the result
 * @param {number[]} shape outer, n, inner
 * @param {(at: number[], ...sizes: number[]) => void} whole the kernel of rows that fit into a pad
 * @param {(...args: number[]) => void} stream that of one pass over a piece of longer ones
 * @param {number} passes
 * @param {boolean} keeps whether a pass before the last leaves behind what the last one works on
 */
function walk(instance, row, inputs, y, shape, whole, stream, passes, keeps) {
  const { module, pads, padsAt } = instance;
  const places = inputs.map((array) => instance.addressOf(array));
  const read = (/** @type {Piece} */ piece, own = false) =>
    inputs.forEach((array, i) => {
      pieceIn(pads[i], own ? y : array, piece);
    });
  walkRows(
    instance,
    shape,
    (piece, slabs) => {
      const at = inputs.map((array, i) => {
        if (places[i] > 0 && piece.columns === piece.inner) return places[i] + 4 * piece.start;
        pieceIn(pads[i], array, piece);
        return padsAt[i];
      });
      whole(at, slabs, piece.rows / slabs, piece.columns);
      pieceOut(y, pads[0], piece);
    },
    (pieces) => {
      module.streamBegin();
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
  const row = rowKinds.indexOf(kind);
  const home = homeOf(x.length, out, x);
  const { module, pads, padsAt, padFloats } = home ?? main();
  const to = out === null || home === null ? 0 : home.addressOf(out);
  if (out !== null && to > 0) {
    const from = home?.addressOf(x) || to;
    if (from === to && x !== out) out.set(x);
    module.softmax(row, from, to, outer, n, inner);
    return out;
  }
  if (home === null && x.length <= padFloats) {
    copy(pads[0], 0, x, 0, x.length);
    if (x.length > 0) module.softmax(row, padsAt[0], padsAt[0], outer, n, inner);
    if (out === null) return fresh(pads[0], x.length);
    copy(out, 0, pads[0], 0, x.length);
    return out;
  }
  const y = out ?? new Float32Array(x.length);
  const whole = (/** @type {number[]} */ [at], /** @type {number[]} */ ...sizes) =>
    module.softmax(row, at, padsAt[0], ...sizes);
  // The second pass of softmax leaves exponentials behind, which the third one scales; that of log_softmax only adds up.
  return walk(home ?? main(), row, [x], y, [outer, n, inner], whole, module.streamForward, 3, kind !== 'log_softmax');
}

/**
 * The gradient of the input of softmax, softmin or log_softmax along the middle of [outer, n, inner].
 * @param {string} kind
 * @param {Float32Array} grad
 * @param {Float32Array} result
 * @param {Float32Array | null} out may be grad, and not result; null for a fresh array
 * @param {number} outer
 * @param {number} n
 * @param {number} inner
 * @returns {Float32Array} out
 */
export function rowsBackward(kind, grad, result, out, outer, n, inner) {
  const row = rowKinds.indexOf(kind);
  const y = out ?? new Float32Array(grad.length);
  if (y.length === 0) return y;
  const home = homeOf(y.length, y, grad, result) ?? main();
  const { module, padsAt } = home;
  const [to, of] = [home.addressOf(y), home.addressOf(result)];
  if (to > 0 && of > 0) {
    const from = home.addressOf(grad) || to;
    if (from === to && grad !== y) y.set(grad);
    module.softmaxBackward(row, from, of, to, outer, n, inner);
    return y;
  }
  const whole = (/** @type {number[]} */ [g, of], /** @type {number[]} */ ...sizes) =>
    module.softmaxBackward(row, g, of, padsAt[0], ...sizes);
  return walk(home, row, [grad, result], y, [outer, n, inner], whole, module.streamBackward, 2, false);
}

/**
 * Runs a kernel of glu over pieces of x [outer, 2, half] that fit into a pad, and of its other operand [outer, half].
 * @param {Instance} instance
 * @param {number} outer
 * @param {number} half
 * @param {(outers: number, half: number, place: number, each: (move: (at: number, start: number, count: number) => void) => void) => void} step
 *   place: in the other operand; each: calls what moves `count` floats between a place in the pad and one in x
 */
function walkHalves({ padFloats }, outer, half, step) {
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
  const y = out ?? new Float32Array(x.length / 2);
  const home = homeOf(x.length, y, x) ?? main();
  const { module, pads, padsAt } = home;
  const [from, to] = [home.addressOf(x), home.addressOf(y)];
  if (from > 0 && to > 0) {
    module.glu(from, to, outer, half);
    return y;
  }
  walkHalves(home, outer, half, (outers, columns, place, each) => {
    each((at, start, count) => copy(pads[0], at, x, start, count));
    module.glu(padsAt[0], padsAt[1], outers, columns);
    copy(y, place, pads[1], 0, outers * columns);
  });
  return y;
}

/**
 * The gradient of glu's input.
 * @param {Float32Array} grad [outer, half]
 * @param {Float32Array} x [outer, 2, half]
 * @param {Float32Array | null} out [outer, 2, half], may be x; null for a fresh array
 * @param {number} outer
 * @param {number} half
 * @returns {Float32Array} out
 */
export function gluBackward(grad, x, out, outer, half) {
  const y = out ?? new Float32Array(x.length);
  const home = homeOf(x.length, y, grad, x) ?? main();
  const { module, pads, padsAt } = home;
  const [upstream, from, to] = [grad, x, y].map((array) => home.addressOf(array));
  if (upstream > 0 && from > 0 && to > 0) {
    module.gluBackward(upstream, from, to, outer, half);
    return y;
  }
  walkHalves(home, outer, half, (outers, columns, place, each) => {
    each((at, start, count) => copy(pads[0], at, x, start, count));
    copy(pads[1], 0, grad, place, outers * columns);
    module.gluBackward(padsAt[1], padsAt[0], padsAt[0], outers, columns);
    each((at, start, count) => copy(y, start, pads[0], at, count));
  });
  return y;
}

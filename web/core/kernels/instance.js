// Instances of the WebAssembly module: its functions, its memory, and the scratch pad through which arrays of other memory go.
//
// The first instance's memory holds the pad and nothing else, so nothing is ever to be freed in it. Arrays that are pinned lie in
// instances of their own (pinned.js). No memory grows once a view of it has been given away, so no view is ever detached.

import createModule from '../../build/glue.js';
import { RuntimeError } from '../errors.js';

/** @typedef {{ [name: string]: any, HEAPF32: Float32Array, wasmMemory: WebAssembly.Memory }} Module what Emscripten fills */

/** Below this length a loop copies faster than TypedArray.set, which costs 50 ns a call. */
export const shortArray = 32;

const kPage = 65536;

/** Gives the compiled module when a kernel is first used: see `inject`. @type {() => WebAssembly.Module} */
let source;

/**
 * Tells where the module comes from: the embedded text (embedded.js), or a module that the caller brought (slim.js).
 * @param {() => WebAssembly.Module} compiled
 */
export const inject = (compiled) => {
  source = compiled;
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

/** A started module with what is known of its memory. */
export class Instance {
  /** @param {number} [bytes] to make room for, beside what the module itself needs; RangeError where there are not so many */
  constructor(bytes = 0) {
    this.module = started(source());
    const memory = this.module.wasmMemory;
    const at = this.module.layout() / 4; // see cpp/bindings.cpp
    const [first, second, length, columns, slack, free] = this.module.HEAPF32.slice(at, at + 6);
    if (bytes > 0) memory.grow(Math.max(0, Math.ceil((free + bytes + 4 * slack - memory.buffer.byteLength) / kPage)));
    this.buffer = memory.buffer;
    /** All of the memory. */
    this.floats = new Float32Array(this.buffer);
    /** The addresses of the two pads. */
    this.padsAt = [first, second];
    /** The pads, each with a block behind it that kernels may write. */
    this.pads = this.padsAt.map((address) => new Float32Array(this.buffer, address, length));
    this.padFloats = length;
    this.streamColumns = columns;
    /** Where memory begins that the module does not use, and where what lies behind it must end. */
    this.free = { from: free, to: this.buffer.byteLength - 4 * slack };
  }

  /** Where an array lies in this memory; 0: elsewhere. @param {Float32Array} array */
  addressOf(array) {
    return array.buffer === this.buffer ? array.byteOffset : 0;
  }
}

/** @type {Instance | undefined} */
let first;

/** The instance for arrays of any memory, started at the first use of a kernel. */
export const main = () => {
  first ??= new Instance();
  return first;
};

/**
 * Whether the kernels can run here. Compiles them if they have not been needed yet.
 * @example torch.available() // true
 */
export function available() {
  try {
    main();
    return true;
  } catch {
    return false;
  }
}

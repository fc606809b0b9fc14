// Pinned arrays: Float32Arrays in the kernels' own memory, which are computed where they lie.
//
// Memory grows by further instances of the module, each with a memory of its own, so that no view is ever detached: resizable
// buffers would do it in one, but Node 20 and WebKit have none. An array's place is given back when the collector has found that
// nobody holds the array; a place is only ever changed between tasks, so a kernel at work is never disturbed.

import { outOfMemory } from '../errors.js';
import { copy } from './copying.js';
import { Instance, shortArray } from './instance.js';

/** Places begin at whole cache lines. */
const kAlign = 64;
/** The first memory's size; each further one is as large as all before it, as far as that is a step. */
const kLeast = 1 << 24;
const kStep = 1 << 26;
/** So much stays for what comes next where nothing is pinned any more: engines are slow to give up whole memories. */
const kIdle = 1 << 29;
/** A memory of 32 bits ends here, and signed addresses with it. */
const kMost = 2 ** 31 - 2 ** 20;

/** @typedef {{ at: number, bytes: number }} Place */

/** An instance with the list of what is free in its memory, by address. */
class Arena extends Instance {
  /** @param {number} bytes */
  constructor(bytes) {
    super(bytes);
    const at = Math.ceil(this.free.from / kAlign) * kAlign;
    this.bytes = Math.floor((this.free.to - at) / kAlign) * kAlign;
    /** @type {Place[]} */ this.gaps = [{ at, bytes: this.bytes }];
  }

  /** The address of so many bytes, whole lines; 0 where there is no gap that wide. @param {number} bytes */
  take(bytes) {
    const i = this.gaps.findIndex((gap) => gap.bytes >= bytes);
    if (i < 0) return 0;
    const gap = this.gaps[i];
    const { at } = gap;
    gap.at += bytes;
    gap.bytes -= bytes;
    if (gap.bytes === 0) this.gaps.splice(i, 1);
    return at;
  }

  /** @param {Place} place */
  give({ at, bytes }) {
    let i = this.gaps.findIndex((gap) => gap.at > at);
    if (i < 0) i = this.gaps.length;
    const [before, after] = [this.gaps[i - 1], this.gaps[i]];
    const isBehind = before !== undefined && before.at + before.bytes === at;
    const isBefore = after !== undefined && at + bytes === after.at;
    if (isBehind) before.bytes += bytes + (isBefore ? after.bytes : 0);
    else if (isBefore) [after.at, after.bytes] = [at, after.bytes + bytes];
    if (isBehind && isBefore) this.gaps.splice(i, 1);
    else if (!isBehind && !isBefore) this.gaps.splice(i, 0, { at, bytes });
  }

  get isEmpty() {
    return this.gaps.length === 1 && this.gaps[0].bytes === this.bytes;
  }
}

/** @type {Arena[]} */
let arenas = [];

/**
 * What the collector cannot see in the kernels' memory it sees here: as many bytes, which nobody touches, so that no page of them is
 * ever real. Without it 10,000 dropped arrays of 1 MB took 1.7 GB in Chromium before they were collected; WebKit collects as late
 * with it as without.
 * @type {WeakMap<Float32Array, ArrayBuffer>}
 */
const weights = new WeakMap();

/** @type {FinalizationRegistry<Place & { arena: Arena }>} */
const dropped = new FinalizationRegistry(({ arena, at, bytes }) => {
  arena.give({ at, bytes });
  const idle = arenas.reduce((sum, { isEmpty, bytes }) => sum + (isEmpty ? bytes : 0), 0);
  if (arena.isEmpty && idle > kIdle) arenas = arenas.filter((one) => one !== arena);
});

/** A further memory with room for so many bytes. @param {number} bytes */
function further(bytes) {
  const all = arenas.reduce((sum, arena) => sum + arena.bytes, 0);
  const needed = bytes + kAlign;
  let arena;
  try {
    arena = new Arena(Math.max(needed, Math.min(kStep, Math.max(all, kLeast))));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // Less than one would like, but enough.
    arena = new Arena(needed);
  }
  arenas.push(arena);
  return arena;
}

/** @param {number} bytes whole lines @returns {Place & { arena: Arena }} */
function place(bytes) {
  for (const arena of arenas) {
    const at = arena.take(bytes);
    if (at > 0) return { arena, at, bytes };
  }
  if (bytes > kMost) throw new RangeError();
  const arena = further(bytes);
  return { arena, at: arena.take(bytes), bytes };
}

/**
 * A Float32Array of zeros in the kernels' memory: functions of this package compute it where it lies, without copying. It is owned
 * like any array: its place is free again when nothing refers to it any more. `array.subarray()` alone does not hold it. Its
 * `buffer` is not its own, and it does not travel by `postMessage`.
 * @param {number} length
 * @returns {Float32Array}
 * @throws {RangeError} for what is no length
 * @throws {RuntimeError} PyTorch's, where there is not so much memory; nothing else has changed then
 * @example const x = pinned(3); x.set([-1, 0, 1]); relu(x, { out: x }) // Float32Array [0, 0, 1]
 */
export function pinned(length) {
  if (!Number.isSafeInteger(length) || length < 0)
    throw new RangeError(`pinned(): expected a length, a whole number from 0 on, but got ${String(length)}`);
  let own;
  let weight;
  try {
    weight = new ArrayBuffer(4 * length);
    own = place(Math.max(1, Math.ceil((4 * length) / kAlign)) * kAlign);
  } catch (error) {
    if (error instanceof RangeError) throw outOfMemory(4 * length);
    throw error;
  }
  const array = new Float32Array(own.arena.buffer, own.at, length).fill(0);
  weights.set(array, weight);
  dropped.register(array, own);
  return array;
}

/** Whether an array lies in the kernels' memory. @param {{ buffer: ArrayBufferLike }} array */
export const isPinned = ({ buffer }) => arenas.some((arena) => arena.buffer === buffer);

/**
 * The instance in whose memory the first of some arrays lies that lies in one; null: all are elsewhere, or so short that copying
 * them costs less than asking.
 * @param {number} length of the longest
 * @param {Float32Array | null} a
 * @param {Float32Array} b
 * @param {Float32Array} [c]
 * @returns {Instance | null}
 */
export function homeOf(length, a, b, c) {
  if (arenas.length === 0 || length < shortArray) return null;
  const home = (/** @type {Float32Array | null | undefined} */ array) =>
    array ? arenas.find((arena) => arena.buffer === array.buffer) : undefined;
  return home(a) ?? home(b) ?? home(c) ?? null;
}

/** @param {number} floats */
const lines = (floats) => Math.ceil((4 * floats) / kAlign) * kAlign;

/** Where arrays are copied that lie elsewhere, for the time of a call; a larger one takes its place. @type {Arena | undefined} */
let workshop;
const kWorkshop = 1 << 20;

/** @param {number} bytes whole lines @returns {Arena} */
function workshopFor(bytes) {
  if (workshop && workshop.bytes >= bytes) return workshop;
  const wanted = bytes > kStep ? bytes : Math.max(kWorkshop, 2 * bytes);
  try {
    const made = new Arena(wanted + kAlign);
    if (bytes <= kStep) workshop = made;
    return made;
  } catch (error) {
    if (error instanceof RangeError) throw outOfMemory(bytes);
    throw error;
  }
}

/** The memory that the first pinned one of some arrays lies in. @param {(Float32Array | null)[]} arrays */
function homeOfAny(arrays) {
  for (const arena of arenas) for (const array of arrays) if (array?.buffer === arena.buffer) return arena;
  return null;
}

/**
 * Room for some arrays in one memory, that of the first one that is pinned if there is so much of it.
 * @param {(Float32Array | null)[]} arrays
 * @param {number[]} lengths
 * @returns {Place & { arena: Arena }}
 */
function roomFor(arrays, lengths) {
  const home = homeOfAny(arrays);
  let [all, bytes] = [0, 0];
  for (let i = 0; i < arrays.length; i++) {
    all += lines(lengths[i]);
    if (home === null || arrays[i]?.buffer !== home.buffer) bytes += lines(lengths[i]);
  }
  if (home) {
    const at = bytes > 0 ? home.take(bytes) : 1;
    if (at > 0) return { arena: home, at, bytes };
  }
  const arena = workshopFor(all);
  return { arena, at: arena.take(all), bytes: all };
}

/**
 * Computes arrays in one memory: those that lie there where they are, of the others copies, for the time of the call.
 * @template T
 * @param {(Float32Array | null)[]} arrays null for one that is not given
 * @param {number[]} lengths of all, 0 where there is none
 * @param {number} inputs how many of them are to be copied, from the first on
 * @param {(instance: Instance, places: number[]) => T} use gets the address of each; 0: it has no elements
 * @returns {T}
 */
export function borrow(arrays, lengths, inputs, use) {
  const { arena, at, bytes } = roomFor(arrays, lengths);
  const places = new Array(arrays.length).fill(0);
  for (let i = 0, next = at; i < arrays.length; i++) {
    const array = arrays[i];
    if (lengths[i] === 0) continue;
    if (array?.buffer === arena.buffer) {
      places[i] = array.byteOffset;
      continue;
    }
    places[i] = next;
    next += lines(lengths[i]);
    if (array && i < inputs) copy(arena.floats, places[i] / 4, array, 0, lengths[i]);
  }
  try {
    return use(arena, places);
  } finally {
    if (bytes > 0) arena.give({ at, bytes });
  }
}

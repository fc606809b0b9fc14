// A WebAssembly module sorted into streams of one kind of byte each, and back: opcodes, local variables, addresses, constants
// and the rest. LZMA finds a fifth more in them, most of it in kernels that work on four vectors in turn.
//
// Packing and unpacking walk the same grammar; only where a byte comes from and goes to differs. Of scalar operations the
// grammar knows no more than it takes to stay in step with most code: what it misreads comes back all the same.

/** See `walk`; in this order they pack best. */
export const streamCount = 5;
const [kConstants, kRest, kLocals, kMemory, kOpcodes] = Array(streamCount).keys();

/** Operations with a number behind them: blocks, branches, calls and constants. */
const takesNumber = [2, 3, 4, 12, 13, 16, 65];

/** Locals that a function may have; their ranks must fit into a byte where they are used. */
const mostLocals = 999;

/**
 * Walks a module from its first to its last byte.
 * @param {number} size of the module in bytes
 * @param {(stream: number) => number} byte moves the next byte between the module and a stream, and returns it
 * @param {(stream: number, recent: Uint16Array) => number} local moves the index of a local variable, in the stream as its place
 *   among those used last, so that the same operation on other variables looks the same; returns how many bytes the module
 *   has of it
 */
export function walk(size, byte, local) {
  let at = 0;
  const next = (/** @type {number} */ stream) => {
    at++;
    return byte(stream);
  };
  const bytes = (/** @type {number} */ stream, /** @type {number} */ count) => {
    for (; count > 0; count--) next(stream);
  };
  /** LEB128: seven bits a byte, the lowest first. */
  const number = (/** @type {number} */ stream) => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const some = next(stream);
      value += (some & 127) << shift;
      if (some < 128) return value;
    }
  };
  const numbers = (/** @type {number} */ stream, /** @type {number} */ count) => {
    for (; count > 0; count--) number(stream);
  };
  const vectorOperation = () => {
    const code = number(kOpcodes);
    if (code < 12) numbers(kMemory, 2);
    else if (code < 13) bytes(kConstants, 16);
  };
  const operation = (/** @type {Uint16Array} */ recent) => {
    const code = next(kOpcodes);
    if (code === 0xfd) vectorOperation();
    else if (code > 0x1f && code < 0x23) at += local(kLocals, recent);
    else if (takesNumber.includes(code)) number(kOpcodes);
  };
  const first = Uint16Array.from({ length: mostLocals }, (_, index) => index);
  bytes(kRest, 8);
  while (at < size) {
    const section = next(kRest);
    const length = number(kRest);
    if (section !== 10) {
      bytes(kRest, length);
      continue;
    }
    for (let functions = number(kRest); functions > 0; functions--) {
      const end = number(kRest) + at;
      numbers(kRest, 2 * number(kRest)); // the variables' types, with the count of each
      const recent = first.slice();
      while (at < end) operation(recent);
    }
  }
}

/** Moves `recent`'s entry at a place to its front, and returns it. @param {Uint16Array} recent @param {number} place */
export function touch(recent, place) {
  const index = recent[place];
  recent.copyWithin(1, 0, place);
  recent[0] = index;
  return index;
}

/**
 * The module of which these are the streams, with a head of 32-bit numbers: the module's size, and the streams' sizes.
 * @param {Uint8Array} packed
 */
export function joined(packed) {
  const head = new DataView(packed.buffer, packed.byteOffset);
  const size = head.getUint32(0, true);
  const module = new Uint8Array(size);
  let end = 4 + 4 * streamCount;
  const places = Array.from({ length: streamCount }, (_, stream) => {
    const place = end;
    end += head.getUint32(4 + 4 * stream, true);
    return place;
  });
  let at = 0;
  const put = (/** @type {number} */ value) => {
    module[at++] = value;
    return value;
  };
  walk(
    size,
    (stream) => put(packed[places[stream]++]),
    (stream, recent) => {
      const start = at;
      const index = touch(recent, packed[places[stream]++]);
      if (index > 127) put((index & 127) | 128);
      put(index > 127 ? index >> 7 : index);
      return at - start;
    },
  );
  return module;
}

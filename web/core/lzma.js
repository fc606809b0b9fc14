// Unpacks the embedded binary: an LZMA decoder. A library for it would be a dependency of the package's entry, which has
// none, and the usual ones weigh several times as much.
// Source: the LZMA specification of Igor Pavlov's SDK, which is in the public domain. The stream is a .lzma file with
// lc = 3, lp = 0, pb = 2 and a known size, as LZMA-JS writes it.

// Places of the probabilities: for each of 12 states (a row of 16: one for each position mod 4), then lengths and distances.
const kIsMatch = 0;
const kIsRep0Long = 192;
const kIsRep = 384; // and of which of the last four distances, in three rows of 12 more
const kSlots = 432; // 4 trees of 64
const kSpecial = 688; // trees of the middle distances
const kAlign = 816;
const kLengths = 832; // two coders: of matches, and of repetitions
const kLengthCoder = 514;
const kLiterals = kLengths + 2 * kLengthCoder; // 8 contexts of 768

/**
 * @param {Uint8Array} packed
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function decompress(packed) {
  const size = new DataView(packed.buffer, packed.byteOffset).getUint32(5, true);
  const out = new Uint8Array(size);
  const probabilities = new Uint16Array(kLiterals + 8 * 768).fill(1024);
  let read = 14; // behind the header of 13 bytes and a 0
  let range = 0xffffffff;
  let code = 0;
  while (read < 18) code = ((code << 8) | packed[read++]) >>> 0;

  const normalize = () => {
    if (range >= 2 ** 24) return;
    range = (range << 8) >>> 0;
    code = ((code << 8) | packed[read++]) >>> 0;
  };
  const bit = (/** @type {number} */ at) => {
    const p = probabilities[at];
    const bound = (range >>> 11) * p;
    const one = code >= bound;
    if (one) {
      range -= bound;
      code -= bound;
      probabilities[at] -= p >> 5;
    } else {
      range = bound;
      probabilities[at] += (2048 - p) >> 5;
    }
    normalize();
    return one ? 1 : 0;
  };
  const tree = (/** @type {number} */ at, /** @type {number} */ bits) => {
    let node = 1;
    for (let i = 0; i < bits; i++) node = 2 * node + bit(at + node);
    return node - (1 << bits);
  };
  const reversed = (/** @type {number} */ at, /** @type {number} */ bits) => {
    let node = 1;
    let value = 0;
    for (let i = 0; i < bits; i++) {
      const one = bit(at + node);
      node = 2 * node + one;
      value |= one << i;
    }
    return value;
  };
  const length = (/** @type {number} */ coder, /** @type {number} */ position) => {
    if (bit(coder) === 0) return tree(coder + 2 + 8 * position, 3) + 2;
    if (bit(coder + 1) === 0) return tree(coder + 130 + 8 * position, 3) + 10;
    return tree(coder + 258, 8) + 18;
  };
  const distance = (/** @type {number} */ many) => {
    const slot = tree(kSlots + 64 * Math.min(many - 2, 3), 6);
    if (slot < 4) return slot;
    let bits = (slot >> 1) - 1;
    const start = 2 | (slot & 1);
    if (slot < 14) return (start << bits) + reversed(kSpecial + (start << bits) - slot, bits);
    let value = start;
    for (; bits > 4; bits--) {
      range >>>= 1;
      const one = code >= range;
      if (one) code -= range;
      value = 2 * value + (one ? 1 : 0);
      normalize();
    }
    return 16 * value + reversed(kAlign, 4);
  };

  let state = 0;
  const last = [0, 0, 0, 0]; // the distances before
  for (let at = 0; at < size; ) {
    const position = at & 3;
    if (bit(kIsMatch + 16 * state + position) === 0) {
      const base = kLiterals + 768 * (at > 0 ? out[at - 1] >> 5 : 0);
      let symbol = 1;
      if (state >= 7) {
        // Behind a match the byte that would have gone on with it is a guide as long as it is right.
        let guide = out[at - last[0] - 1];
        while (symbol < 256) {
          const hint = (guide >> 7) & 1;
          guide <<= 1;
          const one = bit(base + 256 + 256 * hint + symbol);
          symbol = 2 * symbol + one;
          if (hint !== one) break;
        }
      }
      while (symbol < 256) symbol = 2 * symbol + bit(base + symbol);
      out[at++] = symbol;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let many = 1;
    if (bit(kIsRep + state) === 0) {
      many = length(kLengths, position);
      last.unshift(distance(many));
      last.pop();
      state = state < 7 ? 7 : 10;
    } else {
      if (bit(kIsRep + 12 + state) > 0) {
        const which = bit(kIsRep + 24 + state) === 0 ? 1 : 2 + bit(kIsRep + 36 + state);
        last.unshift(...last.splice(which, 1));
        many = 0;
      } else if (bit(kIsRep0Long + 16 * state + position) > 0) {
        many = 0;
      }
      if (many === 0) many = length(kLengths + kLengthCoder, position);
      state = state < 7 ? (many === 1 ? 9 : 8) : 11;
    }
    for (let from = at - last[0] - 1; many > 0; many--) out[at++] = out[from++];
  }
  return out;
}

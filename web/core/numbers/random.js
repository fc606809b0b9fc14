// PyTorch's random generator: uniform, normal and exponential fills of arrays.

import { RuntimeError, ValueError } from '../errors.js';
import { kBlock, MersenneTwister, rescale, transform } from './mersenne.js';

// What PyTorch keeps of a generator: the seed, two counters, 624 words of eight bytes each, the spare normal.
const kStateBytes = 5056;
const kWordsAt = 24;
const kSpareAt = 5024;
const kDefaultSeed = 67280421310721n; // c10::detail::default_rng_seed_val

/** A stream of random numbers, equal to that of `torch.Generator` for the same seed and the same calls. */
export class Generator {
  /** @type {bigint | null} */
  #seed;
  /** @type {MersenneTwister | undefined} */
  #engine;
  /**
   * The second normal of a pair of which only the first was used.
   * @type {number | undefined}
   */
  #spare;

  /** @param {bigint | null} [seed] null: fresh entropy at the first use */
  constructor(seed = kDefaultSeed) {
    this.#seed = seed;
  }

  /**
   * Starts the stream anew.
   * @param {number | bigint} seed in [-2^63, 2^64); a float is truncated, a negative seed wraps to 64 bits
   * @returns {this}
   */
  manual_seed(seed) {
    const integer = BigInt(typeof seed === 'number' ? Math.trunc(seed) : seed);
    if (integer < -(2n ** 63n) || integer >= 2n ** 64n) throw new ValueError('Overflow when unpacking long long');
    this.#seed = BigInt.asUintN(64, integer);
    this.#engine = undefined;
    this.#spare = undefined;
    return this;
  }

  /** Exchanges the state of two streams. @param {Generator} other */
  exchange(other) {
    [this.#seed, other.#seed] = [other.#seed, this.#seed];
    [this.#engine, other.#engine] = [other.#engine, this.#engine];
    [this.#spare, other.#spare] = [other.#spare, this.#spare];
  }

  /** The state as the bytes that PyTorch keeps: c10's CPUGeneratorImplState, little-endian. */
  save() {
    const bytes = new Uint8Array(kStateBytes);
    const view = new DataView(bytes.buffer);
    const engine = this.#running();
    view.setBigUint64(0, this.initial_seed(), true);
    view.setInt32(8, engine.state.length + 1 - engine.next, true);
    view.setInt32(12, 1, true);
    view.setUint32(16, engine.isFresh ? 0 : engine.next, true);
    engine.state.forEach((word, i) => {
      view.setUint32(kWordsAt + 8 * i, word, true);
    });
    view.setFloat64(kSpareAt, this.#spare ?? 0, true);
    view.setInt32(kSpareAt + 16, Number(this.#spare !== undefined), true);
    return bytes;
  }

  /** Goes on from a state that `save` gave. @param {Uint8Array} bytes */
  restore(bytes) {
    if (bytes.length !== kStateBytes)
      throw new RuntimeError(`RNG state is wrong size: expected ${kStateBytes} bytes, but got ${bytes.length}`);
    const view = new DataView(bytes.slice().buffer);
    this.manual_seed(view.getBigUint64(0, true));
    const engine = this.#running();
    const words = Array.from(engine.state, (_, i) => view.getUint32(kWordsAt + 8 * i, true));
    engine.restore(words, view.getInt32(8, true) === 1 ? words.length : view.getUint32(16, true));
    this.#spare = view.getInt32(kSpareAt + 16, true) === 1 ? view.getFloat64(kSpareAt, true) : undefined;
  }

  /** Seeds from entropy and returns the seed. */
  seed() {
    const [seed] = crypto.getRandomValues(new BigUint64Array(1));
    this.manual_seed(seed);
    return seed;
  }

  /** The seed of this stream. */
  initial_seed() {
    return this.#seed ?? this.seed();
  }

  #running() {
    this.#engine ??= new MersenneTwister(Number(BigInt.asUintN(32, this.initial_seed())));
    return this.#engine;
  }

  /** 32 random bits, as a number. */
  random32() {
    return this.#running().random32();
  }

  /** 64 random bits, as a BigInt: the first word is the high one. */
  random64() {
    const high = BigInt(this.random32());
    return (high << 32n) | BigInt(this.random32());
  }

  /** A double in [0, 1), of 53 bits. */
  uniform_double() {
    return this.#running().uniformDouble();
  }

  /** A float32 in [0, 1), of 24 bits. */
  uniform_float() {
    return (this.random32() & 0xffffff) * 2 ** -24;
  }

  /** A standard normal as a double, or the other one of the last pair. */
  normal_double() {
    const spare = this.#spare;
    if (spare !== undefined) {
      this.#spare = undefined;
      return spare;
    }
    const angle = 2 * Math.PI * this.uniform_double();
    const radius = Math.sqrt(-2 * Math.log1p(-this.uniform_double()));
    this.#spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  /**
   * Fills with numbers uniform in [from, to).
   * @template {Float32Array | Float64Array} T
   * @param {T} array
   * @param {number} [from]
   * @param {number} [to]
   * @returns {T}
   */
  uniform_(array, from = 0, to = 1) {
    if (array instanceof Float64Array) {
      for (let i = 0; i < array.length; i++) array[i] = this.uniform_double() * (to - from) + from;
      return array;
    }
    this.#running().fill(array, 0, array.length);
    if (from !== 0 || to !== 1) rescale(array, from, to);
    return array;
  }

  /**
   * Fills with normal numbers. 16 or more are made in blocks of 16; where the last block is not whole, the last 16
   * places are drawn afresh, as in PyTorch.
   * @template {Float32Array | Float64Array} T
   * @param {T} array
   * @param {number} [mean]
   * @param {number} [std]
   * @returns {T}
   */
  normal_(array, mean = 0, std = 1) {
    const { length } = array;
    if (length < kBlock) {
      for (let i = 0; i < length; i++) array[i] = this.normal_double() * std + mean;
      return array;
    }
    if (array instanceof Float64Array) {
      this.#normalDoubles(array, mean, std);
      return array;
    }
    const engine = this.#running();
    const whole = length - (length % kBlock);
    engine.fill(array, 0, length); // a uniform for every place before the blocks are made
    transform(array, 0, whole, mean, std);
    if (whole < length) {
      engine.fill(array, length - kBlock, length);
      transform(array, length - kBlock, length, mean, std);
    }
    return array;
  }

  /** @param {Float64Array} array 16 or more @param {number} mean @param {number} std */
  #normalDoubles(array, mean, std) {
    const { length } = array;
    this.uniform_(array);
    const whole = length - (length % kBlock);
    for (let at = 0; at < whole; at += kBlock) transformDoubles(array, at, mean, std);
    if (whole === length) return;
    this.uniform_(array.subarray(length - kBlock));
    transformDoubles(array, length - kBlock, mean, std);
  }

  /**
   * Fills with numbers of the exponential distribution.
   * @template {Float32Array | Float64Array} T
   * @param {T} array
   * @param {number} [rate]
   * @returns {T}
   */
  exponential_(array, rate = 1) {
    for (let i = 0; i < array.length; i++) array[i] = (-1 / rate) * Math.log1p(-this.uniform_double());
    return array;
  }
}

/** The same as a block of float32, in float64 throughout. @param {Float64Array} array @param {number} at @param {number} mean @param {number} std */
function transformDoubles(array, at, mean, std) {
  for (let j = at; j < at + kBlock / 2; j++) {
    const radius = Math.sqrt(-2 * Math.log(1 - array[j]));
    const angle = 2 * Math.PI * array[j + kBlock / 2];
    array[j] = radius * Math.cos(angle) * std + mean;
    array[j + kBlock / 2] = radius * Math.sin(angle) * std + mean;
  }
}

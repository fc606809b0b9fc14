// The module random: MT19937 and the methods of CPython's random.py, each with its draws.

import * as exactly from '../../core/numbers/exact.js';
import { MersenneTwister } from '../../core/numbers/mersenne.js';
import { binary } from '../operations/arithmetic.js';
import { listOf } from '../operations/iterate.js';
import { bitLength } from '../operations/numbers.js';
import { getItem, setItem } from '../operations/subscripts.js';
import { floatOf, indexOf, sizeOf } from '../operations/truth.js';
import { Range } from '../values/containers.js';
import { PySet } from '../values/dict.js';
import { raised } from '../values/exceptions.js';
import { bound, fn, hostModule, hostType } from './protocol.js';

const kMask = 0xffffffffn;

/** MT19937 seeded by an array, as CPython seeds it by the words of an int. Source: init_by_array in Modules/_randommodule.c. @param {bigint} seed */
function seededBy(seed) {
  const magnitude = seed < 0n ? -seed : seed;
  const words = [];
  for (let rest = magnitude; rest > 0n; rest >>= 32n) words.push(Number(rest & kMask));
  if (words.length === 0) words.push(0);
  const twister = new MersenneTwister(19650218);
  const { state } = twister;
  const n = state.length;
  let [i, j] = [1, 0];
  for (let k = Math.max(n, words.length); k > 0; k--) {
    state[i] = (state[i] ^ Math.imul(state[i - 1] ^ (state[i - 1] >>> 30), 1664525)) + words[j] + j;
    i++;
    j++;
    if (i >= n) {
      state[0] = state[n - 1];
      i = 1;
    }
    if (j >= words.length) j = 0;
  }
  for (let k = n - 1; k > 0; k--) {
    state[i] = (state[i] ^ Math.imul(state[i - 1] ^ (state[i - 1] >>> 30), 1566083941)) - i;
    i++;
    if (i >= n) {
      state[0] = state[n - 1];
      i = 1;
    }
  }
  state[0] = 0x80000000;
  twister.next = n;
  return twister;
}

/** random.Random */
class Random {
  #twister = seededBy(0n);
  /** @type {number | null} */ #next = null;

  constructor() {
    this.seed(null);
  }
  /** @param {any} value */
  seed(value) {
    this.#next = null;
    if (value === null) {
      const [entropy] = crypto.getRandomValues(new BigUint64Array(1));
      this.#twister = seededBy(entropy);
    } else if (typeof value === 'bigint' || typeof value === 'boolean') this.#twister = seededBy(BigInt(value));
    else if (typeof value === 'number') {
      if (!Number.isInteger(value))
        throw raised('NotImplementedError', 'random.seed() of a fraction is not part of this Python; an int works');
      this.#twister = seededBy(BigInt(value));
    } else throw raised('NotImplementedError', 'random.seed() of a str is not part of this Python; an int works');
  }
  random() {
    const a = this.#twister.random32() >>> 5;
    const b = this.#twister.random32() >>> 6;
    return (a * 67108864 + b) / 9007199254740992;
  }
  /** @param {number} count of bits */
  bits(count) {
    let result = 0n;
    let shift = 0n;
    for (let left = count; left > 0; left -= 32) {
      let word = this.#twister.random32();
      if (left < 32) word >>>= 32 - left;
      result |= BigInt(word) << shift;
      shift += 32n;
    }
    return result;
  }
  /** A number below another. @param {bigint} n */
  below(n) {
    const count = bitLength(n);
    let result = this.bits(count);
    while (result >= n) result = this.bits(count);
    return result;
  }
  /** @param {number} mu @param {number} sigma */
  gauss(mu, sigma) {
    let z = this.#next;
    this.#next = null;
    if (z === null) {
      const angle = this.random() * 2 * Math.PI;
      const radius = Math.sqrt(-2 * exactly.log(1 - this.random()));
      z = exactly.cos(angle) * radius;
      this.#next = exactly.sin(angle) * radius;
    }
    return mu + z * sigma;
  }
  /** @param {number} mu @param {number} sigma */
  normalvariate(mu, sigma) {
    const kMagic = (4 * exactly.exp(-0.5)) / Math.sqrt(2);
    for (;;) {
      const u1 = this.random();
      const u2 = 1 - this.random();
      const z = (kMagic * (u1 - 0.5)) / u2;
      if ((z * z) / 4 <= -exactly.log(u2)) return mu + z * sigma;
    }
  }
}

/** @param {Random} r @param {any} start @param {any} stop @param {any} step */
function randrange(r, start, stop, step) {
  if (stop === undefined || stop === null) {
    if (indexOf(start) <= 0n) throw raised('ValueError', 'empty range for randrange()');
    return r.below(indexOf(start));
  }
  const range = new Range(indexOf(start), indexOf(stop), indexOf(step ?? 1n));
  if (range.count === 0n)
    throw raised(
      'ValueError',
      `empty range for randrange() (${start}, ${stop}, ${range.step === 1n ? indexOf(stop) - indexOf(start) : range.step})`,
    );
  return range.at(r.below(range.count));
}

/** @param {Random} r @param {any} population @param {number} k */
function sample(r, population, k) {
  if (population instanceof PySet)
    throw raised('TypeError', 'Population must be a sequence.  For dicts or sets, use sorted(d).');
  const pool = listOf(population);
  const n = pool.length;
  if (k < 0 || k > n) throw raised('ValueError', 'Sample larger than population or is negative');
  let size = 21;
  if (k > 5) size += 4 ** Math.ceil(exactly.log(k * 3) / exactly.log(4));
  if (n <= size) {
    return Array.from({ length: k }, (_, i) => {
      const j = Number(r.below(BigInt(n - i)));
      const one = pool[j];
      pool[j] = pool[n - i - 1];
      return one;
    });
  }
  const chosen = new Set();
  return Array.from({ length: k }, () => {
    let j = Number(r.below(BigInt(n)));
    while (chosen.has(j)) j = Number(r.below(BigInt(n)));
    chosen.add(j);
    return pool[j];
  });
}

/** @param {Random} r @param {any[]} args @param {Map<string, any>} keywords */
function choices(r, args, keywords) {
  const [population, weights = null, , k = 1n] = bound(
    'choices',
    ['population', 'weights?', 'cum_weights?', 'k?'],
    args,
    keywords,
  );
  const items = listOf(population);
  const n = items.length;
  const count = Number(indexOf(k));
  if (weights === null) return Array.from({ length: count }, () => items[Math.floor(r.random() * n)]);
  let total = /** @type {any} */ (0n);
  const sums = listOf(weights).map((one) => {
    total = binary('+', total, one);
    return floatOf(total);
  });
  const end = /** @type {number} */ (sums.at(-1));
  return Array.from({ length: count }, () => {
    const x = r.random() * end;
    let i = sums.findIndex((one) => x < one);
    if (i < 0) i = n - 1;
    return items[i];
  });
}

/** The methods of a Random. @type {Record<string, (r: Random, args: any[], keywords: Map<string, any>) => any>} */
const methods = {
  seed: (r, args, keywords) => {
    r.seed(bound('seed', ['a?', 'version?'], args, keywords)[0] ?? null);
    return null;
  },
  random: (r) => r.random(),
  uniform: (r, args, keywords) => {
    const [a, b] = bound('uniform', ['a', 'b'], args, keywords).map(floatOf);
    return a + (b - a) * r.random();
  },
  randrange: (r, args, keywords) => {
    const [start, stop, step] = bound('randrange', ['start', 'stop?', 'step?'], args, keywords);
    return randrange(r, start, stop, step);
  },
  randint: (r, args, keywords) => {
    const [a, b] = bound('randint', ['a', 'b'], args, keywords);
    return randrange(r, a, binary('+', b, 1n), 1n);
  },
  choice: (r, [items]) => {
    const n = sizeOf(items);
    if (n === 0) throw raised('IndexError', 'Cannot choose from an empty sequence');
    return getItem(items, r.below(BigInt(n)));
  },
  choices,
  shuffle: (r, [items]) => {
    for (let i = sizeOf(items) - 1; i > 0; i--) {
      const j = r.below(BigInt(i + 1));
      const one = getItem(items, BigInt(i));
      setItem(items, BigInt(i), getItem(items, j));
      setItem(items, j, one);
    }
    return null;
  },
  sample: (r, args, keywords) => {
    const [population, k] = bound('sample', ['population', 'k', 'counts?'], args, keywords);
    return sample(r, population, Number(indexOf(k)));
  },
  gauss: (r, args, keywords) => {
    const [mu = 0, sigma = 1] = bound('gauss', ['mu?', 'sigma?'], args, keywords);
    return r.gauss(floatOf(mu), floatOf(sigma));
  },
  normalvariate: (r, args, keywords) => {
    const [mu = 0, sigma = 1] = bound('normalvariate', ['mu?', 'sigma?'], args, keywords);
    return r.normalvariate(floatOf(mu), floatOf(sigma));
  },
  expovariate: (r, [lambda = 1]) => -exactly.log(1 - r.random()) / floatOf(lambda),
  triangular: (r, args, keywords) => {
    const [low = 0, high = 1, mode = null] = bound('triangular', ['low?', 'high?', 'mode?'], args, keywords);
    let [a, b] = [floatOf(low), floatOf(high)];
    let u = r.random();
    let c = mode === null ? 0.5 : (floatOf(mode) - a) / (b - a);
    if (u > c) {
      u = 1 - u;
      c = 1 - c;
      [a, b] = [b, a];
    }
    return a + (b - a) * Math.sqrt(u * c);
  },
  getrandbits: (r, [k]) => r.bits(Number(indexOf(k))),
};

const randomType = hostType(Random, {
  name: 'Random',
  module: 'random',
  make: ([seed = null]) => {
    const made = new Random();
    made.seed(seed);
    return made;
  },
  methods,
});

/** @returns {import('../values/containers.js').Module} */
export function random() {
  const own = new Random();
  return hostModule('random', {
    ...Object.fromEntries(
      Object.entries(methods).map(([name, run]) => [name, fn(name, (args, keywords) => run(own, args, keywords))]),
    ),
    Random: randomType,
  });
}

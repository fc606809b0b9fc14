// numpy.random: the functions, RandomState and default_rng.

import { fn, hostModule, hostType, indexOf, raised, smallIndexOf, Tuple, truth } from '../../host/protocol.js';
import { getItem as itemOf, setItem as setItemOf } from '../../operations/subscripts.js';
import { sizeOf } from '../../operations/truth.js';
import { boundTo } from '../api/define.js';
import { asArray, optionalDtype, shapeOf } from '../array/convert.js';
import { bool, float64, int64 } from '../array/dtypes.js';
import { commonShape, copied, countOf, flat, fresh, NdArray, spread, view, write } from '../array/ndarray.js';
import { given, scalar } from '../array/scalar.js';
import { state } from '../array/state.js';
import { part, taken } from '../functions/shaping.js';
import { searched } from '../functions/statistics.js';
import { Legacy } from './legacy.js';
import { Pcg } from './pcg.js';

/** @typedef {Legacy | Pcg} Source @typedef {(source: Source, ...values: any[]) => any} Run */

/** @param {any} size */
const isNone = (size) => size === undefined || size === null;

/** Numbers of parameters that may be arrays; a Python float where there is no size. @param {any} size @param {any[]} parameters @param {(...values: number[]) => number} draw @param {any} [dtype] */
function drawn(size, parameters, draw, dtype = float64) {
  const arrays = parameters.map((one) => asArray(one, float64));
  if (isNone(size) && arrays.every((one) => one.shape.length === 0)) {
    const value = draw(...arrays.map((one) => one.data[one.offset]));
    return dtype === float64 ? value : dtype === bool ? value !== 0 : BigInt(value);
  }
  const shape = isNone(size) ? commonShape(arrays) : shapeOf(size);
  const rows = arrays.map((one) => (one.shape.length === 0 ? null : flat(spread(one, shape))));
  const firsts = arrays.map((one) => one.data[one.offset]);
  const out = fresh(shape, dtype);
  if (rows.every((row) => row === null)) for (let i = 0; i < out.size; i++) out.data[i] = draw(...firsts);
  else for (let i = 0; i < out.size; i++) out.data[i] = draw(...rows.map((row, k) => row?.[i] ?? firsts[k]));
  return out;
}

/** @param {Source} source @param {any} low @param {any} high @param {any} size @param {any} dtype @param {boolean} hasEnd */
function integers(source, low, high, size, dtype, hasEnd) {
  const [from, to] = isNone(high) ? [0n, low] : [low, high];
  const type = optionalDtype(dtype) ?? int64;
  if (type.itemsize < 4)
    throw raised(
      'NotImplementedError',
      `random integers of ${type.name} are not part of this NumPy; astype() makes them`,
    );
  const made = drawn(
    size,
    [from, to],
    (least, end) => {
      const most = Math.floor(end) - (hasEnd ? 0 : 1);
      if (most < least)
        throw raised(
          'ValueError',
          source.isLegacy ? (isNone(high) ? 'high <= 0' : 'low >= high') : isNone(high) ? 'high <= 0' : 'low >= high',
        );
      return Math.floor(least) + source.upTo(most - Math.floor(least));
    },
    type,
  );
  if (made instanceof NdArray) return made;
  return source.isLegacy && optionalDtype(dtype) === null ? made : scalar(Number(made), type);
}

/** Places exchanged from the last to the second. @param {(most: number) => number} upTo @param {number} n @param {(i: number, j: number) => void} swap @param {number} [first] */
function shuffle(upTo, n, swap, first = 1) {
  for (let i = n - 1; i >= first; i--) {
    const j = upTo(i);
    if (i !== j) swap(i, j);
  }
}

/** @param {Source} source @param {any} x */
function shuffled(source, x) {
  const interval = (/** @type {number} */ most) => source.interval(most);
  if (x instanceof NdArray) {
    const order = Array.from({ length: x.shape[0] }, (_, i) => i);
    shuffle(interval, order.length, (i, j) => {
      [order[i], order[j]] = [order[j], order[i]];
    });
    write(x, taken(copied(x), order, 0));
    return;
  }
  shuffle(interval, sizeOf(x), (i, j) => {
    const [a, b] = [itemOf(x, BigInt(i)), itemOf(x, BigInt(j))];
    setItemOf(x, BigInt(i), b);
    setItemOf(x, BigInt(j), a);
  });
}

/** @param {Source} source @param {any} x */
function permutation(source, x) {
  const own = asArray(x);
  if (own.shape.length === 0) {
    const out = fresh([Math.max(0, own.data[own.offset])], int64);
    for (let i = 0; i < out.size; i++) out.data[i] = i;
    shuffled(source, out);
    return out;
  }
  const out = copied(own);
  shuffled(source, out);
  return out;
}

/** Places of a choice without putting back, as default_rng picks them (Floyd). @param {Source} source @param {number} n @param {number} count @param {boolean} isShuffled */
function withoutReturn(source, n, count, isShuffled) {
  const out = fresh([count], int64);
  const upTo = (/** @type {number} */ most) => source.upTo(most);
  const swap = (/** @type {any} */ data) => (/** @type {number} */ i, /** @type {number} */ j) => {
    [data[i], data[j]] = [data[j], data[i]];
  };
  if (n > 10000 && count > Math.floor(n / (isShuffled ? 50 : 20))) {
    const all = Float64Array.from({ length: n }, (_, i) => i);
    shuffle(upTo, n, swap(all), Math.max(n - count, 1));
    out.data.set(all.subarray(n - count));
    return out;
  }
  const seen = new Set();
  for (let j = n - count; j < n; j++) {
    const value = source.upTo(j);
    const own = seen.has(value) ? j : value;
    seen.add(own);
    out.data[j - n + count] = own;
  }
  if (isShuffled) shuffle(upTo, count, swap(out.data));
  return out;
}

/** Running sums of probabilities, ended by 1. @param {any} p */
function chances(p) {
  const sums = Float64Array.from(flat(asArray(p, float64)));
  if (sums.some((one) => one < 0)) throw raised('ValueError', 'probabilities are not non-negative');
  for (let i = 1; i < sums.length; i++) sums[i] += sums[i - 1];
  const total = sums[sums.length - 1];
  if (!(Math.abs(total - 1) <= 1.4901161193847656e-8))
    throw raised('ValueError', Number.isNaN(total) ? 'probabilities contain NaN' : 'probabilities do not sum to 1');
  return sums.map((one) => one / total);
}

/** @param {Source} source @param {any} a @param {any} size @param {any} replace @param {any} p @param {any} isShuffled */
function choice(source, a, size, replace = true, p = null, isShuffled = true) {
  // A list of what is no number is picked from as it is.
  const isList = Array.isArray(a) && a.some((one) => typeof one === 'string' || one === null);
  const from = isList ? asArray(a.map((_, i) => BigInt(i))) : asArray(a);
  if (from.shape.length > 1 && source.isLegacy) throw raised('ValueError', 'a must be 1-dimensional');
  const isCount = from.shape.length === 0;
  const n = isCount ? from.data[from.offset] : from.shape[0];
  const shape = isNone(size) ? [] : shapeOf(size);
  const count = countOf(shape);
  if (n <= 0 && count > 0)
    throw raised(
      'ValueError',
      isCount
        ? 'a must be greater than 0 unless no samples are taken'
        : "'a' cannot be empty unless no samples are taken",
    );
  const sums = p === null ? null : chances(p);
  if (sums !== null && sums.length !== n) throw raised('ValueError', "'a' and 'p' must have same size");
  /** @type {ArrayLike<number>} */ let places;
  if (truth(replace))
    places = Array.from({ length: count }, () =>
      sums === null ? source.upTo(n - 1) : searched(sums, source.double(), true),
    );
  else {
    if (count > n) throw raised('ValueError', "Cannot take a larger sample than population when 'replace=False'");
    if (sums !== null)
      throw raised('NotImplementedError', 'choice() with p and without replacement is not part of this NumPy');
    places = source.isLegacy
      ? flat(part(permutation(source, BigInt(n)), 0, 0, count))
      : withoutReturn(source, n, count, truth(isShuffled)).data;
  }
  if (isList) {
    if (isNone(size)) return a[places[0]];
    throw raised('NotImplementedError', 'arrays of str are not part of this NumPy; random.choices() picks from a list');
  }
  if (isNone(size) && isCount) return source.isLegacy ? BigInt(places[0]) : scalar(places[0], int64);
  const picked = isCount ? new NdArray(Float64Array.from(places), [count], int64) : taken(from, places, 0);
  const full = [...shape, ...from.shape.slice(1)];
  return view(picked, full, new NdArray(picked.data, full, picked.dtype).strides);
}

/** @type {[string, Run]} */
const uniformRow = [
  'low? high? size?',
  (source, low = 0, high = 1, size = null) => drawn(size, [low, high], (a, b) => a + (b - a) * source.double()),
];
/** What both kinds of generator have. @type {Record<string, [string, Run]>} */
const shared = {
  uniform: uniformRow,
  normal: [
    'loc? scale? size?',
    (source, loc = 0, scale = 1, size = null) => {
      const check = (/** @type {number} */ s) => {
        if (s < 0) throw raised('ValueError', 'scale < 0');
        return s;
      };
      return drawn(size, [loc, scale], (m, s) => m + check(s) * source.normal());
    },
  ],
  standard_normal: ['size?', (source, size) => drawn(size, [], () => source.normal())],
  random: ['size?', (source, size) => drawn(size, [], () => source.double())],
  shuffle: [
    'x',
    (source, x) => {
      shuffled(source, x);
      return null;
    },
  ],
  permutation: ['x', permutation],
  choice: [
    'a size? replace? p? axis? shuffle?',
    (source, a, size, replace, p, _axis, isShuffled) => choice(source, a, size, replace, p, isShuffled),
  ],
  exponential: [
    'scale? size?',
    (source, scale = 1, size = null) => drawn(size, [scale], (s) => s * source.exponential()),
  ],
  binomial: [
    'n p size?',
    (source, n, p, size) => drawn(size, [n, p], (count, share) => source.binomial(count, share), int64),
  ],
};
const sized = (/** @type {any[]} */ args) => (args.length === 0 ? null : new Tuple(args));
/** @type {Record<string, [string, Run]>} */
const legacy = {
  ...shared,
  seed: [
    'seed?',
    (source, seed = null) => {
      if (seed !== null && typeof seed !== 'bigint' && asArray(seed).shape.length > 0)
        throw raised('NotImplementedError', 'seeds of several numbers are not part of this NumPy; an int works');
      /** @type {Legacy} */ (source).seed(seed === null ? null : smallIndexOf(seed));
      return null;
    },
  ],
  random_sample: shared.random,
  ranf: shared.random,
  sample: shared.random,
  randint: [
    'low high? size? dtype?',
    (source, low, high, size, dtype) => integers(source, low, high, size, dtype, false),
  ],
  standard_exponential: ['size?', (source, size) => drawn(size, [], () => source.exponential())],
};
/** @type {Record<string, [string, Run]>} */
const modern = {
  ...shared,
  integers: [
    'low high? size? dtype? endpoint?',
    (source, low, high, size, dtype, endpoint = false) => integers(source, low, high, size, dtype, truth(endpoint)),
  ],
};

/** @param {any} made */
const shown = (made) => (made instanceof NdArray ? given(made) : (made ?? null));
/** @param {string} name @param {[string, Run]} row @param {Source} source @param {any[]} args @param {Map<string, any>} keywords */
const run = (name, [parameters, of], source, args, keywords) =>
  shown(of(source, ...boundTo(name, parameters.split(' '), args, keywords)));

/** @param {Record<string, [string, Run]>} table */
const methodsOf = (table) =>
  Object.fromEntries(
    Object.entries(table).map(([name, row]) => [
      name,
      (/** @type {any} */ self, /** @type {any[]} */ args, /** @type {Map<string, any>} */ keywords) =>
        run(name, row, self, args, keywords),
    ]),
  );
/** @param {string} name @param {Map<string, any>} keywords */
function refuseKeywords(name, keywords) {
  for (const key of keywords.keys()) throw raised('TypeError', `${name}() got an unexpected keyword argument '${key}'`);
}
/** randn and rand take dimensions one by one. @type {Record<string, (source: any, args: any[], keywords: Map<string, any>) => any>} */
const byDimensions = {
  randn: (source, args, keywords) => {
    refuseKeywords('randn', keywords);
    return shown(drawn(sized(args), [], () => source.normal()));
  },
  rand: (source, args, keywords) => {
    refuseKeywords('rand', keywords);
    return shown(drawn(sized(args), [], () => source.double()));
  },
};
/** Names that NumPy's generators or its module have and these do not. */
const elsewhere =
  /^(beta|bit_generator|bytes|chisquare|dirichlet|exponential|f|gamma|geometric|gumbel|hypergeometric|laplace|logistic|lognormal|logseries|multinomial|multivariate_\w+|negative_binomial|noncentral_\w+|pareto|permuted|poisson|power|random_integers|rayleigh|spawn|standard_\w+|tomaxint|triangular|vonmises|wald|weibull|zipf|get_state|set_state|PCG64|PCG64DXSM|MT19937|Philox|SFC64|SeedSequence|BitGenerator)$/;

/** @param {string} owner @param {string} name @returns {undefined} */
function missing(owner, name) {
  if (elsewhere.test(name)) throw raised('NotImplementedError', `${owner}.${name} is not part of this NumPy`);
  return undefined;
}

const stateType = hostType(Legacy, {
  name: 'RandomState',
  module: 'numpy.random',
  make: ([seed = null]) => new Legacy(seed === null ? null : smallIndexOf(seed)),
  operations: { __repr__: () => 'RandomState(MT19937)', __str__: () => 'RandomState(MT19937)' },
  methods: { ...methodsOf(legacy), ...byDimensions },
  find: (_, name) => missing('RandomState', name),
});
const generatorType = hostType(Pcg, {
  name: 'Generator',
  module: 'numpy.random',
  operations: { __repr__: () => 'Generator(PCG64)', __str__: () => 'Generator(PCG64)' },
  methods: methodsOf(modern),
  find: (_, name) => missing('Generator', name),
});

/** The generator of the module's own functions. */
const own = () => {
  const kept = state();
  kept.generator ??= new Legacy(null);
  return kept.generator;
};

/** The module numpy.random. */
export const randomModule = () =>
  hostModule(
    'numpy.random',
    {
      ...Object.fromEntries(
        Object.entries(legacy).map(([name, row]) => [
          name,
          fn(name, (args, keywords) => run(name, row, own(), args, keywords)),
        ]),
      ),
      ...Object.fromEntries(
        Object.entries(byDimensions).map(([name, of]) => [
          name,
          fn(name, (args, keywords) => of(own(), args, keywords)),
        ]),
      ),
      RandomState: stateType,
      Generator: generatorType,
      default_rng: fn('default_rng', ([seed = null]) =>
        seed instanceof Pcg ? seed : new Pcg(seed === null ? null : indexOf(seed)),
      ),
    },
    (name) => missing('numpy.random', name),
  );

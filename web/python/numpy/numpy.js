// The module numpy.

import { Dict, floatOf, fn, getAttribute, hostModule, hostType, raised, truth } from '../host/protocol.js';
import { torchModule } from '../torch/namespaces.js';
import { exceptions } from '../values/exceptions.js';
import { Type } from '../values/types.js';
import { fromNumpy, ofData } from './api/bridge.js';
import { defined } from './api/define.js';
import { functions } from './api/functions.js';
import { joiners } from './api/more.js';
import { ndarrayType } from './api/ndarray_type.js';
import { arrayRepr, arrayStr, arrayText } from './api/printing.js';
import { abstract, dtypeType, scalarTypes } from './api/scalar_types.js';
import { ufuncType } from './api/ufunc_type.js';
import { asArray, dtypeOf } from './array/convert.js';
import { boundsOf, dtypes, float32, float64, promoted } from './array/dtypes.js';
import { own } from './array/ndarray.js';
import { scalar } from './array/scalar.js';
import { state } from './array/state.js';
import { lstsq } from './functions/least_squares.js';
import { determinant, inverse, solve } from './functions/linear.js';
import { axesOf, extreme, sum } from './functions/reductions.js';
import { apply, errors, ufuncs } from './functions/ufuncs.js';
import { randomModule } from './random/random.js';

/** @typedef {import('../session.js').Session} Session */

/** An exception of NumPy's. @param {string} name @param {string} module @param {Type[]} bases */
function exception(name, module, bases) {
  const made = new Type(name, bases, new Map(), module);
  made.make = bases[0].make;
  return made;
}
const AxisError = exception('AxisError', 'numpy.exceptions', [exceptions.ValueError, exceptions.IndexError]);
const LinAlgError = exception('LinAlgError', 'numpy.linalg', [exceptions.ValueError]);
Object.assign(own, { AxisError, LinAlgError });
/** What tracebacks call otherwise than programs do. @param {string} qualname */
function ufuncError(qualname) {
  const made = exception('UFuncTypeError', 'numpy._core._exceptions', [exceptions.TypeError]);
  made.qualname = qualname;
  return made;
}
Object.assign(errors, {
  casting: ufuncError('_UFuncOutputCastingError'),
  loop: ufuncError('_UFuncNoLoopError'),
});

/** What numbers of a kind are like: np.finfo, np.iinfo. */
class Limits {
  /** @param {Record<string, any>} facts */
  constructor(facts) {
    this.facts = facts;
  }
}
hostType(Limits, { name: 'finfo', module: 'numpy', find: (self, name) => self.facts[name] });
/** @param {any} value */
function finfo(value) {
  const dtype = dtypeOf(value);
  const is32 = dtype === float32;
  const of = (/** @type {number} */ x) => scalar(x, is32 ? float32 : float64);
  const max = of(is32 ? 3.4028234663852886e38 : Number.MAX_VALUE);
  return new Limits({
    eps: of(is32 ? 2 ** -23 : 2 ** -52),
    max,
    min: of(-max.value),
    tiny: of(is32 ? 2 ** -126 : 2 ** -1022),
    smallest_normal: of(is32 ? 2 ** -126 : 2 ** -1022),
    resolution: of(is32 ? 1e-6 : 1e-15),
    bits: is32 ? 32n : 64n,
    precision: is32 ? 6n : 15n,
    dtype,
  });
}
/** @param {any} value */
function iinfo(value) {
  const dtype = dtypeOf(value);
  const [min, max] = boundsOf(dtype);
  return new Limits({ min, max, bits: BigInt(8 * dtype.itemsize), dtype });
}

/** What a `with` block changes for a while. */
class Within {
  /** @param {Record<string, any>} target @param {Map<string, any>} keywords */
  constructor(target, keywords) {
    this.target = target;
    this.changes = Object.fromEntries(keywords);
    this.before = {};
  }
  begin() {
    this.before = { ...this.target };
    change(this.target, this.changes);
  }
}
hostType(Within, {
  name: 'errstate',
  module: 'numpy',
  operations: {
    __enter__: (self) => self.begin(),
    __exit__: (self) => {
      Object.assign(self.target, self.before);
      return false;
    },
  },
});
/** @param {Record<string, any>} target @param {Record<string, any>} changes */
function change(target, changes) {
  for (const [key, value] of Object.entries(changes)) {
    if (key === 'all') for (const one of Object.keys(target)) target[one] = value;
    else if (value !== null || key === 'formatter')
      target[key] = key === 'suppress' ? truth(value) : typeof value === 'bigint' ? Number(value) : value;
  }
}
/** Options under the names that the functions give them. @param {Map<string, any>} keywords */
const optionsOf = (keywords) => {
  const named = new Map(keywords);
  if (named.has('suppress_small')) named.set('suppress', named.get('suppress_small'));
  if (named.has('max_line_width')) named.set('linewidth', named.get('max_line_width'));
  return named;
};
/** The options that a call sets: writers of elements are gone where it names none. @param {any[]} args @param {Map<string, any>} keywords */
const allOptions = (args, keywords) => new Map([['formatter', null], ...printOptions(args, keywords)]);
/** @param {any[]} args @param {Map<string, any>} keywords */
function printOptions(args, keywords) {
  const named = optionsOf(keywords);
  ['precision', 'threshold', 'edgeitems', 'linewidth', 'suppress'].forEach((name, i) => {
    if (args[i] !== undefined) named.set(name, args[i]);
  });
  if (named.get('threshold') === Number.POSITIVE_INFINITY) named.set('threshold', Number.MAX_SAFE_INTEGER);
  return named;
}

/** @param {any} x @param {any} ord @param {any} axis @param {any} keepdims */
function norm(x, ord = null, axis = null, keepdims = false) {
  const a = asArray(x, asArray(x).dtype.kind === 'f' ? null : float64);
  const keeps = truth(keepdims);
  const axes = axesOf(axis, a.shape.length);
  const size = apply(ufuncs.absolute, [a]);
  const order = ord === null || ord === 'fro' ? 2 : Number(ord);
  if (axes.length > 1 && order !== 2)
    throw raised('NotImplementedError', 'norms of matrices other than Frobenius are not part of this numpy.linalg');
  if (Math.abs(order) === Number.POSITIVE_INFINITY) return extreme(size, axis, keeps, order > 0 ? 1 : -1);
  if (order === 1) return sum(size, axis, keeps, null);
  if (order === 0) return sum(apply(ufuncs.not_equal, [a, asArray(0n)]), axis, keeps, a.dtype);
  if (order === 2) return apply(ufuncs.sqrt, [sum(apply(ufuncs.multiply, [a, a]), axis, keeps, null)]);
  return apply(ufuncs.power, [sum(apply(ufuncs.power, [size, asArray(order)]), axis, keeps, null), asArray(1 / order)]);
}

const linalg = hostModule(
  'numpy.linalg',
  {
    ...defined({
      norm: ['x ord? axis? keepdims?', norm],
      inv: ['a', (a) => inverse(asArray(a))],
      solve: ['a b', (a, b) => solve(asArray(a), asArray(b))],
      det: ['a', (a) => scalar(determinant(asArray(a)), float64)],
      lstsq: [
        'a b rcond?',
        (a, b, rcond = null) => lstsq(asArray(a), asArray(b), rcond === null ? null : floatOf(rcond)),
      ],
    }),
    LinAlgError,
  },
  (name) => missing('numpy.linalg', name),
);

/** @param {string} module @param {string} name */
function missing(module, name) {
  if (name.startsWith('__')) return undefined;
  if (Object.hasOwn(gone, name) && module === 'numpy') throw raised('AttributeError', goneText(name));
  if (known.has(name)) throw raised('NotImplementedError', `${module}.${name} is not part of this NumPy`);
  return undefined;
}
/** Names of older tutorials that NumPy has no more, and what to use instead. @type {Record<string, string>} */
const gone = {
  int: '',
  float: ' If you specifically wanted the numpy scalar type, use `np.float64` here.',
  object: ' ',
  str: ' If you specifically wanted the numpy scalar type, use `np.str_` here.',
  float_: 'np.float64',
  Inf: 'np.inf',
  NaN: 'np.nan',
  infty: 'np.inf',
  PINF: 'np.inf',
  NINF: '-np.inf',
  alltrue: 'np.all',
  sometrue: 'np.any',
  round_: 'np.round',
};
/** @param {string} name */
function goneText(name) {
  const instead = gone[name];
  if (/np\.\w+$/.test(instead))
    return `\`np.${name}\` was removed in the NumPy 2.0 release. Use \`${instead}\` instead.`;
  const rest =
    name === 'int'
      ? ' When replacing `np.int`, you may wish to use e.g. `np.int64` or `np.int32` to specify the precision. If you wish to review your current use, check the release note link for additional information.'
      : instead;
  return `module 'numpy' has no attribute '${name}'.\n\`np.${name}\` was a deprecated alias for the builtin \`${name}\`. To avoid this error in existing code, use \`${name}\` by itself. Doing this will not modify any behavior and is safe.${rest}\nThe aliases was originally deprecated in NumPy 1.20; for more details and guidance see the original release note at:\n    https://numpy.org/devdocs/release/1.20.0-notes.html#deprecations`;
}

/** Names that NumPy has and this does not. */
const known = new Set(
  'einsum tensordot kron fft polynomial ma char strings rec matrix load save savetxt loadtxt genfromtxt nditer lexsort partition argpartition insert put putmask place piecewise histogram2d histogramdd nanvar nanmedian nanpercentile nancumsum cumulative_sum eig eigh eigvals eigvalsh svd qr cholesky pinv matrix_rank cond slogdet matrix_power multi_dot memmap frombuffer fromstring fromfile object_ str_ complex64 complex128 float16 longdouble datetime64 timedelta64 union1d intersect1d setdiff1d in1d roots poly1d poly modf frexp ldexp nextafter spacing gcd lcm i0 unwrap angle conj conjugate real imag iscomplex isreal ix_ s_ mgrid ogrid block resize trim_zeros pad apply_over_axes array_equiv asmatrix atleast_3d bartlett blackman bmat broadcast broadcast_arrays broadcast_shapes can_cast choose compress copyto cumulative_prod diag_indices diagflat diagonal divmod dsplit ediff1d einsum_path extract format_float_positional format_float_scientific frompyfunc geomspace get_printoptions half hamming hanning histogram_bin_edges inexact intc iterable kaiser logaddexp2 mask_indices matmul matrix_norm matrix_transpose matvec may_share_memory nanargmax nanargmin nancumprod nanprod nanquantile outer polyadd polyder polyint polymul promote_types put_along_axis ravel_multi_index rollaxis savez setxor1d short svdvals take_along_axis tensorsolve testing trace tril_indices triu_indices vander vecdot vector_norm'.split(
    ' ',
  ),
);

/** @param {Session} session */
export function numpy(session) {
  const torch = torchModule();
  if (torch.dict.get('from_numpy') !== fromNumpy) {
    torch.dict.set('from_numpy', fromNumpy);
    for (const name of ['tensor', 'as_tensor']) torch.dict.set(name, ofData(name, getAttribute(torch, name)));
  }
  const { options, errors: how } = session.state('numpy', () => state());
  return hostModule(
    'numpy',
    {
      ...functions,
      ...joiners,
      ...scalarTypes,
      ...abstract,
      bool_: scalarTypes.bool,
      int_: scalarTypes.int64,
      intp: scalarTypes.int64,
      double: scalarTypes.float64,
      single: scalarTypes.float32,
      long: scalarTypes.int64,
      uint: scalarTypes.uint64,
      ndarray: ndarrayType,
      ufunc: ufuncType,
      dtype: dtypeType,
      pi: Math.PI,
      e: Math.E,
      euler_gamma: 0.5772156649015329,
      inf: Number.POSITIVE_INFINITY,
      nan: Number.NaN,
      newaxis: null,
      True_: scalar(1, dtypes[0]),
      False_: scalar(0, dtypes[0]),
      __version__: '2.4.6',
      linalg,
      random: randomModule(),
      exceptions: hostModule('numpy.exceptions', { AxisError }),
      finfo: fn('finfo', ([value]) => finfo(value)),
      iinfo: fn('iinfo', ([value]) => iinfo(value)),
      issubdtype: fn('issubdtype', ([a, b]) => subdtype(a, b)),
      result_type: fn('result_type', (args) =>
        args.map((one) => (typeof one === 'object' && 'data' in one ? one.dtype : dtypeOf(one))).reduce(promoted),
      ),
      set_printoptions: fn('set_printoptions', (args, keywords) => {
        change(options, Object.fromEntries(allOptions(args, keywords)));
        return null;
      }),
      printoptions: fn('printoptions', (args, keywords) => new Within(options, allOptions(args, keywords))),
      seterr: fn('seterr', (_, keywords) => {
        const before = new Dict(Object.entries(how));
        change(how, Object.fromEntries(keywords));
        return before;
      }),
      geterr: fn('geterr', () => new Dict(Object.entries(how))),
      errstate: fn('errstate', (_, keywords) => new Within(how, keywords)),
      array2string: fn('array2string', ([a, ...args], keywords) => {
        const own = { ...options };
        change(own, Object.fromEntries(printOptions([args[1], undefined, undefined, args[0], args[2]], keywords)));
        return arrayText(asArray(a), keywords.get('separator') ?? ' ', keywords.get('prefix') ?? '', own);
      }),
      array_repr: fn('array_repr', ([a]) => arrayRepr(asArray(a))),
      array_str: fn('array_str', ([a]) => arrayStr(asArray(a))),
    },
    (name) => missing('numpy', name),
  );
}

/** @param {any} a @param {any} b */
function subdtype(a, b) {
  const dtype = dtypeOf(a);
  if (b instanceof Type && !b.hosts) return dtype.type.derivesFrom(b);
  return dtypeOf(b) === dtype;
}

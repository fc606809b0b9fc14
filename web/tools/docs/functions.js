// The API's pages of functions and of the tensor, from the types with docstrings that tsc writes.
import { aliases, bodyOf, callsOf, declarations, members, split, until } from './declarations.js';
import { errorsOf, index, written } from './entry.js';
import { answered } from './examples.js';
import { escaped } from './markdown.js';

/**
 * @typedef {import('./declarations.js').Declared} Declared
 * @typedef {object} Sources
 * @property {(name: string) => string} types a file of web/build/types
 * @property {import('./entry.js').ErrorCase[]} errors
 * @property {Record<string, string>} examples of what has none in its docstring, by name
 * @property {string} methods the body of the generated interface with the activations that tensors have
 * @property {any} torch
 */

/** The file of the class of the same name that a class extends. @type {Record<string, string>} */
const bases = { Generator: 'random' };

/** Which functions stand under which title, and the file that declares each. @type {[title: string, file: string, names: string[]][]} */
const groups = [
  ['Making tensors', 'data', ['tensor', 'from_numpy']],
  ['', 'conversions', ['as_tensor', 'full_like']],
  ['', 'creation', ['zeros', 'ones', 'empty', 'full', 'zeros_like', 'ones_like', 'empty_like']],
  ['', 'ranges', ['arange', 'linspace', 'logspace']],
  ['', 'random_integers', ['eye']],
  ['Random numbers', 'creation', ['manual_seed', 'rand', 'randn', 'rand_like', 'randn_like', 'initial_seed', 'seed']],
  ['', 'random_integers', ['randint', 'randperm']],
  ['', 'generator', ['Generator']],
  ['Arithmetic', 'arithmetic', ['add', 'sub', 'mul', 'neg', 'reciprocal', 'rsub']],
  ['', 'quotients', ['div']],
  [
    '',
    'aliases',
    [
      'absolute',
      'arctan',
      'arccos',
      'arcsin',
      'arccosh',
      'arcsinh',
      'arctanh',
      'arctan2',
      'fix',
      'negative',
      'multiply',
      'subtract',
      'divide',
      'true_divide',
      'greater',
      'greater_equal',
      'less',
      'less_equal',
      'not_equal',
      'clip',
      'swapaxes',
      'swapdims',
      'moveaxis',
      'ger',
      'vdot',
    ],
  ],
  ['Products of matrices', 'products', ['mm', 'bmm', 'mv', 'dot', 'outer']],
  ['', 'addmm', ['addmm']],
  ['', 'contractions', ['einsum', 'inner', 'tensordot', 'cdist']],
  ['', 'matmul', ['matmul']],
  [
    'Comparisons and logic',
    'comparisons',
    [
      'eq',
      'ne',
      'lt',
      'le',
      'gt',
      'ge',
      'logical_and',
      'logical_or',
      'logical_xor',
      'bitwise_and',
      'bitwise_or',
      'bitwise_xor',
      'logical_not',
      'bitwise_not',
      'isnan',
      'isinf',
      'isfinite',
    ],
  ],
  [
    'Functions of each element',
    'pointwise',
    [
      'abs',
      'sign',
      'floor',
      'ceil',
      'trunc',
      'log',
      'log2',
      'log10',
      'log1p',
      'expm1',
      'sqrt',
      'rsqrt',
      'sin',
      'cos',
      'tan',
      'atan',
      'sinh',
      'cosh',
      'erf',
      'erf',
      'round',
      'square',
    ],
  ],
  [
    '',
    'inverses',
    [
      'acos',
      'asin',
      'acosh',
      'asinh',
      'atanh',
      'exp2',
      'erfc',
      'sinc',
      'frac',
      'deg2rad',
      'rad2deg',
      'logit',
      'nan_to_num',
      'positive',
      'sgn',
      'signbit',
      'isposinf',
      'isneginf',
    ],
  ],
  ['Powers, remainders, bounds, choices', 'powers', ['pow']],
  ['', 'quotients', ['remainder', 'fmod', 'floor_divide']],
  ['', 'bounds', ['maximum', 'minimum', 'clamp', 'clamp_min', 'clamp_max']],
  ['', 'choice', ['where']],
  [
    '',
    'partners',
    [
      'atan2',
      'hypot',
      'logaddexp',
      'logaddexp2',
      'fmax',
      'fmin',
      'copysign',
      'xlogy',
      'heaviside',
      'float_power',
      'lerp',
      'addcmul',
      'addcdiv',
    ],
  ],
  [
    'In place',
    'pointwise',
    [
      'abs_',
      'sign_',
      'floor_',
      'ceil_',
      'trunc_',
      'log_',
      'log2_',
      'log10_',
      'log1p_',
      'expm1_',
      'sqrt_',
      'rsqrt_',
      'sin_',
      'cos_',
      'tan_',
      'atan_',
      'erf_',
      'sinh_',
      'cosh_',
      'round_',
      'square_',
    ],
  ],
  [
    '',
    'inverses',
    ['acos_', 'asin_', 'acosh_', 'asinh_', 'atanh_', 'exp2_', 'erfc_', 'sinc_', 'frac_', 'deg2rad_', 'rad2deg_'],
  ],
  ['Reductions', 'functions', ['sum', 'mean', 'std', 'variance', 'max', 'min']],
  ['', 'truths', ['all', 'any', 'count_nonzero', 'isclose', 'allclose', 'equal']],
  ['', 'places', ['argmax', 'argmin', 'amax', 'amin', 'median']],
  ['', 'totals', ['prod', 'cumsum']],
  ['', 'scans', ['cumprod', 'cummax', 'cummin', 'diff']],
  ['', 'norms', ['norm', 'logsumexp']],
  ['', 'statistics', ['std_mean', 'var_mean', 'aminmax', 'nansum', 'nanmean', 'trace', 'dist', 'cov']],
  ['', 'quantiles', ['quantile']],
  ['', 'linalg', ['vector_norm', 'matrix_norm', 'norm']],
  [
    'Shapes and views',
    'functions',
    ['reshape', 'flatten', 'transpose', 't', 'permute', 'squeeze', 'unsqueeze', 'broadcast_to'],
  ],
  ['', 'functions', ['narrow', 'select', 'unbind', 'clone', 'detach', 'numel']],
  ['', 'joins', ['cat', 'stack', 'vstack', 'hstack', 'split', 'chunk', 'flip', 'roll']],
  [
    '',
    'shapes',
    [
      'ravel',
      'movedim',
      'unflatten',
      'diagonal',
      'fliplr',
      'flipud',
      'tile',
      'repeat_interleave',
      'tensor_split',
      'hsplit',
      'vsplit',
      'dsplit',
    ],
  ],
  [
    '',
    'stacks',
    [
      'atleast_1d',
      'atleast_2d',
      'atleast_3d',
      'dstack',
      'column_stack',
      'meshgrid',
      'broadcast_tensors',
      'broadcast_shapes',
      'cartesian_prod',
    ],
  ],
  ['Order', 'sorting', ['sort', 'argsort', 'topk']],
  ['', 'sets', ['unique', 'unique_consecutive', 'isin', 'searchsorted', 'bucketize', 'argwhere']],
  ['Chosen elements', 'selecting', ['gather', 'index_select', 'masked_select', 'masked_fill', 'nonzero']],
  ['', 'placing', ['scatter', 'scatter_add', 'index_add', 'index_fill', 'index_copy', 'masked_scatter']],
  ['', 'taking', ['take', 'take_along_dim']],
  ['Triangles, diagonals, counts', 'triangles', ['tril', 'triu', 'diag']],
  ['', 'counting', ['bincount', 'histc', 'one_hot']],
  ['Gradients', 'grad_mode', ['no_grad', 'enable_grad', 'set_grad_enabled', 'is_grad_enabled']],
  ['', 'grad', ['grad', 'backward']],
  ['', 'function', ['AutogradFunction']],
  ['', 'gradcheck', ['gradcheck']],
  ['', 'jacobian', ['jacobian']],
  ['Everything else', 'instance', ['available']],
  ['', 'base', ['isTensor']],
  ['', 'print_options', ['set_printoptions']],
  ['', 'size', ['Size']],
  [
    '',
    'dtype',
    ['DType', 'float32', 'float64', 'int64', 'int32', 'uint8', 'bool', 'get_default_dtype', 'set_default_dtype'],
  ],
  ['', 'promotion', ['result_type']],
  ['', 'drawn', ['normal', 'bernoulli']],
  ['', 'drawing', ['multinomial']],
  [
    '',
    'facts',
    [
      'inf',
      'nan',
      'pi',
      'e',
      'newaxis',
      'finfo',
      'iinfo',
      'is_floating_point',
      'is_complex',
      'is_signed',
      'is_nonzero',
      'can_cast',
      'promote_types',
    ],
  ],
  ['', 'device', ['device']],
  ['', 'torch', ['dropout']],
  ['Modules', 'module', ['Module']],
  ['', 'parameter', ['Parameter']],
  ['Layers', 'linear', ['Linear', 'Identity', 'Flatten']],
  ['', 'dropout', ['Dropout']],
  ['', 'normalization', ['LayerNorm', 'BatchNorm1d']],
  ['', 'embedding', ['Embedding']],
  ['', 'similarity', ['CosineSimilarity']],
  ['Modules of modules', 'containers', ['Sequential', 'ModuleList', 'ModuleDict']],
  ['', 'parameter_list', ['ParameterList']],
  [
    'Losses',
    'losses',
    [
      'MSELoss',
      'L1Loss',
      'SmoothL1Loss',
      'HuberLoss',
      'BCELoss',
      'BCEWithLogitsLoss',
      'KLDivLoss',
      'NLLLoss',
      'CrossEntropyLoss',
    ],
  ],
  ['Losses and layers as functions', 'distances', ['mse_loss', 'l1_loss', 'smooth_l1_loss', 'huber_loss']],
  ['', 'entropies', ['binary_cross_entropy', 'binary_cross_entropy_with_logits', 'kl_div']],
  ['', 'classes', ['nll_loss', 'cross_entropy']],
  ['', 'matmul', ['linear']],
  ['', 'dropout', ['dropout']],
  ['', 'normalization', ['layer_norm', 'batch_norm']],
  ['', 'embedding', ['embedding']],
  ['', 'similarity', ['normalize', 'cosine_similarity']],
  [
    'First values of parameters',
    'init',
    [
      'uniform_',
      'normal_',
      'trunc_normal_',
      'constant_',
      'ones_',
      'zeros_',
      'eye_',
      'xavier_uniform_',
      'xavier_normal_',
      'kaiming_uniform_',
      'kaiming_normal_',
      'calculate_gain',
    ],
  ],
  ['Bounds of gradients', 'clipping', ['clip_grad_norm_', 'clip_grad_value_']],
  ['Optimisers', 'sgd', ['SGD']],
  ['', 'adam', ['Adam', 'AdamW']],
  ['', 'rmsprop', ['RMSprop']],
  ['', 'adagrad', ['Adagrad']],
  ['', 'optimizer', ['Optimizer']],
  ['', 'schedulers', ['StepLR', 'MultiStepLR', 'ExponentialLR', 'CosineAnnealingLR', 'LambdaLR']],
  ['', 'plateau', ['ReduceLROnPlateau']],
  ['Data', 'datasets', ['TensorDataset', 'Subset', 'random_split']],
  ['', 'loader', ['DataLoader']],
  [
    'Errors',
    'errors',
    [
      'IndexError',
      'RuntimeError',
      'ValueError',
      'NotImplementedError',
      'AttributeError',
      'OverflowError',
      'AssertionError',
    ],
  ],
];

/** Names that files give otherwise than people do. @type {Record<string, string>} */
const publicNames = { variance: 'var', isTensor: 'is_tensor', DType: 'dtype', AutogradFunction: 'Function' };
/** Where names are that are not torch's own, by themselves or by their files. @type {Record<string, string>} */
const prefixes = {
  Module: 'nn.',
  Parameter: 'nn.',
  linear: 'F.',
  dropout: 'F.',
  layer_norm: 'F.',
  batch_norm: 'F.',
  one_hot: 'F.',
  embedding: 'F.',
  normalize: 'F.',
  cosine_similarity: 'torch.',
};

/** The same by their files. @type {Record<string, string>} */
const prefixesOfFiles = {
  errors: '',
  linear: 'nn.',
  dropout: 'nn.',
  normalization: 'nn.',
  embedding: 'nn.',
  similarity: 'nn.',
  containers: 'nn.',
  parameter_list: 'nn.',
  losses: 'nn.',
  distances: 'F.',
  entropies: 'F.',
  classes: 'F.',
  init: 'nn.init.',
  clipping: 'nn.utils.',
  grad: 'torch.autograd.',
  function: 'torch.autograd.',
  gradcheck: 'torch.autograd.',
  jacobian: 'torch.autograd.functional.',
  linalg: 'torch.linalg.',

  sgd: 'torch.optim.',
  adam: 'torch.optim.',
  rmsprop: 'torch.optim.',
  adagrad: 'torch.optim.',
  optimizer: 'torch.optim.',
  schedulers: 'torch.optim.lr_scheduler.',
  plateau: 'torch.optim.lr_scheduler.',
  datasets: 'torch.utils.data.',
  loader: 'torch.utils.data.',
};

/** @param {import('./declarations.js').Doc} doc */
function wordsOf({ text, params, returns, throws }) {
  const named = params.filter(({ name }) => name !== 'args').map(({ name, text: words }) => `- \`${name}\`: ${words}`);
  const rest = params.filter(({ name }) => name === 'args').map(({ text: words }) => `The argument is ${words}.`);
  const ends = [returns ? `Gives ${returns}.` : '', ...throws.map((one) => `Throws ${one}.`)].filter(Boolean);
  return [text, ...rest, named.join('\n'), ends.join(' ')].filter(Boolean).join('\n\n');
}

/** Files whose functions take no tensor first. */
const ofNoTensor = ['drawn', 'choice', 'init', 'creation', 'data', 'classes', 'dropout', 'normalization'];

/** The example of a function as one of the method of the same name, or of its form in place. @param {string} method @param {Sources} sources */
function asMethod(method, { types }) {
  const name = method.replace(/_$/, '');
  const group = groups.find(
    ([, file, names]) => !ofNoTensor.includes(file) && names.some((one) => (publicNames[one] ?? one) === name),
  );
  const own = group?.[2].find((one) => (publicNames[one] ?? one) === name);
  const { example } = (group && declarations(types(group[1])).get(own)?.doc) ?? {};
  const start = `torch.${name}(`;
  const code = example?.replace(/ \/\/ .*$/s, '');
  if (!code?.includes(start)) return undefined;
  const [before, after] = [code.slice(0, code.indexOf(start)), code.slice(code.indexOf(start) + start.length)];
  const inside = until(after, 0, ')');
  const [self, ...rest] = split(inside, ',');
  return `${before}${self}.${method}(${rest.join(', ')})${after.slice(inside.length + 1)}`;
}

/** @param {Declared} declared @param {string} id @param {Sources} sources */
function examplesOf({ doc }, id, sources) {
  const { examples, torch } = sources;
  const method = /^Tensor\.(\w+)$/.exec(id)?.[1];
  const own = doc.example?.replace(/ \/\/ .*$/s, '') ?? examples[id] ?? (method && asMethod(method, sources));
  return own ? [answered(own, torch)] : [];
}

/** A class: its members as a list. @param {string} text of the file @param {string} name */
function membersOf(text, name, base = '') {
  const pattern = new RegExp(`declare class ${name} [^{]*\\{\\s*\\}`);
  if (pattern.test(text)) return '';
  const body = (/** @type {string} */ of) => (of ? [...members(bodyOf(of, `declare class ${name} `))] : []);
  const list = [...new Map([...body(base), ...body(text)]).values()].filter(({ doc }) => doc.text);
  const items = list.map(({ name: member, kind, type, doc }) => {
    const call =
      kind === 'property' || !type.startsWith('(')
        ? member
        : `${member}${callsOf(type)[0]?.replace(/: [^:]*$/, '') ?? ''}`;
    return `- \`${call}\`: ${doc.text.replace(/\s+/g, ' ')}`;
  });
  return items.join('\n');
}

/** @param {string} file @param {string} declaredName @param {Sources} sources */
function entryOf(file, declaredName, sources) {
  const text = sources.types(file);
  const declared = declarations(text).get(declaredName);
  if (!declared) throw new Error(`expected ${declaredName} in ${file}.d.ts, but it is not there`);
  const name = publicNames[declaredName] ?? declaredName;
  const prefix = file === 'torch' ? 'torch.' : (prefixes[declaredName] ?? prefixesOfFiles[file] ?? 'torch.');
  const id = `${prefix}${name}`;
  const isClass = declared.kind === 'class';
  const base = bases[declaredName] ?? '';
  const calls = isClass ? [] : callsOf(declared.type).map((call) => `${id}${call}`);
  return {
    id,
    text: written({
      id,
      calls,
      words: [wordsOf(declared.doc), isClass ? membersOf(text, declaredName, base && sources.types(base)) : '']
        .filter(Boolean)
        .join('\n\n'),
      errors: errorsOf(id, sources.errors),
      examples: examplesOf(declared, id, sources),
    }),
  };
}

/** Names of types that signatures use. @param {Sources} sources @param {string[]} files */
function typeList(sources, files) {
  const all = new Map(files.flatMap((file) => [...aliases(sources.types(file))]));
  const shown = [...all].filter(
    ([name]) => !['Tensor', 'Method', 'Operation', 'TypedArray', 'Storage', 'Row'].includes(name),
  );
  const items = shown.map(([name, type]) => `<dt><code>${name}</code></dt><dd><code>${escaped(type)}</code></dd>`);
  return `<dl class="types">\n${items.join('\n')}\n</dl>`;
}

/** @param {Sources} sources */
export function functionsPage(sources) {
  /** @type {{ title: string, entries: { id: string, text: string }[] }[]} */ const chapters = [];
  for (const [title, file, names] of groups) {
    if (title) chapters.push({ title, entries: [] });
    chapters.at(-1)?.entries.push(...names.map((name) => entryOf(file, name, sources)));
  }
  const texts = chapters.map(
    ({ title, entries }) =>
      `## ${title}\n\n${index(entries.map(({ id }) => id))}\n${entries.map(({ text }) => text).join('\n\n')}`,
  );
  const types = typeList(sources, ['creation', 'data', 'arithmetic', 'loops', 'functions', 'print_options']);
  return `${texts.join('\n\n')}\n\n## Names of types\n\nThese stand for longer types above.\n\n${types}`;
}

/** @param {Declared} declared @param {string} of the tensor @param {Sources} sources */
function memberEntry(declared, of, sources) {
  const id = `${of}.${declared.name}`;
  const calls =
    declared.kind === 'property' || !/^[({<]/.test(declared.type)
      ? []
      : callsOf(declared.type).map((call) => `${id}${call}`);
  const type =
    calls.length === 0 && /^\w/.test(declared.type) && declared.type !== 'Extreme' ? `Type: \`${declared.type}\`.` : '';
  const own = wordsOf(declared.doc);
  return written({
    id,
    calls,
    words: [own, type].filter(Boolean).join('\n\n'),
    errors: errorsOf(`.${declared.name}`, sources.errors),
    examples: examplesOf(declared, id, sources),
  });
}

/** @param {Sources} sources */
export function tensorPage(sources) {
  const tensor = sources.types('tensor');
  const own = [
    ...members(bodyOf(sources.types('base'), 'declare class TensorBase ')).values(),
    ...members(bodyOf(tensor, 'declare class Tensor ')).values(),
  ];
  const isCall = ({ type }) => type.startsWith('(');
  const methods = [
    ...members(bodyOf(sources.types('method_types'), 'export type Methods')).values(),
    ...own.filter(isCall),
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
  const activations = [...members(sources.methods).values()];
  /** @type {[string, Declared[]][]} */
  const parts = [
    ['Attributes', own.filter((one) => !isCall(one))],
    ['Methods', methods],
  ];
  const texts = parts.map(
    ([title, list]) =>
      `## ${title}\n\n${index(list.map(({ name }) => `Tensor.${name}`))}\n${list.map((one) => memberEntry(one, 'Tensor', sources)).join('\n\n')}`,
  );
  const links = activations.map(({ name }) => `[\`${name}\`](api-activations.html#Tensor.${name})`);
  return `${texts.join('\n\n')}\n\n## Activations\n\nTensors have these as methods too: ${links.join(', ')}.`;
}

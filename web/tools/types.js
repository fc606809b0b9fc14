// TypeScript's view of nn, nn.functional, torch.NAME and tensor.NAME, from the table of activations: web/build/activations.d.ts.

/**
 * @typedef {{ name: string, type: string, required?: boolean, keyword?: boolean }} Argument
 */

/** @param {any} p a parameter of the table @returns {Argument} */
function argument({ name, type, default: fallback, required, choices }) {
  if (choices) return { name, type: choices.map((/** @type {string} */ c) => `'${c}'`).join(' | '), keyword: true };
  return { name, type: type === 'dim' && fallback === null ? 'number | null' : 'number', required };
}

const flag = (/** @type {string} */ name) => ({ name, type: 'boolean' });
const dtype = { name: 'dtype', type: 'DType | null' };
const out = { name: 'out', type: 'Tensor', keyword: true };

/** @param {Argument} a */
const written = ({ name, type, required }) => `${name}${required ? '' : '?'}: ${type}`;
const keywords = (/** @type {Argument[]} */ list) => `{ ${list.map(written).join('; ')} }`;

/**
 * The ways to call a function: arguments by position, and those that are left by keyword.
 * @param {string} name
 * @param {Argument[]} first by position only
 * @param {Argument[]} list
 * @param {boolean} takesOut
 */
function calls(name, first, list, takesOut) {
  const all = takesOut ? [...list, out] : list;
  const places = list.filter((a) => !a.keyword);
  return [...places.keys(), places.length].reverse().map((count) => {
    const given = [...first, ...places.slice(0, count)].map(written);
    const rest = all.filter((a) => !places.slice(0, count).includes(a));
    // Where every argument has its place, keywords are optional.
    const isOptional = count === places.length;
    if (rest.length > 0) given.push(`keywords${isOptional ? '?' : ''}: ${keywords(rest)}`);
    const text = isOptional ? given : given.map((one) => one.replace(/^(\w+)\?:/, '$1:'));
    return `${name}(${text.join(', ')}): Tensor;`;
  });
}

const input = [{ name: 'input', type: 'Tensor', required: true }];

/** The arguments of torch.NAME and tensor.NAME. @param {any} a @param {Argument[]} own */
function nativeArguments(a, own) {
  if (a.kind === 'prelu') return [{ name: 'weight', type: 'Tensor', required: true }];
  if (a.functional === 'rrelu') return [...own, flag('training')];
  return a.kind === 'elementwise' ? own : [{ name: 'dim', type: 'number', required: true }, dtype];
}

/** The arguments of nn.functional.NAME. @param {any} a @param {Argument[]} own */
function functionArguments(a, own) {
  if (a.kind === 'glu') return own;
  if (a.kind === 'elementwise') {
    return [...own, ...(a.functional === 'rrelu' ? [flag('training')] : []), ...(a.inplace ? [flag('inplace')] : [])];
  }
  return a.kind === 'prelu' ? nativeArguments(a, own) : [...own, { ...dtype, keyword: true }];
}

/** The arguments of a constructor, and the attributes. @param {any} a @param {Argument[]} own */
function constructorArguments(a, own) {
  if (a.kind !== 'prelu')
    return [...own.map((p) => ({ ...p, keyword: false })), ...(a.inplace ? [flag('inplace')] : [])];
  return [
    { name: 'num_parameters', type: 'number' },
    { name: 'init', type: 'number' },
    { name: 'device', type: "'cpu' | null" },
    dtype,
  ];
}

/** The attributes of a module. @param {any} a @param {Argument[]} own @returns {Argument[]} */
function attributes(a, own) {
  const list = constructorArguments(a, own);
  const all = a.kind === 'prelu' ? [list[0], list[1], { name: 'weight', type: 'Tensor' }] : list;
  return all.map((p) => ({ ...p, required: true }));
}

/** A class of torch.nn: what makes an instance. @param {any} a @param {Argument[]} own */
function classType(a, own) {
  const list = constructorArguments(a, own);
  const places = `[${list.map(written).join(', ')}]`;
  const extra = a.module === 'Hardtanh' ? ['min_value', 'max_value'].map((name) => ({ name, type: 'number' })) : [];
  const named = list.length > 0 ? ` | [keywords: ${keywords([...list, ...extra])}]` : '';
  return [`/** torch.nn.${a.module} */`, `${a.module}: ModuleClass<nn.${a.module}, ${places}${named}>;`];
}

/** The type of its instances. @param {any} a @param {Argument[]} own */
function instanceType(a, own) {
  const members = attributes(a, own).map((p) => `${written(p)};`);
  return `interface ${a.module} extends ActivationModule { ${members.join(' ')} }`.replace('{  }', '{}');
}

/** The ways to call one activation. @param {any} a */
function signatures(a) {
  const own = /** @type {Argument[]} */ (a.parameters.map(argument));
  const { functional: name } = a;
  const native = nativeArguments(a, own);
  const hasInplace = a.inplace_saves === 'result';
  const isFunctional = name && a.module;
  return {
    classes: a.module ? classType(a, own) : [],
    instances: a.module ? [instanceType(a, own)] : [],
    functions: [
      ...(isFunctional
        ? [`/** torch.nn.functional.${name} */`, ...calls(name, input, functionArguments(a, own), true)]
        : []),
      ...(a.underscore ? [`/** ${name} in place */`, ...calls(`${name}_`, input, native, false)] : []),
    ],
    torch: [
      ...(a.in_torch ? calls(name, input, native, true) : []),
      ...(a.in_torch && hasInplace ? calls(`${name}_`, input, native, false) : []),
    ],
    methods: [
      ...(a.in_tensor ? calls(name, [], native, false) : []),
      ...(a.in_tensor && hasInplace ? calls(`${name}_`, [], native, false) : []),
    ],
  };
}

/** What torch.nn has besides activations, as types. */
const others = {
  Module: "import('../torch/nn/module.js').Module",
  Parameter: 'Tensor',
  ...Object.fromEntries(
    [
      ...[
        'Flatten',
        'Unflatten',
        'Identity',
        'Linear',
        'ModuleDict',
        'ParameterDict',
        'ParameterList',
        'ModuleList',
        'Sequential',
        'AlphaDropout',
        'BatchNorm1d',
        'BatchNorm2d',
        'Dropout',
        'GroupNorm',
        'LayerNorm',
        'RMSNorm',
        'ConstantPad1d',
        'ConstantPad2d',
        'ZeroPad1d',
        'ZeroPad2d',
        'Embedding',
        'CosineSimilarity',
        'PairwiseDistance',
      ],
      ...[
        'BCELoss',
        'BCEWithLogitsLoss',
        'CosineEmbeddingLoss',
        'CrossEntropyLoss',
        'GaussianNLLLoss',
        'HingeEmbeddingLoss',
        'HuberLoss',
        'KLDivLoss',
        'L1Loss',
        'MSELoss',
        'MarginRankingLoss',
        'MultiMarginLoss',
        'NLLLoss',
        'PoissonNLLLoss',
        'SmoothL1Loss',
        'SoftMarginLoss',
        'TripletMarginLoss',
      ],
    ].map((name) => [name, `InstanceType<(typeof import('../torch/nn/nn.js').nn)['${name}']>`]),
  ),
};

/** @param {string[]} lines @param {string} indent */
const indented = (lines, indent) => lines.map((line) => `${indent}${line}`).join('\n');

/** @param {any[]} activations of the table @param {string} banner */
export function types(activations, banner) {
  const all = activations.map(signatures);
  const aliases = Object.entries(others).map(([name, type]) => `type ${name} = ${type};`);
  const gumbel = [flag('hard'), { name: 'eps', type: 'number' }, { name: 'dim', type: 'number' }];
  return `${banner}import type { DType } from '../torch/storage/dtype.js';
import type { Module } from '../torch/nn/module.js';
import type { nn } from '../torch/nn/nn.js';
import type { Tensor } from '../torch/tensor/tensor.js';

/** A class of torch.nn: called with or without \`new\`. */
export interface ModuleClass<M, A extends unknown[]> {
  new (...args: A): M;
  (...args: A): M;
}
/** A module whose input is a tensor. */
export interface ActivationModule extends Module {
  forward(input: Tensor, keywords?: { out?: Tensor }): Tensor;
}
declare module '../torch/nn/module.js' {
  /** A module is called as its forward is. */
  interface Module {
    (...args: Parameters<this['forward']>): ReturnType<this['forward']>;
  }
}
declare module '../torch/nn/nn.js' {
  /** The classes of torch.nn as types: \`const m: nn.ReLU\`. */
  namespace nn {
${indented([...aliases, ...all.flatMap((a) => a.instances)], '    ')}
  }
}
export interface ActivationModules {
${indented(
  all.flatMap((a) => a.classes),
  '  ',
)}
}
export interface ActivationFunctions {
${indented(
  [
    ...all.flatMap((a) => a.functions),
    '/** torch.nn.functional.gumbel_softmax */',
    ...calls(
      'gumbel_softmax',
      [{ name: 'logits', type: 'Tensor', required: true }],
      [{ name: 'tau', type: 'number | Tensor' }, ...gumbel],
      true,
    ),
    '/** torch.nn.functional.linear: input @ weight.T + bias */',
    'linear(input: Tensor, weight: Tensor, bias?: Tensor | null, keywords?: { out?: Tensor }): Tensor;',
  ],
  '  ',
)}
}
/** The activations that torch has beside nn.functional. */
export interface TorchFunctions {
${indented(
  all.flatMap((a) => a.torch),
  '  ',
)}
}
declare module '../torch/tensor/tensor.js' {
  interface Tensor {
${indented(
  all.flatMap((a) => a.methods),
  '    ',
)}
  }
}
`;
}

/**
 * The default export's types, `torch.Tensor` and `torch.nn.Module`: a namespace for the file that declares it, since
 * TypeScript lets no other file add to a default export.
 * @param {any[]} activations
 */
export function torchNamespace(activations) {
  const classes = [...Object.keys(others), ...activations.map((a) => a.module).filter(Boolean)];
  const own = ['Generator', 'Size', 'Tensor'].map((name) => `type ${name} = InstanceType<(typeof torch)['${name}']>;`);
  return `declare namespace torch {
${indented([...own, 'type dtype = DType;'], '  ')}
  namespace nn {
${indented(
  classes.map((name) => `type ${name} = import('./nn/nn.js').nn.${name};`),
  '    ',
)}
  }
}
`;
}

// The API's page of activations, from the table of facts, the generated types and what PyTorch said of wrong calls.
import { callsOf, members } from './declarations.js';
import { errorsOf, index, written } from './entry.js';
import { answered } from './examples.js';

/**
 * @typedef {import('../../core/facts.js').Described} Described
 * @typedef {import('./declarations.js').Declared} Declared
 * @typedef {object} Sources
 * @property {Described[]} activations
 * @property {Record<string, { formula: string, derivative: string }>} formulas MathML
 * @property {Record<'modules' | 'functions' | 'torch' | 'methods', string>} types bodies of the generated interfaces
 * @property {import('./entry.js').ErrorCase[]} errors
 * @property {any} torch
 */

/** @type {[family: string, title: string][]} */
const families = [
  ['rectifier', 'Rectifiers'],
  ['sigmoid', 'Sigmoids'],
  ['smooth', 'Smooth functions'],
  ['shrink', 'Shrinks'],
  ['row-wise', 'Along a dimension'],
  ['', 'Beside them'],
];

/** @param {unknown} value as JavaScript writes it; a float of the table stays one */
const literal = (value) => (typeof value === 'string' ? `'${value}'` : String(value));

/** Defaults by a parameter's name. @param {Described} a @returns {Record<string, unknown>} */
const defaultsOf = (a) => ({
  inplace: false,
  training: false,
  dtype: null,
  device: null,
  num_parameters: 1,
  init: 0.25,
  ...Object.fromEntries(
    a.parameters.filter((p) => p.default !== undefined && a.kind !== 'prelu').map((p) => [p.name, p.default]),
  ),
});

/**
 * A call with defaults in the place of types: `F.relu(input, inplace = false, { out })`.
 * @param {string} name
 * @param {string} call from the types
 * @param {Record<string, unknown>} defaults
 */
export function signature(name, call, defaults) {
  const inner = call.slice(1, call.lastIndexOf('):')).replace(/keywords\??: \{ ([^}]*) \}/, (_, list) => {
    const names = list.split(/; /).map((/** @type {string} */ one) => withDefault(one, defaults));
    return `{ ${names.join(', ')} }`;
  });
  const places = inner.split(/, (?![^{]*\})/).map((one) => (one.startsWith('{') ? one : withDefault(one, defaults)));
  return `${name}(${places.filter(Boolean).join(', ')})`;
}

/** @param {string} argument `alpha?: number` @param {Record<string, unknown>} defaults */
function withDefault(argument, defaults) {
  const name = argument.replace(/\??:.*$/, '').trim();
  return argument.includes('?') && name in defaults ? `${name} = ${literal(defaults[name])}` : name;
}

/** Types of names with several calls: the first one has the most places. @param {string} body @param {string} name */
function firstCall(body, name) {
  const declared = members(body).get(name);
  return declared ? (callsOf(declared.type)[0] ?? null) : null;
}

/** @param {Described} a @param {Sources} sources @returns {string[]} */
function calls(a, { types }) {
  const defaults = defaultsOf(a);
  const found = [];
  if (a.module) {
    const places =
      /ModuleClass<.*?, \[(.*?)\](?: \| |>)/.exec(members(types.modules).get(a.module)?.type ?? '')?.[1] ?? '';
    found.push(signature(`nn.${a.module}`, `(${places}): Module`, defaults));
  }
  const name = a.functional ?? '';
  for (const [prefix, body] of [
    ['F', types.functions],
    ['torch', types.torch],
    ['Tensor', types.methods],
  ]) {
    for (const one of name ? [name, `${name}_`] : []) {
      const call = firstCall(body, one);
      if (call) found.push(signature(`${prefix}.${one}`, call, defaults));
    }
  }
  return found;
}

/** @type {Record<string, string>} */
const shapes = {
  elementwise: 'Input of any shape; output of the same.',
  softmax:
    'Input of any shape; output of the same. `dim` is the dimension along which the numbers are set against each other; without one PyTorch guesses, with a warning.',
  softmax2d: 'Input (C, H, W) or (N, C, H, W); output of the same shape, along the channels C.',
  glu: 'Input whose size along `dim` is even; output with half of it.',
  prelu:
    'Input of any shape; output of the same. `weight` has one number, or one for each channel, which is dimension 1.',
};

/** @param {Described} a */
function words(a) {
  const shape = shapes[a.kind] ?? shapes.softmax;
  const choices = a.parameters
    .filter((p) => p.choices)
    .map((p) => `\`${p.name}\` is ${p.choices?.map((c) => `\`'${c}'\``).join(' or ')}.`);
  const random =
    a.functional === 'rrelu'
      ? ['In training each slope below 0 is drawn between `lower` and `upper`; in evaluation it is their mean.']
      : [];
  const origin = a.origin === 'jax' ? ['JAX’s, not PyTorch’s.'] : [];
  const bounds = a.kernels.filter(({ ulp }) => ulp !== undefined).map(bound);
  const link = a.module && !a.origin ? [`[See it in the playground](../#activation=${a.module}).`] : [];
  return [...origin, ...choices, ...random, shape, ...bounds, ...link].join(' ');
}

/** @param {import('../../core/facts.js').Kernel} kernel */
function bound({ choice, ulp }) {
  const which = choice ? `with \`'${choice}'\` ` : '';
  if (ulp === 0) return `The result is exact ([how it is measured](accuracy.html)).`;
  return `Largest error ${which}promised: ${ulp} ULP ([how it is measured](accuracy.html)).`;
}

const input = 'torch.tensor([-2, -0.5, 0, 1, 3])';

/** Arguments and an input that show what a function does. @type {Record<string, { module?: string, input: string, call?: string }>} */
const special = {
  Threshold: { module: '0.1, 20', input, call: '0.1, 20' },
  Softmax2d: { input: 'torch.tensor([[[1, 2]], [[3, 2]]])' },
  GLU: { input: 'torch.tensor([1, 2, 0, -3])', call: '' },
  PReLU: { input, call: 'torch.tensor([0.1])' },
};

/** @param {Described} a @param {any} torch */
function examples(a, torch) {
  const isRows = !['elementwise', 'prelu'].includes(a.kind);
  const own =
    special[a.module ?? ''] ??
    (isRows ? { module: '{ dim: 0 }', input: 'torch.tensor([1, 2, 4])', call: '0' } : { input });
  const made = a.functional === 'rrelu' ? `nn.${a.module}().eval()` : `nn.${a.module}(${own.module ?? ''})`;
  const codes = [];
  if (a.module) codes.push(`const m = ${made};\nm(${own.input})`);
  const called = [own.input, own.call].filter(Boolean).join(', ');
  if (a.functional) codes.push(a.module ? `F.${a.functional}(${called})` : `torch.${a.functional}(${called})`);
  return codes.map((code) => answered(code, torch));
}

/** @param {Described} a @param {Sources} sources */
function entryOf(a, sources) {
  const set = a.module ? sources.formulas[a.module] : null;
  const id = a.module ? `nn.${a.module}` : `torch.${a.functional}`;
  const names = [id, `F.${a.functional}`];
  return written({
    id,
    calls: calls(a, sources),
    formulas: set
      ? `<div class="formulas" tabindex="0" role="group" aria-label="Formulas">${set.formula}\n${set.derivative}</div>`
      : '',
    words: words(a),
    errors: names.flatMap((name) => errorsOf(name, sources.errors).slice(0, 1)),
    examples: examples(a, sources.torch),
  });
}

/** gumbel_softmax is no row of the table: it is made of other functions. @param {Sources} sources */
function gumbel({ errors, torch }) {
  return written({
    id: 'F.gumbel_softmax',
    calls: ['F.gumbel_softmax(logits, tau = 1, hard = false, eps = 1e-10, dim = -1, { out })'],
    words:
      'Softmax of (logits + Gumbel noise) / tau along `dim`, with PyTorch’s random numbers; `hard` gives one-hot rows whose gradient is that of the soft ones. `eps` has no effect, as in PyTorch. Input of any shape; output of the same.',
    errors: errorsOf('F.gumbel_softmax', errors),
    examples: [answered('torch.manual_seed(0);\nF.gumbel_softmax(torch.tensor([1, 2, 4]), { hard: true })', torch)],
  });
}

/** The page's Markdown below its own words. @param {Sources} sources */
export function activationsPage(sources) {
  const groups = families.map(([family, title]) => {
    const own = sources.activations.filter((a) => a.family === family);
    const ids = own.map((a) => (a.module ? `nn.${a.module}` : `torch.${a.functional}`));
    const all = family === '' ? [...ids, 'F.gumbel_softmax'] : ids;
    const entries = own.map((a) => entryOf(a, sources));
    if (family === '') entries.push(gumbel(sources));
    return `## ${title}\n\n${index(all)}\n${entries.join('\n\n')}`;
  });
  return groups.join('\n\n');
}

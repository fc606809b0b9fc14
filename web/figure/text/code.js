// The same calculation as code that prints what the page shows: in PyTorch, and in JavaScript.

import { givenOf } from '../numbers/evaluation.js';
import { endsOf } from '../numbers/inputs.js';
import { indicesOf } from '../numbers/places.js';
import { exampleOf } from '../state/article.js';
import { isSeeded } from '../state/vocabulary.js';
import { shortest } from './numbers.js';

/**
 * @typedef {import('../state/vocabulary.js').State} State
 * @typedef {import('../numbers/model.js').Result} Result
 */

const kLineWidth = 78;

/** A float as Python reads it: integers get a point, or torch.tensor would make them int64. @param {number} value */
function python(value) {
  if (Number.isNaN(value) || !Number.isFinite(value)) return `float('${shortest(value)}')`;
  const text = shortest(value);
  return /^-?\d+$/.test(text) ? `${text}.` : text;
}

/** @param {number} value */
const javascript = (value) => (Number.isFinite(value) ? shortest(value) : String(value));

/**
 * Nested lists, wrapped.
 * @param {string[]} items
 * @param {readonly number[]} shape
 * @param {number} indent
 * @returns {string}
 */
function list(items, shape, indent) {
  if (shape.length === 0) return items[0];
  if (shape.length > 1) {
    const size = items.length / shape[0];
    const rows = Array.from({ length: shape[0] }, (_, i) =>
      list(items.slice(i * size, (i + 1) * size), shape.slice(1), indent + 1),
    );
    return `[${rows.join(`,\n${' '.repeat(indent + 1)}`)}]`;
  }
  let text = '[';
  let column = indent + 1;
  for (const [i, item] of items.entries()) {
    const piece = i < items.length - 1 ? `${item}, ` : item;
    if (column + piece.length > kLineWidth) {
      text = `${text.trimEnd()}\n${' '.repeat(indent + 1)}`;
      column = indent + 1;
    }
    text += piece;
    column += piece.length;
  }
  return `${text}]`;
}

/** The numbers of an input that is written out, with its shape. @param {State} state */
const numbersOf = (state) => (state.source === 'article' ? exampleOf(state) : state);

/** A scale and a shift, as each language writes them behind a tensor. @typedef {(scale: number, shift: number) => string} Scaling */

/** @type {Scaling} */
const pythonScaling = (scale, shift) =>
  `${scale === 1 ? '' : ` * ${number(scale)}`}${shift === 0 ? '' : shift < 0 ? ` - ${number(-shift)}` : ` + ${number(shift)}`}`;
/** @type {Scaling} */
const javascriptScaling = (scale, shift) =>
  `${scale === 1 ? '' : `.mul(${number(scale)})`}${shift === 0 ? '' : `.add(${number(shift)})`}`;

/** A double in both languages. @param {number} value */
const number = (value) => String(value);

/**
 * How the input is made, in either language.
 * @param {State} state
 * @param {(value: number) => string} written
 * @param {Scaling} scaling
 * @param {string} opening what stands before
 */
function inputCode(state, written, scaling, opening) {
  const { source, shape, mean, scale } = state;
  const sizes = shape.length === 0 ? '[]' : shape.join(', ');
  if (source === 'random') return `torch.randn(${sizes})${scaling(scale, mean)}`;
  if (source === 'rand' || source === 'linspace') {
    const [from, to] = endsOf(state);
    if (source === 'rand') return `torch.rand(${sizes})${scaling(to - from, from)}`;
    const count = shape.reduce((product, size) => product * size, 1);
    const shaped = shape.length === 1 ? '' : `.reshape(${sizes})`;
    return `torch.linspace(${number(from)}, ${number(to)}, ${count})${shaped}`;
  }
  const given = numbersOf(state);
  if (given.numbers.length === 0) return `torch.empty(${given.shape.join(', ')})`;
  const before = `${opening}torch.tensor(`;
  const words = given.numbers.map((value) => (source === 'article' ? value.toFixed(4) : written(value)));
  return `torch.tensor(${list(words, given.shape, before.length)})`;
}

/**
 * The gradient from above: what backward is called with, and what seeds it where the input did not.
 * @param {State} state
 * @param {Result} result
 * @param {(value: number) => string} written
 * @param {string} opening
 * @returns {{ isSeeded: boolean, code: string }}
 */
function upstreamCode(state, { output, upstream }, written, opening) {
  if (!upstream || state.upstream === 'ones') return { isSeeded: true, code: 'torch.ones_like(y)' };
  if (state.upstream === 'random') return { isSeeded: isSeeded(state.source), code: 'torch.randn_like(y)' };
  const { upstreamNumbers: numbers } = state;
  if (numbers.length === 1)
    return { isSeeded: true, code: `torch.full([${output.shape.join(', ')}], ${written(numbers[0])})` };
  const words = numbers.map(written);
  return {
    isSeeded: true,
    code: `torch.tensor(${list(words, output.shape, opening.length + 'torch.tensor('.length)})`,
  };
}

/** The module's construction: its repr, but for what that leaves out. @param {Result} result */
function moduleCode({ activation, parameters, repr }) {
  if (activation.kind === 'prelu') return `PReLU(init=${shortest(Number(parameters.weight))})`;
  return activation.functional === 'rrelu' ? `${repr}.eval()` : repr;
}

/**
 * @param {State} state
 * @param {Result} result
 */
export function pytorchCode(state, result) {
  const { chosen, output, temperature, activation } = result;
  const at = chosen === null ? '' : `[${indicesOf(output.shape, chosen).join(', ')}]`;
  const above = upstreamCode(state, result, python, 'y.backward(');
  const backward = chosen === null ? `y.backward(${above.code})` : at === '[]' ? 'y.backward()' : `y${at}.backward()`;
  const divided = temperature === 1 ? '' : ` / ${number(temperature)}`;
  return `import torch
from torch import nn

${isSeeded(state.source) ? `torch.manual_seed(${state.seed})\n` : ''}input = ${inputCode(state, python, pythonScaling, 'input = ')}
m = nn.${moduleCode(result)}
output = m(input${divided})${activation.kind === 'prelu' ? '.detach()' : ''}
print(input)
print(output)

x = input.clone().requires_grad_()
y = m(x${divided})
${above.isSeeded ? '' : 'torch.manual_seed(0)\n'}${backward}
print(x.grad)
`;
}

/** A seed as JavaScript writes it: beyond 2^53 a number would be another. @param {string} seed */
const seedCode = (seed) => (Number.isSafeInteger(Number(seed)) ? seed : `${seed}n`);

/** @param {Result} result */
function javascriptModule({ activation, parameters }) {
  const isPrelu = activation.kind === 'prelu';
  const words = givenOf(activation, parameters).map(([name, value]) => {
    const written = typeof value === 'number' ? javascript(value) : value === null ? 'null' : `'${value}'`;
    return `${isPrelu ? 'init' : name}: ${written}`;
  });
  const call = `nn.${activation.module}(${words.length > 0 ? `{ ${words.join(', ')} }` : ''})`;
  return activation.functional === 'rrelu' ? `${call}.eval()` : call;
}

/**
 * @param {State} state
 * @param {Result} result
 */
export function javascriptCode(state, result) {
  const { activation, chosen, output, temperature } = result;
  const at = indicesOf(output.shape, chosen ?? 0).map((index) => `[${index}]`);
  const above = upstreamCode(state, result, javascript, 'y.backward(');
  const backward = chosen === null ? `y.backward(${above.code});` : `y${at.join('')}.backward();`;
  const divided = temperature === 1 ? '' : `.div(${number(temperature)})`;
  return `import torch, { nn } from 'torchlet';

${isSeeded(state.source) ? `torch.manual_seed(${seedCode(state.seed)});\n` : ''}const input = ${inputCode(state, javascript, javascriptScaling, 'const input = ')};
const m = ${javascriptModule(result)};
const output = m(input${divided})${activation.kind === 'prelu' ? '.detach()' : ''};
console.log(String(input));
console.log(String(output));

const x = input.clone().requires_grad_();
const y = m(x${divided});
${above.isSeeded ? '' : 'torch.manual_seed(0);\n'}${backward}
console.log(String(x.grad));
`;
}

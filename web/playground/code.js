// The same calculation as code that prints what the page shows: in PyTorch, and in JavaScript.
import { articleExample } from '../element/article.js';
import { indicesOf } from '../element/model.js';
import { shortest } from '../element/numbers.js';
import { givenOf } from '../element/sample.js';

/**
 * @typedef {import('../element/vocabulary.js').State} State
 * @typedef {import('../element/model.js').Result} Result
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

/** The numbers of an input that is not random, with its shape. @param {State} state */
const numbersOf = (state) => (state.source === 'article' ? articleExample(state.activation) : state);

/**
 * torch.tensor's argument, aligned behind what stands before it.
 * @param {State} state
 * @param {(value: number) => string} written
 * @param {number} indent
 */
function listOf(state, written, indent) {
  const { numbers, shape } = numbersOf(state);
  return list(
    numbers.map((value) => (state.source === 'article' ? value.toFixed(4) : written(value))),
    shape,
    indent,
  );
}

/** @param {State} state @returns {string} */
function inputCode(state) {
  if (state.source === 'random') {
    const sizes = state.shape.length === 0 ? '[]' : state.shape.join(', ');
    return `torch.manual_seed(${state.seed})\ninput = torch.randn(${sizes})`;
  }
  const { numbers, shape } = numbersOf(state);
  const opening = 'input = torch.tensor(';
  if (numbers.length === 0) return `input = torch.empty(${shape.join(', ')})`;
  return `${opening}${listOf(state, python, opening.length)})`;
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
  const { chosen, output } = result;
  const at = chosen === null ? '' : `[${indicesOf(output.shape, chosen).join(', ')}]`;
  const backward =
    chosen === null ? 'y.backward(torch.ones_like(y))' : at === '[]' ? 'y.backward()' : `y${at}.backward()`;
  return `import torch
from torch import nn

${inputCode(state)}
m = nn.${moduleCode(result)}
output = m(input)${result.activation.kind === 'prelu' ? '.detach()' : ''}
print(input)
print(output)

x = input.clone().requires_grad_()
y = m(x)
${backward}
print(x.grad)
`;
}

/** A seed as JavaScript writes it: beyond 2^53 a number would be another. @param {string} seed */
const seedCode = (seed) => (Number.isSafeInteger(Number(seed)) ? seed : `${seed}n`);

/** @param {State} state @returns {string} */
function javascriptInput(state) {
  const { source, shape, seed } = state;
  if (source === 'random') {
    const sizes = shape.length === 0 ? '[]' : shape.join(', ');
    return `torch.manual_seed(${seedCode(seed)});\nconst input = torch.randn(${sizes});`;
  }
  const given = numbersOf(state);
  const opening = 'const input = torch.tensor(';
  if (given.numbers.length === 0) return `const input = torch.empty(${given.shape.join(', ')});`;
  return `${opening}${listOf(state, javascript, opening.length)});`;
}

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
  const { activation, chosen, output } = result;
  const at = indicesOf(output.shape, chosen ?? 0).map((index) => `[${index}]`);
  const backward = chosen === null ? 'y.backward(torch.ones_like(y));' : `y${at.join('')}.backward();`;
  return `import torch, { nn } from 'torchlet';

${javascriptInput(state)}
const m = ${javascriptModule(result)};
const output = m(input)${activation.kind === 'prelu' ? '.detach()' : ''};
console.log(String(input));
console.log(String(output));

const x = input.clone().requires_grad_();
const y = m(x);
${backward}
console.log(String(x.grad));
`;
}

// The same calculation in PyTorch: code that prints what the page shows.
import { articleExample } from '../element/article.js';
import { indicesOf } from '../element/model.js';
import { shortest } from '../element/numbers.js';

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

/** @param {State} state @returns {string} */
function inputCode(state) {
  if (state.source === 'random') {
    const sizes = state.shape.length === 0 ? '[]' : state.shape.join(', ');
    return `torch.manual_seed(${state.seed})\ninput = torch.randn(${sizes})`;
  }
  const isArticle = state.source === 'article';
  const { numbers, shape } = isArticle ? articleExample(state.activation) : state;
  const items = numbers.map((value) => (isArticle ? value.toFixed(4) : python(value)));
  const opening = 'input = torch.tensor(';
  if (numbers.length === 0) return `input = torch.empty(${shape.join(', ')})`;
  return `${opening}${list(items, shape, opening.length)})`;
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

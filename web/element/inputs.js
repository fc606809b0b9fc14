// The tensors that go into a figure's function: its input, as the state describes it, and the gradient that comes from above.
import torch from '../index.js';
import { articleExample } from './article.js';
import { usualEnds } from './keys.js';
import { isSeeded, shapeOf } from './vocabulary.js';

/**
 * @typedef {import('../tensor.js').Tensor} Tensor
 * @typedef {import('./vocabulary.js').State} State
 */

/** The ends of a range of numbers. @param {Pick<State, 'source' | 'ends'>} state */
export const endsOf = ({ source, ends }) => ends ?? usualEnds[source];

/** What an input depends on: the same key, the same numbers. @param {State} state */
export function inputKey(state) {
  const { activation, source, shape, seed, numbers, mean, scale } = state;
  if (source === 'article') return `article ${activation}`;
  if (source === 'typed') return `typed ${shape} ${numbers}`;
  if (source === 'linspace') return `linspace ${shape} ${endsOf(state)}`;
  return `${source} ${shape} ${seed} ${source === 'rand' ? endsOf(state) : [mean, scale]}`;
}

/**
 * Numbers times a scale, plus a shift, each rounded as PyTorch's operators round; not touched where nothing would change.
 * @param {Tensor} tensor
 * @param {number} scale
 * @param {number} shift
 */
function scaled(tensor, scale, shift) {
  const wide = scale === 1 ? tensor : tensor.mul(scale);
  return shift === 0 ? wide : wide.add(shift);
}

/** @param {State} state @returns {Tensor} */
export function inputOf(state) {
  const { source, shape, seed, mean, scale } = state;
  if (isSeeded(source)) torch.manual_seed(BigInt(seed));
  if (source === 'random') return scaled(torch.randn([...shape]), scale, mean);
  if (source === 'article' || source === 'typed') {
    const numbers = source === 'typed' ? state.numbers : articleExample(state.activation).numbers;
    return torch.from_numpy(Float32Array.from(numbers)).reshape(shapeOf(state));
  }
  const [from, to] = endsOf(state);
  if (source === 'rand') return scaled(torch.rand([...shape]), to - from, from);
  const count = shape.reduce((product, size) => product * size, 1);
  return torch.linspace(from, to, count).reshape([...shape]);
}

/**
 * The gradient from above, drawn after the input where that is random, else from seed 0; nothing where the figure's own is meant,
 * or where there are not as many typed numbers as outputs.
 * @param {State} state
 * @param {readonly number[]} shape of the output
 * @returns {Tensor | null}
 */
export function upstreamOf(state, shape) {
  const { upstream, upstreamNumbers: numbers } = state;
  if (upstream === '') return null;
  if (upstream === 'ones') return torch.ones([...shape]);
  if (upstream === 'random') {
    if (isSeeded(state.source)) inputOf(state);
    else torch.manual_seed(0);
    return torch.randn([...shape]);
  }
  const count = shape.reduce((product, size) => product * size, 1);
  if (numbers.length === 1) return torch.full([...shape], numbers[0]);
  return numbers.length === count ? torch.from_numpy(Float32Array.from(numbers)).reshape([...shape]) : null;
}

// The numbers that go into a figure's function: its input, as the state describes it, and the gradient that comes from above.
import { fillEven } from '../../core/numbers/float.js';
import { Generator as Stream } from '../../core/numbers/random.js';
import { exampleOf } from '../state/article.js';
import { usualEnds } from '../state/keys.js';
import { isSeeded, shapeOf } from '../state/vocabulary.js';
import { piecesOf } from './pieces.js';
import { roomFor } from './room.js';
import { ShapedArray } from './shaped_array.js';

/**
 * @typedef {import('../state/vocabulary.js').State} State
 */

/** The ends of a range of numbers. @param {Pick<State, 'source' | 'ends'>} state */
export const endsOf = ({ source, ends }) => ends ?? usualEnds[source];

/** What an input depends on: the same key, the same numbers. @param {State} state */
export function inputKey(state) {
  const { activation, example, source, shape, seed, numbers, mean, scale } = state;
  if (source === 'article') return `article ${example || activation}`;
  if (source === 'typed') return `typed ${shape} ${numbers}`;
  if (source === 'linspace') return `linspace ${shape} ${endsOf(state)}`;
  return `${source} ${shape} ${seed} ${source === 'rand' ? endsOf(state) : [mean, scale]}`;
}

/**
 * Numbers times a scale, plus a shift, in place, each rounded as PyTorch's operators round; not touched where nothing would change.
 * @param {Float32Array} numbers
 * @param {number} scale
 * @param {number} shift
 */
function rescale(numbers, scale, shift) {
  const [by, up] = [scale, shift].map(Math.fround);
  if (scale !== 1) for (let i = 0; i < numbers.length; i++) numbers[i] *= by;
  if (shift !== 0) for (let i = 0; i < numbers.length; i++) numbers[i] += up;
}

/** What the numbers of a source are multiplied by and moved. @param {State} state */
function scalingOf(state) {
  if (state.source === 'random') return [state.scale, state.mean];
  if (state.source !== 'rand') return [1, 0];
  const [from, to] = endsOf(state);
  return [to - from, from];
}

/** @param {readonly number[]} shape */
const sizeOf = (shape) => shape.reduce((product, size) => product * size, 1);

/**
 * A new array, filled piece by piece: what is drawn in order is the same as at one go.
 * @param {number} count
 * @param {(piece: Float32Array, at: number) => void} fill
 * @returns {Generator<import('./pieces.js').Progress, Float32Array>}
 */
function* filled(count, fill) {
  const array = roomFor(count);
  for (const [start, end] of piecesOf(count)) {
    fill(array.subarray(start, end), start);
    if (end < count) yield { done: end / count };
  }
  return array;
}

/** A stream of random numbers of its own, so that several figures do not take each other's. @param {State} state */
const streamOf = ({ source, seed }) => new Stream().manual_seed(isSeeded(source) ? BigInt(seed) : 0n);

/**
 * The numbers of torch.randn, torch.rand or torch.linspace before they are scaled.
 * @param {State} state
 * @param {Stream} stream
 * @returns {(piece: Float32Array, at: number) => void}
 */
function maker(state, stream) {
  if (state.source === 'random') return (piece) => stream.normal_(piece, 0, 1);
  if (state.source === 'rand') return (piece) => stream.uniform_(piece, 0, 1);
  const [from, to] = endsOf(state).map(Math.fround);
  return (piece, at) => fillEven(piece, from, to, sizeOf(state.shape), at);
}

/**
 * A state's input, in steps.
 * @param {State} state
 * @returns {Generator<import('./pieces.js').Progress, ShapedArray>}
 */
export function* inputSteps(state) {
  const { source } = state;
  if (source === 'article' || source === 'typed') {
    const numbers = source === 'typed' ? state.numbers : exampleOf(state).numbers;
    return new ShapedArray(Float32Array.from(numbers), shapeOf(state));
  }
  const make = maker(state, streamOf(state));
  const [by, shift] = scalingOf(state);
  const array = yield* filled(sizeOf(state.shape), (piece, at) => {
    make(piece, at);
    rescale(piece, by, shift);
  });
  return new ShapedArray(array, state.shape);
}

/**
 * The gradient from above, in steps. Random ones are drawn after the input where that is random, else from seed 0; there is none
 * where the figure's own is meant, or where there are not as many typed numbers as outputs.
 * @param {State} state
 * @param {readonly number[]} shape of the output
 * @returns {Generator<import('./pieces.js').Progress, ShapedArray | null>}
 */
export function* upstreamSteps(state, shape) {
  const { upstream, upstreamNumbers: numbers } = state;
  const count = sizeOf(shape);
  if (upstream === '') return null;
  if (upstream === 'typed' && numbers.length !== 1) {
    return numbers.length === count ? new ShapedArray(Float32Array.from(numbers), shape) : null;
  }
  const stream = streamOf(state);
  if (upstream === 'random' && isSeeded(state.source)) {
    const skip = maker(state, stream);
    yield* filled(sizeOf(state.shape), skip);
  }
  const value = upstream === 'ones' ? 1 : numbers[0];
  const array = yield* filled(count, (piece) => {
    if (upstream === 'random') stream.normal_(piece, 0, 1);
    else piece.fill(value);
  });
  return new ShapedArray(array, shape);
}

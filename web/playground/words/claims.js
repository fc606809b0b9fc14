// What each function is good and bad for, and what is often said of it, put right. A claim may set the page to show itself.
import { html } from 'lit';

/**
 * @typedef {Partial<import('../../figure/state/vocabulary.js').State>} Patch
 * @typedef {{ show: string, state: string }} Trained a lesson in the state that shows it, as the page of lessons has it in its address
 * @typedef {{ text: unknown, show?: string, patch?: Patch, trained?: Trained }} Claim `show` labels the button that applies the patch
 * @typedef {{ lead: unknown, good: Claim[], bad: Claim[], said: { claim: string, truth: Claim }[] }} Words
 */

/** @param {number[]} numbers @param {number[]} [shape] @returns {Patch} */
export const typed = (numbers, shape = [numbers.length]) => ({ source: 'typed', numbers, shape });
/** @param {number[]} shape @returns {Patch} */
export const random = (shape, seed = '0') => ({ source: 'random', shape, seed });
export const article = /** @type {Patch} */ ({ source: 'article', example: '' });

/** @type {Record<string, Words>} */
export const claims = {
  ReLU: {
    lead: 'Keeps what is positive and makes everything else 0. The usual first choice for hidden layers.',
    good: [
      { text: 'It costs one comparison an element.' },
      {
        text: 'The slope is exactly 1 for every positive input: a chain of active units neither shrinks nor grows the gradient.',
        show: 'only positive inputs',
        patch: typed([0.1, 0.5, 1, 2, 4]),
      },
      {
        text: 'Many outputs are exactly 0, about half of them for inputs spread evenly around 0.',
        show: 'a hundred random numbers',
        patch: random([100]),
      },
    ],
    bad: [
      {
        text: 'Where x ≤ 0 the slope is exactly 0: those elements pass no gradient back, however large the error.',
        show: 'a thousand, half of them dead',
        patch: random([1000]),
      },
      { text: 'Outputs are never negative, so their mean lies above 0 and the next layer’s inputs are shifted.' },
      {
        text: html`<code>inplace=True</code> writes the result over the input. The numbers are the same; PyTorch refuses it for a leaf that requires grad, and complains in backward if the old values are still needed.`,
      },
    ],
    said: [
      {
        claim: 'ReLU is differentiable.',
        truth: {
          text: 'Not at 0, where the slope jumps from 0 to 1. PyTorch returns 0 there: the filled dot.',
          show: 'put an element on 0',
          patch: { ...typed([-1, 0, 1]), element: [1] },
        },
      },
      {
        claim: 'ReLU has no vanishing gradient.',
        truth: {
          text: 'Only where units are active. For x < 0 it is not small but gone, and in a deep chain with PyTorch’s default weights the rest still shrinks layer by layer: through 20 layers to 2 · 10⁻⁷.',
          trained: { show: '20 layers of ReLU', state: 'lesson=vanishing&activation=ReLU' },
        },
      },
      {
        claim: 'A negative input kills the neuron.',
        truth: {
          text: 'It is silent for that example. It is dead only while its input is negative for every example, often after too large a step; it can come back when the layers before it change.',
          show: 'a unit dead for all examples',
          patch: typed([-0.3, -1.2, -2.1, -0.8, -3.4, -0.1]),
          trained: { show: '22 of 32 die in training', state: 'lesson=dying' },
        },
      },
    ],
  },
  LeakyReLU: {
    lead: html`ReLU with a way out: a negative input is multiplied by <code>negative_slope</code> instead of dropped.`,
    good: [
      {
        text: 'Negative inputs pass a little gradient back, so a unit that is negative for every example can still learn its way out.',
        show: 'all inputs negative',
        patch: { parameters: { negative_slope: 0.1 }, ...typed([-0.3, -1.2, -2.1, -0.8, -3.4, -0.1]) },
        trained: { show: 'none of 64 dies in training', state: 'lesson=dying&activation=LeakyReLU' },
      },
      { text: 'It is almost as cheap as ReLU.' },
    ],
    bad: [
      {
        text: html`The default slope, 0.01, is hard to see and lets through a hundredth of the gradient at each layer.`,
        show: 'the default, 0.01',
        patch: { parameters: { negative_slope: 0.01 } },
      },
      { text: 'It is one more number to choose. Whether it beats ReLU depends on the task; try both.' },
    ],
    said: [
      {
        claim: 'The derivative of a leaky ReLU is never zero.',
        truth: {
          text: html`Unless <code>negative_slope</code> is 0. Then it is ReLU, dead region and all.`,
          show: 'slope 0',
          patch: { parameters: { negative_slope: 0 } },
        },
      },
      {
        claim: 'A leaky ReLU is differentiable everywhere.',
        truth: {
          text: html`It has a corner at 0, as ReLU has. There PyTorch takes the left side’s slope, <code>negative_slope</code>.`,
          show: 'put an element on 0',
          patch: { parameters: { negative_slope: 0.1 }, ...typed([-1, 0, 1]), element: [1] },
        },
      },
      {
        claim: 'A leaky ReLU ensures that the network learns.',
        truth: {
          text: 'It does not block the gradient itself. Learning also needs sound weights, step size and data: by steps that are too large all units live, and the loss jumps from step to step and stays high.',
          trained: { show: 'steps that are too large', state: 'lesson=dying&activation=LeakyReLU' },
        },
      },
    ],
  },
  Sigmoid: {
    lead: 'Squeezes every number into the range from 0 to 1: a probability, or how far a gate stands open.',
    good: [
      {
        text: 'The output of a yes-or-no classifier reads as a probability.',
        show: 'the tutorial’s two numbers',
        patch: article,
      },
      { text: 'Gates of LSTM and GRU cells multiply by it: 0 holds back, 1 lets through.' },
      {
        text: html`For training, hand the number before the sigmoid to <code>nn.BCEWithLogitsLoss</code>, which applies it itself, in a way that does not overflow.`,
      },
    ],
    bad: [
      {
        text: 'The slope is at most 0.25, at 0. Ten sigmoids in a chain pass on at most 0.25¹⁰, a millionth.',
        show: 'an element on 0',
        patch: { ...typed([-4, -2, 0, 2, 4]), element: [2] },
        trained: { show: 'a network of 20 layers', state: 'lesson=vanishing' },
      },
      {
        text: 'Inputs of large magnitude, of either sign, saturate: beyond ±6.9 less than a thousandth of the gradient gets through.',
        show: 'saturated on both sides',
        patch: typed([-10, -7, -1, 0, 1, 7, 10]),
      },
      { text: 'Outputs are all positive: the next layer’s inputs are not centred on 0.' },
    ],
    said: [
      {
        claim: 'The sigmoid’s result lies between 0 and 1.',
        truth: {
          text: 'In mathematics it reaches neither. A float32 has only so many digits: from about 16.6 on the result is exactly 1, and the slope exactly 0.',
          show: 'where it becomes exactly 1',
          patch: { ...typed([-18, -12, 0, 12, 18]), element: [4] },
        },
      },
      {
        claim: 'Values too small or too high saturate the sigmoid.',
        truth: { text: 'It is magnitude that counts. A small value, near 0, is where it works best.' },
      },
      {
        claim: 'The sigmoid is slow, and must not be used in hidden layers.',
        truth: {
          text: 'It takes an exponential where ReLU takes a comparison; beside the matrix product around it that rarely shows. In deep feed-forward chains its slope is the trouble, while inside recurrent cells it is the normal choice.',
          trained: { show: 'two layers, by SGD and by Adam', state: 'lesson=convergence' },
        },
      },
    ],
  },
  Tanh: {
    lead: 'Squeezes every number into the range from −1 to 1 and keeps its sign.',
    good: [
      {
        text: 'It is centred on 0: inputs around 0 give outputs around 0, which keeps the next layer’s inputs balanced.',
        show: 'a hundred random numbers',
        patch: random([100], '1'),
      },
      { text: html`The slope at 0 is 1, four times the sigmoid’s; tanh(x) = 2·sigmoid(2x) − 1.` },
      {
        text: html`It makes the state of LSTM and GRU cells, and trains well in moderately deep networks with Xavier weights (<code>nn.init.calculate_gain('tanh')</code> is 5/3).`,
      },
    ],
    bad: [
      {
        text: 'It saturates even sooner than the sigmoid: beyond ±4.15 less than a thousandth of the gradient gets through.',
        show: 'saturated on both sides',
        patch: typed([-6, -4.2, -2, 0, 2, 4.2, 6]),
      },
    ],
    said: [
      {
        claim: 'tanh turns inputs negative.',
        truth: {
          text: 'Each output has its input’s sign. The point is that positive and negative outputs balance.',
          show: 'the tutorial’s seven numbers',
          patch: article,
        },
      },
      {
        claim: 'tanh must not be used in hidden layers.',
        truth: {
          text: 'In a deep feed-forward chain the slopes below 1 multiply and the gradient fades. Recurrent cells use it all the time, and a few layers with Xavier weights train well.',
          trained: { show: '20 layers, by four kinds of weights', state: 'lesson=vanishing&activation=Tanh' },
        },
      },
      {
        claim: 'tanh(−0.7077) is −0.6093.',
        truth: {
          text: 'A tutorial prints that pair. PyTorch gives −0.6092 for −0.7077: the tutorial’s input had more digits than the four that are printed.',
          show: 'that element',
          patch: { ...article, element: [0] },
        },
      },
    ],
  },
  Softmax: {
    lead: html`Turns each slice along <code>dim</code> into shares of one whole: every output depends on all inputs of its slice.`,
    good: [
      {
        text: 'The outputs for one example read as a probability for each class, in the order of the inputs.',
        show: 'the tutorial’s four examples',
        patch: { ...article, parameters: { dim: 1 } },
      },
      {
        text: 'Only differences count: a constant added to a slice changes nothing.',
        show: 'two rows, 100 apart',
        patch: { ...typed([1, 2, 3, 101, 102, 103], [2, 3]), parameters: { dim: 1 } },
      },
      {
        text: 'With two classes it is the sigmoid of the difference.',
        show: 'two classes',
        patch: { ...typed([0, 1, 0, -2], [2, 2]), parameters: { dim: 1 } },
      },
    ],
    bad: [
      {
        text: 'Differences count exponentially: ten apart, and one share is 0.99995. Then the slice is saturated.',
        show: 'ten apart',
        patch: { ...typed([0, 10]), parameters: { dim: 0 } },
      },
      {
        text: 'A gradient of ones comes back as 0, up to rounding, since the sum never changes. So the page shows the gradient of one output: point at a cell and press.',
      },
    ],
    said: [
      {
        claim: 'nn.Softmax() needs no dim.',
        truth: {
          text: html`<code>dim=None</code> is deprecated: PyTorch warns, then takes 0 for tensors of 0, 1 or 3 dimensions, else 1. Say which you mean.`,
          show: 'dim=None',
          patch: { parameters: { dim: null } },
        },
      },
      {
        claim: 'dim is the dimension that softmax is applied on.',
        truth: {
          text: 'Precisely: the index along dim runs through a slice, and each such slice sums to 1. For examples in rows that is dim=1; with dim=0 the examples compete with each other.',
          show: 'the same tensor along 0',
          patch: { ...article, parameters: { dim: 0 } },
        },
      },
      {
        claim: 'Put a softmax last, for classes.',
        truth: {
          text: html`To read probabilities, yes. <code>nn.CrossEntropyLoss</code> takes the numbers before it. A softmax in front of it is applied twice: for [2, 0, −1] and the first class the loss is 0.658 instead of 0.170.`,
          show: '[2, 0, −1]',
          patch: { ...typed([2, 0, -1]), parameters: { dim: 0 } },
        },
      },
    ],
  },
};

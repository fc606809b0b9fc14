// What the functions beyond the tutorial's five are good and bad for, and where other libraries mean something else by the name:
// one list of words, and as long as there are functions.
import { html } from 'lit';
import { defaultParameters } from '../../figure/state/vocabulary.js';
import { article, random, typed } from './claims.js';

/**
 * @typedef {import('./claims.js').Claim} Claim
 * @typedef {{ lead: unknown, good: Claim[], bad: Claim[], elsewhere: unknown }} Words `elsewhere`: defaults that differ in
 *   Keras 3, JAX, ONNX or TensorFlow.js
 */

/** Numbers on both sides of 0, and 0. */
const around = typed([-4, -2, -1, -0.5, 0, 0.5, 1, 2, 4]);
const negative = typed([-0.3, -1.2, -2.1, -0.8, -3.4, -0.1]);

/**
 * Another function in the same plot.
 * @param {string} activation
 * @param {import('../../figure/state/drawn.js').Values} [parameters]
 * @returns {import('./claims.js').Patch}
 */
const beside = (activation, parameters = {}) => ({
  compare: [{ activation, parameters: { ...defaultParameters(activation), ...parameters } }],
});
/** And what it is above or below. @param {string} activation @param {import('../../figure/state/drawn.js').Values} [parameters] @returns {import('./claims.js').Patch} */
const differing = (activation, parameters) => ({ ...beside(activation, parameters), show: ['differences'] });

/** @type {Record<string, Words>} */
export const others = {
  ReLU6: {
    lead: 'ReLU with a ceiling: nothing above 6 gets out. Made for phones, where numbers of few bits need a known range.',
    good: [
      {
        text: 'Outputs stay between 0 and 6, so that eight bits can hold them evenly.',
        show: 'a thousand inputs',
        patch: random([1000]),
      },
    ],
    bad: [
      {
        text: 'It is dead on both sides: above 6 no gradient gets back either.',
        show: 'inputs beyond 6',
        patch: typed([-3, -1, 1, 3, 5, 7, 9]),
      },
    ],
    elsewhere: 'The same in Keras, JAX and TensorFlow.js. ONNX has no ReLU6 and writes Clip from 0 to 6.',
  },
  RReLU: {
    lead: 'A leaky ReLU with a slope drawn anew for each negative element in training, and the bounds’ mean afterwards.',
    good: [
      {
        text: 'The drawn slopes are noise that works against overfitting, as dropout does.',
      },
      {
        text: 'In evaluation it is a leaky ReLU of slope 0.2292: steep enough to see.',
        show: 'negative inputs',
        patch: negative,
      },
    ],
    bad: [
      {
        text: html`Train and evaluation differ: forget <code>model.eval()</code>, and the same input gives another output each time.`,
      },
    ],
    elsewhere: 'JAX, ONNX, Keras and TensorFlow.js have none.',
  },
  PReLU: {
    lead: 'A leaky ReLU whose slope is a weight of the network and learns with the rest.',
    good: [
      {
        text: 'Each channel may find the slope that serves it, at the cost of one number.',
        show: 'a steeper one',
        patch: { parameters: { weight: 0.6 }, ...article },
      },
      { text: 'He and others (2015) introduced it together with the initial weights that are still in use for ReLU.' },
    ],
    bad: [
      {
        text: 'Weight decay pulls the slope towards 0, that is, towards ReLU: leave it out of the decay.',
        show: 'slope 0',
        patch: { parameters: { weight: 0 }, ...article },
      },
    ],
    elsewhere:
      'Keras starts at 0 and learns a slope for every element unless shared_axes says otherwise; PyTorch starts at 0.25.',
  },
  Hardtanh: {
    lead: 'A straight line cut off at both ends: tanh drawn with a ruler.',
    good: [
      { text: 'It is exactly linear between its ends, and costs two comparisons.', show: 'around 0', patch: around },
    ],
    bad: [
      {
        text: 'Beyond the ends the slope is exactly 0, where tanh would still let a little through.',
        show: 'a hundred random numbers',
        patch: random([100], '1'),
      },
    ],
    elsewhere: 'JAX’s hard_tanh has no bounds to set; they are −1 and 1.',
  },
  Threshold: {
    lead: html`Keeps what lies above <code>threshold</code> and puts <code>value</code> in place of the rest: usually with a jump.`,
    good: [
      {
        text: html`With <code>threshold=0</code> and <code>value=0</code> it is ReLU.`,
        show: 'as ReLU',
        patch: { parameters: { threshold: 0, value: 0 }, ...around },
      },
    ],
    bad: [
      {
        text: 'Where it jumps it has no slope at all, and the gradient knows nothing of the jump.',
        show: 'the jump',
        patch: { parameters: { threshold: 1, value: -1 }, ...around },
      },
    ],
    elsewhere: 'ONNX’s ThresholdedRelu always puts 0, and its threshold, alpha, starts at 1.',
  },
  LogSigmoid: {
    lead: 'The logarithm of the sigmoid, in one step that neither overflows nor rounds to minus infinity.',
    good: [
      {
        text: 'Where the sigmoid of −200 is 0 and its logarithm −inf, this gives −200.',
        show: 'far to the left',
        patch: typed([-200, -100, -20, -1, 0, 1, 20]),
      },
      { text: 'Losses of pairs and of ranking are written with it.' },
    ],
    bad: [
      {
        text: 'It is the logarithm of a probability, never above 0: for losses, not between layers.',
        show: 'all negative',
        patch: random([100]),
      },
    ],
    elsewhere: 'The same in JAX, Keras and TensorFlow.js. ONNX composes it.',
  },
  Softsign: {
    lead: 'From −1 to 1 like tanh, but it nears its ends slowly, as 1/x does.',
    good: [
      {
        text: 'At ±10 its slope is still 0.0083, where tanh has none left.',
        show: 'large inputs',
        patch: { ...typed([-10, -5, -1, 0, 1, 5, 10]), ...beside('Tanh') },
      },
    ],
    bad: [
      {
        text: html`At ±inf PyTorch says nan, for inf divided by inf.`,
        show: 'infinities',
        patch: typed([Number.NEGATIVE_INFINITY, -1, 1, Number.POSITIVE_INFINITY]),
      },
    ],
    elsewhere: 'The same everywhere.',
  },
  Hardsigmoid: {
    lead: 'The sigmoid drawn with a ruler: from 0 at −3 to 1 at 3.',
    good: [
      {
        text: 'No exponential: for gates on small processors.',
        show: 'beside Sigmoid',
        patch: { ...around, ...beside('Sigmoid') },
      },
    ],
    bad: [
      {
        text: 'Beyond ±3 it is dead, not just slow.',
        show: 'inputs beyond 3',
        patch: typed([-5, -3, -1, 0, 1, 3, 5]),
      },
    ],
    elsewhere:
      'The slope is 1/6 here, in JAX and in Keras 3. It is 0.2 in ONNX (by default), in TensorFlow.js and in Keras before 3.',
  },
  ELU: {
    lead: html`The identity above 0, an exponential that levels out at <code>−alpha</code> below.`,
    good: [
      {
        text: 'Negative outputs bring the mean nearer to 0 than ReLU’s.',
        show: 'a hundred random numbers',
        patch: random([100]),
      },
      {
        text: html`With <code>alpha=1</code> it has no corner at 0.`,
        show: 'alpha 1',
        patch: { parameters: { alpha: 1 }, ...around },
      },
    ],
    bad: [
      {
        text: html`With any other <code>alpha</code> the slope jumps at 0.`,
        show: 'alpha 2',
        patch: { parameters: { alpha: 2 }, ...around },
      },
      {
        text: 'Far below 0 it saturates: beyond −6.9 less than a thousandth gets through.',
        show: 'far below',
        patch: typed([-12, -9, -7, -5, -1]),
      },
    ],
    elsewhere: 'The same, with alpha 1, in JAX, Keras, ONNX and TensorFlow.js.',
  },
  SELU: {
    lead: 'ELU with two fixed numbers, chosen so that layer after layer mean and spread return to 0 and 1.',
    good: [
      {
        text: 'Random numbers of mean 0 and spread 1 come out with about the same.',
        show: 'ten thousand of them',
        patch: random([10_000]),
      },
    ],
    bad: [
      {
        text: html`That holds for plain chains of linear layers with their weights from <code>nn.init.normal_</code> of spread 1/√n, and with <code>nn.AlphaDropout</code> in place of dropout. Elsewhere it is one ELU among others.`,
      },
      {
        text: 'The slope jumps at 0, from 1.7581 to 1.0507.',
        show: 'put an element on 0',
        patch: { ...typed([-1, 0, 1]), element: [1] },
      },
    ],
    elsewhere: 'The same two numbers everywhere; ONNX calls them alpha and gamma.',
  },
  CELU: {
    lead: html`An ELU that stays smooth for every <code>alpha</code>: its exponential is stretched along with it.`,
    good: [
      {
        text: 'The slope at 0 is 1 whatever alpha is.',
        show: 'alpha 2',
        patch: { parameters: { alpha: 2 }, ...around, ...beside('ELU', { alpha: 2 }) },
      },
    ],
    bad: [
      {
        text: 'With alpha 1 it is ELU, number for number.',
        show: 'alpha 1',
        patch: { parameters: { alpha: 1 }, ...around },
      },
    ],
    elsewhere: 'The same, with alpha 1, in JAX, Keras and ONNX. TensorFlow.js has none.',
  },
  GELU: {
    lead: 'Weighs each input with the chance that a normal random number lies below it. Usual in transformers.',
    good: [
      {
        text: 'Smooth everywhere, close to ReLU for large inputs.',
        show: 'beside ReLU',
        patch: { ...around, ...beside('ReLU') },
      },
      {
        text: 'The tanh form is what the first GPT used, to spare itself the error function. It differs by at most 0.0005.',
        show: 'the tanh form',
        patch: { parameters: { approximate: 'tanh' }, ...around, ...differing('GELU') },
      },
    ],
    bad: [
      {
        text: 'It is not monotone: below −0.75 it rises again towards 0, so two inputs may give the same output.',
        show: 'the dip',
        patch: typed([-3, -2, -1.5, -1, -0.75, -0.5, -0.25]),
      },
      {
        text: 'PyTorch itself loses its digits below −4 or so. The numbers here are the true ones.',
        show: 'far below 0',
        patch: typed([-4, -5, -6, -8, -10]),
      },
    ],
    elsewhere:
      'JAX’s default is the tanh form; PyTorch’s, Keras’ and ONNX’s is not. Weights of one run nearly as well in the other.',
  },
  SiLU: {
    lead: 'x times its own sigmoid, also called swish: in many vision networks and in today’s language models.',
    good: [
      {
        text: 'Smooth, and close to ReLU for large inputs.',
        show: 'beside ReLU',
        patch: { ...around, ...beside('ReLU') },
      },
    ],
    bad: [
      {
        text: 'It dips to −0.2785 at −1.278, then rises towards 0: not monotone.',
        show: 'the dip',
        patch: typed([-4, -3, -2, -1.278, -1, -0.5]),
      },
    ],
    elsewhere: 'Keras and JAX call it silu or swish. ONNX writes x · Sigmoid(x), or Swish from opset 24 on.',
  },
  Mish: {
    lead: 'x times the tanh of softplus: much like SiLU, a little steeper at 0.',
    good: [
      {
        text: 'Smooth everywhere; known from the YOLOv4 detector.',
        show: 'beside SiLU',
        patch: { ...around, ...differing('SiLU') },
      },
    ],
    bad: [
      {
        text: 'Written out it takes an exponential, a logarithm and a tanh an element; plain code needs twenty times as long as the kernel here.',
      },
      {
        text: 'Like SiLU it dips, to −0.3088 at −1.192.',
        show: 'the dip',
        patch: typed([-4, -3, -2, -1.192, -1, -0.5]),
      },
    ],
    elsewhere: 'The same in JAX, Keras and ONNX.',
  },
  Hardswish: {
    lead: 'SiLU drawn with a ruler and a parabola: 0 below −3, x above 3. Known from MobileNetV3.',
    good: [
      { text: 'No exponential; within 0.15 of SiLU.', show: 'beside SiLU', patch: { ...around, ...differing('SiLU') } },
    ],
    bad: [
      {
        text: 'Below −3 it is dead, like ReLU.',
        show: 'inputs below −3',
        patch: typed([-6, -4, -3, -2, -1, 0, 1]),
      },
    ],
    elsewhere: 'The same in JAX, Keras and ONNX.',
  },
  Softplus: {
    lead: 'ReLU with a round corner: the logarithm of 1 + eˣ. Always positive, so it makes variances and rates.',
    good: [
      { text: 'Never 0, never negative.', show: 'negative inputs', patch: { ...negative, ...beside('ReLU') } },
      {
        text: html`A larger <code>beta</code> sharpens the corner.`,
        show: 'beta 5',
        patch: { parameters: { beta: 5 }, ...around },
      },
    ],
    bad: [
      {
        text: html`Where <code>beta</code> · x exceeds <code>threshold</code> PyTorch returns x itself. At 20 nobody sees it; at 1 the curve jumps.`,
        show: 'threshold 1',
        patch: { parameters: { threshold: 1 }, ...around },
      },
    ],
    elsewhere: 'Keras, JAX, ONNX and TensorFlow.js have neither beta nor threshold.',
  },
  Hardshrink: {
    lead: html`Keeps what is larger than <code>lambd</code> in magnitude and makes the rest 0: it picks the strong signals.`,
    good: [{ text: 'What it keeps it keeps unchanged.', show: 'around 0', patch: around }],
    bad: [
      {
        text: 'It jumps at both ends, and passes no gradient between them.',
        show: 'small inputs',
        patch: typed([-0.6, -0.5, -0.3, 0, 0.3, 0.5, 0.6]),
      },
    ],
    elsewhere: 'ONNX’s Shrink with lambd 0.5 and bias 0; Keras 3 has hard_shrink.',
  },
  Softshrink: {
    lead: html`Moves everything <code>lambd</code> towards 0 and stops there: what sparse coding does at each step.`,
    good: [
      {
        text: 'No jump: it starts from 0 where Hardshrink leaps.',
        show: 'small inputs',
        patch: typed([-0.6, -0.5, -0.3, 0, 0.3, 0.5, 0.6]),
      },
    ],
    bad: [{ text: html`All that remains is too small by <code>lambd</code>.`, show: 'around 0', patch: around }],
    elsewhere: 'ONNX’s Shrink with bias and lambd 0.5 (its own bias is 0); Keras 3 has soft_shrink.',
  },
  Tanhshrink: {
    lead: 'What tanh takes away: x − tanh(x). Nearly 0 around 0, nearly straight beyond.',
    good: [{ text: 'Smooth, unlike the other two shrinks.', show: 'around 0', patch: around }],
    bad: [
      {
        text: 'At 0 the slope is 0: near it hardly any gradient gets back.',
        show: 'small inputs',
        patch: typed([-0.1, -0.01, -0.001, 0, 0.001, 0.01, 0.1]),
      },
      { text: 'PyTorch’s difference loses its digits near 0. The numbers here are the true ones.' },
    ],
    elsewhere: 'Keras 3 has tanh_shrink; JAX and ONNX compose it.',
  },
  Softmin: {
    lead: 'Softmax of −x: the smallest input gets the largest share. For distances.',
    good: [
      {
        text: 'Distances turn into weights, the nearest first.',
        show: 'three distances',
        patch: { ...typed([0.5, 1, 4]), parameters: { dim: 0 } },
      },
    ],
    bad: [{ text: 'A minus sign and Softmax do the same, and more readers know it.' }],
    elsewhere: 'The others have none and write softmax(−x).',
  },
  LogSoftmax: {
    lead: 'The logarithm of softmax, in one step that keeps its digits where the share itself would round to 0.',
    good: [
      {
        text: html`It is what <code>nn.NLLLoss</code> takes; <code>nn.CrossEntropyLoss</code> is both in one.`,
        show: 'the tutorial’s four examples',
        patch: { ...article, parameters: { dim: 1 } },
      },
      {
        text: 'A share of e⁻²⁰⁰ is 0 in float32; its logarithm is −200.',
        show: 'two hundred apart',
        patch: { ...typed([0, 200]), parameters: { dim: 0 } },
      },
    ],
    bad: [{ text: 'The outputs are no probabilities. Take the power of e to read them.' }],
    elsewhere: 'JAX, Keras and ONNX take the last axis by default; PyTorch wants to be told.',
  },
  GLU: {
    lead: 'Halves a dimension: the first half comes through as far as the sigmoid of the second half opens.',
    good: [
      {
        text: 'The gate is learned with the rest: a layer twice as wide computes both what to say and how much of it.',
        show: 'a gate open, one shut',
        patch: { ...typed([2, 2, 6, -6]), parameters: { dim: 0 } },
      },
      {
        text: 'Through an open gate the gradient passes unchanged, however deep the chain.',
        show: 'an open gate',
        patch: { ...typed([-1, 3, 8, 8]), parameters: { dim: 0 }, element: [1] },
      },
    ],
    bad: [
      {
        text: 'Behind a shut gate nothing is learned: both halves of the gradient are near 0.',
        show: 'a shut gate',
        patch: { ...typed([-1, 3, -12, -12]), parameters: { dim: 0 }, element: [1] },
      },
      { text: 'The halved dimension must be even, and is the last one unless told otherwise.' },
    ],
    elsewhere:
      'JAX has glu along the last axis; Keras 3 has glu. SwiGLU and GEGLU, in today’s transformers, put SiLU or GELU in the sigmoid’s place.',
  },
  Softmax2d: {
    lead: 'Softmax over the channels of an image: at each place the channels share 1. For labelling every pixel.',
    good: [
      {
        text: 'No dim to get wrong: it is always the third from the last.',
        show: 'two images',
        patch: { ...random([2, 3, 2, 2]) },
      },
    ],
    bad: [
      {
        text: html`It takes tensors of three or four dimensions and nothing else. <code>nn.Softmax(dim=-3)</code> gives the same.`,
      },
    ],
    elsewhere: 'The others have none: give softmax the axis of the channels.',
  },
};

// Every tolerance of the tests, each with its reason. ULP: distances between neighbouring float32 at the true value.
import { activations } from '../web/build/facts.js';

/**
 * Largest forward errors over all floats at default parameters, as the table promises them, by the kernel's name.
 * @type {Record<string, number>}
 */
export const forwardUlp = Object.fromEntries(
  activations.flatMap(({ kernels }) => kernels).flatMap(({ name, ulp }) => (ulp === undefined ? [] : [[name, ulp]])),
);

/** Forward with other parameters, about which the table promises nothing: a float32's own noise. */
export const forwardOtherUlp = 4;

/**
 * log_softmax of a logit that outweighs its row is the logarithm of a number next to 1, here a float64: of what is less than
 * 2^-53 of it nothing is left. PyTorch, with a float32 there, loses all below 2^-24.
 */
export const logSoftmaxAbsolute = 2 ** -52;

/** log_softmax over rows of 256 numbers of a standard deviation of 3, where results go down to -30. PyTorch: 2.1e-6. */
export const logSoftmaxLargest = 2e-6;

/** softmax and softmin over rows of 32 numbers or more; shorter ones have PyTorch's roundings, and the table's bound. */
export const longRowUlp = 4;

/** Of short rows the order in memory decides too: rows next to each other are scaled, others divided, as in PyTorch; in ULP. */
export const shortRowOrder = 10;

/** Backward errors in ULP, or PyTorch's own error where that is larger: both compute from a rounded y. */
export const backwardUlp = 4;

/** Distance of neighbouring float32 at |value|. @param {number} value */
export function ulp(value) {
  const exponent = value === 0 ? -126 : Math.max(-126, Math.floor(Math.log2(Math.abs(value))));
  return 2 ** (exponent - 23);
}

/**
 * A training's losses over up to 600 steps, which start at .7: with ReLU and LeakyReLU they are PyTorch's to the last digit,
 * others are off by a last place here and there, of which Adam makes 1.8e-7.
 */
export const kTrainingLoss = 5e-7;

/**
 * A loss, relative: some of PyTorch's logarithms and exponentials of float32 are off by a last place here and there, where ours
 * are float64's, rounded. Gradients, relative to the largest: they are differences of numbers of its size.
 */
export const kLossRelative = 4 * 2 ** -24;

/** Normalised numbers, of a size up to 3: PyTorch forms means and variances in float32, we in float64. */
export const kNormalized = 1e-6;

/** Quotients of differences over 2e-5 in float64: the third derivative leaves 1e-10, rounding 1e-11. */
export const kDifferences = 1e-8;

/** The ratio of the first to the last layer's gradient at initialisation, relative: an error of a last place a layer, which grows with depth. @param {number} depth */
export const kGradientRatio = (depth) => (depth <= 20 ? 1e-5 : 1e-4);

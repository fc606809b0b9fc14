// Every tolerance of the tests, each with its reason. ULP: distances between neighbouring float32 at the true value.

/** Largest forward errors in ULP over all floats, as README promises them. */
export const forwardUlp = {
  relu: 0, // no arithmetic
  leaky_relu: 0.5, // one product, rounded once, as PyTorch's
  sigmoid: 2.5, // PyTorch: 2.48, and 0 below -88.7
  tanh: 1.3, // PyTorch: 1.00
};

/** Softmax, where the result is at least 2^-126: below it a float32 has no 4 ULP to give. PyTorch: 19 at 256 columns. */
export const softmaxUlp = 4;

/** Backward errors in ULP, or PyTorch's own error where that is larger: both compute from a rounded y. */
export const backwardUlp = 4;

/** Distance of neighbouring float32 at |value|. @param {number} value */
export function ulp(value) {
  const exponent = value === 0 ? -126 : Math.max(-126, Math.floor(Math.log2(Math.abs(value))));
  return 2 ** (exponent - 23);
}

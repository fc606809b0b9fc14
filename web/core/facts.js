// The types of build/facts.js: what people read of an activation, for pages and tests; the package's entry does not need it.

/**
 * @typedef {object} Kernel
 * @property {string} name of the function, "gelu_tanh" for a choice
 * @property {number} index its place in the table of kernels
 * @property {number} [ulp] the promised largest error of forward over all floats, at default parameters, in ULP
 * @property {string} [choice] of the first parameter, where it is not the default one
 * @property {string} [formula] TeX, where the choice has its own
 * @property {string} [derivative]
 *
 * @typedef {import('./kernels.js').Parameter & { start?: number, minimum?: number, maximum?: number, step?: number }} Slider
 *   what a slider offers (any number may be typed), and where it starts
 *
 * @typedef {Omit<import('./kernels.js').Activation, 'parameters'> & {
 *   parameters: Slider[],
 *   family: string,
 *   formula: string,
 *   derivative: string,
 *   kinks: string[],
 *   asymptotes: string[],
 *   kernels: Kernel[],
 * }} Described family: "rectifier", "sigmoid", "smooth", "shrink" or "row-wise"; formula, derivative: TeX; kinks: where the
 *   derivative jumps, a number or a parameter's name; asymptotes: "y=1"
 */

export {};

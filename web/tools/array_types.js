// torchlet/arrays by its names, and TypeScript's view of it, from the table of activations: web/build/arrays.js and arrays.d.ts.

/** Those that are functions of an array. @param {any[]} activations */
const named = (activations) => activations.filter(({ functional }) => functional);

/** @param {any[]} activations of the table @param {string} banner */
export const arraysModule = (activations, banner) => `${banner}import { arrayFunctions } from '../core/arrays.js';

export { pinned } from '../core/kernels.js';
export const {
${named(activations)
  .map(({ functional }) => `  ${functional},`)
  .join('\n')}
} = arrayFunctions;
`;

/** @param {any} p a parameter of the table @param {string} kind of the activation */
function option({ name, required, choices }, kind) {
  if (kind === 'prelu') return `${name}: number | Float32Array`;
  if (choices) return `${name}?: ${choices.map((/** @type {string} */ c) => `'${c}'`).join(' | ')}`;
  return `${name}${required ? '' : '?'}: number`;
}

/** @param {any} a */
function declaration(a) {
  const shaped = a.kind === 'elementwise' ? [] : ['shape?: readonly number[]'];
  const own = [...a.parameters.map((/** @type {any} */ p) => option(p, a.kind)), ...shaped];
  const must = a.kind === 'prelu' || a.parameters.some((/** @type {any} */ p) => p.required);
  const options = (/** @type {string[]} */ ...more) =>
    `options${must ? '' : '?'}: { ${[...own, ...more].join('; ')} }`.replace('{  }', '{}');
  const result = a.kind === 'prelu' ? '{ input: Float32Array; weight: Float32Array }' : 'Float32Array';
  return `/** ${a.module ? `torch.nn.functional.${a.functional}` : `torch.${a.functional}`} of an array: a fresh one, or \`out\`. */
export declare const ${a.functional}: {
  (x: Float32Array, ${options('out?: Float32Array')}): Float32Array;
  /** The gradient of x: a fresh array, or \`out\`. */
  backward(grad: Float32Array, x: Float32Array, ${options('out?: Float32Array')}): ${result};
};`;
}

/** @param {any[]} activations of the table @param {string} banner */
export const arrayTypes = (activations, banner) =>
  `${banner}/** Zeros in the kernels' own memory, which the functions compute where they lie. See web/core/kernels/pinned.js. */
export declare const pinned: (length: number) => Float32Array;
${named(activations).map(declaration).join('\n')}\n`;

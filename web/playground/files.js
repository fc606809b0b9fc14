// The page's numbers as files: a table for spreadsheets, and all of it for programs.

import { indicesOf, outputOf } from '../figure/numbers/places.js';
import { isSeeded } from '../figure/state/vocabulary.js';
import { shortest } from '../figure/text/numbers.js';

/**
 * @typedef {import('../figure/state/vocabulary.js').State} State
 * @typedef {import('../figure/numbers/model.js').Result} Result
 */

/**
 * A row an element: its indices, input, output (for GLU that of its pair), gradient, each as the shortest text that gives the
 * float32 again.
 * @param {Result} result
 */
export function csvOf({ input, output, gradient }) {
  const { shape } = input;
  const columns = [...shape.keys()].map((dim) => `dim ${dim}`);
  const rows = [[...columns, 'input', 'output', 'input.grad'].join(',')];
  for (let i = 0; i < input.data.length; i++) {
    const values = [input.data[i], output.data[outputOf(shape, output.shape, i)], gradient.data[i]].map(shortest);
    rows.push([...indicesOf(shape, i), ...values].join(','));
  }
  return `${rows.join('\r\n')}\r\n`;
}

/** A number as JSON has it: what is not finite is a word there. @param {number} value */
const plain = (value) => (Number.isFinite(value) ? Number(shortest(value)) : shortest(value));

/** @param {State} state @param {Result} result */
export function jsonOf(
  state,
  { activation, parameters, repr, temperature, input, output, gradient, upstream, chosen },
) {
  const numbers = (/** @type {{ data: ArrayLike<number> }} */ { data }) => Array.from(data, plain);
  const all = {
    module: activation.module,
    parameters,
    repr,
    shape: [...input.shape],
    output_shape: [...output.shape],
    seed: isSeeded(state.source) ? state.seed : undefined,
    temperature: activation.elementwise ? undefined : temperature,
    input: numbers(input),
    output: numbers(output),
    upstream: upstream ? numbers(upstream) : chosen === null ? 'ones' : indicesOf(output.shape, chosen),
    gradient: numbers(gradient),
  };
  return `${JSON.stringify(all, null, 1)}\n`;
}

/** An SVG's address, for an image. @param {string} text */
export const addressOf = (text) => `data:image/svg+xml,${encodeURIComponent(text)}`;

/**
 * An SVG as a PNG of twice its size, for screens and print.
 * @param {string} text
 * @returns {Promise<Blob>}
 * @throws {Error} where the browser cannot draw it
 */
export async function pngOf(text) {
  const image = new Image();
  image.src = addressOf(text);
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), {
    width: 2 * image.naturalWidth,
    height: 2 * image.naturalHeight,
  });
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((/** @type {(blob: Blob | null) => void} */ done) => canvas.toBlob(done, 'image/png'));
  if (!blob) throw new Error('This browser could not write the picture as a PNG: take the SVG.');
  return blob;
}

/** Hands a text or bytes to the browser as a file. @param {string} name @param {string} type @param {string | Blob} content */
export function save(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  // The browser has taken it over by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

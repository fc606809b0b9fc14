// What every engine must give to the bit: hashes of all activations forward and backward, random streams, printed text.

import { activations } from '../../web/build/facts.js';
import torch, { F, nn } from '../../web/index.js';

/** @typedef {import('../../web/torch/tensor/tensor.js').Tensor} Tensor */

/** A prime number of bit patterns between one sampled float and the next: all exponents, all kinds of mantissas, 65,542 floats. */
const kStride = 65_531;

/** FNV-1a over bytes. @param {Uint8Array} bytes @param {number} [start] */
function fnv(bytes, start = 0x811c9dc5) {
  let hash = start;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/** A tensor's bits and shape; one NaN is as good as another. @param {Tensor} tensor */
function hashOf(tensor) {
  const data = Float32Array.from(tensor.data, (value) => (Number.isNaN(value) ? Number.NaN : value));
  const bits = new Uint32Array(data.buffer).map((bit, i) => (Number.isNaN(data[i]) ? 0x7fc00000 : bit));
  const shape = new TextEncoder().encode(String(tensor.shape));
  return fnv(shape, fnv(new Uint8Array(bits.buffer)))
    .toString(16)
    .padStart(8, '0');
}

/** Floats from all over their range, in a shape that every activation takes. */
function sampled() {
  const count = Math.ceil(2 ** 32 / kStride);
  const rows = 2 * Math.floor(count / 96);
  const bits = Uint32Array.from({ length: rows * 48 }, (_, i) => i * kStride);
  return torch.from_numpy(new Float32Array(bits.buffer)).reshape(rows, 2, 4, 6);
}

/** Those near 0, where functions bend, and a gradient that is not all ones. */
function ordinary() {
  torch.manual_seed(2);
  return { input: torch.randn(16, 4, 6, 10).mul(3), above: torch.randn(16, 4, 6, 10) };
}

/** A module with its defaults, and with parameters that differ from them. @param {typeof activations[number]} activation @returns {Record<string, any>} */
function modulesOf({ module = '', kind, parameters }) {
  const type = /** @type {any} */ (nn)[module];
  if (kind === 'prelu') return { [module]: type(1, 0.25), [`${module} of 4`]: weighted(type) };
  const options = parameters.map((p) => [
    p.name,
    p.choices ?? (p.type === 'dim' ? [0, 1, -1] : [p.default ?? p.start, p.maximum]),
  ]);
  const most = Math.max(1, ...options.map(([, values]) => values.length));
  return Object.fromEntries(
    Array.from({ length: most }, (_, i) => {
      const made = type(
        Object.fromEntries(options.map(([name, values]) => [name, values[Math.min(i, values.length - 1)]])),
      );
      return [String(made), made.eval()];
    }),
  );
}

/** @param {any} type */
function weighted(type) {
  const module = type(4);
  module.weight.detach().copy_(torch.tensor([0.1, -0.5, 2, 0]));
  return module;
}

/** @param {any} module @param {Tensor} input @param {Tensor | null} above @returns {string} */
function bothWays(module, input, above) {
  const x = input.detach().requires_grad_();
  const y = module(x);
  const gradient = above ?? torch.ones_like(y);
  // GLU's output is half as long.
  y.backward(String(gradient.shape) === String(y.shape) ? gradient : torch.full([...y.shape], 0.7));
  return `${hashOf(y.detach())} ${hashOf(/** @type {Tensor} */ (x.grad))}`;
}

/** @param {Record<string, string>} rows */
function activationRows(rows) {
  const { input, above } = ordinary();
  const far = sampled();
  for (const activation of activations.filter((one) => one.module)) {
    for (const [name, module] of Object.entries(modulesOf(activation))) {
      const fits = name !== 'PReLU of 4';
      rows[name] = `${bothWays(module, input, above)} ${fits ? bothWays(module, far, null) : ''}`.trim();
    }
  }
  torch.manual_seed(3);
  rows['F.rrelu in training'] = hashOf(F.rrelu(input, 0.1, 0.3, true));
  rows['torch.exp'] = hashOf(torch.exp(far));
}

/** @param {Record<string, string>} rows */
function randomRows(rows) {
  for (const seed of [0, 42, 2n ** 64n - 1n]) {
    torch.manual_seed(seed);
    const draws = {
      randn: torch.randn(1000),
      'randn of 5': torch.randn(5),
      rand: torch.rand(999),
      'randn of 17': torch.randn(17),
      gumbel: F.gumbel_softmax(torch.zeros(7, 9)),
    };
    for (const [name, tensor] of Object.entries(draws)) rows[`${name}, seed ${seed}`] = hashOf(tensor);
  }
  rows.linspace = hashOf(torch.linspace(-3.3, 7.7, 1001));
  rows.arange = hashOf(torch.arange(-1, 1, 0.007));
}

/** @param {Record<string, string>} rows */
function textRows(rows) {
  torch.manual_seed(0);
  const texts = [
    torch.randn(4, 5),
    torch.randn(3, 3).mul(1e6),
    torch.randn(2000),
    torch.tensor([Number.NaN, Infinity, -0, 1e-40]),
  ].map(String);
  rows['printed text'] = fnv(new TextEncoder().encode(texts.join('\n'))).toString(16);
  const { input } = ordinary();
  rows['mean and std'] = hashOf(torch.tensor([torch.mean(input).item(), torch.std(input).item()]));
}

/** All rows by their names. @returns {Record<string, string>} */
export function sampleRows() {
  /** @type {Record<string, string>} */ const rows = {};
  activationRows(rows);
  randomRows(rows);
  textRows(rows);
  return rows;
}

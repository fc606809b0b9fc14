// The peers by name, loaded where they are asked for. A peer's table of ops says what its user would naturally write: the
// framework's own function where it has one, else its usual composition.

/** @typedef {import('../tried.js').Peer} Peer */

/** `node` is the oldest major version of Node that a peer runs under. @type {Record<string, { title: string, node: number, why?: string }>} */
export const peers = {
  tfjs: { title: '@tensorflow/tfjs-backend-wasm', node: 18 },
  ort: { title: 'onnxruntime-web', node: 18 },
  jax: { title: '@jax-js/jax', node: 21, why: 'it asks for `navigator`' },
  numpy: { title: 'numpy-ts', node: 22, why: 'its package.json says so' },
};

/** @type {Record<string, () => Promise<{ load: () => Promise<Peer> }>>} */
const modules = {
  tfjs: () => import('./tfjs.js'),
  ort: () => import('./onnxruntime.js'),
  jax: () => import('./jax.js'),
  numpy: () => import('./numpy.js'),
};

/** @type {Map<string, Promise<Peer>>} */
const loaded = new Map();

/** @param {string} name @returns {Promise<Peer>} */
export function peerNamed(name) {
  if (!loaded.has(name))
    loaded.set(
      name,
      modules[name]().then(({ load }) => load()),
    );
  return /** @type {Promise<Peer>} */ (loaded.get(name));
}

const { Worker } = globalThis;

/** In Node tfjs and ort leave a global Worker behind, which jax takes for a browser's and fails with. */
export function restoreGlobals() {
  globalThis.Worker = Worker;
}

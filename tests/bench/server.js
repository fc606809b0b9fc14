// A local server of the project's files as they are, and of an empty page whose import map finds the peers.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { listening } from '../listening.js';

const root = join(import.meta.dirname, '../..');
const modules = '/tests/bench/node_modules';

/** Node's own modules, which a bundle imports but asks for in Node alone. */
const nothing = 'data:text/javascript,export default {}';

export const imports = {
  '@jax-js/jax': `${modules}/@jax-js/jax/dist/index.js`,
  '@tensorflow/tfjs-backend-wasm': `${modules}/@tensorflow/tfjs-backend-wasm/dist/tf-backend-wasm.fesm.min.js`,
  '@tensorflow/tfjs-core': `${modules}/@tensorflow/tfjs-core/dist/tf-core.fesm.min.js`,
  'numpy-ts': `${modules}/numpy-ts/dist/numpy-ts.browser.js`,
  'onnxruntime-web': `${modules}/onnxruntime-web/dist/ort.wasm.min.mjs`,
  fs: nothing,
  os: nothing,
  path: nothing,
  perf_hooks: nothing,
};

const page = `<!doctype html><title>bench</title><script type="importmap">${JSON.stringify({ imports })}</script>`;

/** @type {Record<string, string>} */
const types = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
};

/** @param {string} url @returns {string | null} the file that is meant, if it is one of the project's */
function fileOf(url) {
  const path = normalize(join(root, decodeURIComponent(new URL(url, 'http://local').pathname)));
  if (!path.startsWith(root + sep)) return null;
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? path : null;
}

/** @returns {Promise<{ address: string, close: () => void }>} */
export function serve() {
  const server = createServer(({ url = '/' }, response) => {
    if (url === '/') return response.setHeader('content-type', 'text/html').end(page);
    const file = fileOf(url);
    if (file === null) return response.writeHead(404).end();
    response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
    createReadStream(file).pipe(response);
  });
  return listening(server);
}

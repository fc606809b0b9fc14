// The pages of the start row, each with one script tag, and the server that gives them, gzipped as web servers do.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { listening } from '../../listening.js';
import { imports } from '../server.js';

const root = join(import.meta.dirname, '../../..');
const modules = join(import.meta.dirname, '../node_modules');

/** The contenders whose page shows the figure; the others are peers, whose page shows their first result as text. */
export const drawing = ['plain', 'torchlet'];

/** In the page: when the frame that shows what `ready` tells of is on the screen. The event may not bubble. */
const clock = `addEventListener('ready', () => requestAnimationFrame(() => requestAnimationFrame(() => { window.shown = performance.now(); })), { capture: true, once: true });`;

const tag = '<torchlet-figure activation="LeakyReLU" negative_slope="0.1" loading="eager"></torchlet-figure>';

/** @param {string} name of a contender */
const html = (name) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${name}</title><script>${clock}</script>
<script type="module" src="script.js"></script></head>
<body>${name === 'torchlet' ? tag : '<figure id="figure"></figure>'}</body></html>
`;

/** The peers' packages by their names, as the server of the speed rows finds them; Node's own modules are empty. @type {import('esbuild').Plugin} */
const found = {
  name: 'packages of the bench',
  setup(build) {
    build.onResolve({ filter: /^[@\w]/ }, ({ path }) => {
      const place = /** @type {Record<string, string>} */ (imports)[path];
      if (place === undefined) return undefined;
      return place.startsWith('data:') ? { path, namespace: 'nothing' } : { path: join(root, place) };
    });
    build.onLoad({ filter: /./, namespace: 'nothing' }, () => ({ contents: 'export default {}' }));
  },
};

/** @type {Record<string, string>} */
const peerModules = { tfjs: 'tfjs', ort: 'onnxruntime', jax: 'jax', numpy: 'numpy' };

/** What a contender's script tag loads: torchlet's own file; the others bundled and minified into one. @param {string} name */
async function script(name) {
  if (name === 'torchlet') return readFileSync(join(root, 'dist/site/element.js'));
  const source =
    name === 'plain'
      ? "import './plain_page.js';"
      : `import { firstResult } from './first_result.js'; import { load } from '../peers/${peerModules[name]}.js'; firstResult(load);`;
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'error',
    external: ['node:*'],
    plugins: [found],
    write: false,
  });
  return Buffer.from(outputFiles[0].contents);
}

/** @type {Record<string, string>} */
const types = { '.js': 'text/javascript', '.mjs': 'text/javascript', '.wasm': 'application/wasm' };

/** What a peer's script asks for beside itself, from its own package. @param {string} path */
function packaged(path) {
  const file = normalize(join(modules, path.replace(/^\/node_modules\//, '')));
  if (!path.startsWith('/node_modules/') || !file.startsWith(modules + sep) || !existsSync(file)) return null;
  return statSync(file).isFile()
    ? { type: types[extname(file)] ?? 'application/octet-stream', body: readFileSync(file) }
    : null;
}

/**
 * Serves each contender's page at its name. Nothing may be kept in a cache; what is compressed once stays compressed here.
 * @param {string[]} names of contenders
 * @returns {Promise<{ address: string, close: () => void }>}
 */
export async function servePages(names) {
  /** @type {Map<string, { type: string, body: Buffer }>} */
  const bodies = new Map();
  const put = (/** @type {string} */ path, /** @type {string} */ type, /** @type {string | Uint8Array} */ text) =>
    bodies.set(path, { type, body: gzipSync(text, { level: 9 }) }).get(path);
  for (const name of names) {
    put(`/${name}/`, 'text/html; charset=utf-8', html(name));
    put(`/${name}/script.js`, 'text/javascript', await script(name));
  }
  const server = createServer(({ url = '/' }, response) => {
    const path = decodeURIComponent(new URL(url, 'http://local').pathname);
    let file = bodies.get(path);
    const other = file ? null : packaged(path);
    if (other) file = put(path, other.type, other.body);
    if (!file) return response.writeHead(404).end();
    response.setHeader('content-type', file.type);
    response.setHeader('content-encoding', 'gzip');
    response.setHeader('cache-control', 'no-store');
    response.end(file.body);
  });
  return listening(server);
}

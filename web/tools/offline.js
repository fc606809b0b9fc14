// The site's service worker, with the list of what it keeps: dist/site/sw.js, made of the site that Vite built.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build as bundle } from 'esbuild';
import { project } from './modules.js';

/** What the page is made of, by paths from the site's folder: other pages are not the worker's. @param {string} folder */
function partsOf(folder) {
  const assets = readdirSync(join(folder, 'assets'), { recursive: true, withFileTypes: true });
  const paths = assets.filter((one) => one.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return [join(folder, 'index.html'), ...paths.sort()].map((path) => ({
    path: path.slice(folder.length + 1).replaceAll('\\', '/'),
    integrity: `sha384-${createHash('sha384').update(readFileSync(path)).digest('base64')}`,
  }));
}

const tag = '<meta name="torchlet-worker" content="./sw.js" />';

/** Names the worker in the page and writes it. @param {string} folder of the built site */
export async function writeWorker(folder) {
  const page = join(folder, 'index.html');
  const html = readFileSync(page, 'utf8');
  if (!html.includes(tag)) writeFileSync(page, html.replace('</head>', `  ${tag}\n  </head>`));
  const files = partsOf(folder).map(({ path, integrity }) => [path === 'index.html' ? './' : path, integrity]);
  const build = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16);
  await bundle({
    entryPoints: [join(project, 'web/offline/worker.js')],
    outfile: join(folder, 'sw.js'),
    banner: { js: `globalThis.torchletSite = ${JSON.stringify({ build, files })};` },
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
  });
}

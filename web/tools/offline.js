// The site's service worker, with the list of what it keeps: dist/site/sw.js, made of the site that Vite built.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build as bundle } from 'esbuild';
import { project } from './modules.js';

/** The folders of the pages that the worker keeps: the documentation and what stands in frames are not its. */
const pages = ['', 'tutorial/', 'training/', 'scratch/'];

/** What those pages are made of, by paths from the site's folder. @param {string} folder */
function partsOf(folder) {
  const assets = readdirSync(join(folder, 'assets'), { recursive: true, withFileTypes: true });
  const paths = assets.filter((one) => one.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return [...pages.map((page) => join(folder, page, 'index.html')), ...paths.sort()].map((path) => ({
    path: path.slice(folder.length + 1).replaceAll('\\', '/'),
    integrity: `sha384-${createHash('sha384').update(readFileSync(path)).digest('base64')}`,
  }));
}

/** Names the worker in a page. @param {string} folder of the built site @param {string} page its own folder in that */
function nameWorker(folder, page) {
  const path = join(folder, page, 'index.html');
  const html = readFileSync(path, 'utf8');
  const tag = `<meta name="torchlet-worker" content="${page ? '../' : './'}sw.js" />`;
  if (!html.includes(tag)) writeFileSync(path, html.replace('</head>', `  ${tag}\n  </head>`));
}

/** Names the worker in its pages and writes it. @param {string} folder of the built site */
export async function writeWorker(folder) {
  for (const page of pages) nameWorker(folder, page);
  const files = partsOf(folder).map(({ path, integrity }) => [path.replace(/index\.html$/, '') || './', integrity]);
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

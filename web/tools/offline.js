// The site's service worker, with the list of what it keeps: dist/site/sw.js, made of the site that Vite built.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build as bundle } from 'esbuild';
import { project } from './modules.js';

/** The folders of the pages that the worker keeps: instruments. What is read once, or stands in frames, is not its. */
const pages = ['', 'training/'];

/** @typedef {Record<string, { file: string, imports?: string[], dynamicImports?: string[], css?: string[], assets?: string[] }>} Manifest Vite's */

/** Files that entries need, now or later, by paths from the site's folder. @param {Manifest} manifest @param {string[]} entries */
function filesOf(manifest, entries) {
  const found = new Set();
  /** @type {Set<string>} */ const seen = new Set();
  const left = [...entries];
  for (let key = left.pop(); key !== undefined; key = left.pop()) {
    if (seen.has(key)) continue;
    seen.add(key);
    const { file, imports = [], dynamicImports = [], css = [], assets = [] } = manifest[key];
    for (const one of [file, ...css, ...assets]) found.add(one);
    left.push(...imports, ...dynamicImports);
  }
  return [...found].sort();
}

/** What those pages are made of, by paths from the site's folder. @param {string} folder */
function partsOf(folder) {
  /** @type {Manifest} */ const manifest = JSON.parse(readFileSync(join(folder, 'assets/pages.json'), 'utf8'));
  const assets = filesOf(
    manifest,
    pages.map((page) => `${page}index.html`),
  );
  return [...pages.map((page) => `${page}index.html`), ...assets.filter((one) => !one.endsWith('.html'))].map(
    (own) => ({
      path: own,
      integrity: `sha384-${createHash('sha384')
        .update(readFileSync(join(folder, own)))
        .digest('base64')}`,
    }),
  );
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

// Builds what runs programs: cell.js for a script tag with its parts beside it, and torchlet/cell and torchlet/python for those who bundle.
// A program's modules are loaded when it imports them, so each is a file of its own: Rolldown, Vite's bundler, as it names the parts.
import { cpSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { rolldown } from 'rolldown';
import { project } from './modules.js';
import { tightened } from './tightened.js';

const web = join(project, 'web');
const host = join(web, 'figure/host.js');
/** Where cell.js and its parts wait for the site. */
const built = join(project, 'build/programs');
/** The layers that are bundled: the package's other modules every user of it shares. */
const layers = ['figure', 'cell', 'python'];

/** The package's own modules stay where they are: one torch beside `import torch from 'torchlet'`. @param {string} file */
function isOwn(file) {
  const [layer] = relative(web, file).split(sep);
  return layer !== '..' && !layers.includes(layer);
}

/** The parts: what the language needs, which is loaded first, and torch, which NumPy needs too. */
const groups = [
  {
    name: 'language',
    test: /\/web\/(?:python\/python|python\/host\/(?:ordered|defaultdict|named_tuple|files|copying)|python\/operations\/libm|python\/errors\/warned|python\/values\/\w+|core\/numbers\/(?:exact|mersenne))\.js$/,
    priority: 2,
  },
  { name: 'torch', test: /\/web\/python\/torch\/namespaces\.js$/, priority: 1 },
];

/** Lit is given what it asks for while it is loaded, where there is no page. @type {import('rolldown').Plugin} */
const pageless = {
  name: 'Lit without a page',
  transform: {
    filter: { id: /\/node_modules\/(?:@lit|lit|lit-html|lit-element)\// },
    handler: (code) => ({
      code: `import { CSSStyleSheet, HTMLElement, document, globalThis } from ${JSON.stringify(host)};\n${code}`,
    }),
  },
};

/** @type {import('rolldown').Plugin} */
const tight = {
  name: 'tight templates',
  transform: { filter: { id: /\/web\/(?:figure|cell)\// }, handler: (code) => ({ code: tightened(code) }) },
};

/**
 * @param {string[]} entries modules in web/
 * @param {import('rolldown').InputOptions} input
 * @param {import('rolldown').OutputOptions} output
 */
async function bundle(entries, input, output) {
  const build = await rolldown({
    input: Object.fromEntries(entries.map((module) => [nameOf(module), join(web, module)])),
    platform: 'browser',
    transform: { target: 'es2022' },
    logLevel: 'warn',
    ...input,
  });
  await build.write({ format: 'esm', codeSplitting: { groups }, ...output });
  await build.close();
}

/** What an entry's file is called. @param {string} module */
const nameOf = (module) => (module.startsWith('cell/') ? 'cell' : 'python');

/** cell.js and cell/ in build/programs, and for bundlers cell.js, python.js and programs/ in web/build/. */
export async function buildPrograms() {
  const parts = join(web, 'build/programs');
  for (const folder of [built, parts]) rmSync(folder, { recursive: true, force: true });
  await bundle(
    ['cell/element.js'],
    { plugins: [pageless, tight] },
    { dir: built, chunkFileNames: 'cell/[name]-[hash].js', minify: true, comments: false },
  );
  await bundle(
    ['cell/element.js', 'python/python.js'],
    { plugins: [pageless], external: (id) => id.startsWith(web) && isOwn(id) },
    { dir: join(web, 'build'), chunkFileNames: 'programs/[name].js' },
  );
}

/** Puts cell.js and its parts into the site. @param {string} site its folder */
export const writePrograms = (site) => cpSync(built, site, { recursive: true });

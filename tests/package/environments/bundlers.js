// Bundlers: each makes a page of the same modules, which Chromium opens.
import { join } from 'node:path';
import { build as esbuild } from 'esbuild';
import { createServer, build as vite } from 'vite';
import { ran, tool, toolModule } from '../kit.js';
import { expectedOfArrays, lessonOf, moduleOfArrays, moduleOfNames, pageWith, showing } from '../lesson.js';

/** @typedef {import('./node.js').Environment} Environment */

const sources = { 'lesson.js': moduleOfNames, 'main.js': showing };
const page = { ...sources, 'index.html': pageWith('<script type="module" src="./main.js"></script>') };
const silent = { configFile: /** @type {const} */ (false), logLevel: /** @type {const} */ ('error') };

/** @type {Environment[]} */
export const vites = [
  {
    name: 'Vite dev',
    rule: 'must pass',
    quick: true,
    async run(kit) {
      const root = await kit.project(page);
      const server = await createServer({ ...silent, root, server: { port: 0, host: '127.0.0.1' } });
      try {
        await server.listen();
        return (await kit.opened(/** @type {string} */ (server.resolvedUrls?.local[0]))).text;
      } finally {
        await server.close();
      }
    },
  },
  {
    name: 'Vite build, in a folder of a server',
    rule: 'must pass',
    quick: true,
    async run(kit) {
      const root = await kit.project(page);
      await vite({ ...silent, root, base: './', build: { outDir: 'out/some/where' } });
      const { text, requests } = await kit.shown(join(root, 'out'), 'some/where/');
      const binaries = requests.filter((path) => path.endsWith('.wasm'));
      if (binaries.length > 0) throw new Error(`it asked for ${binaries.join(', ')}; expected all embedded`);
      return text;
    },
  },
  {
    name: 'Vite build, torchlet/slim with an address',
    rule: 'must pass',
    quick: true,
    async run(kit) {
      const root = await kit.project({
        ...page,
        'main.js': `import createTorch from 'torchlet/slim';
import url from 'torchlet/torchlet.wasm?url';
createTorch.load(url).then((torch) => {
  ${lessonOf('torch')}
  document.querySelector('#output').textContent = lesson();
});
`,
      });
      await vite({ ...silent, root, base: './', build: { outDir: 'out', assetsInlineLimit: 0 } });
      const { text, requests } = await kit.shown(join(root, 'out'));
      if (!requests.some((path) => path.endsWith('.wasm'))) throw new Error('it did not ask for the binary');
      return text;
    },
  },
];

/** @typedef {Record<string, string>} Files */
/** @typedef {(kit: import('../kit.js').Kit, files: Files) => Promise<string>} Bundler what the page of the files shows */

/** A page with one script that a bundler wrote. @param {string} type */
const bundlePage = (type) => ({ 'out/index.html': pageWith(`<script ${type} src="main.js"></script>`) });

/** @type {Bundler} */
async function viteBuild(kit, files) {
  const root = await kit.project({ ...page, ...files });
  await vite({ ...silent, root, base: './', build: { outDir: 'out' } });
  return (await kit.shown(join(root, 'out'))).text;
}

/** @type {Bundler} */
async function webpack(kit, files) {
  const root = await kit.project({ ...files, ...bundlePage('defer') });
  const { default: pack } = await toolModule('webpack');
  const settings = { mode: 'production', context: root, entry: './main.js', output: { path: join(root, 'out') } };
  await new Promise((resolve, reject) => {
    const compiler = pack(settings);
    compiler.run((/** @type {Error | null} */ error, /** @type {any} */ stats) => {
      const words = error?.message ?? (stats.hasErrors() ? stats.toString({ all: false, errors: true }) : '');
      compiler.close(() => (words ? reject(new Error(words)) : resolve(undefined)));
    });
  });
  return (await kit.shown(join(root, 'out'))).text;
}

/** @type {Bundler} */
async function esbuildBundle(kit, files) {
  const root = await kit.project({ ...files, ...bundlePage('type="module"') });
  const [entry, outfile] = ['main.js', 'out/main.js'].map((name) => join(root, name));
  await esbuild({ entryPoints: [entry], outfile, bundle: true, minify: true, format: 'esm', logLevel: 'silent' });
  return (await kit.shown(join(root, 'out'))).text;
}

/** @type {Bundler} */
async function rollupBundle(kit, files) {
  const root = await kit.project({ ...files, ...bundlePage('type="module"') });
  const { rollup } = await toolModule('rollup');
  const { default: nodeResolve } = await toolModule('@rollup/plugin-node-resolve');
  const { default: commonjs } = await toolModule('@rollup/plugin-commonjs');
  const plugins = 'lesson.cjs' in files ? [nodeResolve(), commonjs()] : [nodeResolve()];
  const bundle = await rollup({ input: join(root, 'main.js'), plugins, logLevel: 'silent' });
  await bundle.write({ file: join(root, 'out/main.js'), format: 'es' });
  await bundle.close();
  return (await kit.shown(join(root, 'out'))).text;
}

/** @type {Bundler} */
async function parcel(kit, files) {
  const root = await kit.project({ ...page, ...files });
  const program = tool('parcel/lib/bin.js');
  await ran(process.execPath, [program, 'build', 'index.html', '--no-cache', '--dist-dir', 'out'], { cwd: root });
  return (await kit.shown(join(root, 'out'))).text;
}

const arrays = { 'lesson.js': moduleOfArrays, 'main.js': showing };
/** A page that has both kinds of modules, and must have one torch. */
const both = {
  'lesson.cjs': `const torch = require('torchlet');\n${lessonOf('torch')}module.exports = { lesson, Tensor: torch.Tensor };\n`,
  'main.js': `import { Tensor } from 'torchlet';
import required from './lesson.cjs';
const text = required.Tensor === Tensor ? required.lesson() : 'import and require gave two instances';
document.querySelector('#output').textContent = text;
`,
};
/** What Parcel asks for to resolve paths below a package's name. */
const parcelSettings = {
  'package.json': '{ "name": "fresh", "private": true, "@parcel/resolver-default": { "packageExports": true } }',
};

const must = { rule: /** @type {const} */ ('must pass') };
const may = { rule: /** @type {const} */ ('may be untested') };
const ofArrays = { text: expectedOfArrays };

/** @type {Environment[]} */
export const bundlers = [
  { name: 'Vite build: torchlet/arrays', ...must, ...ofArrays, run: (kit) => viteBuild(kit, arrays) },
  { name: 'Vite build: require beside import', ...must, run: (kit) => viteBuild(kit, both) },
  { name: 'webpack', ...must, run: (kit) => webpack(kit, sources) },
  { name: 'webpack: torchlet/arrays', ...must, ...ofArrays, run: (kit) => webpack(kit, arrays) },
  { name: 'webpack: require beside import', ...must, run: (kit) => webpack(kit, both) },
  { name: 'esbuild', ...must, run: (kit) => esbuildBundle(kit, sources) },
  { name: 'esbuild: torchlet/arrays', ...must, ...ofArrays, run: (kit) => esbuildBundle(kit, arrays) },
  { name: 'esbuild: require beside import', ...must, run: (kit) => esbuildBundle(kit, both) },
  { name: 'Rollup', ...must, run: (kit) => rollupBundle(kit, sources) },
  { name: 'Rollup: torchlet/arrays', ...must, ...ofArrays, run: (kit) => rollupBundle(kit, arrays) },
  { name: 'Rollup: require beside import', ...must, run: (kit) => rollupBundle(kit, both) },
  { name: 'Parcel', ...may, run: (kit) => parcel(kit, sources) },
  {
    name: 'Parcel: torchlet/arrays',
    ...may,
    ...ofArrays,
    run: (kit) => parcel(kit, { ...arrays, ...parcelSettings }),
  },
  { name: 'Parcel: require beside import', ...may, run: (kit) => parcel(kit, both) },
  {
    name: 'a script tag (torchlet.iife.js)',
    ...must,
    async run(kit) {
      const root = await kit.project({
        'index.html': pageWith(
          '<script src="node_modules/torchlet/web/build/torchlet.iife.js"></script><script src="main.js"></script>',
        ),
        'main.js': `{\n${lessonOf('torch')}document.querySelector('#output').textContent = lesson();\n}\n`,
      });
      return (await kit.shown(root)).text;
    },
  },
];

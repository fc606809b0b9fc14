// Bundlers: each makes a page of the same two modules, which Chromium opens.
import { join } from 'node:path';
import { build as esbuild } from 'esbuild';
import { createServer, build as vite } from 'vite';
import { ran, tool, toolModule } from '../kit.js';
import { lessonOf, moduleOfNames, pageWith, showing } from '../lesson.js';

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

/** A page with one script that a bundler wrote. @param {string} type */
const bundlePage = (type) => ({ 'out/index.html': pageWith(`<script ${type} src="main.js"></script>`) });

/** @type {Environment[]} */
export const bundlers = [
  {
    name: 'webpack',
    rule: 'must pass',
    async run(kit) {
      const root = await kit.project({ ...sources, ...bundlePage('defer') });
      const { default: webpack } = await toolModule('webpack');
      const settings = { mode: 'production', context: root, entry: './main.js', output: { path: join(root, 'out') } };
      await new Promise((resolve, reject) => {
        const compiler = webpack(settings);
        compiler.run((/** @type {Error | null} */ error, /** @type {any} */ stats) => {
          const words = error?.message ?? (stats.hasErrors() ? stats.toString({ all: false, errors: true }) : '');
          compiler.close(() => (words ? reject(new Error(words)) : resolve(undefined)));
        });
      });
      return (await kit.shown(join(root, 'out'))).text;
    },
  },
  {
    name: 'esbuild',
    rule: 'must pass',
    async run(kit) {
      const root = await kit.project({ ...sources, ...bundlePage('type="module"') });
      const [entry, outfile] = ['main.js', 'out/main.js'].map((name) => join(root, name));
      await esbuild({ entryPoints: [entry], outfile, bundle: true, minify: true, format: 'esm', logLevel: 'silent' });
      return (await kit.shown(join(root, 'out'))).text;
    },
  },
  {
    name: 'Rollup',
    rule: 'must pass',
    async run(kit) {
      const root = await kit.project({ ...sources, ...bundlePage('type="module"') });
      const { rollup } = await toolModule('rollup');
      const { default: nodeResolve } = await toolModule('@rollup/plugin-node-resolve');
      const bundle = await rollup({ input: join(root, 'main.js'), plugins: [nodeResolve()], logLevel: 'silent' });
      await bundle.write({ file: join(root, 'out/main.js'), format: 'es' });
      await bundle.close();
      return (await kit.shown(join(root, 'out'))).text;
    },
  },
  {
    name: 'a script tag (torchlet.iife.js)',
    rule: 'must pass',
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
  {
    name: 'Parcel',
    rule: 'may be untested',
    async run(kit) {
      const root = await kit.project(page);
      const parcel = tool('parcel/lib/bin.js');
      await ran(process.execPath, [parcel, 'build', 'index.html', '--no-cache', '--dist-dir', 'out'], { cwd: root });
      return (await kit.shown(join(root, 'out'))).text;
    },
  },
];

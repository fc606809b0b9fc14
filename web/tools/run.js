// What npm's scripts run: sets up what is missing, builds, and then serves, tests, checks or measures. See README.md.
import { join } from 'node:path';
import { Explained, run } from '../../cpp/toolchain/shell.js';
import { nodeModules, project } from './modules.js';

const bin = (/** @type {string} */ name) => join(project, 'node_modules/.bin', name);

/** @type {Record<string, (args: string[]) => Promise<void>>} */
const commands = {
  /** Builds all and serves the site. */
  async start(args) {
    await commands.build([]);
    await run(bin('vite'), ['preview', ...args]);
  },

  /** Builds the package's generated files, the types, the scripts, the site and its documentation. */
  async build() {
    const { buildDocs, buildKernels, buildScripts, buildSite, buildTypes } = await import('./build.js');
    await buildKernels();
    await buildTypes();
    await buildScripts();
    await buildSite();
    await buildDocs();
  },

  /** Builds and runs every test; arguments go to Vitest. */
  async test(args) {
    await commands.build([]);
    const { buildNative } = await import('../../cpp/toolchain/cmake.js');
    const { chromium } = await import('../../tests/tools/chromium.js');
    const folder = await buildNative(['kernels_test', 'accuracy']);
    const browser = await chromium();
    await run(join(folder, 'kernels_test'), []);
    await run(bin('vitest'), ['run', ...args], { ...process.env, TORCHLET_CHROMIUM: browser });
  },

  /** The packed package in fresh projects of bundlers, frameworks and runtimes, which are installed when first asked for. */
  async 'test:package'(args) {
    await commands.build([]);
    const { chromium } = await import('../../tests/tools/chromium.js');
    const env = { ...process.env, TORCHLET_CHROMIUM: await chromium() };
    await nodeModules(join(project, 'tests/package'));
    await run(process.execPath, [join(project, 'tests/package/matrix.js'), ...args], env);
  },

  /** Package, element and page in Chromium, Firefox and WebKit; arguments name the engines. */
  async 'test:engines'(args) {
    await commands.build([]);
    const { chromium } = await import('../../tests/tools/chromium.js');
    const env = { ...process.env, TORCHLET_CHROMIUM: await chromium() };
    await nodeModules(join(project, 'tests/engines'));
    const { installEngines } = await import('../../tests/tools/engines.js');
    await installEngines(args);
    await run(process.execPath, [join(project, 'tests/engines/engines.js'), ...args], env);
  },

  /** The recipes for hosts, built by the tools that they are for; arguments name the hosts, --write keeps what was emitted. */
  async 'test:hosts'(args) {
    await commands.build([]);
    const { chromium } = await import('../../tests/tools/chromium.js');
    const env = { ...process.env, TORCHLET_CHROMIUM: await chromium() };
    const { installHosts } = await import('../../tests/tools/hosts.js');
    await installHosts(args);
    await run(process.execPath, [join(project, 'tests/hosts/hosts.js'), ...args], env);
  },

  /** Style, types and packaging. */
  async check() {
    await commands.build([]);
    await run(bin('biome'), ['check', '--error-on-warnings', '.']);
    await run(process.execPath, [join(project, 'web/tools/layers.js')]);
    await run(bin('tsc'), ['-p', project]);
    await run(bin('tsc'), ['-p', join(project, 'tsconfig.cli.json')]);
    await run(bin('publint'), ['--strict']);
    // Resolution as Node 16 and later and bundlers do it. Two files are no modules with types, elements are for pages: no require.
    const attw = (/** @type {string[]} */ ...args) => run(bin('attw'), ['--pack', project, '--no-summary', ...args]);
    const elements = ['./element', './figure', './training', './cell', './python'];
    await attw('--profile', 'node16', '--exclude-entrypoints', './torchlet.wasm', './iife', ...elements);
    await attw('--profile', 'esm-only', '--entrypoints', ...elements);
    await run(process.execPath, [join(project, 'cpp/toolchain/format.js')]);
  },

  /** Errors of the element-wise kernels over all floats. */
  async accuracy(args) {
    const { buildKernels } = await import('./build.js');
    const { buildNative } = await import('../../cpp/toolchain/cmake.js');
    await buildKernels();
    const folder = await buildNative(['accuracy']);
    await run(process.execPath, [join(project, 'tests/native/accuracy.js'), join(folder, 'accuracy'), ...args]);
  },

  /** Speed beside peers and plain JavaScript, in Node and in Chromium, and the page's. Peers are installed when first asked for. */
  async bench(args) {
    const { buildKernels, buildSite } = await import('./build.js');
    const { chromium } = await import('../../tests/tools/chromium.js');
    await buildKernels();
    await buildSite();
    const env = { ...process.env, TORCHLET_CHROMIUM: await chromium() };
    await run(process.execPath, [join(project, 'tests/bench/bench.js'), ...args], env);
  },
};

const [name, ...args] = process.argv.slice(2);
try {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    throw new Explained(`torchlet needs Node 20.19 or newer; this is ${process.version}.`);
  if (!Object.hasOwn(commands, name))
    throw new Explained(`run.js knows ${Object.keys(commands).join(', ')}; got ${name}.`);
  await nodeModules();
  await commands[name](args);
} catch (error) {
  if (!(error instanceof Explained)) throw error;
  if (error.message) console.error(error.message);
  process.exitCode = /** @type {{ code?: number }} */ (error).code || 1;
}

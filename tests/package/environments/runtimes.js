// Other runtimes than Node: Deno, Bun, and Cloudflare's workerd, which compiles no WebAssembly while it runs.
import { join } from 'node:path';
import { build as esbuild } from 'esbuild';
import { ran, tool } from '../kit.js';
import { lessonOf, moduleOfDefault } from '../lesson.js';

/** @typedef {import('./node.js').Environment} Environment */

const files = {
  'lesson.js': moduleOfDefault,
  'main.js': "import { lesson } from './lesson.js';\nconsole.log(lesson());\n",
  'both.cjs': `const torch = require('torchlet');
${lessonOf('torch')}const entries = ['torchlet', 'torchlet/slim', 'torchlet/arrays'];
const any = (module) => module.relu ?? module.default ?? module; // slim is a function by require
Promise.all(entries.map((entry) => import(entry))).then((imported) => {
  const others = entries.filter((entry, i) => any(require(entry)) !== any(imported[i]));
  console.log(others.length === 0 ? lesson() : 'import and require gave two instances of ' + others.join(', '));
});
`,
};

/** The name of this system as the packages of one project spell it. @param {Record<string, string>} names */
const here = (names) => names[`${process.platform}-${process.arch}`] ?? `none-for-${process.platform}-${process.arch}`;

const deno = () =>
  tool(
    '@deno',
    here({
      'linux-x64': 'linux-x64-glibc',
      'linux-arm64': 'linux-arm64-glibc',
      'darwin-x64': 'darwin-x64',
      'darwin-arm64': 'darwin-arm64',
    }),
    'deno',
  );
const bun = () =>
  tool(
    '@oven',
    here({
      'linux-x64': 'bun-linux-x64',
      'linux-arm64': 'bun-linux-aarch64',
      'darwin-x64': 'bun-darwin-x64',
      'darwin-arm64': 'bun-darwin-aarch64',
    }),
    'bin/bun',
  );
const workerd = () =>
  tool(
    '@cloudflare',
    here({
      'linux-x64': 'workerd-linux-64',
      'linux-arm64': 'workerd-linux-arm64',
      'darwin-x64': 'workerd-darwin-64',
      'darwin-arm64': 'workerd-darwin-arm64',
    }),
    'bin/workerd',
  );

const workerdConfiguration = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [(name = "main", worker = .lesson)]);
const lesson :Workerd.Worker = (
  modules = [
    (name = "worker.js", esModule = embed "out/worker.js"),
    (name = "torchlet/torchlet.wasm", wasm = embed "node_modules/torchlet/web/build/torchlet.wasm"),
  ],
  compatibilityDate = "2026-01-01",
);
`;

const worker = `import createTorch from 'torchlet/slim';
import module from 'torchlet/torchlet.wasm';
const torch = createTorch(module);
${lessonOf('torch')}
export default { test() { console.log(lesson()); } };
`;

/** @param {import('../kit.js').Kit} kit @param {string} file */
async function inDeno(kit, file) {
  const program = deno();
  const root = await kit.project(files);
  const env = { DENO_NO_UPDATE_CHECK: '1', DENO_DIR: join(root, 'cache'), NO_COLOR: '1' };
  // Reading is what require() asks leave for.
  return ran(program, ['run', '--no-remote', '--node-modules-dir=manual', '--allow-read', file], { cwd: root, env });
}

/** @param {import('../kit.js').Kit} kit @param {string} file */
const inBun = async (kit, file) => ran(bun(), ['--no-install', file], { cwd: await kit.project(files) });

/** @type {Environment[]} */
export const runtimes = [
  {
    name: 'workerd, through torchlet/slim',
    rule: 'may be untested',
    async run(kit) {
      const program = workerd();
      const root = await kit.project({ 'worker.js': worker, 'config.capnp': workerdConfiguration });
      const [entry, outfile] = ['worker.js', 'out/worker.js'].map((name) => join(root, name));
      const external = ['torchlet/torchlet.wasm'];
      await esbuild({ entryPoints: [entry], outfile, external, bundle: true, format: 'esm', logLevel: 'silent' });
      return ran(program, ['test', 'config.capnp'], { cwd: root });
    },
  },
  { name: 'Deno', rule: 'may be untested', run: (kit) => inDeno(kit, 'main.js') },
  { name: 'Deno: require beside import', rule: 'may be untested', run: (kit) => inDeno(kit, 'both.cjs') },
  { name: 'Bun: import', rule: 'may be untested', run: (kit) => inBun(kit, 'main.js') },
  { name: 'Bun: require beside import', rule: 'may be untested', run: (kit) => inBun(kit, 'both.cjs') },
];

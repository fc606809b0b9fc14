// Builds what the package and the site are made of: the kernels and what is generated from them, the types, the pages.
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildElement, writeElement } from './element.js';
import { cmake, emscripten } from './emscripten.js';
import { project } from './modules.js';
import { writeWorker } from './offline.js';
import { step } from './shell.js';
import { writeStandalone } from './standalone.js';

/**
 * Configures and builds a folder with CMake. A folder that was configured in another way is made anew.
 * @param {string} title
 * @param {string} name of the folder under build/
 * @param {string[]} settings
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} [targets]
 */
async function build(title, name, settings, env, targets = []) {
  const tools = await cmake(env);
  const folder = join(project, 'build', name);
  const args = ['-S', project, '-B', folder, '-G', tools.generator, ...settings];
  const stamp = join(folder, 'configured-with');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== [tools.program, ...args].join('\n')) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    await step(`Configuring ${title}`, tools.program, args, { env: tools.env });
    writeFileSync(stamp, [tools.program, ...args].join('\n'));
  }
  const progress = (/** @type {string} */ line) =>
    /^\[\s*(\d+\S*)\]/.exec(line)?.[1] ??
    (/generating system library/.test(line) ? '(Emscripten prepares its libraries, once)' : null);
  const targetArgs = targets.flatMap((target) => ['--target', target]);
  await step(`Building ${title}`, tools.program, ['--build', folder, ...targetArgs], { env: tools.env, progress });
  return folder;
}

/** The kernels and web/build/, from cpp/. */
export async function buildKernels() {
  const { toolchain, env } = await emscripten();
  const settings = [`-DCMAKE_TOOLCHAIN_FILE=${toolchain}`, `-DNODE=${process.execPath}`];
  await build('the kernels for WebAssembly', 'wasm', settings, env);
  const { writeFormulas } = await import('./formulas.js');
  await writeFormulas(join(project, 'web/build'));
}

/** The native programs of tests/native. @param {string[]} targets @returns {Promise<string>} their folder */
export const buildNative = (targets) => build('the native checks', 'native', [], process.env, targets);

const bin = (/** @type {string} */ name) => join(project, 'node_modules/.bin', name);

/** Types of require(), which TypeScript asks for by themselves: those of import, in a file that counts as CommonJS. */
const required = {
  'index.d.cts': "import * as torchlet from './index.js';\nexport = torchlet;\n",
  'slim.d.cts': "import createTorch from './slim.js';\nexport = createTorch;\n",
};

/** web/build/types, from the JSDoc of web/. */
export async function buildTypes() {
  await step('Writing the types', bin('tsc'), ['-p', join(project, 'tsconfig.types.json')], { cwd: project });
  // The generated types stand beside what imports them.
  const folder = join(project, 'web/build');
  mkdirSync(join(folder, 'types/build'), { recursive: true });
  copyFileSync(join(folder, 'activations.d.ts'), join(folder, 'types/build/activations.d.ts'));
  for (const [name, text] of Object.entries(required)) writeFileSync(join(folder, 'types', name), text);
}

/** web/build/torchlet.iife.js, the whole package as a classic script. */
export async function buildScript() {
  const { name, version, license } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
  const { build: bundle } = await import('esbuild');
  await bundle({
    entryPoints: [join(project, 'web/iife.js')],
    outfile: join(project, 'web/build/torchlet.iife.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'ascii', // a page may be in any encoding
    banner: { js: `/* ${name} ${version}, ${license} */` },
  });
}

/** dist/site/, which shows what web/build/ says of the element. */
export async function buildSite() {
  await buildElement();
  await step('Building the site', bin('vite'), ['build', '--logLevel', 'warn'], { cwd: project });
  // The worker's page names it, which the page in one file must not: first that one.
  await writeStandalone(join(project, 'dist/site'));
  await writeElement(join(project, 'dist/site'));
  await writeWorker(join(project, 'dist/site'));
}

/** dist/site/docs/, from web/docs, the types and the kernels. */
export async function buildDocs() {
  const { writeDocs } = await import('./docs/build.js');
  await writeDocs(join(project, 'dist/site'));
}

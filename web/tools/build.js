// Builds what the package and the site are made of: the kernels and what is generated from them, the types, the pages.
import { appendFileSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildWasm } from '../../cpp/toolchain/cmake.js';
import { step } from '../../cpp/toolchain/shell.js';
import { buildElements, writeElements } from './element.js';
import { project } from './modules.js';
import { writeWorker } from './offline.js';
import { writeSheets } from './sheets.js';
import { writeStandalone } from './standalone.js';
import { torchNamespace } from './types.js';

/** The kernels and web/build/, from cpp/. */
export async function buildKernels() {
  await buildWasm();
  const { writeFormulas } = await import('./formulas.js');
  await writeFormulas(join(project, 'web/build'));
}

const bin = (/** @type {string} */ name) => join(project, 'node_modules/.bin', name);

/** Types of require(), which TypeScript asks for by themselves: those of import, in a file that counts as CommonJS. */
const required = {
  'index.d.cts': "import * as torchlet from './index.js';\nexport = torchlet;\n",
  'arrays.d.cts': "import * as arrays from './arrays.js';\nexport = arrays;\n",
  'slim.d.cts': "import createTorch from './slim.js';\nexport = createTorch;\n",
};

/** web/build/types, from the JSDoc of web/. */
export async function buildTypes() {
  rmSync(join(project, 'web/build/types'), { recursive: true, force: true }); // also of files that are gone
  await step('Writing the types', bin('tsc'), ['-p', join(project, 'tsconfig.types.json')], { cwd: project });
  // The generated types stand beside what imports them.
  const folder = join(project, 'web/build');
  mkdirSync(join(folder, 'types/build'), { recursive: true });
  copyFileSync(join(folder, 'activations.d.ts'), join(folder, 'types/build/activations.d.ts'));
  copyFileSync(join(folder, 'arrays.d.ts'), join(folder, 'types/arrays.d.ts'));
  const { activations } = await import('../build/table.js');
  appendFileSync(join(folder, 'types/torch/torch.d.ts'), torchNamespace(activations));
  for (const [name, text] of Object.entries(required)) writeFileSync(join(folder, 'types', name), text);
}

/** The package in the forms that are no ES modules: for require(), and as a classic script. */
export async function buildScripts() {
  await buildCommonJS();
  await buildScript();
}

/** web/build/torchlet.cjs, which the entries for require() name their part of. Not minified, for stack traces. */
async function buildCommonJS() {
  const { build: bundle } = await import('esbuild');
  await bundle({
    entryPoints: [join(project, 'web/commonjs.js')],
    outfile: join(project, 'web/build/torchlet.cjs'),
    bundle: true,
    format: 'cjs',
    target: 'es2022',
  });
}

/** web/build/torchlet.iife.js, the whole package with its one global name. */
async function buildScript() {
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

/** dist/site/, which shows what web/build/ says of the elements. */
export async function buildSite() {
  await buildElements();
  await step('Building the site', bin('vite'), ['build', '--logLevel', 'warn'], { cwd: project });
  // The worker's page names it, which the page in one file must not: first that one.
  await writeStandalone(join(project, 'dist/site'));
  await writeElements(join(project, 'dist/site'));
  writeSheets(join(project, 'dist/site'));
  await writeWorker(join(project, 'dist/site'));
}

/** dist/site/docs/, from web/docs, the types and the kernels. */
export async function buildDocs() {
  const { writeDocs } = await import('./docs/build.js');
  await writeDocs(join(project, 'dist/site'));
}

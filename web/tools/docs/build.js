// The documentation: web/docs/*.md and what is generated from the package, as static pages in dist/site/docs/.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { project } from '../modules.js';
import { activationsPage } from './activations.js';
import { bodyOf } from './declarations.js';
import { builtTorch } from './examples.js';
import { functionsPage, tensorPage } from './functions.js';
import { included, rendered } from './markdown.js';
import { document } from './page.js';

const read = (/** @type {string} */ path) => readFileSync(join(project, path), 'utf8');
const load = (/** @type {string} */ path) => import(pathToFileURL(join(project, path)).href);

/** The generated parts of the API's pages. @returns {Promise<Record<string, string>>} */
async function api() {
  const { activations } = await load('web/build/facts.js');
  const { formulas } = await load('web/build/formulas.js');
  const { examples } = await load('web/docs/examples.js');
  const errors = JSON.parse(read('tests/reference/errors.json')).cases;
  const torch = await builtTorch();
  const text = read('web/build/activations.d.ts');
  const types = {
    modules: bodyOf(text, 'interface ActivationModules'),
    functions: bodyOf(text, 'interface ActivationFunctions'),
    torch: bodyOf(text, 'interface TorchFunctions'),
    methods: bodyOf(text, 'interface Tensor'),
  };
  const folder = 'web/build/types';
  const paths = readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' });
  /** By its own name alone, whatever folder it stands in. */
  const files = (/** @type {string} */ name) =>
    read(join(folder, paths.find((path) => basename(path) === `${name}.d.ts`) ?? `${name}.d.ts`));
  const sources = { types: files, errors, examples, methods: types.methods, torch };
  return {
    activations: activationsPage({ activations, formulas, types, errors, torch }),
    functions: functionsPage(sources),
    tensor: tensorPage(sources),
  };
}

/** The style of the pages: the figures' tokens, the site's header, then their own. */
async function style() {
  const { tokens } = await load('web/figure/parts/tokens.js');
  const { pageTokens } = await load('web/figure/parts/page_tokens.js');
  // The sizes that docs.css ends with come after what they change.
  return [
    tokens.cssText.trim(),
    pageTokens.cssText.trim(),
    read('web/docs/reference.css'),
    read('web/site/header.css'),
    read('web/docs/docs.css'),
  ].join('\n');
}

/** @param {string} folder of the built site */
export async function writeDocs(folder) {
  const { chapters } = await load('web/docs/pages.js');
  const { version } = JSON.parse(read('package.json'));
  const values = { version, ...(await api()) };
  const out = join(folder, 'docs');
  mkdirSync(out, { recursive: true });
  const site = { version, hasElement: existsSync(join(folder, 'element.js')) };
  for (const page of chapters.flatMap((/** @type {any} */ chapter) => chapter.pages)) {
    const markdown = included(read(`web/docs/${page.name}.md`), project, values);
    writeFileSync(join(out, `${page.name}.html`), document(page, rendered(markdown), chapters, site));
  }
  writeFileSync(join(out, 'docs.css'), await style());
  copyFileSync(join(project, 'web/site/favicon.svg'), join(out, 'favicon.svg'));
  for (const script of ['theme.js', 'copy.js']) copyFileSync(join(project, 'web/docs', script), join(out, script));
}

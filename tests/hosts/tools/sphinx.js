// Sphinx: reStructuredText and MyST's Markdown, under a theme that switches and under the one that comes with Sphinx.
import { join } from 'node:path';
import { ask } from '../../../cpp/toolchain/shell.js';
import { ran, Untested } from '../../package/kit.js';
import { kAddress } from '../recipes.js';

const index = `Tutorials
=========

.. toctree::
   :glob:

   leaky*
   program
`;

const program = `A program
=========

.. code-block:: python

   print(6 * 7)

.. raw:: html

   <script type="module" src="${kAddress}cell.js" data-run=".highlight-python pre"></script>
`;

/**
 * @param {string} folder
 * @param {string} path of the page
 * @param {string} theme
 */
async function build(folder, path, theme) {
  try {
    await ran('sphinx-build', ['-q', '-W', '-b', 'html', '-D', `html_theme=${theme}`, '.', '_build'], { cwd: folder });
  } catch (error) {
    const { message } = /** @type {Error} */ (error);
    const lack = /no theme named '\S+'|Could not import extension \S+/.exec(message)?.[0];
    throw lack ? new Untested(`Sphinx says: ${lack}`) : error;
  }
  return { root: join(folder, '_build'), path, program: 'program.html' };
}

const sphinx = () => `Sphinx ${/\d\S*/.exec(ask('sphinx-build', ['--version']) ?? '')?.[0]}`;
/** The theme's name and version, as it writes them into the page. @param {string} html */
const furo = (html) => `Furo ${/Furo (\d\S*)/i.exec(html)?.[1] ?? 'of an unknown version'}`;

/** @type {import('../tools.js').Host['theme']} */
const theme = {
  // Debian's Furo has a script that no browser runs (it imports, and is no module), so its button never appears; its style asks
  // for a file of Debian's web server. What the button would keep is read by the page.
  async turn(page) {
    await page.evaluate(() => localStorage.setItem('theme', 'dark'));
    await page.reload();
  },
  now: (page) => page.evaluate(() => (document.body.dataset.theme === 'dark' ? 'dark' : 'light')),
};
const noise = /^SyntaxError: Cannot use import statement outside a module$|\/javascript\/normalize\.css\//;
const common = { page: 'sphinx', program: 'sphinx-build', rest: { 'index.rst': index, 'program.rst': program } };

/** @type {import('../tools.js').Host[]} */
export const sphinxes = [
  {
    ...common,
    id: 'furo',
    name: 'Sphinx, Furo',
    packages: ['python3-sphinx', 'python3-myst-parser', 'furo'],
    version: (html) => `${sphinx()}, ${furo(html)}`,
    build: (folder) => build(folder, 'leaky.html', 'furo'),
    source: 'leaky.rst',
    theme,
    noise,
    away: 'a[href="index.html"]:visible',
  },
  {
    ...common,
    id: 'myst',
    name: 'Sphinx, MyST and Furo',
    packages: ['python3-sphinx', 'python3-myst-parser', 'furo'],
    version: (html) => `${sphinx()}, MyST, ${furo(html)}`,
    build: (folder) => build(folder, 'leaky_too.html', 'furo'),
    source: 'leaky_too.md',
    theme,
    noise,
    away: 'a[href="index.html"]:visible',
  },
  {
    ...common,
    id: 'alabaster',
    name: 'Sphinx, Alabaster',
    packages: ['python3-sphinx', 'python3-myst-parser'],
    version: (html) => `${sphinx()}, Alabaster ${/Alabaster (\d\S*)</.exec(html)?.[1]}`,
    build: (folder) => build(folder, 'leaky.html', 'alabaster'),
    source: 'leaky.rst',
    theme: null,
    away: 'a[href="index.html"]:visible',
  },
];

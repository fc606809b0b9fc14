// Docusaurus, from npm, with its preset "classic": the page is rendered on a server, then taken over by React.
import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ran, Untested } from '../../package/kit.js';
import { kAddress } from '../recipes.js';

const modules = join(import.meta.dirname, '../node_modules');

/** @type {import('../tools.js').Host} */
export const docusaurus = {
  id: 'docusaurus',
  name: 'Docusaurus',
  page: 'docusaurus',
  program: 'node',
  packages: [],
  version: (html) => /name="generator" content="(.*?)"/.exec(html)?.[1] ?? '',
  rest: {
    'package.json': '{ "name": "tutorials", "private": true }',
    'docs/program.mdx': `# A program\n\n\`\`\`python\nprint(6 * 7)\n\`\`\`\n\n<script type="module" src="${kAddress}cell.js" data-run="pre.language-python"></script>\n`,
  },
  async build(folder) {
    const program = join(modules, '@docusaurus/core/bin/docusaurus.mjs');
    if (!existsSync(program)) throw new Untested('npm did not install it in tests/hosts');
    symlinkSync(modules, join(folder, 'node_modules'), 'junction');
    // The cache stands in node_modules, and would bring what another folder's pages were compiled to.
    const env = { DOCUSAURUS_NO_PERSISTENT_CACHE: 'true', NO_UPDATE_NOTIFIER: '1' };
    await ran(process.execPath, [program, 'build', folder], { cwd: folder, env, seconds: 900 });
    return { root: join(folder, 'build'), path: 'docs/leaky/', program: 'docs/program/' };
  },
  source: 'docs/leaky.mdx',
  theme: {
    turn: (page) => page.locator('nav button[aria-label^="Switch between"]').filter({ visible: true }).click(),
    now: (page) => page.evaluate(() => document.documentElement.dataset.theme ?? 'none'),
  },
  away: 'a[aria-label="Home page"]',
};

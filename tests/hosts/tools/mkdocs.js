// MkDocs with the theme Material.
import { join } from 'node:path';
import { ran } from '../../package/kit.js';

/** @type {import('../tools.js').Host} */
export const mkdocs = {
  id: 'mkdocs',
  name: 'MkDocs Material',
  page: 'mkdocs',
  program: 'mkdocs',
  packages: ['mkdocs-material'],
  version: (html) => /name="generator" content="(.*?)"/.exec(html)?.[1] ?? '',
  rest: { 'docs/index.md': '# Tutorials\n\n[Leaky ReLU](leaky.md)\n' },
  async build(folder) {
    await ran('mkdocs', ['build', '--strict', '--quiet'], { cwd: folder });
    return { root: join(folder, 'site'), path: 'leaky/' };
  },
  source: 'docs/leaky.md',
  theme: {
    turn: (page) => page.locator('header label[for^=__palette]').filter({ visible: true }).click(),
    now: (page) => page.evaluate(() => (document.body.dataset.mdColorScheme === 'slate' ? 'dark' : 'light')),
  },
  away: 'header a.md-logo',
};

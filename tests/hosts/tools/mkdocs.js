// MkDocs with the theme Material.
import { join } from 'node:path';
import { ran } from '../../package/kit.js';
import { kAddress } from '../recipes.js';

/** @type {import('../tools.js').Host} */
export const mkdocs = {
  id: 'mkdocs',
  name: 'MkDocs Material',
  page: 'mkdocs',
  program: 'mkdocs',
  packages: ['mkdocs-material'],
  version: (html) => /name="generator" content="(.*?)"/.exec(html)?.[1] ?? '',
  rest: {
    'docs/index.md': '# Tutorials\n\n[Leaky ReLU](leaky.md)\n',
    'docs/program.md': `# A program\n\n\`\`\`python\nprint(6 * 7)\n\`\`\`\n\n<script type="module" src="${kAddress}cell.js" data-run=".language-python pre, pre code.language-python"></script>\n`,
  },
  async build(folder) {
    await ran('mkdocs', ['build', '--strict', '--quiet'], { cwd: folder });
    return { root: join(folder, 'site'), path: 'leaky/', program: 'program/' };
  },
  source: 'docs/leaky.md',
  theme: {
    turn: (page) => page.locator('header label[for^=__palette]').filter({ visible: true }).click(),
    now: (page) => page.evaluate(() => (document.body.dataset.mdColorScheme === 'slate' ? 'dark' : 'light')),
  },
  away: 'header a.md-logo',
};

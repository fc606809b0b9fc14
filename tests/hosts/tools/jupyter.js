// Jupyter: the page's Python as cells of a notebook, which nbconvert runs and writes as HTML.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask } from '../../../cpp/toolchain/shell.js';
import { ran } from '../../package/kit.js';
import { blocks, kAddress } from '../recipes.js';

/** A notebook with a cell for each block. @param {string[]} sources */
const notebook = (sources) => ({
  cells: sources.map((source, i) => ({
    cell_type: 'code',
    id: `cell-${i + 1}`,
    execution_count: null,
    metadata: {},
    outputs: [],
    source,
  })),
  metadata: { kernelspec: { name: 'python3', display_name: 'Python 3', language: 'python' } },
  nbformat: 4,
  nbformat_minor: 5,
});

/** @type {import('../tools.js').Host} */
export const jupyter = {
  id: 'jupyter',
  name: 'Jupyter, nbconvert',
  page: 'jupyter',
  program: 'jupyter-nbconvert',
  packages: ['jupyter-nbconvert', 'python3-ipykernel'],
  version: () => `nbconvert ${ask('jupyter-nbconvert', ['--version'])}`,
  rest: {},
  async build(folder, address) {
    const sources = blocks('jupyter').map(({ text }) => text.trimEnd().replaceAll(kAddress, address));
    writeFileSync(join(folder, 'leaky.ipynb'), JSON.stringify(notebook(sources)));
    const script = `<script type="module" src="${address}cell.js" data-run=".hl-ipython3 pre"></script>`;
    const cells = ['print(6 * 7)', `from IPython.display import HTML\nHTML('${script}')`];
    writeFileSync(join(folder, 'program.ipynb'), JSON.stringify(notebook(cells)));
    for (const name of ['leaky.ipynb', 'program.ipynb'])
      await ran('jupyter-nbconvert', ['--execute', '--to', 'html', name], { cwd: folder });
    return { root: folder, path: 'leaky.html', program: 'program.html' };
  },
  source: '',
  framed: true,
  theme: null,
  // Debian's nbconvert names scripts on the disk of the machine that ran it.
  noise: /^Not allowed to load local resource: file:|require is not defined|MathJax/,
};

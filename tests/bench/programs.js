// The rows of programs: the first run of a cell, from the click to its text on the page, and a loop of a million additions.
import { chromium } from 'playwright';
import { launchOptions } from '../chromium.js';
import { serve } from './server.js';

/** @typedef {{ title: string, rows: { name: string, most: number, samples: number[] }[], failed: string[] }} ProgramPart milliseconds */

/** The names by which they are asked for, what is run, and how long it may take, in milliseconds. */
export const programRows = {
  cell: { words: 'the first run of a cell', source: 'm = nn.ReLU()\\nx = torch.randn(5)\\nprint(m(x))', most: 50 },
  loop: {
    words: 'a loop of 10^6 additions',
    source: 't = 0\\nfor i in range(1000000):\\n    t = t + i\\nprint(t)',
    most: 1500,
  },
};

/** In the page: the time from the click until the output is there, in a frame that was drawn. */
const clicked = `new Promise((resolve) => {
  const cell = document.querySelector('torchlet-cell');
  const start = performance.now();
  cell.shadowRoot.querySelector('.run').click();
  const look = () => (cell.shadowRoot.querySelector('.out, .traceback') ? resolve([performance.now() - start, cell.text]) : requestAnimationFrame(look));
  requestAnimationFrame(look);
})`;

/** @param {keyof typeof programRows} name @param {string} address @param {import('playwright').Browser} browser */
async function once(name, address, browser) {
  const page = await browser.newPage();
  try {
    await page.goto(address);
    await page.evaluate(
      ([source]) => {
        const cell = document.createElement('torchlet-cell');
        cell.textContent = source.replaceAll('\\n', '\n');
        document.body.append(cell);
      },
      [programRows[name].source],
    );
    await page.addScriptTag({ url: '/dist/site/cell.js', type: 'module' });
    await page.waitForFunction(() => document.querySelector('torchlet-cell')?.shadowRoot?.querySelector('.run'));
    await page.waitForTimeout(300); // a reader has not clicked before
    const [spent, text] = /** @type {[number, string]} */ (await page.evaluate(clicked));
    if (!/^(tensor\(|499999500000)/.test(text)) throw new Error(`${name} printed ${text}`);
    return spent;
  } finally {
    await page.close();
  }
}

/** @param {{ programs: (keyof typeof programRows)[], turns: number }} options @returns {Promise<ProgramPart>} */
export async function measurePrograms({ programs, turns }) {
  const { address, close } = await serve();
  const browser = await chromium.launch(launchOptions);
  /** @type {ProgramPart} */ const part = { title: `Chromium ${browser.version()}`, rows: [], failed: [] };
  try {
    for (const name of programs) {
      const samples = [];
      for (let turn = 0; turn < turns; turn++) samples.push(await once(name, address, browser));
      part.rows.push({ name: programRows[name].words, most: programRows[name].most, samples });
    }
  } catch (error) {
    part.failed.push(String(error));
    console.log(part.failed[0]);
  } finally {
    await browser.close();
    close();
  }
  return part;
}

/** @param {ProgramPart} part */
export function programSummary({ title, rows }) {
  for (const { name, most, samples } of rows) {
    const sorted = samples.toSorted((a, b) => a - b);
    const median = sorted[sorted.length >> 1];
    const ends = [sorted[0], sorted[sorted.length - 1]].map((one) => one.toFixed(0)).join(' to ');
    const word = median <= most ? 'holds' : 'DOES NOT HOLD';
    console.log(
      `\n${title}: ${name}, ms: median ${median.toFixed(0)} of ${samples.length} (${ends}); ${word}: at most ${most}`,
    );
  }
}

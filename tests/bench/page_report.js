// The page's rows as text, and which of its goals hold.

/** @typedef {import('./page.js').PageRow} PageRow */

/**
 * The goals, in milliseconds where their names do not say otherwise. From 50 ms on a task counts as long: a person feels it.
 * @type {Record<string, { figure: string, most: number, words: string }[]>}
 */
const goals = {
  load: [
    { figure: 'picture', most: 1000, words: 'ms from a cold start to the first picture' },
    { figure: 'layout shift', most: 0, words: 'layout shift' },
  ],
  frame: [{ figure: 'median', most: 8, words: 'ms of script a frame while a slider moves' }],
  task: [{ figure: 'longest', most: 50, words: 'ms for the longest task while a new tensor comes' }],
};

/** What is counted in each row. @type {Record<string, string>} */
const meanings = {
  load: 'a first visit in a fresh context: ms until the curve is on the screen; kB over the network by then, gzipped; sum of layout shifts',
  frame: 'ms of script on the main thread a frame, from a trace, while the slider of negative_slope is drawn along',
  task: 'ms of the longest task on the main thread, from a trace, after the address asks for a tensor of n random elements',
};

/** @param {string} name @param {number} value */
function digits(name, value) {
  if (name === 'layout shift') return value.toFixed(4);
  return value >= 100 ? value.toFixed(0) : value.toFixed(1);
}

/** @param {{ page: string[] }} options */
export function pageHeading({ page }) {
  console.log('\nThe page in Chromium, headless: medians');
  for (const row of page) console.log(`  ${row.padEnd(6)}${meanings[row]}`);
}

/** @param {PageRow} row */
export function showPageRow({ row, n, figures, samples }) {
  const cells = Object.entries(figures).map(([name, value]) => `${name} ${digits(name, value)}`);
  console.log(`${row.padEnd(12)}${String(n ?? '').padStart(9)}  ${cells.join(', ')}  (of ${samples})`);
}

/** @param {import('./page.js').PagePart} part */
export function pageSummary({ title, rows, failed }) {
  console.log(`\n${title}, in short`);
  for (const { row, n, figures } of rows) {
    for (const { figure, most, words } of goals[row]) {
      const verdict = figures[figure] <= most ? 'holds' : 'DOES NOT HOLD';
      const size = n === null ? '' : `n = ${n}, `;
      console.log(`  ${verdict}: ${size}at most ${most} ${words}: ${digits(figure, figures[figure])}`);
    }
  }
  for (const failure of failed) console.log(`  FAILED: ${failure}`);
}

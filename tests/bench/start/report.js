// The start row as text, and whether its goal holds.

/**
 * @typedef {import('./start.js').StartPart} StartPart
 * @typedef {object} Compared a contender beside the plain page
 * @property {string} name
 * @property {number} median milliseconds
 * @property {[number, number]} spread in which nine tenths of the loads lie
 * @property {number | null} ratio to the plain page's median; null where that page failed
 * @property {number | null} difference to it, in milliseconds
 */
import { median, quantile } from 'd3-array';

/** So many milliseconds the figure may come after the page that is nothing but this figure. */
const kMost = 150;

/** @param {StartPart['rows']} rows @returns {Compared[]} */
export function compared(rows) {
  const medianOf = (/** @type {number[]} */ samples) => /** @type {number} */ (median(samples));
  const base = rows.find(({ name }) => name === 'plain');
  const plain = base ? medianOf(base.samples) : null;
  return rows.map(({ name, samples }) => ({
    name,
    median: medianOf(samples),
    spread: /** @type {[number, number]} */ ([quantile(samples, 0.05), quantile(samples, 0.95)]),
    ratio: plain && medianOf(samples) / plain,
    difference: plain && medianOf(samples) - plain,
  }));
}

/** Whether the goal holds, in a line; null where there is nothing to compare. @param {Compared[]} contenders */
export function verdict(contenders) {
  const torchlet = contenders.find(({ name }) => name === 'torchlet');
  if (!torchlet || torchlet.difference === null) return null;
  const after = torchlet.difference.toFixed(0);
  const word = torchlet.difference <= kMost ? 'holds' : 'DOES NOT HOLD';
  return `${word}: the first figure at most ${kMost} ms after that of the page in plain JavaScript: ${after}`;
}

/** @param {StartPart['rows'][0]} row @param {Compared} beside */
function line({ name, kB, samples }, { median, spread, ratio, difference }) {
  const cells = [
    `${name.padEnd(12)}${median.toFixed(0).padStart(8)}`,
    `${spread.map((end) => end.toFixed(0)).join(' to ')}`.padStart(14),
    (ratio === null ? '-' : `${ratio.toFixed(2)}x`).padStart(10),
    (difference === null ? '-' : `${difference < 0 ? '' : '+'}${difference.toFixed(0)}`).padStart(8),
    kB.toFixed(1).padStart(10),
    String(samples.length).padStart(7),
  ];
  return cells.join('');
}

/** @param {StartPart} part */
export function startSummary({ title, rows, compared, remarks, failed }) {
  console.log(
    `\n${title}: from the script tag to the first figure, cold (a new browser with a new profile each time), ms`,
  );
  console.log('  plain: the same figure by hand in plain JavaScript. Peers draw nothing: their first result as text.');
  console.log('contender     median  nine tenths   to plain      ms  kB, gzip  loads');
  rows.forEach((row, i) => console.log(line(row, compared[i])));
  for (const remark of remarks) console.log(`  ${remark}`);
  const holds = verdict(compared);
  if (holds) console.log(`  ${holds}`);
  for (const failure of failed) console.log(`  FAILED: ${failure}`);
}

// What the bench prints: rows as they come, the summary with the goals that hold and do not, and README's tables.
import { ops } from './ops.js';

/** @typedef {import('./measure.js').Row} Row */
/** @typedef {import('./bench.js').Half} Half */

/** The sizes of the summary, and the goals (issue: speed). */
const sizes = [65536, 1048576];
const goals = { copies: 3.5, callMicroseconds: 0.5 };

/** @param {number | undefined} value */
const digits = (value) =>
  value === undefined ? '-' : value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

/** The fastest that does the work: a peer or plain JavaScript. @param {Row} row @param {'out' | 'fresh'} form */
function best({ ns }, form) {
  const others = Object.entries(ns[form]).filter(([name]) => name !== 'copy' && name !== 'torchlet');
  const [name, value] = others.reduce((a, b) => (b[1] < a[1] ? b : a));
  return { name, value, ratio: value / ns[form].torchlet };
}

const hasPeer = (/** @type {Row} */ { ns }) => Object.keys(ns.out).length > 3;

/** @param {Half} half @param {number} turns */
export function heading({ title, peers, remarks }, turns) {
  console.log(`\n${title}: nanoseconds an element, median of ${turns} turns (large arrays: of 3 or more)`);
  for (const remark of remarks) console.log(remark);
  const names = ['copy', 'plain', 'torchlet', ...peers, 'best/torchlet'];
  console.log(`${'function'.padEnd(12)}${'n'.padStart(9)}       ${names.map((name) => name.padStart(10)).join('')}`);
}

/** Notes already printed: most recur at every size. @type {Set<string>} */
const noted = new Set();

/** @param {Row} row @param {Half} half */
export function show(row, { title, peers }) {
  for (const form of /** @type {const} */ (['out', 'fresh'])) {
    const cells = ['copy', 'plain', 'torchlet', ...peers].map((name) => digits(row.ns[form][name]).padStart(10));
    const { ratio } = best(row, form);
    console.log(
      `${row.op.padEnd(12)}${String(row.n).padStart(9)} ${form.padEnd(6)}${cells.join('')}${`${digits(ratio)}x`.padStart(14)}`,
    );
  }
  for (const { peer, what, why } of row.notes) {
    const key = `${title} ${peer} ${what} ${what === 'preallocated output' ? '' : row.op}`;
    if (!noted.has(key)) console.log(`  ${peer}, ${what}: ${why}`);
    noted.add(key);
  }
}

/** @param {boolean} holds */
const verdict = (holds) => (holds ? 'holds' : 'DOES NOT HOLD');

/** @param {Half} half @param {number} n */
function against({ rows }, n) {
  const chosen = rows.filter((row) => row.n === n);
  if (chosen.length === 0) return;
  console.log(`\n  n = ${n}  best of the others, ns an element, against torchlet`);
  for (const row of chosen) {
    const cells = /** @type {const} */ (['out', 'fresh']).map((form) => {
      const { name, value, ratio } = best(row, form);
      const text = `${form}: ${name} ${digits(value)}, torchlet ${digits(row.ns[form].torchlet)}, ${digits(ratio)}x`;
      return `${text}${ratio < 1 ? ' BEHIND' : ''}`.padEnd(56);
    });
    console.log(`  ${row.op.padEnd(12)}${cells.join('').trimEnd()}`);
  }
  const ratios = chosen.filter(hasPeer).map((row) => best(row, 'out').ratio);
  if (ratios.length > 0) {
    const mean = Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
    const behind = ratios.filter((ratio) => ratio < 1).length;
    console.log(`  geometric mean over the ${ratios.length} functions that a peer has, out: ${mean.toFixed(2)}x; behind in ${behind}`);
  }
}

/** As cheap as a copy: within a factor of the cheapest resident relu. @param {Half} half @param {number} n */
function copies({ rows }, n) {
  const relu = rows.find((row) => row.n === n && row.op === 'relu');
  if (!relu) return;
  const { name, value } = best(relu, 'out');
  const ratios = rows
    .filter((row) => row.n === n && ops[row.op].copies)
    .map((row) => ({ op: row.op, ratio: row.ns.out.torchlet / value }));
  const list = ratios.map(({ op, ratio }) => `${op} ${digits(ratio)}${ratio > goals.copies ? ' BEHIND' : ''}`).join(', ');
  const holds = ratios.every(({ ratio }) => ratio <= goals.copies);
  console.log(`  ${verdict(holds)}: n = ${n}, at most ${goals.copies} times ${name}'s resident relu (${digits(value)} ns): ${list}`);
}

/** @param {Half} half */
function calls({ rows }) {
  const small = rows.filter((row) => row.n === 5);
  if (small.length === 0) return;
  const microseconds = small.map((row) => ({ op: row.op, us: (row.ns.out.torchlet * (row.op === 'glu' ? 4 : 5)) / 1000 }));
  const slowest = microseconds.reduce((a, b) => (b.us > a.us ? b : a));
  const over = microseconds.filter(({ us }) => us > goals.callMicroseconds);
  const list = over.map(({ op, us }) => `${op} ${us.toFixed(2)} BEHIND`).join(', ');
  console.log(
    `  ${verdict(over.length === 0)}: n = 5, a call with out in at most ${goals.callMicroseconds} µs: slowest ${slowest.op} ${slowest.us.toFixed(2)} µs${list && `; ${list}`}`,
  );
}

/** @param {Half} half */
function faults({ rows, failed }) {
  /** @type {Map<string, string[]>} */
  const where = new Map();
  for (const { op, n, notes } of rows) {
    for (const { peer, what } of notes) {
      const key = what === 'all' ? `${peer} is left out` : what === 'leak' ? `${peer} leaks` : `${peer}, ${what}: skipped`;
      where.set(key, [...(where.get(key) ?? []), `${op} ${n}`]);
    }
  }
  for (const [key, places] of where) {
    console.log(`  ${key} in ${places.length} of ${rows.length} rows${places.length > 6 ? '' : ` (${places.join(', ')})`}`);
  }
  for (const failure of failed) console.log(`  FAILED: ${failure}`);
}

/** @param {Half} half */
export function summary(half) {
  console.log(`\n${half.title}, in short`);
  for (const n of sizes) against(half, n);
  console.log('');
  for (const n of sizes) copies(half, n);
  calls(half);
  faults(half);
}

/** README's tables, one a half, at the first size of the summary that was measured. @param {Half[]} halves */
export function markdown(halves) {
  return halves
    .map(({ title, rows }) => {
      const n = sizes.find((size) => rows.some((row) => row.n === size));
      const lines = rows
        .filter((row) => row.n === n)
        .map((row) => {
          const cells = /** @type {const} */ (['out', 'fresh']).flatMap((form) => {
            const { name, value, ratio } = best(row, form);
            return [digits(row.ns[form].torchlet), `${digits(value)} (${name})`, `${digits(ratio)}x`];
          });
          return `| ${row.op} | ${cells.join(' | ')} |`;
        });
      return [
        `\n${title}, n = ${n?.toLocaleString('en')}`,
        '',
        '| function | `out` | best other | ratio | fresh | best other | ratio |',
        '|---|---|---|---|---|---|---|',
        ...lines,
      ].join('\n');
    })
    .join('\n');
}

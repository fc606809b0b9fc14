// The bench's summary: torchlet against the best of the others, the goals that hold and those that do not, and what went wrong.
import { elementsOf, ops } from './ops.js';
import { best, digits, forms, geometricMean, sizes, withPeers } from './report.js';

/** @typedef {import('./bench.js').Half} Half */

/** The goals: how many times the cheapest resident relu what is as cheap as a copy may take, and a call on five elements. */
const goals = { copies: 3.5, callMicroseconds: 0.5, pinned: 0.95, pinnedCopy: 0.85 };
/** At the limit of copying, or beside a peer whose formula cancels: here the lower goal counts. */
const kNear = ['relu', 'relu6', 'hardtanh', 'squareplus'];
/** How many times the best of the others, as a geometric mean, pinned. @type {Record<number, number>} */
const means = { 65536: 2.3, 1048576: 1.9 };

/** @param {boolean} holds */
const verdict = (holds) => (holds ? 'holds' : 'DOES NOT HOLD');

/** @param {Half} half @param {number} n */
function against({ rows }, n) {
  const chosen = rows.filter((row) => row.n === n);
  if (chosen.length === 0) return;
  console.log(`\n  n = ${n}  best of the others, ns an element, against torchlet`);
  for (const row of chosen) {
    const cells = forms.map((form) => {
      const { name, value, ratio } = best(row, form);
      const text = `${form}: ${name} ${digits(value)}, torchlet ${digits(row.ns[form].torchlet)}, ${digits(ratio)}x`;
      return `${text}${ratio < 1 ? (ops[row.op].copies ? ' (a copy)' : ' BEHIND') : ''}`.padEnd(56);
    });
    console.log(`  ${row.op.padEnd(16)}${cells.join('').trimEnd()}`);
  }
  const compared = withPeers(chosen);
  if (compared.length === 0) return;
  const behind = compared.filter((row) => !ops[row.op].copies && best(row, 'out').ratio < 1).map(({ op }) => op);
  const list = behind.length > 0 ? `; it is in ${behind.join(', ')}` : '';
  console.log(
    `  geometric mean over the ${compared.length} functions that a peer has, out: ${geometricMean(compared, 'out').toFixed(2)}x`,
  );
  console.log(`  ${verdict(behind.length === 0)}: in out nothing else is faster, apart from what is a copy${list}`);
  const mean = geometricMean(compared, 'pinned');
  console.log(`  ${verdict(mean >= means[n])}: pinned, a geometric mean of at least ${means[n]}x: ${mean.toFixed(2)}x`);
  const short = compared
    .map((row) => ({ op: row.op, ratio: best(row, 'pinned').ratio }))
    .filter(({ op, ratio }) => ratio < (kNear.includes(op) ? goals.pinnedCopy : goals.pinned));
  console.log(
    `  ${verdict(short.length === 0)}: pinned, at least ${goals.pinned} of the best other, ${goals.pinnedCopy} for ${kNear.join(', ')}${short.map(({ op, ratio }) => `; ${op} ${digits(ratio)}`).join('')}`,
  );
}

/** Backward passes, beside the peers that have them. @param {Half} half @param {number} n */
function gradients({ rows }, n) {
  const chosen = rows.filter((row) => row.n === n && best(row, 'gradient').ratio > 0);
  if (chosen.length === 0) return;
  const behind = chosen.filter((row) => best(row, 'gradient').ratio < 1);
  const list = behind.map((row) => `; ${row.op} ${digits(best(row, 'gradient').ratio)} BEHIND`).join('');
  console.log(
    `  ${verdict(behind.length === 0)}: n = ${n}, gradients ahead of the best other on each of ${chosen.length} functions, geometric mean ${geometricMean(chosen, 'gradient').toFixed(2)}x${list}`,
  );
}

/** As cheap as a copy: within a factor of the cheapest resident relu. @param {Half} half @param {number} n */
function copies({ rows }, n) {
  const relu = rows.find((row) => row.n === n && row.op === 'relu');
  if (!relu) return;
  const { name, value } = best(relu, 'out');
  const ratios = rows
    .filter((row) => row.n === n && ops[row.op].copies)
    .map((row) => ({ op: row.op, ratio: row.ns.out.torchlet / value }));
  const list = ratios
    .map(({ op, ratio }) => `${op} ${digits(ratio)}${ratio > goals.copies ? ' BEHIND' : ''}`)
    .join(', ');
  const holds = ratios.every(({ ratio }) => ratio <= goals.copies);
  console.log(
    `  ${verdict(holds)}: n = ${n}, at most ${goals.copies} times ${name}'s resident relu (${digits(value)} ns): ${list}`,
  );
}

/** @param {Half} half */
function calls({ rows }) {
  const small = rows.filter((row) => row.n === 5);
  if (small.length === 0) return;
  const microseconds = small.map((row) => ({
    op: row.op,
    us: (row.ns.out.torchlet * elementsOf(row.op, row.n)) / 1000,
  }));
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
      const key =
        what === 'all' ? `${peer} is left out` : what === 'leak' ? `${peer} leaks` : `${peer}, ${what}: skipped`;
      where.set(key, [...(where.get(key) ?? []), `${op} ${n}`]);
    }
  }
  for (const [key, places] of where) {
    console.log(
      `  ${key} in ${places.length} of ${rows.length} rows${places.length > 6 ? '' : ` (${places.join(', ')})`}`,
    );
  }
  for (const failure of failed) console.log(`  FAILED: ${failure}`);
}

/** @param {Half} half */
export function summary(half) {
  console.log(`\n${half.title}, in short`);
  for (const n of sizes) against(half, n);
  console.log('');
  for (const n of sizes) gradients(half, n);
  for (const n of sizes) copies(half, n);
  calls(half);
  faults(half);
}

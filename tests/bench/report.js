// The bench's tables: rows as they come, and README's.

/** @typedef {import('./measure.js').Row} Row */
/** @typedef {import('./bench.js').Half} Half */

/** The sizes that are summed up: in a processor's cache, and beyond. */
export const sizes = [65536, 1048576];

/** @param {number | undefined} value */
export const digits = (value) =>
  value === undefined ? '-' : value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

/** @typedef {import('./measure.js').Form} Form */

/** @type {Form[]} */
export const forms = ['out', 'pinned', 'fresh'];
/** And the gradient, which not every peer has. @param {Row} row */
const formsOf = ({ ns }) =>
  Object.keys(ns.gradient).length > 0 ? /** @type {Form[]} */ ([...forms, 'gradient']) : forms;

/** The fastest that does the work: a peer or plain JavaScript. @param {Row} row @param {Form} form */
export function best({ ns }, form) {
  const others = Object.entries(ns[form]).filter(([name]) => name !== 'copy' && name !== 'torchlet');
  const [name, value] = others.length > 0 ? others.reduce((a, b) => (b[1] < a[1] ? b : a)) : ['none', Number.NaN];
  return { name, value, ratio: value / ns[form].torchlet };
}

/** Rows of functions that a peer has: beside the copy, plain JavaScript and torchlet there is another. @param {Row[]} rows */
export const withPeers = (rows) => rows.filter(({ ns }) => Object.keys(ns.out).length > 3);

/** Of best other / torchlet. @param {Row[]} rows @param {Form} form */
export function geometricMean(rows, form) {
  return Math.exp(rows.reduce((sum, row) => sum + Math.log(best(row, form).ratio), 0) / rows.length);
}

/** @param {Half} half @param {number} turns */
export function heading({ title, peers, remarks }, turns) {
  console.log(`\n${title}: nanoseconds an element, median of ${turns} turns (fewer where a call takes long)`);
  for (const remark of remarks) console.log(remark);
  const names = ['copy', 'plain', 'torchlet', ...peers];
  console.log(
    `${'function'.padEnd(16)}${'n'.padStart(9)}          ${names.map((name) => name.padStart(10)).join('')}  best/torchlet`,
  );
}

/** Notes already printed: most recur at every size. @type {Set<string>} */
const noted = new Set();

/** @param {Row} row @param {Half} half */
export function show(row, { title, peers }) {
  for (const form of formsOf(row)) {
    const cells = ['copy', 'plain', 'torchlet', ...peers].map((name) => digits(row.ns[form][name]).padStart(10));
    const { ratio } = best(row, form);
    console.log(
      `${row.op.padEnd(16)}${String(row.n).padStart(9)} ${form.padEnd(9)}${cells.join('')}${(ratio > 0 ? `${digits(ratio)}x` : '').padStart(15)}`,
    );
  }
  for (const { peer, what, why } of row.notes) {
    const key = `${title} ${peer} ${what} ${what === 'preallocated output' ? '' : row.op}`;
    if (!noted.has(key)) console.log(`  ${peer}, ${what}: ${why}`);
    noted.add(key);
  }
}

/** README's tables, one a half, at the first size of the summary that was measured. @param {Half[]} halves */
export function markdown(halves) {
  return halves
    .map(({ title, rows }) => {
      const n = sizes.find((size) => rows.some((row) => row.n === size));
      const lines = rows
        .filter((row) => row.n === n)
        .map((row) => {
          const cells = forms.flatMap((form) => {
            const { name, value, ratio } = best(row, form);
            return [digits(row.ns[form].torchlet), `${digits(value)} (${name})`, `${digits(ratio)}x`];
          });
          return `| ${row.op} | ${cells.join(' | ')} |`;
        });
      const compared = withPeers(rows.filter((row) => row.n === n));
      return [
        `\n${title}, n = ${n?.toLocaleString('en')}`,
        '',
        '| function | `out` | best other | ratio | pinned | best other | ratio | fresh | best other | ratio |',
        '|---|---|---|---|---|---|---|---|---|---|',
        ...lines,
        '',
        `Geometric mean of the ratios over the ${compared.length} functions that a peer has: out ${digits(geometricMean(compared, 'out'))}x, pinned ${digits(geometricMean(compared, 'pinned'))}x.`,
      ].join('\n');
    })
    .join('\n');
}

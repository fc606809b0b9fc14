// npm run accuracy: the errors of the element-wise kernels over all 2^32 floats, as a table.
//   npm run accuracy [-- [names] [--stride N] [--hashes] [--json]]
//   --stride N  every N-th float only    --hashes  also compare the shipped .wasm, bit by bit    --json  the raw figures
import { execFileSync } from 'node:child_process';
import { activations } from '../../web/build/table.js';

const [program, ...args] = process.argv.slice(2);
const flag = (/** @type {string} */ name) => args.includes(name) && args.splice(args.indexOf(name), 1).length > 0;
const hashes = flag('--hashes');
const json = flag('--json');
const stride = args.includes('--stride') ? Number(args[args.indexOf('--stride') + 1]) : 1;

const rows = JSON.parse(execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }));
if (hashes) {
  const { outputHash } = await import('./hash.js');
  for (const row of rows) {
    console.error(`${row.name} in WebAssembly ...`);
    const activation = activations.find((one) => one.functional === row.name);
    if (activation) row.wasm = outputHash(activation, stride) === row.hash ? 'same bits' : 'OTHER BITS';
  }
}
if (json) {
  console.log(JSON.stringify(rows, null, 2));
} else {
  const table = [
    ['function', 'max ULP', 'at x', 'mean ULP', 'max absolute', 'at x', 'wrong', ...(hashes ? ['.wasm'] : [])],
  ];
  for (const row of rows) {
    const cells = [
      row.name,
      row.max_ulp.toFixed(2),
      row.worst,
      row.mean_ulp.toFixed(4),
      row.max_absolute.toExponential(2),
      row.worst_absolute,
      row.wrong,
    ];
    table.push([...cells, ...(hashes ? [row.wasm] : [])].map(String));
  }
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  for (const row of table)
    console.log(row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '));
  const count = stride === 1 ? 'all 2^32 floats' : `every ${stride}th of the 2^32 floats`;
  console.log(
    `\nAgainst float64, over ${count}, at default parameters. wrong: NaN, infinity or the other zero where it should not be.`,
  );
}
if (rows.some((/** @type {any} */ row) => row.wrong > 0 || row.wasm === 'OTHER BITS')) process.exitCode = 1;

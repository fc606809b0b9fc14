// npm run accuracy: the errors of the kernels against float64, over all 2^32 floats, as a table beside PyTorch's.
//   npm run accuracy [-- [names] [--stride N] [--settings] [--backward] [--hashes] [--json FILE] [--markdown]]
//   --stride N    every N-th float only            --settings  other parameters too (tests/reference/settings.json)
//   --backward    the gradients for an upstream 1  --hashes    also compare the shipped .wasm, bit by bit
//   --json FILE   writes the raw figures           --from FILE reads them instead of measuring
//   --markdown    README's table
//   --pytorch 'python3'   measures PyTorch with that command instead, and writes tests/reference/accuracy.json
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { activations } from '../../web/build/facts.js';
import { outputHash } from './hash.js';
import { measureRows, rowLengths } from './rows.js';

const folder = join(import.meta.dirname, '../reference');
const recorded = join(folder, 'accuracy.json');
const [program, ...rest] = process.argv.slice(2);
const { values: options, positionals: names } = parseArgs({
  args: rest,
  allowPositionals: true,
  options: {
    stride: { type: 'string', default: '1' },
    settings: { type: 'boolean', default: false },
    backward: { type: 'boolean', default: false },
    hashes: { type: 'boolean', default: false },
    markdown: { type: 'boolean', default: false },
    json: { type: 'string' },
    from: { type: 'string' },
    pytorch: { type: 'string' },
  },
});
const stride = Number(options.stride);
const isWanted = (/** @type {string} */ name) => names.length === 0 || names.includes(name);

/** @typedef {{ name: string, job: string, max_ulp: number, mean_ulp: number, max_absolute: number, wrong: number } & Record<string, any>} Row */

/** @type {Record<string, number[][]>} */
const settings = JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8')).settings;
const kernels = activations.filter((one) => one.kind === 'elementwise').flatMap((one) => one.kernels);
/** "elu" and "elu:0.5": functions, and with --settings those with other parameters. */
const jobs = kernels
  .filter(({ name }) => isWanted(name))
  .flatMap(({ name }) => [name, ...(options.settings ? (settings[name] ?? []).map((p) => `${name}:${p}`) : [])]);
const rowJobs = options.backward
  ? []
  : Object.entries(rowLengths).flatMap(([kind, lengths]) =>
      lengths.filter(() => isWanted(kind)).map((n) => /** @type {const} */ ([kind, n])),
    );
const flags = ['--stride', String(stride), ...(options.backward ? ['--backward'] : [])];

/** @returns {Row[]} */
function measure() {
  const stdio = /** @type {const} */ (['ignore', 'pipe', 'inherit']);
  const rows =
    jobs.length > 0 ? JSON.parse(execFileSync(program, [...flags, ...jobs], { encoding: 'utf8', stdio })) : [];
  if (options.hashes && !options.backward) {
    for (const row of rows) {
      if (row.job !== row.name) continue;
      console.error(`${row.name} in WebAssembly ...`);
      row.wasm = outputHash(row.name, stride) === row.hash ? 'same bits' : 'OTHER BITS';
    }
  }
  return [...rows, ...rowJobs.map(([kind, length]) => measureRows(kind, length))];
}

/** A command's standard output. @param {string} command @param {string[]} args @param {boolean} [binary] */
function output(command, args, binary = false) {
  const [file, ...first] = command.split(' ');
  return execFileSync(file, [...first, ...args], { maxBuffer: 1 << 28, encoding: binary ? 'buffer' : 'utf8' });
}

/** What PyTorch gives, compared by the same program. @param {string} command @param {string} job @returns {Promise<Row>} */
function compared(command, job) {
  const [file, ...first] = command.split(' ');
  const python = spawn(file, [...first, join(folder, 'sweep.py'), job, ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const compare = spawn(program, ['--outputs', ...flags, job], { stdio: [python.stdout, 'pipe', 'inherit'] });
  let text = '';
  compare.stdout.on('data', (data) => {
    text += data;
  });
  return new Promise((resolve, reject) => {
    compare.on('close', (code) =>
      code === 0 ? resolve(JSON.parse(text)[0]) : reject(new Error(`no outputs of ${job}`)),
    );
  });
}

/** Measures PyTorch and merges the figures into accuracy.json. @param {string} command */
async function recordPyTorch(command) {
  const file = JSON.parse(readFileSync(recorded, 'utf8'));
  file.torch = String(output(command, [join(folder, 'sweep.py'), '--about'])).trim();
  const kind = options.backward ? 'backward' : 'forward';
  const keep = (/** @type {Row} */ { max_ulp, worst, mean_ulp, max_absolute, worst_absolute, wrong }) => ({
    ...{ max_ulp, worst, mean_ulp, max_absolute, worst_absolute, wrong, stride },
  });
  const isPyTorchs = (/** @type {string} */ name) =>
    activations.some((one) => !one.origin && one.kernels.some((kernel) => kernel.name === name));
  for (const job of jobs.filter((job) => isPyTorchs(job.split(':')[0]))) {
    file[kind][job] = keep(await compared(command, job));
    writeFileSync(recorded, `${JSON.stringify(file, null, 1)}\n`);
  }
  for (const [name, length] of rowJobs) {
    const bytes = /** @type {Buffer} */ (output(command, [join(folder, 'sweep.py'), `${name}:${length}`], true));
    const values = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
    file[kind][`${name}:${length}`] = keep(measureRows(name, length, values));
    writeFileSync(recorded, `${JSON.stringify(file, null, 1)}\n`);
  }
}

const ulps = (/** @type {number} */ value) =>
  value >= 1e4 ? value.toExponential(0).replace('e+', 'e') : value >= 100 ? value.toFixed(0) : value.toFixed(2);

/** Which of the two largest errors is smaller; a hundredth of an ULP is no difference. @param {Row} ours @param {Row} theirs */
function verdict(ours, theirs) {
  if (!theirs) return '';
  if (Math.abs(ours.max_ulp - theirs.max_ulp) <= 0.01) return 'same';
  return ours.max_ulp < theirs.max_ulp ? 'better' : 'worse';
}

/** @param {Row[]} rows */
function show(rows) {
  const pytorch = JSON.parse(readFileSync(recorded, 'utf8'));
  const theirs = pytorch[options.backward ? 'backward' : 'forward'];
  const heads = [
    'function',
    'max ULP',
    'at x',
    'mean ULP',
    'max absolute',
    'at x',
    'wrong',
    'PyTorch: max ULP',
    'absolute',
    '',
  ];
  const lines = rows.map((row) => [
    row.job,
    ulps(row.max_ulp),
    row.worst ?? '',
    row.mean_ulp.toFixed(4),
    row.max_absolute.toExponential(2),
    row.worst_absolute ?? '',
    row.wrong,
    ...(theirs[row.job] ? [ulps(theirs[row.job].max_ulp), theirs[row.job].max_absolute.toExponential(2)] : ['', '']),
    verdict(row, theirs[row.job]),
    ...(options.hashes ? [row.wasm ?? ''] : []),
  ]);
  const table = [[...heads, ...(options.hashes ? ['.wasm'] : [])], ...lines].map((line) => line.map(String));
  const widths = table[0].map((_, column) => Math.max(...table.map((line) => line[column].length)));
  for (const line of table)
    console.log(line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '));
  const count = stride === 1 ? 'all 2^32 floats' : `every ${stride}th of the 2^32 floats`;
  console.log(
    `\nAgainst float64, over ${count}; softmax and its kin: rows of that many numbers, 4 M in all. wrong: NaN, infinity or the\n` +
      `other zero where it should not be. PyTorch's column: ${pytorch.torch} (tests/reference/accuracy.json).`,
  );
}

/** README's table. @param {Row[]} rows */
function markdown(rows) {
  const { forward } = JSON.parse(readFileSync(recorded, 'utf8'));
  console.log('| function | largest error, ULP | mean, ULP | largest absolute error | PyTorch: ULP | absolute | |');
  console.log('|---|---|---|---|---|---|---|');
  for (const row of rows) {
    const theirs = forward[row.job];
    // Where values are large an absolute error says nothing: squareplus' 9e-4 is less than one ULP of 11,585.
    const absolute = (/** @type {Row} */ { max_absolute }) =>
      max_absolute > 1e-5 ? '' : max_absolute.toExponential(1);
    const [name, length] = row.job.split(':');
    const cells = [
      length ? `${name}, rows of ${Number(length).toLocaleString('en')}` : name,
      ...[ulps(row.max_ulp), row.mean_ulp.toFixed(2), absolute(row)],
      ...(theirs ? [ulps(theirs.max_ulp), absolute(theirs), verdict(row, theirs)] : ['', '', '']),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
}

if (options.pytorch) {
  await recordPyTorch(options.pytorch);
} else {
  const rows = options.from ? JSON.parse(readFileSync(options.from, 'utf8')) : measure();
  if (options.json) writeFileSync(options.json, `${JSON.stringify(rows, null, 1)}\n`);
  if (options.markdown) markdown(rows);
  else show(rows);
  if (rows.some((/** @type {Row} */ row) => row.wrong > 0 || row.wasm === 'OTHER BITS')) process.exitCode = 1;
}

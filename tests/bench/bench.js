// npm run bench: nanoseconds an element beside plain JavaScript and the copy limit, in Node and in headless Chromium.
//   npm run bench [-- [ops] [--sizes 5,1024] [--in node,chromium] [--turns 15] [--json FILE]]
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { launchOptions } from '../chromium.js';
import { measure } from './measure.js';
import { plain } from './plain.js';

/** @typedef {import('./measure.js').Row} Row */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string', default: '5,1024,65536,1048576,16777216' },
    in: { type: 'string', default: 'node,chromium' },
    turns: { type: 'string', default: '15' },
    json: { type: 'string' },
  },
});
const ops = positionals.length > 0 ? positionals : Object.keys(plain);
const sizes = values.sizes.split(',').map(Number);
const turns = Number(values.turns);
for (const op of ops) if (!(op in plain)) throw new Error(`bench knows ${Object.keys(plain).join(', ')}; got ${op}`);
if (sizes.some((n) => !Number.isInteger(n) || n < 1))
  throw new Error(`--sizes wants whole numbers; got ${values.sizes}`);

const columns = [
  ['copy', (/** @type {Row} */ { ns }) => ns.copy],
  ['plain, out', (/** @type {Row} */ { ns }) => ns.plainOut],
  ['torchlet, out', (/** @type {Row} */ { ns }) => ns.torchletOut],
  ['ratio', (/** @type {Row} */ { ns }) => ns.plainOut / ns.torchletOut],
  ['plain, fresh', (/** @type {Row} */ { ns }) => ns.plainFresh],
  ['torchlet, fresh', (/** @type {Row} */ { ns }) => ns.torchletFresh],
  ['ratio', (/** @type {Row} */ { ns }) => ns.plainFresh / ns.torchletFresh],
];

/** @param {number} value */
const digits = (value) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));

function heading(/** @type {string} */ where) {
  console.log(`\n${where}: ns an element, median of ${turns} turns (ratio: plain JavaScript / torchlet)`);
  console.log(
    `${'function'.padEnd(11)}${'n'.padStart(9)}${columns.map(([name]) => String(name).padStart(16)).join('')}`,
  );
}

/** @param {Row} row */
function show(row) {
  const cells = columns.map(([name, of]) =>
    `${digits(/** @type {(row: Row) => number} */ (of)(row))}${name === 'ratio' ? 'x' : ''}`.padStart(16),
  );
  console.log(`${row.op.padEnd(11)}${String(row.n).padStart(9)}${cells.join('')}`);
}

/** @param {string} where @param {(op: string, n: number) => Promise<Row> | Row} run @returns {Promise<Row[]>} */
async function all(where, run) {
  heading(where);
  const rows = [];
  for (const op of ops) {
    for (const n of sizes) {
      const row = await run(op, n);
      rows.push(row);
      show(row);
    }
  }
  return rows;
}

async function inChromium() {
  const server = await createServer({
    root: join(import.meta.dirname, '../..'),
    configFile: false,
    logLevel: 'error',
    server: { port: 0, hmr: false },
  });
  await server.listen();
  const browser = await chromium.launch(launchOptions);
  try {
    const page = await browser.newPage();
    // A page of its own, which loads nothing but the benchmark.
    await page.route('**/bench.html', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
    await page.goto(`${server.resolvedUrls?.local[0]}bench.html`);
    const address = '/tests/bench/measure.js';
    return await all(`Chromium ${browser.version()}`, (op, n) =>
      page.evaluate(
        async ([address, op, n, turns]) => (await import(/** @type {string} */ (address))).measure(op, n, turns),
        [address, op, n, turns],
      ),
    );
  } finally {
    await browser.close();
    await server.close();
  }
}

console.log(`${cpus()[0].model}, ${cpus().length} processors. Inputs uniform in [-8, 8]; softmax in rows of 256.`);
/** @type {Record<string, Row[]>} */
const results = {};
if (values.in.includes('node')) results.node = await all(`Node ${process.version}`, (op, n) => measure(op, n, turns));
if (values.in.includes('chromium')) results.chromium = await inChromium();
if (values.json)
  writeFileSync(
    values.json,
    `${JSON.stringify({ date: new Date().toISOString(), cpu: cpus()[0].model, results }, null, 2)}\n`,
  );

// npm run bench: nanoseconds an element beside the peers, plain JavaScript and the copy limit, in Node and in headless Chromium;
// and how the page loads and moves.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { Explained } from '../../cpp/toolchain/shell.js';
import { options, usage } from './options.js';
import { measurePage } from './page.js';
import { pageHeading, pageSummary, showPageRow } from './page_report.js';
import { peers as known } from './peers/peers.js';
import { heading, markdown, show } from './report.js';
import { summary } from './summary.js';

/** @typedef {import('./measure.js').Row} Row */
/** @typedef {import('./options.js').Options} Options */
/** @typedef {{ title: string, peers: string[], rows: Row[], failed: string[], remarks: string[] }} Half */

/** @param {unknown} error */
const firstLine = (error) =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0].replace('page.evaluate: ', '');

/** @param {import('./node.js').Place} place @param {Options} options @returns {Promise<Half>} */
async function run(place, { ops: wanted, sizes, turns }) {
  const { title, peers, remarks } = place;
  const absent = wanted.filter((op) => op in place.absent);
  const half = {
    title,
    peers,
    rows: /** @type {Row[]} */ ([]),
    failed: /** @type {string[]} */ ([]),
    remarks: [...remarks, ...absent.map((op) => `${op} is left out: ${place.absent[op]}`)],
  };
  if (absent.length === wanted.length) half.failed.push('torchlet has nothing to measure');
  heading(half, turns);
  for (const op of wanted.filter((op) => !absent.includes(op))) {
    let session = await place.open();
    for (const n of sizes) {
      try {
        const row = await session.measure(op, n, { peers, turns });
        half.rows.push(row);
        show(row, half);
      } catch (error) {
        half.failed.push(`${op} at ${n}: ${firstLine(error)}`);
        console.log(half.failed.at(-1));
        await session.close();
        session = await place.open();
      }
    }
    await session.close();
  }
  await place.close();
  return half;
}

/** @param {Options} options */
async function measured(options) {
  if (options.ops.length > 0 && options.peers.length > 0) {
    const { nodeModules } = await import('../../cpp/toolchain/modules.js');
    await nodeModules(import.meta.dirname);
  }
  /** @type {Half[]} */
  const halves = [];
  if (options.ops.length > 0 && options.in.includes('node')) {
    const { inNode } = await import('./node.js');
    halves.push(await run(await inNode(options.peers, options.node), options));
  }
  if (options.ops.length > 0 && options.in.includes('chromium')) {
    const { inChromium } = await import('./chromium.js');
    halves.push(await run(await inChromium(options.peers), options));
  }
  if (options.page.length > 0) pageHeading(options);
  const page = options.page.length > 0 ? await measurePage(options, showPageRow) : null;
  const { dependencies } = JSON.parse(readFileSync(join(import.meta.dirname, 'package.json'), 'utf8'));
  const peers = Object.fromEntries(
    options.peers.map((name) => [name, `${known[name].title} ${dependencies[known[name].title]}`]),
  );
  return {
    date: new Date().toISOString(),
    cpu: `${cpus()[0].model}, ${cpus().length} processors`,
    peers,
    halves,
    page,
  };
}

try {
  const chosen = options();
  if (chosen.help) console.log(usage);
  else {
    const result = chosen.from ? JSON.parse(readFileSync(chosen.from, 'utf8')) : await measured(chosen);
    if (chosen.json) writeFileSync(chosen.json, `${JSON.stringify(result, null, 1)}\n`);
    console.log(`\n${result.cpu}. Inputs uniform in [-8, 8]; rows of 256.`);
    for (const [name, title] of Object.entries(result.peers)) console.log(`${name}: ${title}`);
    for (const half of result.halves) summary(half);
    if (result.page) pageSummary(result.page);
    if (chosen.markdown) console.log(markdown(result.halves));
    const all = [...result.halves, ...(result.page ? [result.page] : [])];
    if (all.some(({ failed }) => failed.length > 0)) process.exitCode = 1;
  }
} catch (error) {
  if (!(error instanceof Explained)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

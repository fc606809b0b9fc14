// npm run bench: nanoseconds an element beside the peers, plain JavaScript and the copy limit, in Node and in headless Chromium.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Explained } from '../../cpp/toolchain/shell.js';
import { ops } from './ops.js';
import { peers as known } from './peers/peers.js';
import { heading, markdown, show } from './report.js';
import { summary } from './summary.js';

/** @typedef {import('./measure.js').Row} Row */
/** @typedef {{ title: string, peers: string[], rows: Row[], failed: string[], remarks: string[] }} Half */

const usage = `npm run bench [-- [ops] [options]]
  ops                 ${Object.keys(ops).join(' ')}
  --sizes 5,1024      elements; by default 5,1024,65536,1048576,16777216
  --in node,chromium  one of them or both
  --peers a,b         of ${Object.keys(known).join(',')}; none for plain JavaScript and the copy alone
  --node here|FILE    the Node that runs this, or another, without the peers that need a newer one
  --turns 9           of each contender; fewer where a call takes long
  --json FILE         writes what was measured
  --from FILE         reads it instead of measuring
  --markdown          prints README's tables as well`;

function options() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      sizes: { type: 'string', default: '5,1024,65536,1048576,16777216' },
      in: { type: 'string', default: 'node,chromium' },
      peers: { type: 'string', default: Object.keys(known).join(',') },
      node: { type: 'string' },
      turns: { type: 'string', default: '9' },
      json: { type: 'string' },
      from: { type: 'string' },
      markdown: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const list = (/** @type {string} */ text) => text.split(',').filter((one) => one !== '' && one !== 'none');
  const all = {
    ...values,
    ops: positionals.length > 0 ? positionals : Object.keys(ops),
    sizes: list(values.sizes).map(Number),
    in: list(values.in),
    peers: list(values.peers),
    turns: Number(values.turns),
  };
  const wrong = (/** @type {string[]} */ given, /** @type {string[]} */ right) =>
    given.filter((one) => !right.includes(one));
  const unknown = [
    ...wrong(all.ops, Object.keys(ops)),
    ...wrong(all.peers, Object.keys(known)),
    ...wrong(all.in, ['node', 'chromium']),
    ...all.sizes.filter((n) => !Number.isInteger(n) || n < 2),
    ...(all.turns >= 1 ? [] : [values.turns]),
  ];
  if (unknown.length > 0) throw new Explained(`bench does not know ${unknown.join(', ')}.\n${usage}`);
  return all;
}

/** @param {unknown} error */
const firstLine = (error) =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0].replace('page.evaluate: ', '');

/** @param {import('./node.js').Place} place @param {ReturnType<typeof options>} options @returns {Promise<Half>} */
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

/** @param {ReturnType<typeof options>} options */
async function measured(options) {
  if (options.peers.length > 0) {
    const { nodeModules } = await import('../../cpp/toolchain/modules.js');
    await nodeModules(import.meta.dirname);
  }
  /** @type {Half[]} */
  const halves = [];
  if (options.in.includes('node')) {
    const { inNode } = await import('./node.js');
    halves.push(await run(await inNode(options.peers, options.node), options));
  }
  if (options.in.includes('chromium')) {
    const { inChromium } = await import('./chromium.js');
    halves.push(await run(await inChromium(options.peers), options));
  }
  const { dependencies } = JSON.parse(readFileSync(join(import.meta.dirname, 'package.json'), 'utf8'));
  const peers = Object.fromEntries(
    options.peers.map((name) => [name, `${known[name].title} ${dependencies[known[name].title]}`]),
  );
  return { date: new Date().toISOString(), cpu: `${cpus()[0].model}, ${cpus().length} processors`, peers, halves };
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
    if (chosen.markdown) console.log(markdown(result.halves));
    if (result.halves.some((/** @type {Half} */ half) => half.failed.length > 0)) process.exitCode = 1;
  }
} catch (error) {
  if (!(error instanceof Explained)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

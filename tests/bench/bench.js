// npm run bench: nanoseconds an element beside the peers, plain JavaScript and the copy limit, in Node and in headless browsers;
// steps of training and matrix products beside those that have them;
// how the page loads and moves; how soon a program has run; and how soon the first kernel and the first figure are there.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { Explained } from '../../cpp/toolchain/shell.js';
import { nodeModules } from '../../web/tools/modules.js';
import { browsers, inBrowser, lacking } from './browser.js';
import { firstSummary, measureFirst } from './first.js';
import { measureNetworks, networkSummary } from './networks/networks.js';
import { options, usage } from './options.js';
import { measurePage } from './page.js';
import { pageHeading, pageSummary, showPageRow } from './page_report.js';
import { peers as known } from './peers/peers.js';
import { measurePrograms, programSummary } from './programs.js';
import { heading, markdown, show } from './report.js';
import { startSummary } from './start/report.js';
import { measureStart } from './start/start.js';
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

/** What is installed when it is first asked for. @param {Options} options */
async function prepared({ ops, networks, start, peers, browsers: asked }) {
  if ((ops.length > 0 || networks.length > 0 || start) && peers.length > 0) await nodeModules(import.meta.dirname);
  const engines = asked.filter((name) => name !== 'chromium').map((name) => browsers[name]);
  if (engines.length === 0 || (ops.length === 0 && !start)) return;
  await nodeModules(join(import.meta.dirname, '../engines'));
  const { installEngines } = await import('../tools/engines.js');
  await installEngines(engines);
}

/**
 * A half in each place that is asked for.
 * @param {Options} options
 */
async function halvesOf(options) {
  /** @type {Half[]} */
  const halves = [];
  if (options.ops.length === 0) return halves;
  if (options.in.includes('node')) {
    const { inNode } = await import('./node.js');
    halves.push(await run(await inNode(options.peers, options.node), options));
  }
  for (const name of options.browsers.filter((name) => options.in.includes(name))) {
    const engine = browsers[name];
    const lack = lacking(engine);
    if (lack) halves.push({ title: engine, peers: [], rows: [], failed: [lack], remarks: [] });
    else halves.push(await run(await inBrowser(engine, options.peers), options));
  }
  return halves;
}

/** The start row in each browser that is asked for. @param {Options} options */
async function startsOf(options) {
  /** @type {import('./start/start.js').StartPart[]} */
  const starts = [];
  for (const engine of options.start ? options.browsers.map((name) => browsers[name]) : []) {
    const lack = lacking(engine);
    if (!lack) console.log(`\nThe first figure in ${engine}: ${options.turns} cold loads of each contender, in turns`);
    starts.push(
      lack
        ? { title: engine, rows: [], compared: [], remarks: [], failed: [lack] }
        : await measureStart(engine, options),
    );
  }
  return starts;
}

/** How the page loads and moves; where other browsers alone are asked for, Chromium's trace is not theirs. @param {Options} options */
async function pageOf(options) {
  if (options.page.length === 0) return null;
  if (!options.browsers.includes('chromium')) {
    console.log(`\n${options.page.join(', ')}: left out, for they are read from Chromium's own trace`);
    return null;
  }
  pageHeading(options);
  return measurePage(options, showPageRow);
}

/** @param {Options} options */
async function measured(options) {
  await prepared(options);
  const halves = await halvesOf(options);
  const networks = options.networks.length > 0 ? await measureNetworks(options) : null;
  const page = await pageOf(options);
  const programs = options.programs.length > 0 ? await measurePrograms(options) : null;
  const starts = await startsOf(options);
  const first = options.first ? await measureFirst(options, browsers) : [];
  const { dependencies } = JSON.parse(readFileSync(join(import.meta.dirname, 'package.json'), 'utf8'));
  const peers = Object.fromEntries(
    options.peers.map((name) => [name, `${known[name].title} ${dependencies[known[name].title]}`]),
  );
  return {
    date: new Date().toISOString(),
    cpu: `${cpus()[0].model}, ${cpus().length} processors`,
    peers,
    halves,
    networks,
    page,
    programs,
    starts,
    first,
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
    if (result.networks) networkSummary(result.networks);
    if (result.page) pageSummary(result.page);
    if (result.programs) programSummary(result.programs);
    for (const start of result.starts ?? []) startSummary(start);
    for (const first of result.first ?? []) firstSummary(first);
    if (chosen.markdown) console.log(markdown(result.halves));
    const all = [
      ...result.halves,
      ...(result.networks ? [result.networks] : []),
      ...(result.page ? [result.page] : []),
      ...(result.programs ? [result.programs] : []),
      ...(result.starts ?? []),
      ...(result.first ?? []),
    ];
    if (all.some(({ failed }) => failed.length > 0)) process.exitCode = 1;
  }
} catch (error) {
  if (!(error instanceof Explained)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

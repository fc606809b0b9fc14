// npm run test:engines: package, element and page in Chromium, Firefox and WebKit; all give the bits and the words that Node gives.
import { parseArgs } from 'node:util';
import { Model } from '../../web/figure/numbers/model.js';
import { partsOf } from '../../web/figure/state/attributes.js';
import { readState } from '../../web/figure/state/vocabulary.js';
import { pytorchCode } from '../../web/figure/text/code.js';
import { run as execute } from '../../web/python/python.js';
import { lessonOf } from '../../web/training/lessons/lessons.js';
import { readState as readLesson } from '../../web/training/state/vocabulary.js';
import { engines } from './browsers.js';
import { sampleRows } from './sample.js';
import { figures, lessons, programs, serve } from './server.js';

/**
 * @typedef {import('./browsers.js').Browser} Browser
 * @typedef {Record<string, string>} Rows what was found, by its name
 * @typedef {{ name: string, version: string, rows: Rows | null, reason: string }} Tried
 */

/** A first start of an engine on a busy machine takes its time. */
const kPatience = 60_000;

/** Waits for an expression to give something. @param {Browser} browser @param {string} expression */
async function waited(browser, expression) {
  const end = Date.now() + kPatience;
  for (;;) {
    const value = await browser.evaluate(expression);
    if (value) return value;
    if (Date.now() > end) throw new Error(`after ${kPatience / 1000} s there was still no ${expression.slice(0, 80)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The printed tensors beneath a root, in the page. */
const printed =
  "Array.from(root.querySelectorAll('torchlet-tensor'), (one) => one.shadowRoot.querySelector('pre').textContent)";

/** What a figure of the element shows, once all are drawn. */
const drawnFigures = `(() => {
  const all = Array.from(document.querySelectorAll('torchlet-figure'));
  if (all.length < ${figures.length} || all.some((one) => !one.complete)) return null;
  const curves = all.map((one) => one.shadowRoot.querySelector('torchlet-curve, torchlet-rows').shadowRoot);
  if (curves.some((root) => !root.querySelector('path.curve, .cell'))) return null;
  return all.map(({ shadowRoot: root }) => [root.querySelector('figcaption').textContent, ...${printed}, root.querySelector('.code')?.textContent ?? ''].join('\\n'));
})()`;

/** What the lessons say, once all are trained. */
const trainedLessons = `(() => {
  const all = Array.from(document.querySelectorAll('torchlet-training'));
  if (all.length < ${lessons.length} || all.some((one) => !one.complete)) return null;
  return all.map(({ shadowRoot: root }) => [root.querySelector('.statement'), ...root.querySelectorAll('.readings li:not(.recorded)')].map((one) => one.textContent).join('\\n'));
})()`;

/** What programs print, run once in their order. */
const ranPrograms = `(() => {
  const all = Array.from(document.querySelectorAll('torchlet-cell'));
  if (all.length < ${programs.length} || all.some((one) => !one.run)) return null;
  if (!window.isRunning) {
    window.isRunning = true;
    (async () => {
      for (const one of all) await one.run();
      window.ran = all.map((one) => one.text + (one.ok ? '' : one.shadowRoot.querySelector('.traceback').textContent));
    })();
  }
  return window.ran ?? null;
})()`;

/** What a program prints here. @param {string} source */
async function printedOf(source) {
  let text = '';
  await execute(source, {
    print: (part) => {
      text += part;
    },
  });
  return text;
}

/** What a lesson says, trained here. @param {[string, string][]} words */
function saidOf(words) {
  const { state } = readLesson(words);
  const lesson = lessonOf(state);
  const run = /** @type {any} */ (lesson.begin(state));
  while (run.prepare?.(1e6));
  run.run();
  while (run.advanceOthers?.(1e6));
  const at = state.at ?? state.steps;
  run.goTo(at);
  const scene = /** @type {any} */ ({
    state,
    wanted: state,
    run,
    at,
    isThere: true,
    width: 800,
    looks: {},
    look: () => {},
  });
  return [lesson.statement(scene), ...lesson.readings(scene)].join('\n');
}

/** What the playground shows. */
const playground = `(() => {
  const root = document;
  if (!document.querySelector('torchlet-curve')?.shadowRoot?.querySelector('path.curve')) return null;
  const texts = ${printed};
  return texts.length < 3 ? null : [document.querySelector('h1').textContent, ...texts, document.querySelector('.code pre').textContent].join('\\n');
})()`;

const link = 'activation=ELU&alpha=0.7&shape=3,40&seed=7&upstream=random';

/** What a state shows, computed here. @param {Iterable<[string, string]>} words @param {boolean} isPage which shows all parts */
function shownOf(words, isPage) {
  const { state } = readState(words);
  const result = new Model().update(state);
  const parts = isPage ? new Set(['tensors', 'gradient', 'code']) : partsOf(state);
  const tensors = [
    parts.has('tensors') ? [result.input, result.output] : [],
    parts.has('gradient') ? [result.gradient] : [],
  ];
  const code = parts.has('code') ? pytorchCode(state, result) : '';
  return [result.repr, ...tensors.flat().map(String), code].join('\n');
}

const figureRow = (/** @type {string} */ words) => `<torchlet-figure ${words.split(' ')[0]}>`;
const programRow = (/** @type {string} */ source) => `<torchlet-cell>${source.slice(0, 20)}`;
const lessonRow = (/** @type {string} */ words) => `<torchlet-training ${words.split(' ')[0]}>`;

/** An element's attributes. @param {string} words @returns {[string, string][]} */
const pairsOf = (words) => [...words.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, value]) => [key, value]);

const kMemory = '10,000 pinned tensors of 1 MB, made and dropped';
/** What there may be at once, in MB. WebKit collects late, and says that memories are there which it has given up. */
const kMostMemory = { Chromium: 512, Firefox: 512, WebKit: 1024 };
const within = 'within what is allowed';

/** @returns {Promise<Rows>} */
async function expectedRows() {
  const rows = sampleRows();
  for (const words of figures) rows[figureRow(words)] = shownOf(pairsOf(words), false);
  for (const words of lessons) rows[lessonRow(words)] = saidOf(pairsOf(words));
  for (const source of programs) rows[programRow(source)] = await printedOf(source);
  rows['the page'] = shownOf(new URLSearchParams(link), true);
  rows[kMemory] = within;
  return rows;
}

/** @param {Browser} browser @param {string} address @param {string} name of the engine @returns {Promise<Rows>} */
async function rowsIn(browser, address, name) {
  await browser.open(`${address}/sample.html`);
  const rows = await waited(browser, 'window.rows');
  if (rows.error) throw new Error(rows.error);
  await browser.open(`${address}/element.html`);
  const texts = await waited(browser, drawnFigures);
  figures.forEach((words, i) => {
    rows[figureRow(words)] = texts[i];
  });
  await browser.open(`${address}/training.html`);
  const said = await waited(browser, trainedLessons);
  lessons.forEach((words, i) => {
    rows[lessonRow(words)] = said[i];
  });
  await browser.open(`${address}/cells.html`);
  const outputs = await waited(browser, ranPrograms);
  programs.forEach((source, i) => {
    rows[programRow(source)] = outputs[i];
  });
  await browser.open(`${address}/dist/site/index.html#${link}`);
  rows['the page'] = await waited(browser, playground);
  await browser.open(`${address}/memory.html`);
  const most = await waited(browser, 'window.memory');
  rows[kMemory] = most <= /** @type {Record<string, number>} */ (kMostMemory)[name] ? within : `${most} MB`;
  return rows;
}

/** @param {string} name @param {string} address @returns {Promise<Tried>} */
async function tried(name, address) {
  const { missing, packages, launch } = engines[name];
  const lack = missing();
  if (lack)
    return {
      name,
      version: '',
      rows: null,
      reason: `${lack} is not installed (Debian: apt install ${packages.join(' ')})`,
    };
  const browser = await launch();
  try {
    return { name, version: browser.version, rows: await rowsIn(browser, address, name), reason: '' };
  } finally {
    await browser.close();
  }
}

/** What differs from what is expected, in words. @param {Rows} rows @param {Rows} expected */
function differences(rows, expected) {
  const names = [...new Set([...Object.keys(expected), ...Object.keys(rows)])];
  return names
    .filter((name) => rows[name] !== expected[name])
    .map((name) => `    ${name}: ${rows[name]} instead of ${expected[name]}`);
}

/** @param {string[]} names @returns {Promise<boolean>} whether all that were tried agree */
async function run(names) {
  const server = await serve();
  const expected = await expectedRows();
  let isGood = true;
  for (const name of names) {
    const { version, rows, reason } = await tried(name, server.address).catch((error) => ({
      version: '',
      rows: {},
      reason: String(error),
    }));
    if (rows === null) {
      console.log(`${name}: untested, since ${reason}`);
      continue;
    }
    const found = reason ? [`    ${reason}`] : differences(rows, expected);
    isGood &&= found.length === 0;
    const count = Object.keys(rows).length;
    console.log(
      `${name} ${version}: ${found.length === 0 ? `${count} of ${count} agree with Node ${process.version}, to the bit` : 'differs'}`,
    );
    for (const line of found) console.log(line);
  }
  server.close();
  return isGood;
}

const { positionals } = parseArgs({ allowPositionals: true });
const odd = positionals.find((name) => !(name in engines));
if (odd) {
  console.error(`test:engines knows ${Object.keys(engines).join(', ')}; got ${odd}.`);
  process.exitCode = 1;
} else if (!(await run(positionals.length > 0 ? positionals : Object.keys(engines)))) process.exitCode = 1;

// The first row: what the first kernel of a fresh page, or of a fresh process, takes: decoding, compiling, starting, five elements.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { engines } from '../engines/browsers.js';
import { serve } from './server.js';

/**
 * @typedef {{ title: string, most: number, samples: number[], failed: string[] }} FirstPart milliseconds
 */

/** So long it may take, in milliseconds. */
const kMost = { node: 12, browser: 5 };
/** A browser that has just come up is still busy with itself. */
const kSettled = 3000;

/** Whether five elements come out right is asked after the clock has stopped. @param {string} entry */
const program = (entry) => `import(${JSON.stringify(entry)}).then(({ relu }) => {
  const x = Float32Array.of(-2, -1, 0, 1, 2);
  const start = performance.now();
  const y = relu(x);
  const spent = performance.now() - start;
  if (String(y) !== '0,0,0,1,2') throw new Error('the first kernel gave ' + y);
  return spent;
})`;

/** @param {number} turns @returns {FirstPart} */
function inNode(turns) {
  const entry = pathToFileURL(join(import.meta.dirname, '../../web/arrays.js')).href;
  const source = `${program(entry)}.then((spent) => console.log(spent));`;
  const once = () =>
    Number(execFileSync(process.execPath, ['--input-type=module', '-e', source], { encoding: 'utf8' }));
  return {
    title: `Node ${process.version}`,
    most: kMost.node,
    samples: Array.from({ length: turns }, once),
    failed: [],
  };
}

/** @param {string} engine @param {number} turns @returns {Promise<FirstPart>} */
async function inBrowser(engine, turns) {
  const { address, close } = await serve();
  /** @type {FirstPart} */ const part = { title: engine, most: kMost.browser, samples: [], failed: [] };
  for (let turn = 0; turn < turns; turn++) {
    const browser = await engines[engine].launch();
    try {
      part.title = `${engine} ${browser.version}`;
      await browser.open(address);
      await new Promise((resolve) => setTimeout(resolve, kSettled));
      part.samples.push(await browser.evaluate(program('/web/arrays.js')));
    } finally {
      await browser.close();
    }
  }
  close();
  return part;
}

/** @param {{ in: string[], browsers: string[], turns: number }} options @param {Record<string, string>} names of engines @returns {Promise<FirstPart[]>} */
export async function measureFirst({ in: places, browsers, turns }, names) {
  const parts = places.includes('node') ? [inNode(turns)] : [];
  for (const name of browsers.filter((one) => places.includes(one))) parts.push(await inBrowser(names[name], turns));
  return parts;
}

/** @param {FirstPart} part */
export function firstSummary({ title, most, samples }) {
  const sorted = samples.toSorted((a, b) => a - b);
  const median = sorted[sorted.length >> 1];
  const word = median <= most ? 'holds' : 'DOES NOT HOLD';
  const ends = [sorted[0], sorted[sorted.length - 1]].map((one) => one.toFixed(1)).join(' to ');
  console.log(
    `\n${title}: the first kernel, ms: median ${median.toFixed(1)} of ${samples.length} (${ends}); ${word}: at most ${most}`,
  );
}

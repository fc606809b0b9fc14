// The start row: from the script tag to the first figure on the screen, cold, beside a page in plain JavaScript; and to the peers'
// first result.
//
// Each turn is a browser process of its own with a new profile, so that no cache of files or of compiled code helps, and the
// contenders take turns. Zero is, for all of them, when the browser begins to load the script that the tag names: what a browser
// needs to start and to get the empty page is nobody's merit. The end is when the frame that shows the contender's `ready` has been
// painted: the second animation frame after it, or the browser's own first paint of content where that comes later.
import { engines } from '../../engines/browsers.js';
import { plain } from '../plain.js';
import { checked } from '../tried.js';
import { expectedTexts, shownBy } from './answers.js';
import { numbers } from './numbers.js';
import { drawing, servePages } from './pages.js';
import { compared } from './report.js';

/**
 * @typedef {import('../../engines/browsers.js').Browser} Browser
 * @typedef {{ milliseconds: number, kB: number, shown: any }} Load
 * @typedef {object} Start what was measured of a contender
 * @property {string} name
 * @property {number} kB over the network, gzipped
 * @property {number[]} samples milliseconds
 *
 * @typedef {import('./report.js').Compared} Compared
 * @typedef {{ title: string, rows: Start[], compared: Compared[], remarks: string[], failed: string[] }} StartPart
 */

/** So long a page may take. */
const kPatience = 60_000;
/** A browser that has just come up is still busy with itself: after half a second a page takes twice as long as after three. */
const kSettled = 3000;

/** In the page: what came of it, once its picture is on the screen. */
const noted = `(() => {
  if (window.failure) return { failure: window.failure };
  if (window.shown === undefined) return null;
  const resources = performance.getEntriesByType('resource');
  const script = resources.find(({ name }) => name.endsWith('/script.js'));
  const paint = performance.getEntriesByName('first-contentful-paint')[0];
  if (!paint && PerformanceObserver.supportedEntryTypes.includes('paint')) return null;
  const bytes = resources.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
  return { milliseconds: Math.max(window.shown, paint ? paint.startTime : 0) - script.startTime, kB: bytes / 1000 };
})()`;

const pause = (/** @type {number} */ milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** @param {Browser} browser @param {string} address @returns {Promise<Load>} */
async function loaded(browser, address) {
  await browser.open('about:blank');
  await pause(kSettled);
  await browser.open(address);
  for (const start = Date.now(); Date.now() - start < kPatience; await pause(100)) {
    const load = await browser.evaluate(noted);
    if (load?.failure) throw new Error(load.failure);
    if (load) return load;
  }
  throw new Error(`nothing was shown within ${kPatience / 1000} s`);
}

/** Throws where a page shows something else than it should. @param {string} name @param {any} shown */
export function judged(name, shown) {
  if (drawing.includes(name)) {
    const [got, right] = [shown.texts.join('\n'), expectedTexts().join('\n')];
    if (got !== right) throw new Error(`it shows ${got} instead of ${right}`);
    if (!(shown.points > 1)) throw new Error('it shows no curve');
    return;
  }
  const x = Float32Array.from(numbers);
  const right = new Float32Array(x.length);
  plain.leaky_relu(x, right);
  checked(Float32Array.from(shown.texts[0].split(', '), Number), right, 'peer');
}

/** One cold load. @param {string} engine @param {string} address @param {string} name @returns {Promise<Omit<Load, 'shown'> & { version: string }>} */
async function cold(engine, address, name) {
  // A browser that does not come up on a busy machine is asked once more: that is nothing of the contender's.
  const { launch } = engines[engine];
  const browser = await launch().catch(launch);
  try {
    const load = await loaded(browser, `${address}${name}/`);
    judged(name, await browser.evaluate(shownBy(name)));
    return { ...load, version: browser.version };
  } finally {
    await browser.close();
  }
}

/**
 * @param {string} engine
 * @param {{ peers: string[], turns: number }} options
 * @returns {Promise<StartPart>}
 */
export async function measureStart(engine, { peers, turns }) {
  /** @type {StartPart} */
  const part = { title: engine, rows: [], compared: [], remarks: [], failed: [] };
  const names = [...drawing, ...peers];
  const { address, close } = await servePages(names);
  /** @type {Map<string, Start>} */
  const entered = new Map();
  const lost = (/** @type {string} */ name, /** @type {unknown} */ error) => {
    entered.delete(name);
    const why = String(error instanceof Error ? error.message : error).split('\n')[0];
    part[drawing.includes(name) ? 'failed' : 'remarks'].push(`${name} is left out: ${why.slice(0, 300)}`);
  };
  // The first load of each is not counted: the server compresses what it is asked for, and the answer is looked at.
  for (const name of names) {
    try {
      const { version, kB } = await cold(engine, address, name);
      part.title = `${engine} ${version}`;
      entered.set(name, { name, kB, samples: [] });
    } catch (error) {
      lost(name, error);
    }
  }
  for (let turn = 0; turn < turns; turn++) {
    for (const { name, samples } of [...entered.values()]) {
      try {
        samples.push((await cold(engine, address, name)).milliseconds);
      } catch (error) {
        lost(name, error);
      }
    }
  }
  close();
  part.rows = [...entered.values()].filter(({ samples }) => samples.length > 0);
  part.compared = compared(part.rows);
  return part;
}

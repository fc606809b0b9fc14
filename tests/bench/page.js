// The page's rows: how soon a cold load shows its picture, what a frame costs while a slider moves, the longest task.
import { median, quantile } from 'd3-array';
import { chromium } from 'playwright';
import { launchOptions } from '../chromium.js';
import { serveSite } from './site.js';
import { longestTask, scriptsOfFrames, traced } from './trace.js';

/**
 * @typedef {object} PageRow
 * @property {string} row
 * @property {number | null} n elements; null where the page opens with its own eighteen
 * @property {Record<string, number>} figures medians, in milliseconds where their names do not say otherwise
 * @property {number} samples of which they are
 *
 * @typedef {{ title: string, rows: PageRow[], failed: string[] }} PagePart
 */

/** A row's sizes where none are asked for, and what measures it. @type {Record<string, { sizes: number[] | null, measure: Measure }>} */
export const pageRows = {
  load: { sizes: null, measure: load },
  frame: { sizes: [65_536, 1e6], measure: frame },
  task: { sizes: [1e6, 1e7], measure: task },
};

/**
 * @typedef {() => Promise<import('playwright').Page>} NewPage a page in a context of its own, with nothing in its cache
 * @typedef {(newPage: NewPage, address: string, options: { n: number, turns: number }) => Promise<Omit<PageRow, 'row' | 'n'>>} Measure
 */

/** A drag and a large tensor take seconds: they have fewer turns. */
const fewer = (/** @type {number} */ turns) => Math.min(turns, 3);
/** Layouts that shift do so by then. */
const kSettled = 1000;
/** Steps of a drag, there and back; each is a frame of its own, for the browser answers it first. */
const kSteps = 60;

/** In the page: notes when the curve was first on the screen, and each shift of the layout. */
function watch() {
  const seen = /** @type {any} */ (window);
  seen.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += /** @type {any} */ (entry).value;
  }).observe({ type: 'layout-shift', buffered: true });
  const look = () => {
    const curve = document.querySelector('torchlet-curve')?.shadowRoot?.querySelector('path.curve');
    if (!curve?.getAttribute('d')) return requestAnimationFrame(look);
    // This frame paints the curve; when the next but one begins it is on the screen, as a rule.
    requestAnimationFrame(() =>
      requestAnimationFrame((now) => {
        seen.picture = now;
      }),
    );
  };
  requestAnimationFrame(look);
}

/** In the page: what was noted, and what came over the network until then. */
function noted() {
  const { picture, shift } = /** @type {any} */ (window);
  const paint = performance.getEntriesByName('first-contentful-paint')[0].startTime;
  const parts = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
  const bytes = parts.reduce((sum, one) => sum + /** @type {PerformanceResourceTiming} */ (one).transferSize, 0);
  // On a slow machine the first paint, which the browser itself reports, takes more than two frames.
  return { picture: Math.max(picture, paint), paint, shift, kB: bytes / 1000 };
}

/** A first visit with nothing in the cache. @type {Measure} */
async function load(newPage, address, { turns }) {
  const loads = [];
  for (let turn = 0; turn < turns; turn++) {
    const page = await newPage();
    await page.addInitScript(watch);
    await page.goto(address);
    await page.waitForFunction(() => 'picture' in window);
    await page.waitForTimeout(kSettled);
    loads.push(await page.evaluate(noted));
    await page.context().close();
  }
  const figure = (/** @type {keyof typeof loads[0]} */ name) => median(loads.map((one) => one[name]));
  const figures = {
    picture: figure('picture'),
    'slowest picture': Math.max(...loads.map(({ picture }) => picture)),
    'first paint': figure('paint'),
    kB: figure('kB'),
    'layout shift': figure('shift'),
  };
  return { figures, samples: loads.length };
}

/** What a page may take until it shows a tensor. */
const kPatience = 60_000;

/** Until a page shows so many elements and has come to rest: thirty frames in a row in time. @param {import('playwright').Page} page @param {number} n */
async function rested(page, n) {
  const shown = () =>
    page.evaluate(() => /** @type {any} */ (document.querySelector('torchlet-tensor'))?.tensor?.numel());
  for (const start = Date.now(); (await shown()) !== n; await page.waitForTimeout(50)) {
    if (Date.now() - start > kPatience || (await page.getByRole('alert').count()) > 0)
      throw new Error(`the page was asked for ${n} elements and shows ${await shown()}`);
  }
  await page.evaluate(async () => {
    const next = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let calm = 0, last = await next(); calm < 30; ) {
      const now = await next();
      calm = now - last < 40 ? calm + 1 : 0;
      last = now;
    }
  });
}

/** Draws the slider's thumb there and back. @param {import('playwright').Page} page */
async function drag(page) {
  const box = await page.getByRole('slider', { name: 'negative_slope' }).boundingBox();
  if (!box) throw new Error('the page shows no slider for negative_slope');
  const [from, y] = [box.x + 0.2 * box.width, box.y + box.height / 2];
  await page.mouse.move(from, y);
  await page.mouse.down();
  for (let step = 0; step <= 2 * kSteps; step++) {
    await page.mouse.move(from + 0.6 * box.width * (1 - Math.abs(step / kSteps - 1)), y);
  }
  await page.mouse.up();
}

/** The page's script a frame while a slider moves. @type {Measure} */
async function frame(newPage, address, { n, turns }) {
  const frames = [];
  for (let turn = 0; turn < fewer(turns); turn++) {
    const page = await newPage();
    await page.goto(`${address}#activation=LeakyReLU&shape=${n}&seed=0`);
    await rested(page, n);
    frames.push(...scriptsOfFrames(await traced(page, () => drag(page))));
    await page.context().close();
  }
  const wall = frames.map((one) => one.wall);
  const figures = {
    median: median(wall),
    'nine tenths within': quantile(wall, 0.9),
    'median on the processor': median(frames.map(({ processor }) => processor)),
  };
  return { figures, samples: frames.length };
}

/** What keeps the page from answering while a new tensor is drawn, computed and shown. @type {Measure} */
async function task(newPage, address, { n, turns }) {
  const tasks = [];
  for (let turn = 0; turn < fewer(turns); turn++) {
    const page = await newPage();
    await page.goto(`${address}#activation=LeakyReLU&shape=1000&seed=0`);
    await rested(page, 1000);
    const change = async () => {
      await page.evaluate((shape) => {
        location.hash = `activation=LeakyReLU&shape=${shape}&seed=0`;
      }, n);
      await rested(page, n);
    };
    tasks.push(longestTask(await traced(page, change)));
    await page.context().close();
  }
  const figures = {
    longest: median(tasks.map(({ wall }) => wall)),
    'longest on the processor': median(tasks.map(({ processor }) => processor)),
  };
  return { figures, samples: tasks.length };
}

/**
 * @param {{ page: string[], pageSizes: number[] | null, turns: number }} options
 * @param {(row: PageRow) => void} show
 * @returns {Promise<PagePart>}
 */
export async function measurePage({ page: wanted, pageSizes, turns }, show) {
  const { address, close } = await serveSite();
  const browser = await chromium.launch(launchOptions);
  const newPage = async () => (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  /** @type {PagePart} */
  const part = { title: `The page in Chromium ${browser.version()}, headless, without a GPU`, rows: [], failed: [] };
  for (const row of wanted) {
    const { sizes, measure } = pageRows[row];
    for (const n of sizes ? (pageSizes ?? sizes) : [null]) {
      try {
        part.rows.push({ row, n, ...(await measure(newPage, address, { n: n ?? 0, turns })) });
        show(/** @type {PageRow} */ (part.rows.at(-1)));
      } catch (error) {
        part.failed.push(`${row}${n === null ? '' : ` at ${n}`}: ${String(error).split('\n')[0]}`);
      }
    }
  }
  await browser.close();
  close();
  return part;
}

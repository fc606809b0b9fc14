// How a host's page is tried: fallback, numbers, place, theme, and there and back again.
import { asWritten, drawn, kOutput, kPapers, output, paper, place } from './checks.js';
import { figuresOf, files } from './recipes.js';

/**
 * @typedef {import('./tools.js').Host} Host
 * @typedef {{ open: import('./kit.js').Open, path: string, program: string, pictures?: string }} Visit program: the page with one; pictures: a folder to put them into
 * @typedef {import('playwright').Page} Page
 */

/** @param {unknown} is @param {unknown} should @param {string} what */
function same(is, should, what) {
  if (is !== should) throw new Error(`${what}: ${JSON.stringify(is)} instead of ${JSON.stringify(should)}`);
}

/** Where the figures of a host's page stand. @param {Host} host @param {Page} page */
const figureIn = (host, page) =>
  (host.framed ? page.frameLocator('iframe').last() : page).locator('torchlet-figure').first();

/** Without scripts the page has the figure's tag and fallback as its author wrote them. @param {Host} host @param {Visit} visit */
async function fallback(host, { open, path }) {
  const { page } = await open(path, { javaScriptEnabled: false });
  const [source] = figuresOf(files(host.page)[host.source]);
  const figure = page.locator('torchlet-figure');
  same(await figure.count(), 1, 'figures in the page');
  const { is, should } = await asWritten(figure, source);
  same(is, should, 'the tag in the page');
  same(await figure.locator('p').isVisible(), true, 'whether the fallback is seen');
}

/** @param {Host} host @param {Page} page */
async function numbers(host, page) {
  const figure = figureIn(host, page);
  await drawn(figure);
  same(await output(figure), kOutput, 'the output');
}

/** It is as wide as its column, and nothing scrolls sideways. @param {Host} host @param {Page} page @param {string} where */
async function width(host, page, where) {
  const { width: is, room, sideways, text } = await place(figureIn(host, page));
  same(is, room, `the figure's width ${where}`);
  same(sideways, 0, `what scrolls sideways ${where}`);
  same(text, 14, `the size of its text ${where}`);
}

/** The host's switch, or a system's wish that the host does not follow. @param {Host} host @param {Visit} visit */
async function themes(host, { open, path, pictures }) {
  const { page, complaints } = await open(path);
  await numbers(host, page);
  const seen = new Set();
  for (let turn = 0; turn < 4 && seen.size < 2; turn++) {
    if (turn > 0) await host.theme?.turn(page);
    await drawn(figureIn(host, page));
    const now = /** @type {'light' | 'dark'} */ (host.theme ? await host.theme.now(page) : 'light');
    same(await paper(figureIn(host, page)), kPapers[now], `the ground in the ${now} theme`);
    if (pictures) await page.screenshot({ path: `${pictures}/${host.id}-${now}.png` });
    seen.add(now);
  }
  same(seen.size, host.theme ? 2 : 1, 'themes that were seen');
  quiet(host, complaints);
}

/** Another page by the host's own link, and back. @param {Host} host @param {Visit} visit */
async function thereAndBack(host, { open, path }) {
  if (!host.away) return;
  const { page, complaints } = await open(path);
  await numbers(host, page);
  for (let turn = 0; turn < 2; turn++) {
    await page.locator(host.away).first().click();
    await page.waitForFunction(() => document.querySelector('torchlet-figure') === null);
    await page.goBack();
    await numbers(host, page);
    same(await page.locator('torchlet-figure').count(), 1, 'figures after the way back');
  }
  quiet(host, complaints);
}

/** @param {Host} host @param {string[]} complaints */
function quiet(host, complaints) {
  const own = complaints.filter((words) => !host.noise?.test(words));
  if (own.length > 0) throw new Error(`the console says: ${own.join('; ')}`);
}

/** Run stands under the host's own block of code, whose text it takes. @param {Host} host @param {Visit} visit */
async function runs(host, { open, program, pictures }) {
  const { page, complaints } = await open(program);
  const cell = page.locator('torchlet-cell').first();
  await cell.getByRole('button', { name: 'Run', exact: true }).click();
  const output = cell.locator('.out');
  await output.waitFor();
  same(await output.innerText(), '42\n', 'what its program prints');
  same(await page.locator('torchlet-cell').count(), 1, 'blocks with Run');
  if (pictures) await page.screenshot({ path: `${pictures}/${host.id} program.png`, fullPage: true });
  quiet(host, complaints);
}

/** Tries a page in every way; throws what is wrong. @param {Host} host @param {Visit} visit */
export async function tried(host, visit) {
  if (!host.framed) await fallback(host, visit);
  await themes(host, visit);
  await thereAndBack(host, visit);
  await runs(host, visit);
  for (const [where, viewport] of /** @type {const} */ ([
    ['on a desk', { width: 1280, height: 900 }],
    ['on a phone', { width: 390, height: 844 }],
  ])) {
    const { page, complaints } = await visit.open(visit.path, { viewport });
    await numbers(host, page);
    if (!host.framed) await width(host, page, where);
    if (visit.pictures) await page.screenshot({ path: `${visit.pictures}/${host.id} ${where}.png`, fullPage: true });
    quiet(host, complaints);
  }
}

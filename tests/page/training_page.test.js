// The page of lessons, and the header that leads from room to room.
import { join } from 'node:path';
import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import { integrityOf } from '../../web/tools/element.js';
import { openingOf } from '../../web/training/state/vocabulary.js';
import { site } from './site.js';

const { browser, url } = site();
/** @type {string[]} */ let complaints = [];
/** @type {import('playwright').BrowserContext[]} */ let contexts = [];

afterEach(async () => {
  const [said, open] = [complaints, contexts];
  [complaints, contexts] = [[], []];
  for (const context of open) await context.close();
  expect(said).toEqual([]);
});

/** @param {string} path @param {object} [options] of the browser's context */
async function open(path, options = {}) {
  const context = await browser().newContext({ viewport: { width: 1280, height: 800 }, ...options });
  contexts.push(context);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(`${url()}${path}`);
  await page.locator('.rooms').waitFor();
  return page;
}
const lessons = (/** @type {string} */ hash, options = {}) => open(`training/${hash ? `#${hash}` : ''}`, options);
/** @param {import('playwright').Page} page */
const question = (page) => page.locator('h2').textContent();
/** @param {import('playwright').Page} page @param {string} name */
const attribute = (page, name) => page.locator('torchlet-training').getAttribute(name);

/**
 * What a reader's hand does to a figure, as the figure tells it.
 * @param {import('playwright').Page} page
 * @param {Record<string, string>} words
 * @param {boolean} [moving]
 */
const change = (page, words, moving) =>
  page.locator('torchlet-training').evaluate(
    (figure, [detail, isMoving]) => {
      const event = new CustomEvent('change', { bubbles: true, detail });
      figure.dispatchEvent(isMoving === undefined ? event : Object.assign(event, { moving: isMoving }));
    },
    /** @type {const} */ ([words, moving]),
  );

describe('the header', () => {
  test('is the same in every room, leads to all of them and marks the one that is open', async () => {
    const page = await open('');
    for (const name of ['Tutorial', 'Training', 'Documentation', 'Playground']) {
      await page.locator('.rooms').getByRole('link', { name }).click();
      await expect.poll(() => page.locator('.rooms [aria-current=page]').textContent()).toBe(name);
      expect(await page.locator('.rooms a').allTextContents()).toEqual([
        'Tutorial',
        'Playground',
        'Training',
        'Documentation',
      ]);
      expect(await page.locator('header .wordmark').textContent()).toBe('torchlet');
    }
  });

  test('a lesson’s name takes the same room when it is the one that is chosen', async () => {
    const page = await lessons('');
    const lefts = () =>
      page.locator('.lessons a').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().left));
    const before = await lefts();
    await page.locator('.lessons').getByRole('link', { name: 'Convergence' }).click();
    await expect.poll(() => page.locator('.lessons [aria-current=true]').textContent()).toBe('Convergence');
    expect(await lefts()).toEqual(before);
  });

  test.each(['', 'tutorial/', 'scratch/', 'training/', 'docs/training.html'])(
    'and with it %s is no wider than a phone',
    async (path) => {
      const page = await open(path, { viewport: { width: 390, height: 844 } });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    },
  );

  test('the theme that is chosen holds in the next room', async () => {
    const page = await lessons('');
    await page.getByLabel('theme').selectOption('dark');
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await expect.poll(paper).toBe('rgb(21, 23, 26)');
    expect(page.url()).not.toContain('theme');
    await page.getByRole('link', { name: 'Playground' }).click();
    await expect.poll(paper).toBe('rgb(21, 23, 26)');
  });
});

describe('a link', () => {
  test('opens its lesson in its state, and the window says so', async () => {
    const page = await lessons('lesson=vanishing&activation=ELU&alpha=0.5&layers=2-8x5-1&theme=dark');
    expect(await question(page)).toBe('Where does the gradient go?');
    expect(await page.locator('.lessons [aria-current=true]').textContent()).toBe('Vanishing gradients');
    for (const [name, word] of Object.entries({ lesson: 'vanishing', activation: 'ELU', alpha: '0.5', theme: null }))
      expect(await attribute(page, name), name).toBe(word);
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    expect(await page.title()).toBe('Vanishing gradients: ELU(alpha=0.5), SGD 0.01 · torchlet');
  });

  test('and its tag, with the file’s integrity, are there to take away', async () => {
    const page = await lessons('lesson=dying&lr=0.5', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByText('Embed this lesson').click();
    await page.getByRole('button', { name: 'Copy tag' }).click();
    await page.getByText('Tag copied').waitFor();
    const tag = await page.evaluate(() => navigator.clipboard.readText());
    expect(await page.locator('.embed pre').textContent()).toBe(tag);
    expect(tag).toContain(`src="${url()}training.js?v=`);
    expect(tag).toContain(integrityOf(join(import.meta.dirname, '../../dist/site/training.js')));
    expect(tag).toContain('<torchlet-training lesson="dying" activation="ReLU" lr="0.5" controls>');
    expect(tag).toContain(`<a href="${url()}training/#lesson=dying&amp;activation=ReLU&amp;lr=0.5&amp;v=1">`);
  });

  test('without a state opens how units die', async () => {
    const page = await lessons('');
    expect([await question(page), await attribute(page, 'activation')]).toEqual(['Why do units die?', 'ReLU']);
    const isComplete = () => page.locator('torchlet-training').evaluate((e) => /** @type {any} */ (e).complete);
    await expect.poll(isComplete, { timeout: 15_000 }).toBe(true);
    await page.getByText(/Dead after 300 steps: 2[123] of 32 in layer 1/).waitFor();
    expect(await page.locator('h1').textContent()).toMatch(/^Small networks, trained in your browser.*\.$/);
  });

  test('that is damaged names what it could not read and keeps the rest', async () => {
    const page = await lessons('lesson=dying&lr=fast&flavour=sour&seed=3&steps=50');
    const notice = await page.getByRole('alert').textContent();
    for (const words of ['lr: ', 'flavour: unknown', 'All else is as the link says']) expect(notice).toContain(words);
    expect([await attribute(page, 'seed'), await attribute(page, 'steps')]).toEqual(['3', '50']);
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await expect.poll(() => page.getByRole('alert').count()).toBe(0);
    await page.evaluate(() => {
      location.hash = 'lesson=flying&seed=4';
    });
    await page.getByText('The lesson on dying units is shown instead.').waitFor();
    expect(await attribute(page, 'seed')).toBe('4');
  });
});

test('a gesture is one entry in the history; back and forward go through all of them', async () => {
  const page = await lessons('lesson=dying');
  const length = () => page.evaluate(() => history.length);
  const before = await length();
  const words = { lesson: 'dying', activation: 'ReLU' };
  for (const [lr, moving] of /** @type {const} */ ([
    ['4', true],
    ['3', true],
    ['2', false],
  ]))
    await change(page, { ...words, lr }, moving);
  expect(page.url()).toContain('lr=2');
  expect(await length()).toBe(before + 1);
  await change(page, { ...words, lr: '2', seed: '7' });
  expect(await length()).toBe(before + 2);
  await page.getByRole('link', { name: 'Convergence' }).click();
  await expect.poll(() => question(page)).toBe('Which function is fastest?');
  expect(await attribute(page, 'compare')).toBe(null); // as the lesson opens
  expect(openingOf('convergence').compare.length).toBe(4);
  await page.goBack();
  await expect.poll(() => attribute(page, 'seed')).toBe('7');
  await page.goBack();
  await expect.poll(() => attribute(page, 'seed')).toBe(null);
  expect(await attribute(page, 'lr')).toBe('2');
  await page.goBack();
  await expect.poll(() => attribute(page, 'lr')).toBe(null);
  await page.goForward();
  await expect.poll(() => attribute(page, 'lr')).toBe('2');
});

for (const theme of ['light', 'dark']) {
  test(`axe finds nothing, ${theme}, and no lesson scrolls sideways on a phone`, async () => {
    const page = await lessons(`theme=${theme}`, { viewport: { width: 390, height: 844 } });
    await page.evaluate(axe.source);
    for (const lesson of ['dying', 'vanishing', 'convergence', 'network']) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, `lesson=${lesson}&theme=${theme}`);
      await expect.poll(() => attribute(page, 'lesson')).toBe(lesson);
      const { violations } = await page.evaluate(() => /** @type {any} */ (window).axe.run(document));
      expect(violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    }
  });
}

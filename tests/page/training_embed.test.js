// <torchlet-training> in other people's pages: fallback, policy, many at once, when work begins, theme.
import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { host, pageOf } from './host.js';

const { open, put } = host();
const script = '<script type="module" src="/training.js"></script>';

/** What the elements of a page tell, from their first breath on. */
function listen() {
  const told = /** @type {{ type: string, id: string }[]} */ ([]);
  Object.assign(window, { told });
  for (const type of ['ready', 'error'])
    addEventListener(type, ({ target }) => told.push({ type, id: target instanceof Element ? target.id : '' }), true);
}

/** The ids of those that told something. @param {import('playwright').Page} page @param {string} type */
const toldOf = (page, type) =>
  page.evaluate(
    (wanted) =>
      /** @type {any} */ (window).told
        .filter((/** @type {any} */ one) => one.type === wanted)
        .map((/** @type {any} */ one) => one.id)
        .sort(),
    type,
  );

/** @param {import('playwright').Page} page @param {string} id */
const isComplete = (page, id) => page.locator(`#${id}`).evaluate((e) => /** @type {any} */ (e).complete);

test('without JavaScript its fallbacks stand there', async () => {
  const page = await open('/docs/lesson.html', { javaScriptEnabled: false });
  for (const words of ['22 of 32', 'PyTorch’s own weights', 'not in 600'])
    expect(await page.getByText(words).first().isVisible(), words).toBe(true);
});

describe('under a strict policy', () => {
  test('many stand on a page, beside figures, each working when it was told to', async () => {
    put('/far.css', { html: '.far { height: 5000px; }', type: 'text/css' });
    const page = await open(
      {
        html: pageOf(
          `<torchlet-training id="a" lesson="dying" steps="20" loading="eager" controls>a</torchlet-training>
           <torchlet-training id="b" lesson="network" steps="20" loading="eager">b</torchlet-training>
           <torchlet-figure id="f" activation="ReLU" input="-1,2" loading="eager"></torchlet-figure>
           <torchlet-training id="c" lesson="dying" steps="20" loading="click">c</torchlet-training>
           <div class="far"></div>
           <torchlet-training id="d" lesson="vanishing" layers="2-8x3-1" steps="3">d</torchlet-training>`,
          `${script}<script type="module" src="/element.js"></script><link rel="stylesheet" href="/far.css">`,
        ),
      },
      { before: listen },
    );
    expect(await page.evaluate(() => customElements.get('torchlet-training')?.name.length)).toBeGreaterThan(0);
    await expect.poll(() => toldOf(page, 'ready'), { timeout: 15_000 }).toEqual(['a', 'b', 'f']);
    expect(await Promise.all(['a', 'b', 'c'].map((id) => isComplete(page, id)))).toEqual([true, true, false]);
    await page.locator('#c').getByRole('button').first().click();
    await expect.poll(() => isComplete(page, 'c'), { timeout: 15_000 }).toBe(true);
    expect(await isComplete(page, 'd')).toBe(false);
    await page.locator('#d').scrollIntoViewIfNeeded();
    await expect.poll(() => isComplete(page, 'd'), { timeout: 15_000 }).toBe(true);
    expect(await toldOf(page, 'error')).toEqual([]);
  });

  test('an attribute that cannot be read is told, and the fallback stays', async () => {
    const page = await open(
      {
        html: pageOf(
          '<torchlet-training id="a" lr="fast" loading="eager"><p>What was to be seen.</p></torchlet-training>',
          script,
        ),
      },
      { before: listen },
    );
    await expect.poll(() => toldOf(page, 'error'), { timeout: 15_000 }).toEqual(['a']);
    expect(await page.getByText('What was to be seen.').isVisible()).toBe(true);
  });

  test('the theme is the attribute’s, else the page’s', async () => {
    const page = await open({
      html: pageOf('<torchlet-training steps="5" loading="eager" theme="dark">a</torchlet-training>', script),
    });
    const scheme = () =>
      page.locator('torchlet-training').evaluate((e) => {
        const inside = [...(e.shadowRoot?.querySelectorAll('*') ?? [])];
        return inside.map((one) => getComputedStyle(one).colorScheme).find((word) => word !== 'normal') ?? 'normal';
      });
    await expect.poll(scheme).toBe('dark');
    await page.locator('torchlet-training').evaluate((e) => e.setAttribute('theme', 'light'));
    await expect.poll(scheme).toBe('light');
    await page.locator('torchlet-training').evaluate((e) => {
      e.removeAttribute('theme');
      document.documentElement.style.colorScheme = 'dark';
    });
    await expect.poll(scheme).toBe('dark');
  });
});

test('a sheet in a style of its own has its three lessons by one script tag, and axe finds nothing', async () => {
  const page = await open('/docs/lesson.html', { viewport: { width: 390, height: 844 } });
  expect(await page.locator('script').count()).toBe(1);
  const trainings = page.locator('torchlet-training');
  expect(await trainings.count()).toBe(3);
  for (const one of await trainings.all()) {
    await one.scrollIntoViewIfNeeded();
    await expect.poll(() => one.evaluate((e) => /** @type {any} */ (e).complete), { timeout: 40_000 }).toBe(true);
  }
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => /** @type {any} */ (window).axe.run(document));
  expect(violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
}, 120_000);

// Nothing moves under a reader while a page's elements come: their rooms are kept, by reserve.css and then by themselves.
import { expect, test } from 'vitest';
import { host } from './host.js';

const { open } = host();

/** Less than what Core Web Vitals calls good (0.1): a line more or less of text in an element that is half in view. */
const kMost = 0.05;
/** Of a height: how many lines of numbers and words an element has is not known before it has them. */
const kNear = 0.12;

/** Counts as https://web.dev/articles/cls does, but without its windows: all that ever moved, with what it was. */
function count() {
  /** @type {{ value: number, what: string }[]} */ const moved = [];
  Object.assign(window, { moved });
  new PerformanceObserver((list) => {
    for (const { hadRecentInput, value, sources } of /** @type {any[]} */ (list.getEntries())) {
      if (hadRecentInput) continue;
      const what = sources.map(
        ({ node, previousRect, currentRect }) => `${node?.nodeName} ${previousRect?.y} to ${currentRect?.y}`,
      );
      moved.push({ value, what: what.join(', ') });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

const heights = () =>
  [...document.querySelectorAll('torchlet-figure, torchlet-training, torchlet-cell')].map((element) => ({
    what: `${element.localName} ${element.getAttribute('activation') ?? element.getAttribute('lesson') ?? ''}`.trim(),
    height: element.getBoundingClientRect().height,
  }));

/** From the head of a page to its foot, as fast as a wheel turns. @param {import('playwright').Page} page */
async function scroll(page) {
  for (let y = 0; ; y += 400) {
    const isEnd = await page.evaluate((top) => {
      scrollTo({ top, behavior: 'instant' });
      return top >= document.documentElement.scrollHeight - innerHeight;
    }, y);
    await page.waitForTimeout(150);
    if (isEnd) return;
  }
}

const all = () => [...document.querySelectorAll('torchlet-figure')].every((one) => /** @type {any} */ (one).complete);

const rooms = [1280, 390].flatMap((width) =>
  ['/tutorial/index.html', '/docs/tutorial.html'].map((path) => ({ width, path })),
);

test.each(rooms)(
  '$path at $width px keeps the rooms of what comes, and hardly moves',
  async ({ width, path }) => {
    const size = { viewport: { width, height: 800 } };
    const waiting = await open('/embed.css', size);
    // Its scripts never come.
    await waiting.route('**/*.js', () => {});
    await waiting.goto(new URL(path, waiting.url()).href, { waitUntil: 'commit' });
    await waiting.locator('torchlet-figure').last().waitFor({ state: 'attached' });
    const kept = await waiting.evaluate(heights);
    await waiting.close();

    const page = await open(path, { ...size, before: count });
    await scroll(page);
    await expect.poll(() => page.evaluate(all)).toBe(true);
    const pairs = (await page.evaluate(heights)).map((one, i) => ({ ...one, kept: kept[i].height }));
    expect(pairs.filter(({ height, kept: own }) => Math.abs(own - height) > kNear * height)).toEqual([]);
    const moved = await page.evaluate(
      () => /** @type {{ value: number, what: string }[]} */ (/** @type {any} */ (window).moved),
    );
    const sum = moved.reduce((total, { value }) => total + value, 0);
    expect(sum, JSON.stringify(moved)).toBeLessThan(kMost);
  },
  90_000,
);

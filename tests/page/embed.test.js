// embed.html in frames, and what the playground gives an author to paste.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import torch from '../../web/index.js';
import { drawn, host, pageOf, tensorIn } from './host.js';
import { site } from './site.js';

const { open, put, url, forgive } = host();
const { open: openSite } = site();
put('/listen.js', {
  html: "window.heights = []; addEventListener('message', (event) => heights.push([event.origin, event.data, event.source === frames[0]]));",
  type: 'text/javascript',
});
const listening = '<script src="/listen.js"></script>';
/** @typedef {[origin: string, data: { type: string, height: number }, isFrame: boolean][]} Heights */
const heights = (/** @type {import('playwright').Page} */ page) =>
  /** @type {Promise<Heights>} */ (page.evaluate(() => /** @type {any} */ (window).heights));
const frame = (/** @type {string} */ query, attributes = '') =>
  `<iframe src="/embed.html?${query}" width="600" height="400" title="a figure" ${attributes}></iframe>`;

describe('embed.html', () => {
  const query = 'activation=LeakyReLU&amp;negative_slope=0.1&amp;shape=4,5&amp;seed=0&amp;controls';

  test.each([
    ['', 'its own origin'],
    ['sandbox="allow-scripts"', 'none'],
  ])('draws in a frame %s with %s, and tells its height to the page around it', async (attributes, origin) => {
    const page = await open({ html: pageOf(frame(query, attributes), listening) });
    const inner = page.frameLocator('iframe');
    await drawn(inner.locator('torchlet-figure'));
    torch.manual_seed(0);
    expect(await tensorIn(inner.locator('torchlet-figure'), 'input').textContent()).toBe(String(torch.randn(4, 5)));
    await expect.poll(async () => (await heights(page)).at(-1)?.[1].height).toBeGreaterThan(600);
    for (const [from, data, isFrame] of await heights(page)) {
      expect(data).toEqual({ type: 'torchlet:height', height: expect.any(Number) });
      expect([from, isFrame]).toEqual([origin === 'none' ? 'null' : url(), true]);
    }
    const told = (await heights(page)).at(-1)?.[1].height ?? 0;
    const own = await inner.locator('body').evaluate((body) => body.scrollHeight);
    expect(Math.abs(told - own)).toBeLessThanOrEqual(1);
  });

  test('tells a new height when its content changes, and no more often', async () => {
    const page = await open({ html: pageOf(frame(query), listening) });
    const figure = page.frameLocator('iframe').locator('torchlet-figure');
    await drawn(figure);
    await page.waitForTimeout(300);
    const before = await heights(page);
    await page.waitForTimeout(300);
    expect(await heights(page)).toEqual(before);
    await figure.evaluate((el) => el.setAttribute('show', 'curve'));
    await expect.poll(async () => (await heights(page)).length).toBeGreaterThan(before.length);
    expect((await heights(page)).at(-1)?.[1].height).toBeLessThan(before.at(-1)?.[1].height ?? 0);
    const values = (await heights(page)).map(([, { height }]) => height);
    expect(values.filter((height, i) => height === values[i - 1])).toEqual([]);
  });

  test('is transparent, and as dark as the page around it or as its address says', async () => {
    const page = await open({ html: pageOf(frame('activation=ReLU') + frame('activation=ReLU&amp;theme=dark')) });
    const looks = [];
    for (const at of [0, 1]) {
      const inner = page.frameLocator('iframe').nth(at);
      await drawn(inner.locator('torchlet-figure'));
      looks.push(
        await inner
          .locator('torchlet-figure')
          .evaluate((el) => [
            getComputedStyle(document.documentElement).backgroundColor,
            getComputedStyle(document.body).backgroundColor,
            getComputedStyle(/** @type {Element} */ (el.shadowRoot?.querySelector('figure'))).backgroundColor,
          ]),
      );
    }
    const clear = 'rgba(0, 0, 0, 0)';
    expect(looks).toEqual([
      [clear, clear, 'rgb(255, 255, 255)'],
      [clear, clear, 'rgb(21, 23, 26)'],
    ]);
  });

  test('sets no attribute but a figure’s, whatever its address says', async () => {
    const page = await open(
      '/embed.html?activation=ReLU&onclick=alert(1)&style=color:red&id=x&utm_source=mail&shape=3&input=%3Cimg%20src=x%3E',
    );
    const figure = page.locator('torchlet-figure');
    await expect.poll(() => page.locator('.message').textContent()).toContain('input:');
    expect((await figure.evaluate((el) => el.getAttributeNames())).sort()).toEqual([
      'activation',
      'input',
      'loading',
      'shape',
    ]);
    expect(await page.locator('torchlet-figure img').count()).toBe(0);
  });

  test('believes no message', async () => {
    const page = await open({ html: pageOf(frame('activation=ReLU&amp;input=-1,2'), listening) });
    const figure = page.frameLocator('iframe').locator('torchlet-figure');
    await drawn(figure);
    const before = await figure.evaluate((el) => el.outerHTML);
    await page.evaluate(() => {
      /** @type {HTMLIFrameElement} */ for (const data of [
        { type: 'torchlet:height', height: 5 },
        { type: 'torchlet:set', activation: 'Tanh' },
        'activation=Tanh',
      ])
        document.querySelector('iframe').contentWindow?.postMessage(data, '*');
    });
    await page.waitForTimeout(200);
    expect(await figure.evaluate((el) => el.outerHTML)).toBe(before);
  });

  test('has words for readers without JavaScript, and no service worker', async () => {
    const page = await open('/embed.html?activation=ReLU', { javaScriptEnabled: false });
    expect(await page.locator('noscript p').isVisible()).toBe(true);
    const html = readFileSync(join(import.meta.dirname, '../../dist/site/embed.html'), 'utf8');
    expect(html).not.toContain('torchlet-worker');
  });
});

describe('the playground’s snippets', () => {
  const picture = 'with a picture for readers without JavaScript';
  const table = 'with the numbers as a table';

  /** What the page gives for a state. @param {string} hash @param {string[]} [wishes] boxes that are ticked */
  async function snippets(hash, wishes = []) {
    const page = await openSite(hash);
    await page.getByText('Embed this figure').focus();
    await page.keyboard.press('Enter');
    for (const wish of wishes) await page.getByRole('checkbox', { name: wish }).check();
    const texts = page.locator('details.embed pre');
    await expect.poll(() => texts.count()).toBe(2);
    const [tag, frame] = await texts.allTextContents();
    await page.getByRole('button', { name: 'Copy tag' }).press('Enter');
    expect((await page.evaluate(() => navigator.clipboard.readText())).replaceAll('\r\n', '\n')).toBe(tag);
    const tensors = await page.locator('main torchlet-tensor pre').allTextContents();
    return { tag, frame, tensors, base: new URL('.', page.url()).href };
  }

  test('say nothing that only the playground knows; the panel says what else an author must know', async () => {
    const page = await openSite('activation=ReLU&input=-1,2&show=layers30,cells');
    await page.getByText('Embed this figure').focus();
    await page.keyboard.press('Enter');
    const texts = page.locator('details.embed pre');
    await expect.poll(() => texts.count()).toBe(2);
    for (const text of await texts.allTextContents()) {
      expect(text).not.toContain('layers');
      expect(text).toContain('cells');
    }
    const words = (await page.locator('details.embed').textContent()) ?? '';
    expect(words).toContain('style="height: 400px", is that of the whole figure');
    expect(words).toContain('must send Access-Control-Allow-Origin');
  });

  test('draw, pasted, what the playground shows, with the version and the hash of the script', async () => {
    const { tag, frame, tensors, base } = await snippets(
      'activation=LeakyReLU&negative_slope=0.2&shape=3,4&seed=9&element=1,1&upstream=random',
    );
    expect(tag).toMatch(
      /^<script type="module" src="http[^"]*\/element\.js\?v=\d+\.\d+\.\d+" integrity="sha384-[\w+/=]{64}" crossorigin="anonymous"><\/script>/,
    );
    expect(frame).toContain('loading="lazy"');
    expect(frame).toContain('title="LeakyReLU(negative_slope=0.2), drawn by torchlet"');
    const local = (/** @type {string} */ text) => text.replaceAll(base, `${url()}/`);
    const page = await open({ html: pageOf(local(tag) + local(frame), '') });
    for (const figure of [page.locator('torchlet-figure'), page.frameLocator('iframe').locator('torchlet-figure')]) {
      await figure.scrollIntoViewIfNeeded();
      await drawn(figure);
      expect(await figure.locator('torchlet-tensor pre').allTextContents()).toEqual(tensors);
    }
  });

  test('are one short tag, and for those who see nothing else a line that leads to the playground', async () => {
    const { tag, base } = await snippets('');
    expect(tag.length).toBeLessThan(600);
    expect(tag).not.toMatch(/<img|<table/);
    const page = await open({ html: pageOf(tag, '') }, { javaScriptEnabled: false });
    const link = page.getByRole('link', { name: 'LeakyReLU(negative_slope=0.1) in the playground' });
    const address = (await link.getAttribute('href')) ?? '';
    expect(address.startsWith(`${base}#activation=LeakyReLU&negative_slope=0.1`)).toBe(true);
    const there = await openSite(new URL(address).hash.slice(1));
    expect(await there.locator('h1').textContent()).toBe('LeakyReLU(negative_slope=0.1)');
  });

  test.each([
    [[picture], 1, 0],
    [[table], 0, 1],
  ])('have inside what is wished: %s', async (wishes, pictures, tables) => {
    const { tag } = await snippets('activation=ReLU&input=-1,2', wishes);
    expect([tag.match(/<img/g)?.length ?? 0, tag.match(/<table/g)?.length ?? 0]).toEqual([pictures, tables]);
  });

  test('have, where both are wished, a picture and a table of the numbers inside, for those who see nothing else', async () => {
    const { tag } = await snippets('activation=GLU&shape=2,4&seed=3', [picture, table]);
    const page = await open({ html: pageOf(tag, '') }, { javaScriptEnabled: false });
    const image = page.locator('torchlet-figure img');
    expect(await image.evaluate((el) => /** @type {HTMLImageElement} */ (el).naturalWidth)).toBe(640);
    expect(await image.getAttribute('alt')).toBe('GLU(dim=-1) and an input of shape [2, 4] that goes through it');
    expect(await page.locator('torchlet-figure tr').count()).toBe(9);
    torch.manual_seed(3);
    const [first] = /** @type {number[][]} */ (torch.randn(2, 4).tolist());
    expect(await page.locator('torchlet-figure td').nth(1).textContent()).toBe(first[0].toFixed(4));
  });

  test('of a script that was changed do nothing: the browser refuses it, the picture stays', async () => {
    const { tag, base } = await snippets('activation=ReLU&input=-1,2', [picture]);
    const other = `${readFileSync(join(import.meta.dirname, '../../dist/site/element.js'), 'utf8')}\n`;
    put('/other.js', { html: other, type: 'text/javascript' });
    forgive(/integrity/);
    const page = await open({ html: pageOf(tag.replace(`${base}element.js?v=`, '/other.js?v='), '') });
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => customElements.get('torchlet-figure') === undefined)).toBe(true);
    expect(await page.locator('torchlet-figure img').isVisible()).toBe(true);
  });
});

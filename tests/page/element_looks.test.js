// <torchlet-figure> in its place: when its work begins, how wide it is, whose colours it has.
import { chromium } from 'playwright';
import { describe, expect, test } from 'vitest';
import { launchOptions } from '../chromium.js';
import { drawn, host, pageOf } from './host.js';

const { open, put, url } = host();
put('/far.css', { html: 'div { height: 4000px }', type: 'text/css' });
put('/own.css', {
  html: `torchlet-figure { --torchlet-paper: rgb(255, 250, 240) }
torchlet-figure::part(title) { text-transform: uppercase }
torchlet-figure::part(panels) { row-gap: 40px }
torchlet-figure::part(stage) { background: rgb(250, 240, 230) }`,
  type: 'text/css',
});

describe('work begins', () => {
  test('in view unless the tag says otherwise', async () => {
    const far = '<div><p>far down</p></div><torchlet-figure activation="ReLU"><p>later</p></torchlet-figure>';
    const page = await open(
      {
        html: pageOf(
          `${far}`,
          '<link rel="stylesheet" href="/far.css"><script type="module" src="/element.js"></script>',
        ),
      },
      { viewport: { width: 800, height: 400 } },
    );
    await page.locator('text=far down').waitFor();
    await page.waitForFunction(() => customElements.get('torchlet-figure'));
    await page.waitForTimeout(200);
    expect(await page.locator('figure').count()).toBe(0);
    await page.getByText('later').scrollIntoViewIfNeeded();
    await drawn(page.locator('torchlet-figure'));
    const other = await open({
      html: pageOf('<torchlet-figure activation="ReLU" loading="click"><p>a still picture</p></torchlet-figure>'),
    });
    await other.getByText('a still picture').waitFor();
    expect(await other.locator('figure').count()).toBe(0);
    await other.getByRole('button', { name: 'Show the figure' }).press('Enter');
    await drawn(other.locator('torchlet-figure'));
    expect(await other.getByText('a still picture').isVisible()).toBe(false);
  });
});

describe('size of text', () => {
  const tag = '<torchlet-figure activation="LeakyReLU" loading="eager" controls></torchlet-figure>';
  const sizes = (/** @type {import('playwright').Page} */ page) =>
    page.locator('torchlet-figure').evaluate((el) => ({
      text: getComputedStyle(/** @type {Element} */ (el.shadowRoot?.querySelector('figure'))).fontSize,
      field: el.shadowRoot
        ?.querySelector('torchlet-number')
        ?.shadowRoot?.querySelector('input[type=text]')
        ?.getBoundingClientRect().width,
    }));

  test.each(['62.5%', '100%', '150%'])('is the reader’s where a page makes its root’s %s', async (size) => {
    put('/root.css', { html: `html { font: ${size} monospace }`, type: 'text/css' });
    const head = '<link rel="stylesheet" href="/root.css"><script type="module" src="/element.js"></script>';
    const page = await open({ html: pageOf(tag, head) }, { viewport: { width: 390, height: 844 } });
    await drawn(page.locator('torchlet-figure'));
    const { text, field } = await sizes(page);
    expect(text).toBe('14px');
    // A number has room in its box.
    expect(field).toBeGreaterThan(90);
  });

  test('grows with the size that the reader has set', async () => {
    const args = [...launchOptions.args, '--blink-settings=defaultFontSize=24'];
    const browser = await chromium.launch({ ...launchOptions, args });
    const page = await browser.newPage();
    put('/plain.html', { html: pageOf(tag) });
    await page.goto(`${url()}/plain.html`);
    await drawn(page.locator('torchlet-figure'));
    const { text } = await sizes(page);
    await browser.close();
    expect(text).toBe('21px');
  });
});

describe('layout', () => {
  test.each([320, 390, 640, 1000])('nothing runs over the edge in a column of %i px', async (width) => {
    const tags = [
      'activation="LeakyReLU" negative_slope="0.1" shape="4,5" show="curve,tensors,gradient,code"',
      'activation="Softmax" dim="1"',
      'activation="Threshold" shape="3" controls',
    ];
    const page = await open(
      {
        html: pageOf(tags.map((tag) => `<torchlet-figure loading="eager" controls ${tag}></torchlet-figure>`).join('')),
      },
      { viewport: { width: width + 16, height: 900 } },
    );
    await expect.poll(() => page.locator('figure').count()).toBe(3);
    await page.waitForTimeout(200);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width + 16);
    const over = await page.evaluate(() => {
      /** @type {string[]} */ const found = [];
      for (const figure of document.querySelectorAll('torchlet-figure')) {
        const edge = figure.getBoundingClientRect().right + 0.5;
        /** @param {ParentNode} root */
        const walk = (root) => {
          for (const element of root.querySelectorAll('*')) {
            const isScrolled = element.closest('.panel, pre, svg') !== null;
            if (!isScrolled && element.getBoundingClientRect().right > edge)
              found.push(`${element.tagName}.${element.className}`);
            if (element.shadowRoot) walk(element.shadowRoot);
          }
        };
        if (figure.shadowRoot) walk(figure.shadowRoot);
      }
      return found;
    });
    expect(over).toEqual([]);
  });

  test('takes the theme from the attribute, else from the page', async () => {
    const page = await open({ html: pageOf('<torchlet-figure activation="ReLU" theme="dark"></torchlet-figure>') });
    await drawn(page.locator('torchlet-figure'));
    const paper = () =>
      page.evaluate(
        () =>
          getComputedStyle(
            /** @type {Element} */ (document.querySelector('torchlet-figure')?.shadowRoot?.querySelector('figure')),
          ).backgroundColor,
      );
    expect(await paper()).toBe('rgb(21, 23, 26)');
    await page.evaluate(() => document.querySelector('torchlet-figure')?.setAttribute('theme', 'light'));
    await expect.poll(paper).toBe('rgb(255, 255, 255)');
    await page.evaluate(() => {
      document.querySelector('torchlet-figure')?.removeAttribute('theme');
      document.documentElement.style.colorScheme = 'dark';
    });
    await expect.poll(paper).toBe('rgb(21, 23, 26)');
  });

  test('is styled by custom properties and parts', async () => {
    const page = await open({
      html: pageOf(
        '<torchlet-figure activation="ReLU" loading="eager" controls shape="3"></torchlet-figure>',
        '<link rel="stylesheet" href="/own.css"><script type="module" src="/element.js"></script>',
      ),
    });
    await drawn(page.locator('torchlet-figure'));
    await page.waitForFunction(() => document.styleSheets.length > 0);
    const looks = await page.evaluate(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector('torchlet-figure')?.shadowRoot);
      const look = (/** @type {string} */ name, /** @type {string} */ property) =>
        getComputedStyle(/** @type {Element} */ (root.querySelector(name))).getPropertyValue(property);
      const stage = /** @type {Element} */ (root.querySelector('torchlet-curve')?.shadowRoot?.querySelector('.stage'));
      return [
        look('figure', 'background-color'),
        look('figcaption', 'text-transform'),
        look('.panels', 'row-gap'),
        getComputedStyle(stage).backgroundColor,
      ];
    });
    expect(looks).toEqual(['rgb(255, 250, 240)', 'uppercase', '40px', 'rgb(250, 240, 230)']);
  });
});

// The page on many screens and for many readers: widths, themes, keyboard, a strict policy, nothing that moves.
import { describe, expect, test } from 'vitest';
import { site, title } from './site.js';

const { browser, open, url } = site();
const hashes = [
  '',
  'activation=ReLU&shape=1000&seed=0',
  'activation=Sigmoid',
  'activation=Tanh&shape=[]&seed=1',
  'activation=Softmax&dim=2&shape=2,3,4,5&seed=0',
];

describe('the width', () => {
  for (const width of [320, 390, 768, 1280, 1920]) {
    test(`of ${width} pixels is enough: the page never scrolls sideways`, async () => {
      for (const hash of hashes) {
        const page = await open(hash, { viewport: { width, height: 844 } });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    });
  }
});

// 1280 x 900 at 200 %, 1280 x 1024 at 400 %.
for (const [width, height] of [
  [640, 450],
  [320, 256],
]) {
  test(`enlarged until ${width} x ${height} are left it does not scroll sideways either`, async () => {
    const page = await open('activation=LeakyReLU&input=article', { viewport: { width, height } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}

test('the figure stays where it is when the function changes', async () => {
  const page = await open();
  // In its column, which stays in sight: the list is longer than the screen, and reaching a button may scroll.
  const place = () =>
    page.locator('.figure').evaluate((element) => {
      const column = /** @type {Element} */ (element.closest('.stage'));
      return element.getBoundingClientRect().top - column.getBoundingClientRect().top;
    });
  const before = await place();
  for (const name of ['ReLU', 'Sigmoid', 'Tanh', 'Softmax']) {
    await page.getByRole('button', { name, exact: true }).first().click();
    await expect.poll(() => title(page).textContent()).toContain(name);
    expect(await place()).toBe(before);
  }
});

describe('the theme', () => {
  const paper = (/** @type {import('playwright').Page} */ page) =>
    page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  test('follows the system and the switch', async () => {
    const page = await open('', { colorScheme: 'dark' });
    expect(await paper(page)).toBe('rgb(21, 23, 26)');
    await page.getByLabel('theme').selectOption('light');
    await expect.poll(() => paper(page)).toBe('rgb(255, 255, 255)');
    expect(page.url()).not.toContain('theme');
  });

  test('gives text of every colour 4.5 to 1 on paper', async () => {
    for (const colorScheme of ['light', 'dark']) {
      const page = await open('', { colorScheme });
      const ratios = await page.evaluate(() => {
        const probe = document.body.appendChild(document.createElement('span'));
        const light = (/** @type {string} */ color) => {
          probe.style.setProperty('color', color);
          const parts = (getComputedStyle(probe).color.match(/[\d.]+/g) ?? []).slice(0, 3).map((c) => Number(c) / 255);
          const [r, g, b] = parts.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        return ['--ink', '--grey', '--accent', '--input', '--output', '--gradient'].flatMap((name) =>
          ['--paper', '--raised'].map((ground) => {
            const [a, b] = [light(`var(${name})`), light(`var(${ground})`)].sort((x, y) => y - x);
            return (a + 0.05) / (b + 0.05);
          }),
        );
      });
      expect(Math.min(...ratios)).toBeGreaterThan(4.5);
    }
  });
});

test('everything that can be pressed is at least 24 pixels high', async () => {
  const page = await open('activation=LeakyReLU&shape=18&seed=0', { viewport: { width: 390, height: 844 } });
  const small = await page.evaluate(() => {
    const found = [];
    const visit = (/** @type {ParentNode} */ root) => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) visit(element.shadowRoot);
        if (!element.matches('button, select, summary, input, textarea, .colophon a')) continue;
        const target = element.matches('[type=radio], [type=checkbox]') ? element.closest('label') : element;
        const height = target?.getBoundingClientRect().height ?? 0;
        // What is not there cannot be pressed.
        if (height < 24 && element.checkVisibility()) found.push(`${element.textContent || element.id} ${height}`);
      }
    };
    visit(document);
    return found;
  });
  expect(small).toEqual([]);
});

test('all of it can be reached by the Tab key, with a visible focus', async () => {
  const page = await open();
  const stops = new Set();
  for (let i = 0; i < 72; i++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      if (!element || element === document.body) return null;
      const name = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
      return { name: `${element.tagName} ${name.slice(0, 24)}`, outline: getComputedStyle(element).outlineStyle };
    });
    if (stop === null) break;
    expect(stop.outline, stop.name).not.toBe('none');
    stops.add(stop.name);
  }
  const all = [...stops].join('\n');
  for (const part of [
    'SELECT',
    'BUTTON ReLU',
    'Point on the curve',
    'negative_slope, slider',
    'input, as PyTorch',
    'Copy code',
    'PyTorch code',
    'SUMMARY',
  ]) {
    expect(all).toContain(part);
  }
});

test('the first stop skips the functions: the next one is the figure', async () => {
  const page = await open('activation=Tanh&shape=18&seed=0');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('button', { name: 'Skip to the figure' });
  await expect.poll(() => skip.evaluate((element) => element === document.activeElement)).toBe(true);
  const box = /** @type {{ y: number, height: number }} */ (await skip.boundingBox());
  expect(box.y).toBeGreaterThanOrEqual(0);
  expect(await skip.evaluate((element) => getComputedStyle(element).clipPath)).toBe('none');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const stop = await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('aria-label'));
  expect(stop).toBe('Point on the curve');
  expect(new URL(page.url()).hash).toContain('activation=Tanh');
});

test('the figure says in words what it shows', async () => {
  const page = await open('activation=ReLU&shape=100&seed=0');
  const summary = await page.locator('torchlet-curve svg').getAttribute('aria-label');
  expect(summary).toContain('dead from -5 to 0.');
  expect(summary).toContain('47 of 100 elements are dead');
  await page.getByText('All numbers as a table').click();
  await expect.poll(() => page.locator('.table tbody tr').count()).toBe(100);
});

test('a policy that bars WebAssembly leaves words that say so, not a blank page', async () => {
  const page = await browser().newPage();
  await page.route(url(), async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      headers: { ...response.headers(), 'content-security-policy': "default-src 'self'" },
    });
  });
  await page.goto(url());
  await expect.poll(() => page.getByRole('alert').textContent()).toContain("must allow 'wasm-unsafe-eval'");
  await page.close();
});

test('a change is announced once, when the hand has come to rest', async () => {
  const page = await open('activation=ReLU&shape=18&seed=0');
  const said = page.locator('torchlet-playground > [role=status]');
  expect(await said.textContent()).toBe('');
  await page.getByRole('button', { name: 'next seed' }).click();
  await expect.poll(() => said.textContent()).toContain('ReLU(). 9 of 18 elements are dead');
});

test('the curve glides from one function to the next, and not where motion is to be reduced', async () => {
  for (const [reducedMotion, duration] of /** @type {const} */ ([
    ['no-preference', '0.18s'],
    ['reduce', '0s'],
  ])) {
    const page = await open('activation=ReLU&shape=18&seed=0', { reducedMotion });
    await page.getByRole('button', { name: 'Tanh', exact: true }).first().click();
    await expect
      .poll(() => page.locator('torchlet-curve .curve').evaluate((path) => getComputedStyle(path).transitionDuration))
      .toBe(duration);
  }
});

test('on paper the figure stands across the sheet, in light colours, without what can be pressed', async () => {
  const page = await open('activation=LeakyReLU&input=article&theme=dark', { viewport: { width: 794, height: 1123 } });
  await page.emulateMedia({ media: 'print' });
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
  const width = () => page.locator('torchlet-curve svg[role=img]').evaluate((svg) => svg.getBoundingClientRect().width);
  await expect.poll(width).toBeGreaterThan(600);
  for (const name of ['Copy link', 'Save SVG', 'Measure']) {
    expect(await page.getByRole('button', { name }).isVisible()).toBe(false);
  }
});

test('a printed tensor follows what is pointed at, and goes back when nothing is', async () => {
  const page = await open('activation=LeakyReLU&input=article', { viewport: { width: 390, height: 844 } });
  const panel = page.locator('torchlet-tensor[name="input"] .panel');
  const scrolled = () => panel.evaluate(({ scrollLeft }) => scrollLeft);
  const area = /** @type {{ x: number, y: number, width: number, height: number }} */ (
    await page.locator('.cursor-area').boundingBox()
  );
  expect(await scrolled()).toBe(0);
  // The tutorial's eighth number, -0.7938, is the last of its line.
  const at = (/** @type {number} */ x) => area.x + 66 + ((x + 5) / 10) * (area.width - 80);
  await page.mouse.move(at(-0.7938), area.y + 60);
  await expect.poll(scrolled).toBeGreaterThan(0);
  await page.mouse.move(area.x + 100, area.y - 40);
  await expect.poll(scrolled).toBe(0);
});

test('a histogram’s highest bin is named only where one number fills it', async () => {
  const page = await open('activation=LeakyReLU&shape=1000&seed=0');
  await expect.poll(() => page.locator('torchlet-curve .histogram.output').count()).toBe(1);
  expect(await page.locator('torchlet-curve .spike').count()).toBe(0);
  await page.evaluate(() => {
    location.hash = 'activation=ReLU&shape=1000&seed=0';
  });
  await expect.poll(() => page.locator('torchlet-curve .spike').textContent()).toMatch(/^\d+ % at 0$/);
});

test('a link that names no function says which one is shown', async () => {
  const page = await open('activation=Foo&negative_slope=abc');
  expect(await page.locator('.notice').textContent()).toContain('LeakyReLU is shown instead');
});

test('the corner at 6 of ReLU6 is in its window, and a flat curve does not lie on the edge', async () => {
  const page = await open('activation=ReLU6&input=article');
  const [, to] = await page
    .locator('.cursor-area')
    .evaluate((area) => ['aria-valuemin', 'aria-valuemax'].map((name) => Number(area.getAttribute(name))));
  expect(to).toBeGreaterThan(6);
  const gap = await page.locator('torchlet-curve').evaluate((curve) => {
    const root = /** @type {ShadowRoot} */ (curve.shadowRoot);
    const plot = /** @type {Element} */ (root.querySelector('#plot rect'));
    const bottom = Number(plot.getAttribute('y')) + Number(plot.getAttribute('height'));
    const flat = Number(/^M\S+ (\S+?)L/.exec(root.querySelector('path.curve')?.getAttribute('d') ?? '')?.[1]);
    return bottom - flat;
  });
  expect(gap).toBeGreaterThan(3);
});

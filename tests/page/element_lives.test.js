// <torchlet-figure> through what pages do to elements: fifty of them, moved, removed, adopted, registered twice.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { drawn, host, pageOf, tensorIn } from './host.js';

const { open, put } = host();
put('/copy.js', {
  html: readFileSync(join(import.meta.dirname, '../../dist/site/element.js'), 'utf8'),
  type: 'text/javascript',
});
put('/both.js', {
  html: "import * as a from '/element.js'; import * as b from '/copy.js'; window.copies = [a, b];",
  type: 'text/javascript',
});
put('/empty.html', { html: pageOf('', '') });

/** Counts what a page makes of WebAssembly, style sheets, observers and timers, in `counted`. */
function count() {
  const all = /** @type {any} */ (window);
  all.counted = { modules: 0, instances: 0, sheets: 0, observers: 0, frames: 0, timers: 0 };
  const wrap = (/** @type {any} */ owner, /** @type {string} */ name, /** @type {string} */ key) => {
    const Original = owner[name];
    owner[name] = class extends Original {
      constructor(/** @type {any[]} */ ...args) {
        super(...args);
        all.counted[key]++;
      }
    };
  };
  wrap(WebAssembly, 'Module', 'modules');
  wrap(WebAssembly, 'Instance', 'instances');
  wrap(window, 'CSSStyleSheet', 'sheets');
  wrap(window, 'IntersectionObserver', 'observers');
  for (const [name, key] of /** @type {const} */ ([
    ['requestAnimationFrame', 'frames'],
    ['setTimeout', 'timers'],
    ['setInterval', 'timers'],
  ])) {
    const original = all[name].bind(window);
    all[name] = (/** @type {any[]} */ ...args) => {
      all.counted[key]++;
      return original(...args);
    };
  }
}
const counted = (/** @type {import('playwright').Page} */ page) =>
  page.evaluate(() => ({ .../** @type {any} */ (window).counted }));

const functions = ['LeakyReLU', 'Tanh', 'GELU', 'Softmax', 'ELU', 'Sigmoid', 'SiLU', 'Softplus', 'GLU', 'Mish'];
const tags = (/** @type {number} */ n) =>
  Array.from(
    { length: n },
    (_, i) =>
      `<torchlet-figure activation="${functions[i % 10]}" shape="4,6" seed="${i}" show="curve,tensors,gradient"><p>${'fallback '.repeat(200)}</p></torchlet-figure>`,
  ).join('');

describe('fifty figures on a page', () => {
  test('share one module and one set of styles; those out of view do not work', async () => {
    const page = await open({ html: pageOf(tags(50)) }, { before: count });
    await drawn(page.locator('torchlet-figure').first());
    await page.waitForTimeout(300);
    const drawnNow = await page.locator('figure').count();
    expect(drawnNow).toBeLessThan(15);
    const before = await counted(page);
    expect(before).toMatchObject({ modules: 1, instances: 1, observers: 1 });
    const last = page.locator('torchlet-figure').last();
    expect(await last.evaluate((el) => /** @type {any} */ (el).complete)).toBe(false);
    expect(await last.locator('p').isVisible()).toBe(true);
    // Idle: a second in which nobody does anything costs no frame and no timer.
    await page.evaluate(() => Object.assign(/** @type {any} */ (window).counted, { frames: 0, timers: 0 }));
    await page.waitForTimeout(1000);
    expect(await counted(page)).toMatchObject({ frames: 0, timers: 0 });
    await page.evaluate(async () => {
      for (const figure of document.querySelectorAll('torchlet-figure')) {
        figure.scrollIntoView();
        await new Promise((done) => setTimeout(done, 30));
      }
    });
    await expect.poll(() => page.locator('figure').count(), { timeout: 10_000 }).toBe(50);
    const after = await counted(page);
    expect(after).toMatchObject({ modules: 1, instances: 1, observers: 1 });
    // One sheet for each style of each class, however many elements wear it.
    expect(after.sheets).toBe(
      await page.evaluate(
        () =>
          new Set(
            [...document.querySelectorAll('torchlet-figure')]
              .flatMap((el) => [el, .../** @type {ShadowRoot} */ (el.shadowRoot).querySelectorAll('*')])
              .flatMap((el) => [...(el.shadowRoot?.adoptedStyleSheets ?? [])]),
          ).size,
      ),
    );
  }, 60_000);

  test('cost, beside one figure, what is in view', async () => {
    const rows = [];
    for (const n of [1, 50]) {
      const page = await open(
        { html: pageOf(tags(n)) },
        { before: () => addEventListener('ready', () => performance.mark('first'), { capture: true, once: true }) },
      );
      await drawn(page.locator('torchlet-figure').first());
      await page.waitForFunction(() => performance.getEntriesByName('first').length > 0);
      const time = await page.evaluate(() => performance.getEntriesByName('first')[0].startTime);
      const session = await page.context().newCDPSession(page);
      const heap = async () => {
        await session.send('HeapProfiler.collectGarbage');
        return (await session.send('Runtime.getHeapUsage')).usedSize / 1e6;
      };
      await page.waitForTimeout(300);
      const first = await heap();
      await page.evaluate(async () => {
        for (const figure of document.querySelectorAll('torchlet-figure')) {
          figure.scrollIntoView();
          await new Promise((done) => setTimeout(done, 30));
        }
      });
      await expect.poll(() => page.locator('figure').count(), { timeout: 10_000 }).toBe(n);
      rows.push({
        figures: n,
        'first figure, ms': Math.round(time),
        'heap then, MB': Number(first.toFixed(1)),
        'heap with all drawn, MB': Number((await heap()).toFixed(1)),
      });
    }
    console.table(rows);
    const [one, fifty] = rows;
    expect(fifty['heap then, MB']).toBeLessThan(one['heap then, MB'] + 6);
    expect(fifty['heap with all drawn, MB']).toBeLessThan(one['heap with all drawn, MB'] + 50);
  }, 60_000);
});

const one =
  '<torchlet-figure activation="Softplus" shape="3" seed="5" controls loading="eager"><p>still</p></torchlet-figure>';

describe('an element', () => {
  test('that is removed and added again keeps its state, works on, and is ready once', async () => {
    const page = await open({ html: pageOf(`<section>${one}</section><aside></aside>`) });
    const figure = page.locator('torchlet-figure');
    await drawn(figure);
    const text = await tensorIn(figure, 'output').textContent();
    const readies = await page.evaluate(async () => {
      const el = /** @type {any} */ (document.querySelector('torchlet-figure'));
      let count = 0;
      el.addEventListener('ready', () => count++);
      for (let i = 0; i < 20; i++) {
        el.remove();
        await new Promise((done) => setTimeout(done, 5));
        document.querySelector(i % 2 ? 'aside' : 'section')?.append(el);
      }
      el.remove();
      el.seed = 6;
      await new Promise((done) => setTimeout(done, 50));
      el.seed = 5;
      document.querySelector('aside')?.append(el);
      await el.updateComplete;
      return count;
    });
    expect(readies).toBe(0);
    expect(await tensorIn(figure, 'output').textContent()).toBe(text);
    await figure.getByRole('button', { name: 'next seed' }).click();
    await expect.poll(() => tensorIn(figure, 'output').textContent()).not.toBe(text);
    expect(await figure.locator('path.curve').first().getAttribute('d')).toMatch(/^M/);
  });

  test('that is removed before it was seen is forgotten by the observer', async () => {
    const page = await open({ html: pageOf('<div></div>') });
    await page.waitForFunction(() => customElements.get('torchlet-figure'));
    const done = await page.evaluate(async () => {
      const el = /** @type {any} */ (document.createElement('torchlet-figure'));
      document.querySelector('div')?.append(el);
      el.remove();
      await new Promise((done) => setTimeout(done, 200));
      const idle = el.complete;
      document.querySelector('div')?.append(el);
      await new Promise((done) => setTimeout(done, 500));
      return [idle, el.complete];
    });
    expect(done).toEqual([false, true]);
  });

  test('that is cloned is a figure of the same state', async () => {
    const page = await open({ html: pageOf(one) });
    await drawn(page.locator('torchlet-figure'));
    await page.evaluate(() =>
      document
        .querySelector('main')
        ?.append(/** @type {Node} */ (document.querySelector('torchlet-figure')?.cloneNode(true))),
    );
    await drawn(page.locator('torchlet-figure').nth(1));
    const [a, b] = await page.locator('torchlet-tensor[kind=output] pre').allTextContents();
    expect(b).toBe(a);
  });

  test('that another document adopts is styled there, draws what is new there, and comes back', async () => {
    const page = await open({ html: pageOf(`${one}<iframe src="/empty.html" title="another document"></iframe>`) });
    await drawn(page.locator('torchlet-figure'));
    const frame = page.frameLocator('iframe');
    await frame.locator('h1').waitFor();
    const look = () =>
      page.evaluate(async () => {
        const inner = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe')).contentDocument;
        const el = /** @type {any} */ (
          document.querySelector('torchlet-figure') ?? inner?.querySelector('torchlet-figure')
        );
        await el.updateComplete;
        const styles = [el, ...el.shadowRoot.querySelectorAll('*')]
          .filter((one) => one.shadowRoot)
          .map((one) => one.shadowRoot.adoptedStyleSheets.length);
        return {
          where: el.ownerDocument === document,
          styles,
          border: getComputedStyle(el.shadowRoot.querySelector('figure')).borderTopStyle,
        };
      });
    expect(await look()).toMatchObject({ where: true, border: 'solid' });
    await page.evaluate(() => {
      const inner = /** @type {Document} */ (
        /** @type {HTMLIFrameElement} */ (document.querySelector('iframe')).contentDocument
      );
      const el = /** @type {any} */ (document.querySelector('torchlet-figure'));
      inner.body.append(el);
      // Parts that are made only now belong to the other document from the start.
      el.activation = 'Softmax';
      el.shape = [2, 3];
      el.show = 'curve,tensors,gradient';
    });
    const there = frame.locator('torchlet-figure');
    await expect.poll(() => there.locator('figcaption').textContent()).toMatch(/^Softmax/);
    expect(await there.locator('torchlet-rows .cell').count()).toBeGreaterThan(5);
    const adopted = await look();
    expect(adopted).toMatchObject({ where: false, border: 'solid' });
    expect(Math.min(...adopted.styles)).toBe(3);
    await page.evaluate(() => {
      const inner = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe')).contentDocument;
      document.querySelector('main')?.append(/** @type {Node} */ (inner?.querySelector('torchlet-figure')));
    });
    await expect.poll(async () => (await look()).where).toBe(true);
    expect((await look()).border).toBe('solid');
    await page.locator('torchlet-figure').getByRole('button', { name: 'next seed' }).click();
    expect(await page.locator('torchlet-figure').getAttribute('seed')).toBe('6');
  });
});

describe('two copies of the script', () => {
  const both = '<script type="module" src="/both.js"></script>';

  test('do no harm: one of them registers the element', async () => {
    const page = await open({ html: pageOf(one, both) });
    await drawn(page.locator('torchlet-figure'));
    const kinds = await page.evaluate(() => {
      const [a, b] = /** @type {any} */ (window).copies.map((/** @type {any} */ copy) => copy.TorchletFigure);
      return [a === b, customElements.get('torchlet-figure') === a || customElements.get('torchlet-figure') === b];
    });
    expect(kinds).toEqual([false, true]);
    await page.locator('torchlet-figure').getByRole('button', { name: 'next seed' }).click();
    await expect.poll(() => page.locator('torchlet-figure').getAttribute('seed')).toBe('6');
  });

  test('even where the second registers its class under another name', async () => {
    const page = await open({ html: pageOf(one, both) });
    await drawn(page.locator('torchlet-figure'));
    await page.evaluate(() => {
      customElements.define('my-figure', /** @type {any} */ (window).copies[1].TorchletFigure);
      const tag = '<my-figure loading="eager" activation="ReLU" input="-1,2"></my-figure>';
      document.querySelector('main')?.insertAdjacentHTML('beforeend', tag);
    });
    await drawn(page.locator('my-figure'));
    expect(await tensorIn(page.locator('my-figure'), 'output').textContent()).toBe('tensor([0., 2.])');
  });
});

// The documentation as it is built: every link leads somewhere, every page is readable by all, its examples say what they print.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import * as torchlet from '../../web/index.js';
import { lastValue, shown } from '../../web/tools/docs/examples.js';
import { ruledColours, ruledStructure } from './axe.js';
import { site } from './site.js';

const { browser, url } = site();
const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, 'dist/site/docs');
const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));
const sources = readdirSync(join(root, 'web/docs')).filter((name) => name.endsWith('.md'));

test('every source has become a page', () => {
  for (const name of sources) expect(pages).toContain(name.replace('.md', '.html'));
});

test.each(pages)('the links of %s lead somewhere', (name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  const links = [...text.matchAll(/\b(?:href|src)="([^"]+)"/g)].map(([, link]) => link.replaceAll('&amp;', '&'));
  for (const link of links.filter((one) => !/^(https?|mailto|data):/.test(one))) {
    const [path, anchor] = link.split('#');
    const file = path === '' ? join(folder, name) : join(folder, path.replace(/\?.*$/, ''));
    const target = file.endsWith('/') ? join(file, 'index.html') : file;
    expect(existsSync(target), `${link} in ${name}`).toBe(true);
    const isOwn = dirname(target) === folder && anchor;
    if (isOwn) expect(readFileSync(target, 'utf8'), `${link} in ${name}`).toContain(`id="${anchor}"`);
  }
});

const kEntries = 40;

/** Takes away what follows so many entries. @param {number} count */
function shorten(count) {
  const rest = [...document.querySelectorAll('main h3')][count];
  for (let at = rest?.nextElementSibling; at && at.localName !== 'nav'; at = rest.nextElementSibling) at.remove();
}

// Each page is opened once: its structure is asked in whole, its colours in both themes, of 350 entries of one form the first.
test('axe finds nothing in any page, light and dark, and none scrolls sideways on a phone', async () => {
  const context = await browser().newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  for (const name of pages.filter((one) => !['tutorial.html', 'lesson.html'].includes(one))) {
    await page.goto(`${url()}docs/${name}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(390);
    expect([name, (await ruledStructure(page)).violations]).toEqual([name, []]);
    await page.evaluate(shorten, kEntries);
    for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
      await page.emulateMedia({ colorScheme });
      expect([name, colorScheme, (await ruledColours(page)).violations]).toEqual([name, colorScheme, []]);
    }
  }
  await context.close();
}, 120_000);

const sizes = [1280, 390];

describe.each(sizes)('at %i px', (width) => {
  /** @param {string} name @param {import('playwright').BrowserContextOptions} [options] */
  async function opened(name, options) {
    const context = await browser().newContext({ viewport: { width, height: 900 }, ...options });
    const page = await context.newPage();
    await page.goto(`${url()}docs/${name}.html`);
    return page;
  }

  test('text, code and tables stand on one left edge, in one measure, and wide code scrolls', async () => {
    for (const name of ['embed', 'install', 'api-tensor', 'iframe', 'speed']) {
      const page = await opened(name);
      const found = await page.evaluate(() => {
        const main = /** @type {Element} */ (document.querySelector('main'));
        const boxes = [...main.children].map((child) => child.getBoundingClientRect()).filter((box) => box.width > 0);
        const codes = [...document.querySelectorAll('main pre')].filter((pre) => pre.scrollWidth > pre.clientWidth);
        return {
          lefts: [...new Set(boxes.map(({ left }) => Math.round(left)))],
          widest: Math.max(...boxes.map(({ width }) => width)),
          still: codes.filter((pre) => !pre.hasAttribute('tabindex')).length,
        };
      });
      expect([name, found.lefts.length, found.still]).toEqual([name, 1, 0]);
      expect(found.widest).toBeLessThanOrEqual(672);
      await page.context().close();
    }
  });

  test('the samples of frames fit their column', async () => {
    const page = await opened('iframe');
    const over = await page
      .locator('pre', { hasText: '<iframe' })
      .evaluateAll((all) => all.map((pre) => pre.scrollWidth - pre.clientWidth));
    expect(over).toEqual([0, 0, 0]);
    await page.context().close();
  });

  test('each block of code has a button that copies it, by hand and by key, under a strict policy', async () => {
    const page = await opened('embed', { permissions: ['clipboard-read', 'clipboard-write'] });
    const samples = page.locator('.sample');
    await page.locator('.copy').first().waitFor();
    expect(await page.locator('.copy').count()).toBe(
      await page.evaluate(() => document.querySelectorAll('pre').length),
    );
    const [first, second] = [samples.nth(0), samples.nth(1)];
    const before = await first.boundingBox();
    await first.getByRole('button', { name: 'Copy' }).click();
    await first.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await first.boundingBox()).toEqual(before);
    await expect.poll(() => page.locator('body > .status').textContent()).toBe('Copied');
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    expect(await copied()).toBe(await first.locator('pre').textContent());
    await second.locator('button').focus();
    await page.keyboard.press('Enter');
    await expect.poll(copied).toBe(await second.locator('pre').textContent());
    await page.context().close();
  });
});

test('without scripts, and without a clipboard, no button is shown', async () => {
  for (const options of [{ javaScriptEnabled: false }, {}]) {
    const context = await browser().newContext(options);
    const page = await context.newPage();
    await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.goto(`${url()}docs/embed.html`);
    expect(await page.locator('.sample').count()).toBeGreaterThan(5);
    expect(await page.locator('.copy').count()).toBe(0);
    await context.close();
  }
});

test('beneath a sample stands what it draws', async () => {
  const context = await browser().newContext();
  const page = await context.newPage();
  for (const name of ['embed', 'html']) {
    await page.goto(`${url()}docs/${name}.html`);
    const pairs = await page.locator('.drawn').evaluateAll((all) =>
      all.map((drawn) => {
        const tags = (/** @type {string} */ text) => text.match(/<torchlet-figure[^>]*>/g) ?? [];
        // What is drawn has its attributes as a browser writes them.
        const own = new DOMParser().parseFromString(
          drawn.previousElementSibling?.querySelector('pre')?.textContent ?? '',
          'text/html',
        );
        return [tags(drawn.innerHTML), tags(own.body.innerHTML)];
      }),
    );
    expect(pairs.length).toBeGreaterThan(0);
    for (const [is, should] of pairs) expect(is).toEqual(should);
    for (const figure of await page.locator('.drawn torchlet-figure').all()) {
      await figure.scrollIntoViewIfNeeded();
      await figure.locator('figure').waitFor();
    }
  }
  await context.close();
});

/** A program's lines that print, with what is said to come. @param {string} program @returns {{ code: string, expected: string }} */
function parted(program) {
  const lines = program.split('\n');
  // What stands behind a console.log, or on lines of its own beneath.
  const expected = lines.flatMap((line) => /(?:^|console\.log.*; )\/\/ (.*)$/.exec(line)?.[1] ?? []).join('\n');
  return { code: lines.filter((line) => !/^import /.test(line)).join('\n'), expected };
}

describe('the programs of the pages', () => {
  const programs = sources.flatMap((name) =>
    [...readFileSync(join(root, 'web/docs', name), 'utf8').matchAll(/```js\n([\s\S]*?)```/g)].map(([, program]) => ({
      name,
      program,
    })),
  );
  const runnable = programs.filter(({ program }) => /^import [^\n]* from 'torchlet';/m.test(program));
  test('there are some', () => expect(runnable.length).toBeGreaterThan(5));
  test.each(runnable)('one of $name prints what it says', ({ program }) => {
    const { code, expected } = parted(program);
    /** @type {string[]} */ const printed = [];
    const console = { log: (/** @type {unknown[]} */ ...words) => printed.push(words.map(String).join(' ')) };
    const [, own, list = ''] = /^import (\w+)?(?:, )?(?:\{(.*)\})? from/m.exec(program) ?? [];
    const named = list.split(/[\s,]+/).filter(Boolean);
    const exported = /** @type {Record<string, unknown>} */ ({ ...torchlet });
    const values = named.map((name) => exported[name]);
    new Function(own ?? '_', ...named, 'console', code)(torchlet.default, ...values, console);
    const plain = (/** @type {string} */ text) => text.replace(/\s+/g, ' ').trim();
    expect(plain(printed.join('\n'))).toBe(plain(expected));
  });
});

/** An example as it stands on a page: its code, and what it is said to give. @param {string} block */
function example(block) {
  const plain = block
    .replace(/<[^>]+>/g, '')
    .replace(
      /&(lt|gt|quot|#39|amp);/g,
      (_, name) => ({ lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' })[name] ?? '',
    );
  const lines = plain.split('\n');
  const end = lines.findIndex(
    (line, i) => line.startsWith('// ') && lines.slice(i).every((one) => one.startsWith('// ')),
  );
  const [code, given] = end < 0 ? [lines, []] : [lines.slice(0, end), lines.slice(end)];
  return { code: code.join('\n'), given: given.map((line) => line.slice(3)).join('\n') };
}

test.each(['functions', 'activations', 'tensor'])(
  'every example of api-%s.html gives in a browser what stands beneath it',
  async (name) => {
    const html = readFileSync(join(folder, `api-${name}.html`), 'utf8');
    const blocks = [...html.matchAll(/<pre class="example"[^>]*><code[^>]*>([\s\S]*?)<\/code>/g)];
    const examples = blocks.map(([, block]) => example(block));
    expect(examples.length).toBeGreaterThan(50);
    const context = await browser().newContext({ bypassCSP: true });
    const page = await context.newPage();
    await page.goto(`${url()}docs/api-${name}.html`);
    await page.addScriptTag({ path: join(root, 'web/build/torchlet.iife.js') });
    await page.addScriptTag({ content: `${shown}\n${lastValue}` });
    const results = await page.evaluate((all) => {
      const { torch, shown: text, lastValue: value } = /** @type {any} */ (globalThis);
      return all.map(({ code }) => {
        torch.manual_seed(0);
        const result = text(value(code, torch));
        return result === 'undefined' ? '' : result;
      });
    }, examples);
    const wrong = examples.filter(({ given }, i) => given !== results[i]);
    expect(wrong.map(({ code, given }) => ({ code, given }))).toEqual([]);
    await context.close();
  },
);

// The documentation as it is built: every link leads somewhere, every page is readable by all, its examples say what they print.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import * as torchlet from '../../web/index.js';
import { lastValue, shown } from '../../web/tools/docs/examples.js';
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

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test(`axe finds nothing in any page, ${colorScheme}, and none scrolls sideways on a phone`, async () => {
    const context = await browser().newContext({ colorScheme, viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    for (const name of pages.filter((one) => one !== 'tutorial.html')) {
      await page.goto(`${url()}docs/${name}`);
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() => /** @type {any} */ (window).axe.run(document));
      expect(violations.map((/** @type {any} */ { id, nodes }) => `${name}: ${id}: ${nodes[0].html}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(390);
    }
    await context.close();
  }, 120_000);
}

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

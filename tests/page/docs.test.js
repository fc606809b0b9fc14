// The documentation as it is built: every link leads somewhere, every page is readable by all, its examples say what they print.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import torch, { F, nn, Tensor } from '../../web/index.js';
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
  const runnable = programs.filter(({ program }) => /^import torch[^\n]* from 'torchlet';/m.test(program));
  test('there are some', () => expect(runnable.length).toBeGreaterThan(0));
  test.each(runnable)('one of $name prints what it says', ({ program }) => {
    const { code, expected } = parted(program);
    /** @type {string[]} */ const printed = [];
    const console = { log: (/** @type {unknown[]} */ ...words) => printed.push(words.map(String).join(' ')) };
    new Function('torch', 'nn', 'F', 'Tensor', 'console', code)(torch, nn, F, Tensor, console);
    const plain = (/** @type {string} */ text) => text.replace(/\s+/g, ' ').trim();
    expect(plain(printed.join('\n'))).toBe(plain(expected));
  });
});

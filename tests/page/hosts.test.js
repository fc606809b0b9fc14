// The pages that hosts make of the documentation's recipes, as their tools emitted them: `npm run test:hosts` runs the tools.
import { describe, expect, test } from 'vitest';
import { asWritten, drawn, kOutput, kPapers, output, paper, place } from '../hosts/checks.js';
import { read } from '../hosts/emitted.js';
import { digest, figuresOf, files, kAddress } from '../hosts/recipes.js';
import { shown } from '../hosts/shown.js';
import { hosts } from '../hosts/tools.js';

const { show } = shown();
const tags = hosts.filter(({ framed }) => !framed);

test.each(hosts)('the page of $name was made of today’s recipe', ({ id, page }) => {
  // `npm run test:hosts -- --write` makes it anew.
  expect(read(id).recipe).toBe(digest(page));
  expect(read(id).html).toContain(kAddress);
});

describe.each(tags)('in the page of $name', ({ id, page: name, source }) => {
  test('the figure is drawn, as wide as its column', async () => {
    const { page } = await show(read(id).html);
    const figure = page.locator('torchlet-figure');
    await drawn(figure);
    expect(await output(figure)).toBe(kOutput);
    const { width, room } = await place(figure);
    expect(width).toBe(room);
    expect(await figure.locator('input').first().isVisible()).toBe(true);
  });

  test('the tag and its fallback stand as they were written, and are seen without scripts', async () => {
    const { page } = await show(read(id).html, { javaScriptEnabled: false });
    const figure = page.locator('torchlet-figure');
    const { is, should } = await asWritten(figure, figuresOf(files(name)[source])[0]);
    expect(is).toBe(should);
    expect(await figure.locator('p').isVisible()).toBe(true);
  });
});

test.each(hosts)('under the program in the page of $name there is Run, and its text stays', async ({ id }) => {
  const { page } = await show(read(`${id}-program`).html);
  const cell = page.locator('torchlet-cell');
  await cell.getByRole('button', { name: 'Run', exact: true }).click();
  await expect.poll(() => cell.locator('.out').innerText()).toBe('42\n');
  expect(await cell.count()).toBe(1);
  expect(await page.locator('pre').filter({ hasText: 'print(6 * 7)' }).first().isVisible()).toBe(true);
});

describe.each(/** @type {const} */ (['light', 'dark']))('the recipe’s rules tell a figure the %s theme', (theme) => {
  test.each(
    /** @type {const} */ ([
      ['mkdocs', 'mkdocs', 'docs/figures.css', 'data-md-color-scheme', { light: 'default', dark: 'slate' }],
      ['furo', 'sphinx', '_static/figures.css', 'data-theme', { light: 'light', dark: 'dark' }],
    ]),
  )('in the page of %s, whatever the reader’s system likes', async (id, name, file, attribute, values) => {
    const html = read(id).html.replace('</head>', `<style>${files(name)[file]}</style></head>`);
    const { page } = await show(html, { colorScheme: theme === 'dark' ? 'light' : 'dark' });
    await page.evaluate(([key, value]) => document.body.setAttribute(key, value), [attribute, values[theme]]);
    const figure = page.locator('torchlet-figure');
    await drawn(figure);
    expect(await paper(figure)).toBe(kPapers[theme]);
  });
});

test('Jupyter’s page has a frame for each cell, with a name that is read out where the recipe gives one', async () => {
  const { page } = await show(read('jupyter').html);
  const frames = page.locator('iframe');
  expect(await frames.count()).toBe(2);
  const figure = page.frameLocator('iframe').last().locator('torchlet-figure');
  await drawn(figure);
  expect(await output(figure)).toBe(kOutput);
  await drawn(page.frameLocator('iframe').first().locator('torchlet-figure'));
  expect(await frames.last().getAttribute('title')).toBe('LeakyReLU, drawn by torchlet');
});

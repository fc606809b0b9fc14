// The theme is the reader's: kept on the device, in no link; an author's link may set it.
import { expect, test } from 'vitest';
import { site } from './site.js';

const { open, url } = site();
const [light, dark] = ['rgb(255, 255, 255)', 'rgb(21, 23, 26)'];

/** @param {import('playwright').Page} page */
const paper = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

test('is kept from one visit to the next, and stays out of the address', async () => {
  const page = await open('activation=ReLU');
  expect(await paper(page)).toBe(light);
  await page.getByLabel('theme').selectOption('dark');
  await expect.poll(() => paper(page)).toBe(dark);
  expect(page.url()).not.toContain('theme');
  await page.goto(url());
  await page.reload();
  await expect.poll(() => paper(page)).toBe(dark);
  expect(await page.getByLabel('theme').inputValue()).toBe('dark');
  await page.goto(`${url()}docs/index.html`);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark');
});

test('is an author’s where the address says so, until the reader chooses', async () => {
  const page = await open('activation=ReLU&theme=dark');
  expect(await paper(page)).toBe(dark);
  await page.getByLabel('theme').selectOption('light');
  await expect.poll(() => paper(page)).toBe(light);
  await expect.poll(() => page.url()).not.toContain('theme');
});

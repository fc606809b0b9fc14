// The bench's page in plain JavaScript draws the figure that torchlet draws: the same words, numbers, axes, and about the same curve.
import { chromium } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { expectedTexts, shownBy } from '../bench/start/answers.js';
import { drawing, servePages } from '../bench/start/pages.js';
import { launchOptions } from '../chromium.js';

/** @type {Record<string, any>} */
const shown = {};

beforeAll(async () => {
  const { address, close } = await servePages(drawing);
  const browser = await chromium.launch(launchOptions);
  for (const name of drawing) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(`${address}${name}/`);
    await page.waitForFunction('window.shown !== undefined');
    shown[name] = await page.evaluate(shownBy(name));
  }
  await browser.close();
  close();
});

test.each(drawing)('%s shows the title and both tensors as PyTorch prints them', (name) => {
  expect(shown[name].texts).toEqual(expectedTexts());
});

test('both have the same labels on their axes', () => {
  expect(shown.plain.labels.length).toBeGreaterThan(8);
  expect(shown.plain.labels).toEqual(shown.torchlet.labels);
});

test('both draw a curve of about as many points', () => {
  expect(shown.plain.points).toBeGreaterThanOrEqual(shown.torchlet.points);
});

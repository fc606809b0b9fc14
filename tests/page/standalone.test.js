// The page in one file, opened from the disk as a double click does.
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import torch, { nn } from '../../web/index.js';
import { inlined } from '../../web/tools/standalone.js';
import { launchOptions } from '../chromium.js';
import { tensor, title } from './site.js';

/** Alone in a folder, where nothing beside it can be loaded by mistake. */
const folder = mkdtempSync(join(tmpdir(), 'torchlet-standalone-'));
const address = pathToFileURL(join(folder, 'page.html')).href;

/** @type {import('playwright').Browser} */ let browser;
/** @type {import('playwright').Page} */ let page;
/** @type {string[]} */ let requests;
/** @type {string[]} */ let complaints;

beforeAll(async () => {
  copyFileSync(join(import.meta.dirname, '../../dist/site/standalone.html'), join(folder, 'page.html'));
  browser = await chromium.launch(launchOptions);
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('making one file of a page', () => {
  test('puts its script, its style and what they would load ahead into it, and leaves links to elsewhere', async () => {
    const files = {
      'main.js': "import('./late.js').then(({ end }) => end);",
      'late.js': "export const end = '<!-- <script></script>';",
    };
    for (const [name, text] of Object.entries({ ...files, 'page.css': 'p { color: red; }' }))
      writeFileSync(join(folder, name), text);
    const html = `<link rel="modulepreload" crossorigin href="./late.js">
<script type="module" crossorigin src="./main.js"></script><link rel="stylesheet" href="./page.css"><a href="./docs/">docs</a>`;
    const whole = await inlined(html, folder);
    expect(whole.match(/<\/script>/g)).toHaveLength(1);
    expect(whole).toContain('<!-- \\x3cscript>');
    expect(whole).toContain('<style>p { color: red; }</style><a href="./docs/">docs</a>');
    expect(whole).not.toContain('late.js');
  });

  test('names the part that cannot be put into it', async () => {
    await expect(inlined('<p><img alt="" src="./picture.png"></p>', folder)).rejects.toThrow(
      'standalone.js expected a page whose parts can all be put into it; <img alt="" src="./picture.png"> cannot.',
    );
  });
});

describe('the page in one file', () => {
  beforeEach(async () => {
    [requests, complaints] = [[], []];
    page = await browser.newPage();
    page.setDefaultTimeout(10_000);
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
  });
  afterEach(async () => {
    await page.close();
    expect(complaints).toEqual([]);
    expect(requests.length).toBeGreaterThan(0);
    const elsewhere = requests.filter((url) => !url.startsWith('data:') && url.replace(/#.*/, '') !== address);
    expect(elsewhere).toEqual([]);
  });

  /** @param {string} hash */
  async function open(hash) {
    await page.goto(`${address}#${hash}`);
    await tensor(page, 'gradient').waitFor();
  }

  /** What the page must print. @param {number} slope */
  function printed(slope) {
    torch.manual_seed(3);
    return String(nn.LeakyReLU(slope)(torch.randn(2, 3)));
  }

  test('computes what its address says, and follows a slider', async () => {
    await open('activation=LeakyReLU&negative_slope=0.25&shape=2,3&seed=3');
    expect(await tensor(page, 'output').textContent()).toBe(printed(0.25));
    const slider = page.getByRole('slider', { name: 'negative_slope' });
    const box = /** @type {{ x: number, y: number, width: number, height: number }} */ (await slider.boundingBox());
    await page.mouse.move(box.x + box.width / 3, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + (box.width * 2) / 3, box.y + box.height / 2, { steps: 5 });
    await page.mouse.up();
    const slope = Number(await slider.inputValue());
    expect(slope).not.toBe(0.25);
    await expect.poll(() => tensor(page, 'output').textContent()).toBe(printed(slope));
    expect(page.url()).toMatch(new RegExp(`^file:.*negative_slope=${slope}&`));
  });

  test('goes back and forth through its history', async () => {
    await open('activation=Tanh&shape=3&seed=1');
    await page.getByRole('button', { name: 'Sigmoid', exact: true }).click();
    await expect.poll(() => title(page).textContent()).toBe('Sigmoid()');
    await page.goBack();
    await expect.poll(() => title(page).textContent()).toBe('Tanh()');
    await page.goForward();
    await expect.poll(() => title(page).textContent()).toBe('Sigmoid()');
    await page.reload();
    await expect.poll(() => title(page).textContent()).toBe('Sigmoid()');
  });

  test('leads to no other room: none is beside it', async () => {
    await open('activation=ReLU&shape=3&seed=1');
    expect(await page.locator('.rooms, a[href*=training]').count()).toBe(0);
  });

  test('copies its code', async () => {
    await open('activation=ReLU&shape=3&seed=1');
    await page.getByRole('button', { name: 'Copy code' }).click();
    await expect.poll(() => page.locator('.said').textContent()).toBe('Code copied');
    // Pasted where a person would paste it: into the field that finds functions.
    const search = page.getByRole('searchbox');
    await search.focus();
    await page.keyboard.press('Control+V');
    expect(await search.inputValue()).toContain('m = nn.ReLU()');
  });

  test('has even what the site loads later', async () => {
    await open('activation=ReLU&shape=1000&seed=1');
    await page.getByRole('button', { name: /measure/i }).click();
    // Plain JavaScript is a part of its own in the site, fetched at this click.
    const words = () => page.locator('.speed').textContent();
    await expect.poll(words, { timeout: 10_000 }).toMatch(/in C\+\+ SIMD.*Plain JavaScript takes/s);
  });
});

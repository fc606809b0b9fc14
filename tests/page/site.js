// The built site, served and opened in Chromium, for the tests that use it as a person would.
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { preview } from 'vite';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchOptions } from '../chromium.js';

/** What a strict host allows: no inline script or style, no foreign address. */
const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

/**
 * Serves the site for the tests of a file.
 * @returns {{ browser: () => import('playwright').Browser, open: (hash?: string, options?: object) => Promise<import('playwright').Page>, url: () => string }}
 */
export function site() {
  /** @type {import('vite').PreviewServer} */ let server;
  /** @type {import('playwright').Browser} */ let browser;
  /** @type {import('playwright').BrowserContext[]} */ let contexts = [];
  /** Errors in the console, uncaught ones, requests to elsewhere. @type {string[]} */ let complaints = [];
  const url = () => /** @type {string} */ (server.resolvedUrls?.local[0]);

  beforeAll(async () => {
    const root = fileURLToPath(new URL('../../', import.meta.url));
    server = await preview({
      configFile: `${root}vite.config.js`,
      root: `${root}web/site`,
      logLevel: 'silent',
      preview: { port: 0, host: '127.0.0.1', headers: { 'Content-Security-Policy': policy } },
    });
    browser = await chromium.launch(launchOptions);
  });
  afterAll(async () => {
    await browser?.close();
    await new Promise((done) => server?.httpServer.close(done) ?? done(undefined));
  });
  afterEach(async () => {
    const said = complaints;
    const open = contexts;
    [complaints, contexts] = [[], []];
    for (const context of open) await context.close();
    expect(said).toEqual([]);
  });

  /** @param {string} [hash] @param {object} [options] of the browser's context */
  async function open(hash = '', options = {}) {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      permissions: ['clipboard-read', 'clipboard-write'],
      ...options,
    });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => {
      if (!request.url().startsWith(url())) complaints.push(`asked for ${request.url()}`);
    });
    await page.goto(`${url()}${hash ? `#${hash}` : ''}`);
    await page.locator('torchlet-tensor[kind=gradient] pre').waitFor();
    return page;
  }
  return { browser: () => browser, open, url };
}

/** The printed text of a tensor. @param {import('playwright').Page} page @param {'input' | 'output' | 'gradient'} kind */
export const tensor = (page, kind) => page.locator(`torchlet-tensor[kind=${kind}] pre`);

/** The mark over a printed number. @param {import('playwright').Page} page @param {'input' | 'output' | 'gradient'} kind */
export const marker = (page, kind) => page.locator(`torchlet-tensor[kind=${kind}] .mark`);

/**
 * The number that is marked in a printed tensor, read from the text under the mark.
 * @param {import('playwright').Page} page
 * @param {'input' | 'output' | 'gradient'} kind
 */
export function markedNumber(page, kind) {
  return page.locator(`torchlet-tensor[kind=${kind}]`).evaluate((element) => {
    const mark = /** @type {HTMLElement} */ (element.shadowRoot?.querySelector('.mark'));
    if (mark.hidden) return null;
    const [line, start, size] = ['--line', '--start', '--size'].map((name) =>
      Number(mark.style.getPropertyValue(name)),
    );
    const text = element.shadowRoot?.querySelector('pre')?.textContent ?? '';
    return text.split('\n')[line].slice(start, start + size);
  });
}

/** The name over the figure. @param {import('playwright').Page} page */
export const title = (page) => page.locator('h1');

/**
 * Moves the pointer to a number of a printed tensor.
 * @param {import('playwright').Page} page
 * @param {'input' | 'output' | 'gradient'} kind
 * @param {number} line
 * @param {number} column
 */
export async function pointAtText(page, kind, line, column) {
  const pre = tensor(page, kind);
  await pre.scrollIntoViewIfNeeded();
  const place = await pre.evaluate(
    (element, [l, c]) => {
      const box = element.getBoundingClientRect();
      const probe = element.parentElement?.querySelector('.probe')?.getBoundingClientRect().width ?? 0;
      const lines = element.textContent?.split('\n').length ?? 1;
      return { x: box.left + (c + 0.5) * (probe / 10), y: box.top + ((l + 0.5) * box.height) / lines };
    },
    [line, column],
  );
  await page.mouse.move(place.x, place.y);
}

// Pages of other people that use the element: plain HTML, served beside the built site with the headers that a test asks for.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { chromium } from 'playwright';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchOptions } from '../chromium.js';

/** What a strict host allows: no inline script or style, no foreign address. */
export const strict =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; frame-src 'self'";
const folder = join(import.meta.dirname, '../../dist/site');
/** @type {Record<string, string>} */
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' };

/** @typedef {{ html: string, policy?: string, type?: string }} Page what a test serves at an address */

/**
 * A whole page around a body.
 * @param {string} body
 * @param {string} [head]
 */
export const pageOf = (body, head = '<script type="module" src="/element.js"></script>') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A tutorial</title>${head}</head><body><main><h1>A tutorial</h1>${body}</main></body></html>`;

/** @param {Map<string, Page>} pages @returns {import('node:http').Server} */
const serve = (pages) =>
  createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
    const page = pages.get(path);
    try {
      const body = page ? page.html : readFileSync(join(folder, path));
      const type = page ? (page.type ?? 'text/html') : (types[extname(path)] ?? 'application/octet-stream');
      const policy = page ? page.policy : strict;
      response.writeHead(200, {
        'Content-Type': `${type}; charset=utf-8`,
        ...(policy ? { 'Content-Security-Policy': policy } : {}),
      });
      response.end(body);
    } catch {
      response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
    }
  });

/**
 * Serves pages for the tests of a file. A page's errors, and its requests to elsewhere, fail the test that opened it.
 * @returns {{ open: (page: string | Page, options?: import('playwright').BrowserContextOptions & { before?: () => void }) => Promise<import('playwright').Page>,
 *   url: () => string, put: (path: string, page: Page) => void, forgive: (words: RegExp) => void }} `forgive` lets a complaint pass that a test is about
 */
export function host() {
  /** @type {Map<string, Page>} */ const pages = new Map();
  const server = serve(pages);
  /** @type {import('playwright').Browser} */ let browser;
  /** @type {import('playwright').BrowserContext[]} */ let contexts = [];
  /** @type {string[]} */ let complaints = [];
  /** @type {RegExp[]} */ let forgiven = [];
  const url = () => `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`;

  beforeAll(async () => {
    await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
    browser = await chromium.launch(launchOptions);
  });
  afterAll(async () => {
    await browser?.close();
    await new Promise((done) => server.close(() => done(undefined)));
  });
  afterEach(async () => {
    const said = complaints.filter((words) => !forgiven.some((pattern) => pattern.test(words)));
    const open = contexts;
    [complaints, contexts, forgiven] = [[], [], []];
    for (const context of open) await context.close();
    expect(said).toEqual([]);
  });

  /** @type {ReturnType<typeof host>['open']} */
  async function open(what, { before, ...options } = {}) {
    const context = await browser.newContext({ viewport: { width: 900, height: 800 }, ...options });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    if (before) await page.addInitScript(before);
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => {
      if (!request.url().startsWith(url()) && !request.url().startsWith('data:'))
        complaints.push(`asked for ${request.url()}`);
    });
    if (typeof what !== 'string') pages.set('/page.html', { policy: strict, ...what });
    await page.goto(url() + (typeof what === 'string' ? what : '/page.html'));
    return page;
  }
  return {
    open,
    url,
    put: (path, page) => void pages.set(path, { policy: strict, ...page }),
    forgive: (words) => void forgiven.push(words),
  };
}

/** Waits until an element's figure is drawn. @param {import('playwright').Locator} figure */
export const drawn = (figure) => figure.locator('figure').first().waitFor();

/** The printed text of a figure's tensor. @param {import('playwright').Locator} figure @param {'input' | 'output' | 'gradient'} kind */
export const tensorIn = (figure, kind) => figure.locator(`torchlet-tensor[kind=${kind}] pre`).first();

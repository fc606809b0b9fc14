// What the hosts are tried with: the built site at an address of its own, a folder's pages at another one, and Chromium.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { fileServer } from '../../web/cli/files.js';
import { launchOptions } from '../chromium.js';
import { listening } from '../listening.js';
import { kAddress } from './recipes.js';

const site = join(import.meta.dirname, '../../dist/site');

/**
 * Serves a folder. Pages of other sites may use what is in it.
 * @param {string} folder
 * @returns {Promise<{ address: string, close: () => void }>} address: with a slash at its end
 */
async function served(folder) {
  const server = fileServer(folder);
  server.prependListener('request', (_, response) => response.setHeader('access-control-allow-origin', '*'));
  return listening(server);
}

/**
 * @typedef {object} Opened
 * @property {import('playwright').Page} page
 * @property {string[]} said in its console
 * @property {string[]} complaints errors and warnings among that, and uncaught ones
 * @typedef {(path: string, options?: import('playwright').BrowserContextOptions) => Promise<Opened>} Open
 * @typedef {object} Kit
 * @property {string} address of the site's copy
 * @property {(name: string) => string} folder a fresh one
 * @property {<T>(root: string, work: (open: Open) => Promise<T>) => Promise<T>} visited serves a folder while work opens its pages
 * @property {() => Promise<void>} close
 */

/** @returns {Promise<Kit>} */
export async function kit() {
  const temporary = mkdtempSync(join(tmpdir(), 'torchlet-hosts-'));
  const copy = await served(site);
  const browser = await chromium.launch(launchOptions);

  /** @param {string} base @returns {Open} */
  const opener = (base) => async (path, options) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    /** @type {string[]} */ const said = [];
    /** @type {string[]} */ const complaints = [];
    page.on('console', (message) => {
      said.push(message.text());
      if (['error', 'warning'].includes(message.type()))
        complaints.push(`${message.text()} ${message.location().url}`.trim());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    // A theme's fonts and the like: the network is not asked.
    await context.route(
      (url) => !url.href.startsWith(base) && !url.href.startsWith(copy.address),
      (route) => route.fulfill({ status: 200, body: '' }),
    );
    // What the recipes name as the author's copy is the built site.
    await context.route(`${kAddress}**`, (route) => {
      const { pathname } = new URL(route.request().url().replace(kAddress, copy.address));
      const path = join(site, decodeURIComponent(pathname), pathname.endsWith('/') ? 'index.html' : '');
      return route.fulfill({ path, headers: { 'access-control-allow-origin': '*' } });
    });
    await page.goto(base + path);
    return { page, said, complaints };
  };

  return {
    address: copy.address,
    folder: (name) => mkdtempSync(join(temporary, `${name}-`)),
    async visited(root, work) {
      const { address, close } = await served(root);
      try {
        return await work(opener(address));
      } finally {
        for (const context of browser.contexts()) {
          await context.unrouteAll({ behavior: 'ignoreErrors' });
          await context.close();
        }
        close();
      }
    },
    async close() {
      await browser.close();
      copy.close();
      rmSync(temporary, { recursive: true, force: true });
    },
  };
}

// The site without a network: after one visit it opens and computes, never from parts of two builds.
import {
  cpSync,
  createReadStream,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { chromium } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { writeWorker } from '../../web/tools/offline.js';
import { launchOptions } from '../chromium.js';
import { tensor, title } from './site.js';

const folder = mkdtempSync(join(tmpdir(), 'torchlet-offline-'));
const [first, second] = [join(folder, 'first'), join(folder, 'second')];

/** A strict host, which allows a worker to fetch what it keeps. */
const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'";
/** @type {Record<string, string>} */
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

/** A server of a folder that can be changed for another, under a path as on many hosts. */
class Server {
  folder = first;
  /** What is missing or wrong on it. @type {Record<string, string>} */ replaced = {};
  /** @type {string[]} */ asked = [];
  #server = createServer(({ url = '' }, response) => {
    const path = new URL(url, 'http://local').pathname
      .replace(/^\/some\/where\//, '')
      .replace(/^$|(?<=\/)$/, 'index.html');
    this.asked.push(path);
    const file = join(this.folder, path);
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return response.writeHead(404).end();
    response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream');
    // The page in one file is all inline script: no such host can serve it.
    if (path !== 'standalone.html') response.setHeader('content-security-policy', policy);
    // Nothing may come from the browser's own cache unasked: it would hide what the worker lacks.
    response.setHeader('cache-control', 'no-cache');
    if (path in this.replaced) return response.end(this.replaced[path]);
    createReadStream(file).pipe(response);
  });
  port = 0;

  async start() {
    await new Promise((resolve) => this.#server.listen(this.port, '127.0.0.1', () => resolve(undefined)));
    this.port = /** @type {import('node:net').AddressInfo} */ (this.#server.address()).port;
  }
  async stop() {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
  get url() {
    return `http://127.0.0.1:${this.port}/some/where/`;
  }
}

/** A build of which every script has changed, and so the names: what it was built from says `mark` on the page. */
async function makeSecond() {
  cpSync(first, second, { recursive: true });
  const scripts = readdirSync(join(second, 'assets')).filter((name) => name.endsWith('.js'));
  const renamed = (/** @type {string} */ text) =>
    scripts.reduce((all, name) => all.replaceAll(name, name.replace('-', '-second-')), text);
  for (const name of [
    ...scripts.map((one) => `assets/${one}`),
    'assets/pages.json',
    'index.html',
    'training/index.html',
  ]) {
    const text = renamed(readFileSync(join(second, name), 'utf8'));
    writeFileSync(join(second, name), text);
    if (name.endsWith('.js')) {
      writeFileSync(join(second, name), `${text}\ndocument.documentElement.dataset.build = 'second';`);
      renameSync(join(second, name), join(second, renamed(name)));
    }
  }
  await writeWorker(second);
}

/** @type {import('playwright').Browser} */ let browser;
/** @type {import('playwright').BrowserContext} */ let context;
/** @type {Server} */ let server;

beforeAll(async () => {
  cpSync(join(import.meta.dirname, '../../dist/site'), first, { recursive: true });
  await makeSecond();
  browser = await chromium.launch(launchOptions);
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  server = new Server();
  await server.start();
  context = await browser.newContext();
});
afterEach(async () => {
  await context.close();
  await server.stop().catch(() => {});
});

const hash = '#activation=LeakyReLU&negative_slope=0.25&input=-2,4';
const printed = 'tensor([-0.5000,  4.0000])';

/** Opens the page in a tab of its own. */
async function visit() {
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(`${server.url}${hash}`);
  await expect.poll(() => tensor(page, 'output').textContent()).toBe(printed);
  return page;
}

/** Until the page has a worker that keeps everything. @param {import('playwright').Page} page */
const ready = (page) => page.evaluate(async () => void (await navigator.serviceWorker.ready));

/** The files that are kept, each with the name of its cache. @param {import('playwright').Page} page */
const kept = (page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return {
      caches: names.length,
      files: requests
        .flat()
        .map(({ url }) => url.replace(/^.*\/some\/where\//, ''))
        .sort(),
    };
  });

/** What a build's worker is told to keep. @param {string} build */
function parts(build) {
  const [, list] = /torchletSite = (\{.*?\});/.exec(readFileSync(join(build, 'sw.js'), 'utf8')) ?? [];
  const { files } = JSON.parse(list);
  return files.map((/** @type {[string]} */ [path]) => path.replace(/^\.\//, '')).sort();
}

test('the worker keeps the instruments and what they load later, not what the tutorial runs programs with', () => {
  const kept = parts(first);
  const loaded = readdirSync(join(first, 'assets')).map((name) => `assets/${name}`);
  expect(kept).toEqual(expect.arrayContaining(['', 'training/']));
  expect(kept.some((path) => /^assets\/plain-.*\.js$/.test(path))).toBe(true);
  expect(kept.every((path) => !path.startsWith('assets/') || loaded.includes(path))).toBe(true);
  const kilobytes = kept
    .filter((path) => path.startsWith('assets/'))
    .reduce((sum, path) => sum + readFileSync(join(first, path)).length / 1024, 0);
  expect(kilobytes).toBeLessThan(1500);
  expect(kept.filter((path) => /editor|cell/.test(path))).toEqual([]);
});

/** @param {import('playwright').Page} page */
const buildOf = (page) => page.evaluate(() => document.documentElement.dataset.build ?? 'first');

describe('after one visit', () => {
  test('the site opens without a server, computes, and loads what it needs later', async () => {
    const page = await visit();
    await ready(page);
    expect(await kept(page)).toEqual({ caches: 1, files: parts(first) });
    await server.stop();
    await context.setOffline(true);
    await page.reload();
    await expect.poll(() => tensor(page, 'output').textContent()).toBe(printed);
    await page.getByRole('button', { name: 'ReLU', exact: true }).click();
    await expect.poll(() => tensor(page, 'output').textContent()).toBe('tensor([0., 4.])');
    await page.getByRole('button', { name: /measure/i }).click();
    await expect.poll(() => page.locator('.speed').textContent(), { timeout: 10_000 }).toMatch(/in C\+\+ SIMD/);
    await page.goto(`${server.url}index.html?from=mail#activation=Tanh&input=0.5`);
    await expect.poll(() => title(page).textContent()).toBe('Tanh()');
    await page.getByRole('link', { name: 'Training' }).click();
    await page.getByRole('heading', { name: 'Why do units die?' }).waitFor();
  });

  test('the worker keeps the rooms’ pages alone, not the one in one file', async () => {
    const page = await visit();
    await ready(page);
    await page.goto(`${server.url}standalone.html${hash}`);
    await expect.poll(() => tensor(page, 'output').textContent()).toBe(printed);
    expect(server.asked).toContain('standalone.html');
    expect((await kept(page)).files).toEqual(parts(first));
  });
});

test('the page in one file has no worker, even on a server', async () => {
  const page = await context.newPage();
  await page.goto(`${server.url}standalone.html${hash}`);
  await expect.poll(() => tensor(page, 'output').textContent()).toBe(printed);
  await page.waitForTimeout(500);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  expect(server.asked).not.toContain('sw.js');
});

describe('a new build', () => {
  test('is what the next visit shows, and replaces the old one once its pages are closed', async () => {
    const page = await visit();
    await ready(page);
    server.folder = second;
    const other = await visit();
    expect([await buildOf(page), await buildOf(other)]).toEqual(['first', 'second']);
    const waiting = () =>
      other.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting));
    await expect.poll(waiting, { timeout: 10_000 }).toBe(true);
    // The old page still gets its own late part, which the server no longer has.
    await page.getByRole('button', { name: /measure/i }).click();
    await expect.poll(() => page.locator('.speed').textContent(), { timeout: 10_000 }).toMatch(/in C\+\+ SIMD/);
    expect(await buildOf(page)).toBe('first');
    await page.close();
    await other.close();
    const later = await visit();
    await expect.poll(() => kept(later), { timeout: 10_000 }).toEqual({ caches: 1, files: parts(second) });
    await server.stop();
    await later.reload();
    await expect.poll(() => tensor(later, 'output').textContent()).toBe(printed);
    expect(await buildOf(later)).toBe('second');
  });

  test('of which a file is not what the build wrote is not kept at all', async () => {
    const page = await visit();
    await ready(page);
    server.folder = second;
    const [name] = readdirSync(join(second, 'assets')).filter((one) => one.startsWith('plain-'));
    server.replaced[`assets/${name}`] = 'export const wrong = 1;';
    const failed = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const updated = await registration.update();
      const worker = updated.installing;
      return new Promise((resolve) => {
        worker?.addEventListener('statechange', () => resolve(worker.state));
      });
    });
    expect(failed).toBe('redundant');
    await server.stop();
    await page.reload();
    await expect.poll(() => tensor(page, 'output').textContent()).toBe(printed);
    expect(await buildOf(page)).toBe('first');
  });
});

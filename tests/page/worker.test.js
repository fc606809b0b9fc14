// The recipe for workers, as its page has it: bundled by Vite, and as a classic worker without a bundler.
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchOptions } from '../chromium.js';

const project = join(import.meta.dirname, '../..');
const recipe = readFileSync(join(project, 'web/docs/worker.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'torchlet-worker-'));
/** @type {import('playwright').Browser} */ let browser;
/** @type {import('vite').PreviewServer} */ let server;

/** A program of the page by its file's name. @param {string} name */
function program(name) {
  const found = new RegExp(`\`\`\`js ${name}\n([\\s\\S]*?)\`\`\``).exec(recipe);
  if (!found) throw new Error(`expected a program ${name} in worker.md`);
  return found[1];
}

/** The words behind a program's line that prints. @param {string} code @param {string} call */
const promised = (code, call) => new RegExp(`${call}\\(.*; // (.*)$`, 'm').exec(code)?.[1];

beforeAll(async () => {
  for (const name of ['worker.js', 'main.js']) writeFileSync(join(folder, name), program(name));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><script type="module" src="./main.js"></script>');
  mkdirSync(join(folder, 'public'));
  writeFileSync(join(folder, 'public/classic-worker.js'), program('classic-worker.js'));
  writeFileSync(join(folder, 'public/classic.html'), '<!doctype html><title>classic</title>');
  copyFileSync(join(project, 'web/build/torchlet.iife.js'), join(folder, 'public/torchlet.iife.js'));
  const config = /** @type {const} */ ({ configFile: false, root: folder, logLevel: 'error' });
  const alias = { torchlet: join(project, 'web/index.js') };
  await build({ ...config, resolve: { alias }, worker: { format: 'es' } });
  server = await preview({ ...config, preview: { port: 0, host: '127.0.0.1' } });
  browser = await chromium.launch(launchOptions);
});
afterAll(async () => {
  await browser?.close();
  await new Promise((done) => server?.httpServer.close(done) ?? done(undefined));
  rmSync(folder, { recursive: true, force: true });
});

test('a module worker gives the array back with what main.js says it prints', async () => {
  const page = await browser.newPage();
  const printed = page.waitForEvent('console', (message) => message.type() === 'log');
  const { local } = /** @type {NonNullable<typeof server.resolvedUrls>} */ (server.resolvedUrls);
  await page.goto(local[0]);
  expect((await printed).text()).toBe(promised(program('main.js'), 'console\\.log'));
  await page.close();
});

test('a classic worker posts what its comment says', async () => {
  const page = await browser.newPage();
  const { local } = /** @type {NonNullable<typeof server.resolvedUrls>} */ (server.resolvedUrls);
  await page.goto(`${local[0]}classic.html`);
  const posted = await page.evaluate(
    () =>
      new Promise((done, failed) => {
        const worker = new Worker('classic-worker.js');
        worker.onmessage = ({ data }) => done(data);
        worker.onerror = ({ message }) => failed(new Error(message));
      }),
  );
  expect(posted).toBe(promised(program('classic-worker.js'), 'postMessage'));
  await page.close();
});

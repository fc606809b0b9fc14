// Chromium, Firefox and WebKit behind one way of driving them: open an address, evaluate an expression, close.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { which } from '../../cpp/toolchain/shell.js';
import { launchOptions } from '../chromium.js';

/**
 * @typedef {object} Browser
 * @property {string} version
 * @property {(address: string) => Promise<void>} open
 * @property {(expression: string) => Promise<any>} evaluate in the page that is open
 * @property {() => Promise<void>} close
 * @typedef {{ missing: () => string | null, packages: string[], launch: () => Promise<Browser> }} Engine missing: what of it is not
 *   on this machine; packages: Debian's
 */

/** @param {any} page of Playwright or Puppeteer @param {any} browser @param {string} version @returns {Browser} */
const driven = (page, browser, version) => ({
  version,
  open: (address) => page.goto(address),
  evaluate: (expression) => page.evaluate(expression),
  close: () => browser.close(),
});

/** @returns {Promise<Browser>} */
async function chromium() {
  const { chromium } = await import('playwright');
  const browser = await chromium.launch(launchOptions);
  return driven(await browser.newPage(), browser, browser.version());
}

const firefoxPath = () => which('firefox-esr') ?? which('firefox');

/** @returns {Promise<Browser>} */
async function firefox() {
  const { default: puppeteer } = await import('puppeteer-core');
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: firefoxPath() ?? '', headless: true });
  return driven(await browser.newPage(), browser, (await browser.version()).replace(/^firefox\//, ''));
}

/** WebKitGTK's own browser, which its driver drives, beside the library. */
function miniBrowser() {
  const folders = ['/usr/lib', '/usr/libexec', '/usr/lib64'].filter(existsSync).flatMap((folder) => [
    folder,
    ...readdirSync(folder)
      .filter((name) => name.includes('linux-gnu'))
      .map((name) => join(folder, name)),
  ]);
  return folders.map((folder) => join(folder, 'webkit2gtk-4.1/MiniBrowser')).find(existsSync) ?? null;
}

/** @returns {Promise<number>} a port that nobody listens on */
const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });

/** WebKitWebDriver on a screen that nobody sees. @returns {Promise<{ port: number, stop: () => void }>} */
async function webkitDriver() {
  const port = await freePort();
  const isRoot = process.getuid?.() === 0;
  const child = spawn('xvfb-run', ['-a', 'WebKitWebDriver', `--port=${port}`, '--host=127.0.0.1'], {
    // A group of its own: what it starts ends with it.
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, ...(isRoot ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } : {}) },
  });
  const stop = () => {
    try {
      process.kill(-(/** @type {number} */ (child.pid)), 'SIGTERM');
    } catch {
      // It has ended by itself.
    }
  };
  for (let turn = 0; turn < 100; turn++) {
    const status = await fetch(`http://127.0.0.1:${port}/status`).catch(() => null);
    if (status?.ok) return { port, stop };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  stop();
  throw new Error('WebKitWebDriver did not answer within ten seconds');
}

/** @returns {Promise<Browser>} */
async function webkit() {
  const { Builder, Capabilities } = await import('selenium-webdriver');
  const { port, stop } = await webkitDriver();
  try {
    const capabilities = new Capabilities({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] },
    });
    const driver = await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build();
    return {
      version: String((await driver.getCapabilities()).get('browserVersion')),
      open: (address) => driver.get(address),
      evaluate: (expression) => driver.executeScript(`return (${expression})`),
      close: () => driver.quit().finally(stop),
    };
  } catch (error) {
    stop();
    throw error;
  }
}

/** @param {Record<string, string | null | undefined>} parts by their names, and where each is @returns {string | null} */
const lacking = (parts) => Object.keys(parts).find((name) => !parts[name]) ?? null;

/** @type {Record<string, Engine>} */
export const engines = {
  Chromium: {
    missing: () => lacking({ Chromium: process.env.TORCHLET_CHROMIUM }),
    packages: ['chromium'],
    launch: chromium,
  },
  Firefox: { missing: () => lacking({ Firefox: firefoxPath() }), packages: ['firefox-esr'], launch: firefox },
  WebKit: {
    missing: () =>
      lacking({
        WebKitWebDriver: which('WebKitWebDriver'),
        'xvfb-run': which('xvfb-run'),
        xauth: which('xauth'),
        MiniBrowser: miniBrowser(),
      }),
    packages: ['webkit2gtk-driver', 'xvfb', 'xauth'],
    launch: webkit,
  },
};

// What the environments are made with: the packed package in fresh projects, other programs, and pages in Chromium.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { fileServer } from '../../web/cli/files.js';
import { launchOptions } from '../chromium.js';

const repository = join(import.meta.dirname, '../..');
/** The folder whose node_modules hold the bundlers and runtimes. */
export const tools = import.meta.dirname;

/** An environment that is not here, or does not start for reasons of its own. */
export class Untested extends Error {}

/**
 * What a program prints. Rejects with the last lines of its complaint.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd: string, env?: Record<string, string>, seconds?: number }} options
 * @returns {Promise<string>}
 */
export function ran(program, args, { cwd, env = {}, seconds = 180 }) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let complaint = '';
    const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
    child.stdout.on('data', (data) => {
      output += data;
    });
    child.stderr.on('data', (data) => {
      complaint += data;
    });
    child.on('error', (error) => reject(new Untested(`${program} cannot be run (${error.message})`)));
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (code === 0) return resolve(output.trim());
      const last = `${output}\n${complaint}`.trim().split('\n').slice(-8).join('\n');
      reject(new Error(`${program} ended with ${signal ?? `exit code ${code}`}: ${last}`));
    });
  });
}

/** A path in the node_modules of tests/package. @param {string[]} path */
export function tool(...path) {
  const found = join(tools, 'node_modules', ...path);
  if (!existsSync(found)) throw new Untested(`npm did not install ${path.join('/')} for ${process.platform}`);
  return found;
}

/** The module that a name means in tests/package. @param {string} name @returns {Promise<any>} */
export const toolModule = (name) =>
  import(pathToFileURL(createRequire(join(tools, 'package.json')).resolve(name)).href);

/** Files of a project. @param {string} folder @param {Record<string, string>} files */
export function written(folder, files) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/**
 * @typedef {object} Kit
 * @property {string} tarball its path
 * @property {(files: Record<string, string>) => Promise<string>} project the folder of a fresh project that has torchlet
 * @property {(folder: string, path?: string) => Promise<{ text: string, requests: string[] }>} shown serves a folder; what a page
 *   of it shows in #output, and the paths that it asked for
 * @property {(address: string) => Promise<{ text: string, requests: string[] }>} opened the same of a page served elsewhere
 * @property {() => Promise<void>} close
 */

/** Packs the package. @returns {Promise<Kit>} */
export async function kit() {
  const folder = mkdtempSync(join(tmpdir(), 'torchlet-package-'));
  const npm = (/** @type {string[]} */ args, cwd = folder) =>
    ran('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd });
  await npm(['pack', '--pack-destination', folder], repository);
  const tarball = join(folder, readdirSync(folder).filter((name) => name.endsWith('.tgz'))[0]);
  /** @type {Promise<import('playwright').Browser> | undefined} */
  let browser;
  let count = 0;

  /** @type {Kit['opened']} */
  async function opened(address) {
    browser ??= chromium.launch(launchOptions);
    const page = await (await browser).newPage();
    const requests = /** @type {string[]} */ ([]);
    const errors = /** @type {string[]} */ ([]);
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    page.on('pageerror', (error) => errors.push(error.message));
    try {
      await page.goto(address);
      await page.waitForFunction(() => document.querySelector('#output')?.textContent, undefined, { timeout: 20_000 });
      return { text: (await page.textContent('#output')) ?? '', requests };
    } catch (error) {
      throw new Error([...errors, /** @type {Error} */ (error).message].join('; '));
    } finally {
      await page.close();
    }
  }

  return {
    tarball,
    async project(files) {
      const project = join(folder, `project-${++count}`);
      written(project, { 'package.json': '{ "name": "fresh", "private": true, "type": "module" }', ...files });
      await npm(['install', '--offline', tarball], project);
      return project;
    },
    opened,
    async shown(root, path = '') {
      const server = fileServer(root);
      await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      try {
        return await opened(`http://127.0.0.1:${port}/${path}`);
      } finally {
        server.closeAllConnections();
        server.close();
      }
    },
    async close() {
      await (await browser)?.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

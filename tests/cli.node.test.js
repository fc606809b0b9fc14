// The command torchlet: what it prints, and the server behind `torchlet serve`.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileServer } from '../web/cli/files.js';
import { launchOptions } from './chromium.js';

const root = join(import.meta.dirname, '..');
const program = join(root, 'web/cli/main.js');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const ran = (/** @type {string[]} */ ...args) =>
  spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', timeout: 20_000 });

test('--version prints the version, --help every command with its options', () => {
  expect(ran('--version')).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
  const { status, stdout } = ran('serve', '--help');
  expect(status).toBe(0);
  for (const word of ['torchlet [serve]', '--port N', '--help', '--version']) expect(stdout).toContain(word);
});

test.each([
  [['figre'], 'expected a command (serve'],
  [['--prt', '1'], "Unknown option '--prt'. See"],
  [['serve', 'here'], 'serve takes no arguments, but got here'],
  [['--port', '99999'], '--port: expected a number from 0 (any that is free) to 65535, but got 99999'],
  [['--port=8o80'], '--port: expected a number from 0 (any that is free) to 65535, but got 8o80'],
])('%j is refused in one line, with exit code 2', (args, words) => {
  const { status, stdout, stderr } = ran(...args);
  expect(stderr).toContain(`torchlet: ${words}`);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
});

test('a port that another program has is named as taken', async () => {
  const other = createServer();
  await new Promise((resolve) => other.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (other.address());
  const { status, stderr } = ran('--port', String(port));
  other.close();
  expect(stderr).toBe(`torchlet: --port: ${port} is taken by another program. See "torchlet --help".\n`);
  expect(status).toBe(2);
});

test('it serves the playground, which computes with no request to any other server', async () => {
  const browser = await chromium.launch(launchOptions);
  const child = spawn(process.execPath, [program, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const line = await new Promise((resolve) => child.stdout.once('data', (data) => resolve(String(data))));
    const [, address] = /** @type {RegExpExecArray} */ (/^The playground: (http:\/\/127\.0\.0\.1:\d+\/) /.exec(line));
    const page = await browser.newPage();
    const foreign = /** @type {string[]} */ ([]);
    page.on('request', (one) => !one.url().startsWith(address) && foreign.push(one.url()));
    await page.goto(`${address}#activation=LeakyReLU&negative_slope=0.1&shape=5&seed=0`);
    await page.locator('torchlet-tensor[kind=output] pre', { hasText: '-0.0293' }).waitFor();
    expect(foreign.filter((url) => !/^(data|blob):/.test(url))).toEqual([]);
  } finally {
    child.kill();
    await browser.close();
  }
}, 60_000);

describe('the server of files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'torchlet-cli-'));
  const site = join(folder, 'site');
  const server = (() => {
    mkdirSync(join(site, 'docs'), { recursive: true });
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    mkdirSync(join(folder, 'site-of-another'));
    writeFileSync(join(folder, 'site-of-another/secret.txt'), 'secret');
    for (const name of ['index.html', 'docs/index.html', 'a b.js', 'a.css', 'k.wasm', 'p.svg', 'x.unknown', 'd.json']) {
      writeFileSync(join(site, name), name);
    }
    symlinkSync(join(folder, 'secret.txt'), join(site, 'link.txt'));
    return fileServer(site);
  })();
  let port = 0;
  beforeAll(async () => {
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
    port = /** @type {import('node:net').AddressInfo} */ (server.address()).port;
  });
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The answer to a path as it stands, which fetch would tidy first. @param {string} path @param {string} [method] */
  const asked = (path, method = 'GET') =>
    new Promise((resolve, reject) => {
      request({ port, host: '127.0.0.1', path, method, agent: false }, (response) => {
        let body = '';
        response.on('data', (data) => {
          body += data;
        });
        response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
      })
        .on('error', reject)
        .end();
    });

  test.each([
    ['/', 'text/html; charset=utf-8', 'index.html'],
    ['/?v=1', 'text/html; charset=utf-8', 'index.html'],
    ['/docs/', 'text/html; charset=utf-8', 'docs/index.html'],
    ['/a%20b.js', 'text/javascript; charset=utf-8', 'a b.js'],
    ['/a.css', 'text/css; charset=utf-8', 'a.css'],
    ['/k.wasm', 'application/wasm', 'k.wasm'],
    ['/p.svg', 'image/svg+xml', 'p.svg'],
    ['/d.json', 'application/json; charset=utf-8', 'd.json'],
    ['/x.unknown', 'application/octet-stream', 'x.unknown'],
  ])('%s is sent as %s', async (path, type, body) => {
    const answer = await asked(path);
    expect(answer).toMatchObject({ status: 200, body });
    expect(answer.headers['content-type']).toBe(type);
    expect(answer.headers['content-length']).toBe(String(body.length));
  });

  test.each([
    '/../secret.txt',
    '/docs/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/%2e%2e%2fsite-of-another%2fsecret.txt',
    '//secret.txt',
    '/link.txt',
    '/nothing',
  ])('%s, outside of the folder or not there, is not found', async (path) => {
    const { status, body } = await asked(path);
    expect({ status, body }).toEqual({ status: 404, body: 'There is no such file.\n' });
  });

  test.each(['/%zz', '/a%00.css', '*'])('%s cannot be read', async (path) => {
    expect((await asked(path)).status).toBe(400);
  });

  test("a folder's address without its slash leads to the one with it, HEAD sends no body, POST is refused", async () => {
    const folderAnswer = await asked('/docs');
    expect(folderAnswer).toMatchObject({ status: 301, headers: { location: './docs/' } });
    expect(await asked('/a.css', 'HEAD')).toMatchObject({ status: 200, body: '', headers: { 'content-length': '5' } });
    expect(await asked('/a.css', 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });
});

describe('torchlet figure', () => {
  test('writes the figure of an activation as SVG, the same each time', () => {
    const args = ['figure', 'LeakyReLU', 'negative_slope=0.1', 'shape=4,5', 'seed=0', '--width', '640', '--dark'];
    const { status, stdout, stderr } = ran(...args);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 640 480"/);
    expect(stdout).toContain('<title>LeakyReLU(negative_slope=0.1)</title>');
    expect(ran(...args).stdout).toBe(stdout);
  });

  test.each([
    [['figure', 'Nothing'], 'there is no “Nothing” here'],
    [['figure', 'ReLU', 'shape=4,,x'], 'A size is missing'],
    [['figure', 'ReLU', '--width', '9'], '--width takes a whole number of pixels'],
    [['figure'], 'torchlet figure ACTIVATION'],
  ])('%j writes no picture and says why', (args, words) => {
    const { status, stdout, stderr } = ran(...args);
    expect(stderr).toContain(words);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  });
});

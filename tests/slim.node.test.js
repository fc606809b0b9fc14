// torchlet/slim from an address, and in a bundle.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import createTorch from '../web/slim.js';

const root = join(import.meta.dirname, '..');
const binary = readFileSync(join(root, 'web/build/torchlet.wasm'));

/** @type {Record<string, [status: number, type: string, body: string | Uint8Array]>} */
const answers = {
  '/torchlet.wasm': [200, 'application/wasm', binary],
  '/unnamed.wasm': [200, 'application/octet-stream', binary],
  '/page': [200, 'text/html', '<!doctype html><title>The page that servers give for anything</title>'],
};
const server = createServer((request, response) => {
  const [status, type, body] = answers[request.url ?? ''] ?? [404, 'text/plain', 'nothing here'];
  response.writeHead(status, { 'content-type': type }).end(body);
});
let address = '';
beforeAll(async () => {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  address = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`;
});
afterAll(() => void server.close());

const failure = (/** @type {string} */ path) =>
  createTorch.load(`${address}${path}`).then(
    () => 'it did not fail',
    (error) => `${error.name}: ${error.message.replace(address, '')}`,
  );

test('the binary is fetched from an address, whatever type the server calls it', async () => {
  const torch = await createTorch.load(`${address}/unnamed.wasm`);
  torch.manual_seed(0);
  expect(String(torch.nn.LeakyReLU(0.1)(torch.randn(5)))).toBe('tensor([ 1.5410, -0.0293, -0.2179,  0.5684, -0.1085])');
  expect(await createTorch.load(new URL('torchlet.wasm', address))).toBe(torch);
});

test.each([
  ['/page', 'expected WebAssembly, which begins with "\\0asm", but the bytes at /page begin with "<!doctype html><"'],
  [
    '/lost.wasm',
    'expected torchlet.wasm at /lost.wasm, but the answer is 404 Not Found; where fetch cannot read it, give its bytes instead of its address',
  ],
])('what the server says of %s is passed on', async (path, words) => {
  expect(await failure(path)).toBe(`RuntimeError: createTorch.load(): ${words}`);
});

test('an address that cannot be fetched is named with the reason and the way out', async () => {
  const url = new URL('../web/build/torchlet.wasm', import.meta.url);
  const words = await createTorch.load(url).catch((error) => error.message);
  expect(words).toMatch(
    /^createTorch\.load\(\): expected torchlet\.wasm at file:.*, but fetching it failed \(.+\); where/,
  );
  expect(words).toContain('give its bytes instead');
});

/** @param {string} source */
async function bundled(source) {
  const settings = { bundle: true, minify: true, write: /** @type {const} */ (false), metafile: true };
  const stdin = { contents: source, resolveDir: join(root, 'web') };
  const { outputFiles, metafile } = await build({ ...settings, format: 'esm', stdin });
  return { text: outputFiles[0].text, inputs: Object.keys(metafile.inputs) };
}

test('a slim bundle holds neither the embedded binary nor what unpacks it', async () => {
  const use = 'console.log(String(torch.nn.ReLU()(torch.randn(5))));';
  const slim = await bundled(`import createTorch from './slim.js'; const torch = createTorch(globalThis.wasm); ${use}`);
  const whole = await bundled(`import torch from './index.js'; ${use}`);
  const { default: text } = await import('../web/build/binary.js');
  expect(whole.text).toContain(text);
  expect(slim.text).not.toMatch(/[A-Za-z0-9+/]{200}/);
  expect(slim.inputs.filter((path) => /binary|unpack|embedded/.test(path))).toEqual([]);
  // What slim has of its own (the checks of what it is given) is small beside the text.
  expect(whole.text.length - slim.text.length).toBeGreaterThan(0.9 * text.length);
});

// What the package's entry weighs when a page bundles it: minified by esbuild, compressed by zlib's gzip, as servers do.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { embedded } from '../web/kernels.js';

const root = join(import.meta.dirname, '..');

/** @param {string} source a module of somebody's page */
async function gzipped(source) {
  const result = await build({
    stdin: { contents: source, resolveDir: join(root, 'web') },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  });
  return gzipSync(result.outputFiles[0].contents, { level: 9 }).length;
}

test('the default entry with everything embedded is at most 45 kB', async () => {
  const size = await gzipped("import torch from './index.js'; console.log(String(torch.nn.ReLU()(torch.randn(5))));");
  expect(size).toBeLessThanOrEqual(45_000);
});

test('the embedded binary unpacks to the one that the package ships beside it', () => {
  expect(Buffer.compare(embedded(), readFileSync(join(root, 'web/build/torchlet.wasm')))).toBe(0);
});

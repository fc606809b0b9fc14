// torchlet/slim: the package with the kernels of a module that the caller brings.
import { expect, test } from 'vitest';
import { embedded } from '../web/core/unpack.js';
import createTorch from '../web/slim.js';

const bytes = embedded();
const printed = 'tensor([ 1.5410, -0.0293, -0.2179,  0.5684, -0.1085])';
/** A module that exports nothing, and one that exports a function `f`. */
const nothing = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);
const another = Uint8Array.of(
  ...nothing,
  ...[1, 4, 1, 96, 0, 0, 3, 2, 1, 0],
  ...[7, 5, 1, 1, 102, 0, 0, 10, 4, 1, 2, 0, 11],
);

/** @param {() => unknown} call */
async function failure(call) {
  try {
    await call();
  } catch (error) {
    return /** @type {Error} */ (error);
  }
  throw new Error('it did not fail');
}

test.each([
  ['undefined', undefined, 'undefined'],
  ['null', null, 'Null'],
  ['bytes', bytes, 'Uint8Array'],
  ['a promise', Promise.resolve(), 'Promise'],
  ['an instance', { exports: {} }, 'Object'],
  ['an address', 'torchlet.wasm', 'string'],
])('%s is no module: the error says what came and what was expected', async (_, value, name) => {
  const error = await failure(() => createTorch(/** @type {any} */ (value)));
  expect(error).toBeInstanceOf(TypeError);
  expect(error.message).toBe(
    `createTorch(): expected a WebAssembly.Module, but got ${name}; createTorch.load(url or bytes) compiles one`,
  );
});

test.each([
  ['that exports nothing', nothing, 'it exports nothing'],
  ["that is not torchlet's", another, 'it exports f'],
])('a module %s is named as such', async (_, module, words) => {
  const error = await failure(() => createTorch(new WebAssembly.Module(module)));
  expect(`${error.name}: ${error.message}`).toBe(
    `RuntimeError: createTorch(): expected the module of torchlet/torchlet.wasm, but the given one does not start as that (${words})`,
  );
});

test("another version's module is named as such", async () => {
  const changed = bytes.slice();
  const text = String.fromCharCode(...changed.subarray(0, 4));
  expect(text).toBe('\0asm');
  // The hash of the table is a constant in the code: another one there is another table.
  const { hash } = await import('../web/build/table.js');
  const code = signedLeb(hash | 0);
  const at = places(changed, code);
  expect(at).toHaveLength(1);
  changed.set(signedLeb((hash ^ 1) | 0), at[0]);
  const error = await failure(() => createTorch(new WebAssembly.Module(changed)));
  expect(error.message).toContain('expected the torchlet.wasm of this very version of torchlet');
});

test('a page of HTML in place of the binary is told from WebAssembly', async () => {
  const page = new TextEncoder().encode('<!doctype html><title>not found</title>');
  const error = await failure(() => createTorch.load(page));
  expect(error.message).toBe(
    'createTorch.load(): expected WebAssembly, which begins with "\\0asm", but the given bytes begin with "<!doctype html><"',
  );
  expect((await failure(() => createTorch.load(new ArrayBuffer(0)))).message).toContain('the given bytes are empty');
  const cut = await failure(() => createTorch.load(bytes.slice(0, 1000)));
  expect(cut.message).toMatch(/^createTorch\.load\(\): torchlet\.wasm cannot be compiled here \(CompileError/);
});

test('what is neither address nor bytes is refused', async () => {
  const error = await failure(() => createTorch.load(/** @type {any} */ (42)));
  expect(`${error.name}: ${error.message}`).toBe(
    'TypeError: createTorch.load(): expected the address of torchlet.wasm or its bytes, but got number',
  );
});

test('no kernel runs before a module is given', async () => {
  const { default: torch } = await import('../web/torch/torch.js');
  expect(torch.available()).toBe(false);
});

test('a module, bytes and a view of bytes all give the same torch, with the same numbers', async () => {
  const torch = createTorch(new WebAssembly.Module(bytes));
  torch.manual_seed(0);
  expect(String(torch.nn.LeakyReLU(0.1)(torch.randn(5)))).toBe(printed);
  const wide = new Uint8Array(bytes.length + 8);
  wide.set(bytes, 8);
  for (const source of [bytes, bytes.slice().buffer, wide.subarray(8), new DataView(wide.buffer, 8)]) {
    expect(await createTorch.load(source)).toBe(torch);
  }
  const { default: whole } = await import('../web/index.js');
  expect(whole).toBe(torch);
});

/** @param {number} value of 32 bits, as WebAssembly writes constants */
function signedLeb(value) {
  const all = [];
  for (let rest = value; ; rest >>= 7) {
    const byte = rest & 127;
    const isLast = rest >> 7 === (byte & 64 ? -1 : 0);
    all.push(isLast ? byte : byte | 128);
    if (isLast) return all;
  }
}

/** Where `part` stands in `all`. @param {Uint8Array} all @param {number[]} part */
const places = (all, part) => [...all.keys()].filter((start) => part.every((byte, i) => all[start + i] === byte));

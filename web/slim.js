// The package without its embedded kernels, for places where WebAssembly may not be compiled, or where the binary is to be
// fetched by itself: torchlet/slim is given the module that torchlet/torchlet.wasm holds.
import { hash } from './build/table.js';
import { RuntimeError } from './core/errors.js';
import { inject, started } from './core/kernels.js';
import { tagOf } from './torch/arguments/signature.js';
import torch from './torch/torch.js';

/** What came, in JavaScript's words: these are no calls of PyTorch's. @param {unknown} value */
const kindOf = (value) => (typeof value === 'object' ? tagOf(value) : typeof value);

/** @param {WebAssembly.Module} module */
function requireOwn(module) {
  let kernels;
  try {
    kernels = started(module);
  } catch {
    const names = WebAssembly.Module.exports(module).map(({ name }) => name);
    throw new RuntimeError(
      `createTorch(): expected the module of torchlet/torchlet.wasm, but the given one does not start as that (it exports ${names.slice(0, 5).join(', ') || 'nothing'})`,
    );
  }
  if (kernels.tableHash() >>> 0 === hash) return;
  throw new RuntimeError(
    'createTorch(): expected the torchlet.wasm of this very version of torchlet, but the given module is that of another one',
  );
}

/**
 * torch with the kernels of a compiled module, which is `torchlet/torchlet.wasm`. All of a program shares one torch: the module
 * whose kernels were first used stays, whatever is given later.
 *
 * @example
 * import createTorch from 'torchlet/slim';
 * import module from 'torchlet/torchlet.wasm'; // where the host makes modules of such imports, as Cloudflare's workers do
 * const torch = createTorch(module);
 *
 * @param {WebAssembly.Module} module
 * @returns {typeof torch}
 * @throws {TypeError} for what is no WebAssembly.Module
 * @throws {RuntimeError} for a module that is not this version's
 */
export default function createTorch(module) {
  // By its tag, since a module may come from another realm.
  if (tagOf(module) !== 'WebAssembly.Module') {
    throw new TypeError(
      `createTorch(): expected a WebAssembly.Module, but got ${kindOf(module)}; createTorch.load(url or bytes) compiles one`,
    );
  }
  requireOwn(module);
  inject(() => module);
  return torch;
}

/** @param {string | URL} url @returns {Promise<ArrayBuffer>} */
async function fetched(url) {
  const failed = (/** @type {string} */ reason) =>
    new RuntimeError(
      `createTorch.load(): expected torchlet.wasm at ${url}, but ${reason}; where fetch cannot read it, give its bytes instead of its address`,
    );
  let response;
  try {
    response = await fetch(url);
  } catch (error) {
    const { message, cause } = /** @type {Error & { cause?: Error }} */ (error);
    throw failed(`fetching it failed (${cause?.message || message})`);
  }
  if (!response.ok) throw failed(`the answer is ${response.status} ${response.statusText}`.trimEnd());
  // Not compileStreaming: that refuses servers that call it something else than application/wasm.
  return response.arrayBuffer();
}

/** @param {ArrayBuffer | ArrayBufferView<ArrayBuffer>} source */
function requireBytes(source) {
  if (ArrayBuffer.isView(source) || tagOf(source) === 'ArrayBuffer') return source;
  throw new TypeError(
    `createTorch.load(): expected the address of torchlet.wasm or its bytes, but got ${kindOf(source)}`,
  );
}

/** @param {ArrayBuffer | ArrayBufferView<ArrayBuffer>} bytes @param {string} from where they came from */
function checked(bytes, from) {
  const all = ArrayBuffer.isView(bytes)
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : new Uint8Array(bytes);
  const start = String.fromCharCode(...all.subarray(0, 16));
  if (start.startsWith('\0asm')) return all;
  throw new RuntimeError(
    `createTorch.load(): expected WebAssembly, which begins with "\\0asm", but ${from} ${all.length === 0 ? 'are empty' : `begin with ${JSON.stringify(start)}`}`,
  );
}

/**
 * The same from the binary itself: fetched from its address, or given as bytes.
 *
 * @example
 * import url from 'torchlet/torchlet.wasm?url'; // Vite's way to an asset's address
 * const torch = await createTorch.load(url);
 *
 * @param {string | URL | ArrayBuffer | ArrayBufferView<ArrayBuffer>} source the address of torchlet.wasm, or its bytes
 * @returns {Promise<typeof torch>}
 * @throws {TypeError} for another kind of source
 * @throws {RuntimeError} for what is not this version's torchlet.wasm, cannot be fetched, or may not be compiled here
 */
createTorch.load = async (source) => {
  const bytes =
    typeof source === 'string' || source instanceof URL
      ? checked(await fetched(source), `the bytes at ${source}`)
      : checked(requireBytes(source), 'the given bytes');
  let module;
  try {
    module = await WebAssembly.compile(bytes);
  } catch (error) {
    throw new RuntimeError(`createTorch.load(): torchlet.wasm cannot be compiled here (${error})`);
  }
  return createTorch(module);
};

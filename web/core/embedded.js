// Whoever imports this has the kernels: the WebAssembly module that is carried as text is compiled at the first use of one.
import { RuntimeError } from './errors.js';
import { inject } from './kernels.js';
import { embedded } from './unpack.js';

/** Why the module does not compile, in words for the person who must change something. */
function explain(/** @type {Uint8Array<ArrayBuffer>} */ bytes, /** @type {unknown} */ error) {
  if (typeof WebAssembly === 'undefined') return 'this environment has no WebAssembly';
  const reason = error instanceof Error ? error.message : String(error);
  if (!WebAssembly.validate(bytes)) return `this environment's WebAssembly lacks SIMD (${reason})`;
  return `compiling WebAssembly is barred here (${reason}); a page with a Content-Security-Policy must allow 'wasm-unsafe-eval' in its script-src`;
}

/** @type {WebAssembly.Module | undefined} */
let compiled;

/** Compiles the embedded module, once. */
function compile() {
  if (compiled) return compiled;
  const bytes = embedded();
  try {
    compiled = new WebAssembly.Module(bytes);
  } catch (error) {
    throw new RuntimeError(`torchlet cannot start its WebAssembly kernels: ${explain(bytes, error)}.`);
  }
  return compiled;
}

inject(compile);

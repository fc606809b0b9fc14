// The WebAssembly module as the element's self-contained file carries it: as it is, one character a byte. Unpacking what the
// package carries takes a cold page longer than all else that a figure needs; this text costs 7 kB more of the network, once.
// The build makes this of torchlet.wasm: see cpp/toolchain/element.js.
import text, { shift } from './binary.js';

/** The embedded WebAssembly. */
export function embedded() {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i) - shift;
  return bytes;
}

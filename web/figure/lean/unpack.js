// The WebAssembly module as the element's self-contained file carries it: not packed, one character a byte. Unpacking what the
// package carries takes a cold page longer than all else that a figure needs; this text costs 7 kB more of the network, once.
// The build makes this of torchlet.wasm: see cpp/toolchain/element.js.
import text, { mask } from './binary.js';

/** Characters as bytes: by the browser itself where it can, else one by one. @type {(text: string) => Uint8Array<ArrayBuffer>} */
const bytesOf = (characters) =>
  // @ts-expect-error: TypeScript 5 does not know it yet.
  Uint8Array.fromBase64?.(btoa(characters)) ?? Uint8Array.from(characters, (one) => one.charCodeAt(0));

/** The embedded WebAssembly. */
export function embedded() {
  const bytes = bytesOf(text);
  // Two bytes at a time, for a page that has just begun interprets this, and four would be no small integers; and what is left.
  const pairs = new Uint16Array(bytes.buffer, 0, bytes.length >> 1);
  const both = mask * 0x101;
  for (let i = 0; i < pairs.length; i++) pairs[i] ^= both;
  if (bytes.length % 2 === 1) bytes[bytes.length - 1] ^= mask;
  return bytes;
}

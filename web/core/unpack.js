// The WebAssembly module that every entry carries as text: the same bytes as torchlet.wasm, in hexadecimal, which gzip packs to
// 34 kB where base64, whose letters share bytes, takes 41.
import text from '../build/binary.js';

/** The embedded WebAssembly. @returns {Uint8Array<ArrayBuffer>} */
export function embedded() {
  // @ts-expect-error: TypeScript does not know it yet, and Node has it from version 25 on.
  if (Uint8Array.fromHex) return Uint8Array.fromHex(text);
  // Not by its bare name, which some bundlers take for a request to bring one. The loop below would cost 10 ms, being run once.
  const { Buffer } = /** @type {any} */ (globalThis);
  if (Buffer) return new Uint8Array(Buffer.from(text, 'hex'));
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = (digit(text, 2 * i) << 4) | digit(text, 2 * i + 1);
  return bytes;
}

/** A digit, 0 to 9 or a to f, of which a is 0x61. @param {string} text @param {number} at */
function digit(text, at) {
  const code = text.charCodeAt(at);
  return code < 0x60 ? code & 15 : code - 0x57;
}

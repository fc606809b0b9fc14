// The WebAssembly module that every entry carries as text: the same bytes as torchlet.wasm, in base64.
import text from '../build/binary.js';

/** The embedded WebAssembly. @returns {Uint8Array<ArrayBuffer>} */
export function embedded() {
  // @ts-expect-error: TypeScript does not know it yet; engines without it take atob's way, a millisecond longer.
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i);
  return bytes;
}

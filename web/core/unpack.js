// The WebAssembly module that the package's entry carries as text.
// biome-ignore-all assist/source/organizeImports: the text last: see index.js.
import { decompress } from './lzma.js';
import { joined } from './wasm_streams.js';
import binary from '../build/binary.js';

/** The embedded WebAssembly. */
export const embedded = () => joined(decompress(Uint8Array.from(atob(binary), (character) => character.charCodeAt(0))));

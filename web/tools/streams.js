// Sorts a WebAssembly module into streams: the other direction of web/core/wasm_streams.js.
import { joined, streamCount, touch, walk } from '../core/wasm_streams.js';

/** @param {Uint8Array} module @returns {Buffer} a head and the streams: see `joined` */
export function separated(module) {
  /** @type {number[][]} */
  const streams = Array.from({ length: streamCount }, () => []);
  let at = 0;
  walk(
    module.length,
    (stream) => {
      streams[stream].push(module[at]);
      return module[at++];
    },
    (stream, recent) => {
      const length = module[at] < 128 ? 1 : 2;
      const index = (module[at] & 127) | (length > 1 ? module[at + 1] << 7 : 0);
      at += length;
      const place = recent.indexOf(index);
      touch(recent, place);
      streams[stream].push(place);
      return length;
    },
  );
  const head = Buffer.from(Uint32Array.of(module.length, ...streams.map((stream) => stream.length)).buffer);
  const packed = Buffer.concat([head, ...streams.map((stream) => Buffer.from(stream))]);
  if (Buffer.compare(joined(packed), module) !== 0)
    throw new Error('The module does not come back from its streams: see web/core/wasm_streams.js');
  return packed;
}

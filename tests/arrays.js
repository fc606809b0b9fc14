// Arrays out of the reference data, and their hash: for Node and for a browser alike.

/** @param {string} base64 */
const bytesOf = (base64) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));

/** @param {string} base64 little-endian float32 */
export const float32Of = (base64) => new Float32Array(bytesOf(base64).buffer);

/** @param {string} base64 little-endian float64 */
export const float64Of = (base64) => new Float64Array(bytesOf(base64).buffer);

/** The typed array of each dtype, as tests/reference/recording.py stores it. */
const kArrays = {
  float32: Float32Array,
  float64: Float64Array,
  int64: BigInt64Array,
  int32: Int32Array,
  uint8: Uint8Array,
  bool: Uint8Array,
};

/**
 * @param {string} base64
 * @param {keyof typeof kArrays} dtype
 */
export const arrayOf = (base64, dtype) => new kArrays[dtype](bytesOf(base64).buffer);

/**
 * 32-bit FNV-1a of the bytes.
 * @param {ArrayBufferView} array
 */
export function fnv1a(array) {
  let digest = 2166136261;
  for (const byte of new Uint8Array(array.buffer, array.byteOffset, array.byteLength)) {
    digest = Math.imul(digest ^ byte, 16777619);
  }
  return digest >>> 0;
}

/**
 * The bits of float32 numbers, so that -0 and 0 differ.
 * @param {Float32Array} array
 */
export const bitsOf = (array) => Array.from(new Uint32Array(array.buffer, array.byteOffset, array.length));

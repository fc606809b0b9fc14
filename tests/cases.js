// Runs the cases that tests/reference/ recorded from PyTorch: a piece of JavaScript, and the result or error it must have.
import torch, { F, nn } from '../web/index.js';
import { float32Of } from './arrays.js';

/**
 * @typedef {object} Case
 * @property {string} js statements, the last of which is the result
 * @property {string[]} uses names it needs: "nn.GLU", "torch.zeros", ".std"
 * @property {string[]} [needs] dtypes beyond float32
 * @property {string} [error] @property {string} [message]
 * @property {string} [kind] @property {string | string[]} [printed] @property {any} [value] @property {string | string[]} [bits]
 * @property {[string, string][]} [warnings]
 */

/** What attributes and methods are looked up on: tensors and modules. */
const objects = [
  torch.zeros(1),
  torch.zeros(1).max(0),
  torch.aminmax(torch.zeros(1)),
  torch.finfo(),
  nn.PReLU(),
  nn.RReLU(),
];

/** What tensors can be of. */
const kDTypes = ['bool', 'uint8', 'int32', 'int64', 'float32', 'float64'];

/** Whether torchlet has every name that a case uses, or lacks one as PyTorch does. @param {Case} entry */
export function isOffered({ uses, needs = [], message = '' }) {
  const has = (/** @type {string} */ name) => {
    if (name.startsWith('.')) return objects.some((object) => name.slice(1) in object);
    const [space, member] = name.split('.');
    return member in /** @type {any} */ ({ torch, nn, F })[space];
  };
  return needs.every((name) => kDTypes.includes(name)) && (uses.every(has) || message.startsWith("module '"));
}

/** Evaluates a case's JavaScript. @param {string} source */
function evaluate(source) {
  torch.manual_seed(0);
  torch.set_printoptions({ profile: 'default' });
  const x = torch.tensor([-2, -0.5, 0, 0.5, 2]);
  // Direct eval gives the value of the last statement, as Python's console does.
  return new Function('torch', 'nn', 'F', 'x', 'source', 'return eval(source)')(torch, nn, F, x, source);
}

/** NaN, infinities, -0 and what a double cannot count as text, so that values compare as Python's do. @param {any} value @returns {any} */
function plain(value) {
  if (value === undefined) return null; // Python's None
  if (Array.isArray(value)) return Array.from(value, plain);
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))) return String(value);
  return value;
}

/** The bits of a tensor's numbers; a NaN is a NaN whatever its payload. @param {Float32Array} array */
const bits = (array) =>
  Array.from(new Uint32Array(array.buffer, array.byteOffset, array.length), (one, i) =>
    Number.isNaN(array[i]) ? 'nan' : one,
  );

/**
 * The parts of an answer that were recorded: of each tensor in it the text and the bits, of anything else the value.
 * @param {Case} entry @param {(part: 'printed' | 'value' | 'bits') => unknown} part
 */
function answer(entry, part) {
  /** @type {Record<string, unknown>} */
  const seen = {};
  if (entry.printed !== undefined && entry.kind !== 'float') seen.printed = part('printed');
  if ('value' in entry) seen.value = part('value');
  if (entry.bits !== undefined) seen.bits = part('bits');
  return seen;
}

/**
 * What a case gives here, in the form in which PyTorch's answer was recorded.
 * @param {Case} entry
 * @returns {Record<string, unknown>}
 */
export function outcome(entry) {
  try {
    const result = evaluate(entry.js);
    String(result); // as Python's console does: some errors come out only then
    const list = entry.kind === 'Tensors' ? Array.from(result) : null;
    return answer(entry, (part) => {
      if (part === 'value') return plain(result);
      const one = part === 'printed' ? String : (/** @type {any} */ tensor) => bits(Float32Array.from(tensor.data));
      return list ? list.map(one) : one(result);
    });
  } catch (error) {
    const { name, message } = /** @type {Error} */ (error);
    return { error: name, message };
  }
}

/** What PyTorch gave. @param {Case} entry @returns {Record<string, unknown>} */
export function recorded(entry) {
  if (entry.error !== undefined) return { error: entry.error, message: entry.message };
  return answer(entry, (part) => {
    if (part === 'value') return plain(entry.value);
    if (part === 'printed') return entry.printed;
    const one = (/** @type {string} */ text) => bits(float32Of(text));
    return Array.isArray(entry.bits) ? entry.bits.map(one) : one(/** @type {string} */ (entry.bits));
  });
}

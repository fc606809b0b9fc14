// torch.device: where tensors lie, which is one place here.

import { AssertionError, NotImplementedError, RuntimeError } from '../../core/errors.js';
import { invalidCombination } from '../arguments/native_errors.js';
import { typeName } from '../arguments/signature.js';

const shown = () => "device(type='cpu')";

/** The device of every tensor: `String(x.device)` is 'cpu', and so it compares with ==. */
export const kDevice = /* @__PURE__ */ Object.freeze({
  /** @type {'cpu'} */ type: 'cpu',
  /** @type {number | null} */ index: null,
  toString: () => 'cpu',
  toJSON: () => 'cpu',
  [Symbol.for('nodejs.util.inspect.custom')]: shown,
});

const kNoAccelerator = 'Cannot access accelerator device when none is available.';
const known =
  'cpu, cuda, ipu, xpu, mkldnn, opengl, opencl, ideep, hip, ve, fpga, maia, xla, lazy, vulkan, mps, meta, hpu, mtia, privateuseone';

/** The parts of a device's text: `cuda:0` is of type cuda and has the index 0. @param {string} text */
function parts(text) {
  const [type, index] = text.split(':');
  if (!known.split(', ').includes(type))
    throw new RuntimeError(`Expected one of ${known} device type at start of device string: ${type}`);
  if (index !== undefined && !/^\d+$/.test(index)) throw new RuntimeError(`Invalid device string: '${text}'`);
  return { type, index: index === undefined ? null : Number(index) };
}

/**
 * A device by its name: `torch.device('cpu')`, where tensors lie. Others can be named and compared, and hold nothing.
 * @param {[type: any, index?: number | null]} args
 * @example String(torch.device('cpu')) // 'cpu'
 */
export function device(...args) {
  const [type, index = null] = args;
  if (type === kDevice || (type === 'cpu' && index === null && args.length < 3)) return kDevice;
  checkDevice(args);
  if (typeof type === 'object' && type !== null && typeof type.type === 'string') return type;
  const text = String(type);
  const made = { ...parts(text), ...(index === null ? {} : { index }) };
  const name = made.index === null ? made.type : `${made.type}:${made.index}`;
  return made.type === 'cpu' && made.index === null
    ? kDevice
    : Object.freeze({ ...made, toString: () => name, toJSON: () => name });
}

/** Refuses what names no device. @param {any[]} args */
function checkDevice(args) {
  const [type, index = null] = args;
  const isNamed = typeof type === 'string' || (typeof type?.type === 'string' && args.length === 1);
  if (Number.isInteger(type)) throw new RuntimeError(kNoAccelerator);
  if (!isNamed || args.length > 2)
    throw new TypeError(
      invalidCombination('device', ['(torch.device device)', '(str type, int index = -1)'], args, [], {}),
    );
  if (index !== null && !Number.isInteger(index))
    throw new TypeError(`device(): argument 'index' (position 2) must be int, not ${typeName(index)}`);
}

/** Whether a value names where tensors lie; refuses devices that hold none here. @param {unknown} value */
export function isPlace(value) {
  if (value === kDevice || value === 'cpu') return true;
  if (Number.isInteger(value)) throw new RuntimeError(kNoAccelerator);
  if (typeof value !== 'string') return false;
  const { type } = parts(value);
  if (type === 'cpu') return true;
  if (type === 'cuda') throw new AssertionError('Torch not compiled with CUDA enabled');
  throw new NotImplementedError(`torchlet has the device cpu alone, but got ${value}`);
}

// torch.device: where tensors lie, which is one place here.

import { RuntimeError } from '../../core/errors.js';

const shown = () => "device(type='cpu')";

/** The device of every tensor: `String(x.device)` is 'cpu', and so it compares with ==. */
export const kDevice = /* @__PURE__ */ Object.freeze({
  /** @type {'cpu'} */ type: 'cpu',
  /** @type {number | null} */ index: null,
  toString: () => 'cpu',
  toJSON: () => 'cpu',
  [Symbol.for('nodejs.util.inspect.custom')]: shown,
});

/**
 * Where tensors lie: `torch.device('cpu')`, the only one.
 * @param {any} type
 * @example String(torch.device('cpu')) // 'cpu'
 */
export function device(type) {
  const name = typeof type === 'object' && type !== null ? type.type : type;
  if (String(name) === 'cpu') return kDevice;
  throw new RuntimeError(`torchlet has the device cpu alone, but got ${String(name)}`);
}

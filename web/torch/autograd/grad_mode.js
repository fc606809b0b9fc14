// Whether operations are recorded: no_grad and the like.
import { bindPython, typeName } from '../arguments/signature.js';

let enabled = true;

/**
 * Whether operations are recorded.
 * @example torch.no_grad(() => torch.is_grad_enabled()) // false
 */
export const is_grad_enabled = () => enabled;

/**
 * Switches recording on or off from here on.
 * @param {[mode: boolean | { mode: boolean }]} args
 * @example torch.set_grad_enabled(true), torch.is_grad_enabled() // true
 */
export function set_grad_enabled(...args) {
  const [mode] = bindPython('set_grad_enabled.__init__', ['mode'], args, true);
  if (typeof mode !== 'boolean') {
    throw new TypeError(`set_grad_enabled(): argument 'enabled' (position 1) must be bool, not ${typeName(mode)}`);
  }
  enabled = mode;
}

/**
 * @template T
 * @param {string} name
 * @param {boolean} mode
 * @param {() => T} body
 * @returns {T}
 */
function withMode(name, mode, body) {
  if (typeof body !== 'function') throw new TypeError(`${name}(): expected a function to run, as in ${name}(() => …)`);
  const before = enabled;
  enabled = mode;
  try {
    const result = body();
    if (typeof (/** @type {any} */ (result)?.then) === 'function') {
      throw new TypeError(`${name}(): the function must be synchronous; what runs after an await would be recorded`);
    }
    return result;
  } finally {
    enabled = before;
  }
}

/**
 * Runs a function without recording. Python's `with torch.no_grad():`.
 * @template T
 * @param {() => T} body synchronous; what it returns is returned, what it throws is thrown
 * @returns {T}
 * @example torch.no_grad(() => torch.ones(2, { requires_grad: true }).mul(2)) // tensor([2., 2.])
 */
export const no_grad = (body) => withMode('no_grad', false, body);

/**
 * Runs a function with recording, inside `no_grad`. Python's `with torch.enable_grad():`.
 * @template T
 * @param {() => T} body
 * @returns {T}
 * @example torch.no_grad(() => torch.enable_grad(() => torch.is_grad_enabled())) // true
 */
export const enable_grad = (body) => withMode('enable_grad', true, body);

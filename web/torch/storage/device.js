// torch.device: where tensors lie, which is one place here.

const shown = () => "device(type='cpu')";

/** The device of every tensor: `String(x.device)` is 'cpu', and so it compares with ==. */
export const kDevice = /* @__PURE__ */ Object.freeze({
  /** @type {'cpu'} */ type: 'cpu',
  /** @type {number | null} */ index: null,
  toString: () => 'cpu',
  toJSON: () => 'cpu',
  [Symbol.for('nodejs.util.inspect.custom')]: shown,
});

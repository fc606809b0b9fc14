// The prototype behind Tensor's: turns property names that read as an index, `x[0]`, `x['1:3']`, into calls.

/** The methods a tensor answers index-like property names with. */
export const kGetItem = Symbol('torchlet.getItem');
export const kSetItem = Symbol('torchlet.setItem');
/** What it answers a name with that is found nowhere. */
export const kAbsent = Symbol('torchlet.absent');

// What stands between Python's brackets begins with a digit, a sign, a colon, dots, None or Ellipsis; a number that is
// no index (1.5, NaN) and a tensor's text are caught too, so that they are refused with a reason, not read as undefined.
const pattern = /^\s*(?:[-+]?\d|[-+]?Infinity|:|\.\.\.|(?:None|Ellipsis|null|NaN)\s*(?:[,:]|$)|tensor\()/;

/** @type {ProxyHandler<any>} */
const handler = {
  get(target, key, receiver) {
    if (typeof key === 'string' && pattern.test(key)) return receiver[kGetItem](key);
    return typeof key === 'string' && !(key in target) ? receiver[kAbsent]?.(key) : Reflect.get(target, key, receiver);
  },
  set(target, key, value, receiver) {
    if (typeof key === 'string' && pattern.test(key)) {
      receiver[kSetItem](key, value);
      return true;
    }
    return Reflect.set(target, key, value, receiver);
  },
};

/**
 * The base of tensors. A property found on the tensor or its class never reaches the proxy, so ordinary access costs
 * nothing; only names found nowhere do.
 * What an index gives is a tensor, which the type cannot say: a number may be assigned to it as well.
 * @typedef {{ [index: number]: any, [index: `${number}`]: any, [slice: `${string}:${string}`]: any,
 *   [ellipsis: `...${string}`]: any, [several: `${string},${string}`]: any, None: any, Ellipsis: any }} Items
 * @type {{ new (): Items }}
 */
export const Indexable = /** @type {any} */ (
  /* @__PURE__ */ (() => {
    function Indexable() {}
    Indexable.prototype = new Proxy(Object.create(Object.prototype), handler);
    return Indexable;
  })()
);

// torch.layout: how elements lie in memory, which is in strides here.

/** A way for elements to lie in memory: `String(x.layout)` is 'torch.strided'. */
export class Layout {
  /** @param {string} name */
  constructor(name) {
    this.name = name;
    Object.freeze(this);
  }

  toString() {
    return `torch.${this.name}`;
  }

  [Symbol.for('nodejs.util.inspect.custom')]() {
    return this.toString();
  }
}

/** The layout of every tensor: the next element of each dimension lies a fixed number of elements further. @example String(torch.strided) // 'torch.strided' */
export const strided = /* @__PURE__ */ new Layout('strided');

// Copies of parameters and optimiser at some steps, from which every step can be computed again, bit by bit.

/**
 * @typedef {object} Snapshot
 * @property {Record<string, any>} parameters of the network by name
 * @property {any} optimizer its state_dict
 */

/** At most so many, which is what decides how many steps must be computed again: 1/64 of those made. */
const kMostSnapshots = 64;
/** Deep networks under Adam get fewer, so that a page with several stays small. */
const kMostBytes = 16e6;

/** @param {Record<string, any>} tensors @returns {Record<string, any>} */
const cloned = (tensors) =>
  Object.fromEntries(Object.entries(tensors).map(([name, value]) => [name, value?.clone?.() ?? value]));

/** A history within a bounded memory. */
export class History {
  /** @type {Map<number, Snapshot>} by the step that they stand before */
  #snapshots = new Map();
  /** How many steps lie between two of them. */
  #every = 1;

  /** @param {any} net @param {any} optimizer */
  constructor(net, optimizer) {
    this.net = net;
    this.optimizer = optimizer;
    const count = [...net.parameters()].reduce((sum, parameter) => sum + parameter.shape.numel(), 0);
    // Adam keeps two numbers beside each parameter, each of 4 bytes.
    this.most = Math.max(4, Math.min(kMostSnapshots, Math.floor(kMostBytes / (12 * count))));
  }

  /** Keeps the state before a step, where one is due. @param {number} step */
  keep(step) {
    if (step % this.#every !== 0 || this.#snapshots.has(step)) return;
    this.#snapshots.set(step, this.#taken());
    if (this.#snapshots.size <= this.most) return;
    this.#every *= 2;
    for (const kept of this.#snapshots.keys()) if (kept % this.#every !== 0) this.#snapshots.delete(kept);
  }

  /** @returns {Snapshot} */
  #taken() {
    const { state, param_groups } = this.optimizer.state_dict();
    const copies = Object.fromEntries(Object.entries(state).map(([place, own]) => [place, cloned(own)]));
    return { parameters: cloned(this.net.state_dict()), optimizer: { state: copies, param_groups } };
  }

  /** Puts network and optimiser back to the latest state kept at or before a step. @param {number} step @returns {number} its step */
  restore(step) {
    let at = 0;
    for (const kept of this.#snapshots.keys()) if (kept <= step && kept > at) at = kept;
    const snapshot = /** @type {Snapshot} */ (this.#snapshots.get(at));
    this.net.load_state_dict(snapshot.parameters);
    this.optimizer.load_state_dict(snapshot.optimizer);
    return at;
  }
}

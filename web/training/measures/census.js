// The life of every hidden unit, step by step: alive, dead from the start, died, revived; and their counts.

/**
 * @typedef {import('../run/training.js').Training} Training
 * @typedef {'alive' | 'start' | 'died' | 'dead' | 'revived'} Life in a state: alive; dead since the start; dead here and alive in
 *   the state before; dead since some step; alive here and dead in the state before
 * @typedef {object} UnitLife
 * @property {number} layer of the hidden ones, from 0
 * @property {number} unit within its layer
 * @property {boolean} deadAtStart
 * @property {number[]} deaths states in which it was dead and had been alive
 * @property {number[]} revivals states in which it was alive and had been dead
 * @property {boolean} isDead in the last state
 */

/** The lives that a training has written down. */
export class Census {
  /** The first state of each unit in which it may live: before, it is known to be dead. */
  #unborn;

  /** @param {Training} training that observes */
  constructor({ observer, network }) {
    if (observer === null) throw new TypeError('this training observes nothing: make it with { observes: true }');
    this.rows = observer.lives;
    this.#unborn = new Uint32Array(this.rows.width);
    /** Units of each hidden layer. @type {number[]} */
    this.widths = network.acts.map((_, i) => network.linears[i].out_features);
    /** Where each layer's units begin. */
    this.starts = this.widths.map((_, i) => this.widths.slice(0, i).reduce((a, b) => a + b, 0));
  }

  /** How many states are known: 0 to this number, which is left out. */
  get states() {
    return this.rows.length;
  }

  /** Whether a unit lives in a state. @param {number} state @param {number} unit counted through all layers */
  lives(state, unit) {
    return this.rows.array[state * this.rows.width + unit] === 1;
  }

  /** The cell of a raster, units by states. @param {number} state @param {number} unit counted through all layers @returns {Life} */
  lifeOf(state, unit) {
    const is = this.lives(state, unit);
    const was = state === 0 ? is : this.lives(state - 1, unit);
    if (is) return was ? 'alive' : 'revived';
    if (was && state > 0) return 'died';
    return this.#isDeadSinceStart(state, unit) ? 'start' : 'dead';
  }

  /** Whether a unit has lived in no state up to one. @param {number} state @param {number} unit */
  #isDeadSinceStart(state, unit) {
    let at = this.#unborn[unit];
    while (at <= state && !this.lives(at, unit)) at++;
    this.#unborn[unit] = at;
    return at > state;
  }

  /** How many units of each layer are dead in a state. @param {number} state */
  deadIn(state) {
    return this.widths.map((width, layer) => {
      let dead = 0;
      for (let i = 0; i < width; i++) if (!this.lives(state, this.starts[layer] + i)) dead++;
      return dead;
    });
  }

  /** A unit's whole life. @param {number} unit counted through all layers @returns {UnitLife} */
  unit(unit) {
    const layer = this.starts.findLastIndex((start) => start <= unit);
    const deaths = [];
    const revivals = [];
    for (let state = 1; state < this.states; state++) {
      const [was, is] = [this.lives(state - 1, unit), this.lives(state, unit)];
      if (was && !is) deaths.push(state);
      if (!was && is) revivals.push(state);
    }
    return {
      layer,
      unit: unit - this.starts[layer],
      deadAtStart: !this.lives(0, unit),
      deaths,
      revivals,
      isDead: !this.lives(this.states - 1, unit),
    };
  }

  /** All units' lives. */
  units() {
    return Array.from({ length: this.rows.width }, (_, unit) => this.unit(unit));
  }

  /** The first state in which a layer is dead altogether and stays so, or -1. @param {number} layer */
  extinctFrom(layer) {
    let from = -1;
    for (let state = 0; state < this.states; state++) {
      const isExtinct = this.deadIn(state)[layer] === this.widths[layer];
      if (!isExtinct) from = -1;
      else if (from < 0) from = state;
    }
    return from;
  }
}

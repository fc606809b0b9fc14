// Objects of a program's classes that derive from int, float or str: each holds the plain value that it counts as.

import { Instance } from './types.js';

export class Held extends Instance {
  /** @param {import('./types.js').Type} type @param {bigint | number | string} held */
  constructor(type, held) {
    super(type);
    this.held = held;
  }
}

/** The int, float or text that a value counts as. @param {any} value */
export const plainOf = (value) => (value instanceof Held ? value.held : value);

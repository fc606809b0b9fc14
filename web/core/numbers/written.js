// A float that is a whole number, where it matters that it is no int: JavaScript's 2 may be either, Python's 2.0 is this.

/** Counts as its number does; made by ../../python for what a program writes as 2.0. */
export class Float extends Number {}

/** A number as JavaScript has it. @template T @param {T} value @returns {T} */
export const plain = (value) => (value instanceof Float ? /** @type {any} */ (Number(value)) : value);

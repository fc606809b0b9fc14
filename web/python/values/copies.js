// How copy.copy and copy.deepcopy treat values that are not Python's own.

/**
 * Copies a value of its own kind; undefined: it is none.
 * @callback Copier
 * @param {any} value
 * @param {((part: any) => any) | null} each copies a part; null: the copy is shallow
 * @param {(copy: any) => void} tell is told the copy before its parts are made
 * @returns {any}
 */

/** @type {Copier[]} */
export const copiers = [];

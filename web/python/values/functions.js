// A Python function: what `def` and `lambda` make.

import { functionType, kDict, registerType } from './types.js';

/**
 * What a function's source was compiled to.
 * @typedef {object} Code
 * @property {string} name
 * @property {string[]} parameters the positional ones, then those by name only
 * @property {number} positional how many there are of the first
 * @property {number} onlyPositional
 * @property {string | null} rest `*args`
 * @property {string | null} keywords `**kwargs`
 * @property {(fn: PyFunction, args: any[], keywords: Map<string, any>) => any} run
 * @property {((fn: PyFunction, args: any[], keywords: Map<string, any>) => Generator<any, any, any>) | null} steps the same, to be interrupted
 */

export class PyFunction {
  /** @type {Map<string, any>} */ [kDict] = new Map();

  /**
   * @param {Code} code
   * @param {any} scope what is around it
   * @param {string} qualname
   */
  constructor(code, scope, qualname) {
    this.code = code;
    this.scope = scope;
    this.name = code.name;
    this.qualname = qualname;
    /** Of the last positional parameters. @type {any[]} */ this.defaults = [];
    /** Of those by name only. @type {Map<string, any>} */ this.keywordDefaults = new Map();
    /** @type {any} */ this.doc = null;
    this.module = '__main__';
    /** @type {any} */ this.annotations = null;
  }
}
registerType(PyFunction.prototype, functionType);

/** The keywords of a call that has none. @type {Map<string, any>} */
export const noKeywords = new Map();

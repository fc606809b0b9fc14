// What registering a function gives: a handle that takes it away again.

import { bindPython } from '../arguments/signature.js';

/** What takes a hook away again: `handle.remove()`. */
export class RemovableHandle {
  /** @param {Set<Function>} hooks @param {Function} hook @internal */
  constructor(hooks, hook) {
    this.hooks = hooks;
    this.hook = hook;
  }

  /** Takes the hook away. @param {[]} args */
  remove(...args) {
    bindPython('RemovableHandle.remove', [], args, true);
    this.hooks.delete(this.hook);
  }
}

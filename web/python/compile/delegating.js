// yield from.

import { iterate } from '../operations/iterate.js';
import { raised } from '../values/exceptions.js';
import { kStop, PyGenerator } from '../values/iterators.js';
import { compile, define } from './compiler.js';

/** @typedef {import('./compiler.js').Run} Run */

define({
  YieldFrom(node, c) {
    const value = compile(node.value, c);
    /** @type {Run} */
    const run = () => {
      throw raised('NotImplementedError', 'a yield in this place is not part of this Python');
    };
    run.gen = function* (f) {
      const source = value.gen ? yield* value.gen(f) : value(f);
      if (source instanceof PyGenerator) return (yield* source.source) ?? null;
      const items = iterate(source);
      for (let one = items.step(); one !== kStop; one = items.step()) yield one;
      return null;
    };
    return run;
  },
});
